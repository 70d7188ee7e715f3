"""ListForm: every field of a price list that is being typed, with the steps it makes drawn above the prices."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.cost.ladder_picture import LadderPicture
from bpa_desktop.ui.cost.list_draft import UNDATED, Spot, shared_key
from bpa_desktop.ui.cost.list_fields import FieldRow
from bpa_desktop.ui.cost.list_model import DraftModel, laddered
from bpa_desktop.ui.cost.list_service_box import ServiceBox, notes_of
from bpa_desktop.ui.cost.list_wording import Notes, ladder_heading, notes, place_text
from bpa_desktop.ui.cost.wording import ladder_text
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.expander import Expander
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.words import Subtitle, Words

_ROWS = (
    ("municipality", "municipality_no", "district", "title"),
    ("undated", "valid_from", "valid_to", "status", "adopted_ref"),
    ("source[0].kind", "source[0].ref", "source[0].retrieved", "source[0].quote"),
    ("g.policy", "g.amount"),
)
_DATED = frozenset({"valid_from", "valid_to"})


class ListForm(QWidget):
    """Tells what is typed and what is wanted, and draws a DraftModel; services are pooled."""

    typed = Signal(object, str)
    entered = Signal()
    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._rows = [FieldRow(keys) for keys in _ROWS]
        self._shared: list[FieldRow] = []
        self._shared_lines = QVBoxLayout()
        self._ladder_part = _LadderPart()
        self._services: list[ServiceBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GAP)
        for row in self._rows:
            self._listen(row)
            self._column.addWidget(row)
        self._column.addLayout(self._shared_lines)
        self._column.addWidget(self._ladder_part)

    def _listen(self, row: FieldRow) -> None:
        row.typed.connect(lambda key, text: self.typed.emit(Spot(key), text))
        row.entered.connect(self.entered)

    def show_draft(self, language: Language, model: DraftModel) -> None:
        """Show a draft in every field, with what is wrong or odd beside it."""
        told = notes(language, model)
        for row in self._rows:
            self._show_row(row, language, model=model, told=told)
        self._show_shared(language, model=model, told=told)
        self._ladder_part.show_draft(language, model)
        while len(self._services) < len(model.draft.services):
            self._add_service()
        for place, box in enumerate(self._services):
            box.setVisible(place < len(model.draft.services))
            if place < len(model.draft.services):
                box.show_service(language, model, notes=told)

    def forget_picture(self) -> None:
        """Begin with another list."""
        self._ladder_part.forget()

    def focus(self, spot: Spot) -> None:
        """Put the focus into a field."""
        if spot.service is not None:
            self._services[spot.service].focus(spot)
            return
        row = next((row for row in (*self._rows, *self._shared) if spot.key in row.fields), self._rows[0])
        row.focus(spot.key)

    def _show_row(self, row: FieldRow, language: Language, *, model: DraftModel, told: Notes) -> None:
        draft = model.draft
        row.name(language, {key: place_text(language, draft, spot=Spot(key)) for key in row.fields})
        hidden = _DATED if draft.texts["undated"] == UNDATED else frozenset()
        row.show_texts(draft.texts, visible=row.fields.keys() - hidden)
        row.tell({key: lines for key, lines in notes_of(told, Spot()).items() if key in row.fields})

    def _show_shared(self, language: Language, *, model: DraftModel, told: Notes) -> None:
        """Show a line for each ceiling that services share."""
        groups = model.draft.kept.cap_groups
        while len(self._shared) < len(groups):
            self._shared.append(FieldRow((shared_key(len(self._shared)),)))
            self._listen(self._shared[-1])
            self._shared_lines.addWidget(self._shared[-1])
        for place, row in enumerate(self._shared):
            row.setVisible(place < len(groups) and bool(groups[place].services))
            if place < len(groups):
                self._show_row(row, language, model=model, told=told)

    def _add_service(self) -> None:
        box = ServiceBox(len(self._services))
        box.typed.connect(self.typed)
        box.entered.connect(self.entered)
        box.wanted.connect(self.wanted)
        self._services.append(box)
        self._column.addWidget(box)


class _LadderPart(QWidget):
    """The picture, and the same in words when they are wanted. It stays as it was while a field can't be read."""

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._picture, self._as_text, self._stale = Subtitle(), LadderPicture(), Words(), Words()
        self._toggle = Expander()
        self._toggle.turned.connect(self._draw_text)
        self._model: DraftModel | None = None
        self._language: Language | None = None
        line = FlowLayout()
        line.addWidget(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        for part in (self._heading, self._picture, self._stale):
            column.addWidget(part)
        column.addLayout(line)
        column.addWidget(self._as_text)

    def show_draft(self, language: Language, model: DraftModel) -> None:
        """Draw the steps of a draft."""
        self._language = language
        tariff = model.reading.tariff
        stale = language.text("△ The picture shows the list as it was before the field that can't be read.")
        self._stale.put(stale if tariff is None else "")
        if tariff is None:
            self.setVisible(self._model is not None)
            return
        self._model = model
        shown = model.ladder is not None and bool(model.ladder.rungs)
        self.setVisible(shown)
        service = laddered(tariff)
        if model.ladder is not None and service is not None:
            self._heading.setText(ladder_heading(language, service, units=model.units))
            self._picture.show_ladder(model.ladder, language)
        self._draw_text()

    def forget(self) -> None:
        """Begin with another list."""
        self._model = None

    def _draw_text(self) -> None:
        if self._language is None or self._model is None or self._model.ladder is None:
            return
        shown = self._toggle.is_open
        language = self._language
        self._toggle.setText(language.text("Hide the text") if shown else language.text("Show as text"))
        self._as_text.put(ladder_text(language, self._model.ladder) if shown else "")
