"""Two people change places, or one shift becomes two."""

from __future__ import annotations

from functools import partial

from bpa_desktop.domain.shift import Shift
from bpa_desktop.ranking.swap import Swap, swap_of, swaps
from bpa_desktop.services.shift import SHORTEST, split_shift
from bpa_desktop.texts import shift_text, swap_reasons, swap_short
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster import moves
from bpa_desktop.ui.roster.card_menu import open_choice_menu
from bpa_desktop.ui.roster.shift_commands import ShiftCommands, WeekFrame
from bpa_desktop.ui.roster.split_dialog import SplitDialog
from bpa_desktop.ui.roster.week_grid import WeekGrid


class ShiftExchange:
    """The commands that swap shifts and split one."""

    def __init__(self, desk: Desk, grid: WeekGrid, *, frame: WeekFrame, commands: ShiftCommands) -> None:
        self._desk = desk
        self._grid = grid
        self._frame = frame
        self._commands = commands

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {"swap_shifts": self._swap, "split_shift": self._split}

    def _swap(self) -> None:
        """Swap the two that are selected, else the current one with one that is chosen from a menu."""
        shifts = self._commands.chosen()
        if len(shifts) == 2:
            self._change_places(shifts[0], shifts[1])
        elif len(shifts) > 2:
            text = self._desk.language.text("Only two shifts can swap. Select two, or none and choose the other")
            self._desk.bulletin.refused.emit(text)
        elif shifts:
            self._choose_other(shifts[0])

    def _choose_other(self, shift: Shift) -> None:
        card = self._grid.roving.current
        found = self._swaps(shift)
        if card is None or not found:
            self._desk.bulletin.refused.emit(self._desk.language.text("Nobody else has a shift this week"))
            return
        entries = [(self._label(one), partial(self._change_places, shift, self._shift(one))) for one in found]
        open_choice_menu(card, self._desk.language.text("Swap with"), entries=entries)

    def _swaps(self, shift: Shift) -> tuple[Swap, ...]:
        """Return the swaps for what other people have in the week that is shown, those that break nothing first."""
        roster = self._desk.roster
        in_week = roster.shifts_in(self._frame.week.span(self._desk.zone))
        return swaps(roster, shift.id, among=in_week, limits=self._desk.limits)

    def _shift(self, swap: Swap) -> Shift:
        return self._desk.roster.shifts_by_id[swap.shift]

    def _label(self, swap: Swap) -> str:
        label = shift_text(self._desk.language, self._desk.roster, shift=self._shift(swap))
        reasons = swap_short(self._desk.language, self._desk.roster, swap=swap)
        return f"{label} ({'; '.join(reasons)})" if reasons else label

    def _change_places(self, shift: Shift, other: Shift) -> None:
        card = self._grid.roving.current
        current = card.model.shift if card is not None and card.model is not None else None
        swap = swap_of(self._desk.roster, shift, other=other, limits=self._desk.limits)
        reasons = swap_reasons(self._desk.language, self._desk.roster, swap=swap)
        refusal = moves.swapped(self._desk, shift, other=other)
        if refusal is not None:
            self._desk.bulletin.refused.emit(refusal)
        elif reasons:
            self._desk.bulletin.said.emit(self._desk.language.text("Swapped. {reasons}", reasons="; ".join(reasons)))
        self._commands.follow(current.id if current is not None else shift.id)

    def _split(self) -> None:
        """Ask where to split the current shift."""
        card = self._grid.roving.current
        shift = card.model.shift if card is not None and card.model is not None else None
        if not self._commands.chosen() or shift is None:
            return
        refusal = moves.refused_lock(self._desk, shift)
        if refusal is not None:
            self._desk.bulletin.refused.emit(refusal)
            return
        if shift.span.length < 2 * SHORTEST:
            text = self._desk.language.text("Too short to split: each part lasts at least 15 minutes")
            self._desk.bulletin.refused.emit(text)
            return
        split = partial(split_shift, self._desk.history, shift.id)
        dialog = SplitDialog(self._desk, self._frame.window(), shift=shift, split=lambda at: split(at=at))
        dialog.accepted.connect(lambda: self._commands.follow(shift.id))
        dialog.open()
