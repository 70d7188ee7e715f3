"""Who gets a shift and where: giving it away, picking it up, finding a substitute, publishing the week."""

from __future__ import annotations

from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.services.publication import confirm_shifts
from bpa_desktop.services.substitute import open_request
from bpa_desktop.texts import name_of
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster import moves
from bpa_desktop.ui.roster.card_menu import open_give_menu
from bpa_desktop.ui.roster.shift_commands import ShiftCommands, WeekFrame
from bpa_desktop.ui.roster.week_grid import WeekGrid


class ShiftHandover:
    """The commands that change whose a shift is."""

    def __init__(self, desk: Desk, grid: WeekGrid, *, frame: WeekFrame, commands: ShiftCommands) -> None:
        self._desk = desk
        self._grid = grid
        self._frame = frame
        self._commands = commands

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        found: Handlers = {
            "assign_shift": self._give,
            "move_shift": self._pick_up,
            "find_substitute": self._find_substitute,
            "publish_week": self._publish,
            "confirm_shift": self._confirm,
        }
        held = self._held()
        if held is not None:
            found["register_absence"] = lambda: self._desk.bulletin.wanted.emit("absence", held.id)
        return found

    def _held(self) -> Shift | None:
        """Return the current shift if somebody has it: the absence that is registered is from that one."""
        card = self._grid.roving.current
        shift = card.model.shift if card is not None and card.model is not None else None
        return shift if shift is not None and self._desk.roster.holder(shift) is not None else None

    def _pick_up(self) -> None:
        card = self._grid.roving.current
        if self._commands.chosen() and card is not None:
            self._grid.pick_up(card)

    def _give(self) -> None:
        shifts = self._commands.chosen()
        card = self._grid.roving.current
        current = card.model.shift if card is not None and card.model is not None else None
        if shifts and card is not None and current is not None:
            open_give_menu(
                self._desk, card, shifts=shifts, give=lambda who: self._give_all(shifts, who, focus=current.id)
            )

    def _give_all(self, shifts: list[Shift], assistant: str | None, *, focus: str) -> None:
        refusal = moves.given(self._desk, shifts, assistant=assistant)
        if refusal is not None:
            self._desk.bulletin.refused.emit(refusal)
        self._commands.follow(focus)

    def _find_substitute(self) -> None:
        shifts = self._commands.chosen()
        if not shifts:
            return
        holder = self._desk.roster.holder(shifts[0])
        if holder is None:
            request = open_request(self._desk.history, shifts[0].id)
            self._desk.bulletin.wanted.emit("absence", request.id)
            return
        text = self._desk.language.text(
            "{name} has this shift. Register an absence, or open it",
            name=name_of(self._desk.language, self._desk.roster, assistant=holder),
        )
        self._desk.bulletin.refused.emit(text)

    def _publish(self) -> None:
        from bpa_desktop.ui.roster.publish_dialog import open_publishing  # not before something is published

        open_publishing(self._desk, self._frame.window(), week=self._frame.week)

    def _confirm(self) -> None:
        offered = [shift.id for shift in self._commands.chosen() if shift.state is ShiftState.OFFERED]
        if offered:
            confirm_shifts(self._desk.history, tuple(offered))
        else:
            self._desk.bulletin.refused.emit(self._desk.language.text("Nobody is to confirm this shift"))
