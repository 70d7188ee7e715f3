"""Rows: focusable lines with one tab stop between them, in the place of an item view.

Item views crash on macOS as soon as anything asks for their cells, and read a whole row cell by cell elsewhere; a row
here is one button that says everything in one name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP

_CORNER = 6
_RING = 3
_BAR = 5
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Row(a11y.Accessible, QFrame):
    """One line. Subclasses lay their labels out in it and set `name`, what is said of the whole line."""

    focused = Signal()
    pressed = Signal()
    stepped = Signal(int)
    """An arrow was pressed: up is -1, down 1; Home and End are far beyond."""
    letter = Signal(str)
    """A letter was pressed, in upper case."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self._chosen = False
        self.setMinimumHeight(theme.card_height())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the row whose details are shown."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def accessible_text(self) -> str | None:
        """Return everything the line shows."""
        return self.name

    def accessible_states(self) -> dict[str, bool]:
        """Tell which row's details are shown."""
        return {"selectable": True, "selected": self._chosen}

    def accessible_actions(self) -> a11y.Actions:
        """Return what Enter does."""
        return {"Press": (self.pressed.emit, ["Return"])}

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the details follow."""
        super().focusInEvent(event)
        self.focused.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the setting for large targets, which comes with a new style sheet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.minimumHeight() != theme.card_height():
            self.setMinimumHeight(theme.card_height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus; a click alone decides nothing."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with arrows, press with Enter or Space, pass letters on."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.stepped.emit(-10_000 if key == Qt.Key.Key_Home else 10_000)
        elif key in _PRESS:
            if not event.isAutoRepeat():
                self.pressed.emit()
        elif event.text().isalpha():
            if not event.isAutoRepeat():
                self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline below, a bar before the chosen row, a ring round the focused one."""
        super().paintEvent(event)
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(QPen(QColor(look.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if self._chosen:
            painter.fillRect(QRectF(0, GAP / 2, _BAR, area.height() - GAP), QColor(look.accent))
        if self.hasFocus():
            inset = _RING / 2
            painter.setPen(QPen(QColor(look.focus), _RING))
            painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), _CORNER, _CORNER)
        painter.end()


R = TypeVar("R", bound=Row)


class RowGroup(QWidget, Generic[R]):
    """Rows one below another with one tab stop. Rows are reused, never destroyed while the group lives."""

    chosen = Signal(int)
    """Another row has the focus: its place."""
    entered = Signal()
    """A row has got the focus."""
    pressed = Signal(int)
    letter = Signal(int, str)

    def __init__(self, make: Callable[[], R]) -> None:
        super().__init__()
        self._make = make
        self._pool: list[R] = []
        self._count = 0
        self.current = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        spaced(self._column, 0)

    @property
    def rows(self) -> Sequence[R]:
        """The rows that are shown."""
        return self._pool[: self._count]

    def set_count(self, count: int) -> Sequence[R]:
        """Show so many rows and return them; the focus stays on a row as long as there is one."""
        had_focus = any(row.hasFocus() for row in self.rows)
        while len(self._pool) < count:
            self._add()
        self._count = count
        for place, row in enumerate(self._pool):
            row.setVisible(place < count)
        self.choose(min(self.current, max(count - 1, 0)))
        if had_focus and count:
            self.rows[self.current].setFocus()
        return self.rows

    def choose(self, place: int) -> None:
        """Make a row the tab stop and the chosen one, without moving the focus."""
        self.current = place
        for index, row in enumerate(self._pool):
            row.set_chosen(index == place)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == place else Qt.FocusPolicy.ClickFocus)

    def keep(self, place: int) -> None:
        """Follow what was chosen to another place, with the focus if a row has it."""
        had_focus = any(row.hasFocus() for row in self.rows)
        self.choose(place)
        if had_focus:
            self.focus_current()

    def focus_current(self) -> None:
        """Put the focus on the chosen row."""
        if self._count:
            self.rows[self.current].setFocus()

    def _add(self) -> None:
        row, place = self._make(), len(self._pool)
        row.focused.connect(lambda: self._on_focused(place))
        row.pressed.connect(lambda: self.pressed.emit(place))
        row.letter.connect(lambda key: self.letter.emit(place, key))
        row.stepped.connect(lambda by: self._step(place + by))
        self._pool.append(row)
        self._column.addWidget(row)

    def _step(self, place: int) -> None:
        self.rows[max(0, min(place, self._count - 1))].setFocus()

    def _on_focused(self, place: int) -> None:
        changed = place != self.current
        self.choose(place)
        if changed:
            self.chosen.emit(place)
        self.entered.emit()
