"""What other programs wrote (tables, workbooks, calendars, cards) to what it would bring: the one entry."""

from __future__ import annotations

from datetime import date

from bpa_desktop.domain.roster import Roster
from bpa_desktop.interchange.arriving.refusal import ForeignFileError
from bpa_desktop.services.arrival import Arrivals


def read_foreign(data: bytes, roster: Roster, *, today: date) -> Arrivals:
    """Return what a file brings; what it is, its bytes tell. Raises ForeignFileError."""
    raise ForeignFileError("not_text")
