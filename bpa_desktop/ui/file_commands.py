"""Roster files in and out of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.services.history import History
from bpa_desktop.services.household import with_kept_income, without_income
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.roster import OtherArrangementError, import_roster
from bpa_desktop.texts.error import error_text
from bpa_desktop.ui.arrival_commands import ArrivalCommands
from bpa_desktop.ui.desk import Handlers
from bpa_desktop.ui.export_dialog import ExportDialog
from bpa_desktop.ui.file_read import read_file, unread_text
from bpa_desktop.ui.file_save import NO_NATIVE, save_file
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.problem_list import ProblemList
from bpa_desktop.ui.worker import Worker


def read_roster_file(path: Path) -> Roster | None:
    """Read a roster file; None for what another program wrote. Raises OSError, RosterFileError with every problem."""
    from bpa_desktop.interchange.incoming import is_roster_file
    from bpa_desktop.interchange.reader import read_roster  # heavy: not before a file is read

    data = read_file(path)
    return read_roster(data) if is_roster_file(data) else None


class FileCommands:
    """Import and export. Without an open arrangement, a roster that was read goes to `begin_with`."""

    def __init__(self, window: MainWindow, look: Look, *, worker: Worker, begin_with: Callable[[Roster], None]) -> None:
        self._window = window
        self._look = look
        self._worker = worker
        self._begin_with = begin_with
        self.arrivals = ArrivalCommands(window, look, worker=worker)
        self.history: History | None = None
        """Where an import goes, once an arrangement is open."""
        self.can_import = True

    @property
    def _language(self) -> Language:
        return self._look.language

    def handlers(self) -> Handlers:
        """Return what is answered just now."""
        handlers: Handlers = {"import_file": self.choose_import} if self.can_import else {}
        if self.history is not None:
            handlers["export_file"] = self._choose_export
        if self.history is not None and self.can_import and self.history.records.all(Arrangement):
            handlers["bring_in"] = partial(self.arrivals.choose, self.history)
        return handlers

    def choose_import(self) -> None:
        """Ask which file to bring in."""
        title = self._language.text("Bring in a roster file")
        kinds = self._language.text("Roster files (*.json)") + ";;" + self._language.text("All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), kinds, options=NO_NATIVE)
        if name:
            self.import_path(Path(name))

    def import_path(self, path: Path) -> None:
        """Read a file beside the window, and bring it in, or list all that is wrong with it."""
        asked = self.history
        self._worker.run(
            lambda _progress: read_roster_file(path),
            done=lambda roster: self._preview(path) if roster is None else self._bring_in(roster),
            failed=lambda error: self._refuse(path, error, is_locked=self.history is not asked),
        )

    def _preview(self, path: Path) -> None:
        """Show what another program wrote, where there is an arrangement that it can come into."""
        if self.history is not None and self.history.records.all(Arrangement):
            self.arrivals.preview(path, self.history)
            return
        text = self._language.text(
            "{name} is no roster file. Begin an arrangement first, then bring it in.", name=path.name
        )
        self._window.status.refuse(text)

    def _bring_in(self, roster: Roster) -> None:
        if self.history is None:
            self._begin_with(roster)
            return
        roster = with_kept_income(roster, self.history.roster)
        try:
            import_roster(self.history, roster)
        except LockedError as locked:
            self._window.status.refuse(error_text(self._language, locked) or "")
        except OtherArrangementError:
            if self._may_replace(self.history.roster.arrangement.name, roster.arrangement.name):
                import_roster(self.history, roster, replacing=True)

    def _may_replace(self, kept: str, new: str) -> bool:
        text = self._language.text(
            "The file holds another arrangement, {new}. Shall it take the place of {kept}? Undo brings it back.",
            new=new,
            kept=kept,
        )
        box = QMessageBox(QMessageBox.Icon.Question, self._language.text("Another arrangement"), text)
        box.setParent(self._window, box.windowFlags())
        replace = box.addButton(self._language.text("&Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is replace

    def _refuse(self, path: Path, error: BaseException, *, is_locked: bool) -> None:
        """Say what is wrong with a file; locked meanwhile, nothing of what is in it."""
        from bpa_desktop.interchange.problems import RosterFileError
        from bpa_desktop.texts.problem import problem_text

        if isinstance(error, RosterFileError):
            lines = [problem_text(self._language, one) for one in error.problems]
            heading = self._language.plural(
                "{n} problem in {name}. Nothing was brought in.",
                "{n} problems in {name}. Nothing was brought in.",
                n=len(lines),
                name=path.name,
            )
            if is_locked:
                self._window.status.refuse(heading)
            else:
                ProblemList(lines, heading, self._language, self._window).open()
        elif isinstance(error, OSError):
            self._window.status.refuse(unread_text(self._language, path, error=error))
        else:
            raise error

    def _choose_export(self) -> None:
        dialog = ExportDialog(self._language, self._window)
        dialog.accepted.connect(lambda: self.export_path(dialog.path(), with_income=dialog.with_income.isChecked()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_path(self, path: Path, *, with_income: bool = False) -> None:
        """Write everything to a file, the household's income only where it is asked for, or say why not."""
        if self.history is None:
            return
        from bpa_desktop.interchange.writer import write_roster  # heavy: not before a file is written

        roster = self.history.roster if with_income else without_income(self.history.roster)
        saved = save_file(path, write_roster(roster), language=self._language)
        (self._window.status.say if saved.done else self._window.status.refuse)(saved.text)
