"""Brings an older file to the newest revision: everything in one transaction or nothing.

Alembic is imported only here, and this module only when a file is older.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from bpa_desktop.services.trouble import BrokenReferencesError
from bpa_desktop.store.engine import connect, named_errors
from bpa_desktop.store.schema import revision_name
from bpa_desktop.store.shrinking import shrink

SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(path: Path, key: bytes, *, to: int, scripts: Path = SCRIPTS) -> None:
    """Run the revisions up to one.

    SQLite rebuilds a table to change it, and dropping the old one deletes what refers to it while foreign keys are
    watched; the setting does nothing inside a transaction. So they are switched off before it begins, and checked
    before it ends. Raises BrokenReferencesError and the store's errors; then the file is as it was. At last the room of
    tables that were made anew is given back, where the disk has enough for that.
    """
    with named_errors(path):
        connection = connect(path, key)
        try:
            connection.execute("PRAGMA foreign_keys = OFF")
            _run(connection, to, scripts=scripts)
        finally:
            connection.close()
    shrink(path, key)


def _run(connection: Any, to: int, *, scripts: Path) -> None:
    engine = sa.create_engine("sqlite+pysqlite://", module=dbapi2, creator=lambda: connection, poolclass=StaticPool)
    sa.event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as begun:
        command.upgrade(_config(begun, scripts), revision_name(to))
        broken = begun.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise BrokenReferencesError(tuple(sorted({str(row[0]) for row in broken})))
        begun.exec_driver_sql(f"PRAGMA user_version = {to}")


def _config(connection: sa.Connection, scripts: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))  # a % begins an interpolation
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
