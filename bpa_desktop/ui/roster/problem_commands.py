"""What can be done about what the rules find: mend it, or keep it as it is with a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.services import finding as verbs
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.keymap import SPECS, native
from bpa_desktop.ui.roster.findings import Findings, in_a_sentence
from bpa_desktop.ui.roster.keep_dialog import KeepDialog
from bpa_desktop.ui.roster.moves import done
from bpa_desktop.ui.roster.shift_commands import ShiftCommands, WeekFrame
from bpa_desktop.ui.roster.view_model import WeekModel
from bpa_desktop.ui.roster.week_grid import WeekGrid

if TYPE_CHECKING:
    from bpa_desktop.rules.rule import Finding


class CheckedWeek(WeekFrame, Protocol):
    """The screen as these commands need it."""

    model: WeekModel
    findings: Findings


class ProblemCommands:
    """The commands about the problems of the current card; where it has none, about those of its row."""

    def __init__(self, desk: Desk, grid: WeekGrid, *, frame: CheckedWeek, commands: ShiftCommands) -> None:
        self._desk = desk
        self._grid = grid
        self._frame = frame
        self._commands = commands

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {"mend_problem": self.mend, "keep_problem": self.keep, "release_problem": self.release}

    def mend(self) -> None:
        """Make the smallest change that mends the first problem that one change mends; say why where there is none."""
        found = self._here()
        for finding in found:
            repair = self._frame.findings.repair(self._desk.roster, finding)
            if repair is not None:
                refusal = done(self._desk, partial(verbs.mend_finding, self._desk.history, repair))
                if refusal is None:
                    self._commands.follow(repair.after.id)
                else:
                    self._desk.bulletin.refused.emit(refusal)
                return
        if found:
            text = self._desk.language.text("No single change mends this. Find a substitute, or plan anew.")
            self._desk.bulletin.refused.emit(text)

    def keep(self) -> None:
        """Ask why the first problem that may be kept is all right."""
        from bpa_desktop.rules.keeping import is_law

        found = self._here()
        finding = next((one for one in found if not is_law(one)), None)
        if finding is None:
            if found:
                text = self._desk.language.text("The law forbids this, whatever is agreed. It can only be mended.")
                self._desk.bulletin.refused.emit(text)
            return
        told = in_a_sentence(self._desk.language, self._desk.roster, finding=finding)
        history = self._desk.history
        KeepDialog(
            self._desk,
            self._frame.window(),
            told=told,
            keep=lambda grounds: verbs.keep_finding(history, finding, grounds=grounds),
        ).open()

    def release(self) -> None:
        """Take back that the first problem here is kept as it is."""
        kept = self._kept_here()
        if kept is None:
            self._desk.bulletin.refused.emit(self._desk.language.text("Nothing is kept as it is here."))
        else:
            verbs.release_finding(self._desk.history, kept)

    def _here(self) -> list[Finding]:
        """Return the problems of the current card, else those of its row; say so where there is none."""
        card = self._grid.roving.current
        model = card.model if card is not None else None
        found = list(model.findings) if model is not None else []
        if model is not None and not found:
            found = [one for one in self._frame.model.findings if model.row is not None and one.assistant == model.row]
        if not found:
            text = self._desk.language.text("There is no problem here.")
            key = native(self._desk.keymap.shortcuts(SPECS["next_problem"]))
            further = self._desk.language.text("{key} goes to the next one.", key=key) if key else ""
            self._desk.bulletin.refused.emit(f"{text} {further}".strip())
        return found

    def _kept_here(self) -> KeptFinding | None:
        card = self._grid.roving.current
        shift = card.model.shift if card is not None and card.model is not None else None
        kept = self._frame.model.kept
        return next((by for _, by in kept if shift is not None and shift.id in by.shifts), None)
