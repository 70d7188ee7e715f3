"""Rescue: what can be done when the file is damaged. It is left as it is, and kept whatever is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal

from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.backup import Backup
from bpa_desktop.ui.start.backup_choice import BackupChoice
from bpa_desktop.ui.start.page import StartPage


class RescuePage(StartPage):
    """Offers the backups, the newest first, and what can still be read."""

    help_page = "damaged"

    back_wanted = Signal(object)
    """A Backup is to be put in the place of the damaged file."""
    folder_wanted = Signal()
    """Backups are to be looked for in a folder that the user names."""
    read_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, language: Language, backups: Sequence[Backup], *, now: datetime) -> None:
        super().__init__(language, mark("The file with your arrangement is damaged"))
        self._choice = BackupChoice(backups, language, now=now)
        self._bring_back = None
        self.words(
            mark(
                "A disk that fails, or a computer that lost its power, may have done it. The file is left as it is, "
                "and is kept whatever you choose here."
            )
        )
        if backups:
            self.labelled(mark("Backups that were checked, the newest first"), self._choice)
            self._bring_back = self.button(mark("Bring back this backup"), self._want_back, is_main=True)
        else:
            self.words(
                mark(
                    "There is no checked backup on this computer. Connect the stick or share with one, and look there."
                )
            )
        self.button(mark("Look for backups in a folder…"), self.folder_wanted.emit)
        self.words(mark("What can still be read can be looked at, and saved as a roster file."))
        self._read = self.button(mark("Look at what can be read"), self.read_wanted.emit)
        self.button(mark("Save what can be read…"), self.save_wanted.emit)
        self.column.addWidget(self.error)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus where one begins: on the newest backup."""
        (self._choice if self._bring_back is not None else self._read).setFocus()

    def set_busy(self, busy: bool) -> None:
        """Let nothing be chosen while a backup is put back."""
        for part in (self._choice, self._bring_back, self._read):
            if part is not None:
                part.setEnabled(not busy)

    def refused(self, text: str) -> None:
        """Say why something failed."""
        self.set_busy(False)
        self.refuse(text)

    def retranslate(self, language: Language) -> None:
        """Make every text again."""
        super().retranslate(language)
        self._choice.retranslate(language)

    def _want_back(self) -> None:
        self.set_busy(True)
        self.back_wanted.emit(self._choice.currentData())
