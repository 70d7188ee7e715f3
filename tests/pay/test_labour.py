"""A month's labour cost, worked out by hand from the notes on the agreements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.span import Span, days_span
from bpa_desktop.pay.agreement import PayRules
from bpa_desktop.pay.cost import LabourCost, Note, NoteCode
from bpa_desktop.pay.kind import Kind
from bpa_desktop.pay.labour import month_labour
from tests.pay.months import (
    AVERAGED,
    HOME_STANDBY,
    OSLO,
    RESTING,
    VIRKE,
    amounts,
    at,
    december,
    kari,
    roster,
    shift,
    shipped,
)


def noted(cost: LabourCost, code: NoteCode) -> list[Note]:
    return [note for note in cost.notes if note.code is code]


def test_an_evening_is_paid_by_the_ladder_and_the_hours_after_five() -> None:
    cost = december(shift("2025-12-01T15:00", "2025-12-01T23:00"))
    assert amounts(cost) == {"base": "1707.04", "evening_night": "360.00"}
    assert cost.hours == 8


def test_a_weekend_night_has_both_supplements() -> None:
    cost = december(shift("2025-12-06T22:00", "2025-12-07T06:00"))
    assert amounts(cost) == {"base": "1707.04", "evening_night": "480.00", "weekend": "456.00"}


def test_a_holiday_is_paid_133_percent_and_no_weekend() -> None:
    assert amounts(december(shift("2025-12-25T08:00", "2025-12-25T16:00")))["holiday"] == "2270.36"
    sunday = shift("2025-04-20T08:00", "2025-04-20T16:00")
    easter = month_labour(roster(sunday), date(2025, 4, 1), rules=VIRKE)
    assert amounts(easter) == {"base": "1707.04", "holiday": "2270.36"}


def test_christmas_eve_is_dearer_from_noon_in_the_municipality_only() -> None:
    eve = shift("2025-12-24T08:00", "2025-12-24T16:00")
    assert amounts(december(eve)) == {"base": "1707.04"}
    own = december(eve, rules=shipped("ks"), assistant=kari(hourly_wage=Decimal(240)))
    assert amounts(own) == {"base": "1920.00", "holiday": "1280.00"}


@pytest.mark.parametrize(
    ("active", "base", "evening"),
    [(0, "569.01", "140.00"), (20, "675.70", "166.25"), (40, "782.39", "192.50"), (160, "1707.04", "420.00")],
)
def test_a_resting_night_is_paid_a_third_with_half_hours_on_top_and_whole_from_a_third_active(
    active: int, base: str, evening: str
) -> None:
    cost = december(shift("2025-12-01T23:00", "2025-12-02T07:00", kind=RESTING, active_minutes=active))
    assert amounts(cost) == {"resting_night": base, "evening_night": evening}
    assert cost.hours == 8
    assert bool(noted(cost, NoteCode.ACTIVATIONS)) is bool(active)


def test_the_nights_the_clocks_change_are_paid_as_lived() -> None:
    spring = shift("2025-03-29T23:00", "2025-03-30T07:00")
    autumn = shift("2025-10-25T23:00", "2025-10-26T07:00")
    assert month_labour(roster(spring), date(2025, 3, 1), rules=VIRKE).hours == 7
    longer = month_labour(roster(autumn), date(2025, 10, 1), rules=VIRKE)
    assert longer.hours == 9
    assert amounts(longer) == {"base": "1920.42", "evening_night": "480.00", "weekend": "513.00"}


def test_a_night_over_the_months_edge_is_cut_at_midnight() -> None:
    new_year = roster(shift("2025-12-31T22:00", "2026-01-01T06:00"))
    before = month_labour(new_year, date(2025, 12, 1), rules=VIRKE)
    after = month_labour(new_year, date(2026, 1, 1), rules=VIRKE)
    assert amounts(before) == {"base": "426.76", "evening_night": "120.00"}
    assert amounts(after) == {"base": "1280.28", "evening_night": "360.00", "holiday": "1702.77"}


def test_what_really_happened_is_paid() -> None:
    planned = shift("2025-12-01T08:00", "2025-12-01T12:00")
    longer = replace(planned, actual=Span(at("2025-12-01T08:00"), at("2025-12-01T13:30")))
    assert december(longer).hours == Decimal("5.50")


def test_seniority_and_the_week_choose_the_rate() -> None:
    day = shift("2025-12-01T08:00", "2025-12-01T09:00")
    rates = {
        (since, norm): amounts(december(day, assistant=kari(seniority_from=since), weekly_norm=Decimal(norm)))["base"]
        for since in (date(2025, 1, 1), date(2022, 12, 1), date(2022, 12, 2), date(2010, 1, 1))
        for norm in ("37.5", "35.5")
    }
    assert list(rates.values()) == ["213.38", "225.40", "218.51", "230.82", "213.38", "225.40", "233.89", "247.07"]


def test_a_step_reached_in_the_month_makes_two_lines() -> None:
    days = (shift("2025-12-09T08:00", "2025-12-09T10:00"), shift("2025-12-10T08:00", "2025-12-10T10:00"))
    (person,) = december(*days, assistant=kari(seniority_from=date(2022, 12, 10))).people
    assert [part.amount for part in person.parts if part.kind is Kind.BASE] == [Decimal("426.76"), Decimal("437.02")]


def test_an_assistants_own_wage_goes_before_the_ladder() -> None:
    cost = december(shift("2025-12-01T08:00", "2025-12-01T12:00"), assistant=kari(hourly_wage=Decimal("250.5")))
    (base,) = (part for part in cost.people[0].parts if part.kind is Kind.BASE)
    assert (base.amount, base.rate, base.basis) == (Decimal("1002.00"), Decimal("250.50"), None)


def test_on_top_come_holiday_pay_pension_and_the_contribution_of_all_three() -> None:
    cost = december(shift("2025-12-01T08:00", "2025-12-01T12:00"), assistant=kari(hourly_wage=Decimal(250)))
    on_top = {part.kind: (part.amount, part.percent) for part in cost.people[0].parts[1:]}
    assert on_top == {
        Kind.HOLIDAY_PAY: (Decimal("120.00"), Decimal(12)),
        Kind.PENSION: (Decimal("20.00"), Decimal(2)),
        Kind.EMPLOYER_CONTRIBUTION: (Decimal("160.74"), Decimal("14.1")),
    }
    assert cost.total == Decimal("1300.74")


@pytest.mark.parametrize(("born", "percent"), [(1967, "12"), (1966, "14.3"), (1950, "14.3")])
def test_who_turns_sixty_next_year_earns_more_holiday_pay(born: int, percent: str) -> None:
    senior = kari(birth_date=date(born, 12, 31))
    cost = december(shift("2025-12-01T08:00", "2025-12-01T12:00"), assistant=senior)
    assert [part.percent for part in cost.people[0].parts if part.kind is Kind.HOLIDAY_PAY] == [Decimal(percent)]


LONG_WEEK = tuple(shift(f"2025-12-0{day}T08:00", f"2025-12-0{day}T16:00") for day in range(1, 7))


def test_what_is_above_the_full_week_is_overtime_by_the_laws_least() -> None:
    assert amounts(december(*LONG_WEEK))["overtime"] == "896.20"
    assert "overtime" not in amounts(december(*LONG_WEEK[:4]))


def test_an_averaged_week_has_no_overtime_and_says_so() -> None:
    cost = december(*LONG_WEEK, agreement=AVERAGED)
    assert "overtime" not in amounts(cost)
    assert [note.hours for note in noted(cost, NoteCode.AVERAGED)] == [Decimal("10.50")]


def test_overtime_counts_the_weeks_days_in_the_month_before() -> None:
    days = [("11", 24), ("11", 25), ("11", 26), ("11", 27), ("11", 28), ("11", 29), ("11", 30)]
    week = [shift(f"2025-{month}-{day}T08:00", f"2025-{month}-{day}T16:00") for month, day in days]
    assert "overtime" not in amounts(december(*week))
    turn = [shift(f"2026-{day}T08:00", f"2026-{day}T16:00") for day in ("01-26", "01-27", "01-28", "01-29", "02-01")]
    assert amounts(month_labour(roster(*turn), date(2026, 2, 1), rules=VIRKE))["overtime"] == "213.38"


def test_what_an_agreement_does_not_tell_is_said_and_has_no_price() -> None:
    nights = [
        shift("2025-12-01T23:00", "2025-12-02T07:00", kind=RESTING),
        shift("2025-12-25T08:00", "2025-12-25T12:00"),
    ]
    cost = december(*nights, rules=shipped("nho-595"))
    assert amounts(cost) == {"base": "737.52"}
    unknown = {note.kind: note.hours for note in noted(cost, NoteCode.UNKNOWN)}
    assert unknown == {Kind.RESTING_NIGHT: Decimal("8.00"), Kind.HOLIDAY: Decimal("4.00")}
    assert [note.day for note in noted(cost, NoteCode.OLD)] == [date(2024, 4, 30)]


def test_an_unknown_holiday_supplement_does_not_take_the_weekends_away() -> None:
    cost = december(shift("2026-04-05T08:00", "2026-04-05T12:00"), rules=shipped("nho-595"))
    assert cost.total == 0
    easter = roster(shift("2026-04-05T08:00", "2026-04-05T12:00"))
    assert amounts(month_labour(easter, date(2026, 4, 1), rules=shipped("nho-595")))["weekend"] == "228.00"


def test_standby_at_home_is_a_seventh_in_the_municipality_and_unknown_elsewhere() -> None:
    watch = shift("2025-12-02T07:00", "2025-12-02T14:00", kind=HOME_STANDBY)
    own = kari(hourly_wage=Decimal(240))
    assert amounts(december(watch, rules=shipped("ks"), assistant=own)) == {"standby_home": "240.00"}
    unknown = december(watch, assistant=own)
    assert unknown.total is None
    assert [note.kind for note in noted(unknown, NoteCode.UNKNOWN)] == [Kind.STANDBY_HOME]


def test_without_agreement_and_wage_nothing_is_told_and_with_a_wage_the_base_is() -> None:
    nothing = PayRules(None, VIRKE.law, "I")
    evening = shift("2025-12-01T15:00", "2025-12-01T19:00")
    assert december(evening, rules=nothing).total is None
    assert december(evening, rules=nothing).notes == (Note(NoteCode.NOTHING_KNOWN),)
    assert december(rules=nothing).total is None
    paid = december(evening, rules=nothing, assistant=kari(hourly_wage=Decimal(200)))
    assert amounts(paid) == {"base": "800.00"}
    assert noted(paid, NoteCode.NO_AGREEMENT)


def test_who_has_no_wage_beside_those_who_have_is_said() -> None:
    evening = shift("2025-12-01T15:00", "2025-12-01T19:00", assistant="stranger")
    own = shift("2025-12-02T15:00", "2025-12-02T19:00")
    paid = december(evening, own, rules=PayRules(None, VIRKE.law, "I"), assistant=kari(hourly_wage=Decimal(200)))
    assert noted(paid, NoteCode.NO_WAGE) == [Note(NoteCode.NO_WAGE, "stranger", hours=Decimal("4.00"))]


def test_open_hours_and_those_of_the_absent_are_said_and_cost_nothing() -> None:
    open_one = shift("2025-12-01T08:00", "2025-12-01T12:00", assistant=None)
    ill = shift("2025-12-02T08:00", "2025-12-02T15:00")
    away = Absence("a", "kari", days_span(date(2025, 12, 2), date(2025, 12, 2), zone=OSLO), AbsenceKind.SELF_CERTIFIED)
    cost = month_labour(replace(roster(open_one, ill), absences=(away,)), date(2025, 12, 1), rules=VIRKE)
    assert (cost.people, cost.total) == ((), Decimal(0))
    assert [(note.assistant, note.hours) for note in cost.notes if note.hours] == [
        (None, Decimal(4)),
        ("kari", Decimal(7)),
    ]


def test_shifts_on_top_of_each_other_are_said() -> None:
    both = shift("2025-12-01T08:00", "2025-12-01T12:00"), shift("2025-12-01T10:00", "2025-12-01T11:00", id="other")
    assert [note.hours for note in noted(december(*both), NoteCode.OVERLAPPING)] == [Decimal("1.00")]


def test_an_unknown_seniority_is_said() -> None:
    stranger = shift("2025-12-01T08:00", "2025-12-01T12:00", assistant="nobody-knows")
    cost = december(stranger)
    assert amounts(cost) == {"base": "853.52"}
    assert [note.assistant for note in noted(cost, NoteCode.SENIORITY)] == ["nobody-knows"]
