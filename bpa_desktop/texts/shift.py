"""Times and shifts as text: short to look at, spoken without signs."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import ONE_DAY, Span, Week
from bpa_desktop.i18n import Language

_SIGNS = "✓✗△▲ "


def clock_range(language: Language, span: Span, *, zone: ZoneInfo) -> str:
    """Return the times of a span as one looks at them: 08:00–15:00."""
    start, end = span.start.astimezone(zone), span.end.astimezone(zone)
    return f"{language.clock(start)}–{language.clock(end)}"


@lru_cache(maxsize=1024)
def spoken_range(language: Language, span: Span, *, zone: ZoneInfo) -> str:
    """Return the times of a span as a screen reader says them: 08:00 to 15:00."""
    start, end = span.start.astimezone(zone), span.end.astimezone(zone)
    return language.text("{start} to {end}", start=language.clock(start), end=language.clock(end))


def span_text(language: Language, span: Span, *, zone: ZoneInfo) -> str:
    """Return day and times of a span: Friday 4 December 08:00–15:00; two days where it is a day long or more."""
    if span.length < ONE_DAY and not whole_days(span, zone):
        return f"{language.date(span.first_day(zone), 'day')} {clock_range(language, span, zone=zone)}"
    return days_text(language, span, zone=zone)


def days_text(language: Language, span: Span, *, zone: ZoneInfo) -> str:
    """Return the days of a span, and its times unless it is of whole days."""
    first, last = span.first_day(zone), span.last_day(zone)
    if not whole_days(span, zone):
        start, end = span.start.astimezone(zone), span.end.astimezone(zone)
        return language.text(
            "{first} {start} to {last} {end}",
            first=language.date(first, "short"),
            start=language.clock(start),
            last=language.date(end.date(), "short"),
            end=language.clock(end),
        )
    if first == last:
        return language.date(first, "day")
    return language.text("{first} to {last}", first=language.date(first, "short"), last=language.date(last, "short"))


def away_text(language: Language, absence: Absence, *, zone: ZoneInfo) -> str:
    """Return when somebody is absent: a span, or from when until further notice."""
    if not absence.open_ended:
        return span_text(language, absence.span, zone=zone)
    first = language.date(absence.span.first_day(zone), "short")
    return language.text("from {first} until further notice", first=first)


def capital(text: str) -> str:
    """Return a text as a heading or a sentence begins, after its sign: Norwegian writes the days in small letters."""
    begin = len(text) - len(text.lstrip(_SIGNS))
    return text[:begin] + text[begin : begin + 1].upper() + text[begin + 1 :]


def moment_text(language: Language, moment: datetime, *, zone: ZoneInfo) -> str:
    """Return the day and the time of day of a moment: Friday 4 December 14:30."""
    local = moment.astimezone(zone)
    return language.text("{day} {clock}", day=language.date(local.date(), "day"), clock=language.clock(local))


def printed_text(language: Language, now: datetime) -> str:
    """Return when a sheet was made, by the local clock."""
    return language.text("Printed {day} at {time}.", day=language.date(now.date(), "date"), time=language.clock(now))


def whole_days(span: Span, zone: ZoneInfo) -> bool:
    """Tell whether a span begins and ends at local midnight."""
    return all((moment := at.astimezone(zone)).hour == moment.minute == 0 for at in (span.start, span.end))


def week_text(language: Language, week: Week) -> str:
    """Return a week's number and days: Week 49 · 30 Nov – 6 Dec 2026."""
    first, last = week.days[0], week.days[-1]
    return language.text(
        "Week {number} · {first} – {last}",
        number=week.number,
        first=language.date(first, "day_month"),
        last=language.date(last, "date"),
    )


def name_of(language: Language, roster: Roster, *, assistant: str | None) -> str:
    """Return an assistant's name, or what stands for nobody."""
    known = roster.assistants_by_id.get(assistant) if assistant is not None else None
    return known.name if known is not None else language.text("nobody")


def shift_text(language: Language, roster: Roster, *, shift: Shift) -> str:
    """Return who holds a shift, on which day, from when to when."""
    when = span_text(language, shift.span, zone=roster.arrangement.zone)
    holder = roster.holder(shift)
    if holder is None:
        return language.text("open shift {when}", when=when)
    return language.text("{name}, {when}", name=name_of(language, roster, assistant=holder), when=when)


def day_text(language: Language, day: date) -> str:
    """Return a day with its weekday and month: Friday 4 December."""
    return language.date(day, "day")


def called(language: Language, roster: Roster, *, assistant: str | None, whole: bool) -> str:
    """Return an assistant's whole name, or what they are called for short."""
    short = roster.short_names.get(assistant or "", "")
    return short if short and not whole else name_of(language, roster, assistant=assistant)
