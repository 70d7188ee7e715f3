"""Colours that can be told apart, sizes that follow the settings."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QScrollBar,
    QStyle,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.ui import theme
from bpa_desktop.ui.main_window import MainWindow

TEXTS = (
    ("ink", "paper"),
    ("ink", "field"),
    ("quiet", "paper"),
    ("quiet", "field"),
    ("on_accent", "fill"),
    ("alert", "paper"),
    ("alert", "field"),
)
SIGNS = (("line", "paper"), ("line", "field"), ("accent", "paper"), ("focus", "paper"), ("focus", "field"))


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2, 0 to 1."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    shown = QColor(colour)
    return 0.2126 * linear(shown.redF()) + 0.7152 * linear(shown.greenF()) + 0.0722 * linear(shown.blueF())


def contrast(one: str, other: str) -> float:
    """Return the contrast of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application back as it was."""
    yield qapp
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize(("above", "below"), TEXTS)
def test_text_stands_out_seven_to_one(name: str, above: str, below: str) -> None:
    colours = theme.THEMES[name]
    assert contrast(getattr(colours, above), getattr(colours, below)) >= 7


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize(("above", "below"), SIGNS)
def test_signs_and_borders_stand_out_three_to_one(name: str, above: str, below: str) -> None:
    colours = theme.THEMES[name]
    assert contrast(getattr(colours, above), getattr(colours, below)) >= 3


@pytest.mark.parametrize("name", theme.THEMES)
def test_what_qt_paints_by_itself_is_of_the_theme(app: QApplication, name: str) -> None:
    theme.apply(app, theme.THEMES[name])
    palette = app.palette()
    roles = QPalette.ColorRole
    for text, ground in ((roles.Text, roles.Base), (roles.WindowText, roles.Window), (roles.ButtonText, roles.Button)):
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
            assert contrast(palette.color(group, text).name(), palette.color(group, ground).name()) >= 7
    assert contrast(palette.color(roles.PlaceholderText).name(), palette.color(roles.Base).name()) >= 7


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("way", Qt.Orientation)
def test_a_scroll_bar_shows_that_there_is_more(
    app: QApplication, qtbot: QtBot, way: Qt.Orientation, name: str, large: bool
) -> None:
    theme.apply(app, theme.THEMES[name], large_targets=large)
    bar = QScrollBar(way)
    qtbot.addWidget(bar)
    bar.setRange(0, 300)
    bar.setPageStep(100)
    is_upright = way is Qt.Orientation.Vertical
    bar.resize(*((bar.sizeHint().width(), 200) if is_upright else (200, bar.sizeHint().height())))
    seen, middle = bar.grab().toImage(), bar.rect().center()
    along = [(middle.x(), at) if is_upright else (at, middle.y()) for at in range(200)]
    colours = [seen.pixelColor(*place).name() for place in along]
    plain = [contrast(colour, theme.THEMES[name].paper) >= 3 for colour in colours]
    assert 30 <= sum(plain) <= 70  # a quarter of the bar, as a quarter of the whole is seen
    assert all(plain[place] for place in range(4, 30))
    assert min(bar.width(), bar.height()) >= (24 if large else 14)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", theme.THEMES)
def test_a_button_with_a_menu_shows_that_it_has_one_beside_its_text(
    app: QApplication, qtbot: QtBot, name: str, percent: int
) -> None:
    theme.apply(app, theme.THEMES[name], text_percent=percent)
    plain, button = QPushButton("Week"), QPushButton("Week")
    for one in (plain, button):
        qtbot.addWidget(one)
    button.setMenu(QMenu(button))
    button.resize(button.sizeHint())
    assert button.width() >= plain.sizeHint().width() + 12
    seen, ground = button.grab().toImage(), theme.THEMES[name].field
    right = range(button.width() - 28, button.width() - 6)
    marked = {x for x in right for y in range(8, button.height() - 8) if _stands_out(seen, x, y=y, ground=ground)}
    assert len(marked) >= 9


def _stands_out(seen: QImage, x: int, *, y: int, ground: str) -> bool:
    return contrast(seen.pixelColor(x, y).name(), ground) >= 3


def test_text_grows_in_widgets_that_are_there_already(app: QApplication, qtbot: QtBot) -> None:
    label = QLabel("Week 49")
    qtbot.addWidget(label)
    theme.apply(app, theme.LIGHT, text_percent=100)
    before = label.sizeHint().width()
    theme.apply(app, theme.LIGHT, text_percent=200)
    assert label.sizeHint().width() > 1.8 * before


def test_large_targets_make_cards_sixty_high(app: QApplication) -> None:
    theme.apply(app, theme.LIGHT, large_targets=True)
    assert theme.card_height() == 60
    theme.apply(app, theme.LIGHT)
    assert theme.card_height() == 44


def test_a_theme_chosen_by_name_is_taken_and_system_gives_one_of_them(app: QApplication) -> None:
    assert theme.wanted("dark") is theme.DARK
    assert theme.wanted("system") in theme.THEMES.values()


@pytest.mark.parametrize("kind", [QWidget, QPushButton, QComboBox, QScrollBar, QTreeView, QMenu, QCheckBox])
def test_nothing_is_animated(app: QApplication, qtbot: QtBot, kind: type[QWidget]) -> None:
    theme.apply(app, theme.LIGHT)
    widget = kind()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    assert widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) == 0


def test_no_menu_choice_or_tooltip_slides_or_fades_on_any_desktop(app: QApplication, qtbot: QtBot) -> None:
    for effect in Qt.UIEffect:
        app.setEffectEnabled(effect, True)
    app.setProperty("bpa_styled", False)
    theme.apply(app, theme.LIGHT)
    assert not any(app.isEffectEnabled(effect) for effect in Qt.UIEffect)
    window = MainWindow(Language("en"))
    qtbot.addWidget(window)
    assert not window.isAnimated()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_layout_can_press_a_button_below_its_text(app: QApplication, qtbot: QtBot, percent: int) -> None:
    theme.apply(app, theme.LIGHT, text_percent=percent)
    button = QPushButton("Undo")
    qtbot.addWidget(button)
    button.ensurePolished()  # the style sheet's least height, which a layout takes for the button's own
    assert button.minimumHeight() >= button.fontMetrics().height() + 4


@pytest.mark.parametrize("name", theme.THEMES)
def test_a_main_button_can_be_read_while_it_is_busy(app: QApplication, qtbot: QtBot, name: str) -> None:
    theme.apply(app, theme.THEMES[name])
    button = QPushButton("Opening…")
    qtbot.addWidget(button)
    button.setProperty("main", True)
    button.setEnabled(False)
    button.resize(200, 40)
    ground = button.grab().toImage().pixelColor(20, 8).name()
    assert contrast(theme.THEMES[name].quiet, ground) >= 7


class _Nosy(QLabel):
    """Notes each time that it is restyled, and whether garbage could be collected in the middle of it."""

    collected: ClassVar[list[bool]] = []

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.collected.append(gc.isenabled())


def test_no_closed_window_is_collected_while_qt_restyles_every_widget(qtbot: QtBot, qapp: QApplication) -> None:
    label = _Nosy("shown")
    qtbot.addWidget(label)
    label.show()
    _Nosy.collected.clear()
    theme.apply(qapp, theme.DARK)
    theme.apply(qapp, theme.LIGHT)
    assert _Nosy.collected
    assert not any(_Nosy.collected)
    assert gc.isenabled()


@pytest.mark.parametrize("asked", [{}, {"text_percent": 150}, {"large_targets": True}])
def test_a_look_that_is_there_already_restyles_nothing(qtbot: QtBot, app: QApplication, asked: dict[str, Any]) -> None:
    label = _Nosy("shown")
    qtbot.addWidget(label)
    label.show()
    _Nosy.collected.clear()
    theme.apply(app, theme.DARK, **asked)
    restyled = len(_Nosy.collected)
    assert restyled
    theme.apply(app, theme.DARK, **asked)
    assert len(_Nosy.collected) == restyled
    theme.apply(app, theme.LIGHT, **asked)
    assert len(_Nosy.collected) > restyled
