"""Two people change places, or one shift becomes two."""

from __future__ import annotations

from functools import partial

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.services.shift import SHORTEST, split_shift
from bpa_desktop.texts import name_of, shift_text
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
        others = self._others(shift)
        if card is None or not others:
            self._desk.bulletin.refused.emit(self._desk.language.text("Nobody else has a shift this week"))
            return
        entries = [(self._label(shift, other), partial(self._change_places, shift, other)) for other in others]
        open_choice_menu(card, self._desk.language.text("Swap with"), entries=entries)

    def _others(self, shift: Shift) -> list[Shift]:
        """Return what other people have in the week that is shown, in time order."""
        roster = self._desk.roster
        in_week = roster.shifts_in(self._frame.week.span(self._desk.zone))
        return [other for other in in_week if roster.holder(other) not in (None, roster.holder(shift))]

    def _label(self, shift: Shift, other: Shift) -> str:
        label = shift_text(self._desk.language, self._desk.roster, shift=other)
        reason = self._why_not(other, shift.span) or self._why_not(shift, other.span)
        return f"{label} ({reason})" if reason else label

    def _why_not(self, own: Shift, wanted: Span) -> str:
        """Return why who has a shift may not be able to come at another time instead, or nothing."""
        roster, text = self._desk.roster, self._desk.language.text
        holder = roster.holder(own)
        name = name_of(self._desk.language, roster, assistant=holder)
        if roster.absence_of(holder, wanted) is not None:
            return text("{name} is absent then", name=name)
        held = roster.shifts_by_holder.get(holder, ()) if holder is not None else ()
        if any(one.id != own.id and one.span.overlaps(wanted) for one in held):
            return text("{name} has another shift then", name=name)
        return ""

    def _change_places(self, shift: Shift, other: Shift) -> None:
        card = self._grid.roving.current
        current = card.model.shift if card is not None and card.model is not None else None
        refusal = moves.swapped(self._desk, shift, other=other)
        if refusal is not None:
            self._desk.bulletin.refused.emit(refusal)
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
            text = self._desk.language.text("This shift is too short to split: each part lasts at least 15 minutes")
            self._desk.bulletin.refused.emit(text)
            return
        split = partial(split_shift, self._desk.history, shift.id)
        dialog = SplitDialog(self._desk, self._frame.window(), shift=shift, split=lambda at: split(at=at))
        dialog.accepted.connect(lambda: self._commands.follow(shift.id))
        dialog.open()
