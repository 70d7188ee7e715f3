"""The story the program is for: a gap on Friday, somebody ill, both covered by keyboard, published, and still there."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from bpa_desktop.domain.shift import ShiftState
from tests.stories.hands import Hands
from tests.ui.conftest import ShellMaker

DAY, EVENING = "w49-fri-day", "w49-fri-eve"


def go_to_friday(hands: Hands) -> None:
    """Go to week 49, and to its Friday among the open shifts."""
    hands.go_to("4.12.2026")
    hands.walk_to("Open shift", 5)


def cover(hands: Hands) -> None:
    """Find a substitute for the shift in focus: the first on the list is asked, says yes, and is confirmed."""
    hands.press("F4", "A", "J", "B")


def test_both_gaps_of_friday_are_covered_by_keys_published_and_still_there_after_a_restart(
    qtbot: QtBot, shell_of: ShellMaker, folder: Path
) -> None:
    hands = Hands(qtbot, shell_of, folder)
    before = hands.kept
    assert {before.holder(before.shifts_by_id[shift]) for shift in (DAY, EVENING)} == {None}

    go_to_friday(hands)
    cover(hands)
    go_to_friday(hands)
    cover(hands)
    covered = hands.kept
    holders = {shift: covered.holder(covered.shifts_by_id[shift]) for shift in (DAY, EVENING)}
    assert None not in holders.values()
    assert covered.shifts_by_id[DAY].assistant == "ola"

    go_to_friday(hands)
    hands.publish()
    published = hands.kept
    assert published.shifts_by_id[EVENING].state is ShiftState.PUBLISHED
    hands.close()

    again = Hands(qtbot, shell_of, folder)
    assert again.kept == published
    steps = 0
    while again.kept != before:
        again.press("Ctrl+Z")
        steps += 1
        assert steps < 20
    again.close()
