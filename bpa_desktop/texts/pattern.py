"""Patterns as text: weekdays without a date, and times by the wall clock."""

from __future__ import annotations

from datetime import date, datetime, time

from bpa_desktop.i18n import Language

_A_YEAR_BEGINNING_ON_MONDAY = 2024


def weekday_text(language: Language, weekday: int, *, short: bool = False) -> str:
    """Return the name of an ISO weekday, 1 to 7: Friday, or Fri."""
    day = date(_A_YEAR_BEGINNING_ON_MONDAY, 1, weekday)
    return language.date(day, "weekday_short" if short else "weekday")


def times_text(language: Language, start: time, *, end: time) -> str:
    """Return two wall-clock times as one looks at them: 08:00–15:00."""
    return f"{language.clock(start)}–{language.clock(end)}"


def short_times(language: Language, start: datetime | time, *, end: datetime | time) -> str:
    """Return two local times as short as they can be read: 08–15, 08:30–15."""
    return "–".join(f"{at.hour:02d}" if at.minute == 0 else language.clock(at) for at in (start, end))


def spoken_times(language: Language, start: time, *, end: time) -> str:
    """Return two wall-clock times as a screen reader says them: 08:00 to 15:00."""
    return language.text("{start} to {end}", start=language.clock(start), end=language.clock(end))
