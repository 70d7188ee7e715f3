"""Copies of shifts: to the next day or week, or cut, copied and pasted at the day and in the row that has the focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.overdraw import OverdrawnError
from bpa_desktop.services.shift import Place
from bpa_desktop.texts import error_text
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster import moves
from bpa_desktop.ui.roster.shift_commands import ShiftCommands
from bpa_desktop.ui.roster.view_model import CardModel
from bpa_desktop.ui.roster.week_grid import WeekGrid


class Clipboard:
    """The shifts that were taken. What was cut stands where it was until it is pasted."""

    def __init__(self, desk: Desk, grid: WeekGrid, *, commands: ShiftCommands) -> None:
        self._desk = desk
        self._grid = grid
        self._commands = commands
        self._taken: tuple[Shift, ...] = ()

    def handlers(self) -> Handlers:
        """Return what is done for which action id; nothing is pasted before something was taken."""
        paste: Handlers = {"paste_shift": self._paste} if self._taken else {}
        return {
            "copy_shift": lambda: self._copy_later(days=1),
            "copy_shift_week": lambda: self._copy_later(days=7),
            "cut_shift": self._cut,
            "clip_shift": self._copy,
            **paste,
        }

    def _copy_later(self, *, days: int) -> None:
        """Copy the chosen shifts to so many days after each."""
        shifts = self._commands.chosen()
        if shifts:
            self._add(shifts, [moves.later(self._desk, shift, days=days) for shift in shifts])

    def _add(self, shifts: Sequence[Shift], places: Sequence[Place]) -> None:
        """Add copies of shifts at places, and select them where there are several; or say why not."""
        try:
            added = moves.copied(self._desk, shifts, places=places)
        except OverdrawnError as error:
            self._desk.bulletin.refused.emit(error_text(self._desk.language, error))
            return
        if len(added) > 1:
            self._grid.selected = frozenset(shift.id for shift in added)
        self._commands.follow(min(added, key=lambda shift: shift.span).id)
        self._grid.refresh_marks()

    def _copy(self) -> None:
        if self._take():
            self._mark_cut(frozenset())
            self._desk.bulletin.said.emit(
                self._desk.language.plural(
                    "{n} shift copied. Choose a day and paste.",
                    "{n} shifts copied. Choose a day and paste.",
                    n=len(self._taken),
                )
            )

    def _cut(self) -> None:
        if self._take():
            self._mark_cut(frozenset(shift.id for shift in self._taken))
            self._desk.bulletin.said.emit(
                self._desk.language.plural(
                    "{n} shift cut. Choose a day and paste.",
                    "{n} shifts cut. Choose a day and paste.",
                    n=len(self._taken),
                )
            )

    def _take(self) -> bool:
        """Take the chosen shifts as they are, in time order, each with who holds it; tell whether there were any."""
        holder = self._desk.roster.holder
        taken = [replace(shift, assistant=holder(shift)) for shift in self._commands.chosen()]
        if taken:
            self._taken = tuple(sorted(taken, key=lambda shift: (shift.span, shift.id)))
        return bool(taken)

    def _mark_cut(self, shifts: frozenset[str]) -> None:
        self._grid.cut = shifts
        self._grid.refresh_marks()

    def _paste(self) -> None:
        card = self._grid.roving.current
        if card is None or card.model is None:
            return
        if not self._grid.cut:
            self._add(self._taken, self._places(card.model, self._taken))
            return
        known = self._desk.roster.shifts_by_id
        still_there = tuple(shift for shift in self._taken if shift.id in known)
        if not still_there:
            self._desk.bulletin.refused.emit(self._desk.language.text("What was cut is not there any more"))
            return
        refusal = moves.placed(self._desk, self._places(card.model, still_there))
        if refusal is not None:
            self._desk.bulletin.refused.emit(refusal)
            return
        self._mark_cut(frozenset())
        self._commands.follow(still_there[0].id)

    def _places(self, card: CardModel, shifts: tuple[Shift, ...]) -> list[Place]:
        """Return where shifts stand from a card's day on. They go to the card's row, but several people's stay theirs.

        In the row of open shifts nobody holds them. The list has no rows of people: there all stay theirs.
        """
        days = (card.here - shifts[0].span.first_day(self._desk.zone)).days
        places = [moves.later(self._desk, shift, days=days) for shift in shifts]
        is_one_person_s = len({shift.assistant for shift in shifts}) == 1
        if not card.in_list and (is_one_person_s or card.row is None):
            return [replace(place, holder=card.row) for place in places]
        return [replace(place, holder=shift.assistant) for shift, place in zip(shifts, places, strict=True)]
