"""Case: a roster and the limits, with what several rules look at worked out once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache, cached_property, partial
from typing import Any, TypeVar

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import ALWAYS, Span, Week
from bpa_desktop.domain.team import Availability
from bpa_desktop.rules.duty import Block, Worked, blocks_of, periods_of
from bpa_desktop.rules.limits import Limit, Limits, UnknownLimitError
from bpa_desktop.rules.memory import Memory
from bpa_desktop.rules.timeline import Timeline

_Subject = TypeVar("_Subject", bound=Hashable)
_Answer = TypeVar("_Answer")
_Function = Callable[["Case", str], Any]


@dataclass
class _Standing:
    """What was found of days and weeks under one arrangement, whatever is planned in them. Not a value."""

    limits: dict[tuple[str, date], Limit] = field(default_factory=dict)
    lacking: set[tuple[str, date]] = field(default_factory=set)
    steady: dict[str, timedelta] = field(default_factory=dict)
    weeks: dict[Week, Span] = field(default_factory=dict)
    known: dict[tuple[object, Hashable], Any] = field(default_factory=dict)


class Case:
    """What the rules look at. Not a value: it remembers what it worked out, and lives as long as one check.

    `memory` outlives it: there stands what was found before in a roster that was mostly the same.
    """

    def __init__(self, roster: Roster, limits: Limits, *, memory: Memory | None = None) -> None:
        self.roster = roster
        self.limits = limits
        self.memory = memory if memory is not None else Memory()
        self.zone = roster.arrangement.zone
        self._whole: Roster = roster
        self._standing = self.memory.recall("standing", roster.arrangement, work_out=_Standing)
        self._blocks: dict[str | None, tuple[Block, ...]] = {}
        self._periods: dict[str | None, tuple[tuple[Block, ...], ...]] = {}
        self._worked: dict[str | None, Worked] = {}
        self._known: dict[tuple[object, Hashable], Any] = {}
        self._near: Mapping[str | None, Sequence[Shift]] | None = None

    @property
    def data(self) -> tuple[date, date] | None:
        """The first and the last local day that a shift of the whole roster starts on, or None without shifts."""
        return self._whole.days

    @cached_property
    def people(self) -> tuple[str | None, ...]:
        """Everybody a finding can be about: the team in its order, who holds shifts beside it, and None."""
        named: Iterable[str | None] = (assistant.id for assistant in self.roster.assistants)
        others = (who for who in (*self.roster.shifts_by_holder, *self.missing) if who is not None)
        return (*dict.fromkeys((*named, *sorted(others))), None)

    @cached_property
    def missing(self) -> Mapping[str | None, tuple[Shift, ...]]:
        """The shifts that nobody holds, in time order: by who is expected and absent; under None, if nobody is."""
        nobodys = self.roster.shifts_by_holder.get(None, ())
        given = nobodys, self.roster.requests
        return self.memory.recall("missing", given, work_out=partial(_by_expected, self.roster, nobodys))

    @cached_property
    def said(self) -> dict[str, tuple[Availability, ...]]:
        """What each assistant has said about when they can work."""
        found: dict[str, list[Availability]] = {}
        for entry in self.roster.availability:
            found.setdefault(entry.assistant, []).append(entry)
        return {who: tuple(entries) for who, entries in found.items()}

    def held(self, who: str | None) -> tuple[Shift, ...]:
        """Return the shifts somebody holds, in time order."""
        if self._near is not None:
            return tuple(self._near.get(who, ()))
        return self.roster.shifts_by_holder.get(who, ())

    def blocks(self, who: str) -> tuple[Block, ...]:
        """Return an assistant's unbroken presence, in time order."""
        if who not in self._blocks:
            self._blocks[who] = tuple(blocks_of(shift for shift in self.held(who) if shift.is_presence))
        return self._blocks[who]

    def work_periods(self, who: str) -> tuple[tuple[Block, ...], ...]:
        """Return an assistant's presence between daily rests."""
        if who not in self._periods:
            self._periods[who] = tuple(periods_of(self.blocks(who), lambda end: self.length("daily_rest", end)))
        return self._periods[who]

    def worked(self, who: str) -> Worked:
        """Return an assistant's hours as the law counts them."""
        if who not in self._worked:
            self._worked[who] = Worked(self.held(who), standby_divisor(self, who))
        return self._worked[who]

    def once(self, work_out: Callable[[Case, _Subject], _Answer], subject: _Subject) -> _Answer:
        """Return what a function says of something in this case, asked once however many rules want to know.

        What it says of a day or a week may depend on the arrangement and the limits only.
        """
        asked = (work_out, subject)
        known = self._standing.known if isinstance(subject, date | Week) else self._known
        if asked not in known:
            known[asked] = work_out(self, subject)
        answer: _Answer = known[asked]
        return answer

    def day(self, moment: datetime) -> date:
        """Return the local day of an instant."""
        return moment.astimezone(self.zone).date()

    def week_span(self, week: Week) -> Span:
        """Return the instants a week runs between, here."""
        if week not in self._standing.weeks:
            self._standing.weeks[week] = week.span(self.zone)
        return self._standing.weeks[week]

    def limit(self, key: str, day: date) -> Limit:
        """Return the limit in force here on a day. Raises UnknownLimitError."""
        asked = (key, day)
        limit = self._standing.limits.get(asked)
        if limit is None:
            limit = self._standing.limits[asked] = self.limits.on(key, day, arrangement=self.roster.arrangement)
        return limit

    def length(self, key: str, moment: datetime) -> timedelta:
        """Return a limit in hours as a length of time."""
        steady = self._standing.steady.get(key)
        if steady is not None:
            return steady
        length = as_length(self.limit(key, self.day(moment)).value)
        if self.roster.arrangement.agreement.days == ALWAYS and self.limits.is_steady(key):
            self._standing.steady[key] = length
        return length


