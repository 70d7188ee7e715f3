"""Verbs about whom the user turns to when no assistant can come."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.services.history import History
from bpa_desktop.services.identity import new_id


def keep_fallback(history: History, contact: FallbackContact) -> FallbackContact:
    """Keep a contact, in the place of the one with its id, or as a new one where it has none; return it."""
    kept = replace(
        contact,
        id=contact.id or new_id(history.clock.now()),
        name=contact.name.strip(),
        phone=contact.phone.strip(),
    )
    with history.step("keep_fallback") as record:
        record.put(kept)
    return kept


def remove_fallback(history: History, contact_id: str) -> None:
    """Take a contact away. Raises UnknownRecordError."""
    with history.step("remove_fallback") as record:
        record.remove(record.get(FallbackContact, contact_id))
