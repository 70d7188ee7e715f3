"""Puts a week together as it is shown. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bpa_desktop.domain.held import in_time
from bpa_desktop.domain.holidays import holidays_on, is_red
from bpa_desktop.domain.roster import Roster, held_in
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import Week, days_span, hours
from bpa_desktop.domain.team import Assistant
from bpa_desktop.rules.memory import Memory
from bpa_desktop.ui.roster.view_model import (
    NO_TIME,
    CardModel,
    DayModel,
    Form,
    Headline,
    RowModel,
    WeekModel,
)

_WHOLE = Decimal(100)
_Cells = tuple[tuple[CardModel, ...], ...]
_FORM_OF_STATE = {
    ShiftState.DRAFT: Form.DRAFT,
    ShiftState.OFFERED: Form.OFFERED,
    ShiftState.PUBLISHED: Form.PUBLISHED,
}


def build_week(roster: Roster, week: Week, *, today: date, memory: Memory | None = None) -> WeekModel:
    """Return what is shown of a week, before its rules have looked.

    With a memory of the week built last, the rows that are as they were are the very same.
    """
    cards = _Cards(roster, week, memory=memory or Memory())
    rows = (_open_row(cards), *(_row(cards, place, assistant=who) for place, who in enumerate(roster.assistants)))
    return WeekModel(
        week,
        days=tuple(_day(cards, day, today=today) for day in week.days),
        rows=tuple(row for row in rows if row is not None),
        headline=_headline(cards),
    )


def _name(roster: Roster, assistant: str | None) -> str:
    known = roster.assistants_by_id.get(assistant or "")
    return known.name if known is not None else ""


@dataclass(frozen=True)
class _Held:
    """What one holds in a week: how long, how much of it covers needs, and how many shifts begin on each day."""

    length: timedelta
    planned: timedelta
    begun: Mapping[date, int]


def _held_in(shifts: Iterable[Shift], week: Week, *, zone: ZoneInfo) -> _Held:
    within, length, planned = week.span(zone), NO_TIME, NO_TIME
    begun: dict[date, int] = {}
    for shift in shifts:
        inside = min(shift.span.end, within.end) - max(shift.span.start, within.start)
        length += inside
        planned += inside if shift.covers_need else NO_TIME
        day = shift.span.first_day(zone)
        begun[day] = begun.get(day, 0) + 1
    return _Held(length, planned, begun)


class _Placed(NamedTuple):
    """A shift in a row: its holder's or, as a ghost, that of who is away; and the other of the two by name."""

    shift: Shift
    other: str = ""
    other_short: str = ""
    is_ghost: bool = False


class _Cards:
    """The week's cards by row and day. What was worked out of the same shifts before is taken from the memory."""

    def __init__(self, roster: Roster, week: Week, *, memory: Memory) -> None:
        self.roster = roster
        self.week = week
        self.memory = memory
        self.zone = roster.arrangement.zone
        self._placed: dict[str | None, tuple[_Placed, ...]] = {}
        by_holder = sorted(held_in(roster, week.span(self.zone)).items(), key=lambda held: in_time(held[1][0]))
        for holder, shifts in by_holder:
            for row, placed in self._places(holder, shifts).items():
                self._placed[row] = self._placed[row] + placed if row in self._placed else placed
        self.held = {holder: self._held(holder, shifts) for holder, shifts in by_holder}

    def _held(self, holder: str | None, shifts: tuple[Shift, ...]) -> _Held:
        work_out = partial(_held_in, shifts, self.week, zone=self.zone)
        return self.memory.recall(("held", holder), (self.week, self.zone, shifts), work_out=work_out)

    def _places(self, holder: str | None, shifts: tuple[Shift, ...]) -> dict[str | None, tuple[_Placed, ...]]:
        """Return in which rows the shifts of a holder stand: their own, and those of who is away."""
        roster = self.roster
        given = shifts, roster.absences, roster.requests, roster.assistants
        return self.memory.recall(("places", holder), given, work_out=partial(_places_of, self, holder, shifts=shifts))

    def beside(self, shift: Shift, other: str | None) -> _Placed:
        """Return a shift with the other of the two who have to do with it."""
        return _Placed(shift, _name(self.roster, other), self.roster.short_names.get(other or "", ""))

    def away(self, shift: Shift, holder: str | None) -> tuple[str, ...]:
        """Return who should have come and is absent: the planned person first, then a substitute."""
        if holder == shift.assistant and shift.id not in self.roster.substitutes:
            return ()
        expected = dict.fromkeys((shift.assistant, self.roster.substitutes.get(shift.id)))
        return tuple(
            who
            for who in expected
            if who is not None and who != holder and self.roster.absence_of(who, shift.span) is not None
        )

    def length(self, row: str | None) -> timedelta:
        """Return how long the shifts of a row are within the week."""
        return self.held[row].length if row in self.held else NO_TIME

    def begun(self, day: date, *, row: str | None) -> int:
        """Return how many shifts of a row begin on a day."""
        return self.held[row].begun.get(day, 0) if row in self.held else 0

    def row(self, row: str | None, make: Callable[[_Cells], RowModel | None], *, given: object) -> RowModel | None:
        """Return what is made of a row's seven cells and of what else is given; a free day holds an empty card."""
        placed = self._placed.get(row, ())
        known = self.week, self.zone, placed, given, self.roster.absences_of(row)
        return self.memory.recall(("row", row), known, work_out=lambda: make(self._cells(row, placed)))

    def _cells(self, row: str | None, placed: Iterable[_Placed]) -> _Cells:
        by_day: dict[date, list[CardModel]] = {}
        for one in placed:
            card = self._card(row, one)
            by_day.setdefault(card.day, []).append(card)
        return tuple(tuple(by_day.get(day, ())) or (_free(self, day, row=row),) for day in self.week.days)

    def _card(self, row: str | None, placed: _Placed) -> CardModel:
        shift = placed.shift
        first = shift.span.first_day(self.zone)
        day = max(first, self.week.monday)
        form = Form.ABSENT if placed.is_ghost else _FORM_OF_STATE[shift.state] if row is not None else Form.OPEN
        return CardModel(day, row, form, shift, placed.other, placed.other_short, continued=first < day)


