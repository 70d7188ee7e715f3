"""What is handed out: which sheet, of whom, how much is told of it. No Qt but the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.span import Week, days_span, month_end
from bpa_desktop.i18n import Language, mark
from bpa_desktop.interchange.roster_pages import SheetKind, SheetOrder, roster_sheet
from bpa_desktop.interchange.roster_sheet import RosterSheet
from bpa_desktop.services.handout import Contents, Extent, handed_out
from bpa_desktop.texts.receiver import language_for
from bpa_desktop.texts.shift_message import shift_message
from bpa_desktop.texts.shift_words import ShiftWords
from bpa_desktop.ui.desk import Desk

SHEETS: tuple[tuple[SheetKind, str], ...] = (
    (SheetKind.WEEK, mark("The week")),
    (SheetKind.MONTH, mark("The month")),
    (SheetKind.LIST, mark("A list of everything from this week on")),
    (SheetKind.FRIDGE, mark("Who comes next, with telephone numbers")),
    (SheetKind.EMERGENCY, mark("If something happens: whom to call")),
)
"""Every sheet with what it is called in the dialog."""


@dataclass(frozen=True)
class Handed:
    """What is chosen in the dialog: which sheet around which week, of whom, how much is told, and how large."""

    sheet: SheetKind
    week: Week
    contents: Contents
    assistant: str | None = None
    large: bool = False

    def extent(self, desk: Desk) -> Extent:
        """Return which shifts those are."""
        return Extent(days_span(*self._days(desk), zone=desk.zone), self.assistant)

    def _days(self, desk: Desk) -> tuple[date, date]:
        monday, sunday = self.week.days[0], self.week.days[-1]
        if self.sheet is SheetKind.MONTH:
            middle = self.week.days[3]  # a week belongs to the month of its Thursday, as to its year
            return middle.replace(day=1), month_end(middle.year, middle.month)
        if self.sheet is SheetKind.LIST:
            known = desk.roster.days
            return monday, max(sunday, known[1] if known is not None else sunday)
        return monday, sunday

    def paper(self, desk: Desk) -> RosterSheet:
        """Return the sheet."""
        now, contacts = desk.history.clock.now().astimezone(desk.zone), desk.history.records.all(FallbackContact)
        order = SheetOrder(self.sheet, self.extent(desk), now, large=self.large, contacts=contacts)
        return roster_sheet(self.words(desk, desk.language), order)

    def words(self, desk: Desk, language: Language) -> ShiftWords:
        """Return how the shifts are written."""
        return ShiftWords(language, desk.roster, self.contents)

    def message(self, desk: Desk) -> str:
        """Return the shifts as a message: to one person in their language, else the whole sheet in words."""
        receiver = desk.roster.assistants_by_id.get(self.assistant or "")
        if receiver is None:
            return self.paper(desk).text
        words = self.words(desk, language_for(receiver, desk.language))
        return shift_message(words, receiver.id, shifts=handed_out(desk.roster, self.extent(desk)))

    def name(self, desk: Desk) -> str:
        """Return what a file of it may be called, without an ending."""
        who = desk.roster.short_names.get(self.assistant or "", "")
        plain = "".join(one for one in who.lower() if one.isalnum())
        return "-".join(part for part in ("vaktplan", f"{self.week.year}-u{self.week.number:02}", plain) if part)
