"""What scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from bpa_desktop.ui.widgets.scroll import ScrollArea

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_is_seen_of_a_scroll_area_is_no_riddle_to_qt_for_python() -> None:
    """Asked for a widget that Qt made, it loads every class there is to find out what it is."""
    area, inside = ScrollArea(), QWidget()
    area.setWidget(inside)
    seen = inside.parentWidget()
    assert seen is area.viewport()
    assert Shiboken.createdByPython(seen)
