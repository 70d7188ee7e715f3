"""StatisticsDialog: a quarter's absence in numbers, and as a file for the employer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.absence_statistics import Quarter
from bpa_desktop.i18n import mark
from bpa_desktop.interchange.statistics_file import ENDINGS, statistics_file
from bpa_desktop.services.absence_statistics import QuarterFigures, quarter_figures
from bpa_desktop.texts.absence_statistics import quarter_text, statistics_listing, statistics_pairs
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.file_save import Wish, choose_place, save_and_say
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.fact_list import FactList
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Tick

_QUARTERS = 8
_LETTERS_WIDE, _LINES_HIGH = 58, 30
_TEACHING = mark("Days are man-days: days somebody was to work. Numbers only, unless you ask for names.")


class StatisticsDialog(QDialog):
    """The names are left out until they are ticked, each time anew."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        text = desk.language.text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("Absence statistics"))
        self._choice, self._facts, self.with_names = Choice(), FactList(), Tick()
        self._choice.setAccessibleName(text("Quarter"))
        self._quarters = tuple(islice(_back_from(Quarter.of(desk.today)), _QUARTERS))
        for quarter in self._quarters:
            self._choice.addItem(quarter_text(desk.language, quarter))
        self._choice.setCurrentIndex(1)  # the quarter that is over is the one to be handed in
        self._choice.currentIndexChanged.connect(lambda _place: self._draw())
        self.with_names.setText(text("With a line for each assistant, by &name"))
        self.save, leave, buttons = QPushButton(text("&Save…")), QPushButton(text("&Close")), FlowLayout()
        self.save.setProperty("main", True)
        self.save.clicked.connect(self._save)
        leave.clicked.connect(self.reject)
        buttons.addWidget(self.save)
        buttons.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        scroll = ScrollColumn()
        scroll.setAccessibleName(text("Absence statistics"))
        for part in (self._facts, Words(text(_TEACHING), quiet=True)):
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)
        column.addWidget(self._choice)
        column.addWidget(scroll)
        column.addWidget(self.with_names)
        column.addLayout(buttons)
        self._draw()
        open_at(self, letters=_LETTERS_WIDE, lines=_LINES_HIGH)
        self._choice.setFocus()

    @property
    def figures(self) -> QuarterFigures:
        """The figures of the quarter that is chosen."""
        desk = self._desk
        quarter = self._quarters[self._choice.currentIndex()]
        return quarter_figures(desk.roster, quarter, limits=desk.limits, today=desk.today)

    def _draw(self) -> None:
        figures, language = self.figures, self._desk.language
        self._facts.show_facts(statistics_pairs(language, figures.total, bins=figures.bins))

    def _save(self) -> None:
        desk, figures, text = self._desk, self.figures, self._desk.language.text
        kinds = ";;".join((text("Tables (*.csv)"), text("Workbooks (*.xlsx)")))
        name = f"fravaer-{figures.quarter.year}-{figures.quarter.number}.csv"
        path = choose_place(self, Wish(text("Save the statistics"), kinds, name))
        if path is None:
            return
        ending = path.suffix.removeprefix(".").lower()
        if ending not in ENDINGS:
            desk.bulletin.refused.emit(text("Choose a name that ends with .csv or .xlsx."))
            return
        listing = statistics_listing(desk.language, desk.roster, of=figures, by_name=self.with_names.isChecked())
        save_and_say(desk, path, content=statistics_file(ending, desk.language, listing=listing))


def _back_from(quarter: Quarter) -> Iterator[Quarter]:
    while True:
        yield quarter
        quarter = quarter.before()
