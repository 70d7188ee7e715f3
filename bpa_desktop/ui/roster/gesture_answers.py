"""Answers the gestures of the grid: keys and drags that move a shift, and where they cannot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bpa_desktop.domain.shift import Shift
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster import moves
from bpa_desktop.ui.roster.gesture import Ask, Drop, Gesture
from bpa_desktop.ui.roster.hold import Hold
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
        self._moves: dict[Ask, Callable[[list[Shift], int], moves.Refusal]] = {
            Ask.MOVE_DAYS: lambda shifts, days: moves.by_days(desk, shifts, days=days),
            Ask.MOVE_ROWS: self._to_neighbours,
            Ask.MOVE_MINUTES: lambda shifts, minutes: moves.by_minutes(desk, shifts, minutes=minutes),
            Ask.START_MINUTES: lambda shifts, minutes: moves.stretched(desk, shifts, start=minutes),
            Ask.END_MINUTES: lambda shifts, minutes: moves.stretched(desk, shifts, end=minutes),
        }
        self._hold = Hold(desk, grid)
        grid.answers_key = self.key
        grid.gesture.connect(self.answer)
        grid.let_go.connect(self._hold.let_go)
        grid.dropped.connect(self.drop)
        grid.picked_up.connect(self._say_picked_up)
        grid.put_back_again.connect(self._say_put_back)

    def answer(self, gesture: Gesture) -> None:
        """Do what a gesture asks, or refuse it in words."""
        ask = gesture.ask
        if ask is Ask.OPEN:
            self._commands.edit()
        elif gesture.drawn is not None:
            self._commands.create_at(gesture.drawn, gesture.holder)
        elif ask is Ask.CREATE and gesture.typed:
            self._commands.create(gesture.typed)
        elif ask is Ask.NOTE:
            self._desk.actions["day_note"].trigger()
        elif ask is Ask.CREATE:
            self._desk.actions["new_shift"].trigger()
        else:
            self._move(gesture)

    def key(self, key: str, is_held: bool) -> bool:
        """Do the command that has a key; tell whether there is one. Only weeks turn on while a key is held down."""
        action_id = self._desk.keymap.answered(key, menus=_MENUS)
        if action_id and (not is_held or action_id in _TURNING):
            self._desk.actions[action_id].trigger()
        return bool(action_id)

    def _move(self, gesture: Gesture) -> None:
        current = gesture.card.shift
        if current is None and gesture.repeated:
            return  # that there is no shift was said when the key was pressed
        shifts = self._commands.chosen()
        if shifts:
            act = partial(self._moves[gesture.ask], shifts, gesture.amount)
            of = (gesture.ask, gesture.amount, *(shift.id for shift in shifts))
            go_on = self._hold.repeated if gesture.repeated else self._hold.pressed
            self._end((current or shifts[0]).id, go_on(act, of=of))

    def _to_neighbours(self, shifts: list[Shift], step: int) -> moves.Refusal:
        shown = self._grid.model.rows if self._grid.model is not None else ()
        rows = [row.id for row in shown if row.is_about_shifts]
        return moves.to_neighbours(self._desk, shifts, rows=rows, step=step)

    def drop(self, drop: Drop) -> None:
        """Put a shift down where it was dropped."""
        shift = self._desk.roster.shifts_by_id.get(drop.shift)
        if shift is None:
            return
        if drop.edge is None:
            self._end(shift.id, moves.to_place(self._desk, moves.put_down(self._desk, drop)))
        else:
            self._end(shift.id, moves.stretched(self._desk, [shift], **{drop.edge.value: drop.minutes}))

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
