"""Verbs about the arrangement."""

from __future__ import annotations

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.services.history import History


def create_arrangement(history: History, arrangement: Arrangement) -> None:
    """Begin an empty arrangement."""
    with history.step("create_arrangement") as record:
        record.put(arrangement)


def edit_arrangement(history: History, arrangement: Arrangement) -> None:
    """Put the edited arrangement in the place of the one with its id. Raises UnknownRecordError."""
    with history.step("edit_arrangement") as record:
        record.get(Arrangement, arrangement.id)
        record.put(arrangement)
