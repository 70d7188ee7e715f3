"""The values of records as the change log tells them: what tells a record from others, and its parts, old and new."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.i18n import Language
from bpa_desktop.texts.audit_words import part_word
from bpa_desktop.texts.finding import rule_text
from bpa_desktop.texts.pattern import weekday_text
from bpa_desktop.texts.shift import name_of, span_text
from bpa_desktop.texts.words import word

_PEOPLE = frozenset({"assistant", "backup", "chosen", "never_with"})
_SHIFTS = frozenset({"shift", "shifts"})
_KRONER = frozenset({"household_income", "hourly_wage", "taxable_net", "added", "amount"})
_TITLES = ("span", "name", "month", "from_day", "first", "days")
"""The parts that tell a record from others of its kind, the first it has."""
_EMPTY: tuple[object, ...] = (None, "", ())
_NOTHING = "–"
_UTC = ZoneInfo("UTC")


@dataclass(frozen=True)
class ValueWords:
    """Tells values, by the name of the part they are of; the roster, if there is one, gives the names."""

    language: Language
    roster: Roster | None

    @property
    def zone(self) -> ZoneInfo:
        """Where clocks are read."""
        return self.roster.arrangement.zone if self.roster is not None else _UTC

    def value(self, name: str, value: object) -> str:
        """Return a value as one reads it."""
        if isinstance(value, tuple):
            return self.language.listed(tuple(self.value(name, one) for one in value)) or _NOTHING
        if isinstance(value, Span | DayRange | date | time):
            return self._moment(name, value)
        if is_dataclass(value):
            return f"({', '.join(self.parts_of(value))})"
        return self._named(name, value) if isinstance(value, str) else self._plain(name, value)

    def parts_of(self, record: object, *, without: Collection[str] = ()) -> Iterator[str]:
        """Yield what a record has, or a part of one that has parts itself; some parts may be passed over."""
        for part in fields(record):  # type: ignore[arg-type]  # a dataclass: a record, or a part of one
            value, label = getattr(record, part.name), part_word(type(record), part.name)
            if label is not None and part.name not in without and value not in _EMPTY and value is not False:
                yield f"{self.language.text(label)} {self.value(part.name, value)}"

    def shift(self, shift: str) -> str:
        """Return when a shift is."""
        known = self.roster.shifts_by_id.get(shift) if self.roster is not None else None
        if known is None:
            return self.language.text("a shift that is no longer there")
        return span_text(self.language, known.span, zone=self.zone)

    def _named(self, name: str, value: str) -> str:
        """Return what a word of the program, or an id, stands for; else the text itself."""
        if isinstance(value, StrEnum):
            return word(self.language, value)
        if name in _PEOPLE and self.roster is not None:
            return self._person(self.roster, value)
        if name in _SHIFTS:
            return self.shift(value)
        return rule_text(self.language, value) if name == "rule" else value or _NOTHING

    def _person(self, roster: Roster, assistant: str) -> str:
        if assistant not in roster.assistants_by_id:
            return self.language.text("somebody who is no longer in the team")
        return name_of(self.language, roster, assistant=assistant)

    def _plain(self, name: str, value: object) -> str:
        if name in _PEOPLE and self.roster is not None:
            return name_of(self.language, self.roster, assistant=None)
        if isinstance(value, bool):
            return self.language.text("yes") if value else self.language.text("no")
        if name == "weekday" and isinstance(value, int):
            return weekday_text(self.language, value)
        if name in _KRONER and isinstance(value, Decimal):
            return self.language.money(value)
        if isinstance(value, Decimal | int):
            return self.language.number(value)
        return _NOTHING if value is None else str(value)

    def _moment(self, name: str, value: Span | DayRange | date | time) -> str:
        if isinstance(value, Span):
            return span_text(self.language, value, zone=self.zone)
        if isinstance(value, DayRange):
            return "–".join(self._day(day) for day in (value.first, value.last))
        if isinstance(value, datetime):
            local = value.astimezone(self.zone)
            return f"{self._day(local.date())} {self.language.clock(local)}"
        if isinstance(value, date):
            return self.language.date(value, "month") if name == "month" else self._day(value)
        return self.language.clock(value)

    def _day(self, day: date | None) -> str:
        return self.language.date(day, "date") if day is not None else ""


@dataclass(frozen=True)
class RecordWords:
    """Tells records; why somebody was absent is left out unless asked."""

    language: Language
    roster: Roster | None
    with_absence_kinds: bool = False

    @property
    def words(self) -> ValueWords:
        """What tells the values."""
        return ValueWords(self.language, self.roster)

    def title(self, record: Record | None) -> str:
        """Return what tells a record from others of its kind; nothing where there is only one."""
        if record is None:
            return ""
        shift = record.id if isinstance(record, ShiftLock) else getattr(record, "shift", None)
        if isinstance(shift, str):
            return self.words.shift(shift)
        part = _title_part(record)
        return self.words.value(part, getattr(record, part)) if part else ""

    def parts(self, before: Record | None, after: Record | None) -> Iterator[str]:
        """Yield what is other than before; of a record that comes or goes, what it has besides its title."""
        if before is None or after is None:
            there = after if before is None else before
            yield from self.words.parts_of(there, without=(_title_part(there), self._silent(there)))
            return
        is_other = False
        for part in fields(after):
            was, now = getattr(before, part.name, None), getattr(after, part.name)
            label = part_word(type(after), part.name) if part.name != self._silent(after) else None
            is_other = is_other or (label is None and was != now)
            if label is not None and was != now:
                yield f"{self.language.text(label)} {self._change(part.name, was, now=now)}"
        if is_other:
            yield self.language.text("other details changed")

    def _silent(self, record: Record | None) -> str:
        """Return the name of a part that is not told of this record, though others are."""
        return "kind" if isinstance(record, Absence) and not self.with_absence_kinds else ""

    def _change(self, name: str, was: object, *, now: object) -> str:
        """Return what was and what is; of several things with parts of their own, those that are other."""
        if isinstance(was, tuple) and isinstance(now, tuple) and any(is_dataclass(one) for one in (*was, *now)):
            was, now = tuple(one for one in was if one not in now), tuple(one for one in now if one not in was)
        return " → ".join((self.words.value(name, was), self.words.value(name, now)))


def _title_part(record: Record | None) -> str:
    """Return the name of the part that tells a record from others of its kind; nothing where none does."""
    return next((name for name in _TITLES if getattr(record, name, None) not in _EMPTY), "")
