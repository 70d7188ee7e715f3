"""Desk: what every screen is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bpa_desktop.data.price_book import with_own
from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.ranking.weights import USUAL, Weights
from bpa_desktop.services.handout import LEAST, Contents
from bpa_desktop.services.history import History
from bpa_desktop.services.settings import USUAL_HOUR
from bpa_desktop.ui.bulletin import Bulletin
from bpa_desktop.ui.keymap import DECLARED, Keymap

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from bpa_desktop.rules.limits import Limits
    from bpa_desktop.services.cost import PriceBook


@dataclass
class Desk:
    """The parts a screen works with. `language` and `keymap` are what changes; the bulletin says when."""

    history: History
    bulletin: Bulletin
    language: Language
    limits: Limits
    shipped_prices: PriceBook
    actions: dict[str, QAction]
    """Every action of the program by its id, for buttons and context menus: declared once in actions.py."""
    contents: Contents = LEAST
    """What was last chosen to be told of shifts that are handed out; a change goes through the bulletin."""
    weights: Weights = USUAL
    """What counts how much among substitutes; the bulletin says when it changes."""
    hour_percent: int = USUAL_HOUR
    """How high an hour is drawn, of what is usual; a change goes through the bulletin."""
    hides_kinds: bool = False
    """Whether absences are shown without their kind; the bulletin says when it changes."""
    is_demo: bool = False
    reads_only: bool = False
    """Whether nothing can be changed here: in safe mode, and where it was rescued."""
    is_rescued: bool = False
    """Whether this is what could be read of a damaged file."""
    silence_is_no: bool = False
    """Whether who has not answered in time counts as having said no."""
    keymap: Keymap = DECLARED

    @property
    def roster(self) -> Roster:
        """Everything as it stands."""
        return self.history.roster

    @property
    def prices(self) -> PriceBook:
        """The shipped price lists together with the user's own, and the G they expect."""
        return with_own(self.shipped_prices, self.history.records)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which days and clocks are shown."""
        return self.roster.arrangement.zone

    @property
    def today(self) -> date:
        """The local day."""
        return self.history.clock.now().astimezone(self.zone).date()


Handlers = dict[str, Callable[[], None]]