def part_of(case: Case, roster: Roster) -> Case:
    """Return the case of a part of a case's roster: limits, calendar and the days of the data are the whole's."""
    part = Case(roster, case.limits)
    part._whole = case._whole
    part._standing = case._standing
    return part


def standby_divisor(case: Case, who: str) -> Decimal:
    """Return by what standby at home is divided to be counted: as on the day of the first shift of all."""
    every = case._whole.shifts_by_holder.get(who, ()) or case.held(who)
    first = case.day(every[0].span.start) if every else date.max
    return case.limit("standby_home_divisor", first).value


def foretell(case: Case, who: str, *, answers: Mapping[_Function, Any]) -> None:
    """Note what functions say of somebody in a case, so that they need not be asked."""
    case._known.update({(work_out, who): answer for work_out, answer in answers.items()})


def told_by(case: Case, who: str, *, functions: Iterable[_Function]) -> dict[_Function, Any]:
    """Return what functions have said of somebody in a case; not those that were never asked."""
    return {work_out: case._known[work_out, who] for work_out in functions if (work_out, who) in case._known}


def near_part(
    case: Case, held: Mapping[str | None, Sequence[Shift]], *, missing: Mapping[str | None, tuple[Shift, ...]]
) -> Case:
    """Return the case of some of the shifts in a case's roster only: what each holds, and who is missing where."""
    part = part_of(case, case.roster)
    part._near = held
    part.missing = missing
    part.said = case.said
    return part


def _by_expected(roster: Roster, nobodys: Iterable[Shift]) -> dict[str | None, tuple[Shift, ...]]:
    found: dict[str | None, list[Shift]] = {}
    for shift in nobodys:
        found.setdefault(roster.expected(shift), []).append(shift)
    return {who: tuple(shifts) for who, shifts in found.items()}


@cache
def as_length(hours: Decimal) -> timedelta:
    """Return hours as a length of time."""
    return timedelta(seconds=float(hours * 3600))


def limit_if_any(case: Case, key: str, *, day: date) -> Limit | None:
    """Return the limit in force on a day, or None where there is none under this agreement."""
    lacking, asked = case._standing.lacking, (key, day)
    if asked in lacking:
        return None
    try:
        return case.limit(key, day)
    except UnknownLimitError:
        lacking.add(asked)
        return None


def present_in(case: Case, who: str, *, window: Span) -> tuple[str, ...]:
    """Return the shifts of presence somebody has in a window, by id, in time order."""
    return tuple(shift.id for shift in reversed(list(case.once(presence, who).at(window))))


def presence(case: Case, who: str) -> Timeline[Shift]:
    """Return when somebody is there."""
    return Timeline((shift.span, shift) for shift in case.held(who) if shift.is_presence)
