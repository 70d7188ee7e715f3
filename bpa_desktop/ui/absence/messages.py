"""Texts to copy: asking, saying that it is taken, saying that it is yours. Plain Python, no Qt.

They hold a day, times and a place, and never who is absent nor why, nor the shift's note or tasks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.texts import span_text
from bpa_desktop.texts.receiver import language_for


def first_name(assistant: Assistant) -> str:
    """Return what somebody is called in a message."""
    return assistant.name.split(" ", maxsplit=1)[0]


@dataclass(frozen=True)
class Messages:
    """Writes in the receiver's language, else in the user's own; times by the arrangement's zone."""

    own: Language
    zone: ZoneInfo

    def asking(self, assistant: Assistant, shift: Shift, *, until: datetime | None) -> str:
        """Return a question to send: day, time, place, and until when an answer is wanted."""
        language = language_for(assistant, self.own)
        text = language.text
        lines = [
            text("Hi {name}!", name=first_name(assistant)),
            text("Can you take a shift {when}?", when=span_text(language, shift.span, zone=self.zone)),
        ]
        if shift.place:
            lines.append(text("Place: {place}.", place=shift.place))
        if until is not None:
            local = until.astimezone(self.zone)
            day, clock = language.date(local.date(), "day"), language.clock(local)
            lines.append(text("Please answer by {day} {clock}.", day=day, clock=clock))
        else:
            lines.append(text("Please answer as soon as you can."))
        return " ".join(lines)

    def taken(self, assistant: Assistant, shift: Shift) -> str:
        """Return word for somebody who was asked and is not needed any more."""
        language = language_for(assistant, self.own)
        when, name = span_text(language, shift.span, zone=self.zone), first_name(assistant)
        return language.text("Hi {name}! The shift {when} is taken now. Thank you!", name=name, when=when)

    def yours(self, assistant: Assistant, shift: Shift) -> str:
        """Return word for the one who was chosen."""
        language = language_for(assistant, self.own)
        when, name = span_text(language, shift.span, zone=self.zone), first_name(assistant)
        return language.text("Hi {name}! The shift {when} is yours. Thank you!", name=name, when=when)
