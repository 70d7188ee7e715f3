"""From a call in the morning to a covered day, by keys alone: in few presses, and said at each step."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.substitute import RequestState
from tests.stories.supervisor import Supervisor, register_that_the_holder_is_absent
from tests.ui.conftest import ShellMaker

FEWER_THAN = 12
KARI = "Kari Lunde"
MONDAY = 1


class CountingSupervisor(Supervisor):
    """Counts the keys from when it begins to."""

    presses = 0

    def press(self, *keys: str) -> None:
        """Press keys, and count them."""
        self.presses += len(keys)
        super().press(*keys)


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of menus
@pytest.mark.parametrize("spoken", ["en", "nb"])
def test_a_call_in_the_morning_ends_in_a_covered_day(qtbot: QtBot, shell_of: ShellMaker, folder: Path) -> None:
    supervisor = CountingSupervisor(qtbot, shell_of, folder)
    supervisor.go_to("49")
    supervisor.walk_to(KARI, MONDAY)
    supervisor.presses = 0
    is_told_that_kari_is_ill(supervisor)
    asks_those_who_are_proposed(supervisor)
    confirms_the_first_who_says_yes(supervisor)
    tells_everybody(supervisor)
    assert supervisor.presses < FEWER_THAN, supervisor.presses


def is_told_that_kari_is_ill(supervisor: Supervisor) -> None:
    register_that_the_holder_is_absent(supervisor)
    supervisor.hears(
        en="Kari Lunde is absent Monday 30 November 08:00–15:00: 1 shift opened.",
        nb="Kari Lunde er borte mandag 30. november 08:00–15:00: 1 vakt ble ledig.",
    )


def asks_those_who_are_proposed(supervisor: Supervisor) -> None:
    supervisor.press("Return")
    (request,) = supervisor.kept.requests
    assert len(request.asks) == 3


def confirms_the_first_who_says_yes(supervisor: Supervisor) -> None:
    best = supervisor.stands_on.split(",")[0]
    supervisor.press("J")
    assert supervisor.kept.holder(supervisor.kept.shifts_by_id["w49-mon-day"]) is None
    supervisor.press("Return")
    supervisor.hears(
        en=f"{best} takes Monday 30 November 08:00–15:00.", nb=f"{best} tar vakta mandag 30. november 08:00–15:00."
    )
    supervisor.is_at(en=f"{best}, not told yet", nb=f"{best}, har ikke fått beskjed ennå")


def tells_everybody(supervisor: Supervisor) -> None:
    supervisor.press("Return", "G")
    (request,) = supervisor.kept.requests
    assert request.state is RequestState.FILLED
    assert Counter(ask.told_at is not None for ask in request.asks) == {True: 3}
    shift = supervisor.kept.shifts_by_id["w49-mon-day"]
    assert (supervisor.kept.holder(shift), shift.assistant) == (request.chosen, "kari")
