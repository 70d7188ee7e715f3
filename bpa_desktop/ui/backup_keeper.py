"""Keeper: has backups made beside the window, and says what came of it; whatever fails, work goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.services.backup import Backup, Reason, Shelved, reason_before
from bpa_desktop.services.job import CancelledError
from bpa_desktop.services.ports import Shelf
from bpa_desktop.services.step import Slot, Step
from bpa_desktop.texts.backup import BETWEEN, backup_text, no_backup_text, spoken_status, status_text
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.worker import Worker

R = TypeVar("R")
LOOK_EVERY = 5 * 60 * 1000
"""Milliseconds between two looks at whether a backup is due."""


class Keeper(QObject):
    """The backups of an open arrangement. What went wrong is said once, until something went well again."""

    changed = Signal()
    """There are other backups, another second place, or something went wrong or well."""

    def __init__(self, shelf: Shelf, desk: Desk, *, worker: Worker) -> None:
        super().__init__()
        self.desk = desk
        self._shelf = shelf
        self._worker = worker
        self.shelved = Shelved(())
        """What there is, as far as it was looked at."""
        self.trouble = ""
        """Why the last try made no backup; nothing where it did."""
        shelf.ask_before(self._before)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def zone(self) -> tzinfo | None:
        """Where times are shown: the arrangement's, else the computer's own."""
        arrangement = next(iter(self.desk.history.records.all(Arrangement)), None)
        return arrangement.zone if arrangement is not None else None

    @property
    def status(self) -> tuple[str, str]:
        """How old the last backup is, as it is shown and as it is spoken; whether the last try failed is told too."""
        language, now = self.desk.language, self.desk.history.clock.now()
        said = status_text(language, self.shelved, now=now, zone=self.zone)
        spoken = spoken_status(language, self.shelved, now=now, zone=self.zone)
        if self.trouble:
            return f"▲ {said}", ", ".join((spoken, language.text("the last try failed")))
        return said, spoken

    def look(self) -> None:
        """Make a backup where one is due."""
        self._run(self._shelf.make_if_due)

    def make(self) -> None:
        """Make a backup now, and say so."""
        said = self.desk.bulletin.said
        text = self.desk.language.text("A backup is made and checked.")
        self._run(lambda: self._shelf.make(Reason.BY_HAND), then=lambda: said.emit(text))

    def delete_until(self, moment: datetime) -> None:
        """Make a backup, and delete all that were made until a moment; say so."""
        said = self.desk.bulletin.said
        text = self.desk.language.text("The older backups are deleted; a new one is made.")
        self._run(lambda: self._shelf.delete_until(moment), then=lambda: said.emit(text))

    def choose_second_place(self, place: Path | None) -> None:
        """Have copies made in a place too, or in none any more."""
        self._run(lambda: self._shelf.choose_second_place(place))

    def content(
        self,
        backup: Backup,
        passphrase: str | None,
        *,
        done: Callable[[tuple[Slot, ...]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Read the records of a backup, by its own passphrase where one is given."""
        self._worker.run(
            lambda _progress: self._shelf.content(backup, passphrase), done=done, failed=_ours_raised(failed)
        )

    def _before(self, step: Step) -> None:
        """Hold everything as it is before a large step, and have it copied while the step goes on."""
        reason = reason_before(step)
        try:
            make = self._shelf.hold(reason) if reason is not None else None
        except Exception as error:  # noqa: BLE001  # a backup that cannot be made is no reason not to work
            self._failed(error)
            return
        if make is not None:
            self._run(make)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _run(self, job: Callable[[], object], *, then: Callable[[], None] = lambda: None) -> None:
        """Do something beside the window, copy the newest backup elsewhere, and look at what there is then."""

        def all_of_it() -> Shelved:
            job()
            self._shelf.copy_elsewhere()
            return self._shelf.all()

        def done(shelved: Shelved) -> None:
            self.shelved, self.trouble = shelved, ""
            self.changed.emit()
            then()

        self._worker.run(lambda _progress: all_of_it(), done=done, failed=_ours_raised(self._failed))

    def _failed(self, error: Exception) -> None:
        text = no_backup_text(self.desk.language, error)
        if text is None:
            raise error
        if text != self.trouble:
            self.desk.bulletin.refused.emit(text)
        self.trouble = text
        self.changed.emit()


def _ours_raised(failed: Callable[[Exception], None]) -> Callable[[BaseException], None]:
    """Return what passes an error on, and raises what is none; of a job that was never begun nobody waits to hear."""

    def sorted_out(error: BaseException) -> None:
        if isinstance(error, CancelledError):  # the program ends
            return
        if not isinstance(error, Exception):
            raise error
        failed(error)

    return sorted_out


def backup_line(keeper: Keeper, backup: Backup) -> str:
    """Return a backup on one line: when, why, how large, and where it is only in the second place."""
    language, second = keeper.desk.language, keeper.shelved.second
    told = backup_text(language, backup, now=keeper.desk.history.clock.now(), zone=keeper.zone)
    if second is not None and backup.folder.is_relative_to(second.folder):
        return BETWEEN.join((told, language.text("in the second place only")))
    return told
