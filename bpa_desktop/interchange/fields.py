"""The kinds of value a `bpa-roster/1` file holds, each with how it is read and how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator, SerializationInfo
from pydantic_core import PydanticCustomError

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years a file may speak of: room for every birth date, and none for a calendar that ends while one counts."""

SINCE_EVER = date(1900, 1, 1)
"""Written for a first day that is open, where the format asks for one."""
_MOST, _WHOLE = Decimal(999_999_999_999), Decimal(100)
_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_WALL = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
_OFFSET = re.compile(r"(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)")
_LOCAL_TIME = re.compile(_WALL)
_TIME = re.compile(_WALL + _OFFSET.pattern)
_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{0,63}")
_T = TypeVar("_T")


class FileModel(BaseModel):
    """An object of the file: right types only, no key it does not know."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _refuse(code: str, **facts: str) -> PydanticCustomError:
    return PydanticCustomError(code, code, dict(facts))


def always_written() -> Any:
    """Declare a list that a reader lets be left out, and that is written even when it is empty.

    What equals the default is left out when written; an empty list does not equal this one.
    """
    return Field(default_factory=tuple)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _refuse("wrong_type", expected="string")
    return value


def read_id(value: object) -> str:
    """Return an id. Raises PydanticCustomError with the problem's code, as every reader here does."""
    text = _text(value)
    if not _ID.fullmatch(text):
        raise _refuse("bad_id")
    return text


def read_day(value: object) -> date:
    """Return a day written YYYY-MM-DD."""
    text = _text(value)
    try:
        day = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise _refuse("not_a_date")
    _refuse_far(day.year)
    return day


def read_instant(value: object) -> datetime:
    """Return the instant, in UTC, of a time with offset."""
    text = _text(value)
    if _LOCAL_TIME.fullmatch(text):
        raise _refuse("no_offset")
    try:
        moment = datetime.fromisoformat(text) if _TIME.fullmatch(text) else None
    except ValueError:
        moment = None
    if moment is None:
        raise _refuse("not_a_time")
    _refuse_far(moment.year)
    return moment.astimezone(UTC)


def read_clock(value: object) -> time:
    """Return a wall-clock time written HH:MM."""
    text = _text(value)
    if not _CLOCK.fullmatch(text):
        raise _refuse("not_a_clock_time")
    return time.fromisoformat(text)


def read_decimal(value: object) -> Decimal:
    """Return a decimal string that is not below zero."""
    return _decimal(value, high=_MOST)


def read_share(value: object) -> Decimal:
    """Return a percent string, 0 to 100."""
    return _decimal(value, high=_WHOLE)


def whole(low: int, high: int) -> PlainValidator:
    """Return a reader of whole numbers of a range; a truth value is none, nor is 1.0."""

    def read(value: object) -> int:
        if type(value) is not int:
            raise _refuse("wrong_type", expected="integer")
        if not low <= value <= high:
            raise _refuse("out_of_range", low=str(low), high=str(high))
        return value

    return PlainValidator(read)


def read_zone(value: object) -> str:
    """Return the name of a time zone that is known on this computer."""
    text = _text(value)
    try:
        known = bool(_ZONE.fullmatch(text)) and ZoneInfo(text).key == text
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones, a name no file may have
        known = False
    if not known:
        raise _refuse("unknown_time_zone", found=text)
    return text


def choice_of(*choices: str) -> Callable[[object], Decimal]:
    """Return a reader of decimal strings that takes these only."""

    def read(value: object) -> Decimal:
        text = _text(value)
        if text not in choices:
            raise _refuse("not_a_choice", choices=", ".join(choices))
        return Decimal(text)

    return read


def decimal_or(kind: Callable[[str], _T], words: tuple[str, ...]) -> Callable[[object], _T | Decimal]:
    """Return a reader that takes one of the words, or else a decimal string."""

    def read(value: object) -> _T | Decimal:
        text = _text(value)
        if text in words:
            return kind(text)
        if not _DECIMAL.fullmatch(text):
            raise _refuse("not_a_choice", choices=", ".join((*words, '"37.5"')))
        return read_decimal(text)

    return read


def _decimal(value: object, *, high: Decimal) -> Decimal:
    text = _text(value)
    if not _DECIMAL.fullmatch(text):
        raise _refuse("not_a_decimal")
    number = Decimal(text)
    if not 0 <= number <= high:
        raise _refuse("out_of_range", low="0", high=str(high))
    return abs(number)  # "-0" is no other number than "0"


def _refuse_far(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _refuse("out_of_range", low=str(FIRST_YEAR), high=str(LAST_YEAR))


def written_decimal(number: Decimal) -> str:
    """Return a number without exponent and without zeros that say nothing: equal numbers are written alike."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _written_instant(moment: datetime, info: SerializationInfo[ZoneInfo]) -> str:
    return moment.astimezone(info.context).isoformat()


def _written_clock(at: time) -> str:
    return f"{at:%H:%M}"


Id = Annotated[str, PlainValidator(read_id)]
Text = str
Day = Annotated[date, PlainValidator(read_day), PlainSerializer(date.isoformat)]
Instant = Annotated[datetime, PlainValidator(read_instant), PlainSerializer(_written_instant)]
Clock = Annotated[time, PlainValidator(read_clock), PlainSerializer(_written_clock)]
Amount = Annotated[Decimal, PlainValidator(read_decimal), PlainSerializer(written_decimal)]
Share = Annotated[Decimal, PlainValidator(read_share), PlainSerializer(written_decimal)]
ZoneName = Annotated[str, PlainValidator(read_zone)]
Weekday = Annotated[int, whole(1, 7)]
Minutes = Annotated[int, whole(0, 60 * 24 * 366)]
