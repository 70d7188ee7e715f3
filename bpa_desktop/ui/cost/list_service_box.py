"""ServiceBox: a service of the list that is being typed, one line a step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.cost.list_draft import ServiceDraft, Spot, prints_kroner, shown_keys
from bpa_desktop.ui.cost.list_fields import FieldRow
from bpa_desktop.ui.cost.list_model import DraftModel
from bpa_desktop.ui.cost.list_wording import Notes, place_text
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.words import Subtitle
from bpa_desktop.ui.widgets.wrapping import Button, Tick

_SERVICE_KEYS = ("label", "unit", "bpa", "step")
_BAND_KEYS = (
    *("from_g", "to_g", "printed_kr[0]", "printed_kr[1]", "kind", "rate", "max_units", "max_period", "cap"),
    *("cap_period", "switch_at", "tiers", "amount", "per", "switch_from", "minimum"),
)


class ServiceBox(QWidget):
    """Tells what is typed and what is wanted; lines are pooled."""

    typed = Signal(object, str)
    """A Spot, and what stands there now."""
    entered = Signal()
    wanted = Signal(str, object)
    """add_band, remove_band or remove_service, and the Spot it is about."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place, self._last_band = place, 0
        self._model: DraftModel | None = None
        self._language: Language | None = None
        self._heading, self._own = Subtitle(), FieldRow(_SERVICE_KEYS)
        self._own.typed.connect(lambda key, text: self.typed.emit(Spot(key, place), text))
        self._own.entered.connect(self.entered)
        self._prints = Tick()
        self._prints.clicked.connect(self._draw_lines)
        self._bands: list[FieldRow] = []
        self._lines = QVBoxLayout()
        spaced(self._lines, GAP // 2)
        self._add, self._less, self._gone = Button(), Button(), Button()
        self._add.clicked.connect(lambda: self.wanted.emit("add_band", Spot("", place)))
        self._less.clicked.connect(lambda: self.wanted.emit("remove_band", Spot("", place, self._last_band)))
        self._gone.clicked.connect(lambda: self.wanted.emit("remove_service", Spot("", place)))
        self._lay_out()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self._add, self._less, self._gone):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        for part in (self._heading, self._own):
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addWidget(self._prints)
        column.addLayout(buttons)

    def show_service(self, language: Language, model: DraftModel, *, notes: Notes) -> None:
        """Show a service as it is typed, with what is wrong or odd beside its fields."""
        service = model.draft.services[self._place]
        self._model, self._language = model, language
        self._heading.setText(place_text(language, model.draft, spot=Spot("", self._place)))
        self._name(self._own, Spot("", self._place))
        self._own.show_texts(service.texts, visible=_SERVICE_KEYS)
        self._own.tell(notes_of(notes, Spot("", self._place)))
        self._prints.setText(language.text("The list prints its limits in kroner too"))
        self._add.setText(language.text("Add a step"))
        self._gone.setText(language.text("Take away {service}", service=self._heading.text()))
        self._prints.setVisible(bool(service.bands))
        while len(self._bands) < len(service.bands):
            self._add_line()
        self._draw_lines()
        for band, row in enumerate(self._bands):
            row.tell(notes_of(notes, Spot("", self._place, band)))

    def focus(self, spot: Spot) -> None:
        """Put the focus into a field of the service or of one of its lines."""
        if spot.band is not None and spot.key.startswith("printed_kr") and not self._prints.isChecked():
            self._prints.click()
        (self._own if spot.band is None else self._bands[spot.band]).focus(spot.key or "to_g")

    def _add_line(self) -> None:
        row, band = FieldRow(_BAND_KEYS), len(self._bands)
        row.typed.connect(lambda key, text: self.typed.emit(Spot(key, self._place, band), text))
        row.entered.connect(self.entered)
        row.stepped.connect(lambda key, by: self._step(Spot(key, self._place, band + by)))
        self._bands.append(row)
        self._lines.addWidget(row)

    def _step(self, spot: Spot) -> None:
        """Go to the same figure of another line, where that line has it."""
        assert spot.band is not None
        if 0 <= spot.band < len(self._bands) and self._bands[spot.band].fields[spot.key].isVisible():
            self._bands[spot.band].focus(spot.key)

    def _draw_lines(self) -> None:
        """Show the lines; labels stand above the first of those that have the same fields."""
        assert self._model is not None
        assert self._language is not None
        service = self._model.draft.services[self._place]
        printed = self._prints.isChecked() or prints_kroner(service)
        above: frozenset[str] = frozenset()
        for band, row in enumerate(self._bands):
            row.setVisible(band < len(service.bands))
            if band < len(service.bands):
                shown = shown_keys(service, band, printed=printed)
                self._name(row, Spot("", self._place, band))
                row.show_texts(service.bands[band].texts, visible=shown, labelled=shown != above)
                above = shown
        self._draw_less(self._language, service)

    def _draw_less(self, language: Language, service: ServiceDraft) -> None:
        """Say which line goes: the one that had the focus last."""
        self._last_band = min(self._last_band, max(len(service.bands) - 1, 0))
        self._less.setVisible(bool(service.bands))
        self._less.setText(language.text("Take away step {n}", n=self._last_band + 1))
        for button in (self._prints, self._add, self._less):  # each service has these
            button.setAccessibleName(f"{button.text()}, {self._heading.text()}")

    def _name(self, row: FieldRow, spot: Spot) -> None:
        assert self._model is not None
        assert self._language is not None
        language, draft = self._language, self._model.draft
        row.name(language, {key: place_text(language, draft, spot=spot._replace(key=key)) for key in row.fields})

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or self._model is None or self._language is None or not self.isAncestorOf(now):
            return
        band = next((place for place, row in enumerate(self._bands) if row.isAncestorOf(now)), None)
        if band is not None and band != self._last_band:
            self._last_band = band
            self._draw_less(self._language, self._model.draft.services[self._place])


def notes_of(notes: Notes, spot: Spot) -> dict[str, tuple[str, ...]]:
    """Return what is said of the fields of one row."""
    return {at.key: lines for at, lines in notes.items() if (at.service, at.band) == (spot.service, spot.band)}
