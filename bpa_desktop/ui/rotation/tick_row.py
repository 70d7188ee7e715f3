"""TickRow: a line that is ticked or not. Space ticks, Enter does what is ticked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bpa_desktop.ui import a11y
from bpa_desktop.ui.theme import GAP, current
from bpa_desktop.ui.widgets.rows import Row
from bpa_desktop.ui.widgets.words import Words

_STRETCH = (5, 2)
_CORNERS = ((0.22, 0.52), (0.42, 0.72), (0.8, 0.3))
"""Where the sign of a tick begins, turns and ends, in shares of the box."""


class _Box(QWidget):
    """The box, as large as the text; the row around it is what is pressed and heard."""

    def __init__(self) -> None:
        super().__init__()
        self.is_ticked = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + 2
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(theme.fill if self.is_ticked else theme.line), 2))
        painter.setBrush(QColor(theme.fill if self.is_ticked else theme.field))
        painter.drawRoundedRect(box, 3, 3)
        if self.is_ticked:
            painter.setPen(QPen(QColor(theme.on_accent), 2.5))
            corners = [box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in _CORNERS]
            painter.drawPolyline(QPolygonF(corners))


class TickRow(Row):
    """A box, what would be done, and why it is not ticked by itself."""

    accessible_role = a11y.Role.CheckBox
    toggled = Signal()
    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box, self._what, self._why = _Box(), Words(), Words(quiet=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * GAP, GAP // 2, 2 * GAP, GAP // 2)
        line.setSpacing(2 * GAP)
        line.addWidget(self._box)
        for label, stretch in zip((self._what, self._why), _STRETCH, strict=True):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            line.addWidget(label, stretch)
        self.pressed.connect(self.toggle)

    @property
    def is_ticked(self) -> bool:
        """Whether the line is to be done."""
        return self._box.is_ticked

    def show_line(self, what: str, why: str, *, ticked: bool) -> None:
        """Show a line; the name is for the owner to set."""
        self._what.setText(what)
        self._why.setText(why)
        self.tick(ticked)

    def tick(self, ticked: bool) -> None:
        """Tick it, or not; a focused row says so."""
        if ticked != self.is_ticked:
            self._box.is_ticked = ticked
            self._box.update()
            if self.hasFocus():
                a11y.notify_state(self, checked=True)

    def toggle(self) -> None:
        """Turn the tick over, as the user does."""
        self.tick(not self.is_ticked)
        self.toggled.emit()

    def accessible_states(self) -> dict[str, bool]:
        """Return whether it is ticked."""
        return {**super().accessible_states(), "checkable": True, "checked": self.is_ticked}

    def accessible_actions(self) -> a11y.Actions:
        """Return what Space does."""
        return {"Toggle": (self.toggle, ["Space"]), "Press": (self.toggle, ["Space"])}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what is ticked; everything else is a row's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click turns the tick over."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.toggle()
