"""Reading: what a typed sentence would do, told before it is done. Plain Python: the palette knows no screen by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


def _nothing() -> None:
    """Do nothing: there is nothing that a refused sentence does."""


@dataclass(frozen=True)
class Reading:
    """A sentence as it was understood: what it would do, or why it does nothing; what that would break."""

    text: str
    refused: bool = False
    do: Callable[[], None] = _nothing
    warning: str = ""

    @property
    def told(self) -> str:
        """All of it as one text to show and speak, the warning first."""
        return f"{self.warning}. {self.text}" if self.warning else self.text


class Reader(Protocol):
    """A part of the program that understands sentences."""

    def read(self, typed: str) -> Reading | None:
        """Return what a text would do, None where it is no sentence. Nothing is changed by reading."""
        ...
