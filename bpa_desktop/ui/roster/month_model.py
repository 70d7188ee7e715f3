"""Several weeks at a glance, a month or four weeks: what each day holds, as frozen values. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.holidays import Holiday, holidays_on, is_red
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import ONE_DAY, DayRange, Span, Week, days_span, month_end
from bpa_desktop.ui.roster.view_model import ABOUT_MANY, SEEN_BY_SHAPE, UNCOVERED_NEED, hours_within, untold

if TYPE_CHECKING:
    from bpa_desktop.rules.rule import Finding

_FOUR = 4


@dataclass(frozen=True)
class Stretch:
    """Whole weeks that are shown together: those of a month, whose first day is `month`, or four."""

    weeks: tuple[Week, ...]
    month: date | None = None

    @classmethod
    def of_month(cls, day: date) -> Stretch:
        """Return the weeks of the month a day lies in."""
        first, last = day.replace(day=1), month_end(day.year, day.month)
        begin, end = Week.of(first).monday, Week.of(last).monday
        count = (end - begin).days // 7 + 1
        return cls(tuple(Week.of(begin + 7 * n * ONE_DAY) for n in range(count)), first)

    @classmethod
    def of_four_weeks(cls, day: date) -> Stretch:
        """Return the week a day lies in, and the three after it."""
        return cls(tuple(Week.of(day).later(n) for n in range(_FOUR)))

    @property
    def days(self) -> tuple[date, ...]:
        """Every day that is shown, in order."""
        return tuple(day for week in self.weeks for day in week.days)

    @property
    def own_days(self) -> DayRange:
        """The days it is about: a month's own, without those that fill its first and last week."""
        if self.month is None:
            return DayRange(self.days[0], self.days[-1])
        return DayRange(self.month, month_end(self.month.year, self.month.month))

    def later(self, steps: int) -> Stretch:
        """Return the month or the four weeks so many steps later (or earlier)."""
        if self.month is None:
            return Stretch(tuple(week.later(_FOUR * steps) for week in self.weeks))
        years, month = divmod(self.month.month - 1 + steps, 12)
        return Stretch.of_month(date(self.month.year + years, month + 1, 1))

    def holding(self, day: date) -> Stretch:
        """Return the month a day lies in, or the fewest steps of four weeks away that hold it."""
        if self.month is not None:
            return Stretch.of_month(day)
        return self.later((day - self.days[0]).days // (7 * _FOUR))


@dataclass(frozen=True)
class Comer:
    """Somebody who comes: the short name, and the place in the team for colour and pattern."""

    name: str
    colour: int


@dataclass(frozen=True)
class DayFigures:
    """What a day holds. Shifts count on the day they begin; `uncovered` needs too; `is_own` days are what it is about.

    `musts` and `shoulds` are findings about shifts of the day, but for what an open shift shows by being open.
    """

    day: date
    is_own: bool
    is_today: bool
    shifts: int = 0
    open_shifts: int = 0
    uncovered: int = 0
    musts: int = 0
    shoulds: int = 0
    comers: tuple[Comer, ...] = ()
    kept_back: int = 0
    """How many shifts a filter keeps out of sight."""
    notes: tuple[DayNote, ...] = ()

    @property
    def holidays(self) -> tuple[Holiday, ...]:
        """The holidays on the day."""
        return holidays_on(self.day)

    @property
    def is_red(self) -> bool:
        """Whether it is a Sunday or a holiday."""
        return is_red(self.day)

    @property
    def week(self) -> Week:
        """The week it lies in."""
        return Week.of(self.day)

    @property
    def has_problem(self) -> bool:
        """Whether something on the day asks to be done."""
        return bool(self.open_shifts or self.uncovered or self.musts or self.shoulds)


@dataclass(frozen=True)
class MonthModel:
    """The days of a stretch; the figures of its own days together. `planned` are hours that cover needs."""

    stretch: Stretch
    days: tuple[DayFigures, ...]
    planned: Decimal
    findings: tuple[Finding, ...] = ()

    @property
    def own(self) -> tuple[DayFigures, ...]:
        """The days it is about."""
        return tuple(day for day in self.days if day.is_own)


def build_month(roster: Roster, stretch: Stretch, *, today: date, findings: tuple[Finding, ...] = ()) -> MonthModel:
    """Return what is shown of a month or of four weeks, with the findings of its rules."""
    zone = roster.arrangement.zone
    shifts = roster.shifts_in(days_span(stretch.days[0], stretch.days[-1], zone=zone))
    by_day: dict[date, list[Shift]] = {}
    for shift in shifts:
        by_day.setdefault(shift.span.first_day(zone), []).append(shift)
    found = _by_day(roster, untold(findings, (shift for shift in shifts if roster.holder(shift) is None)))
    days = tuple(
        _figures(roster, _Day(day, by_day.get(day, ()), found.get(day, ())), stretch=stretch, today=today)
        for day in stretch.days
    )
    return MonthModel(stretch, days, _planned(roster, shifts, stretch=stretch), findings)


@dataclass(frozen=True)
class _Day:
    day: date
    shifts: Iterable[Shift]
    findings: Iterable[Finding]


def _figures(roster: Roster, of: _Day, *, stretch: Stretch, today: date) -> DayFigures:
    holders = [roster.holder(shift) for shift in of.shifts]
    places = {who.id: place for place, who in enumerate(roster.assistants)}
    came = dict.fromkeys(holder for holder in holders if holder is not None)
    about_shifts = [finding for finding in of.findings if finding.rule != UNCOVERED_NEED]
    return DayFigures(
        of.day,
        is_own=of.day in stretch.own_days,
        is_today=of.day == today,
        shifts=len(holders),
        open_shifts=holders.count(None),
        uncovered=sum(finding.rule == UNCOVERED_NEED for finding in of.findings),
        musts=sum(finding.weight == "must" for finding in about_shifts),
        shoulds=sum(finding.weight == "should" for finding in about_shifts),
        comers=tuple(Comer(roster.short_names.get(who, ""), places.get(who, -1)) for who in came),
    )


def _by_day(roster: Roster, findings: Iterable[Finding]) -> dict[date, list[Finding]]:
    """Return the findings by each day on which they are shown."""
    found: dict[date, list[Finding]] = {}
    for finding in findings:
        if finding.rule not in SEEN_BY_SHAPE | ABOUT_MANY:
            for day in dict.fromkeys(_days_of(roster, finding)):
                found.setdefault(day, []).append(finding)
    return found


def _days_of(roster: Roster, finding: Finding) -> Iterator[date]:
    zone = roster.arrangement.zone
    if finding.rule == UNCOVERED_NEED and finding.span is not None:
        yield finding.span.first_day(zone)
    for shift in finding.shifts:
        if shift in roster.shifts_by_id:
            yield roster.shifts_by_id[shift].span.first_day(zone)


def _planned(roster: Roster, shifts: Iterable[Shift], *, stretch: Stretch) -> Decimal:
    own = stretch.own_days
    assert own.first is not None and own.last is not None  # a stretch has both ends
    within: Span = days_span(own.first, own.last, zone=roster.arrangement.zone)
    return hours_within((shift.span for shift in shifts if shift.covers_need), within)
