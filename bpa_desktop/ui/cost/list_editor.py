"""ListEditor: a price list is typed, its doubts and its steps beside it at every letter, and saved as one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.i18n import Language
from bpa_desktop.services.price_list import keep_price_list
from bpa_desktop.ui.cost.list_changes import add_band, add_service, put, raise_prices, remove_band, remove_service
from bpa_desktop.ui.cost.list_draft import ListDraft, Spot, spot_of
from bpa_desktop.ui.cost.list_form import ListForm
from bpa_desktop.ui.cost.list_model import DraftModel, build_draft
from bpa_desktop.ui.cost.list_rows import TextRow
from bpa_desktop.ui.cost.list_wording import draft_lead, notes, told_doubt
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.entry import NoAmountError, parse_amount
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.rows import RowGroup
from bpa_desktop.ui.widgets.tab_order import tab_as_laid_out
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Button


class ListEditor(QWidget):
    """Enter saves and uses, Esc leaves; what was typed is kept here until it is saved or thrown away."""

    closed = Signal()
    """The list was saved or left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.draft: ListDraft | None = None
        """What is being typed, or was when one left; None when there is nothing to go on with."""
        self._begun: ListDraft | None = None
        self._model: DraftModel | None = None
        self._doubts = _DoubtList()
        self._raise, self._form, self._buttons = _RaiseLine(), ListForm(), _Buttons()
        self._doubts.jumped.connect(self._form.focus)
        self._raise.wanted.connect(self._raise_all)
        self._form.typed.connect(self._put)
        self._form.entered.connect(lambda: self._save(use=True))
        self._form.wanted.connect(self._change)
        self._buttons.use.clicked.connect(lambda: self._save(use=True))
        self._buttons.keep.clicked.connect(lambda: self._save(use=False))
        self._buttons.leave.clicked.connect(self._leave)
        self._buttons.service.clicked.connect(lambda: self._change("add_service", Spot()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        for part in (self._doubts, self._raise, self._form, self._buttons):
            column.addWidget(part)

    def begin(self, draft: ListDraft) -> None:
        """Open a draft that was not there before, with the focus where one begins."""
        self.draft = self._begun = draft
        self._form.forget_picture()
        self.draw()
        tab_as_laid_out(self)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus into the first field a new list needs: from when it holds."""
        self._form.focus(Spot("valid_from"))

    def draw(self) -> None:
        """Draw the draft anew, with every fixed text."""
        if self.draft is None:
            return
        desk = self._desk
        language = desk.language
        model = self._model = build_draft(self.draft, desk.roster, prices=desk.prices, today=desk.today)
        self._doubts.show_draft(language, model)
        self._raise.name(language)
        self._form.show_draft(language, model)
        self._buttons.name(language)
        in_use = bool(self.draft.kept.id) and self.draft.kept.id == desk.roster.arrangement.tariff
        self._buttons.keep.setVisible(not in_use)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; the draft stays."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _put(self, spot: Spot, text: str) -> None:
        assert self.draft is not None
        self.draft = put(self.draft, spot, text=text)
        self.draw()

    def _change(self, what: str, spot: Spot) -> None:
        """Add or take away a step or a service, say so, and put the focus where one goes on."""
        assert self.draft is not None
        self.draft, said, focus = changed(self.draft, spot, what=what, language=self._desk.language)
        self.draw()
        tab_as_laid_out(self)
        self._form.focus(focus)
        self._desk.bulletin.said.emit(said)

    def _raise_all(self, typed: str) -> None:
        assert self.draft is not None
        language = self._desk.language
        try:
            percent = parse_amount(typed.replace("%", ""))
        except NoAmountError:
            self._raise.complain(language.text("Write a percentage like 3,5."))
            self._desk.bulletin.refused.emit(language.text("Write a percentage like 3,5."))
            return
        self._raise.complain("")
        self.draft = raise_prices(self.draft, percent)
        self.draw()
        number = language.number(percent)
        self._desk.bulletin.said.emit(
            language.text("Every price is {percent} % higher, in whole kroner.", percent=number)
        )

    def _save(self, *, use: bool) -> None:
        model = self._model
        assert model is not None
        told = notes(self._desk.language, model)
        tariff = model.reading.tariff
        if tariff is None or (use and not model.usable):
            spot, why = next((at, line) for at, lines in told.items() for line in lines if line.startswith("▲"))
            self._desk.bulletin.refused.emit(f"{draft_lead(self._desk.language, model)} {why}")
            self._form.focus(spot)
            return
        from bpa_desktop.data.price_list_writer import tariff_text  # heavy: not before a list is saved

        keep_price_list(self._desk.history, OwnPriceList(tariff.id, tariff_text(tariff)), use=use)
        self.draft = None
        self.closed.emit()

    def _leave(self) -> None:
        if self.draft == self._begun:
            self.draft = None
        self.closed.emit()


def changed(draft: ListDraft, spot: Spot, *, what: str, language: Language) -> tuple[ListDraft, str, Spot]:
    """Return the draft after a button of the form, what is said of it, and the field to go on in."""
    text = language.text
    if what == "add_service" or spot.service is None:
        return add_service(draft), text("A service more."), Spot("label", len(draft.services))
    if what == "remove_service":
        left = len(draft.services) - 1
        name = draft.services[spot.service].texts["label"]
        focus = Spot("label", min(spot.service, left - 1)) if left else Spot("title")
        return remove_service(draft, spot.service), text("{service} taken away.", service=name), focus
    if what == "add_band" or spot.band is None:
        last = len(draft.services[spot.service].bands)
        return add_band(draft, spot.service), text("A step more."), Spot("to_g", spot.service, max(last - 1, 0))
    shorter = remove_band(draft, spot.service, band=spot.band)
    left = len(shorter.services[spot.service].bands)
    focus = Spot("to_g", spot.service, min(spot.band, left - 1)) if left else Spot("label", spot.service)
    return shorter, text("Step {n} taken away.", n=spot.band + 1), focus


class _DoubtList(QWidget):
    """How the draft stands, and a line for each doubt from which one gets to its field."""

    jumped = Signal(object)
    """The Spot of the doubt on which Enter was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._spots: tuple[Spot, ...] = ()
        self._lead, self._rows = Words(bold=True), RowGroup(TextRow)
        self._rows.pressed.connect(lambda place: self.jumped.emit(self._spots[place]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lead)
        column.addWidget(self._rows)

    def show_draft(self, language: Language, model: DraftModel) -> None:
        """Show the doubts about a draft, one line each."""
        self._lead.put(draft_lead(language, model))
        self._spots = tuple(spot_of(doubt.place, model.draft) for doubt in model.doubts)
        for row, doubt in zip(self._rows.set_count(len(model.doubts)), model.doubts, strict=True):
            row.put(told_doubt(language, model.draft, doubt=doubt))
        self._rows.setVisible(bool(model.doubts))


class _RaiseLine(QWidget):
    """Most lists are last year's and some per cent."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._label, self._percent, self._go, self._error = QLabel(), QLineEdit(), Button(), Words(bold=True)
        self._label.setBuddy(self._percent)
        self._error.hide()
        self._percent.returnPressed.connect(lambda: self.wanted.emit(self._percent.text()))
        self._go.clicked.connect(lambda: self.wanted.emit(self._percent.text()))
        line = FlowLayout()
        for part in (self._label, self._percent, self._go):
            line.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self._error)

    def name(self, language: Language) -> None:
        """Make every text anew."""
        self._label.setText(language.text("Raise all prices by per cent"))
        self._percent.setAccessibleName(self._label.text())
        self._go.setText(language.text("Raise"))

    def complain(self, text: str) -> None:
        """Say what is wrong with the percentage, or nothing."""
        self._error.put(f"▲ {text}" if text else "")
        self._percent.setAccessibleDescription(text)


class _Buttons(QWidget):
    """What ends the typing, and one service more."""

    def __init__(self) -> None:
        super().__init__()
        self.service, self.use, self.keep, self.leave = Button(), Button(), Button(), Button()
        self.use.setProperty("main", True)
        self._note = Words(quiet=True)
        flow = FlowLayout()
        for button in (self.service, self.use, self.keep, self.leave):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self._note)

    def name(self, language: Language) -> None:
        """Make every text anew."""
        for button, text in (
            (self.service, language.text("Add a service")),
            (self.use, language.text("Save and use")),
            (self.keep, language.text("Save without using")),
            (self.leave, language.text("Leave for now")),
        ):
            if button.text() != text:
                button.setText(text)
        self._note.put(
            language.text(
                "Arrow down goes to the same figure in the next step. Enter saves and uses the list. Esc leaves "
                "it, and the draft waits here."
            )
        )
