"""Sharing: the table of a year's weekends, evenings, nights and holidays, a row a person. Enter opens the person."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.team.sharing_model import KINDS, SharingModel
from bpa_desktop.ui.team.wording import sharing_cells, sharing_columns, sharing_spoken
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.table import Table
from bpa_desktop.ui.widgets.words import Subtitle, Words


class Sharing(QWidget):
    """Hidden where there is nothing to share out, or no advice is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._explained = Subtitle(), Words(quiet=True)
        self.table = Table(1 + len(KINDS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * GAP, 0, 0)
        spaced(column, GAP)
        for part in (self._heading, self._explained, self.table):
            column.addWidget(part)

    def show_sharing(self, language: Language, model: SharingModel) -> None:
        """Show a year beside the one before."""
        self.setVisible(bool(model.lines))
        year = model.year
        self._heading.setText(language.text("How the year is shared"))
        self._explained.put(
            language.text("{year} as worked and planned, with {before} in brackets.", year=year, before=year - 1)
        )
        self.table.rows.setAccessibleName(language.text("How the year is shared"))
        self.table.show_rows(
            sharing_columns(language),
            [(sharing_cells(line), sharing_spoken(language, line, year=year)) for line in model.lines],
        )
