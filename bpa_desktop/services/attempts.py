"""Attempts: wrong passphrases and codes make the next try wait, longer each time; nobody is ever locked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FREE = 3
"""The wrong try after which the waiting begins."""
FIRST, LONGEST = timedelta(seconds=2), timedelta(seconds=30)


@dataclass(frozen=True)
class Attempts:
    """How many tries were wrong since one was right, and until when the next one waits."""

    wrong: int = 0
    until: datetime | None = None

    def after_wrong(self, now: datetime) -> Attempts:
        """Return the attempts with one more that was wrong: each wait is twice the one before, up to the longest."""
        wrong = self.wrong + 1
        if wrong < FREE:
            return Attempts(wrong)
        doubled = min(wrong - FREE, 10)  # longer than the longest by then, and no number too large to work with
        until = now + min(FIRST * 2**doubled, LONGEST)
        return Attempts(wrong, until.replace(microsecond=0))

    def waiting(self, now: datetime) -> datetime | None:
        """Return until when to wait, None where nothing is to be waited for.

        A clock that was put back makes nobody wait for longer than the longest.
        """
        if self.until is None or not now < self.until <= now + LONGEST:
            return None
        return self.until
