"""A long task: progress, cancel, result. No threads here: who runs it decides where."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

R = TypeVar("R")


class CancelledError(Exception):
    """The task was stopped because the user no longer wants it."""


class Progress:
    """What a running task says about itself, and hears from the one who waits."""

    def __init__(self, listener: Callable[[int, int], None] | None = None) -> None:
        self._listener = listener
        self._cancelled = False

    def reached(self, done: int, of: int) -> None:
        """Say how far it is, in steps of the task's own. Raises CancelledError when it is to stop."""
        if self._cancelled:
            raise CancelledError
        if self._listener is not None:
            self._listener(done, of)

    def cancel(self) -> None:
        """Ask the task to stop at its next step; callable from any thread."""
        self._cancelled = True


Job = Callable[[Progress], R]
"""A task that gives a result; it calls `progress.reached` between its steps."""
