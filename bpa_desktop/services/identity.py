"""Ids for new records and steps: UUIDv7, sortable by time, and never used again after undo."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID


def new_id(at: datetime) -> str:
    """Return a UUID of version 7 for an instant (RFC 9562, 5.7): 48 bits of milliseconds, 74 of chance."""
    milliseconds = int(at.timestamp() * 1000)
    chance = secrets.randbits(74)
    value = (
        (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (chance >> 62) << 64 | 0b10 << 62 | chance & (1 << 62) - 1
    )
    return str(UUID(int=value))
