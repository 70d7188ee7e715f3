"""Messages to send: asking, saying how it ended, turning to somebody outside the team.

They hold days, times and places, and never who is absent nor why, nor a shift's note or tasks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language, mark
from bpa_desktop.texts.receiver import language_for
from bpa_desktop.texts.shift import moment_text, span_text


def first_name(assistant: Assistant) -> str:
    """Return what somebody is called in a message."""
    return assistant.name.split(" ", maxsplit=1)[0]


@dataclass(frozen=True)
class Messages:
    """Writes in the receiver's language, else in the user's own; times by the arrangement's zone.

    Each message is about one or several shifts.
    """

    own: Language
    zone: ZoneInfo

    def subject(self, assistant: Assistant) -> str:
        """Return the subject of an e-mail: it says nothing that others may not read."""
        return language_for(assistant, self.own).text("About a shift")

    def asking(self, assistant: Assistant, shifts: Sequence[Shift], *, until: datetime | None) -> str:
        """Return a question to send: day, time, place, and until when an answer is wanted."""
        language = language_for(assistant, self.own)
        text = language.text
        hi = text("Hi {name}!", name=first_name(assistant))
        answer = text("Please answer as soon as you can.")
        if until is not None:
            answer = text("Please answer by {moment}.", moment=moment_text(language, until, zone=self.zone))
        if len(shifts) > 1:
            asked = text("Can you take any of these shifts?")
            return "\n".join((f"{hi} {asked}", *self._lines(language, shifts), answer))
        (shift,) = shifts
        asked = text("Can you take a shift {when}?", when=span_text(language, shift.span, zone=self.zone))
        place = (text("Place: {place}.", place=shift.place),) if shift.place else ()
        return " ".join((hi, asked, *place, answer))

    def yours(self, assistant: Assistant, shifts: Sequence[Shift]) -> str:
        """Return word for the one who was chosen."""
        one = mark("Hi {name}! The shift {when} is yours. Thank you!")
        return self._told(assistant, shifts, one=one, many=mark("Hi {name}! These shifts are yours. Thank you!"))

    def taken(self, assistant: Assistant, shifts: Sequence[Shift]) -> str:
        """Return word for somebody who was asked and is not needed."""
        one = mark("Hi {name}! The shift {when} is taken now. Thank you!")
        return self._told(assistant, shifts, one=one, many=mark("Hi {name}! These shifts are taken now. Thank you!"))

    def reserve(self, assistant: Assistant, shifts: Sequence[Shift]) -> str:
        """Return word for somebody who said yes too: another comes, and they may be asked again."""
        one = mark("Hi {name}! The shift {when} is taken now. May I ask you again if that changes? Thank you!")
        many = mark("Hi {name}! These shifts are taken now. May I ask you again if that changes? Thank you!")
        return self._told(assistant, shifts, one=one, many=many)

    def called_off(self, assistant: Assistant, shifts: Sequence[Shift]) -> str:
        """Return word for somebody who was asked about a shift that nobody is looked for any more."""
        one = mark("Hi {name}! I need nobody for the shift {when} any more. Thank you!")
        many = mark("Hi {name}! I need nobody for these shifts any more. Thank you!")
        return self._told(assistant, shifts, one=one, many=many)

    def last_step(self, contact: FallbackContact, shifts: Sequence[Shift]) -> str:
        """Return a question to a relative, the provider's pool or the telephone on duty, in the user's language."""
        language, text = self.own, self.own.text
        if contact.kind is FallbackKind.RELATIVE:
            asked = text("Hi {name}! I need help, and no assistant can come. Can you?", name=contact.name)
        else:
            asked = text("Hi! I need help, and no assistant of mine can come. Can you send somebody?")
        return "\n".join((asked, *self._lines(language, shifts)))

    def _told(self, assistant: Assistant, shifts: Sequence[Shift], *, one: str, many: str) -> str:
        language, name = language_for(assistant, self.own), first_name(assistant)
        if len(shifts) > 1:
            return "\n".join((language.text(many, name=name), *self._lines(language, shifts)))
        return language.text(one, name=name, when=span_text(language, shifts[0].span, zone=self.zone))

    def _lines(self, language: Language, shifts: Sequence[Shift]) -> Iterator[str]:
        """Yield a line a shift: day and times, and the place where there is one."""
        for shift in shifts:
            when = span_text(language, shift.span, zone=self.zone)
            yield f"– {when}, {shift.place}" if shift.place else f"– {when}"
