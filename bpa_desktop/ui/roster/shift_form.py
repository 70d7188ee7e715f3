"""What is typed about a shift, and the shift it makes. Plain Python; what is wrong names its field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import EmptySpanError, Span
from bpa_desktop.i18n import Language
from bpa_desktop.ui.roster.week_entry import NoSuchDayError, parse_day, typed_day
from bpa_desktop.ui.widgets.time_entry import NoSuchTimeError, NoTimesError, parse_times, times_of


class FieldName(StrEnum):
    """A field that can be wrong."""

    DAY = "day"
    TIMES = "times"


class Wrong(StrEnum):
    """What is wrong with a field."""

    NO_DAY = "no_day"
    NO_TIMES = "no_times"
    NO_SUCH_TIME = "no_such_time"


class FieldError(Exception):
    """A field that makes no sense: which, what is wrong, and what was typed."""

    def __init__(self, field: FieldName, wrong: Wrong, *, typed: str) -> None:
        super().__init__(field, wrong, typed)
        self.field = field
        self.wrong = wrong
        self.typed = typed


@dataclass(frozen=True)
class Typed:
    """A form's fields as they stand."""

    day: str
    times: str
    assistant: str | None
    kind: ShiftKind
    place: str = ""
    skills: str = ""
    note: str = ""


def typed_from(shift: Shift, zone: ZoneInfo) -> Typed:
    """Return a shift as its form shows it."""
    return Typed(
        day=typed_day(shift.span.first_day(zone)),
        times=times_of(shift.span, zone),
        assistant=shift.assistant,
        kind=shift.kind,
        place=shift.place,
        skills=", ".join(shift.skills),
        note=shift.note,
    )


def shift_from(typed: Typed, *, shift: Shift, near: date, zone: ZoneInfo) -> Shift:
    """Return the shift with what was typed; a day without its year is the one closest to `near`. Raises FieldError."""
    before = typed_from(shift, zone)
    # What was not touched stays to the second, also where the clocks change.
    same_time = (typed.day, typed.times) == (before.day, before.times)
    return replace(
        shift,
        span=shift.span if same_time else _span(typed, near, zone=zone),
        assistant=typed.assistant,
        kind=typed.kind,
        place=typed.place.strip(),
        skills=tuple(dict.fromkeys(skill for part in typed.skills.split(",") if (skill := part.strip()))),
        note=typed.note.strip(),
    )


def _span(typed: Typed, near: date, *, zone: ZoneInfo) -> Span:
    try:
        return parse_times(typed.times).span(parse_day(typed.day, near=near), zone)
    except NoSuchDayError as error:
        raise FieldError(FieldName.DAY, Wrong.NO_DAY, typed=typed.day) from error
    except NoSuchTimeError as error:
        raise FieldError(FieldName.TIMES, Wrong.NO_SUCH_TIME, typed=str(error)) from error
    except (NoTimesError, EmptySpanError) as error:
        raise FieldError(FieldName.TIMES, Wrong.NO_TIMES, typed=typed.times) from error


def field_text(language: Language, error: FieldError) -> str:
    """Return what is wrong, and how to mend it."""
    if error.wrong is Wrong.NO_DAY:
        return language.text("“{typed}” is no day. Write it like 4.12 or 4.12.2026.", typed=error.typed)
    if error.wrong is Wrong.NO_SUCH_TIME:
        return language.text("“{typed}” is no time. Write hours from 0 to 24, such as 8 or 08:30.", typed=error.typed)
    return language.text("Write when the shift begins and ends, such as 8-15 or 22-8.")
