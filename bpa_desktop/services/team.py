"""Verbs about the team."""

from __future__ import annotations

from collections.abc import Collection
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


def edit_assistant(history: History, assistant: Assistant, *, apart: Collection[str] | None = None) -> None:
    """Put an edited assistant in the place of the one with their id. Raises UnknownRecordError.

    `apart`, where it is given, is everybody they never work together with, by id: of others that is entered no more.
    """
    with history.step("edit_assistant") as record:
        record.get(Assistant, assistant.id)
        record.put(assistant)
        for other in record.roster.assistants if apart is not None else ():
            if assistant.id in other.never_with and other.id not in (apart or ()):
                left = tuple(who for who in other.never_with if who != assistant.id)
                record.put(replace(other, never_with=left))
