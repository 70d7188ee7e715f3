"""The hour account by the settled readings: what is used, planned, left, carried and lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.account import Account, Ledger, accounts, settled_accounts, weeks_drawn
from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver
from bpa_desktop.domain.draw import Draw, Drawer, Drawn
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import DayRange
from tests.rosters import OSLO, absence, award, roster, shift, span

YEAR = DayRange(date(2026, 1, 1), date(2026, 12, 31))
TWO_YEARS = DayRange(date(2026, 1, 1), date(2027, 12, 31))
FRIDAY = date(2026, 12, 4)


def under(plan: Roster, *awards: Award) -> Roster:
    """Return the roster under some awards."""
    return replace(plan, awards=awards)


def only(plan: Roster, on: date = FRIDAY) -> Account:
    """Return the account of the one award."""
    (account,) = accounts(plan, on)
    return account


def test_a_year_grants_the_weekly_hours_by_its_days_over_seven() -> None:
    account = only(under(roster(), award(YEAR, weekly="35")))
    assert account.granted == Decimal("1825.00")
    assert account.period == YEAR
    assert account.used == account.planned == account.carried == 0
    assert account.left == account.granted


def test_a_period_is_clipped_to_the_award() -> None:
    account = only(under(roster(), award(DayRange(date(2026, 12, 1), date(2027, 3, 31)), weekly="7")))
    assert account.period == DayRange(date(2026, 12, 1), date(2026, 12, 31))
    assert account.granted == 31


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 3, 31), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_quarter_runs_over_three_months(day: date, first: date, last: date) -> None:
    account = only(under(roster(), award(TWO_YEARS, period=AccountPeriod.QUARTER)), day)
    assert account.period == DayRange(first, last)


def test_an_award_period_is_the_whole_award() -> None:
    account = only(under(roster(), award(TWO_YEARS, weekly="7", period=AccountPeriod.AWARD)))
    assert account.period == TWO_YEARS
    assert account.granted == 730


def test_an_award_period_without_end_is_settled_with_the_year() -> None:
    endless = award(DayRange(date(2025, 7, 1)), period=AccountPeriod.AWARD)
    assert only(under(roster(), endless)).period == DayRange(date(2025, 7, 1), date(2026, 12, 31))


def test_an_award_that_is_over_is_shown_in_its_last_period_and_one_to_come_in_its_first() -> None:
    past, future = DayRange(date(2020, 1, 1), date(2021, 6, 30)), DayRange(date(2027, 3, 1))
    before, after = accounts(under(roster(), award(past, name="old"), award(future, name="new")), FRIDAY)
    assert before.period == DayRange(date(2021, 1, 1), date(2021, 6, 30))
    assert before.per_week_left == 0
    assert after.period == DayRange(date(2027, 3, 1), date(2027, 12, 31))
    assert after.per_week_left == Decimal("35.00")


def test_what_has_ended_by_the_end_of_the_day_is_used_and_the_rest_is_planned() -> None:
    plan = under(
        roster(shift("fri 08:00", "15:00"), shift("fri 22:00", "07:00"), shift("fri 16:00", "00:00")), award(YEAR)
    )
    account = only(plan)
    assert account.used == 15  # the evening ends at midnight, with the day
    assert account.planned == 9
    assert account.left == account.granted - 24


def test_actual_times_count_where_they_are_known() -> None:
    late = shift("fri 08:00", "15:00", actual=span("fri 08:00", "17:00"))
    moved = shift("fri 09:00", "10:00", actual=span("sat 09:00", "11:00"))
    account = only(under(roster(late, moved), award(YEAR)))
    assert account.used == 9
    assert account.planned == 2


def test_a_shift_counts_once_whoever_holds_it() -> None:
    shifts = (shift("mon 08:00", "15:00"), shift("tue 08:00", "15:00", None), shift("wed 08:00", "15:00", "ola"))
    plan = replace(under(roster(*shifts), award(YEAR)), absences=(absence("ola", "wed 00:00", "thu 00:00"),))
    assert only(plan).used == 21


@pytest.mark.parametrize(("kind", "drawn"), [(kind, 0 if kind in ("training", "meeting") else 7) for kind in ShiftKind])
def test_training_and_meetings_are_not_drawn(kind: ShiftKind, drawn: int) -> None:
    assert only(under(roster(shift("mon 08:00", "15:00", kind=kind)), award(YEAR))).used == drawn


def test_a_resting_night_is_drawn_by_the_overnight_factor() -> None:
    nights = roster(shift("mon 22:00", "07:00", kind=ShiftKind.RESTING_NIGHT), shift("tue 08:00", "10:00"))
    assert only(under(nights, award(YEAR, overnight="0.5"))).used == Decimal("6.50")


def test_a_shift_over_new_year_is_split_at_midnight() -> None:
    night = roster(shift("2026-12-31 22:00", "07:00"))
    old = only(under(night, award(TWO_YEARS)), date(2026, 12, 31))
    new = only(under(night, award(TWO_YEARS)), date(2027, 1, 1))
    assert old.used == 0
    assert old.planned == 2
    assert new.used == 7
    assert new.planned == 0


def test_the_night_in_october_draws_the_hour_that_comes_twice() -> None:
    night = roster(shift("2026-10-24 22:00", "07:00"))
    assert only(under(night, award(YEAR))).used == 10


def test_hours_before_and_after_an_award_are_not_drawn_from_it() -> None:
    plan = roster(shift("thu 22:00", "07:00"), shift("fri 22:00", "07:00"))
    account = only(under(plan, award(DayRange(FRIDAY, FRIDAY))), date(2026, 12, 10))
    assert account.used == 7 + 2


def test_an_hour_under_two_awards_is_drawn_from_the_one_that_ends_first() -> None:
    plan = roster(shift("mon 08:00", "15:00"))
    long, short, endless = (
        award(TWO_YEARS, name="long"),
        award(YEAR, name="short"),
        award(DayRange(None), name="endless"),
    )
    used = {account.award: account.used for account in accounts(under(plan, endless, long, short), FRIDAY)}
    assert used == {"endless": 0, "long": 0, "short": 7}


def test_of_two_awards_that_end_together_the_first_in_the_file_is_drawn_from() -> None:
    plan = roster(shift("mon 08:00", "15:00"))
    used = [one.used for one in accounts(under(plan, award(YEAR, name="b"), award(YEAR, name="a")), FRIDAY)]
    assert used == [7, 0]


def test_without_carry_over_everything_left_lapses() -> None:
    account = only(under(roster(shift("mon 08:00", "15:00")), award(TWO_YEARS)), date(2027, 2, 1))
    assert account.carried == 0
    assert account.lapses == account.left == account.granted


@pytest.mark.parametrize(("carry", "carried"), [(CarryOver.FULL, "1818"), (Decimal(20), "20"), (Decimal(5000), "1818")])
def test_carried_hours_are_all_or_as_many_as_allowed(carry: CarryOver | Decimal, carried: str) -> None:
    plan = under(roster(shift("mon 08:00", "15:00")), award(TWO_YEARS, carry=carry))
    account = only(plan, date(2027, 2, 1))
    assert account.carried == Decimal(carried)
    assert account.left == account.granted + Decimal(carried)


def test_hours_that_may_be_carried_do_not_lapse() -> None:
    plan = roster()
    assert only(under(plan, award(TWO_YEARS, carry=CarryOver.FULL))).lapses == 0
    some = only(under(plan, award(TWO_YEARS, carry=Decimal(20))))
    assert some.lapses == some.left - 20


def test_an_overdrawn_period_carries_nothing_and_lapses_nothing() -> None:
    plan = under(roster(shift("fri 08:00", "sun 08:00")), award(TWO_YEARS, weekly="0.1", carry=CarryOver.FULL))
    now, then = only(plan, date(2026, 12, 31)), only(plan, date(2027, 1, 1))
    assert now.left < 0
    assert now.lapses == 0
    assert then.carried == 0


def test_hours_carried_twice_add_up() -> None:
    plan = under(roster(), award(TWO_YEARS, weekly="7", period=AccountPeriod.QUARTER, carry=CarryOver.FULL))
    assert only(plan, date(2026, 7, 1)).carried == 90 + 91


def test_what_is_left_a_week_is_counted_over_the_days_after_the_one_asked_for() -> None:
    account = only(under(roster(), award(YEAR, weekly="7")), date(2026, 12, 17))
    assert account.per_week_left == Decimal("182.50")  # 365 hours over two weeks
    assert only(under(roster(), award(YEAR)), date(2026, 12, 31)).per_week_left == 0


def test_the_forecast_goes_on_as_until_now_or_as_planned_where_that_is_more() -> None:
    days = DayRange(date(2026, 11, 30), date(2026, 12, 13))
    week = roster(*(shift(f"{day} 08:00", "12:00") for day in ("mon", "tue", "wed", "thu", "fri")))
    account = only(under(week, award(days)), date(2026, 12, 6))
    assert account.granted == 70
    assert account.left == 50
    assert account.forecast_at_end == 30
    busy = [shift(f"{day}+1 08:00", "20:00") for day in ("mon", "tue", "wed")]
    planned = only(under(roster(*week.shifts, *busy), award(days)), date(2026, 12, 6))
    assert planned.forecast_at_end == planned.left == 14


MINUTES = st.integers(0, 400 * 24 * 4)


@st.composite
def planned_shifts(draw: st.DrawFn) -> Shift:
    """Draw a shift in or round 2026, by the quarter of an hour."""
    start = span("2025-12-20 08:00", "09:00").start + timedelta(minutes=15 * draw(MINUTES))
    planned = replace(
        shift("mon 08:00", "09:00", kind=draw(st.sampled_from(ShiftKind))),
        span=replace(
            span("mon 08:00", "09:00"), start=start, end=start + timedelta(minutes=15 * draw(st.integers(1, 200)))
        ),
    )
    return replace(planned, id=f"s{draw(st.uuids())}")


@given(st.lists(planned_shifts(), max_size=8), st.integers(0, 364))
def test_the_account_agrees_with_counting_quarters_one_by_one(shifts: list[Shift], day: int) -> None:
    on = date(2026, 1, 1) + timedelta(days=day)
    factor = Decimal("0.25")
    account = only(under(roster(*shifts), award(TWO_YEARS, overnight="0.25")), on)
    used, planned = Decimal(0), Decimal(0)
    for one in shifts:
        moment = one.span.start
        drawn = Decimal(0)
        while moment < one.span.end:
            drawn += Decimal("0.25") if moment.astimezone(OSLO).year == 2026 else 0
            moment += timedelta(minutes=15)
        drawn *= factor if one.kind is ShiftKind.RESTING_NIGHT else 1
        drawn *= 0 if one.kind in (ShiftKind.TRAINING, ShiftKind.MEETING) else 1
        ended = one.span.last_day(OSLO) <= on
        used, planned = used + (drawn if ended else 0), planned + (0 if ended else drawn)
    assert abs(account.used - used) < Decimal("0.01")
    assert abs(account.planned - planned) < Decimal("0.01")
    assert account.left == account.granted - account.used - account.planned


HALF = DayRange(date(2026, 7, 1), date(2026, 12, 31))


def weekly(hours: int, weeks: range) -> tuple[Shift, ...]:
    """Return a shift of so many hours in each of some weeks from 6 July on."""
    first = date(2026, 7, 6)
    return tuple(shift(f"{first + timedelta(days=7 * week)} 08:00", f"{8 + hours:02}:00") for week in weeks)


def test_what_will_lapse_by_the_forecast_says_when_to_act() -> None:
    plan = under(roster(*weekly(5, range(4))), award(HALF, weekly="7"))
    account = only(plan, date(2026, 7, 31))
    assert (account.granted, account.used, account.planned) == (Decimal(184), Decimal(20), Decimal(0))
    # 20 hours in 31 days, 153 days to go: 98.71 more, and 184 - 20 - 98.71 are left
    assert account.forecast_at_end == account.will_lapse == Decimal("65.29")
    assert account.lapses == 164
    assert account.act_by == date(2026, 12, 31) - timedelta(days=65)  # 66 days with 7 hours a week more
    assert account.runs_out is None


def test_what_is_carried_over_does_not_lapse_and_nothing_is_to_be_done() -> None:
    kept = only(under(roster(), award(HALF, weekly="7", carry=CarryOver.FULL)), date(2026, 7, 31))
    assert (kept.will_lapse, kept.act_by) == (Decimal(0), None)
    some = only(under(roster(), award(HALF, weekly="7", carry=Decimal(100))), date(2026, 7, 31))
    assert (some.will_lapse, some.act_by) == (Decimal(84), date(2026, 10, 9))


def test_after_the_end_there_is_nothing_to_be_done_any_more() -> None:
    assert only(under(roster(), award(HALF, weekly="7")), date(2026, 12, 31)).act_by is None
    assert only(under(roster(), award(HALF, weekly="0")), date(2026, 7, 1)).act_by is None


def test_hours_run_out_on_the_day_that_is_planned_beyond_them() -> None:
    plan = under(roster(*weekly(7, range(4))), award(HALF, weekly="1"))  # 26.29 hours, 28 planned
    assert only(plan, date(2026, 7, 1)).runs_out == date(2026, 7, 27)
    assert only(under(roster(*weekly(7, range(3))), award(HALF, weekly="1")), date(2026, 7, 1)).runs_out is None


def test_hours_run_out_on_the_day_the_pace_takes_them() -> None:
    plan = under(roster(*weekly(10, range(4))), award(HALF, weekly="2"))
    account = only(plan, date(2026, 7, 31))  # 40 of 52.57 hours used in 31 days
    assert account.runs_out == date(2026, 8, 10)
    assert only(plan, date(2027, 3, 1)).runs_out is None


def test_another_period_can_be_looked_at_as_of_today() -> None:
    quarters = award(TWO_YEARS, period=AccountPeriod.QUARTER, weekly="7", carry=CarryOver.FULL)
    plan = under(roster(*weekly(5, range(16))), quarters)
    (third,) = accounts(plan, date(2026, 7, 31), shown=date(2026, 9, 1))
    (fourth,) = accounts(plan, date(2026, 7, 31), shown=date(2026, 10, 1))
    assert (third.used, third.planned) == (Decimal(20), Decimal(45))
    assert (fourth.used, fourth.planned) == (Decimal(0), Decimal(15))
    assert fourth.carried == 181 + 92 - 65
    assert fourth.per_week_left == round(fourth.left * 7 / 92, 2)


def test_the_weeks_of_a_period_add_up_to_it_and_are_clipped_to_it() -> None:
    granted = award(HALF, weekly="7")
    plan = under(roster(*weekly(5, range(8))), granted)
    weeks = weeks_drawn(plan, granted, on=date(2026, 7, 31), shown=date(2026, 7, 31))
    account = only(plan, date(2026, 7, 31))
    assert [sum(getattr(week, name) for week in weeks) for name in ("granted", "used", "planned")] == [
        account.granted,
        account.used,
        account.planned,
    ]
    assert (weeks[0].week.number, weeks[0].granted) == (27, Decimal(5))  # from Wednesday on
    assert (weeks[1].used, weeks[1].planned) == (Decimal(5), Decimal(0))
    assert (weeks[5].used, weeks[5].planned) == (Decimal(0), Decimal(5))
    assert (weeks[-1].week.number, weeks[-1].granted) == (53, Decimal(4))


@pytest.mark.parametrize("kind", [ShiftKind.TRAINING, ShiftKind.MEETING])
def test_training_and_meetings_are_drawn_only_where_the_award_says_so(kind: ShiftKind) -> None:
    plan = roster(shift("fri 08:00", "11:00", kind=kind))
    assert only(under(plan, award(YEAR))).used == 0
    assert only(under(plan, replace(award(YEAR), also_drawn=(kind,)))).used == 3


def test_each_settled_period_comes_with_what_is_drawn_in_it() -> None:
    quarters = award(TWO_YEARS, period=AccountPeriod.QUARTER, name="q")
    plan = under(roster(shift("2026-12-31 20:00", "04:00"), shift("2026-08-01 08:00", "10:00")), quarters)
    found = settled_accounts(plan, Drawn().settlements(plan, FRIDAY), on=FRIDAY)
    assert [(account.period.first, [draw.hours for draw in inside.draws]) for account, inside in found] == [
        (date(2026, 7, 1), [Decimal(2)]),
        (date(2026, 10, 1), [Decimal(4)]),
        (date(2027, 1, 1), [Decimal(4)]),
    ]


def test_what_was_carried_over_counts_in_the_forecast_and_before_hours_run_out() -> None:
    quarters = award(TWO_YEARS, period=AccountPeriod.QUARTER, weekly="0.5", carry=CarryOver.FULL)
    plan = under(roster(*weekly(2, range(4))), quarters)  # 6.43 + 6.5 + 6.57 granted until September
    account = only(plan, date(2026, 7, 31))
    assert (account.carried, account.granted, account.used) == (Decimal("12.93"), Decimal("6.57"), Decimal(8))
    assert account.forecast_at_end == Decimal("12.93") + Decimal("6.57") - 8 - round(Decimal(8) / 31 * 61, 2)
    assert account.runs_out == date(2026, 7, 31) + timedelta(days=45)  # 11.5 hours at 8 in 31 days
    full = under(roster(*weekly(6, range(4))), quarters)
    assert only(full, date(2026, 7, 5)).runs_out == date(2026, 7, 27)


def test_an_award_whose_beginning_is_not_known_carries_nothing() -> None:
    old = award(DayRange(None, date(2027, 12, 31)), weekly="7", carry=CarryOver.FULL)
    assert only(under(roster(), old)).carried == 0


def test_weeks_are_of_one_award_and_one_period_and_reach_to_its_last_day() -> None:
    first = award(DayRange(date(2026, 7, 1), date(2026, 7, 13)), weekly="7", name="a")  # a Monday
    second = award(DayRange(date(2026, 7, 14), date(2027, 12, 31)), weekly="7", name="b")
    plan = under(roster(*weekly(5, range(8))), first, second)
    weeks = weeks_drawn(plan, first, on=FRIDAY, shown=date(2026, 7, 5))
    assert [(week.week.number, week.granted, week.used) for week in weeks] == [
        (27, Decimal(5), Decimal(0)),
        (28, Decimal(7), Decimal(5)),
        (29, Decimal(1), Decimal(5)),
    ]
    later = weeks_drawn(plan, second, on=FRIDAY, shown=date(2027, 2, 1))
    assert sum(week.used for week in later) == 0


MANY = roster(*(shift(f"{date(2026, 1, 1) + timedelta(days=day)} 22:00", "06:00") for day in range(200)))


@given(st.lists(st.tuples(st.integers(0, 199), st.integers(-500, 500), st.booleans()), max_size=6))
def test_a_ledger_says_after_any_changes_what_the_accounts_say(changes: list[tuple[int, int, bool]]) -> None:
    plan, ledger = under(MANY, award(TWO_YEARS, carry=CarryOver.FULL, period=AccountPeriod.QUARTER)), Ledger()
    for place, hours, is_taken_away in changes:
        held = plan.shifts[min(place, len(plan.shifts) - 1)]
        moved = plan.with_shift(replace(held, span=held.span.moved(timedelta(hours=hours))))
        plan = replace(plan, shifts=tuple(one for one in plan.shifts if one is not held)) if is_taken_away else moved
        for on in (FRIDAY, date(2026, 3, 1)):
            assert ledger.accounts(plan, on, shown=FRIDAY) == accounts(plan, on, shown=FRIDAY)


def test_a_ledger_asks_about_few_shifts_when_one_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    plan, ledger = under(MANY, award(YEAR)), Ledger()
    ledger.accounts(plan, FRIDAY, shown=FRIDAY)
    asked: list[Shift] = []
    draws_of = Drawer.draws_of

    def noted(drawer: Drawer, one: Shift) -> tuple[Draw, ...]:
        asked.append(one)
        return draws_of(drawer, one)

    monkeypatch.setattr(Drawer, "draws_of", noted)
    ledger.accounts(plan, FRIDAY, shown=date(2026, 3, 1))
    assert asked == []
    ledger.accounts(plan.with_shift(replace(plan.shifts[100], break_minutes=30)), FRIDAY, shown=FRIDAY)
    assert 0 < len(asked) < len(plan.shifts) / 2


def test_a_settlement_that_no_change_touches_is_the_very_same() -> None:
    plan, drawn = under(MANY, award(TWO_YEARS, period=AccountPeriod.QUARTER)), Drawn()
    before = drawn.settlements(plan, FRIDAY)
    after = drawn.settlements(plan.with_shift(replace(plan.shifts[100], break_minutes=30)), FRIDAY)
    assert after == before
    moved = plan.with_shift(replace(plan.shifts[0], span=plan.shifts[0].span.moved(timedelta(hours=1))))
    changed = [key for key, inside in drawn.settlements(moved, FRIDAY).items() if inside is not before[key]]
    assert [period.first for _, period in changed] == [date(2026, 1, 1)]
