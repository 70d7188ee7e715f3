"""With large targets and text twice as large, no dialog of the roster cuts what is in it: it scrolls instead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from bpa_desktop.services.roster import records_of
from bpa_desktop.services.settings import Settings
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.ui.a11y_walk import settle
from tests.ui.conftest import ShellMaker
from tests.ui.cut_texts import cuts
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.test_every_window import shown
from tests.ui.windows import WAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NAMES = ("note on a day", "hand out", "new shift", "go to week", "filter", "publish", "split shift", "keep as it is")


@pytest.fixture(name="look", params=["nb", "nn", "en"])
def _look(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Look]:
    a11y.install()
    made = Look(qapp, Settings(text_percent=200, large_targets=True), fixed_language=request.param)
    yield made
    made.withdraw()
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_a_dialog_is_cut(shell_of: ShellMaker, name: str) -> None:
    shell: Shell = shell_of(FakeDoors())
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, False))
    WAYS[name].open(shell)
    settle()
    dialog = shown(WAYS[name].shows)
    room = dialog.screen().availableGeometry().size()
    assert cuts(dialog, width=room.width(), height=room.height()) == []
