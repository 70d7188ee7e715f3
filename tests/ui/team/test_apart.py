"""Who never works together with whom, typed as names: shown for both, and taken away for both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.ui import a11y
from bpa_desktop.ui.team.apart import NoSuchPersonError, apart_entry, read_apart, with_apart
from bpa_desktop.ui.team.view import TeamScreen
from tests.ui.desks import listen, make_desk, week_49
from tests.ui.screens import press, read, shown
from tests.ui.team.test_view import field


def said_of_ola() -> Roster:
    """Return the week in which it is entered for Ola that he never works together with Kari."""
    plan = week_49()
    team = tuple(replace(one, never_with=("kari",)) if one.id == "ola" else one for one in plan.assistants)
    return replace(plan, assistants=team)


def test_the_names_stand_with_both_whoever_it_is_entered_for() -> None:
    plan = said_of_ola()
    entries = {one.id: apart_entry(plan, one) for one in plan.assistants}
    assert entries == {"kari": "Ola Berg", "ola": "Kari Lunde", "amina": "", "per": "", "ingrid": "", "jonas": ""}
    assert apart_entry(plan, None) == ""


def test_a_whole_name_or_the_short_one_is_understood_in_any_case() -> None:
    plan = week_49()
    kari = plan.assistants_by_id["kari"]
    assert read_apart(plan, "ola berg, AMINA, Ola", assistant=kari) == ("ola", "amina")
    assert read_apart(plan, " ", assistant=kari) == ()
    for typed in ("Nobody", "Kari", "Kari Lunde", "Ola; Amina"):
        with pytest.raises(NoSuchPersonError):
            read_apart(plan, typed, assistant=kari)


def test_what_is_not_changed_stays_where_it_was_entered() -> None:
    plan = said_of_ola()
    kari = plan.assistants_by_id["kari"]
    assert with_apart(plan, kari, apart=("ola",)) == kari
    assert with_apart(plan, kari, apart=("ola", "per")).never_with == ("ola", "per")


def test_it_is_entered_and_taken_away_for_both_in_one_step_each(qtbot: QtBot) -> None:
    a11y.install()
    desk, _ = make_desk(said_of_ola())
    screen = shown(qtbot, TeamScreen, desk)
    assert "Never together with" in read(screen)
    press(Qt.Key.Key_Return)
    assert field(screen, "apart").text() == "Ola Berg"
    field(screen, "apart").setText("per")
    field(screen, "travel").setText("25")
    press(Qt.Key.Key_Return)
    assert desk.roster.kept_apart == {"kari": frozenset({"per"}), "per": frozenset({"kari"})}
    assert desk.roster.assistants_by_id["kari"].travel_minutes == 25
    assert "25 minutes" in read(screen)
    desk.history.undo()
    assert desk.roster == said_of_ola()


@pytest.mark.parametrize(
    ("name", "typed", "refusal"),
    [
        ("apart", "Nobody", "Write names of others in the team."),
        ("travel", "far", "Write whole minutes, like 25."),
        ("travel", "2,5", "Write whole minutes, like 25."),
        ("travel", "-1", "Write whole minutes, like 25."),
        ("travel", "1441", "Write whole minutes, like 25."),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(qtbot: QtBot, name: str, typed: str, refusal: str) -> None:
    a11y.install()
    desk, _ = make_desk()
    heard = listen(desk.bulletin)
    before = desk.roster
    screen = shown(qtbot, TeamScreen, desk)
    press(Qt.Key.Key_Return)
    field(screen, name).setText(typed)
    press(Qt.Key.Key_Return)
    assert heard.refused == [refusal]
    assert field(screen, name).accessibleDescription() == refusal
    assert desk.roster == before
