"""One day by the hour: who is there when, on the day's clock. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import Span, days_span
from bpa_desktop.ui.roster.view_model import CardModel, RowModel, WeekModel

HOURS = 24
_MINUTES_AN_HOUR = 60
Hours = tuple[float, float]
"""From when to when on the clock of a day, in hours."""
_WHOLE_DAY: Hours = (0.0, float(HOURS))


def day_rows(model: WeekModel, day: date, *, zone: ZoneInfo) -> tuple[RowModel, ...]:
    """Return a week's rows with the one day of them; a shift that began before it stands there from its midnight."""
    return tuple(replace(row, cells=(tuple(_cards(row, day, zone=zone)),)) for row in model.rows)


def _cards(row: RowModel, day: date, *, zone: ZoneInfo) -> Iterator[CardModel]:
    if row.is_notes:
        yield from (replace(card, on=day, hours=_WHOLE_DAY) for card in row.cells[day.weekday()])
        return
    within = days_span(day, day, zone=zone)
    shown = [
        (card.span, card) for cell in row.cells for card in cell if card.span is not None and card.span.overlaps(within)
    ]
    for span, card in sorted(shown, key=lambda found: (found[0], found[1].is_ghost)):
        first = span.first_day(zone)
        yield replace(card, day=first, continued=first < day, on=day, hours=hours_on(span, day, zone=zone))
    if not shown:
        kept_back = row.cells[day.weekday()][0].kept_back
        yield CardModel(day, row.id, on=day, hours=_WHOLE_DAY, uncovered=row.is_uncovered, kept_back=kept_back)


def hours_on(span: Span, day: date, *, zone: ZoneInfo) -> Hours:
    """Return where a span stands on a day's clock: what lies before the day is 0, what lies after it 24."""
    return _hour(span.start, day, zone=zone), _hour(span.end, day, zone=zone)


def _hour(moment: datetime, day: date, *, zone: ZoneInfo) -> float:
    local = moment.astimezone(zone)
    if local.date() != day:
        return 0.0 if local.date() < day else float(HOURS)
    return local.hour + local.minute / _MINUTES_AN_HOUR


def lanes(extents: Sequence[tuple[float, float]]) -> list[int]:
    """Return for each extent the lane it stands in, so that none lie over each other: the first that is free.

    The extents come in the order of their beginnings.
    """
    ends: list[float] = []
    found = []
    for begin, end in extents:
        lane = next((lane for lane, taken in enumerate(ends) if taken <= begin), len(ends))
        ends[lane : lane + 1] = [end]
        found.append(lane)
    return found
