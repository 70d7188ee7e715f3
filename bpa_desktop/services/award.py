"""Verbs about awards."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.award import Award
from bpa_desktop.services.history import History
from bpa_desktop.services.identity import new_id


def add_award(history: History, plan: Award) -> Award:
    """Add an award like the plan, under an id of its own; return it."""
    award = replace(plan, id=new_id(history.clock.now()))
    with history.step("add_award") as record:
        record.put(award)
    return award


def edit_award(history: History, award: Award) -> None:
    """Put an edited award in the place of the one with its id. Raises UnknownRecordError."""
    with history.step("edit_award") as record:
        record.get(Award, award.id)
        record.put(award)


def remove_award(history: History, award_id: str) -> None:
    """Take an award away. Raises UnknownRecordError."""
    with history.step("remove_award") as record:
        record.remove(record.get(Award, award_id))
