"""What a week's headings and sentence say: short to look at, whole words to hear. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import ONE_DAY, Week, days_span, hours
from bpa_desktop.i18n import Language
from bpa_desktop.texts import capital, day_text, week_text, word
from bpa_desktop.ui.roster.day_note_wording import note_spoken
from bpa_desktop.ui.roster.view_model import SEEN_BY_SHAPE, DayModel, Headline, RowModel, WeekModel


@lru_cache(maxsize=512)
def spoken_day(language: Language, day: date) -> str:
    """Return a day in words: some hundred cards of a week ask for the same seven."""
    return day_text(language, day)


@lru_cache(maxsize=512)
def short_day(language: Language, day: date) -> str:
    """Return weekday and date as short as they can be read: Fri 4."""
    return f"{language.date(day, 'weekday_short')} {day.day}"


def row_name(language: Language, row: RowModel) -> str:
    """Return what a row is called."""
    if row.is_uncovered:
        return language.text("Uncovered")
    if row.is_notes:
        return language.text("Notes")
    return row.name or language.text("Open shifts")


def row_hours(language: Language, row: RowModel) -> str:
    """Return a row's hours in the week, beside those of the contract."""
    worked = language.number(round(row.hours, 2))
    if row.id is None:
        return language.text("{hours} h", hours=worked) if row.hours else ""
    sign = "△ " if row.findings else ""
    if not row.contract:
        return sign + language.text("{hours} h", hours=worked)
    contract = language.number(round(row.contract, 2))
    return sign + language.text("{hours} of {contract} h", hours=worked, contract=contract)


def row_spoken(language: Language, row: RowModel) -> str:
    """Return a row's name with its shifts and hours in words."""
    count = language.plural("{n} shift", "{n} shifts", n=row.shifts)
    if row.is_uncovered:
        gaps = sum(card.gap is not None for cell in row.cells for card in cell)
        count = language.plural("{n} need not covered", "{n} needs not covered", n=gaps)
    if row.is_notes:
        notes = {card.note for cell in row.cells for card in cell if card.note is not None}
        return ", ".join((row_name(language, row), language.plural("{n} note", "{n} notes", n=len(notes))))
    parts = [row_name(language, row), count, language.hours(row.hours)]
    if row.findings:
        parts.append(language.text("above the contract"))
    return ", ".join(parts)


def day_lines(language: Language, day: DayModel) -> tuple[str, str]:
    """Return a day heading's two lines: weekday and date, and what is special about it."""
    special = [word(language, holiday) for holiday in day.holidays]
    if day.is_today:
        special.insert(0, language.text("today"))
    return short_day(language, day.day), ", ".join(special)


def day_spoken(language: Language, day: DayModel) -> str:
    """Return a day heading in words, with its number of shifts and its notes."""
    parts = [spoken_day(language, day.day), day_lines(language, day)[1]]
    parts.append(language.plural("{n} shift", "{n} shifts", n=day.shifts))
    if day.open_shifts:
        parts.append(language.plural("{n} of them open", "{n} of them open", n=day.open_shifts))
    parts += [note_spoken(language, note) for note in day.notes]
    return ", ".join(part for part in parts if part)


def title(language: Language, model: WeekModel) -> str:
    """Return the week's number and days."""
    return week_text(language, model.week)


def sentence(language: Language, model: WeekModel) -> str:
    """Return the week in one sentence; how to begin where nothing is planned yet."""
    if not any(row.id for row in model.rows) and not any(day.shifts for day in model.days):
        return language.text("Begin with your team: add those who assist you. Then choose a day and press Enter.")
    if not any(day.shifts for day in model.days):
        return language.text("Nothing is planned in this week. Choose a day and press Enter to plan a shift.")
    return " · ".join(_figures(language, model.headline))


def summary(language: Language, model: WeekModel) -> str:
    """Return which week it is and how it stands, to be heard."""
    return f"{spoken_week(language, model)}: {', '.join(_figures(language, model.headline))}"


