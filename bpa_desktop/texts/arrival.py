"""What a file of another program brings, what is odd about it, what is left out of it, and why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import ONE_DAY, Span
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.arrival import Arrival, LeftOut, Oddity
from bpa_desktop.texts.shift import clock_range, name_of
from bpa_desktop.texts.words import word


class Refusal(Protocol):
    """A code for why a file cannot be read, and facts to say it with; interchange has one."""

    @property
    def code(self) -> str:
        """What, by name."""
        ...

    @property
    def facts(self) -> Mapping[str, str]:
        """What the sentence needs."""
        ...


_REFUSED = {
    "too_large": mark("The file is larger than {mebibytes} MiB. Bring in a smaller part of it."),
    "too_many": mark("The file holds more than {most} lines, events or cards. Bring in a smaller part of it."),
    "bomb": mark("The workbook unpacks to far more than it shows. Save the sheet as CSV, and bring that in."),
    "empty": mark("There is nothing in the file. Save it anew in the other program."),
    "not_text": mark("This is no table, calendar or card. Save it as CSV, XLSX, ICS or VCF in the other program."),
    "broken": mark("The file is damaged, cut off or not as it should be. Save it anew in the other program."),
    "archive": mark("This is a packed folder. Unpack it, and bring in what is inside."),
    "picture": mark("This is a picture, and pictures are not read. Bring in a table, a calendar or a card."),
    "pdf": mark("This is a PDF, and PDFs are not read. Save the table as CSV or XLSX in the program it came from."),
    "old_excel": mark("Workbooks of this kind (.xls, .xlsb, .ods) are not read. Save it as .xlsx, and bring that in."),
    "protected": mark("The workbook is locked with a password. Save it without one, and bring that in."),
    "roster_file": mark("This is a roster file. Use “Import a roster file” in the File menu."),
    "backup": mark("This looks like the program's own store or a backup. Use “Backups” in the File menu."),
    "no_columns": mark(
        "The headings of the table are not understood ({found}). Shifts need at least Date, Start and End, people Name."
    ),
}
REFUSAL_CODES = frozenset(_REFUSED)

_PLACES = {"row": mark("Line {place}"), "event": mark("Event {place}"), "card": mark("Card {place}")}
_LEFT_OUT = {
    "no_day": mark("“{found}” is no day. Write it as 4.12.2026."),
    "no_time": mark("“{found}” is no time of day. Write it as 15:00."),
    "day_missing": mark("there is no day. Write it as 4.12.2026."),
    "time_missing": mark("there is no time of day. Write it as 15:00."),
    "no_name": mark("there is no name. Write one."),
    "no_title": mark("there is no title. Write one."),
    "not_after_start": mark("it ends before it begins. Mend the end."),
    "too_long": mark("it is longer than {days} days. Mend its end, or enter it by hand."),
    "cancelled": mark("it is cancelled. Nothing needs to be done."),
    "unknown_zone": mark("the time zone “{found}” is not known. Enter it by hand."),
    "unknown_repeat": mark("it repeats in a way that is not read ({found}). Enter it by hand."),
    "repeats_too_often": mark("it repeats too often to be read. Enter it by hand."),
    "no_repeat": mark("none of its days lies in the year to come. Nothing needs to be done."),
}
LEFT_OUT_CODES = frozenset(_LEFT_OUT)
PLACE_UNITS = frozenset(_PLACES)

_ODD = {
    Oddity.KNOWN: mark("This is here already, or stands twice in the file; tick it only if you want it twice."),
    Oddity.UNKNOWN_PERSON: mark("Nobody of the team has this name; it comes as an open shift."),
    Oddity.OVERLAPS: mark("{name} has another shift then; look at both afterwards."),
    Oddity.CUT: mark("A text was too long and was cut; read it through afterwards."),
    Oddity.UNKNOWN_KIND: mark("The kind of shift is not known; it comes as active work."),
}


def refused_text(language: Language, error: Refusal) -> str:
    """Return why a file cannot be read, and what to do. Raises KeyError for an unknown code."""
    if error.code == "no_columns" and not error.facts.get("found"):
        return language.text("The first line has no headings. Shifts need at least Date, Start and End, people Name.")
    return language.text(_REFUSED[error.code]).format(**error.facts)


def left_out_text(language: Language, left_out: LeftOut) -> str:
    """Return where something cannot be brought in, why, and what to do. Raises KeyError for an unknown code."""
    unit = left_out.facts["unit"]
    where = language.text(_PLACES[unit]).format(place=left_out.place)
    return f"{where}: {language.text(_LEFT_OUT[left_out.code]).format(**left_out.facts)}"


def oddity_text(language: Language, arrival: Arrival, *, roster: Roster) -> str:
    """Return what the user should look at before it is brought in; nothing where nothing is odd."""
    who = arrival.record.assistant if isinstance(arrival.record, Shift) else None
    facts = {"name": name_of(language, roster, assistant=who)}
    return " ".join(language.text(_ODD[oddity]).format(**facts) for oddity in arrival.oddities)


def arrival_text(language: Language, arrival: Arrival, *, roster: Roster) -> str:
    """Return what would come: a person with what is known of them, a shift with its time and holder, or an event."""
    record = arrival.record
    if isinstance(record, Assistant):
        return ", ".join(_person(language, record))
    if isinstance(record, DayNote):
        return f"{_days(language, record)}: {record.text}"
    return ", ".join(_shift(language, roster, shift=record))


def _person(language: Language, person: Assistant) -> Iterator[str]:
    yield person.name
    if person.phone:
        yield language.text("phone {number}", number=person.phone)
    if person.email:
        yield person.email
    if person.address:
        yield person.address
    if person.birth_date is not None:
        yield language.text("born {day}", day=language.date(person.birth_date, "date"))
    if person.languages:
        yield language.listed(person.languages)


def _days(language: Language, note: DayNote) -> str:
    first, last = (language.date(day, "date") for day in (note.first, note.last))
    return first if first == last else language.text("{first} to {last}", first=first, last=last)


def _shift(language: Language, roster: Roster, *, shift: Shift) -> Iterator[str]:
    yield _when(language, shift.span, roster=roster)
    yield language.text("open") if shift.assistant is None else name_of(language, roster, assistant=shift.assistant)
    if shift.kind is not ShiftKind.ACTIVE:
        yield word(language, shift.kind)
    if shift.place:
        yield shift.place
    if shift.tasks:
        yield language.listed(shift.tasks)
    if shift.note:
        yield f"“{shift.note}”"


def _when(language: Language, span: Span, *, roster: Roster) -> str:
    """Return day, year and times: a file may be of any year."""
    zone = roster.arrangement.zone
    first = span.first_day(zone)
    begins = f"{language.date(first, 'weekday_short')} {language.date(first, 'date')}"
    times = clock_range(language, span, zone=zone)
    if span.length < ONE_DAY:
        return f"{begins} {times}"
    return f"{begins} {times} ({language.date(span.end.astimezone(zone).date(), 'date')})"
