"""How sure a figure of pay is."""

from __future__ import annotations

from enum import StrEnum


class Mark(StrEnum):
    """From the surest to the least sure; the knowledge notes define each."""

    SEEN = "SEEN"
    DERIVED = "DERIVED"
    KNOWN = "KNOWN"
    DOUBTFUL = "DOUBTFUL"
