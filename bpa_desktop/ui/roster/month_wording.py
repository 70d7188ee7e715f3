"""What a month or four weeks say: short in each day's cell, whole words to hear. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language
from bpa_desktop.texts import capital, word
from bpa_desktop.ui.roster.day_note_wording import note_seen, note_spoken
from bpa_desktop.ui.roster.month_model import Comer, DayFigures, MonthModel
from bpa_desktop.ui.roster.week_wording import spoken_day


class Sign(StrEnum):
    """The shape before a figure: what it counts can be seen without reading."""

    NONE = ""
    OPEN = "open"
    UNCOVERED = "uncovered"
    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True)
class DayFace:
    """Everything that is drawn of a day, and its name: a day is drawn again only when this differs."""

    name: str
    number: str
    special: str = ""
    notes: tuple[str, ...] = ()
    figures: tuple[tuple[Sign, str], ...] = ()
    comers: tuple[Comer, ...] = ()
    is_own: bool = True
    is_red: bool = False
    is_today: bool = False
    has_shifts: bool = False
    is_small: bool = False


def day_face(language: Language, day: DayFigures) -> DayFace:
    """Return what the cell of a day shows."""
    first = day.day.day == 1
    return DayFace(
        day_spoken(language, day),
        language.date(day.day, "day_month") if first else str(day.day.day),
        special=", ".join(_special(language, day)),
        notes=tuple(note_seen(note) for note in day.notes),
        figures=tuple(_figures(language, day)),
        comers=day.comers,
        is_own=day.is_own,
        is_red=day.is_red,
        is_today=day.is_today,
        has_shifts=bool(day.shifts),
    )


def small_face(language: Language, day: DayFigures) -> DayFace:
    """Return what the small cell of a day shows: its number, and whether there is a shift."""
    return DayFace(
        day_spoken(language, day),
        str(day.day.day),
        is_own=day.is_own,
        is_red=day.is_red,
        is_today=day.is_today,
        has_shifts=bool(day.shifts),
        is_small=True,
    )


def _special(language: Language, day: DayFigures) -> list[str]:
    today = [language.text("today")] if day.is_today else []
    return [*today, *(word(language, holiday) for holiday in day.holidays)]


def _figures(language: Language, day: DayFigures) -> Iterable[tuple[Sign, str]]:
    if day.shifts:
        yield Sign.NONE, language.plural("{n} shift", "{n} shifts", n=day.shifts)
    if day.kept_back:
        yield Sign.NONE, language.plural("{n} not shown", "{n} not shown", n=day.kept_back)
    if day.open_shifts:
        yield Sign.OPEN, language.plural("{n} open", "{n} open", n=day.open_shifts)
    if day.uncovered:
        yield Sign.UNCOVERED, language.plural("{n} not covered", "{n} not covered", n=day.uncovered)
    if day.musts:
        yield Sign.MUST, language.number(day.musts)
    if day.shoulds:
        yield Sign.SHOULD, language.number(day.shoulds)


def day_spoken(language: Language, day: DayFigures) -> str:
    """Return a day in words: when it is, what it holds, what is wrong, who comes, what is noted."""
    parts = [spoken_day(language, day.day), language.text("week {number}", number=day.week.number)]
    parts += _special(language, day)
    parts.append(language.plural("{n} shift", "{n} shifts", n=day.shifts))
    if day.open_shifts:
        parts.append(language.plural("{n} of them open", "{n} of them open", n=day.open_shifts))
    if day.kept_back:
        parts.append(language.plural("{n} not shown", "{n} not shown", n=day.kept_back))
    parts += _wrong(language, uncovered=day.uncovered, musts=day.musts, shoulds=day.shoulds)
    parts += [comer.name for comer in day.comers]
    return ", ".join([*parts, *(note_spoken(language, note) for note in day.notes)])


def _wrong(language: Language, *, uncovered: int, musts: int, shoulds: int) -> list[str]:
    parts = []
    if uncovered:
        parts.append(language.plural("{n} need not covered", "{n} needs not covered", n=uncovered))
    if musts:
        parts.append(language.plural("{n} thing to mend", "{n} things to mend", n=musts))
    if shoulds:
        parts.append(language.plural("{n} warning", "{n} warnings", n=shoulds))
    return parts


def week_heading(language: Language, week: Week) -> tuple[str, str]:
    """Return a week's number as it is seen, and in words."""
    return str(week.number), language.text("week {number}", number=week.number)


def title(language: Language, model: MonthModel) -> str:
    """Return which month it is; of four weeks the numbers and the days."""
    if model.stretch.month is not None:
        return capital(language.date(model.stretch.month, "month"))
    weeks, days = model.stretch.weeks, model.stretch.days
    return language.text(
        "Weeks {first} to {last} · {begin} – {end}",
        first=weeks[0].number,
        last=weeks[-1].number,
        begin=language.date(days[0], "day_month"),
        end=language.date(days[-1], "date"),
    )


def sentence(language: Language, model: MonthModel) -> str:
    """Return the month or the four weeks in one sentence."""
    if not any(day.shifts or day.has_problem for day in model.own):
        return language.text("Nothing is planned here. Choose a day and press Enter.")
    return " · ".join(_all_figures(language, model))


def _all_figures(language: Language, model: MonthModel) -> list[str]:
    own = model.own
    parts = [language.text("{planned} hours planned", planned=language.number(round(model.planned, 2)))]
    parts.append(language.plural("{n} shift", "{n} shifts", n=sum(day.shifts for day in own)))
    if still_open := sum(day.open_shifts for day in own):
        parts.append(language.plural("{n} open shift", "{n} open shifts", n=still_open))
    return parts + _wrong(
        language,
        uncovered=sum(day.uncovered for day in own),
        musts=sum(day.musts for day in own),
        shoulds=sum(day.shoulds for day in own),
    )


def spoken(language: Language, model: MonthModel) -> str:
    """Return which month or weeks these are and how they stand, to be heard."""
    weeks = model.stretch.weeks
    if model.stretch.month is not None:
        which = language.date(model.stretch.month, "month")
    else:
        which = language.text("weeks {first} to {last}", first=weeks[0].number, last=weeks[-1].number)
    return f"{which}: {', '.join(_all_figures(language, model))}"
