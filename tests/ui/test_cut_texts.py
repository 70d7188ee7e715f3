"""What looks for cut texts finds one that is cut, and lets through what has room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cut_texts import cuts

LONG = "A text that is far too long for the little room it has"


def _combo(parent: QWidget) -> QWidget:
    box = QComboBox(parent)
    box.addItem(LONG)
    return box


def _wrapped(parent: QWidget) -> QWidget:
    label = QLabel(LONG, parent)
    label.setWordWrap(True)
    return label


MAKERS: dict[str, Callable[[QWidget], QWidget]] = {
    "label": lambda parent: QLabel(LONG, parent),
    "wrapping label": _wrapped,
    "button": lambda parent: QPushButton(LONG, parent),
    "tick": lambda parent: QCheckBox(LONG, parent),
    "choice": _combo,
}


@pytest.mark.parametrize("name", MAKERS)
def test_a_cut_text_is_found_and_one_with_room_is_not(qtbot: QtBot, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 300)
    widget = MAKERS[name](window)
    window.show()
    widget.setGeometry(0, 0, 90, 20)
    assert cuts(window, width=800, height=300)
    widget.setGeometry(0, 0, 700, 60)
    assert cuts(window, width=800, height=300) == []


def test_what_reaches_out_of_its_window_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    button = QPushButton("OK", window)
    window.show()
    button.setGeometry(150, 10, 100, 40)
    assert cuts(window, width=800, height=300)
