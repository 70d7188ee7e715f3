"""The log of a file as it stands there, read without the program's own queries, and what has to be true of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bpa_desktop.store.engine import connect
from bpa_desktop.store.log_types import id_of
from bpa_desktop.store.pressing import unpressed
from bpa_desktop.store.versions import digest_of, hash_of


@dataclass(frozen=True)
class Link:
    """One version: what its hash covers, in signs; the parents by their hashes."""

    step: str
    kind: str
    record: str
    parents: tuple[str, ...]
    hash: str
    digest: str | None
    salt: str | None
    data: str | None


def links_in(path: Path, key: bytes) -> list[Link]:
    """Return every version of a file, oldest first."""
    connection = connect(path, key, read_only=True)
    steps = dict(connection.execute("SELECT seq, id FROM step").fetchall())
    records = {
        ordinal: (kind, record) for ordinal, kind, record in connection.execute("SELECT ordinal, kind, id FROM record")
    }
    rows = connection.execute("SELECT * FROM version ORDER BY seq").fetchall()
    connection.close()
    hashes = {row[0]: row[5].hex() for row in rows}
    return [
        Link(
            id_of(steps[step]),
            *records[record],
            tuple(hashes[parent] for parent in parents if parent is not None),
            hashes[seq],
            digest and digest.hex(),
            salt and salt.hex(),
            data and unpressed(data),
        )
        for seq, record, *parents, step, _, digest, salt, data in rows
    ]


def heads_in(path: Path, key: bytes) -> dict[tuple[str, str], str]:
    """Return the hash of each record's newest version, the records in the order first kept."""
    connection = connect(path, key, read_only=True)
    query = "SELECT kind, id, hash FROM record JOIN version ON seq = head ORDER BY ordinal"
    heads = {(kind, record): newest.hex() for kind, record, newest in connection.execute(query)}
    connection.close()
    return heads


def check_chain(links: Iterable[Link]) -> None:
    """See that every hash can be worked out, and that a digest is kept only where data and salt are erased."""
    for link in links:
        assert (link.digest is None) == (link.salt is not None)
        assert link.data is None or link.salt is not None
        digest = link.digest or digest_of(str(link.salt), link.data)
        assert link.hash == hash_of(link.kind, link.record, parents=link.parents, digest=digest)
