"""CostPage: what a page of the cost screen has to be, so that the screen can place it."""

from __future__ import annotations

from datetime import date

from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.widgets.scroll import ScrollColumn


class CostPage(ScrollColumn):
    """One of the pages below the header. Subclasses draw themselves for a month from frozen values."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def show_month(self, month: date) -> None:
        """Draw anew for the month that begins on a day."""

    def retranslate(self) -> None:
        """Make every fixed text again; drawing the month follows."""

    def focus_first(self) -> None:
        """Put the focus where one begins on this page."""
        self.setFocus()
