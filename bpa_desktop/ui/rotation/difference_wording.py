"""The lines in which pattern and plan differ, in words: one to look at, one to hear."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.roll_out import Difference, Hold
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.i18n import Language, mark
from bpa_desktop.texts import clock_range, day_text, name_of, spoken_range, word

_HOLDS = {
    Hold.EDITED: mark("changed by hand"),
    Hold.DELETED: mark("deleted by hand"),
    Hold.TOLD: mark("published already"),
    Hold.BUSY: mark("has another shift then"),
    Hold.ABSENT: mark("is absent then"),
    Hold.LOCKED: mark("locked by hand"),
}


class DifferenceWording:
    """Words for the differences of one roster."""

    def __init__(self, language: Language, roster: Roster) -> None:
        self._language = language
        self._roster = roster
        self._zone = roster.arrangement.zone

    def shown(self, line: Difference) -> str:
        """Return a line as one looks at it: Add Kari, Monday 7 December 08:00–15:00."""
        return self._told(line, lambda span: f" {clock_range(self._language, span, zone=self._zone)}")

    def spoken(self, line: Difference) -> str:
        """Return a line as it is said, with why it is left alone."""
        said = self._told(line, lambda span: f", {spoken_range(self._language, span, zone=self._zone)}")
        return ", ".join(part for part in (said, self.hold(line)) if part)

    def hold(self, line: Difference) -> str:
        """Return why a line is left alone unless it is ticked, or nothing."""
        return self._language.text(_HOLDS[line.hold]) if line.hold is not None else ""

    def _told(self, line: Difference, times: Callable[[Span], str]) -> str:
        text = self._language.text
        before, after = line.before, line.after
        if before is None:
            return text("Add {shift}", shift=self._shift(line.shift, times))
        if after is None:
            return text("Take away {shift}", shift=self._shift(before, times))
        changed = self._changed(before, after, times=times)
        return text("Change {shift}, to {changed}", shift=self._shift(before, times), changed=changed)

    def _shift(self, shift: Shift, times: Callable[[Span], str]) -> str:
        day = day_text(self._language, shift.span.first_day(self._zone))
        return f"{self._who(shift)}, {day}{times(shift.span)}"

    def _changed(self, before: Shift, after: Shift, *, times: Callable[[Span], str]) -> str:
        """Return what is other afterwards: who, when, what kind."""
        parts = []
        if before.assistant != after.assistant:
            parts.append(self._who(after))
        if before.span != after.span:
            first, then = (shift.span.first_day(self._zone) for shift in (before, after))
            day = "" if first == then else day_text(self._language, then)
            parts.append(f"{day}{times(after.span)}".strip(", "))
        if before.kind is not after.kind:
            parts.append(word(self._language, after.kind))
        return ", ".join(parts)

    def _who(self, shift: Shift) -> str:
        if shift.assistant is None:
            return self._language.text("open shift")
        return name_of(self._language, self._roster, assistant=shift.assistant)


def sum_of(language: Language, lines: tuple[Difference, ...], *, ticked: int) -> str:
    """Return how many lines there are, how many are ticked, and how many are left alone."""
    if not lines:
        return language.text("On these days the plan is as the pattern says.")
    differ = language.plural("{n} line differs from the plan", "{n} lines differ from the plan", n=len(lines))
    parts = [differ, language.plural("{n} ticked", "{n} ticked", n=ticked)]
    held = sum(line.hold is not None for line in lines)
    if held:
        parts.append(language.plural("{n} left alone", "{n} left alone", n=held))
    return " · ".join(parts)
