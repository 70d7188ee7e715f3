"""The focus is seen in the pixels: a ring of two and more round what has it, three to one on both sides of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bpa_desktop.ui import theme
from bpa_desktop.ui.widgets.choice import Choice
from tests.ui.test_theme import contrast

LEAST = 2
ENOUGH = 3.0


def _button(**properties: bool) -> QPushButton:
    button = QPushButton("Save")
    button.setCheckable("checked" in properties)
    button.setChecked(properties.get("checked", False))
    button.setProperty("main", properties.get("main", False))
    return button


def _flat() -> QToolButton:
    button = QToolButton()
    button.setText("Why")
    button.setProperty("flat", True)
    button.setFocusPolicy(button.focusPolicy().StrongFocus)
    return button


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "a button": _button,
    "a main button": lambda: _button(main=True),
    "a button that is down": lambda: _button(checked=True),
    "a small button": _flat,
    "a field": lambda: QLineEdit("15"),
    "a text": lambda: QPlainTextEdit("15"),
    "a page": QTextBrowser,
    "a list": QListWidget,
    "a choice": Choice,
    "a tick": lambda: QCheckBox("Advice"),
    "a radio button": lambda: QRadioButton("Advice"),
}


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application back as it was."""
    yield qapp
    theme.apply(qapp, theme.LIGHT)


def column(image: QImage, x: int) -> list[str]:
    """Return the colours from the top to the middle of a picture, one below the other."""
    return [image.pixelColor(x, y).name() for y in range(image.height() // 2)]


def ring_in(colours: list[str], *, ground: str) -> tuple[int, float, float]:
    """Return how wide the ring is, and its contrast to what is outside and inside; its colour is the first run's.

    A line of one pixel that is drawn smooth is no run: what is between two colours does not count.
    """
    runs = [run for run in _runs(colours) if run[1] >= LEAST]
    outside = next((place for place, run in enumerate(runs) if QColor(run[0]) == QColor(ground)), None)
    if outside is None or outside + 2 >= len(runs):
        return 0, 0.0, 0.0
    ring, inside = runs[outside + 1], runs[outside + 2]
    return ring[1], contrast(ring[0], ground), contrast(ring[0], inside[0])


def _runs(colours: list[str]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for colour in colours:
        same = bool(found) and found[-1][0] == colour
        found[-1:] = [(colour, found[-1][1] + 1)] if same else [*found[-1:], (colour, 1)]
    return found


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("kind", CONTROLS)
def test_what_has_the_focus_has_a_ring_that_stands_out_on_both_sides(
    app: QApplication, qtbot: QtBot, kind: str, name: str
) -> None:
    theme.apply(app, theme.THEMES[name])
    window = QWidget()
    qtbot.addWidget(window)
    inside = QVBoxLayout(window)
    inside.setContentsMargins(12, 12, 12, 12)
    other, control = QPushButton("Other"), CONTROLS[kind]()
    inside.addWidget(control)
    inside.addWidget(other)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    image = window.grab().toImage()
    at = control.x() + control.width() - 14  # right of the text, left of the rounded corner
    width, outside, within = ring_in(column(image, at), ground=theme.THEMES[name].paper)
    assert width >= LEAST
    assert outside >= ENOUGH
    assert within >= ENOUGH


def test_a_ring_too_thin_or_too_faint_is_found() -> None:
    paper, ink, pale = "#ffffff", "#000000", "#eeeeee"
    assert ring_in([paper] * 5 + [ink] + [paper] * 5, ground=paper) == (0, 0.0, 0.0)
    assert ring_in([paper] * 5 + [ink] * 3 + [paper] * 5, ground=paper) == (3, 21.0, 21.0)
    assert ring_in([paper] * 5 + [pale] * 3 + [paper] * 5, ground=paper)[1] < ENOUGH
    assert ring_in([paper] * 5 + [ink] * 3 + ["#222222"] * 5, ground=paper)[2] < ENOUGH
