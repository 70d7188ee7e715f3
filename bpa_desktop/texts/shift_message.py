"""Somebody's shifts as a message to send: short lines that a telephone shows."""

from __future__ import annotations

from collections.abc import Iterable

from bpa_desktop.domain.shift import Shift
from bpa_desktop.texts.shift_words import ShiftWords


def shift_message(words: ShiftWords, assistant: str, *, shifts: Iterable[Shift]) -> str:
    """Return a greeting and a line a shift."""
    lines = [_line(words, shift) for shift in shifts]
    text = words.language.text
    name = words.roster.short_names.get(assistant, "")
    heading = text("Hi {name}! Your shifts:", name=name) if lines else text("Hi {name}! You have no shifts.", name=name)
    return "\n".join((heading, *lines))


def _line(words: ShiftWords, shift: Shift) -> str:
    day = words.language.date(words.begins(shift), "short")
    return ", ".join((f"{day} {words.times(shift)}", *words.more(shift)))
