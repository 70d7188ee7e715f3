"""Verbs about the team."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.history import History
from bpa_desktop.services.identity import new_id


def add_assistant(history: History, plan: Assistant) -> Assistant:
    """Add an assistant like the plan, under an id of their own; return them."""
    assistant = replace(plan, id=new_id(history.clock.now()))
    with history.step("add_assistant") as record:
        record.put(assistant)
    return assistant


def edit_assistant(history: History, assistant: Assistant) -> None:
    """Put an edited assistant in the place of the one with their id. Raises UnknownRecordError."""
    with history.step("edit_assistant") as record:
        record.get(Assistant, assistant.id)
        record.put(assistant)
