"""ExportDialog: where a roster file shall be, and whether the household's income goes with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.file_save import NO_NATIVE
from bpa_desktop.ui.widgets.wrapping import Tick


class ExportDialog(QFileDialog):
    """The income is left out until it is ticked, each time anew."""

    def __init__(self, language: Language, window: QWidget) -> None:
        title, kinds = language.text("Export as a roster file"), language.text("Roster files (*.json)")
        super().__init__(window, title, str(Path.home()), kinds)
        self.setOptions(NO_NATIVE)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix("json")
        self.selectFile("roster.json")
        self.with_income = Tick()
        self.with_income.setText(language.text("Put the household's &income in the file too"))
        layout = self.layout()
        assert isinstance(layout, QGridLayout)
        layout.addWidget(self.with_income, layout.rowCount(), 0, 1, layout.columnCount())

    def path(self) -> Path:
        """Return what was chosen."""
        return Path(self.selectedFiles()[0])
