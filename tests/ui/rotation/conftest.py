"""The screen of the rotation over the example arrangement."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.view import RotationScreen
from tests.ui.desks import make_desk
from tests.ui.rotation.patterns import with_rotation
from tests.ui.screens import shown


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    a11y.install()
    theme.apply(qapp, theme.LIGHT)
    yield make_desk(with_rotation())[0]
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> RotationScreen:
    return shown(qtbot, RotationScreen, desk)
