"""KeptFinding: something a rule found, that somebody looked at and left as it is, with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bpa_desktop.domain.span import instant


@dataclass(frozen=True)
class KeptFinding:
    """Which finding was left as it is: of a rule, about somebody, in some shifts, as bad as `measured`.

    `author` decided, for `reason`, by an `agreement` where there is one. No health information belongs in the reason.
    """

    id: str
    rule: str
    assistant: str | None
    shifts: tuple[str, ...]
    measured: Decimal | None
    author: str
    reason: str
    agreement: str
    at: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", instant(self.at))
