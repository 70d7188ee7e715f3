"""What a roster says on paper: a week, a month, a list of shifts, who comes next, whom to call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, Week
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.roster_sheet import RosterSheet, SheetTable
from bpa_desktop.services.handout import Extent, handed_out
from bpa_desktop.texts.shift import capital, printed_text, week_text
from bpa_desktop.texts.shift_words import ShiftWords
from bpa_desktop.texts.words import word

_AHEAD = timedelta(days=7)
"""How far the sheets about what comes next look."""


class SheetKind(StrEnum):
    """Which sheet: each week as a grid, a month's weeks, a list, who comes next, or whom to call."""

    WEEK = "week"
    MONTH = "month"
    LIST = "list"
    FRIDGE = "fridge"
    EMERGENCY = "emergency"


_COMING = frozenset({SheetKind.FRIDGE, SheetKind.EMERGENCY})
_GRIDS = frozenset({SheetKind.WEEK, SheetKind.MONTH})


@dataclass(frozen=True)
class SheetOrder:
    """Which sheet is wanted, and of which shifts; `now` is when it is made, by the local clock.

    In large type a grid becomes a list. Who comes next needs no extent but whose shifts. `contacts` is whom to turn to
    when no assistant can come; they stand on the sheet for emergencies only.
    """

    kind: SheetKind
    extent: Extent
    now: datetime
    large: bool = False
    contacts: tuple[FallbackContact, ...] = ()


@dataclass(frozen=True)
class _Material:
    """What the pages of an order are made of."""

    words: ShiftWords
    order: SheetOrder
    shifts: tuple[Shift, ...]
    weeks: tuple[Week, ...]


def roster_sheet(words: ShiftWords, order: SheetOrder) -> RosterSheet:
    """Return a sheet. Who was planned and is absent is not named on it: only who comes."""
    as_grid = order.kind in _GRIDS and not order.large
    language, made = words.language, _material(words, order)
    return RosterSheet(
        language=language.code,
        region=language.region,
        title=_title(made),
        subtitle=words.roster.arrangement.name,
        lead=_lead(made),
        tables=tuple(_TABLES[order.kind if as_grid or order.kind in _COMING else SheetKind.LIST](made)),
        printed=printed_text(language, order.now),
        large=order.large,
        wide=as_grid,
    )


def _material(words: ShiftWords, order: SheetOrder) -> _Material:
    extent = _coming(words.roster, order) if order.kind in _COMING else order.extent
    shifts = handed_out(words.roster, extent)
    days = [words.begins(shift) for shift in shifts]
    if extent.span is not None and order.kind not in _COMING:
        zone = words.roster.arrangement.zone
        days = [extent.span.first_day(zone), extent.span.last_day(zone)]
    return _Material(words, order, shifts, tuple(_weeks(days)))


def _coming(roster: Roster, order: SheetOrder) -> Extent:
    """Return the next days, from the beginning of who is there now."""
    there = (shift.span.start for shift in roster.shifts if shift.span.contains(order.now))
    return Extent(Span(min(there, default=order.now), order.now + _AHEAD), order.extent.assistant)


def _weeks(days: list[date]) -> Iterator[Week]:
    week = Week.of(min(days)) if days else None
    while week is not None and week.monday <= max(days):
        yield week
        week = week.later(1)


def _title(made: _Material) -> str:
    language, order = made.words.language, made.order
    if order.kind in _COMING:
        fridge = order.kind is SheetKind.FRIDGE
        return language.text("Who comes next") if fridge else language.text("If something happens")
    parts = [language.text("Roster")]
    if order.extent.assistant is not None:
        parts.append(made.words.called(order.extent.assistant))
    if order.kind is SheetKind.MONTH and order.extent.span is not None:
        parts.append(language.date(order.extent.span.first_day(made.words.roster.arrangement.zone), "month"))
    elif len(made.weeks) == 1:
        parts.append(week_text(language, made.weeks[0]))
    return " · ".join(parts)


def _lead(made: _Material) -> str:
    """Return who comes next, or how many shifts nobody has; for one person how many hours it is."""
    words, holder = made.words, made.words.roster.holder
    if made.order.kind in _COMING:
        held = [one for one in made.shifts if holder(one) is not None and one.span.end > made.order.now]
        return f"{words.who(held[0])}: {_when(words, held[0])}" if held else words.language.text("Nobody is planned.")
    if made.order.extent.assistant is not None:
        return words.language.hours(sum((shift.span.hours for shift in made.shifts), Decimal(0)))
    still_open = sum(holder(shift) is None for shift in made.shifts)
    return words.language.plural("{n} open shift.", "{n} open shifts.", n=still_open) if still_open else ""


def _when(words: ShiftWords, shift: Shift) -> str:
    return f"{words.language.date(words.begins(shift), 'day')} {words.times(shift)}"


