"""The agenda: the week as a list, day by day, with everything the grid holds. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bpa_desktop.domain.span import Span
from bpa_desktop.i18n import Language
from bpa_desktop.ui.roster.card_wording import CardFace, CardWording
from bpa_desktop.ui.roster.day_notes import note_cards
from bpa_desktop.ui.roster.view_model import CardModel, Form, RowModel, WeekModel
from bpa_desktop.ui.roster.week_wording import spoken_day


def agenda_rows(model: WeekModel) -> tuple[RowModel, ...]:
    """Return a row a day: its notes, its cards in the order of time, the last of them free for a new shift."""
    return tuple(_day_row(model, column) for column in range(len(model.days)))


def _day_row(model: WeekModel, column: int) -> RowModel:
    day = model.days[column].day
    shown = sorted(_shown(model, column), key=lambda found: (found[0], found[1].is_ghost))
    notes = note_cards(model.days[column])
    cards = (
        *(replace(card, in_list=True) for card in (*notes, *(card for _, card in shown))),
        CardModel(day, None, in_list=True),
    )
    return RowModel(None, "", Decimal(0), None, colour=-1, cells=(cards,), day=day)


def _shown(model: WeekModel, column: int) -> Iterator[tuple[Span, CardModel]]:
    for row in model.rows:
        for card in row.cells[column]:
            if card.span is not None:
                yield card.span, card


class AgendaWording(CardWording):
    """The texts of cards in the list, and in a week by the hour: who it is stands on the card."""

    def __init__(self, wording: CardWording, model: WeekModel, *, language: Language) -> None:
        super().__init__(language, wording.zone, finding_words=wording.finding_words)
        self._people = {(row.id, row.is_uncovered): row for row in model.rows if not row.is_notes}

    def face(self, card: CardModel, row: RowModel) -> CardFace:
        """Return what a card shows: times, then who, then all else."""
        if card.is_notes:
            return super().face(card, row)
        if card.span is None:
            new = self._language.text("New shift")
            return CardFace(Form.EMPTY, lines=(f"+ {new}",))
        person = self._people[card.row, card.uncovered]
        face = super().face(card, person)
        who = self.who(card, person)
        if card.on is not None:
            return replace(face, lines=(who, *face.lines))
        return replace(face, lines=(" · ".join(filter(None, (who, face.extra))), *face.lines), extra="")

    def card_name(self, card: CardModel, row: RowModel) -> str:
        """Return a card's name; by the hour it says that a shift goes on from the day before."""
        if card.is_notes:
            return super().card_name(card, row)
        if card.span is None:
            return ", ".join((spoken_day(self._language, card.day), self._language.text("New shift")))
        name = super().card_name(card, self._people[card.row, card.uncovered])
        is_told = card.on is not None and card.continued
        return ", ".join((name, self._language.text("continued"))) if is_told else name
