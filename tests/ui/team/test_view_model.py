"""The team's figures, without Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from bpa_desktop.domain.roster import Roster, first_week
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import DayRange, Week, clock_span
from bpa_desktop.domain.team import Assistant, Employment, EmploymentKind
from bpa_desktop.i18n import Language
from bpa_desktop.ui.team.view_model import Line, build_team
from bpa_desktop.ui.team.wording import contact, left_column, line_name, post_text, sentence, week_column
from tests.ui.desks import HOME, week_49

WEEK = Week(2026, 49)
EN = Language("en")


def line_of(roster: Roster, assistant: str) -> Line:
    return next(line for line in build_team(roster, WEEK).lines if line.assistant.id == assistant)


def test_hours_are_what_somebody_holds_and_not_what_they_are_absent_from() -> None:
    assert line_of(week_49(), "kari").week_planned == 21
    ola = line_of(week_49(), "ola")
    assert ola.week_planned == 13  # his Friday is open
    assert ola.is_absent


def test_the_contract_is_the_share_of_the_full_week_and_what_is_left_runs_over_the_period() -> None:
    kari = line_of(week_49(), "kari")
    assert kari.week_contract is not None
    assert round(kari.week_contract, 6) == Decimal("22.5")
    assert kari.left is not None
    assert round(kari.left, 6) == 8 * Decimal("22.5") - 21


def test_the_period_is_four_weeks_where_nothing_is_agreed() -> None:
    plain = replace(week_49(), arrangement=replace(HOME, agreement=replace(HOME.agreement, averaging_weeks=None)))
    model = build_team(plain, WEEK)
    assert (model.period, model.last_week) == (4, Week(2026, 52))


def test_somebody_on_call_at_nothing_has_nothing_left_over() -> None:
    assert line_of(week_49(), "jonas").left is None


def test_a_post_that_begins_on_thursday_counts_four_days_of_the_week() -> None:
    post = Employment(DayRange(date(2026, 12, 3)), EmploymentKind.PERMANENT, Decimal(70))
    roster = Roster(HOME, assistants=(Assistant("eva", "Eva", employments=(post,)),))
    contract = line_of(roster, "eva").week_contract
    assert contract is not None
    assert round(contract, 6) == Decimal("15.0")


def test_standby_at_home_is_no_hours_worked() -> None:
    home = Shift(
        "s", clock_span(date(2026, 12, 2), time(8), end=time(16), zone=HOME.zone), "kari", ShiftKind.STANDBY_HOME
    )
    roster = week_49()
    assert line_of(replace(roster, shifts=(*roster.shifts, home)), "kari").week_planned == 21


def test_it_begins_with_the_next_week_in_which_something_is_planned() -> None:
    assert first_week(week_49(), date(2026, 11, 24)) == WEEK
    assert first_week(week_49(), date(2027, 3, 1)) == Week.of(date(2027, 3, 1))
    assert first_week(Roster(HOME), date(2026, 11, 24)) == Week(2026, 48)


def test_those_not_employed_come_last() -> None:
    roster = week_49()
    gone = replace(
        roster.assistants[0],
        employments=(Employment(DayRange(date(2020, 1, 1), date(2020, 2, 1)), EmploymentKind.TEMPORARY, Decimal(10)),),
    )
    model = build_team(replace(roster, assistants=(gone, *roster.assistants[1:])), WEEK)
    assert model.lines[-1].assistant.name == "Kari Lunde"
    assert "not employed this week" in line_name(EN, model.lines[-1], model=model)


def test_too_many_hours_are_said_by_sign_and_word() -> None:
    roster = week_49()
    busy = replace(roster, arrangement=replace(HOME, agreement=replace(HOME.agreement, averaging_weeks=1)))
    model = build_team(busy, WEEK)
    amina = next(line for line in model.lines if line.assistant.id == "amina")
    assert left_column(EN, amina, model=model) == "△ 5.25 h too many to week 49"
    assert "5.25 hours too many to week 49" in line_name(EN, amina, model=model)


def test_the_sentence_leads_with_the_figures() -> None:
    assert sentence(EN, build_team(week_49(), WEEK)) == "6 assistants · 75 of 78.75 contract hours planned"
    assert sentence(EN, build_team(Roster(HOME), WEEK)) == "Nobody is on the team yet."


def test_a_line_names_everything_it_shows() -> None:
    model = build_team(week_49(), WEEK)
    for line in model.lines:
        name = line_name(EN, line, model=model)
        for shown in (line.assistant.name, week_column(EN, line), line.assistant.phone, *line.assistant.skills):
            assert shown in name


def test_the_telephone_stays_on_one_line_and_the_address_stands_in_for_it() -> None:
    assert " " not in contact(Assistant("a", "A", phone="900 00 001"))
    assert contact(Assistant("a", "A", email="a@example.org")) == "a@example.org"


def test_a_post_without_a_share_of_full_time_is_named_by_its_kind_alone() -> None:
    assert post_text(EN, line_of(week_49(), "jonas")) == "on call"
    assert post_text(EN, line_of(week_49(), "kari")) == "60 %, permanent"
