"""The hour account on the screen: said, drawn, in a table, walked by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.award import Award, CarryOver
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange
from bpa_desktop.i18n import Language
from bpa_desktop.services.shift import remove_shifts
from bpa_desktop.texts import account_sentence
from bpa_desktop.ui import theme
from bpa_desktop.ui.account.view import AccountScreen
from bpa_desktop.ui.account.view_model import build_accounts, neighbour
from bpa_desktop.ui.account.wording import advice, chart_text, facts
from tests.plain_text import plain
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import listen, make_desk, week_49
from tests.ui.screens import focused, press, read, shown

TODAY = date(2026, 11, 24)
EN = Language("en")


def granted(weekly: str, *, carry: CarryOver | Decimal = CarryOver.NONE, last: date | None = None) -> Roster:
    """Return the example with so many hours a week granted from November on."""
    roster = week_49()
    hours = replace(roster.awards[0].weekly_hours, personal=Decimal(weekly), practical=Decimal(0), other=Decimal(0))
    days = DayRange(date(2026, 11, 1), last)
    return replace(roster, awards=(replace(roster.awards[0], days=days, weekly_hours=hours, carry_over=carry),))


def said(roster: Roster) -> str:
    """Return the advice about the one award."""
    (model,) = build_accounts(roster, TODAY, today=TODAY)
    return " ".join(advice(EN, model))


def test_the_sentence_says_what_people_lead_by(qtbot: QtBot) -> None:
    screen = shown(qtbot, AccountScreen, make_desk(granted("90"), code="en")[0])
    (model,) = build_accounts(granted("90"), TODAY, today=TODAY)
    assert account_sentence(EN, model.account) in read(screen)
    assert "Left of the award until 31 Dec 2026: 694.29 hours" in plain(read(screen))


def test_more_than_is_granted_is_expectedas_such() -> None:
    (model,) = build_accounts(granted("7"), TODAY, today=TODAY)
    assert (
        account_sentence(EN, model.account)
        == "29 hours more than the award grants are used and planned until 31 Dec 2026."
    )
    assert "the hours are used up on Friday 4 December" in said(granted("7"))


def test_what_will_lapse_says_when_to_begin_or_that_it_is_too_late() -> None:
    assert "more than twice the award's hours a week would use up" in said(granted("90"))
    in_time = said(granted("24"))
    assert "will lapse. To use them up, begin on" in in_time
    assert "lapse" not in said(granted("90", carry=CarryOver.FULL))


def test_an_award_that_ends_soon_is_reminded_of() -> None:
    assert "The award ends on Sunday 31 January 2027" in said(granted("20", last=date(2027, 1, 31)))
    assert "The award ends" not in said(granted("20", last=date(2027, 5, 31)))
    assert "The award ends" not in said(granted("20"))


def test_the_facts_say_what_is_granted_by_type_and_what_becomes_of_the_rest() -> None:
    (model,) = build_accounts(week_49(), TODAY, today=TODAY)
    told = dict(facts(EN, model))
    assert told["Granted"].endswith("(a week: personal 62, practical 22 and other 6)")
    assert told["Unused hours"] == "lapse at the end of the period"
    (some,) = build_accounts(granted("90", carry=Decimal(40)), TODAY, today=TODAY)
    assert dict(facts(EN, some))["Unused hours"] == "up to 40 hours are carried over"


def test_the_weeks_count_down_to_what_is_left() -> None:
    (model,) = build_accounts(granted("90"), TODAY, today=TODAY)
    assert model.weeks[-1].left == model.account.left
    assert [week.week.number for week in model.weeks if week.is_now] == [48]
    assert "Most in week 49: 90 hours." in chart_text(EN, model)
    assert chart_text(EN, build_accounts(granted("90"), date(2028, 1, 1), today=TODAY)[0]).startswith("Nothing")


def test_keys_walk_the_weeks_and_enter_goes_to_the_roster(qtbot: QtBot) -> None:
    desk, _ = make_desk(granted("90"), code="en")
    wanted: list[tuple[str, str]] = []
    desk.bulletin.wanted.connect(lambda *what: wanted.append(what))
    shown(qtbot, AccountScreen, desk)
    for stop in ("New award", "Edit the award Vedtak 2025/4711", "Week 48:"):
        press(Qt.Key.Key_Tab)
        assert focused().startswith(stop)
    press(Qt.Key.Key_Down)
    assert plain(focused()).startswith("Week 49: used 0 hours, planned 90 hours, granted 90 hours")
    press(Qt.Key.Key_Return)
    assert wanted == [("roster", "2026-11-30")]


def test_page_keys_turn_the_period_and_today_comes_back(qtbot: QtBot) -> None:
    desk, _ = make_desk(granted("90"), code="en")
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AccountScreen, desk)
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_PageDown)
    assert heard.said == ["1 Jan 2027 to 31 Dec 2027"]
    assert focused().startswith("Week 53:")
    screen.handlers()["today"]()
    assert "1 Nov 2026 to 31 Dec 2026" in read(screen)


def test_the_account_follows_what_is_planned(qtbot: QtBot) -> None:
    desk, _ = make_desk(granted("90"), code="en")
    screen = shown(qtbot, AccountScreen, desk)
    before = read(screen)
    remove_shifts(desk.history, (desk.roster.shifts[0].id,))
    settle()
    assert read(screen) != before


def test_without_an_award_it_says_so(qtbot: QtBot) -> None:
    screen = shown(qtbot, AccountScreen, make_desk(replace(week_49(), awards=()), code="en")[0])
    assert "No award is entered" in read(screen)


def test_two_awards_stand_below_each_other(qtbot: QtBot) -> None:
    roster = granted("90")
    second: Award = replace(roster.awards[0], id="more", reference="Vedtak 2")
    screen = shown(qtbot, AccountScreen, make_desk(replace(roster, awards=(*roster.awards, second)), code="en")[0])
    assert read(screen).count("Left of the award until 31 Dec 2026") == 2
    assert "Vedtak 2" in read(screen)


def test_neighbours_are_a_day_beyond_the_period() -> None:
    (model,) = build_accounts(granted("90"), TODAY, today=TODAY)
    assert (neighbour(model, -1), neighbour(model, 1)) == (date(2026, 10, 31), date(2027, 1, 1))


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", sorted(theme.THEMES))
def test_nothing_is_nameless_or_cut_in_any_theme(qtbot: QtBot, code: str, name: str) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.THEMES[name])
    screen = shown(qtbot, AccountScreen, make_desk(code=code)[0])
    found: Sequence[str] = nameless(screen)
    assert list(found) == []
    assert cut_labels(screen) == []
