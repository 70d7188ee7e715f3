"""The log in few bytes: rows that point to each other by number, binary hashes, pressed data; nothing is lost.

A digest is kept only where data and salt were erased, since it can be worked out of them till then. How ids, instants
and data stand in the file is fixed for ever in `log_types.py` and `pressing.py`.
"""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from alembic import op

from bpa_desktop.store.log_types import id_in_file, microseconds
from bpa_desktop.store.pressing import press
from bpa_desktop.store.versions import digest_of

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_CACHE_KIB = 65_536
"""Parents are looked up by their hashes: in no order."""
_STEPS = """
INSERT INTO step
SELECT seq, packed_id(id), verb, author, moment(at), direction, packed_id("of") FROM older_step ORDER BY seq
"""
_VERSIONS = """
INSERT INTO version
SELECT older.seq, ordinal, parent.seq, joined.seq, older_step.seq, unhex(older.hash),
    CASE WHEN older.salt IS NULL OR older.digest <> digest_of(older.salt, older.data) THEN unhex(older.digest) END,
    unhex(older.salt), pressed(older.data)
FROM older_version AS older
LEFT JOIN older_record ON older_record.kind = older.kind AND older_record.id = older.record
LEFT JOIN older_step ON older_step.id = older.step
LEFT JOIN older_version AS parent ON parent.hash = older.parents ->> 0
LEFT JOIN older_version AS joined ON joined.hash = older.parents ->> 1
ORDER BY older.seq
"""
_RECORDS = """
INSERT INTO record SELECT ordinal, older_record.kind, id, older_version.seq
FROM older_record LEFT JOIN older_version ON older_version.hash = head ORDER BY ordinal
"""
_UNLINKED = """
SELECT count(*) FROM version JOIN older_version USING (seq)
WHERE json_array_length(parents) <> (parent IS NOT NULL) + (joined IS NOT NULL)
"""


def upgrade() -> None:
    """Make the three tables of the log anew, and fill them. Raises ValueError where a version's parent is missing."""
    _make_functions()
    op.drop_index("ix_version_step", table_name="version")
    for name in ("record", "version", "step"):
        op.rename_table(name, f"older_{name}")
    _make_tables()
    for statement in (f"PRAGMA cache_size = -{_CACHE_KIB}", _STEPS, _VERSIONS, _RECORDS):
        op.execute(statement)
    if op.get_bind().exec_driver_sql(_UNLINKED).scalar_one():
        raise ValueError("a version without its parent")
    for name in ("record", "version", "step"):
        op.execute(f"DELETE FROM older_{name}")  # dropping it as it is would hold all of it in memory
        op.drop_table(f"older_{name}")
    op.create_index("ix_version_step", "version", ["step"])


def _make_functions() -> None:
    connection = op.get_bind().connection.dbapi_connection
    assert connection is not None  # it is open
    functions = {"packed_id": _packed_id, "moment": _moment, "pressed": _pressed}
    for name, function in functions.items():
        connection.create_function(name, 1, function, deterministic=True)
    connection.create_function("digest_of", 2, digest_of, deterministic=True)


def _packed_id(text: str | None) -> bytes | str | None:
    return None if text is None else id_in_file(text)


def _moment(text: str) -> int:
    return microseconds(datetime.fromisoformat(text))


def _pressed(text: str | None) -> bytes | None:
    return None if text is None else press(text)


def _make_tables() -> None:
    op.create_table(
        "step",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("of", sa.LargeBinary(), nullable=True),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "version",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("joined", sa.Integer(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["record"], ["record.ordinal"]),
        sa.ForeignKeyConstraint(["parent"], ["version.seq"]),
        sa.ForeignKeyConstraint(["joined"], ["version.seq"]),
        sa.ForeignKeyConstraint(["step"], ["step.seq"]),
    )
    op.create_table(
        "record",
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("head", sa.Integer(), nullable=True),
        sa.UniqueConstraint("kind", "id"),
        sa.ForeignKeyConstraint(["head"], ["version.seq"]),
    )
