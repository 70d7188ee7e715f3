"""The rules agree with a second opinion that looks at every minute, on rosters nobody thought of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.arrangement import AgreementLevel
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span
from bpa_desktop.rules import (
    averaged_hours,
    daily_rest,
    double_booking,
    late_to_early,
    nights_in_a_row,
    overtime_week,
    rest_after_nights,
    sunday_rest,
    uncovered_need,
    weekly_hours,
    weekly_rest,
)
from bpa_desktop.rules.catalogue import check, check_assistants
from bpa_desktop.rules.limits import Unit
from bpa_desktop.rules.rule import Finding, Rule, Weight
from tests.rosters import OSLO, absence, arrangement, asker_week_49, need, roster, shift
from tests.rules import oracle
from tests.rules.advised import advised

LIMITS = shipped_limits()
KINDS = st.sampled_from(
    [ShiftKind.ACTIVE] * 4 + [ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_HOME, ShiftKind.TRAINING, ShiftKind.MEETING]
)
# Both nights on which the clocks change lie in the data: weeks from 16 March and from 12 October 2026.
BEGINNINGS = st.sampled_from([date(2026, 3, 16), date(2026, 10, 12), date(2026, 11, 23)])


@st.composite
def shifts_of(draw: st.DrawFn, beginning: date, who: tuple[str | None, ...]) -> Shift:
    """Draw a shift within three weeks, mostly of an ordinary length."""
    minutes = 15 * draw(st.integers(0, 21 * 96))
    length = 15 * draw(st.one_of(st.integers(8, 40), st.integers(1, 300)))
    start = datetime(beginning.year, beginning.month, beginning.day, tzinfo=OSLO).astimezone(UTC) + timedelta(
        minutes=minutes
    )
    kind = draw(KINDS)
    active = draw(st.sampled_from([None, 0, 30])) if kind is ShiftKind.STANDBY_HOME else None
    span = Span(start, start + timedelta(minutes=length))
    return Shift(f"s{draw(st.uuids())}", span, draw(st.sampled_from(who)), kind, active)


@st.composite
def rosters(draw: st.DrawFn, *, most: int = 22, who: tuple[str | None, ...] = ("kari",)) -> Roster:
    """Draw a roster over three weeks."""
    beginning = draw(BEGINNINGS)
    return roster(*draw(st.lists(shifts_of(beginning, who), min_size=1, max_size=most)))


def findings(rule: Rule, plan: Roster) -> list[Finding]:
    """Return what one rule finds."""
    return list(rule.findings(plan, LIMITS))


def minutes(hours: object) -> int:
    """Return a measured number of hours in minutes."""
    assert isinstance(hours, type(shift("mon 08:00", "09:00").span.hours))
    return round(hours * 60)


@given(rosters())
def test_daily_rest_agrees_with_every_minute(plan: Roster) -> None:
    film = oracle.Film(plan.shifts, OSLO)
    expected = oracle.daily_rests(film.on_duty(plan.shifts), 11 * 60)
    found = [(film.minute(f.span.start), minutes(f.measured)) for f in findings(daily_rest.RULE, plan) if f.span]
    assert sorted(found) == sorted(expected)


@given(rosters(most=45))
def test_weekly_rest_agrees_with_every_minute(plan: Roster) -> None:
    film = oracle.Film(plan.shifts, OSLO)
    expected = oracle.broken_weeks(film, film.on_duty(plan.shifts), 35 * 60)
    found = {
        f.span.first_day(OSLO): minutes(f.measured)
        for f in findings(weekly_rest.RULE, plan)
        if f.weight is Weight.MUST and f.span
    }
    assert found == expected


@given(rosters(most=45))
def test_seven_days_from_a_start_of_work_agree_with_every_minute(plan: Roster) -> None:
    film = oracle.Film(plan.shifts, OSLO)
    busy = film.on_duty(plan.shifts)
    weeks = [
        (film.midnight(monday), film.midnight(monday + timedelta(days=7)))
        for monday in oracle.broken_weeks(film, busy, 35 * 60)
    ]
    expected = set()
    for start in oracle.work_starts(busy, 35 * 60):
        stop = start + 7 * 24 * 60
        best = oracle.longest_off(busy, start, stop)
        if best[1] - best[0] < 35 * 60 and not any(start < end and begin < stop for begin, end in weeks):
            expected.add(start)
    found = {
        film.minute(f.span.start) for f in findings(weekly_rest.RULE, plan) if f.weight is Weight.SHOULD and f.span
    }
    assert found == expected


@given(rosters(most=45))
def test_nights_in_a_row_agree_with_every_minute(plan: Roster) -> None:
    film = oracle.Film(plan.shifts, OSLO)
    expected = {run[0]: len(run) for run in oracle.runs(oracle.nights_awake(film, plan.shifts)) if len(run) > 3}
    found = findings(nights_in_a_row.RULE, advised(*plan.shifts))
    assert {f.span.first_day(OSLO): f.measured for f in found if f.span} == expected


@given(rosters(most=45))
def test_short_rests_after_nights_and_before_mornings_agree_with_every_minute(plan: Roster) -> None:
    film = oracle.Film(plan.shifts, OSLO)
    nights = [run[-1] for run in oracle.runs(oracle.nights_awake(film, plan.shifts)) if len(run) > 1]
    ended = [oracle.last_awake(film, plan.shifts, night) for night in nights]
    after_nights, before_mornings, begun = set(), set(), 0
    for start, end in oracle.rests(film.on_duty(plan.shifts)):
        is_short = 11 * 60 <= end - start < 28 * 60
        if is_short and any(begun <= minute < start for minute in ended):
            after_nights.add((start, end - start))
        evening, morning = ((film.zero + timedelta(minutes=at)).astimezone(OSLO) for at in (start, end))
        is_next = morning.date() == evening.date() + timedelta(days=1)
        if is_next and morning.hour < 9 and 11 * 60 <= end - start < 13 * 60:
            before_mornings.add((start, end - start))
        begun = end
    asked = advised(*plan.shifts)
    for rule, expected in ((rest_after_nights.RULE, after_nights), (late_to_early.RULE, before_mornings)):
        found = {(film.minute(f.span.start), minutes(f.measured)) for f in findings(rule, asked) if f.span}
        assert found == expected


@settings(max_examples=40)
@given(rosters(most=40))
def test_long_weeks_and_overtime_agree_with_every_minute(plan: Roster) -> None:
    film = oracle.Film(plan.shifts, OSLO)
    long, much = {}, {}
    for monday, (counted, longer) in oracle.weeks(film, plan.shifts).items():
        limit = min(40 * 60 + longer, Fraction(48 * 60))
        if round(counted, 1) > round(limit, 1):
            long[monday] = counted
        if round(counted - limit, 1) > 600:
            much[monday] = counted - limit
    assert about(findings(weekly_hours.RULE, plan)) == {monday: hundredths(value) for monday, value in long.items()}
    assert about(findings(overtime_week.RULE, plan)) == {monday: hundredths(value) for monday, value in much.items()}


def about(found: list[Finding]) -> dict[date, int]:
    """Return what single weeks measure, in hundredths of an hour, by their Monday."""
    weeks = [f for f in found if f.fact("weeks") in (None, 1)]
    return {f.span.first_day(OSLO): int(f.measured * 100) for f in weeks if f.span and isinstance(f.measured, Decimal)}


def hundredths(counted: Fraction) -> int:
    """Return minutes in hundredths of an hour, as hours are told: first to the ten-thousandth, as they are counted."""
    hours = Decimal(counted.numerator) / counted.denominator / 60
    return int(hours.quantize(Decimal("0.0001")).quantize(Decimal("0.01"), ROUND_HALF_UP) * 100)


@settings(max_examples=40)
@given(rosters(most=30))
def test_the_mean_of_two_weeks_agrees_with_every_minute(plan: Roster) -> None:
    place = arrangement(AgreementLevel.UNION, averaging=2)
    film = oracle.Film(plan.shifts, OSLO)
    days = [held.span.start.astimezone(OSLO).date() for held in plan.shifts]
    first, last = min(days), max(days) - timedelta(days=7)
    weeks = oracle.weeks(film, plan.shifts)
    net = {monday: counted - min(longer, Fraction(480)) for monday, (counted, longer) in weeks.items()}
    broken = {
        monday
        for monday in weeks
        if first - timedelta(days=6) <= monday and monday + timedelta(days=7) <= last + timedelta(days=7)
        if round(net[monday] + net.get(monday + timedelta(days=7), Fraction(0)), 1) > 80 * 60
    }
    found = {f.span.first_day(OSLO) for f in findings(averaged_hours.RULE, replace(plan, arrangement=place)) if f.span}
    assert found <= broken
    near = {monday + timedelta(days=7 * n) for monday in found for n in (-1, 0, 1)}
    assert broken <= near


@given(rosters(most=25))
def test_red_days_without_one_off_agree_with_every_minute(plan: Roster) -> None:
    film = oracle.Film(plan.shifts, OSLO)
    days = oracle.red_days(film, film.on_duty(plan.shifts))
    expected = [(day, following) for (day, is_worked), (following, is_next) in pairwise(days) if is_worked and is_next]
    found = [(f.fact("first"), f.fact("last")) for f in findings(sunday_rest.RULE, plan)]
    assert found == expected


@given(rosters(most=9, who=("kari", "ola", None)))
def test_double_booking_finds_each_pair_once(plan: Roster) -> None:
    found = [frozenset(f.shifts) for f in findings(double_booking.RULE, plan)]
    held = plan.shifts_by_holder
    expected = oracle.double_booked(held.get("kari", ())) | oracle.double_booked(held.get("ola", ()))
    assert len(found) == len(set(found))
    assert set(found) == expected


@given(rosters(most=12, who=("kari", "ola", "per", None)), st.booleans())
def test_uncovered_needs_add_up_to_what_every_minute_lacks(plan: Roster, is_away: bool) -> None:
    wants = [need(day, "08:00", end="12:00") for day in (1, 3, 5, 7)] + [
        need(6, "22:00", end="04:00", people=2),
        need(3, "10:00", end="11:30", people=2),
    ]
    away = (replace(absence("ola", "mon 00:00", "sun 00:00"), span=plan.shifts[0].span),) if is_away else ()
    asked = replace(plan, needs=tuple(wants), absences=away)
    film = oracle.Film(asked.shifts, OSLO)
    found = findings(uncovered_need.RULE, asked)
    assert sum(minutes(f.measured) for f in found) == oracle.uncovered(asked, film, asked.holder)
    assert all(f.unit is Unit.HOURS and f.span and f.span.hours * 2 >= (f.measured or 0) for f in found)  # type: ignore[operator]


@given(rosters(who=("kari", "ola", None)), st.sets(st.sampled_from(["kari", "ola", None]), max_size=2))
def test_the_check_of_some_assistants_is_the_whole_check_filtered(plan: Roster, some: set[str | None]) -> None:
    wants = (need(6, "22:00", end="04:00", people=2),)
    asked = replace(plan, needs=wants, absences=(absence("ola", "mon 00:00", "thu 00:00"),))
    expected = tuple(finding for finding in check(asked, LIMITS) if finding.assistant in some)
    assert check_assistants(asked, LIMITS, assistants=frozenset(some)) == expected


def test_the_example_is_checked_the_same_whatever_the_order_of_its_records() -> None:
    plan = asker_week_49()
    turned = replace(plan, shifts=plan.shifts[::-1], assistants=plan.assistants[::-1], needs=plan.needs[::-1])
    assert check(turned, LIMITS) == check(plan, LIMITS)
