"""FallbackContact (reserveløsning): whom the user turns to when no assistant can come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FallbackKind(StrEnum):
    """Who it is: a relative, the provider's pool of assistants, or the telephone on duty."""

    RELATIVE = "relative"
    POOL = "pool"
    DUTY = "duty"


@dataclass(frozen=True)
class FallbackContact:
    """Somebody to call, in the order they were kept. Part of the emergency sheet, and of nothing else handed out."""

    id: str
    kind: FallbackKind
    name: str
    phone: str
