"""What was said since the program began, to be read again. Kept in memory only, and never written anywhere."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime

MOST = 500
"""So many sayings are kept; the oldest go first."""


@dataclass(frozen=True)
class Saying:
    """Something that was said, and when; `is_refusal` where it says why something was not done."""

    at: datetime
    text: str
    is_refusal: bool = False


class SaidLog:
    """The sayings. Not a value: it grows as long as the window is open."""

    def __init__(self) -> None:
        self._sayings: deque[Saying] = deque(maxlen=MOST)

    def add(self, saying: Saying) -> None:
        """Keep what was said just now."""
        self._sayings.append(saying)

    @property
    def newest_first(self) -> tuple[Saying, ...]:
        """Everything that is kept."""
        return tuple(reversed(self._sayings))
