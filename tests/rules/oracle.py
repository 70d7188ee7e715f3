"""A slow second opinion on the rules: it looks at every minute, and shares no code with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind

MINUTE = timedelta(minutes=1)
Minutes = tuple[int, int]


class Film:
    """A roster as minutes from a start, one assistant at a time."""

    def __init__(self, shifts: Sequence[Shift], zone: ZoneInfo) -> None:
        first = min(shift.span.start for shift in shifts).astimezone(zone).date()
        last = max(shift.span.end for shift in shifts).astimezone(zone).date()
        monday = first - timedelta(days=first.weekday() + 7)
        self.zone = zone
        self.zero = datetime(monday.year, monday.month, monday.day, tzinfo=zone).astimezone(
            tz=shifts[0].span.start.tzinfo
        )
        self.length = ((last - monday).days + 22) * 24 * 60
        self.monday = monday

    def minute(self, moment: datetime) -> int:
        """Return which minute an instant is."""
        return (moment - self.zero) // MINUTE

    def midnight(self, day: date) -> int:
        """Return the minute a local day begins at."""
        return self.minute(datetime(day.year, day.month, day.day, tzinfo=self.zone).astimezone(self.zero.tzinfo))

    def on_duty(self, shifts: Sequence[Shift]) -> list[bool]:
        """Return for each minute whether somebody is at work."""
        busy = [False] * self.length
        for shift in shifts:
            if shift.kind is ShiftKind.STANDBY_HOME and not shift.active_minutes:
                continue
            for minute in range(self.minute(shift.span.start), self.minute(shift.span.end)):
                busy[minute] = True
        return busy


def longest_off(busy: Sequence[bool], start: int, stop: int) -> Minutes:
    """Return the last of the longest runs off duty between two minutes, as start and end; equal where there is none."""
    best, run = (start, start), start
    for minute in range(start, stop):
        if busy[minute]:
            run = minute + 1
        elif minute + 1 - run >= best[1] - best[0]:
            best = run, minute + 1
    return best


def work_starts(busy: Sequence[bool], rest: int) -> Iterator[int]:
    """Yield the minutes at which work begins after a rest of so many minutes, or begins at all."""
    off = rest
    for minute, at_work in enumerate(busy):
        if at_work and off >= rest:
            yield minute
        off = 0 if at_work else off + 1


def daily_rests(busy: Sequence[bool], needed: int) -> list[tuple[int, int]]:
    """Return where a day from a start of work lacks its rest: the start, and the minutes of the longest rest."""
    found: list[tuple[int, int]] = []
    for start in work_starts(busy, needed):
        found += _within(busy, start, needed=needed)
    return found


def _within(busy: Sequence[bool], start: int, *, needed: int) -> Iterator[tuple[int, int]]:
    """Walk through one work period, from short rest to short rest."""
    while True:
        best = longest_off(busy, start, start + 24 * 60)
        if best[1] - best[0] >= needed:
            return
        yield start, best[1] - best[0]
        start = _next_start(busy, best[0] if best[1] > best[0] else _end_of_run(busy, start))
        if start < 0 or all(not at_work for at_work in busy[start - needed : start]):
            return  # a start of its own: it comes up by itself


def _end_of_run(busy: Sequence[bool], start: int) -> int:
    return next(minute for minute in range(start, len(busy)) if not busy[minute])


def _next_start(busy: Sequence[bool], after: int) -> int:
    return next((minute for minute in range(after, len(busy)) if busy[minute]), -1)


def broken_weeks(film: Film, busy: Sequence[bool], needed: int) -> dict[date, int]:
    """Return the Mondays of weeks with some work and without a rest of so many minutes, with the longest there is."""
    found = {}
    monday = film.monday
    while film.midnight(monday + timedelta(days=7)) <= len(busy):
        start, stop = film.midnight(monday), film.midnight(monday + timedelta(days=7))
        best = longest_off(busy, start, stop)
        if any(busy[start:stop]) and best[1] - best[0] < needed:
            found[monday] = best[1] - best[0]
        monday += timedelta(days=7)
    return found


def uncovered(roster: Roster, film: Film, holder: Callable[[Shift], str | None]) -> int:
    """Return how many minutes times people the needs of active help lack, on the days the shifts start on."""
    days = [shift.span.start.astimezone(film.zone).date() for shift in roster.shifts]
    lacking = 0
    for minute, people in _demand(roster, film, first=min(days), last=max(days)).items():
        there = {
            holder(shift)
            for shift in roster.shifts
            if shift.kind not in (ShiftKind.TRAINING, ShiftKind.MEETING, ShiftKind.STANDBY_HOME)
            and film.minute(shift.span.start) <= minute < film.minute(shift.span.end)
        }
        lacking += max(0, people - len(there - {None}))
    return lacking


def _demand(roster: Roster, film: Film, *, first: date, last: date) -> dict[int, int]:
    wanted: dict[int, int] = {}
    day = first
    while day <= last:
        for need in roster.needs:
            if need.weekday == day.isoweekday():
                end_day = day if need.end > need.start else day + timedelta(days=1)
                start = film.minute(datetime.combine(day, need.start, film.zone).astimezone(film.zero.tzinfo))
                end = film.minute(datetime.combine(end_day, need.end, film.zone).astimezone(film.zero.tzinfo))
                for minute in range(start, end):
                    wanted[minute] = wanted.get(minute, 0) + need.people
        day += timedelta(days=1)
    return wanted


def double_booked(shifts: Sequence[Shift]) -> set[frozenset[str]]:
    """Return each pair of shifts at work at the same time, by comparing all with all."""
    at_work = [s for s in shifts if s.kind is not ShiftKind.STANDBY_HOME or s.active_minutes]
    return {
        frozenset({one.id, other.id})
        for one in at_work
        for other in at_work
        if one.id != other.id and one.span.start < other.span.end and other.span.start < one.span.end
    }


def counted(film: Film, shifts: Sequence[Shift]) -> tuple[list[Fraction], list[bool]]:
    """Return for each minute how much of it counts as working time, and whether it is wholly passive."""
    weights, passive = [Fraction(0)] * film.length, [False] * film.length
    shown = [(film.minute(shift.span.start), film.minute(shift.span.end), shift) for shift in shifts]
    for minute in range(film.length):
        running = [shift for start, end, shift in shown if start <= minute < end]
        if running:
            weights[minute] = max(_weight(shift) for shift in running)
            full = [shift for shift in running if _weight(shift) == 1]
            passive[minute] = bool(full) and all(shift.kind is ShiftKind.RESTING_NIGHT for shift in full)
    return weights, passive


def _weight(shift: Shift) -> Fraction:
    if shift.kind is not ShiftKind.STANDBY_HOME:
        return Fraction(1)
    active = Fraction(min(shift.active_minutes or 0, shift.span.length // MINUTE), shift.span.length // MINUTE)
    return active + (1 - active) / 7


def longer_days(busy: Sequence[bool], passive: Sequence[bool]) -> list[tuple[int, Fraction]]:
    """Return by how much passive work makes each day longer, a minute at a time: the minute, and what it gives."""
    given: list[tuple[int, Fraction]] = []
    for start in work_starts(busy, 11 * 60):
        day: int | None = start
        end = _period_end(busy, start)
        while day is not None:
            rests = [minute for minute in range(day, min(day + 24 * 60, end)) if passive[minute] and busy[minute]]
            if rests:
                each = min(Fraction(len(rests), 2), Fraction(120)) / len(rests)
                given += [(minute, each) for minute in rests]
            day = next((minute for minute in range(day + 24 * 60, end) if busy[minute]), None)
    return given


def _period_end(busy: Sequence[bool], start: int) -> int:
    off = 0
    for minute in range(start, len(busy)):
        off = 0 if busy[minute] else off + 1
        if off == 11 * 60:
            return minute + 1
    return len(busy)


def weeks(film: Film, shifts: Sequence[Shift]) -> dict[date, tuple[Fraction, Fraction]]:
    """Return for each Monday the minutes that count in its week, and how many minutes longer passive work makes it."""
    weights, passive = counted(film, shifts)
    given = longer_days(film.on_duty(shifts), passive)
    found = {}
    monday = film.monday
    while film.midnight(monday + timedelta(days=7)) <= film.length:
        start, stop = film.midnight(monday), film.midnight(monday + timedelta(days=7))
        longer = sum((each for minute, each in given if start <= minute < stop), Fraction(0))
        found[monday] = (
            sum((weight for weight in weights[start:stop] if weight), Fraction(0)),
            min(longer, Fraction(600)),
        )
        monday += timedelta(days=7)
    return found


RED = {date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 6)}
EASTER = date(2026, 4, 5)


def red_days(film: Film, busy: Sequence[bool]) -> list[tuple[date, bool]]:
    """Return every red day of the film, of the weeks the tests draw, with whether somebody works in its window."""
    days = [film.monday + timedelta(days=n) for n in range(film.length // 1440)]
    red = [day for day in days if day.isoweekday() == 7 or day in RED]
    found = []
    for day in red:
        start = film.midnight(day) - (0 if day - timedelta(days=1) in red else 9 * 60 if day == EASTER else 6 * 60)
        stop = film.midnight(day + timedelta(days=1)) - (0 if day + timedelta(days=1) in red else 2 * 60)
        found.append((day, any(busy[max(0, start) : stop])))
    return found


def nights_awake(film: Film, shifts: Sequence[Shift]) -> list[date]:
    """Return the days on which a night begins that somebody works in for more than three hours, awake."""
    resting = (ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_ON_SITE)
    awake = film.on_duty([shift for shift in shifts if shift.kind not in resting])
    days = [film.monday + timedelta(days=n) for n in range(film.length // (24 * 60) - 1)]
    return [day for day in days if sum(awake[slice(*night(film, day))]) > 3 * 60]


def night(film: Film, day: date) -> Minutes:
    """Return the minutes from 21:00 on a day to 06:00 on the next, by the clock on the wall."""
    after = day + timedelta(days=1)
    opens = datetime(day.year, day.month, day.day, 21, tzinfo=film.zone)
    closes = datetime(after.year, after.month, after.day, 6, tzinfo=film.zone)
    return film.minute(opens.astimezone(film.zero.tzinfo)), film.minute(closes.astimezone(film.zero.tzinfo))


def runs(days: Sequence[date]) -> Iterator[list[date]]:
    """Yield days that follow each other."""
    for day in days:
        if day - timedelta(days=1) not in days:
            run = [day]
            while run[-1] + timedelta(days=1) in days:
                run.append(run[-1] + timedelta(days=1))
            yield run


def rests(busy: Sequence[bool]) -> Iterator[Minutes]:
    """Yield the minutes between work and work."""
    end = None
    for minute, at_work in enumerate(busy):
        if at_work and end is not None and end < minute:
            yield end, minute
        if at_work:
            end = minute + 1


def last_awake(film: Film, shifts: Sequence[Shift], day: date) -> int:
    """Return the last minute of a night in which somebody works awake."""
    resting = (ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_ON_SITE)
    awake = film.on_duty([shift for shift in shifts if shift.kind not in resting])
    return max(minute for minute in range(*night(film, day)) if awake[minute])
