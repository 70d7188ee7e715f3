"""A card of the pattern: a real, focusable widget a line, a need, a gap or a free place."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from bpa_desktop.ui import a11y
from bpa_desktop.ui.rotation.pattern_painter import height_for, least_size, paint_card
from bpa_desktop.ui.rotation.view_model import Item
from bpa_desktop.ui.rotation.wording import Face
from bpa_desktop.ui.widgets.cell_menu import MenuCell


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


class PatternCard(a11y.Accessible, MenuCell):
    """Shows one Face; kept and used again for another."""

    accessible_role = a11y.Role.Button

    def __init__(self, parent: QWidget, answers: CardAnswers) -> None:
        super().__init__(parent)
        self._answers = answers
        self.item = Item(0, 1)
        self.face = Face("", (), "")
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

    def given(self, event: QEvent) -> bool:
        """Pass keys, the menu key, the focus and a double click on; a single click takes the focus, and no more."""
        if isinstance(event, QContextMenuEvent):
            self._answers.menu(self)
        elif isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._answers.key(self, event)
        elif isinstance(event, QMouseEvent):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if event.type() == QEvent.Type.MouseButtonDblClick:
                self._answers.pressed(self)
        elif event.type() == QEvent.Type.FocusIn:
            self._answers.focused(self)
        return True

    def heightForWidth(self, width: int) -> int:
        return height_for(self.face, self.font(), width=width)

    def minimumSizeHint(self) -> QSize:
        return least_size(self.face, self.font())

    sizeHint = minimumSizeHint  # noqa: N815  # Qt's own name: the columns share the room there is

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_card(QPainter(self), QRectF(self.rect()), face=self.face, focused=self.hasFocus())
