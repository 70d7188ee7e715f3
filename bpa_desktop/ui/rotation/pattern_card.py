"""A card of the pattern: a real, focusable widget a line, a need, a gap or a free place."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from bpa_desktop.ui import a11y
from bpa_desktop.ui.rotation.view_model import Item
from bpa_desktop.ui.rotation.wording import Face
from bpa_desktop.ui.theme import card_height, current
from bpa_desktop.ui.widgets.edge import EDGE, paint_edge
from bpa_desktop.ui.widgets.wrapping import in_lines

_CORNER = 6
_MARGIN = 2
_PADDING = 5
_RING = 3
_PLUS = 6
_EVENTS_OF_SIZE = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


class CardAnswers(Protocol):
    """Who answers what is done to a card."""

    def focused(self, card: PatternCard) -> None:
        """The card got the focus."""
        ...

    def pressed(self, card: PatternCard) -> None:
        """Enter, a double click, or assistive technology's press."""
        ...

    def menu(self, card: PatternCard) -> None:
        """The menu key, the right button, or assistive technology's menu."""
        ...

    def key(self, card: PatternCard, event: QKeyEvent) -> bool:
        """Answer a key; tell whether it was one of the grid's."""
        ...


class PatternCard(a11y.Accessible, QWidget):
    """Shows one Face; kept and used again for another."""

    accessible_role = a11y.Role.Button

    def __init__(self, answers: CardAnswers) -> None:
        super().__init__()
        self._answers = answers
        self.item = Item(0, 1)
        self.face = Face("", (), "")
        self.popup: QMenu | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_item(self, item: Item, face: Face) -> None:
        """Take what to show."""
        self.item = item
        if face == self.face:
            return
        self.face = face
        self.setToolTip(face.name)
        if self.hasFocus():
            a11y.notify_name(self)
        self.updateGeometry()
        self.update()

    def accessible_text(self) -> str | None:
        """Return everything the card says."""
        return self.face.name

    def accessible_states(self) -> dict[str, bool]:
        """Return that it has a menu."""
        return {"hasPopup": True}

    def accessible_actions(self) -> a11y.Actions:
        """Return what Enter and the menu key do."""
        return {
            "Press": (lambda: self._answers.pressed(self), ["Return"]),
            "ShowMenu": (lambda: self._answers.menu(self), ["Shift+F10"]),
        }

    def accessible_popup(self) -> QMenu | None:
        """Return the menu that is open under the card."""
        return self.popup

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _times(self, room: int) -> tuple[str, ...]:
        """Return the times, on two lines where one has no room."""
        if QFontMetrics(self._bold()).horizontalAdvance(self.face.times) <= room or not self.face.times:
            return (self.face.times,)
        start, dash, end = self.face.times.partition("–")
        return (start + dash, end)

    def _lines(self, width: int) -> tuple[tuple[str, QFont], ...]:
        room = width - 2 * (_MARGIN + _PADDING) - EDGE
        rest = (line for text in self.face.lines for line in in_lines(text, self.fontMetrics(), width=room))
        return (*((line, self._bold()) for line in self._times(room)), *((line, self.font()) for line in rest))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that a width makes; at least that of a target."""
        lines = len(self._lines(width)) if self.face.times else 1
        return max(card_height(), lines * self.fontMetrics().lineSpacing() + 2 * (_MARGIN + _PADDING))

    def minimumSizeHint(self) -> QSize:
        """Do with the longest word; the height follows the width."""
        bold = QFontMetrics(self._bold())
        words = (word for text in self.face.lines for word in text.split())
        widest = max(
            *(bold.horizontalAdvance(part) for part in self.face.times.partition("–")),
            *(self.fontMetrics().horizontalAdvance(word) for word in words),
        )
        width = widest + 2 * (_MARGIN + _PADDING) + EDGE
        return QSize(width, card_height())

    sizeHint = minimumSizeHint  # noqa: N815  # Qt's own name: the columns share the room there is

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus; a click alone decides nothing."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what stands here."""
        event.accept()
        self._answers.pressed(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu."""
        event.accept()
        self._answers.menu(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the grid's own keys on."""
        if not self._answers.key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the grid's tab stop."""
        super().focusInEvent(event)
        self._answers.focused(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lose the ring."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow text size and large targets."""
        super().changeEvent(event)
        if event.type() in _EVENTS_OF_SIZE:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw outline, edge and text; a plus or a dash where nothing stands; the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if self.face.times:
            self._paint_outline(painter, area)
            self._paint_text(painter, area)
        else:
            self._paint_free(painter, area)
        if self.hasFocus():
            inset = _RING / 2
            painter.setPen(QPen(QColor(current().focus), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, _CORNER, _CORNER)

    def _paint_outline(self, painter: QPainter, area: QRectF) -> None:
        theme = current()
        if self.item.gap is not None:
            painter.setPen(QPen(QColor(theme.alert), 1.6, Qt.PenStyle.DotLine))
        else:
            painter.setPen(QPen(QColor(theme.line), 2.2 if self.face.is_open else 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush if self.face.is_open else QColor(theme.field))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _CORNER, _CORNER)
        if self.face.colour >= 0:
            paint_edge(
                painter, QRectF(area.left() + 3, area.top() + 4, EDGE, area.height() - 8), place=self.face.colour
            )

    def _paint_text(self, painter: QPainter, area: QRectF) -> None:
        theme, high = current(), self.fontMetrics().lineSpacing()
        lines = self._lines(self.width())
        left, top = area.left() + EDGE + _PADDING, area.center().y() - high * len(lines) / 2
        for line, font in lines:
            painter.setFont(font)
            painter.setPen(QColor(theme.alert if self.item.gap is not None else theme.ink))
            room = QRectF(left, top, area.right() - left - 1, high)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
            top += high

    def _paint_free(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(QColor(current().quiet), 1.5))
        centre = area.center()
        painter.drawLine(int(centre.x()) - _PLUS, int(centre.y()), int(centre.x()) + _PLUS, int(centre.y()))
        if self.hasFocus():
            painter.drawLine(int(centre.x()), int(centre.y()) - _PLUS, int(centre.x()), int(centre.y()) + _PLUS)
