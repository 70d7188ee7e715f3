"""While a shift is carried, each row says what would come of putting it down there, on the day it is held over."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from bpa_desktop.domain.roster import Roster
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.findings import Findings
from bpa_desktop.ui.roster.gesture import Drop
from bpa_desktop.ui.roster.grid_row import GridRow
from bpa_desktop.ui.roster.landing import Verdict, landing_sentence, short_words, spoken_words, verdict
from bpa_desktop.ui.roster.view_model import RowModel
from bpa_desktop.ui.roster.week_grid import WeekGrid


class LandingAnswers:
    """Listens to a grid. Where it would land is answered at once; the other rows follow, one whenever there is time."""

    def __init__(self, desk: Desk, grid: WeekGrid, *, findings: Findings) -> None:
        self._desk = desk
        self._grid = grid
        self._findings = findings
        self._known: dict[Drop, Verdict] = {}
        self._known_of: Roster | None = None
        self._told: Drop | None = None
        self._soon = QTimer(grid)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._answer_next)
        grid.carried.connect(self.answer)

    def answer(self) -> None:
        """Answer for where the shift is held now; take the answers away when nothing is carried."""
        self._forget_what_was()
        landing = self._grid.carry.landing
        if landing is not None:
            self._ask(landing)
        if landing != self._told:
            self._told = landing
            self._say(landing)
        self._show()
        if self._unanswered() is not None:
            self._soon.start()

    def _forget_what_was(self) -> None:
        """Answer about the roster as it is now; a shift that was taken away meanwhile is carried no further."""
        carried, roster = self._grid.carry.shift, self._desk.roster
        if carried is None or roster is not self._known_of:
            self._known.clear()
            self._known_of = roster
        if carried is not None and carried not in roster.shifts_by_id:
            self._grid.carry.put_back()

    def _ask(self, drop: Drop) -> None:
        if drop not in self._known:
            self._known[drop] = verdict(self._desk, self._findings, drop=drop)

    def _answer_next(self) -> None:
        drop = self._unanswered()
        if drop is not None:
            self._ask(drop)
            self._show()
            self._soon.start()

    def _unanswered(self) -> Drop | None:
        places = (self._place_in(row) for row in self._grid.rows())
        return next((place for place in places if place is not None and place not in self._known), None)

    def _place_in(self, row: GridRow) -> Drop | None:
        """Return where in a row the shift would land; None where it stands, or when nothing is carried."""
        carry = self._grid.carry
        if carry.day is None or row.model is None or not row.model.is_about_shifts:
            return None
        day, in_list = row.model.day or carry.day, row.model.day is not None
        return carry.place(day, row.model.id, in_list=in_list, on=row.on)

    def _person(self, drop: Drop) -> RowModel | None:
        """Return the row of who would have it."""
        rows = self._grid.model.rows if self._grid.model is not None else ()
        return next((row for row in rows if row.id == drop.row and row.is_about_shifts), None)

    def _show(self) -> None:
        for row in self._grid.rows():
            place = self._place_in(row)
            told = self._known.get(place) if place is not None else None
            person = self._person(place) if place is not None else None
            if told is None or person is None:
                row.heading.show_verdict()
            else:
                language = self._desk.language
                row.heading.show_verdict(short_words(language, told, row=person), spoken_words(language, told))

    def _say(self, landing: Drop | None) -> None:
        row = self._person(landing) if landing is not None else None
        if landing is not None and row is not None:
            self._desk.bulletin.said.emit(landing_sentence(self._desk, self._known[landing], row=row))
