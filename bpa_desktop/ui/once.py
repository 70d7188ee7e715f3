"""Once: what makes something is done once, though a hand trembles or a gaze dwells. Plain Python."""

from __future__ import annotations

from collections.abc import Callable

TOO_SOON = 0.3
"""Seconds within which the same once more is not meant."""
Ticks = Callable[[], float]
"""Seconds from whenever, that never go back."""


class Once:
    """Tells a second press that is meant from one that is not."""

    def __init__(self, ticks: Ticks) -> None:
        self._ticks = ticks
        self._latest: dict[str, float] = {}

    def is_meant(self, what: str) -> bool:
        """Tell whether something asked for now is meant; what came too soon counts for the next as well."""
        now = self._ticks()
        before = self._latest.get(what)
        self._latest[what] = now
        return before is None or now - before >= TOO_SOON
