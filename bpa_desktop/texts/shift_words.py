"""How shifts are written for others: who, when, and no more than is to be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bpa_desktop.domain.holidays import holidays_on
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.i18n import Language
from bpa_desktop.services.handout import Contents
from bpa_desktop.texts.shift import called, capital, clock_range, day_text
from bpa_desktop.texts.words import word


@dataclass(frozen=True)
class ShiftWords:
    """Writes the shifts of a roster, telling no more than the contents allow."""

    language: Language
    roster: Roster
    contents: Contents

    def called(self, assistant: str | None) -> str:
        """Return an assistant's name, or what stands for nobody."""
        if assistant is None:
            return capital(self.language.text("open"))
        return called(self.language, self.roster, assistant=assistant, whole=self.contents.whole_names)

    def who(self, shift: Shift) -> str:
        """Return who comes."""
        return self.called(self.roster.holder(shift))

    def times(self, shift: Shift) -> str:
        """Return from when to when."""
        return clock_range(self.language, shift.span, zone=self.roster.arrangement.zone)

    def begins(self, shift: Shift) -> date:
        """Return the day a shift begins on."""
        return shift.span.first_day(self.roster.arrangement.zone)

    def more(self, shift: Shift) -> Iterator[str]:
        """Yield what is out of the ordinary about a shift, and what else may be told."""
        if shift.kind is not ShiftKind.ACTIVE:
            yield word(self.language, shift.kind)
        if shift.state is not ShiftState.PUBLISHED and self.roster.holder(shift) is not None:
            yield word(self.language, shift.state)
        if self.contents.places and shift.place:
            yield shift.place
        if self.contents.tasks:
            yield from shift.tasks
        if self.contents.notes and shift.note:
            yield shift.note

    def day(self, day: date) -> str:
        """Return a day with its holidays."""
        names = (word(self.language, holiday) for holiday in holidays_on(day))
        return "\n".join((capital(day_text(self.language, day)), *names))
