"""The change log in words: who did what when, and from what to what each part of each record was changed."""

from __future__ import annotations

from dataclasses import dataclass

from bpa_desktop.services.audit import Entry
from bpa_desktop.services.step import Change, Direction
from bpa_desktop.texts.audit_values import RecordWords
from bpa_desktop.texts.audit_words import KIND_WORDS
from bpa_desktop.texts.listing import Listing
from bpa_desktop.texts.step import step_phrase


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
class LogWords(RecordWords):
    """Tells steps, as RecordWords tells what they changed."""

    def logged(self, entry: Entry) -> Logged:
        """Return a step in words; where something of it was erased, that is said."""
        text = self.language.text
        at = entry.line.at.astimezone(self.words.zone)
        when = f"{self.language.date(at.date(), 'date')} {self.language.clock(at)}"
        erased = (text("Erased for good: how it was is not known any more."),) if entry.erased else ()
        details = (*erased, *(self._told(change) for change in entry.changes))
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

    def _told(self, change: Change) -> str:
        text = self.language.text
        about = text(KIND_WORDS[change.kind])
        record = ", ".join(part for part in (about, self.title(change.after or change.before)) if part)
        parts = "; ".join(self.parts(change.before, change.after))
        if change.after is None:
            return text("{record}: taken away. {parts}", record=record, parts=parts).rstrip()
        if change.before is None:
            return text("{record}: new. {parts}", record=record, parts=parts).rstrip()
        return f"{record}: {parts}"
