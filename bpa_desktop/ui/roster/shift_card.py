"""A card of the grid: a real, focusable widget a shift or free day, so that everybody's tools see and press it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from bpa_desktop.ui import a11y
from bpa_desktop.ui.roster.card_measure import card_size, hour_card_size, narrowest_hour_card
from bpa_desktop.ui.roster.card_painter import NO_MARKS, CardMarks, card_picture, paint_card
from bpa_desktop.ui.roster.card_wording import CardFace, CardWording
from bpa_desktop.ui.roster.view_model import CardModel, RowModel
from bpa_desktop.ui.widgets.cell_menu import MenuCell


class CardInput(Protocol):
    """Who answers what is done to a card."""

    def pressed(self, card: ShiftCard) -> None:
        """Enter, or assistive technology's press."""
        ...

    def menu(self, card: ShiftCard) -> None:
        """The menu key, the right button, or assistive technology's menu."""
        ...

    def numbered(self, card: ShiftCard) -> None:
        """The card's number was typed or said."""
        ...

    def toggled(self, card: ShiftCard) -> None:
        """Space, or assistive technology's toggle."""
        ...

    def focused(self, card: ShiftCard) -> None:
        """The card got the focus."""
        ...

    def key(self, card: ShiftCard, event: QKeyEvent) -> bool:
        """Answer a key; tell whether it was one of the grid's."""
        ...

    def released(self, event: QKeyEvent) -> None:
        """A key was let go."""
        ...

    def mouse(self, card: ShiftCard, event: QMouseEvent) -> None:
        """Answer a press, a move, a release or a double click of the mouse."""
        ...


class ShiftCard(a11y.Accessible, MenuCell):
    """Shows one CardFace; kept and used again for another when the week changes."""

    accessible_role = a11y.Role.Button

    def __init__(self, parent: QWidget, answers: CardInput) -> None:
        super().__init__(parent)
        self._answers = answers
        self.face: CardFace | None = None
        self.model: CardModel | None = None
        self.marks = NO_MARKS
        self._row: RowModel | None = None
        self._wording: CardWording | None = None
        self._worded: object = None
        """What its face was worded from."""
        self._tip = ""

    @property
    def name(self) -> str:
        """What the card is called, worked out when asked: hundreds of them are told anew, and few of them named."""
        if self.model is None or self._row is None or self._wording is None:
            return ""
        return self._wording.card_name(self.model, self._row)

    def show_card(self, model: CardModel, *, row: RowModel, wording: CardWording) -> None:
        """Take what to show, unless it shows that already."""
        worded = (model, row.name, row.colour, wording)
        if worded == self._worded:
            return
        spoken = self.name if self.hasFocus() else None
        was_by_hour = self.is_by_hour
        self._worded, self.model, self._row, self._wording = worded, model, row, wording
        if was_by_hour is not self.is_by_hour:
            self.setMouseTracking(self.is_by_hour)  # the pointer shows where an end can be taken hold of
        if spoken is not None and spoken != self.name:
            a11y.notify_name(self)
        face = wording.face(model, row)
        tip = face.tip or (self.name if self.is_by_hour else "")
        if tip != self._tip:
            self._tip = tip
            self.setToolTip(tip)
        if face != self.face or was_by_hour != self.is_by_hour:
            self.face = face
            self.update()

    def mark(self, marks: CardMarks) -> None:
        """Take the selection, the lift and the landing slot."""
        if marks is not self.marks and marks != self.marks:
            self.marks = marks
            self.update()

    def needs(self, width: int) -> QSize:
        """Return the size the card needs at a width; the width itself may have to be more."""
        if self.face is None:
            return QSize(width, 0)
        if self.is_by_hour:
            return QSize(*hour_card_size(self.face.text, self.font(), width=width))
        return QSize(*card_size((self.face.text,), self.font(), width=width))

    @property
    def narrowest(self) -> int:
        """The width in which it still says when it is, among the hours."""
        return narrowest_hour_card(self.face.text, self.font()) if self.face is not None else 0

    @property
    def is_by_hour(self) -> bool:
        """Whether it is as high as its hours are."""
        return self.model is not None and self.model.on is not None

    @property
    def is_whole_day(self) -> bool:
        """Whether it stands for a whole day by the hour that is free."""
        return self.model is not None and self.is_by_hour and self.model.span is None

    def accessible_text(self) -> str | None:
        """Return the name as it is now."""
        return self.name

    @property
    def accessible_identifier(self) -> str | None:
        """What it stands for: a shift, a note, a gap or a free day."""
        return _identifier(self.model) if self.model is not None else None

    def accessible_states(self) -> dict[str, bool]:
        """Return that it can be selected, and has a menu."""
        return {"selectable": True, "selected": self.marks.selected, "hasPopup": True}

    def accessible_actions(self) -> a11y.Actions:
        """Return what Enter, the menu key and Space do."""
        answers = self._answers
        return {
            "Press": (lambda: answers.pressed(self), ["Return"]),
            "ShowMenu": (lambda: answers.menu(self), ["Shift+F10"]),
            "Toggle": (lambda: answers.toggled(self), ["Space"]),
        }

    @property
    def by_number(self) -> Callable[[], None]:
        """What the card's number does."""
        return partial(self._answers.numbered, self)

    def accessible_popup(self) -> QMenu | None:
        """Return the menu that is open under the card."""
        return self.popup

    def given(self, event: QEvent) -> bool:
        """Pass the mouse, keys, the menu key and the focus on."""
        if isinstance(event, QContextMenuEvent):
            self._answers.menu(self)
        elif isinstance(event, QMouseEvent):
            self._answers.mouse(self, event)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            self._answers.released(event)
        elif isinstance(event, QKeyEvent):
            return self._answers.key(self, event)
        elif event.type() == QEvent.Type.FocusIn:
            self._answers.focused(self)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.face is None:
            return
        marks = CardMarks(self.hasFocus(), self.marks.selected, self.marks.lifted, self.marks.landing)
        if self.is_by_hour:  # the lines of the hours are seen through hollow cards
            area = self.visibleRegion().boundingRect() if self.is_whole_day else self.rect()
            paint_card(QPainter(self), QRectF(area), face=self.face, marks=marks)
        else:
            QPainter(self).drawPixmap(0, 0, card_picture(self.face, marks, of=self))


def _identifier(model: CardModel) -> str:
    if model.shift is not None:
        return f"shift-{model.shift.id}"
    if model.is_notes:
        return f"note-{model.note.id if model.note is not None else ''}-{model.day}"
    return f"{'gap' if model.uncovered else 'free'}-{model.row}-{model.day}"
