"""A day, or each day of a week, by the hour: who is there when. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import days_span
from bpa_desktop.ui.roster.hour_axis import HourAxis, hours_of
from bpa_desktop.ui.roster.shape import Shape
from bpa_desktop.ui.roster.view_model import CardModel, RowModel, WeekModel


def axis_of(shape: Shape, day: date, *, zone: ZoneInfo) -> HourAxis:
    """Return the hours that run down a view: those of the one day, else those of an ordinary day."""
    return HourAxis(zone, hours_of(day, zone)) if shape is Shape.DAY else HourAxis(zone)


def day_rows(model: WeekModel, day: date, *, zone: ZoneInfo) -> tuple[RowModel, ...]:
    """Return a week's rows with the one day of them; a shift that began before it stands there from its midnight."""
    axis, column = axis_of(Shape.DAY, day, zone=zone), day.weekday()

    def cells(row: RowModel) -> tuple[CardModel, ...]:
        if row.is_notes:
            return row.cells[column]
        of_week = row.cells[column][0]
        empty = CardModel(day, row.id, uncovered=row.is_uncovered, kept_back=of_week.kept_back, away=of_week.away)
        return tuple(_on_day(row.cards, day, axis=axis)) or (_whole_day(empty, axis),)

    return tuple(replace(row, cells=(cells(row),)) for row in model.rows)


def hour_rows(model: WeekModel, *, zone: ZoneInfo) -> tuple[RowModel, ...]:
    """Return a row a day, with who is there whenever it is; above them the lane of notes where the week has any."""
    axis = HourAxis(zone)
    shown = [card for row in model.rows if not row.is_notes for card in row.cards]

    def row(day: date) -> RowModel:
        cards = tuple(replace(card, in_list=True) for card in _on_day(shown, day, axis=axis))
        empty = CardModel(day, None, in_list=True)
        return RowModel(None, "", Decimal(0), None, colour=-1, cells=(cards or (_whole_day(empty, axis),),), day=day)

    return (*(row for row in model.rows if row.is_notes), *map(row, model.week.days))


def _whole_day(card: CardModel, axis: HourAxis) -> CardModel:
    return replace(card, on=card.day, hours=(0.0, axis.end))


def _on_day(cards: Iterable[CardModel], day: date, *, axis: HourAxis) -> Iterator[CardModel]:
    """Yield what lies on a day, in the order of time, each where its hours are."""
    within = days_span(day, day, zone=axis.zone)
    shown = [(card.span, card) for card in cards if card.span is not None and card.span.overlaps(within)]
    for span, card in sorted(shown, key=lambda found: (found[0], found[1].is_ghost)):
        first, hours = span.first_day(axis.zone), (axis.at(span.start, day), axis.at(span.end, day))
        yield replace(card, day=first, continued=first < day, on=day, hours=hours)