def _figures(language: Language, headline: Headline) -> list[str]:
    planned = language.number(round(headline.planned, 2))
    if headline.granted is None:
        parts = [language.text("{planned} hours planned", planned=planned)]
    else:
        granted = language.number(round(headline.granted, 2))
        parts = [language.text("{planned} of {granted} hours planned", planned=planned, granted=granted)]
    return parts + _to_do(language, headline)


def _to_do(language: Language, headline: Headline) -> list[str]:
    parts = []
    if headline.open_shifts:
        parts.append(language.plural("{n} open shift", "{n} open shifts", n=headline.open_shifts))
    if headline.musts:
        parts.append(language.plural("{n} thing to mend", "{n} things to mend", n=headline.musts))
    if headline.shoulds:
        parts.append(language.plural("{n} warning", "{n} warnings", n=headline.shoulds))
    return parts


def day_title(language: Language, day: DayModel, *, zone: ZoneInfo) -> str:
    """Return a day with its week's number, and what is special about it."""
    full = capital(language.date(day.day, "full"))
    title = language.text("{day} · Week {number}", day=full, number=Week.of(day.day).number)
    special = (*(word(language, holiday) for holiday in day.holidays), clock_change(language, day.day, zone=zone))
    return " · ".join(part for part in (title, *special) if part)


def clock_change(language: Language, day: date, *, zone: ZoneInfo) -> str:
    """Return how long a day is on which the clocks change; "" for any other."""
    long = days_span(day, day, zone=zone).length
    return "" if long == ONE_DAY else language.text("the clocks change: {hours}", hours=language.hours(hours(long)))


def day_sentence(language: Language, rows: Iterable[RowModel], *, day: date) -> str:
    """Return a day by the hour in one sentence: its shifts, those open, what is to mend."""
    shown = [card for row in rows for card in row.cells[0]]
    cards = [card for card in shown if card.shift is not None and not card.is_ghost]
    gaps = sum(card.gap is not None for card in shown)
    if not cards and not gaps:
        return language.text("Nobody comes on this day. Choose somebody and press Enter to plan a shift.")
    findings = {finding for card in cards for finding in card.findings if finding.rule not in SEEN_BY_SHAPE}
    headline = Headline(
        planned=Decimal(0),
        granted=None,
        open_shifts=sum(card.row is None and card.day == day for card in cards),
        musts=sum(finding.weight == "must" for finding in findings),
        shoulds=sum(finding.weight == "should" for finding in findings),
    )
    begun = sum(card.day == day for card in cards)
    parts = [language.plural("{n} shift", "{n} shifts", n=begun)]
    if len(cards) > begun:
        parts.append(language.plural("{n} from the night before", "{n} from the night before", n=len(cards) - begun))
    if gaps:
        parts.append(language.plural("{n} need not covered", "{n} needs not covered", n=gaps))
    return " · ".join(parts + _to_do(language, headline))


def grid_name(language: Language, model: WeekModel, *, day: date | None) -> str:
    """Return the grid's name: the week, with its rows and shifts; or the one day of it that is shown by the hour."""
    if day is not None:
        return language.text("Roster, {day}", day=day_spoken(language, model.days[day.weekday()]))
    shifts = sum(day.shifts for day in model.days)
    people = language.plural("{n} assistant", "{n} assistants", n=sum(row.id is not None for row in model.rows))
    counted = language.plural("{n} shift", "{n} shifts", n=shifts)
    return language.text(
        "Roster, {week}, {people}, {shifts}", week=spoken_week(language, model), people=people, shifts=counted
    )


def spoken_week(language: Language, model: WeekModel) -> str:
    """Return the week without signs: week 49, 30 November to 6 December 2026."""
    return language.text(
        "week {number}, {first} to {last}",
        number=model.week.number,
        first=spoken_day(language, model.days[0].day),
        last=spoken_day(language, model.days[-1].day),
    )
