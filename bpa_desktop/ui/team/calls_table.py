"""Who was asked to step in during twelve months: a table, a row a person. Enter opens the person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.ranking.calls import Calls
from bpa_desktop.texts.calls import calls_columns, calls_figures
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.table import Table
from bpa_desktop.ui.widgets.words import Subtitle

_COLUMNS = 7


class CallsTable(QWidget):
    """Hidden while nobody was asked."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Subtitle()
        self.table = Table(_COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * GAP, 0, 0)
        spaced(column, GAP)
        column.addWidget(self._heading)
        column.addWidget(self.table)

    def show_calls(self, language: Language, team: Sequence[Assistant], *, calls: Mapping[str, Calls]) -> None:
        """Show what each of a team was asked and answered."""
        self.setVisible(any(each.asked for each in calls.values()))
        title = language.text("Asked to step in during twelve months")
        self._heading.setText(title)
        self.table.rows.setAccessibleName(title)
        columns = calls_columns(language)
        lines = [(one.name, *map(str, calls_figures(calls[one.id]))) for one in team]
        self.table.show_rows(columns, [(cells, _spoken(columns, cells)) for cells in lines])


def _spoken(columns: Sequence[str], cells: Sequence[str]) -> str:
    """Return a row as it is said: the name, then each figure after its heading."""
    figures = (f"{heading} {cell}" for heading, cell in zip(columns[1:], cells[1:], strict=True))
    return ", ".join((cells[0], *figures))
