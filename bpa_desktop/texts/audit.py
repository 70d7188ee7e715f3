"""The change log in words: who did what when, and from what to what each part of each record was changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services.audit import Entry
from bpa_desktop.services.step import Change, Direction
from bpa_desktop.texts.audit_words import FIELD_WORDS, KIND_WORDS
from bpa_desktop.texts.listing import Listing
from bpa_desktop.texts.shift import name_of, span_text
from bpa_desktop.texts.step import step_phrase
from bpa_desktop.texts.words import word

_PEOPLE = frozenset({"assistant", "backup", "chosen"})
_NOTHING = "–"
_UTC = ZoneInfo("UTC")


@dataclass(frozen=True)
class Logged:
    """A step in words: when, who, what, and what was changed in it, a line for each record."""

    when: str
    who: str
    what: str
    details: tuple[str, ...]

    @property
    def line(self) -> str:
        """The step on one line; who is told where it is somebody with a name."""
        return "\N{NO-BREAK SPACE}· ".join(part for part in (self.when, self.what, self.who) if part)

    def has(self, words: str) -> bool:
        """Tell whether every one of some words stands anywhere in it."""
        whole = "\n".join((self.line, *self.details)).casefold()
        return all(one in whole for one in words.casefold().split())


@dataclass(frozen=True)
class LogWords:
    """Tells steps; the roster, if there is one, gives the names. Why somebody was absent is left out unless asked."""

    language: Language
    roster: Roster | None
    with_absence_kinds: bool = False

    @property
    def zone(self) -> ZoneInfo:
        """Where clocks are read."""
        return self.roster.arrangement.zone if self.roster is not None else _UTC

    def logged(self, entry: Entry) -> Logged:
        """Return a step in words; where something of it was erased, that is said."""
        text = self.language.text
        at = entry.line.at.astimezone(self.zone)
        when = f"{self.language.date(at.date(), 'date')} {self.language.clock(at)}"
        erased = (text("Erased for good: how it was is not known any more."),) if entry.erased else ()
        details = (*erased, *(self._change(change) for change in entry.changes))
        return Logged(when, entry.line.author, self._what(entry), details)

    def listing(self, entries: tuple[Logged, ...]) -> Listing:
        """Return steps as a table."""
        text = self.language.text
        columns = (text("When"), text("Who"), text("What"), text("From what to what"))
        return Listing(
            columns,
            tuple((one.when, one.who or text("in this program"), one.what, "; ".join(one.details)) for one in entries),
        )

    def _what(self, entry: Entry) -> str:
        text = self.language.text
        if entry.erased and not entry.changes:
            return text("A step whose details were erased")
        phrase = step_phrase(self.language, entry.step, roster=self.roster)
        if entry.line.direction is Direction.UNDONE:
            return text("Undone: {phrase}", phrase=phrase)
        if entry.line.direction is Direction.REDONE:
            return text("Done again: {phrase}", phrase=phrase)
        return phrase

    def _change(self, change: Change) -> str:
        text = self.language.text
        about = text(KIND_WORDS[change.kind])
        subject = change.after or change.before
        title = ", ".join(part for part in (about, self._title(subject)) if part)
        if change.after is None:
            return text("{record}: taken away", record=title)
        parts = tuple(self._parts(change.before, change.after))
        if change.before is None:
            return text("{record}: new. {parts}", record=title, parts="; ".join(parts)).rstrip()
        return f"{title}: {'; '.join(parts)}"

    def _title(self, record: Record | None) -> str:
        """Return what tells a record from others of its kind."""
        if isinstance(record, Assistant):
            return record.name
        span = getattr(record, "span", None)
        return span_text(self.language, span, zone=self.zone) if isinstance(span, Span) else ""

    def _parts(self, before: Record | None, after: Record) -> Iterator[str]:
        """Yield what is other than before; of a new record, what it has."""
        is_other = False
        for field in fields(after):
            was, now = getattr(before, field.name, None), getattr(after, field.name)
            if was == now or field.name == "id" or (before is None and now in (None, "", (), False)):
                continue
            label = FIELD_WORDS.get(field.name)
            if label is None or (field.name == "kind" and isinstance(after, Absence) and not self.with_absence_kinds):
                is_other = True
            elif before is None:
                yield f"{self.language.text(label)} {self._value(field.name, now)}"
            else:
                values = (self._value(field.name, was), self._value(field.name, now))
                yield f"{self.language.text(label)} {' → '.join(values)}"
        if is_other and before is not None:
            yield self.language.text("other details changed")

    def _value(self, name: str, value: object) -> str:
        """Return a value as one reads it."""
        if name in _PEOPLE and self.roster is not None:
            known = value if isinstance(value, str) else None
            return name_of(self.language, self.roster, assistant=known)
        if isinstance(value, tuple):
            return self.language.listed(tuple(self._value(name, one) for one in value)) or _NOTHING
        if isinstance(value, bool):
            return self.language.text("yes") if value else self.language.text("no")
        return self._moment(value) if isinstance(value, Span | DayRange | date | time) else self._plain(value)

    def _moment(self, value: Span | DayRange | date | time) -> str:
        """Return a time as one reads it."""
        if isinstance(value, Span):
            return span_text(self.language, value, zone=self.zone)
        if isinstance(value, DayRange):
            return "–".join(self._day(day) for day in (value.first, value.last))
        if isinstance(value, datetime):
            local = value.astimezone(self.zone)
            return f"{self._day(local.date())} {self.language.clock(local)}"
        return self._day(value) if isinstance(value, date) else self.language.clock(value)

    def _day(self, day: date | None) -> str:
        return self.language.date(day, "date") if day is not None else ""

    def _plain(self, value: object) -> str:
        if isinstance(value, StrEnum):
            return word(self.language, value)
        if isinstance(value, Decimal | int):
            return self.language.number(value)
        return str(value) if value not in (None, "") else _NOTHING
