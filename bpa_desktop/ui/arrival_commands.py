"""Files of other programs into the window: chosen, read beside it, and shown before anything of them is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from bpa_desktop.i18n import Language
from bpa_desktop.services.history import History
from bpa_desktop.services.job import CancelledError, Job, Progress
from bpa_desktop.ui.arrival_wording import Preview, preview_of
from bpa_desktop.ui.file_read import read_file, unread_text
from bpa_desktop.ui.file_save import NO_NATIVE
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.worker import Worker


class ArrivalCommands:
    """Brings what other programs wrote into the arrangement of a history."""

    def __init__(self, window: MainWindow, look: Look, *, worker: Worker) -> None:
        self._window = window
        self._look = look
        self._worker = worker

    @property
    def _language(self) -> Language:
        return self._look.language

    def choose(self, history: History) -> None:
        """Ask which file to look at."""
        text = self._language.text
        kinds = text("Tables, calendars and cards (*.csv *.txt *.tsv *.xlsx *.ics *.vcf)")
        title, every = text("Bring in from another program"), text("All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, title, str(Path.home()), f"{kinds};;{every}", options=NO_NATIVE
        )
        if name:
            self.preview(Path(name), history)

    def preview(self, path: Path, history: History) -> None:
        """Show what a file would bring; reading it ends with the window that shows it."""
        from bpa_desktop.ui.arrival_dialog import ArrivalDialog

        dialog = ArrivalDialog(history, self._language, self._window)

        def done(preview: Preview) -> None:
            if not dialog.is_over:
                dialog.show_preview(preview)

        def failed(error: BaseException) -> None:
            text = "" if isinstance(error, CancelledError) else _refusal(self._language, path, error=error)
            if not dialog.is_over:
                dialog.refuse(text)

        progress = self._worker.run(_reading(self._language, path, history=history), done=done, failed=failed)
        dialog.finished.connect(lambda _result: progress.cancel())
        dialog.wait(path.name)
        dialog.open()


def _reading(language: Language, path: Path, *, history: History) -> Job[Preview]:
    """Return the job that reads a file; nothing of the window is asked while it runs."""
    roster = history.roster
    today = history.clock.now().astimezone(roster.arrangement.zone).date()

    def job(progress: Progress) -> Preview:
        from bpa_desktop.interchange.foreign import read_foreign  # heavy: not before a file is read

        data = read_file(path)
        progress.reached(1, 3)
        arrivals = read_foreign(data, roster, today=today)
        progress.reached(2, 3)
        return preview_of(language, arrivals, roster=roster)

    return job


def _refusal(language: Language, path: Path, *, error: BaseException) -> str:
    """Return why a file is not brought in; what is the program's own fault is raised."""
    from bpa_desktop.interchange.arriving.refusal import ForeignFileError
    from bpa_desktop.texts.arrival import refused_text

    if isinstance(error, ForeignFileError):
        return refused_text(language, error)
    if isinstance(error, OSError):
        return unread_text(language, path, error=error)
    raise error
