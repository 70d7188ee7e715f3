"""Checker: the findings of a roster that changes, found again by asking only about what a change touches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial
from itertools import chain

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import ALWAYS, DayRange
from bpa_desktop.rules.about import About, about, begin, quiet_rest
from bpa_desktop.rules.advice import ADVICE
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.catalogue import ALL_RULES, ends_of, ordered, touching
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.memory import Memory
from bpa_desktop.rules.rule import Finding, Rule
from bpa_desktop.rules.severity import Known
from bpa_desktop.rules.stretch import earlier

_NO_TIME = timedelta(0)


@dataclass(frozen=True, eq=False)
class _Found:
    """What was found about somebody, or under nobody's name: near, by its start, and far."""

    near: tuple[Finding, ...]
    far: tuple[Finding, ...]

    @property
    def findings(self) -> Iterator[Finding]:
        """All of it."""
        return chain(self.near, self.far)

    @cached_property
    def known(self) -> Known:
        """All of it, to be asked what is covered by it."""
        return Known(self.findings)

    @cached_property
    def longest(self) -> timedelta:
        """How long what was found near is at most."""
        return max((finding.span.length for finding in self.near if finding.span is not None), default=_NO_TIME)


class Checker:
    """Checks a roster again and again. Not a value: it keeps what it found, by assistant and by need.

    Its answer is always that of `catalogue.check`: what was found about an assistant is given again only where the
    shifts they hold or miss, what is known of them, the arrangement and the days of the data are all the same; and
    where some shifts are not, what was found so far from these that they cannot touch it.
    """

    def __init__(self, limits: Limits, *, rules: tuple[Rule, ...] = ALL_RULES) -> None:
        self.limits = limits
        self._rules = rules
        self._quiet = quiet_rest(limits)
        self._memory = Memory()
        self._checked: Roster | None = None
        self._found: dict[str | None, _Found] = {}

    def check(self, roster: Roster, *, days: DayRange = ALWAYS) -> tuple[Finding, ...]:
        """Return every finding of a roster that touches the days, and keep all that was found.

        Of the very roster that was checked last only the days are asked.
        """
        if roster is not self._checked:
            self._memory.is_kept = True
            self._found = self._ask(roster)
            self._checked = roster
        start, end = ends_of(days, roster.arrangement.zone)
        return ordered(chain.from_iterable(_during(found, start, end=end) for found in self._found.values()))

    def new_in(self, roster: Roster) -> tuple[Finding, ...]:
        """Return what a changed roster would break that the one checked last does not break as badly.

        It is a question only: nothing of it is kept.
        """
        return ordered(self._new_among(self._asked(roster)))

    def is_mended_by(self, roster: Roster, finding: Finding) -> bool:
        """Tell whether a changed roster breaks neither what a finding says nor anything new.

        Advice stands in the way of advice only, never of what law or agreement asks for.
        """
        asked = self._asked(roster)
        named = (asked[who] for who in (finding.assistant, None) if who in asked)
        if any(_is_same(other, finding) for found in named for other in found.findings):
            return False
        return not any(finding.rule in ADVICE or other.rule not in ADVICE for other in self._new_among(asked))

    def _new_among(self, asked: dict[str | None, _Found]) -> Iterator[Finding]:
        """Yield what is not found as badly in the roster checked last; what was found there itself is not."""
        for who, found in asked.items():
            before = self._found.get(who, _NOTHING)
            if before is not found:
                same = {id(finding) for finding in before.findings}
                yield from before.known.new_among(one for one in found.findings if id(one) not in same)

    def _asked(self, roster: Roster) -> dict[str | None, _Found]:
        self._memory.is_kept = False
        return self._ask(roster)

    def _ask(self, roster: Roster) -> dict[str | None, _Found]:
        case = Case(roster, self.limits, memory=self._memory)
        return {who: self._about(case, who) for who in case.people}

    def _about(self, case: Case, who: str | None) -> _Found:
        near = about(case, who, rules=self._rules, quiet=self._quiet)
        if who is None:
            return _Found(near.near, tuple(self._far(case, None)))
        return case.memory.recall(("all", who), (near, case.data), work_out=partial(self._whole, case, who, near=near))

    def _whole(self, case: Case, who: str, *, near: About) -> _Found:
        return _Found(near.near, near.add_up(case, who, look=partial(self._far, case, who)))

    def _far(self, case: Case, who: str | None) -> Iterator[Finding]:
        for rule in self._rules:
            yield from rule.far(case, who)


_NOTHING = _Found((), ())


def _during(found: _Found, start: datetime, *, end: datetime) -> Iterator[Finding]:
    """Yield what touches the time between two instants: what was found near is searched, not gone through."""
    first = bisect_left(found.near, earlier(start, found.longest), key=begin)
    after = bisect_left(found.near, end, lo=first, key=begin)
    yield from touching(found.near[first:after], start, end=end)
    yield from touching(found.far, start, end=end)


def _is_same(other: Finding, finding: Finding) -> bool:
    """Tell whether two findings are the same matter: rule, weight, person, and the shifts or the time."""
    is_alike = (other.rule, other.weight, other.assistant) == (finding.rule, finding.weight, finding.assistant)
    return is_alike and (other.shifts == finding.shifts or other.span == finding.span)
