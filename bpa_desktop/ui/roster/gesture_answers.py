"""Answers the gestures of the grid: keys and drags that move a shift, and where they cannot."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.shift import Shift
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster import moves
from bpa_desktop.ui.roster.gesture import Ask, Drop, Gesture
from bpa_desktop.ui.roster.shift_commands import ShiftCommands, WeekFrame
from bpa_desktop.ui.roster.week_grid import WeekGrid

_MENUS = ("view", "shift")
_TURNING = ("previous_week", "next_week")


class GestureAnswers:
    """Listens to a grid."""

    def __init__(self, desk: Desk, grid: WeekGrid, *, frame: WeekFrame, commands: ShiftCommands) -> None:
        self._desk = desk
        self._grid = grid
        self._frame = frame
        self._commands = commands
        self._moves: dict[Ask, Callable[[Shift, int], moves.Refusal]] = {
            Ask.MOVE_ROWS: self._to_neighbour,
            Ask.START_MINUTES: lambda shift, minutes: moves.stretch(desk, shift, start=minutes),
            Ask.END_MINUTES: lambda shift, minutes: moves.stretch(desk, shift, end=minutes),
        }
        grid.answers_key = self.key
        grid.gesture.connect(self.answer)
        grid.dropped.connect(self.drop)
        grid.picked_up.connect(self._say_picked_up)
        grid.put_back_again.connect(self._say_put_back)

    def answer(self, gesture: Gesture) -> None:
        """Do what a gesture asks, or refuse it in words."""
        ask = gesture.ask
        if ask is Ask.OPEN:
            self._commands.edit()
        elif ask is Ask.CREATE:
            self._commands.create(gesture.typed)
        else:
            self._move(gesture)

    def key(self, key: str, is_held: bool) -> bool:
        """Do the command that has a key; tell whether there is one. Only weeks turn on while a key is held down."""
        action_id = self._desk.keymap.answered(key, menus=_MENUS)
        if action_id and (not is_held or action_id in _TURNING):
            self._desk.actions[action_id].trigger()
        return bool(action_id)

    def _move(self, gesture: Gesture) -> None:
        if gesture.ask is Ask.MOVE_DAYS:
            shifts, current = self._commands.chosen(), gesture.card.shift
            if current is not None:
                self._end(current.id, moves.by_days(self._desk, shifts, days=gesture.amount))
            return
        for shift in self._commands.chosen():
            self._end(shift.id, self._moves[gesture.ask](shift, gesture.amount))

    def _to_neighbour(self, shift: Shift, step: int) -> moves.Refusal:
        rows = [row.id for row in self._grid.model.rows] if self._grid.model is not None else []
        return moves.to_neighbour(self._desk, shift, rows=rows, step=step)

    def drop(self, drop: Drop) -> None:
        """Put a shift down where it was dropped."""
        shift = self._desk.roster.shifts_by_id.get(drop.shift)
        if shift is not None:
            self._end(shift.id, moves.to_cell(self._desk, shift, day=drop.day, row=drop.row))

    def _end(self, shift_id: str, refusal: moves.Refusal) -> None:
        if refusal is not None:
            self._desk.bulletin.refused.emit(refusal)
        self._commands.follow(shift_id)

    def _say_picked_up(self, _shift_id: str) -> None:
        self._desk.bulletin.said.emit(
            self._desk.language.text("Picked up. Arrows choose the place, Enter puts down, Esc puts back.")
        )

    def _say_put_back(self) -> None:
        self._desk.bulletin.said.emit(self._desk.language.text("Put back where it was."))
