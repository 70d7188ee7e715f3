"""ListShelf: the price lists that are known, the one in use told first, and what can be done with the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.cost.list_draft import draft_of
from bpa_desktop.ui.cost.list_model import KnownList
from bpa_desktop.ui.cost.list_rows import TextRow
from bpa_desktop.ui.cost.list_wording import row_name, row_state, shelf_lead, told_doubt
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.rows import RowGroup
from bpa_desktop.ui.widgets.tab_order import tab_as_laid_out
from bpa_desktop.ui.widgets.words import Subtitle, Words
from bpa_desktop.ui.widgets.wrapping import Button

_OF_ONE = ("use", "copy", "change", "remove", "export")
_ALWAYS = ("new", "import")
_OF_A_DRAFT = ("go_on", "throw_away")
_MAIN = frozenset({"use", "go_on"})


class ListShelf(QWidget):
    """Tells what is wanted: the name of a button, and the list it is about."""

    wanted = Signal(str, object)
    """use, copy, change, remove, export, new, import, go_on, throw_away; the KnownList chosen, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._language: Language | None = None
        self._known: tuple[KnownList, ...] = ()
        self._lead, self._heading = Words(), Subtitle()
        self._rows, self._doubts_of, self._doubts = RowGroup(TextRow), Words(bold=True), Words()
        self._buttons = {name: Button() for name in (*_OF_A_DRAFT, *_OF_ONE, *_ALWAYS)}
        for name, button in self._buttons.items():
            button.setProperty("main", name in _MAIN)
            button.clicked.connect(lambda _checked=False, what=name: self.wanted.emit(what, self.chosen))
        self._rows.chosen.connect(lambda _place: self._draw_chosen())
        self._rows.pressed.connect(lambda _place: self.wanted.emit("use", self.chosen))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(self._lead)
        for names in (_OF_A_DRAFT, (*_OF_ONE, *_ALWAYS)):
            flow = FlowLayout()
            for name in names:
                flow.addWidget(self._buttons[name])
            column.addLayout(flow)
        for part in (self._doubts_of, self._doubts, self._heading, self._rows):
            column.addWidget(part)

    @property
    def chosen(self) -> KnownList | None:
        """The list whose row has, or had, the focus."""
        return self._known[self._rows.current] if self._known else None

    def show_lists(self, language: Language, known: tuple[KnownList, ...], *, has_draft: bool) -> None:
        """Show the lists; the one that was chosen stays so, at first the one in use."""
        used = next((one for one in known if one.in_use), None)
        before = self.chosen or used
        self._language, self._known = language, known
        self._lead.put(shelf_lead(language, used))
        self._heading.setText(language.text("Price lists"))
        for row, one in zip(self._rows.set_count(len(known)), known, strict=True):
            row.put(row_name(language, one), row_state(language, one))
        tab_as_laid_out(self)
        for name in _OF_A_DRAFT:
            self._buttons[name].setVisible(has_draft)
        self._name_buttons(language)
        self.choose(before.tariff.id if before is not None else "")

    def choose(self, list_id: str) -> None:
        """Choose a list by id, or leave the choice as it is where there is none of that id."""
        place = next((place for place, one in enumerate(self._known) if one.tariff.id == list_id), self._rows.current)
        self._rows.keep(place)
        self._draw_chosen()

    def focus_first(self) -> None:
        """Put the focus on the chosen list."""
        self._rows.focus_current()

    def _draw_chosen(self) -> None:
        """Show what can be done with the chosen list, and what looks odd in it."""
        one, language = self.chosen, self._language
        if one is None or language is None:
            return
        for name in ("change", "remove"):
            self._buttons[name].setVisible(one.is_own)
        self._buttons["use"].setVisible(not one.in_use)
        draft = draft_of(one.tariff)
        self._doubts_of.put(row_name(language, one))
        lines = [told_doubt(language, draft, doubt=doubt) for doubt in one.doubts]
        self._doubts.put("\n".join(lines) or language.text("Nothing looks odd in it."))

    def _name_buttons(self, language: Language) -> None:
        texts = {
            "use": language.text("Use this list"),
            "copy": language.text("Copy and change"),
            "change": language.text("Change"),
            "remove": language.text("Take away"),
            "export": language.text("Save as a file…"),
            "new": language.text("New list"),
            "import": language.text("Bring in a list file…"),
            "go_on": language.text("Go on with the draft"),
            "throw_away": language.text("Throw the draft away"),
        }
        for name, text in texts.items():
            if self._buttons[name].text() != text:
                self._buttons[name].setText(text)
