"""Rescuing: puts a backup in the place of a damaged store, or shows and saves what can be read of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from bpa_desktop.services.backup import Backup, Shelved
from bpa_desktop.services.ports import Clock
from bpa_desktop.texts.backup import when_text
from bpa_desktop.ui.file_save import Wish, choose_folder, choose_place, save_file
from bpa_desktop.ui.start.doors import Doors, Knock, OpenStore, opened_by
from bpa_desktop.ui.start.rescue import RescuePage
from bpa_desktop.ui.start.stage import Stage


class Rescuing:
    """Works by the same knock that found the damage: nobody types anything twice."""

    def __init__(self, stage: Stage, doors: Doors, *, clock: Clock) -> None:
        self._stage = stage
        self._doors = doors
        self._clock = clock

    def begin(self, knock: Knock) -> None:
        """Show the page, with the backups on this computer."""
        self._show(self._doors.rescue.shelved(), knock)

    def _show(self, shelved: Shelved, knock: Knock) -> None:
        checked = [one for one in shelved.backups if one.checked]
        page = RescuePage(self._stage.language, checked, now=self._clock.now())
        page.back_wanted.connect(lambda backup: self._bring_back(page, backup, knock=knock))
        page.folder_wanted.connect(lambda: self._choose_folder(page, knock))
        page.read_wanted.connect(lambda: self._read(page, knock))
        page.save_wanted.connect(lambda: self._save(page, knock))
        self._stage.show(page)

    def _choose_folder(self, page: RescuePage, knock: Knock) -> None:
        text = self._stage.language.text
        chosen = choose_folder(page, text("The folder with the backups"))
        if chosen is None or not self._stage.is_set:  # what was put back meanwhile is open
            return
        shelved = self._doors.rescue.shelved(chosen)
        if shelved.newest is None:
            page.refused(text("There is no checked backup in {folder}.", folder=chosen))
        else:
            self._show(shelved, knock)

    def _bring_back(self, page: RescuePage, backup: Backup, *, knock: Knock) -> None:
        def put_back_and_open() -> tuple[Path | None, OpenStore]:
            aside = self._doors.rescue.put_back(backup, knock)
            return aside, opened_by(self._doors, knock)

        self._stage.run(
            put_back_and_open,
            done=lambda came: self._is_back(backup, came[0], store=came[1]),
            failed=lambda error: self._stage.refuse(page, error),
        )

    def _is_back(self, backup: Backup, aside: Path | None, *, store: OpenStore) -> None:
        self._stage.finish(store, None)
        language = self._stage.language
        when = when_text(language, backup.at, now=self._clock.now())
        said = [language.text("Everything is as in the backup: {when}.", when=when)]
        if aside is not None:
            said.append(language.text("The damaged file is kept in {folder}.", folder=aside.name))
        self._stage.window.status.say(" ".join(said))

    def _read(self, page: RescuePage, knock: Knock) -> None:
        self._stage.run(
            partial(self._doors.rescue.open_rescued, knock),
            done=self._stage.finish_rescued,
            failed=lambda error: self._stage.refuse(page, error),
        )

    def _save(self, page: RescuePage, knock: Knock) -> None:
        text = self._stage.language.text
        wish = Wish(text("Save what can be read"), text("Roster files (*.json)"), "bpa-desktop-rescued.json")
        path = choose_place(self._stage.window, wish)
        if path is not None:
            self.save_to(page, path, knock=knock)

    def save_to(self, page: RescuePage, path: Path, *, knock: Knock) -> None:
        """Write what can be read to a roster file, and say so or why not."""

        def read() -> bytes:
            from bpa_desktop.interchange.writer import write_roster
            from bpa_desktop.services.records import Records

            return write_roster(Records.of(self._doors.rescue.open_rescued(knock).slots()).roster)

        def save(content: bytes) -> None:
            saved = save_file(path, content, language=self._stage.language)
            if saved.done:
                self._stage.window.status.say(saved.text)
            else:
                self._stage.tell(page, saved.text)

        self._stage.run(read, done=save, failed=lambda error: self._stage.refuse(page, error))
