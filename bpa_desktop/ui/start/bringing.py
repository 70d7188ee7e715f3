"""Bringing: a backup from elsewhere is looked for, looked into, and becomes the store of this computer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bpa_desktop.services.backup import Backup
from bpa_desktop.services.ports import Clock
from bpa_desktop.services.trouble import DamagedStoreError, MistypedCodeError, WrongKeyError
from bpa_desktop.texts.backup import when_text
from bpa_desktop.ui.file_save import choose_folder
from bpa_desktop.ui.start.bring_back import BringBackPage, NoBackupPage, Wanted
from bpa_desktop.ui.start.doors import Doors, OpenStore, opened_by
from bpa_desktop.ui.start.stage import Stage
from bpa_desktop.ui.worker import is_gone


class Bringing:
    """For a computer where there is no store: nothing that is here is put aside."""

    def __init__(self, stage: Stage, doors: Doors, *, clock: Clock, back: Callable[[], None]) -> None:
        self._stage = stage
        self._doors = doors
        self._clock = clock
        self._back = back

    def choose(self) -> None:
        """Ask for a folder, and show the backups in it."""
        folder = choose_folder(self._stage.window, self._stage.language.text("The folder with the backups"))
        if folder is not None and self._stage.is_set:  # what was brought meanwhile is open
            self.show(folder)

    def show(self, folder: Path) -> None:
        """Show the backups in a folder, the checked ones first."""
        found = sorted(self._doors.rescue.shelved(folder).backups, key=lambda one: not one.checked)
        page = self._page_of(found) if found else NoBackupPage(self._stage.language, folder)
        page.folder_wanted.connect(lambda: self.choose())
        page.back_wanted.connect(lambda: self._back())
        self._stage.show(page)

    def _page_of(self, backups: Sequence[Backup]) -> BringBackPage:
        page = BringBackPage(self._stage.language, backups, now=self._clock.now())
        page.look_wanted.connect(lambda wanted: self._look(page, wanted))
        page.bring_wanted.connect(lambda wanted: self._bring(page, wanted))
        return page

    def _look(self, page: BringBackPage, wanted: Wanted) -> None:
        self._stage.run(
            partial(self._doors.rescue.content, wanted.backup, wanted.knock),
            done=lambda content: None if is_gone(page) else page.show_content(wanted, content),
            failed=lambda error: self._refuse(page, wanted, error=error),
        )

    def _bring(self, page: BringBackPage, wanted: Wanted) -> None:
        def put_and_open() -> OpenStore:
            self._doors.rescue.put_back(wanted.backup, wanted.knock)
            return opened_by(self._doors, wanted.knock)

        self._stage.run(
            put_and_open,
            done=lambda store: self._is_here(wanted.backup, store),
            failed=lambda error: self._refuse(page, wanted, error=error),
        )

    def _is_here(self, backup: Backup, store: OpenStore) -> None:
        self._stage.finish(store, None)
        language = self._stage.language
        when = when_text(language, backup.at, now=self._clock.now())
        self._stage.window.status.say(language.text("Everything is as in the backup: {when}.", when=when))

    def _refuse(self, page: BringBackPage, wanted: Wanted, *, error: BaseException) -> None:
        """Say what is wrong with a backup, which is not what is wrong with a store that is open here."""
        text = self._stage.language.text
        if not wanted.backup.folder.is_dir():
            self._stage.tell(
                page, text("The backup cannot be reached any more. Connect the stick or share, and look there again.")
            )
        elif isinstance(error, DamagedStoreError):
            self._stage.tell(page, text("This copy is damaged. Choose another backup, or look in another folder."))
        elif isinstance(error, WrongKeyError) and not isinstance(error, MistypedCodeError):
            self._stage.tell(page, text("That does not open this backup. Try what opened the file when it was made."))
        else:
            self._stage.refuse(page, error)
