"""A shift picked up: by F7, by a click on Move, or by a drag. It lands where the arrows or the mouse lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import Span
from bpa_desktop.services.shift import SHORTEST
from bpa_desktop.ui.roster.card_wording import CardFace
from bpa_desktop.ui.roster.gesture import Drop, Edge
from bpa_desktop.ui.roster.grid_cursor import Anchor
from bpa_desktop.ui.roster.shift_card import ShiftCard


@dataclass(frozen=True)
class _Load:
    shift: str
    times: str
    home: Anchor
    on: date | None
    span: Span
    edge: Edge | None

    def within(self, minutes: int) -> int:
        """Return so many minutes, but no more than leave the shift as long as one must be at least."""
        most = max(0, (self.span.length - SHORTEST) // timedelta(minutes=1))
        if self.edge is Edge.START:
            return min(minutes, most)
        return max(minutes, -most) if self.edge is Edge.END else minutes


class Carry:
    """What is carried, if anything, and the card it would land on. `changed` is called when either changes."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._load: _Load | None = None
        self._landing: ShiftCard | None = None
        self.later = 0
        """How many minutes later than before it would land, where time has a place."""

    @property
    def shift(self) -> str | None:
        """The id of the shift that is carried."""
        return self._load.shift if self._load is not None else None

    @property
    def edge(self) -> Edge | None:
        """The end of the shift that is dragged; None where it is carried whole."""
        return self._load.edge if self._load is not None else None

    @property
    def span(self) -> Span | None:
        """When the shift that is carried is, before it is put down."""
        return self._load.span if self._load is not None else None

    @property
    def day(self) -> date | None:
        """The day it is held over; None when nothing is carried."""
        card = self._landing
        return card.model.day if self._load is not None and card is not None and card.model is not None else None

    @property
    def over_card(self) -> ShiftCard | None:
        """The card it is held over; None when nothing is carried."""
        return self._landing

    @property
    def landing(self) -> Drop | None:
        """Where it would land; None over its own place, or when nothing is carried."""
        model = self._landing.model if self._landing is not None else None
        if model is None or (model.is_notes and not model.in_list):
            return None
        return self.place(model.day, model.row, in_list=model.in_list, on=model.on)

    def place(self, day: date, row: str | None, *, in_list: bool, on: date | None) -> Drop | None:
        """Return where it would land on a day in a row. None as for `landing`.

        In the list it stays with its person. Over a day by the hour it begins as many days later as that day is later
        than the one it was picked up from: a night stands there too that began the day before. An
        edge leads nowhere else.
        """
        if self._load is None:
            return None
        home = self._load.home
        who = home.row if in_list else row
        when = on or day
        if on is not None and self._load.on is not None:
            when = home.day + (on - self._load.on)
        is_home = (when, who) == (home.day, home.row)
        if (is_home and not self.later) or (self._load.edge is not None and not is_home):
            return None
        return Drop(self._load.shift, when, who, self.later, self._load.edge)

    def pick_up(self, card: ShiftCard, *, home: Anchor, face: CardFace, edge: Edge | None = None) -> bool:
        """Lift a card's shift, or one end of it; tell whether there was one."""
        if card.model is None or card.model.shift is None:
            return False
        shift = card.model.shift
        self._load = _Load(shift.id, face.times, home, card.model.on, shift.span, edge)
        self._landing, self.later = card, 0
        self._changed()
        return True

    def over(self, card: ShiftCard) -> None:
        """Take the card it would land on."""
        if self._load is not None and self._load.edge is None and card is not self._landing:
            self._landing = card
            self._changed()

    def landing_span(self, zone: ZoneInfo) -> Span | None:
        """Return when it would be there; None as for `landing`."""
        landing = self.landing
        return landing.span_of(self._load.span, zone) if self._load is not None and landing is not None else None

    def hold_later(self, minutes: int) -> None:
        """Hold it, or its edge, so many minutes later than it was; never shorter than a shift may be."""
        if self._load is not None and (later := self._load.within(minutes)) != self.later:
            self.later = later
            self._changed()

    def landing_on(self, card: ShiftCard) -> str:
        """Return the times that would land on a card; "" for another card, or its own place."""
        if self._load is None or card is not self._landing or self.landing is None:
            return ""
        return self._load.times

    def drop(self) -> Drop | None:
        """Put it down and return where; None, and it is carried on, where it came from."""
        wanted = self.landing
        if wanted is not None:
            self._end()
        return wanted

    def put_back(self) -> Anchor | None:
        """Leave it where it was; return that place, or None when nothing was carried."""
        home = self._load.home if self._load is not None else None
        if home is not None:
            self._end()
        return home

    def _end(self) -> None:
        self._load = None
        self._landing = None
        self._changed()
