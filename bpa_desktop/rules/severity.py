"""How bad findings are, beside each other: whether a changed roster breaks something new, or only what was broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from bpa_desktop.domain.span import Span
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.rules.timeline import Timeline

_Matter = tuple[str, str | None]


class Known:
    """The findings of a roster, to be asked whether another finding is covered by them."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        timed: dict[_Matter, list[tuple[Span, Finding]]] = {}
        self._others: dict[tuple[_Matter, tuple[str, ...]], list[Finding]] = {}
        for finding in findings:
            if finding.measured is None or finding.span is None:
                self._others.setdefault((_matter(finding), finding.shifts), []).append(finding)
            else:
                timed.setdefault(_matter(finding), []).append((finding.span, finding))
        self._timelines = {matter: Timeline(found) for matter, found in timed.items()}

    def new_among(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings that are not here as badly, of the same rule, person and time.

        Without a figure the shifts have to be the same. A must is worse than any should of the same matter.
        """
        for finding in findings:
            if not any(_is_as_bad(known, finding) for known in self._like(finding)):
                yield finding

    def _like(self, finding: Finding) -> Iterable[Finding]:
        """Return the findings of the same matter and time."""
        matter = _matter(finding)
        if finding.measured is None or finding.span is None:
            return self._others.get((matter, finding.shifts), ())
        timeline = self._timelines.get(matter)
        return timeline.at(finding.span) if timeline is not None else ()


def _matter(finding: Finding) -> _Matter:
    return finding.rule, finding.assistant


def _is_as_bad(known: Finding, finding: Finding) -> bool:
    """Tell whether a known finding about the same time is no better."""
    if known.weight is not finding.weight:
        return known.weight is Weight.MUST
    return distance(finding) <= distance(known)


def distance(finding: Finding) -> Decimal:
    """Return how far what was measured is from the limit; 0 for what has no figure."""
    if isinstance(finding.measured, Decimal) and isinstance(finding.limit, Decimal):
        return abs(finding.measured - finding.limit)
    return Decimal(0)
