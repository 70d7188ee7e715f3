"""A work supervisor plans a week by keys alone: what is said at each step, and what the store holds then."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bpa_desktop.interchange.reader import read_roster
from tests.stories.supervisor import (
    Supervisor,
    choose_in_the_history_list,
    copy_to_the_next_day,
    export_to,
    give_to_the_first_of_the_team,
    go_to_the_next_problem,
    hand_down_to_the_next_of_the_team,
    make_a_shift,
    mend_the_problem,
    move_to_the_next_day,
    pick_up_carry_and_put_down,
    register_that_the_holder_is_absent,
    say_in_the_palette,
    split_at,
    swap_with_the_first_that_is_offered,
    undo,
)
from tests.ui.conftest import ShellMaker

MONDAY = 1
KARI, OLA = "Kari Lunde", "Ola Berg"
OPEN_SHIFTS = {"en": "Open shifts", "nb": "Ledige vakter"}


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of menus
@pytest.mark.parametrize("spoken", ["en", "nb"])
def test_a_week_is_planned_by_keys_alone(qtbot: QtBot, shell_of: ShellMaker, folder: Path) -> None:
    supervisor = Supervisor(qtbot, shell_of, folder)
    goes_to_an_empty_week(supervisor)
    makes_the_first_shifts(supervisor)
    moves_them_about(supervisor)
    reads_the_week_as_a_list(supervisor)
    mends_a_problem(supervisor)
    is_told_that_ola_is_ill(supervisor)
    publishes(supervisor)
    thinks_better_of_it(supervisor)
    exports(supervisor, folder / "week.json")


def goes_to_an_empty_week(supervisor: Supervisor) -> None:
    supervisor.go_to("50")
    supervisor.hears(
        en="Week 50, Monday 7 December to Sunday 13 December: 0 of 90 hours planned",
        nb="Uke 50, mandag 7. desember til søndag 13. desember: 0 av 90 timer planlagt",
    )
    supervisor.has_kept()


def makes_the_first_shifts(supervisor: Supervisor) -> None:
    supervisor.walk_to(OPEN_SHIFTS[supervisor.language], MONDAY)
    make_a_shift(supervisor, "8-15")
    supervisor.hears(
        en="New open shift Monday 7 December 08:00–15:00.",
        nb="Ny ledig vakt mandag 7. desember 08:00–15:00.",
    )
    supervisor.has_kept("Mon 08-15 nobody draft")

    give_to_the_first_of_the_team(supervisor)
    supervisor.hears(
        en="Monday 7 December 08:00–15:00 given to Kari Lunde.",
        nb="Mandag 7. desember 08:00–15:00 gitt til Kari Lunde.",
    )
    supervisor.has_kept("Mon 08-15 kari draft")

    copy_to_the_next_day(supervisor)
    supervisor.hears(
        en="New shift Tuesday 8 December 08:00–15:00 for Kari Lunde.",
        nb="Ny vakt tirsdag 8. desember 08:00–15:00 for Kari Lunde.",
    )
    supervisor.has_kept("Mon 08-15 kari draft", "Tue 08-15 kari draft")


def moves_them_about(supervisor: Supervisor) -> None:
    move_to_the_next_day(supervisor)
    supervisor.hears(
        en="Kari Lunde moved to Wednesday 9 December 08:00–15:00.",
        nb="Kari Lunde flyttet til onsdag 9. desember 08:00–15:00.",
    )
    hand_down_to_the_next_of_the_team(supervisor)
    supervisor.hears(
        en="Wednesday 9 December 08:00–15:00 given to Ola Berg.",
        nb="Onsdag 9. desember 08:00–15:00 gitt til Ola Berg.",
    )
    supervisor.has_kept("Mon 08-15 kari draft", "Wed 08-15 ola draft")

    pick_up_carry_and_put_down(supervisor, "Left")
    supervisor.hears(
        en="Ola Berg moved to Tuesday 8 December 08:00–15:00.",
        nb="Ola Berg flyttet til tirsdag 8. desember 08:00–15:00.",
    )
    supervisor.has_kept("Mon 08-15 kari draft", "Tue 08-15 ola draft")

    swap_with_the_first_that_is_offered(supervisor)
    supervisor.hears(en="Kari Lunde and Ola Berg swapped shifts.", nb="Kari Lunde og Ola Berg byttet vakt.")
    supervisor.has_kept("Mon 08-15 ola draft", "Tue 08-15 kari draft")


def reads_the_week_as_a_list(supervisor: Supervisor) -> None:
    supervisor.press("Ctrl+5")
    supervisor.hears(en="The week as a list", nb="Uka som liste")
    supervisor.is_at(en="Kari Lunde, Tuesday 8 December", nb="Kari Lunde, tirsdag 8. desember")
    supervisor.press("Up", "Up", "Up")
    supervisor.is_at(en="Ola Berg, Monday 7 December", nb="Ola Berg, mandag 7. desember")
    supervisor.press("Ctrl+2")
    supervisor.hears(en="The week as a grid", nb="Uka som rutenett")
    supervisor.is_at(en="Ola Berg, Monday 7 December", nb="Ola Berg, mandag 7. desember")


def mends_a_problem(supervisor: Supervisor) -> None:
    supervisor.walk_to(KARI, MONDAY)
    make_a_shift(supervisor, "16-24")
    supervisor.is_at(
        en="Kari Lunde, Monday 7 December, 16:00 to 00:00, draft, must be mended: long day",
        nb="Kari Lunde, mandag 7. desember, 16:00 til 00:00, utkast, må rettes: lang dag",
    )
    supervisor.has_kept("Mon 08-15 ola draft", "Mon 16-00 kari draft", "Tue 08-15 kari draft")

    go_to_the_next_problem(supervisor)
    supervisor.is_at(
        en="Kari Lunde, Tuesday 8 December, 08:00 to 15:00, draft, must be mended: long day",
        nb="Kari Lunde, tirsdag 8. desember, 08:00 til 15:00, utkast, må rettes: lang dag",
    )
    mend_the_problem(supervisor)
    supervisor.hears(
        en="Tuesday 8 December 08:00–15:00 given to Ola Berg.",
        nb="Tirsdag 8. desember 08:00–15:00 gitt til Ola Berg.",
    )
    supervisor.has_kept("Mon 08-15 ola draft", "Mon 16-00 kari draft", "Tue 08-15 ola draft")

    split_at(supervisor, "12")
    supervisor.hears(
        en="Shift Tuesday 8 December 08:00–15:00 split at 12:00.",
        nb="Vakta tirsdag 8. desember 08:00–15:00 er delt klokka 12:00.",
    )
    supervisor.has_kept("Mon 08-15 ola draft", "Mon 16-00 kari draft", "Tue 08-12 ola draft", "Tue 12-15 ola draft")


def is_told_that_ola_is_ill(supervisor: Supervisor) -> None:
    supervisor.walk_to(OLA, MONDAY)
    register_that_the_holder_is_absent(supervisor)
    supervisor.hears(
        en="Ola Berg is absent Monday 7 December 08:00–15:00: 1 shift opened.",
        nb="Ola Berg er borte mandag 7. desember 08:00–15:00: 1 vakt ble ledig.",
    )
    supervisor.has_kept("Mon 08-15 nobody draft", "Mon 16-00 kari draft", "Tue 08-12 ola draft", "Tue 12-15 ola draft")


def publishes(supervisor: Supervisor) -> None:
    supervisor.go_to("50")
    supervisor.publish()
    supervisor.hears(en="3 shifts published.", nb="3 vakter publisert.")
    supervisor.has_kept("Mon 08-15 nobody draft", "Mon 16-00 kari", "Tue 08-12 ola", "Tue 12-15 ola")


def thinks_better_of_it(supervisor: Supervisor) -> None:
    say_in_the_palette(supervisor, en="move Kari mon to wed", nb="flytt Kari man til ons")
    supervisor.hears(
        en="Kari Lunde moved to Wednesday 9 December 16:00–00:00.",
        nb="Kari Lunde flyttet til onsdag 9. desember 16:00–00:00.",
    )
    supervisor.has_kept("Mon 08-15 nobody draft", "Tue 08-12 ola", "Tue 12-15 ola", "Wed 16-00 kari offered")

    undo(supervisor)
    supervisor.hears(
        en="Undone: Kari Lunde moved to Wednesday 9 December 16:00–00:00.",
        nb="Angret: Kari Lunde flyttet til onsdag 9. desember 16:00–00:00.",
    )
    supervisor.has_kept("Mon 08-15 nobody draft", "Mon 16-00 kari", "Tue 08-12 ola", "Tue 12-15 ola")

    choose_in_the_history_list(supervisor, "Down")
    supervisor.hears(en="Undone: 3 shifts changed and something else.", nb="Angret: 3 vakter endret og noe mer.")
    supervisor.has_kept("Mon 08-15 ola draft", "Mon 16-00 kari draft", "Tue 08-12 ola draft", "Tue 12-15 ola draft")
    choose_in_the_history_list(supervisor, "Up", "Up", "Up")
    supervisor.hears(en="Done again: 3 shifts changed and something else.", nb="Gjort om: 3 vakter endret og noe mer.")
    supervisor.has_kept("Mon 08-15 nobody draft", "Mon 16-00 kari", "Tue 08-12 ola", "Tue 12-15 ola")


def exports(supervisor: Supervisor, path: Path) -> None:
    export_to(supervisor, path)
    supervisor.hears(en="Exported: week.json", nb="Eksportert: week.json")
    assert read_roster(path.read_bytes()).shifts == supervisor.kept.shifts
