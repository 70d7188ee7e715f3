"""Which cards of a week are locked. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.ui.roster.view_model import CardModel, WeekModel


def with_locks(model: WeekModel, locks: Iterable[ShiftLock]) -> WeekModel:
    """Return a week whose cards know whether their shift is locked."""
    locked = frozenset(lock.id for lock in locks)
    if not locked:
        return model

    def marked(card: CardModel) -> CardModel:
        is_locked = card.shift is not None and card.shift.id in locked
        return replace(card, locked=True) if is_locked else card

    rows = tuple(
        replace(row, cells=tuple(tuple(marked(card) for card in cell) for cell in row.cells)) for row in model.rows
    )
    return replace(model, rows=rows)
