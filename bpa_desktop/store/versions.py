"""Versions of a record: hash-linked, immutable, and such that data can be erased without breaking the chain.

A version's hash is SHA-256 over its kind, its record's id, its parents' hashes and its digest, as canonical JSON. The
digest is SHA-256 over a random salt and the data. Erasing takes data and salt away and leaves the digest: the hash can
still be worked out, and without the salt nobody can try values until one fits.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from bpa_desktop.domain.roster import Record
from bpa_desktop.store.codec import canonical, encode

SALT_BYTES = 16
_NO_RECORD = "null"


@dataclass(frozen=True)
class Version:
    """One record as one step left it; without `data` it was removed."""

    hash: str
    salt: str
    data: str | None


def digest_of(salt: str, data: str | None) -> str:
    """Return the salted hash of data; None is a removed record."""
    return hashlib.sha256(bytes.fromhex(salt) + (_NO_RECORD if data is None else data).encode()).hexdigest()


def hash_of(kind: str, record: str, *, parents: Sequence[str], digest: str) -> str:
    """Return the hash of a version."""
    return hashlib.sha256(canonical([kind, record, list(parents), digest]).encode()).hexdigest()


def version_of(kind: str, record_id: str, *, parents: tuple[str, ...], after: Record | None) -> Version:
    """Return the version that says a record is now like this, or not there any more."""
    data = None if after is None else encode(after)
    salt = secrets.token_hex(SALT_BYTES)
    return Version(hash_of(kind, record_id, parents=parents, digest=digest_of(salt, data)), salt, data)
