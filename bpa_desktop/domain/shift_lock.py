"""ShiftLock (vaktlås): a shift that stays when it is and with whom, until somebody unlocks it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ShiftLock:
    """The lock of a shift; its id is the shift's."""

    id: str
