"""Finds every text in a window that is cut, and everything that lies where nobody can see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from bpa_desktop.ui.roster.card_measure import card_lines
from bpa_desktop.ui.roster.day_cell import DayCell
from bpa_desktop.ui.roster.grid_row import GridHeading
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.week_grid import WeekGrid

_ROUNDING = 1
_FRAME = 4
"""What a field keeps free at both sides of its text, in pixels."""


def cuts(root: QWidget, *, width: int, height: int) -> list[str]:
    """Return what is cut in a window, which itself may not be larger than so many pixels: a line each."""
    found = [] if root.width() <= width and root.height() <= height else [f"window {root.width()}x{root.height()}"]
    for widget in (root, *_shown(root)):
        for kind, look in _LOOKS.items():
            if isinstance(widget, kind):
                found += [_told(widget, fault) for fault in look(widget)]
        if widget is not root and _is_outside(widget):
            found.append(_told(widget, f"outside its parent {type(widget.parentWidget()).__name__}"))
    return found


def _shown(root: QWidget) -> Iterator[QWidget]:
    """Yield what is visible in a window, without the windows it has opened."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget.window() is root.window():
            yield widget


def _told(widget: QWidget, fault: str) -> str:
    said = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()} “{said}”: {fault}"


def _is_outside(widget: QWidget) -> bool:
    """Tell whether a widget reaches out of its parent; what scrolls may, its area tells of itself."""
    parent = widget.parentWidget()
    if widget.isWindow() or parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    area = parent.rect().adjusted(-_ROUNDING, -_ROUNDING, _ROUNDING, _ROUNDING)
    return not area.contains(widget.geometry())


def _label(label: QWidget) -> Iterator[str]:
    assert isinstance(label, QLabel)
    if not label.text():
        return
    if not label.wordWrap():
        if not _fits(label, label.sizeHint()):
            yield f"needs {label.sizeHint().toTuple()}, has {label.size().toTuple()}"
        return
    needed = label.heightForWidth(label.width())
    if needed > label.height() + _ROUNDING:
        yield f"needs a height of {needed}, has {label.height()}"
    widest = max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)
    if widest > label.contentsRect().width() + _ROUNDING:
        yield f"a word needs a width of {widest}, has {label.contentsRect().width()}"


def _button(button: QWidget) -> Iterator[str]:
    least = QSize(button.minimumSizeHint().width(), button.heightForWidth(button.width()))
    needed = least if button.sizePolicy().hasHeightForWidth() else button.sizeHint()
    if not _fits(button, needed):
        yield f"needs {needed.toTuple()}, has {button.size().toTuple()}"


def _fits(widget: QWidget, needed: QSize) -> bool:
    has = widget.size()
    return needed.width() <= has.width() + _ROUNDING and needed.height() <= has.height() + _ROUNDING


def _choice(box: QWidget) -> Iterator[str]:
    """Look at what is chosen; where it is too long it has to be said as a tooltip."""
    assert isinstance(box, QComboBox)
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(control, option, part, box).width()
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    if needed > room + _ROUNDING and box.toolTip() != box.currentText():
        yield f"“{box.currentText()}” needs a width of {needed}, has {room}, and no tooltip says it"


def _line(field: QWidget) -> Iterator[str]:
    """Look at the words that stand in an empty field; what is typed scrolls."""
    assert isinstance(field, QLineEdit)
    needed = field.fontMetrics().horizontalAdvance(field.placeholderText())
    if needed > field.contentsRect().width() - 2 * _FRAME and field.toolTip() != field.placeholderText():
        yield f"“{field.placeholderText()}” needs a width of {needed}, has {field.width()}, and no tooltip says it"


def _menu_bar(bar: QWidget) -> Iterator[str]:
    assert isinstance(bar, QMenuBar)
    if any(not bar.rect().contains(bar.actionGeometry(action)) for action in bar.actions()):
        yield "a menu is left out"


def _area(area: QWidget) -> Iterator[str]:
    """Nothing but the week may be wider than its area."""
    assert isinstance(area, QAbstractScrollArea)
    hidden = area.horizontalScrollBar().maximum()
    if hidden and not area.findChildren(WeekGrid):
        yield f"{hidden} pixels lie beside it"


def _heading(heading: QWidget) -> Iterator[str]:
    """A heading that is shortened has to be said whole."""
    assert isinstance(heading, GridHeading)
    shown = " ".join(line for line, _ in heading._lines(heading.width()))
    if "…" in shown and not _is_said(heading.face.first, heading.face.name):
        yield f"“{shown}” is shortened, and its name is “{heading.face.name}”"
    if heading.needs(heading.width()).height() > heading.height() + _ROUNDING:
        yield f"needs a height of {heading.needs(heading.width()).height()}, has {heading.height()}"


def _card(card: QWidget) -> Iterator[str]:
    """A card's times are never shortened; what else is, has to be in its name."""
    assert isinstance(card, ShiftCard)
    face = card.face
    if face is None:
        return
    needed = card.needs(card.width())
    if needed.width() > card.width() + _ROUNDING or needed.height() > card.height() + _ROUNDING:
        yield f"{card.name}: needs {needed.toTuple()}, has {card.size().toTuple()}"
    lines = card_lines(face, card.font(), width=card.width())
    if "…" in "".join(lines.notes) and not all(_is_said(line, card.name) for line in face.lines):
        yield f"{lines.notes} is shortened, and its name is “{card.name}”"
    if "…" in "".join(lines.problem) and not _is_said(face.problem, card.name):
        yield f"{lines.problem} is shortened, and its name is “{card.name}”"


def _day(cell: QWidget) -> Iterator[str]:
    """A day has room for all its lines; what is shortened in them is in its name."""
    assert isinstance(cell, DayCell)
    needed = cell.needs(cell.width())
    if needed.width() > cell.width() + _ROUNDING or needed.height() > cell.height() + _ROUNDING:
        yield f"{cell.face.name}: needs {needed.toTuple()}, has {cell.size().toTuple()}"
    short = any("…" in piece.text for line in cell.lines(cell.width()) for piece in line)
    if short and not all(_is_said(shown, cell.face.name) for shown in _whole(cell)):
        yield f"{_whole(cell)} is shortened, and its name is “{cell.face.name}”"


def _whole(cell: DayCell) -> list[str]:
    return [cell.face.special, *(comer.name for comer in cell.face.comers)]


def _is_said(shown: str, name: str) -> bool:
    """Tell whether a name holds every word of what is shown; further problems it says by naming them."""
    return all(word.casefold() in name.casefold() for word in shown.split(", ")[0].split())


_LOOKS: dict[type[QWidget], Callable[[QWidget], Iterator[str]]] = {
    QLabel: _label,
    QAbstractButton: _button,
    QGroupBox: _button,
    QComboBox: _choice,
    QLineEdit: _line,
    QMenuBar: _menu_bar,
    QAbstractScrollArea: _area,
    GridHeading: _heading,
    ShiftCard: _card,
    DayCell: _day,
}
