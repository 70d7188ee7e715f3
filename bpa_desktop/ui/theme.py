"""Light, dark and high contrast; text size; large targets. Palettes of our own on Fusion, measured in the tests."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.ui.spacing import LARGE_GAP, respace

GAP = 8
"""Pixels inside a group; twice between groups, three times around."""
CARD_HEIGHT = 44
LARGE = 60
"""Least height and width of everything that is pressed, while large targets are chosen."""
BASE_POINTS = 11.0


@dataclass(frozen=True)
class Theme:
    """Colours by what they are for, as #rrggbb.

    `accent` is for lines and marks; `fill` is the accent as a ground for text in `on_accent`: that takes more contrast.
    """

    name: str
    paper: str
    ink: str
    quiet: str
    line: str
    accent: str
    fill: str
    on_accent: str
    focus: str
    alert: str
    field: str


LIGHT = Theme(
    name="light",
    paper="#FCFCFA",
    ink="#1B1D1F",
    quiet="#4A4E52",
    line="#7C8084",
    accent="#1F5FA8",
    fill="#1C5799",
    on_accent="#FFFFFF",
    focus="#1F5FA8",
    alert="#9A1B1B",
    field="#FFFFFF",
)
DARK = Theme(
    name="dark",
    paper="#17191C",
    ink="#ECEDEE",
    quiet="#C3C6C9",
    line="#8A8E93",
    accent="#8AB8F0",
    fill="#8AB8F0",
    on_accent="#101214",
    focus="#8AB8F0",
    alert="#FFB4A8",
    field="#202327",
)
HIGH_CONTRAST = Theme(
    name="high_contrast",
    paper="#000000",
    ink="#FFFFFF",
    quiet="#FFFFFF",
    line="#FFFFFF",
    accent="#FFFF00",
    fill="#FFFF00",
    on_accent="#000000",
    focus="#FFFF00",
    alert="#FFFF00",
    field="#000000",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}

# Okabe and Ito's colour-blind-safe set with lighter relatives; always beside a pattern, never alone.
ASSISTANT_COLOURS = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#CC79A7",
    "#56B4E9",
    "#D55E00",
    "#F0E442",
    "#999999",
    "#7FB8D8",
    "#80CEB9",
)

# Said by ourselves: once a style sheet is set Qt no longer tells which style lies below it.
_STYLED = "bpa_styled"
_current = LIGHT
_text_percent = 100
_large_targets = False


def current() -> Theme:
    """Return the theme in force, for what is painted by hand."""
    return _current


def card_height() -> int:
    """Return the least height of a card in pixels, by the setting for large targets."""
    return LARGE if _large_targets else CARD_HEIGHT


def least_target() -> int:
    """Return the least side of what is pressed, a check box or a small day, in pixels, by the setting for targets."""
    return LARGE if _large_targets else _LEAST


def wanted(name: str) -> Theme:
    """Return the theme of a setting; "system" follows the desktop's contrast preference, then its colour scheme."""
    if name in THEMES:
        return THEMES[name]
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def apply(app: QApplication, theme: Theme, *, text_percent: int = 100, large_targets: bool = False) -> None:
    """Put palette, style, text size and the size of targets in force; every widget follows, unless they are already."""
    global _current, _text_percent, _large_targets  # one application, one theme, as Qt has it
    wanted_now = theme, text_percent, large_targets
    if app.property(_STYLED) and wanted_now == (_current, _text_percent, _large_targets):
        return  # a window takes most of a second to be restyled
    _current, _text_percent, _large_targets = wanted_now
    font = QFont(app.font())
    font.setPointSizeF(BASE_POINTS * text_percent / 100)
    least = max(LARGE if large_targets else 0, QFontMetrics(font).height() + _AROUND_TEXT)
    respace(app, large_targets=large_targets)  # first: what follows the style sheet asks for the gap
    with _nothing_collected():
        if not app.property(_STYLED):
            app.setStyle("Fusion")
            for effect in _MOVING:
                app.setEffectEnabled(effect, False)
            app.setProperty(_STYLED, True)
        app.setPalette(_palette(theme))
        app.setFont(font)
        app.setStyleSheet(_sheet(theme, least) + _sizes(theme, large_targets=large_targets))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep Python from collecting garbage for a while, after it has collected what there is.

    Qt goes through a list of every widget to restyle it, and calls Python on the way; a closed window that Python
    collects in the middle takes widgets away that are still on that list, and the program with them.
    """
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _palette(theme: Theme) -> QPalette:
    palette = QPalette(QColor(theme.paper), QColor(theme.paper))
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Base, theme.field),
        (roles.AlternateBase, theme.paper),
        (roles.Text, theme.ink),
        (roles.WindowText, theme.ink),
        (roles.ButtonText, theme.ink),
        (roles.ToolTipBase, theme.paper),
        (roles.ToolTipText, theme.ink),
        (roles.PlaceholderText, theme.quiet),
        (roles.Highlight, theme.fill),
        (roles.HighlightedText, theme.on_accent),
        (roles.Link, theme.accent),
        (roles.LinkVisited, theme.accent),
        (roles.Light, theme.line),
        (roles.Mid, theme.line),
        (roles.Dark, theme.line),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet))
    return palette


def _icon(name: str, *, on: str) -> str:
    """Return the picture of a sign, black or white, whichever stands out on the ground."""
    shade = "black" if QColor(on).lightnessF() > _MIDDLE else "white"
    return (resources_folder() / "icons" / f"{name}-{shade}.svg").as_posix()


_EFFECTS = Qt.UIEffect
_MOVING = (
    *(_EFFECTS.UI_General, _EFFECTS.UI_AnimateMenu, _EFFECTS.UI_FadeMenu, _EFFECTS.UI_AnimateCombo),
    *(_EFFECTS.UI_AnimateTooltip, _EFFECTS.UI_FadeTooltip, _EFFECTS.UI_AnimateToolBox),
)
"""What some desktops have slide and fade: nothing moves by itself here."""
_MIDDLE = 0.5
_LEAST = 24
"""Pixels that nothing pressed is lower than."""
_BAR = 14
"""How wide a scroll bar is, in pixels, as Fusion has it."""
_AROUND_TEXT = 14
"""Outline and padding of a button, in pixels: a least height that left them out would let a layout cut the text."""
_FIELDS = ("QLineEdit", "QComboBox", "QPlainTextEdit", "QTextBrowser", "QAbstractSpinBox", "QListWidget")
_FOCUSED = ", ".join(f"{widget}:focus" for widget in ("QPushButton", "QToolButton", *_FIELDS))


def _sheet(theme: Theme, least_height: int) -> str:
    """Return the outlines that Fusion draws too faintly. No one colour stands out from paper and filling: two rings."""
    check = _icon("check", on=theme.fill)
    arrow = _icon("down", on=theme.field)
    button_height = max(least_height - 14, 20)
    field_height = max(least_height - 12, 20)
    box = max(least_height // 2, 18)
    return f"""
        QPushButton, QToolButton {{
            border: 2px solid {theme.line}; border-radius: 6px; padding: 5px 11px; background: {theme.field};
            min-height: {button_height}px;
        }}
        {", ".join(_FIELDS)} {{
            border: 2px solid {theme.line}; border-radius: 6px; padding: 4px; background: {theme.field};
        }}
        QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {field_height}px; }}
        QAbstractSpinBox QLineEdit {{ border: 0; padding: 0; min-height: 0; }}
        {_FOCUSED} {{ border-color: {theme.focus}; border-width: 3px; padding: 3px; }}
        QPushButton:focus, QToolButton:focus {{ padding: 4px 10px; }}
        QPushButton:checked, QToolButton:checked, QPushButton[main="true"] {{
            background: {theme.fill}; color: {theme.on_accent}; border-color: {theme.fill};
        }}
        QPushButton:checked:focus, QToolButton:checked:focus, QPushButton[main="true"]:focus {{
            border: 6px double {theme.ink}; border-radius: 0; padding: 1px 7px; background-clip: padding;
        }}
        QPushButton:disabled, QToolButton:disabled {{
            border: 1px dashed {theme.line}; padding: 6px 12px; color: {theme.quiet}; background: {theme.paper};
        }}
        QToolButton[flat="true"] {{
            border: 2px solid transparent; padding: 0 10px; min-height: 0; background: transparent;
        }}
        QToolButton[flat="true"]:focus {{ border-color: {theme.focus}; }}
        QMenuBar {{ border-bottom: 1px solid {theme.line}; }}
        QMenuBar::item:selected {{ background: {theme.fill}; color: {theme.on_accent}; }}
        QCheckBox::indicator, QRadioButton::indicator, QListWidget::indicator {{
            width: {box}px; height: {box}px; border: 2px solid {theme.line}; background: {theme.field};
        }}
        QCheckBox::indicator, QListWidget::indicator {{ border-radius: 3px; }}
        QRadioButton::indicator {{ border-radius: {box // 2 + 2}px; }}
        QListWidget[ticks="true"]::item {{ min-height: {box + 8}px; }}
        QCheckBox::indicator:checked, QRadioButton::indicator:checked, QListWidget::indicator:checked {{
            background: {theme.fill}; border-color: {theme.fill}; image: url("{check}");
        }}
        QCheckBox:focus, QRadioButton:focus {{ border: 3px solid {theme.focus}; border-radius: 6px; }}
        QComboBox::drop-down {{ border: 0; width: 28px; }}
        QComboBox::down-arrow {{ image: url("{arrow}"); width: 16px; height: 16px; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QWidget {{ widget-animation-duration: 0; }}
        QToolTip {{ border: 1px solid {theme.line}; padding: 4px; }}
    """


def _more(theme: Theme, *, wide: int) -> str:
    """Return what tells that there is more: scroll bars, which Fusion draws black on black, and a menu's arrow."""
    arrow = _icon("down", on=theme.field)
    return f"""
        QPushButton::menu-indicator {{
            image: url("{arrow}"); width: 16px; height: 16px;
            subcontrol-origin: padding; subcontrol-position: center right; right: 6px;
        }}
        QScrollBar {{ background: {theme.paper}; border: 0; margin: 0; }}
        QScrollBar:vertical {{ width: {wide}px; }}
        QScrollBar:horizontal {{ height: {wide}px; }}
        QScrollBar::handle {{ background: {theme.line}; border-radius: 4px; margin: 2px; }}
        QScrollBar::handle:vertical {{ min-height: 32px; }}
        QScrollBar::handle:horizontal {{ min-width: 32px; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: {theme.paper}; }}
    """


def _sizes(theme: Theme, *, large_targets: bool) -> str:
    """Return how large menus are, and with large targets everything that is pressed but ticks.

    A large entry of a menu has half the gap above and half below it, and is pressed there too.
    """
    more = _more(theme, wide=_LEAST if large_targets else _BAR)
    if not large_targets:
        return more + "QMenuBar::item { padding: 4px 10px; background: transparent; }"
    return f"""{more}
        QPushButton, QToolButton {{ min-width: {LARGE - 26}px; }}
        QToolButton[flat="true"] {{ min-height: {LARGE - 4}px; min-width: {LARGE - 24}px; }}
        QMenuBar {{ spacing: {LARGE_GAP}px; }}
        QMenuBar::item {{ padding: {LARGE // 2 - 7}px {LARGE // 2 - 6}px; background: transparent; }}
        QMenu {{ background: {theme.paper}; border: 1px solid {theme.line}; }}
        QMenu::item {{
            min-height: {LARGE}px; margin: {LARGE_GAP // 2}px 0; padding: 0 28px 0 40px; background: {theme.paper};
        }}
        QMenu::item:selected {{ background: {theme.fill}; color: {theme.on_accent}; }}
        QMenu::item:disabled {{ color: {theme.quiet}; }}
        QMenu::item:disabled:selected {{ background: {theme.field}; }}
        QMenu::separator {{ height: 1px; background: {theme.line}; }}
        QAbstractItemView::item, QListWidget[ticks="true"]::item {{ min-height: {LARGE}px; }}
    """
