"""Chooses beforehand who comes where the holder of a shift cannot: for the chosen shifts, or for a whole day."""

from __future__ import annotations

from functools import partial

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.booking import PastShiftError
from bpa_desktop.services.standby import BackupError, choose_backup
from bpa_desktop.texts import error_text
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster.card_menu import open_choice_menu
from bpa_desktop.ui.roster.shift_commands import ShiftCommands
from bpa_desktop.ui.roster.week_grid import WeekGrid


class BackupCommands:
    """The commands open a menu of the team under the current card; the rules are asked when somebody is chosen."""

    def __init__(self, desk: Desk, grid: WeekGrid, *, commands: ShiftCommands) -> None:
        self._desk = desk
        self._grid = grid
        self._commands = commands

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {"choose_backup": self._for_shifts, "choose_backup_day": self._for_day}

    def _for_shifts(self) -> None:
        shifts = self._commands.chosen()
        if shifts:
            self._offer(self._desk.language.text("Backup for the shift"), shifts)

    def _for_day(self) -> None:
        chosen = self._commands.chosen()
        if chosen:
            zone = self._desk.zone
            days = {shift.span.first_day(zone) for shift in chosen}
            shifts = [one for one in self._desk.roster.shifts if one.span.first_day(zone) in days]
            self._offer(self._desk.language.text("Backup for the whole day"), shifts)

    def _offer(self, name: str, shifts: list[Shift]) -> None:
        card = self._grid.roving.current
        if card is None:
            return
        people = [(one.name, partial(self._choose, shifts, one.id)) for one in self._desk.roster.assistants]
        nobody = (self._desk.language.text("No backup"), partial(self._choose, shifts, None))
        open_choice_menu(card, name, entries=(*people, nobody))

    def _choose(self, shifts: list[Shift], assistant: str | None) -> None:
        desk, ids = self._desk, tuple(one.id for one in shifts)
        try:
            choose_backup(desk.history, ids, assistant=assistant, limits=desk.limits)
        except (BackupError, PastShiftError) as error:
            desk.bulletin.refused.emit(error_text(desk.language, error) or "")
