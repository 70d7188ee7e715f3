"""Verbs about needs: when somebody must be there, whoever it is."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.need import Need
from bpa_desktop.services.history import History
from bpa_desktop.services.identity import new_id


def keep_need(history: History, plan: Need) -> Need:
    """Keep a need, in the place of the one with its id, or as a new one where it has none; return it."""
    need = replace(plan, id=plan.id or new_id(history.clock.now()))
    with history.step("keep_need") as record:
        record.put(need)
    return need


def remove_need(history: History, need_id: str) -> None:
    """Take a need away. Raises UnknownRecordError."""
    with history.step("remove_need") as record:
        record.remove(record.get(Need, need_id))
