"""A slow second opinion on sick days: looks at one half hour, and one calendar day, after the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.absence_statistics import Figures
from bpa_desktop.domain.sick_days import Away, SickDay
from bpa_desktop.domain.span import Span, midnight
from tests.rosters import MONDAY, OSLO

SICK = (AbsenceKind.SELF_CERTIFIED, AbsenceKind.SICK_NOTE)
_STEP, _DAY = timedelta(minutes=30), timedelta(1)
_BEGUN = midnight(MONDAY, OSLO)


@st.composite
def spans(draw: st.DrawFn, *, days: int = 60, longest: int = 20 * 24) -> Span:
    """Draw a stretch of whole hours from Monday of week 49 on; often whole days, often short."""
    if draw(st.booleans()):
        first = MONDAY + timedelta(draw(st.integers(0, days)))
        last = first + timedelta(draw(st.integers(1, max(1, longest // 24))))
        return Span(midnight(first, OSLO), midnight(last, OSLO))
    start = _BEGUN + timedelta(hours=draw(st.integers(0, days * 24)))
    return Span(start, start + timedelta(hours=draw(st.integers(1, min(30, longest)))))


@st.composite
def absences(draw: st.DrawFn, *, kinds: Sequence[AbsenceKind] = tuple(AbsenceKind)) -> tuple[Absence, ...]:
    """Draw somebody's absences, whichever, also such as lie over each other."""
    made = draw(st.lists(st.tuples(spans(), st.sampled_from(kinds), st.sampled_from((100, 100, 50, 20))), max_size=6))
    return tuple(Absence(f"a{n}", "kari", span, kind, Decimal(grade)) for n, (span, kind, grade) in enumerate(made))


@st.composite
def aways(draw: st.DrawFn, *, kinds: Sequence[AbsenceKind] = tuple(AbsenceKind)) -> Away:
    """Draw absences with the work they fall on; no two shifts at once."""
    work: list[Span] = []
    for span in draw(st.lists(spans(longest=14), max_size=25)):
        if not any(span.overlaps(other) for other in work):
            work.append(span)
    known = sorted(draw(absences(kinds=kinds)), key=lambda one: (one.span, one.id))
    return Away(tuple(known), tuple(work), OSLO)


def moments(span: Span) -> Iterator[datetime]:
    """Yield every half hour of a span."""
    at = span.start
    while at < span.end:
        yield at
        at += _STEP


def day_of(moment: datetime) -> date:
    """Return the local day of a moment."""
    return moment.astimezone(OSLO).date()


def days_taken(away: Away, absence: Absence) -> set[date]:
    """Return the days an absence takes: all it touches, but not the end of a session that began the day before."""
    touched = {day_of(moment) for moment in moments(absence.span)}
    last = max(touched)
    late = [moment for moment in moments(absence.span) if day_of(moment) == last]
    at_work = [work for work in away.work if any(work.contains(moment) for moment in late)]
    ends_at_midnight = absence.span.end.astimezone(OSLO).time() == time.min
    began_earlier = at_work and all(day_of(work.start) < last for work in at_work)
    return touched - {last} if len(touched) > 1 and began_earlier and not ends_at_midnight else touched


def calendar(days: Collection[date]) -> Iterator[date]:
    """Yield every day from the first to the last of some."""
    day = min(days, default=date.max)
    while days and day <= max(days):
        yield day
        day += _DAY


def walked_periods(days: Collection[date], apart: int) -> list[tuple[date, ...]]:
    """Return periods by counting the days that lie between."""
    found: list[tuple[date, ...]] = []
    between = 0
    for day in calendar(days):
        if day not in days:
            between += 1
            continue
        if found and between < apart:
            found[-1] = (*found[-1], day)
        else:
            found.append((day,))
        between = 0
    return found


def walked_employer_periods(sick: Sequence[SickDay], *, length: int, gap: int) -> list[tuple[date, ...]]:
    """Return the employer's periods by walking from day to day, well or ill."""
    by_day = {one.day: one for one in sick}
    found: list[tuple[date, ...]] = []
    state, well = "none", 0
    for day in calendar(by_day):
        one = by_day.get(day)
        if one is None:
            well += 1
            if well >= gap:
                state = "none"
            continue
        well = 0
        if state == "none" and one.may_begin:
            found.append(())
            state = "running"
        if state == "running":
            found[-1] = (*found[-1], day)
            if len(found[-1]) == length:
                state = "used up"
    return found


@dataclass(frozen=True)
class Walk:
    """The figures of some days, by looking at each half hour of work."""

    away: Away
    days: frozenset[date]
    bins: tuple[int, int, int]

    def figures(self) -> dict[str, Fraction]:
        """Return them by name."""
        sums = dict.fromkeys(Figures.__dataclass_fields__, Fraction(0))
        for case in self._cases:
            if self.days.intersection(case):
                for name in self._bins_of(len(case)):
                    sums[f"{name}_cases"] += 1
        for day in self.days:
            work = [one for one in self.away.work if day_of(one.start) == day]
            steps = [moment for one in work for moment in moments(one)]
            sums["agreed"] += bool(steps)
            for moment in steps:
                for name, lost in self._lost(moment, day):
                    sums[name] += lost / len(steps)
        return sums

    @property
    def _cases(self) -> list[tuple[date, ...]]:
        sick = {day for one in self.away.absences if one.kind in SICK for day in days_taken(self.away, one)}
        return walked_periods({day for day in sick if day <= max(self.days)}, 1)

    def _lost(self, moment: datetime, day: date) -> Iterator[tuple[str, Fraction]]:
        there = [one for one in self.away.absences if one.span.contains(moment)]
        if not there:
            return
        one = min(there, key=lambda each: (each.grade < 100, each.span, each.id))
        share = Fraction(one.grade) / 100
        if one.kind is AbsenceKind.HOLIDAY:
            yield "agreed", -share
        elif one.kind is AbsenceKind.CHILD_SICK:
            yield "child", share
        elif one.kind not in SICK:
            yield "other", share
        else:
            yield ("self_certified" if one.kind is AbsenceKind.SELF_CERTIFIED else "doctor_certified"), share
            of_absence = max(day, day_of(one.span.start))
            length = next((len(case) for case in self._cases if of_absence in case), 1)
            for name in self._bins_of(length):
                yield f"{name}_days", share

    def _bins_of(self, length: int) -> tuple[str, ...]:
        short, middle, weeks = self.bins
        if length <= middle:
            return ("short",) if length <= short else ("middle",)
        return ("long", "very_long") if length > weeks else ("long",)