def _free(cards: _Cards, day: date, *, row: str | None) -> CardModel:
    """Return the empty card of a day; it says how long whose row it is in is away."""
    whole = days_span(day, day, zone=cards.zone)
    absence = cards.roster.absence_of(row, whole)
    return CardModel(day, row, away=absence.span.common(whole) if absence is not None else None)


def _places_of(
    cards: _Cards, holder: str | None, *, shifts: tuple[Shift, ...]
) -> dict[str | None, tuple[_Placed, ...]]:
    found: dict[str | None, list[_Placed]] = {}
    for shift in shifts:
        away = cards.away(shift, holder)
        found.setdefault(holder, []).append(cards.beside(shift, away[0]) if away else _Placed(shift))
        for absent in away:
            ghost = cards.beside(shift, holder)._replace(is_ghost=True)
            found.setdefault(absent, []).append(ghost)
    return {row: tuple(placed) for row, placed in found.items()}


def _open_row(cards: _Cards) -> RowModel | None:
    length = cards.length(None)
    return cards.row(None, lambda cells: RowModel(None, "", hours(length), None, colour=-1, cells=cells), given=None)


def _row(cards: _Cards, place: int, *, assistant: Assistant) -> RowModel | None:
    """Return an assistant's row, or None for one who is neither employed nor at work in the week."""
    norm, length = cards.roster.arrangement.weekly_norm, cards.length(assistant.id)

    def made(cells: _Cells) -> RowModel | None:
        employed = not assistant.employments or any(assistant.employment_on(day) for day in cards.week.days)
        if not employed and all(card.shift is None for cell in cells for card in cell):
            return None
        post = assistant.employment_on(cards.week.monday) or assistant.employment_on(cards.week.days[-1])
        contract = post.percent / _WHOLE * norm if post is not None else None
        return RowModel(assistant.id, assistant.name, hours(length), contract, colour=place, cells=cells)

    return cards.row(assistant.id, made, given=(assistant, place, norm))


def _day(cards: _Cards, day: date, *, today: date) -> DayModel:
    begun = sum(cards.begun(day, row=holder) for holder in cards.held)
    still_open = cards.begun(day, row=None)
    return DayModel(
        day, holidays_on(day), is_red=is_red(day), is_today=day == today, shifts=begun, open_shifts=still_open
    )


def _headline(cards: _Cards) -> Headline:
    """Return the week's figures."""
    awards = [award for award in cards.roster.awards if any(day in award.days for day in cards.week.days)]
    return Headline(
        planned=hours(sum((held.planned for held in cards.held.values()), NO_TIME)),
        granted=sum((award.weekly_hours.total for award in awards), Decimal(0)) if awards else None,
        open_shifts=sum(cards.begun(day, row=None) for day in cards.week.days),
    )
