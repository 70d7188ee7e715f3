"""PriceListPage: which list the household is charged by, the others that are known, and the editor of one's own."""

from __future__ import annotations

from datetime import date

from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.services.price_list import BrokenListError, choose_price_list, remove_price_list
from bpa_desktop.texts import error_text
from bpa_desktop.ui.cost.list_changes import put
from bpa_desktop.ui.cost.list_draft import ListDraft, Spot, blank, copy_of, draft_of
from bpa_desktop.ui.cost.list_editor import ListEditor
from bpa_desktop.ui.cost.list_files import ListFiles
from bpa_desktop.ui.cost.list_model import KnownList, known_lists, names_near
from bpa_desktop.ui.cost.list_shelf import ListShelf
from bpa_desktop.ui.cost.page import CostPage
from bpa_desktop.ui.desk import Desk


class PriceListPage(CostPage):
    """The shelf of lists, or the editor in its place. A draft that was left waits behind the shelf."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shelf, self._editor = ListShelf(), ListEditor(desk)
        self.files = ListFiles(desk, self)
        self._is_editing = False
        self._shelf.wanted.connect(self._answer)
        self._editor.closed.connect(self._close)
        self.column.addWidget(self._shelf)
        self.column.addWidget(self._editor)
        self.column.addStretch(1)
        self._editor.hide()

    def show_month(self, month: date) -> None:
        """Draw the lists as they stand; which month is looked at changes nothing here."""
        if self._is_editing:
            self._editor.draw()
            return
        desk = self.desk
        own = {kept.id for kept in desk.history.records.all(OwnPriceList)}
        known = known_lists(desk.prices, own, arrangement=desk.roster.arrangement, today=desk.today)
        self._shelf.show_lists(desk.language, known, has_draft=self._editor.draft is not None)

    def retranslate(self) -> None:
        """Name the page; every other text is made where it is drawn."""
        self.setAccessibleName(self.desk.language.text("Price list"))

    def focus_first(self) -> None:
        """Put the focus on the chosen list, or where one types."""
        if self._is_editing:
            self._editor.focus_first()
        else:
            self._shelf.focus_first()

    def _answer(self, what: str, chosen: KnownList | None) -> None:
        answers = {
            "go_on": lambda: self._open(None),
            "throw_away": lambda: self._close(thrown=True),
            "new": lambda: self._open(_blank(self.desk)),
            "import": self._bring_in,
        }
        if what in answers:
            answers[what]()
        elif chosen is not None:
            self._answer_for(what, chosen)

    def _answer_for(self, what: str, chosen: KnownList) -> None:
        tariff = chosen.tariff
        if what == "use":
            _use(self.desk, chosen)
        elif what == "copy":
            self._open(_copy(chosen, self.desk))
        elif what == "change":
            self._open(draft_of(tariff))
        elif what == "export":
            self.files.choose_export(tariff)
        else:
            remove_price_list(self.desk.history, tariff.id)

    def _bring_in(self) -> None:
        first = self.files.choose_import()
        if first is not None:
            self._shelf.choose(first)

    def _open(self, draft: ListDraft | None) -> None:
        """Open the editor with a draft, or go on with the one that waits there; that one is never written over."""
        if draft is not None and self._editor.draft is not None:
            text = self.desk.language.text("There is a draft already. Go on with it, or throw it away first.")
            self.desk.bulletin.refused.emit(text)
            return
        self._show_editor(True)
        if draft is not None:
            self._editor.begin(draft)
        else:
            self._editor.draw()
            self._editor.focus_first()

    def _close(self, *, thrown: bool = False) -> None:
        if thrown:
            self._editor.draft = None
            self.desk.bulletin.said.emit(self.desk.language.text("The draft is thrown away."))
        self._show_editor(False)
        self.show_month(self.desk.today)
        self._shelf.focus_first()

    def _show_editor(self, shown: bool) -> None:
        self._is_editing = shown
        self._shelf.setVisible(not shown)
        self._editor.setVisible(shown)


def _use(desk: Desk, chosen: KnownList) -> None:
    """Charge by a list; one that has no answer for some household is refused with its doubts."""
    try:
        choose_price_list(desk.history, chosen.tariff.id, prices=desk.prices)
    except BrokenListError as error:
        desk.bulletin.refused.emit(error_text(desk.language, error) or "")


def _copy(chosen: KnownList, desk: Desk) -> ListDraft:
    """Return a copy; one of the arrangement's own municipality gets the number it has now."""
    draft = copy_of(chosen.tariff, desk.today)
    if not chosen.is_near:
        return draft
    return put(draft, Spot("municipality_no"), text=desk.roster.arrangement.municipality_no)


def _blank(desk: Desk) -> ListDraft:
    """Return a new list for the arrangement's municipality, by its name where a list tells it."""
    arrangement = desk.roster.arrangement
    name = min(names_near(desk.prices, arrangement), default="")
    label = desk.language.text("Practical assistance at home")
    return blank(arrangement.municipality_no, name, label=label, today=desk.today)
