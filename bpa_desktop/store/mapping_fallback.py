"""Fallback contact: row to value and back."""

from __future__ import annotations

from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.store.columns import Columns
from bpa_desktop.store.tables import FallbackContactRow


def fallback_contact_columns(value: FallbackContact) -> Columns:
    """Return the row of somebody to call."""
    return {"id": value.id, "kind": value.kind.value, "name": value.name, "phone": value.phone}


def fallback_contact_of(row: FallbackContactRow) -> FallbackContact:
    """Return who a row says is to be called."""
    return FallbackContact(row.id, FallbackKind(row.kind), row.name, row.phone)