def _grids(made: _Material) -> Iterator[SheetTable]:
    for place, week in enumerate(made.weeks):
        heading = week_text(made.words.language, week) if len(made.weeks) > 1 else ""
        columns = ("", *(made.words.day(day) for day in week.days))
        yield SheetTable(heading, columns, tuple(_people(made, week)), even=True, fresh=place > 0)


def _people(made: _Material, week: Week) -> Iterator[tuple[str, ...]]:
    """Yield a row for the open shifts and for each person who comes that week."""
    by_place: dict[tuple[str | None, date], list[str]] = {}
    for shift in made.shifts:
        said = "\n".join((made.words.times(shift), *made.words.more(shift)))
        by_place.setdefault((made.words.roster.holder(shift), made.words.begins(shift)), []).append(said)
    for who in (None, *(one.id for one in made.words.roster.assistants)):
        cells = tuple("\n".join(by_place.get((who, day), ())) for day in week.days)
        if any(cells):
            yield (made.words.called(who), *cells)


def _month(made: _Material) -> Iterator[SheetTable]:
    language = made.words.language
    days = made.weeks[0].days if made.weeks else ()
    columns = (language.text("Week"), *(capital(language.date(day, "weekday")) for day in days))
    rows = tuple((str(week.number), *(_month_cell(made, day) for day in week.days)) for week in made.weeks)
    yield SheetTable("", columns, rows, even=True)


def _month_cell(made: _Material, day: date) -> str:
    held = (shift for shift in made.shifts if made.words.begins(shift) == day)
    lines = (f"{made.words.who(shift)} {made.words.times(shift)}" for shift in held)
    return "\n".join((made.words.language.date(day, "day_month"), *lines))


def _list(made: _Material) -> Iterator[SheetTable]:
    """Yield a table a week: day, times, who, and what more there is."""
    text = made.words.language.text
    is_one_person = made.order.extent.assistant is not None
    columns = (text("Day"), text("Times"), *(() if is_one_person else (text("Who"),)), "")
    for heading, shifts in _by_week(made):
        rows = tuple(_line(made, shift, is_one_person=is_one_person) for shift in shifts)
        if rows:
            yield SheetTable(heading, columns, rows)


def _by_week(made: _Material) -> Iterator[tuple[str, tuple[Shift, ...]]]:
    """Yield the shifts of each week under its name; what comes next is one list."""
    if made.order.kind in _COMING or len(made.weeks) == 1:
        yield "", made.shifts
        return
    for week in made.weeks:
        mine = (shift for shift in made.shifts if Week.of(made.words.begins(shift)) == week)
        yield week_text(made.words.language, week), tuple(mine)


def _line(made: _Material, shift: Shift, *, is_one_person: bool) -> tuple[str, ...]:
    who = () if is_one_person else (made.words.who(shift),)
    return (made.words.day(made.words.begins(shift)), made.words.times(shift), *who, ", ".join(made.words.more(shift)))


def _list_and_telephones(made: _Material) -> Iterator[SheetTable]:
    text = made.words.language.text
    telephones = SheetTable(text("Telephone"), (text("Who"), text("Number")), tuple(_numbers(made)))
    if made.order.kind is SheetKind.EMERGENCY:
        yield from (telephones, *_list(made))
    else:
        yield from (*_list(made), telephones)


def _numbers(made: _Material) -> Iterator[tuple[str, str]]:
    """Yield telephone numbers: in need those of the country, then who comes first; who has left is not called.

    In need whom to turn to when nobody can come stands last.
    """
    roster, today = made.words.roster, made.order.now.date()
    if made.order.kind is SheetKind.EMERGENCY:
        yield from _numbers_in_need(made.words.language)
    coming = dict.fromkeys(roster.holder(shift) for shift in made.shifts)
    there = [one.id for one in roster.assistants if not one.employments or one.employment_on(today) is not None]
    for who in dict.fromkeys((*(one for one in coming if one in there), *there)):
        number = roster.assistants_by_id[who].phone if who is not None else ""
        if number:
            yield made.words.called(who), number
    if made.order.kind is SheetKind.EMERGENCY:
        language = made.words.language
        yield from ((f"{one.name} ({word(language, one.kind)})", one.phone) for one in made.order.contacts)


def _numbers_in_need(language: Language) -> tuple[tuple[str, str], ...]:
    """Return Norway's numbers in need (the Directorate of Health's, the police's and the fire service's; KNOWN)."""
    return (
        (language.text("Ambulance"), "113"),
        (language.text("Fire"), "110"),
        (language.text("Police"), "112"),
        (language.text("Doctor out of hours"), "116 117"),
    )


_TABLES: dict[SheetKind, Callable[[_Material], Iterator[SheetTable]]] = {
    SheetKind.WEEK: _grids,
    SheetKind.MONTH: _month,
    SheetKind.LIST: _list,
    SheetKind.FRIDGE: _list_and_telephones,
    SheetKind.EMERGENCY: _list_and_telephones,
}
