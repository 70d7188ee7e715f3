"""DifferenceList: the lines in which pattern and plan differ, each with a tick, and their sum above them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.domain.roll_out import Difference
from bpa_desktop.i18n import Language
from bpa_desktop.ui.rotation.difference_wording import DifferenceWording, sum_of
from bpa_desktop.ui.rotation.tick_row import TickRow
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import RowGroup
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Words


class DifferenceList(QWidget):
    """What nothing holds back is ticked."""

    accepted = Signal()
    """Enter was pressed on a line."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._lines: tuple[Difference, ...] = ()
        self._sum, self._scroll = Words(bold=True), ScrollColumn()
        self._rows = RowGroup(self._make_row)
        self._scroll.column.addWidget(self._rows)
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        column.addWidget(self._sum)
        column.addWidget(self._scroll, 1)

    @property
    def sum(self) -> str:
        """How many lines there are, and how many are ticked, in words."""
        return self._sum.text()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the lines that are ticked."""
        return tuple(line.id for line, row in zip(self._lines, self._rows.rows, strict=True) if row.is_ticked)

    def show_lines(self, lines: tuple[Difference, ...], *, wording: DifferenceWording) -> None:
        """Show these, ticked anew."""
        self._lines = lines
        for row, line in zip(self._rows.set_count(len(lines)), lines, strict=True):
            row.show_line(wording.shown(line), wording.hold(line), ticked=line.hold is None)
            row.name = wording.spoken(line)
        self._count()

    def clear(self) -> None:
        """Show no lines, and no sum: it is not known which there are."""
        self._lines = ()
        self._rows.set_count(0)
        self._sum.put("")

    def focus_first(self) -> bool:
        """Put the focus on the line that is current; tell whether there is one."""
        self._rows.focus_current()
        return bool(self._lines)

    def retranslate(self, language: Language) -> None:
        """Make the names again."""
        self._language = language
        name = language.text("Differences between pattern and plan")
        self._scroll.setAccessibleName(name)
        self._rows.setAccessibleName(name)

    def _make_row(self) -> TickRow:
        row = TickRow()
        row.toggled.connect(self._count)
        row.accepted.connect(self.accepted)
        return row

    def _count(self) -> None:
        self._sum.put(sum_of(self._language, self._lines, ticked=len(self.ticked)))
