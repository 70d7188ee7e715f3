"""How bad findings are, beside each other: whether a changed roster breaks something new, or only what was broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from bpa_desktop.rules.rule import Finding, Weight

_Matter = tuple[str, str | None]


class Known:
    """The findings of a roster, to be asked whether another finding is covered by them."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._by_matter: dict[_Matter, list[Finding]] = {}
        for finding in findings:
            self._by_matter.setdefault(_matter(finding), []).append(finding)

    def new_among(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings that are not here as badly, of the same rule, person and time."""
        for finding in findings:
            if not any(_is_as_bad(known, finding) for known in self._by_matter.get(_matter(finding), ())):
                yield finding


def _matter(finding: Finding) -> _Matter:
    return finding.rule, finding.assistant


def _is_as_bad(known: Finding, finding: Finding) -> bool:
    """Tell whether a known finding is about the same time and no better; without a figure, about the same shifts.

    A must is worse than any should of the same matter.
    """
    if known.weight is Weight.SHOULD and finding.weight is Weight.MUST:
        return False
    if known.measured is None or finding.measured is None:
        return known.shifts == finding.shifts
    is_same_time = known.span == finding.span or (
        known.span is not None and finding.span is not None and known.span.overlaps(finding.span)
    )
    return is_same_time and (known.weight is not finding.weight or distance(finding) <= distance(known))


def distance(finding: Finding) -> Decimal:
    """Return how far what was measured is from the limit; 0 for what has no figure."""
    if isinstance(finding.measured, Decimal) and isinstance(finding.limit, Decimal):
        return abs(finding.measured - finding.limit)
    return Decimal(0)
