"""A whole window over the real store: the same fixtures as the tests of the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from bpa_desktop.services.history import History
from bpa_desktop.services.roster import import_roster
from bpa_desktop.ui.start.store_doors import StoreDoors
from tests.memory import FakeClock
from tests.store.conftest import cheap
from tests.stories.hands import PASSPHRASE
from tests.ui.conftest import _nothing_is_left_over, look, qtbot, shell_of, spoken
from tests.ui.desks import week_49

__all__ = ["_nothing_is_left_over", "cheap", "look", "qtbot", "shell_of", "spoken"]


@pytest.fixture
def folder(tmp_path: Path, cheap: None) -> Path:
    """A store with the Asker week in it: Friday evening open, Ola absent on Friday; the week after is empty."""
    made = StoreDoors(tmp_path, FakeClock(), None).create(PASSPHRASE, remember=False)
    import_roster(History(made.store, FakeClock(), author="story"), week_49())
    made.store.close()
    return tmp_path
