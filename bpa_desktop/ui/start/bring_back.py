"""Bring back: a backup from a stick, a share or another folder comes to a computer where nothing is open yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.backup import Backup
from bpa_desktop.services.step import Slot
from bpa_desktop.texts.backup import content_text
from bpa_desktop.ui import a11y
from bpa_desktop.ui.start.backup_choice import BackupChoice
from bpa_desktop.ui.start.doors import Knock
from bpa_desktop.ui.start.key_fields import KeyFields
from bpa_desktop.ui.start.page import StartPage


@dataclass(frozen=True)
class Wanted:
    """The backup that was chosen, and what was typed for it."""

    backup: Backup
    knock: Knock


class FolderPage(StartPage):
    """What was found in a folder. Esc goes back."""

    help_page = "backups"
    folder_wanted = Signal()
    """Another folder is to be looked in."""
    back_wanted = Signal()

    def _add_ways(self, *, is_main: bool) -> QPushButton:
        """Add the buttons that lead elsewhere; return the one to another folder."""
        other = self.button(mark("Look in another folder…"), self.folder_wanted.emit, is_main=is_main)
        self.button(mark("Back"), self.back_wanted.emit)
        self.column.addStretch(1)
        return other

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)


class NoBackupPage(FolderPage):
    """Says that there is none in a folder, and what to look for."""

    def __init__(self, language: Language, folder: Path) -> None:
        super().__init__(language, mark("Bring back a backup"))
        self._folder = folder
        self.column.addWidget(self.error)
        self._other = self._add_ways(is_main=True)

    def begin(self) -> None:
        """Say it, with the focus on the way to another folder."""
        text = self.language.text(
            "There is no backup in {folder}. Look for a folder whose name begins with “bpa-”, and choose the one it "
            "lies in.",
            folder=self._folder,
        )
        self.refuse(text, self._other)

    def retranslate(self, language: Language) -> None:
        """Make every text again."""
        super().retranslate(language)
        self.begin()


class BringBackPage(FolderPage):
    """First tells what is in the chosen backup, then brings it here."""

    look_wanted = Signal(object)
    """A Wanted is to be looked into."""
    bring_wanted = Signal(object)
    """A Wanted is to come to this computer."""

    def __init__(self, language: Language, backups: Sequence[Backup], *, now: datetime) -> None:
        super().__init__(language, mark("Bring back a backup"))
        self._content: tuple[Slot, ...] | None = None
        self._choice = BackupChoice(backups, language, now=now)
        self.told = a11y.Notification()
        self.told.setWordWrap(True)
        self.words(mark("The backup stays as it is; a copy of it comes to this computer."))
        self.labelled(mark("Backups in the folder, the newest first"), self._choice)
        self._keys = KeyFields(self)
        self.column.addWidget(self.error)
        self._see = self.button(mark("See what is in it"), self._look, is_main=True)
        self.column.addWidget(self.told)
        self._bring = self.button(mark("Bring it to this computer"), self._want, is_main=True)
        self._add_ways(is_main=False)
        self._keys.entered.connect(self._look)
        self._keys.changed.connect(self._forget)
        self._choice.currentIndexChanged.connect(lambda _row: self._forget())
        self._forget()

    def begin(self) -> None:
        """Put the focus on the newest backup."""
        self._choice.setFocus()

    def show_content(self, wanted: Wanted, content: tuple[Slot, ...]) -> None:
        """Say what is in the backup that was looked into, and let it be brought here."""
        if wanted != self._wanted:
            return  # another was chosen meanwhile
        self._set_busy(False)
        self._content = content
        self.told.setText(content_text(self.language, content))
        self.told.show()
        self._see.hide()
        self._bring.show()
        self._bring.setFocus()
        a11y.announce(self.window(), self.told.text())

    def refused(self, text: str) -> None:
        """Say why it cannot be brought back."""
        self._set_busy(False)
        self._keys.refuse(text)

    def retranslate(self, language: Language) -> None:
        """Make every text again."""
        super().retranslate(language)
        self._choice.retranslate(language)
        if self._content is not None:
            self.told.setText(content_text(language, self._content))

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self._choice.currentData(), self._keys.knock)

    def _forget(self) -> None:
        """Take what was said of another backup, or found by another key, away."""
        self._content = None
        self.error.hide()
        self.told.hide()
        self._bring.hide()
        self._see.show()
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        for button in (self._see, self._bring):
            button.setEnabled(not busy)

    def _look(self) -> None:
        if self._see.isEnabled() and self._keys.ready():
            self._set_busy(True)
            self.look_wanted.emit(self._wanted)

    def _want(self) -> None:
        self._set_busy(True)
        self.bring_wanted.emit(self._wanted)
