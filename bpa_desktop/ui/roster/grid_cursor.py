"""The grid's one tab stop: which card is current, and where the arrow keys lead from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt

from bpa_desktop.domain.span import Span
from bpa_desktop.ui.roster.grid_row import GridRow
from bpa_desktop.ui.roster.shift_card import ShiftCard


@dataclass(frozen=True)
class Anchor:
    """Where the focus belongs, whatever is drawn anew: on a shift, gap or note, else on a row's day, or a column."""

    shift: str | None
    row: str | None
    day: date
    column: int
    ghost: bool = False
    uncovered: bool = False
    gap: Span | None = None
    is_notes: bool = False
    note: str | None = None
    continued: bool = False


class Cursor:
    """Knows the current card among the rows that are shown."""

    def __init__(self, rows: Callable[[], list[GridRow]]) -> None:
        self._rows = rows
        self.current: ShiftCard | None = None

    def row_of(self, card: ShiftCard) -> GridRow:
        """Return the row a card stands in."""
        row = card.parentWidget()
        assert isinstance(row, GridRow)  # cards are made by rows only
        return row

    def anchor(self) -> Anchor | None:
        """Return where the focus belongs now."""
        card = self.current
        if card is None or card.model is None:
            return None
        model = card.model
        shift = model.shift.id if model.shift is not None else None
        column = self.row_of(card).column_of(card)
        note = model.note.id if model.note is not None else None
        where = Anchor(shift, model.row, model.day, column, model.is_ghost, model.uncovered, model.gap)
        return replace(where, is_notes=model.is_notes, note=note, continued=model.continued)

    def move_to(self, card: ShiftCard, *, focus: bool) -> None:
        """Make a card the current one, and the grid's tab stop."""
        if self.current is not None and self.current is not card:
            self.current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.current = card
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if focus:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self, anchor: Anchor | None) -> ShiftCard:
        """Return the card an anchor belongs to now."""
        rows = self._rows()
        if anchor is not None and anchor.shift is not None:
            same = [
                card for row in rows if _has(row, anchor.shift) for card in row.cards() if _shows(card, anchor.shift)
            ]
            if same:
                return max(same, key=lambda card: _likeness(card, anchor))
        shown = [card for row in rows for card in row.cards()]
        if anchor is not None and anchor.is_notes and (note := _note_at(anchor, shown)) is not None:
            return note
        rows = [row for row in rows if row.model is not None and not row.model.is_notes]
        cards = [card for card in shown if card.model is not None and not card.model.is_notes]
        if anchor is None:
            return cards[0]
        gaps = [
            card for card in cards if anchor.gap is not None and card.model is not None and card.model.gap == anchor.gap
        ]
        if gaps:
            return gaps[0]
        dated = [card for card in cards if card.model is not None and card.model.day == anchor.day]
        placed = [card for card in dated if card.model is not None and card.model.row == anchor.row]
        if placed:
            return next((card for card in placed if card.model and card.model.uncovered == anchor.uncovered), placed[0])
        row = next((row for row in rows if _is_for(row, anchor)), rows[0])
        if row.is_by_hour:  # a night that began the day before stands on that day
            return row.cell(0)[0]
        return (dated or row.cell(min(anchor.column, row.columns - 1)))[0]

    def beside(self, key: Qt.Key, *, whole: bool) -> ShiftCard | None:
        """Return the card that an arrow, Home or End leads to; None for the edge. `whole` is the whole grid."""
        card = self.current
        if card is None:
            return None
        row = self.row_of(card)
        flat = list(row.cards())
        place = flat.index(card)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            rows = self._rows()
            cards = list((rows[0] if key == Qt.Key.Key_Home else rows[-1]).cards()) if whole else flat
            return cards[0 if key == Qt.Key.Key_Home else -1]
        step = 1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1
        if row.is_by_hour:
            return self._among_hours(card, step, down=key in (Qt.Key.Key_Up, Qt.Key.Key_Down))
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            wanted = place + step
            return flat[wanted] if 0 <= wanted < len(flat) else None
        return self._above_or_below(card, step)

    def _above_or_below(self, card: ShiftCard, step: int) -> ShiftCard | None:
        row = self.row_of(card)
        column = row.column_of(card)
        cell = row.cell(column)
        place = cell.index(card) + step
        if 0 <= place < len(cell):
            return cell[place]
        rows = self._rows()
        other = rows.index(row) + step
        if not 0 <= other < len(rows):
            return None
        if rows[other].is_by_hour:  # below the lane of notes stand the days
            return rows[other + column].cell(0)[0]
        return rows[other].cell(column)[0 if step > 0 else -1]

    def _among_hours(self, card: ShiftCard, step: int, *, down: bool) -> ShiftCard | None:
        """Return what is earlier or later in a column; beside, what stands there, first in the same column."""
        rows, row = self._rows(), self.row_of(card)
        column, place = list(row.cards()), rows.index(row)
        if down:
            wanted = column.index(card) + step
            if 0 <= wanted < len(column):
                return column[wanted]
            lane = rows[0]
            return lane.cell(min(place - 1, lane.columns - 1))[-1] if step < 0 and not lane.is_by_hour else None
        beside = [one for one in column if (one.x() - card.x()) * step > 0 and not _apart(one, card)]
        if beside:
            return min(beside, key=lambda one: abs(one.x() - card.x()))
        place += step
        if not 0 <= place < len(rows) or not rows[place].is_by_hour:
            return None
        return min(rows[place].cards(), key=lambda one: (_apart(one, card), one.x() * step, _from_middle(one, card)))

    def shows(self, shift: str) -> bool:
        """Tell whether a shift has a card among those that are shown."""
        return any(_has(row, shift) for row in self._rows())


def _note_at(anchor: Anchor, cards: list[ShiftCard]) -> ShiftCard | None:
    """Return the card of an anchor's note, best on its day, else one among the notes of that day."""
    found = [(card, card.model) for card in cards if card.model is not None and card.model.is_notes]
    own = [(card, model) for card, model in found if model.note is not None and model.note.id == anchor.note]
    on_day = (card for card, model in (*own, *found) if model.day == anchor.day)
    return next(on_day, own[0][0] if own else None)


def _apart(one: ShiftCard, other: ShiftCard) -> int:
    """Return how far two cards are from each other on the clock; 0 for those that overlap."""
    return max(one.y() - other.geometry().bottom(), other.y() - one.geometry().bottom(), 0)


def _from_middle(one: ShiftCard, other: ShiftCard) -> int:
    return abs(one.geometry().center().y() - other.geometry().center().y())


def _likeness(card: ShiftCard, anchor: Anchor) -> tuple[bool, bool]:
    """Return how much a card of an anchor's shift is the one that is meant, of two that it may have."""
    model = card.model
    return (
        model is not None and model.is_ghost == anchor.ghost,
        model is not None and model.continued == anchor.continued,
    )


def _is_for(row: GridRow, anchor: Anchor) -> bool:
    """Tell whether a row is the one of an anchor: of its day where it has one, else of its person."""
    if row.model is None:
        return False
    day = row.model.day
    return day.weekday() == anchor.day.weekday() if day is not None else row.model.id == anchor.row


def _has(row: GridRow, shift: str) -> bool:
    return row.model is not None and shift in row.model.on_shifts


def _shows(card: ShiftCard, shift: str) -> bool:
    return card.model is not None and card.model.shift is not None and card.model.shift.id == shift
