"""The week as a grid: open shifts first, then assistants; a column a day; one tab stop, arrows within."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.roster import week_wording
from bpa_desktop.ui.roster.card_painter import NO_MARKS, CardMarks
from bpa_desktop.ui.roster.card_wording import CardWording
from bpa_desktop.ui.roster.carry import Carry
from bpa_desktop.ui.roster.gesture import Ask, Edge, Gesture
from bpa_desktop.ui.roster.grid_cursor import Anchor, Cursor
from bpa_desktop.ui.roster.in_sight import reveal
from bpa_desktop.ui.roster.shape import Shape
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.view_model import WeekModel
from bpa_desktop.ui.roster.week_table import WeekTable


class CardGrid(a11y.Accessible, WeekTable):
    """Shows a WeekModel and says what is asked of it; changes nothing itself."""

    accessible_role = a11y.Role.Grouping
    gesture = Signal(object)
    """A Gesture about the current card."""
    dropped = Signal(object)
    """A Drop."""
    picked_up = Signal(str)
    """A shift was picked up, by its id."""
    put_back_again = Signal()
    """The shift that was carried is where it was."""
    carried = Signal()
    """What is carried is held over another place, or nothing is carried any more."""
    menu_wanted = Signal(object)
    """The context menu of a card is wanted."""
    let_go = Signal()
    """A key was let go."""
    current_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.model: WeekModel | None = None
        self.selected: frozenset[str] = frozenset()
        self.cut: frozenset[str] = frozenset()
        self.roving = Cursor(self.rows)
        self.takes_digits = True
        """Whether a digit on a free day begins to write times."""
        self.answers_key: Callable[[str, bool], bool] = lambda _key, _is_held: False
        """Answers a key that a command may have, and whether it is held down; tells whether a command has it."""
        self.carry = Carry(self.carried.emit)
        self.carried.connect(self.refresh_marks)
        self.wording: CardWording | None = None
        """What puts cards into words, once something is shown."""
        self._marked: set[ShiftCard] = set()

    @property
    def name(self) -> str:
        """What the grid is called: the week and what is in it."""
        return self._name

    def accessible_text(self) -> str | None:
        """Return the week, with its assistants and shifts."""
        return self._name

    def load(self, model: WeekModel, *, language: Language, wording: CardWording, wanted: Anchor | None = None) -> None:
        """Show a week; the focus stays on its shift wherever that is now, or goes where it is wanted."""
        anchor = wanted or self.roving.anchor()
        # Of the window, not of the program: a dialog may stand over it, and gives the focus back when it closes.
        before = self.roving.current
        had_focus = before is not None and self.window().focusWidget() is before
        was_seen = had_focus and before is not None and not before.visibleRegion().isEmpty()
        self.model, self.wording = model, wording
        self.day = _day_in(model.week, wanted.day if wanted is not None else self.day)
        self._name = week_wording.grid_name(language, model, day=self.day if self.shape is Shape.DAY else None)
        self.show_week(model, language=language, wording=wording)
        self.refresh_marks()
        found = self.roving.find(anchor)
        self.roving.move_to(found, focus=had_focus)
        if was_seen:  # what is above it may be higher now, or it itself
            reveal(self, found)

    def refresh_marks(self) -> None:
        """Mark the cards that are selected, carried, or landed on; among the hours a slot shows where that is."""
        if self.wording is not None and self.slot.show_carried(self.carry, self.wording):
            reveal(self, self.slot)
        marked: dict[ShiftCard, CardMarks] = {}
        if self.selected or self.cut or self.carry.shift is not None:
            found = ((card, _marks_on(card, self)) for row in self.rows() for card in row.cards())
            marked = {card: marks for card, marks in found if marks != NO_MARKS}
        for card in self._marked - marked.keys():  # those out of sight now, too
            card.mark(NO_MARKS)
        for card, marks in marked.items():
            card.mark(marks)
        self._marked = set(marked)

    def ask(self, ask: Ask, *, amount: int = 0, typed: str = "", repeated: bool = False) -> None:
        """Say what is asked about the current card."""
        card = self.roving.current
        if card is not None and card.model is not None:
            self.gesture.emit(Gesture(ask, card.model, amount, typed, repeated))

    def focus_at(self, anchor: Anchor) -> None:
        """Give the focus to what an anchor belongs to."""
        self.roving.move_to(self.roving.find(anchor), focus=True)
        self.focus_current()

    def focus_current(self) -> None:
        """Give the focus to the current card, and have it in sight: it may have had the focus where it was before."""
        if self.roving.current is not None:
            self.roving.current.setFocus()
            reveal(self, self.roving.current)

    def pick_up(self, card: ShiftCard, edge: Edge | None = None) -> bool:
        """Lift a card's shift, to be put down elsewhere, or take hold of one end; tell whether there was one."""
        self.roving.move_to(card, focus=True)
        home = self.roving.anchor()
        if home is None or card.face is None or not self.carry.pick_up(card, home=home, face=card.face, edge=edge):
            return False
        if edge is None:
            self.picked_up.emit(self.carry.shift)
        return True

    def put_down(self) -> None:
        """Land what is carried; at home it is put back."""
        wanted = self.carry.drop()
        if wanted is None:
            self.put_back()
        else:
            self.dropped.emit(wanted)

    def put_back(self) -> bool:
        """Leave what is carried where it was, the focus too; tell whether anything was carried."""
        home = self.carry.put_back()
        if home is None:
            return False
        self.focus_at(home)
        self.put_back_again.emit()
        return True


def _marks_on(card: ShiftCard, grid: CardGrid) -> CardMarks:
    shift = card.model.shift.id if card.model is not None and card.model.shift is not None else None
    ghost = card.model is not None and card.model.is_ghost
    return CardMarks(
        selected=shift in grid.selected and not ghost,
        lifted=shift is not None and (shift == grid.carry.shift or shift in grid.cut) and not ghost,
        landing="" if grid.shape.is_by_hour else grid.carry.landing_on(card),
    )


def _day_in(week: Week, day: date) -> date:
    """Return a day where it lies in a week, else the one of its name there."""
    return day if day in week.days else week.days[day.weekday()]
