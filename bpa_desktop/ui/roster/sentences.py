"""Reads the sentences that are typed in the palette, about the week that is shown. No Qt but the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol

from bpa_desktop.domain.span import Week
from bpa_desktop.texts import capital
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.reading import Reading
from bpa_desktop.ui.roster.findings import Findings
from bpa_desktop.ui.roster.landing import broken_words, newly_broken, sign_of
from bpa_desktop.ui.roster.sentence import understood
from bpa_desktop.ui.roster.sentence_offer import Offer, RefusedError, offered
from bpa_desktop.ui.roster.sentence_parts import Scene
from bpa_desktop.ui.roster.sentence_wish import GoTo, Problem
from bpa_desktop.ui.roster.sentence_wording import go_words, problem_words


class ShownWeek(Protocol):
    """The screen, as sentences need it."""

    @property
    def findings(self) -> Findings:
        """What the rules say."""
        ...

    @property
    def week(self) -> Week:
        """The week that is shown."""
        ...

    def show_day(self, day: date, *, row: str | None) -> None:
        """Show a day's week, with the focus on that day in a row."""
        ...


class Sentences:
    """Tells what a sentence would do, and does it in the roster, whichever view it is typed in."""

    def __init__(
        self, desk: Desk, screen: ShownWeek, *, follow: Callable[[str], None], go_to: Callable[[date], None]
    ) -> None:
        self._desk = desk
        self._screen = screen
        self._follow = follow
        self._go_to = go_to

    def read(self, typed: str) -> Reading | None:
        """Return what a text would do, None where it is no sentence. Nothing is changed by reading."""
        roster, language = self._desk.roster, self._desk.language
        wish = understood(typed, Scene(roster, self._screen.week, self._desk.today))
        if wish is None:
            return None
        if isinstance(wish, Problem):
            return Reading(problem_words(language, roster, problem=wish), refused=True)
        if isinstance(wish, GoTo):
            return Reading(go_words(language, wish), do=partial(self._go, wish.day))
        try:
            offer = offered(self._desk, wish)
        except RefusedError as error:
            return Reading(str(error), refused=True)
        return Reading(offer.text, do=partial(self._do, offer), warning=self._warning(offer))

    def _warning(self, offer: Offer) -> str:
        """Return what would be broken, as a shift that is carried says it; "" for nothing."""
        breaks = newly_broken(self._screen.findings, offer.after, now=self._desk.roster)
        return f"{sign_of(breaks)} {capital(broken_words(self._desk.language, breaks))}" if breaks else ""

    def _go(self, day: date) -> None:
        self._desk.bulletin.wanted.emit("roster", "")
        self._go_to(day)

    def _do(self, offer: Offer) -> None:
        """Show the day first: what a week says of itself must not come after what was done."""
        self._desk.bulletin.wanted.emit("roster", "")
        self._screen.show_day(offer.day, row=offer.row)
        try:
            shift = offer.act()
        except RefusedError as error:
            self._desk.bulletin.refused.emit(str(error))
            return
        if shift is not None:  # else the focus stays on the day that is shown
            self._follow(shift)
