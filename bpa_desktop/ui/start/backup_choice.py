"""BackupChoice: one of several backups, the one to be offered first chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bpa_desktop.i18n import Language
from bpa_desktop.services.backup import Backup
from bpa_desktop.texts.backup import backup_text
from bpa_desktop.ui.widgets.choice import Choice


class BackupChoice(Choice):
    """A line a backup: when, why, how large."""

    def __init__(self, backups: Sequence[Backup], language: Language, *, now: datetime) -> None:
        super().__init__(letters=8)
        self._now = now
        for backup in backups:
            self.addItem("", backup)
        self.retranslate(language)

    def retranslate(self, language: Language) -> None:
        """Make every line again."""
        for row in range(self.count()):
            self.setItemText(row, backup_text(language, self.itemData(row), now=self._now))
