"""An empty store made at the newest revision, without Alembic: its import costs more than the rest of the start.

That this gives the same tables as the revisions, letter for letter, is tested.
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from bpa_desktop.store.engine import store_engine, take_log_in, writing
from bpa_desktop.store.tables import METADATA, NEWEST

_REVISIONS = sa.Table(
    "alembic_version",
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def revision_name(version: int) -> str:
    """Return the name of the Alembic revision that a `user_version` stands for."""
    return f"{version:04}"


def make_file(path: Path, key: bytes) -> None:
    """Make an encrypted file with empty tables, readable for its owner only; there must be none yet.

    Raises FileExistsError, OSError, and the store's errors.
    """
    path.touch(mode=0o600, exist_ok=False)
    engine = store_engine(path, key)
    try:
        with writing(engine, path) as connection:
            METADATA.create_all(connection)
            _REVISIONS.create(connection)
            connection.execute(sa.insert(_REVISIONS), {"version_num": revision_name(NEWEST)})
            connection.exec_driver_sql(f"PRAGMA user_version = {NEWEST}")
        take_log_in(engine, path)
    finally:
        engine.dispose()
