"""Revisions: they give the tables the program has, whole or not at all, and lose no row."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bpa_desktop.services.trouble import BrokenReferencesError
from bpa_desktop.store.engine import connect, store_engine
from bpa_desktop.store.opening import STORE_NAME
from bpa_desktop.store.schema import make_file, revision_name
from bpa_desktop.store.tables import METADATA, NEWEST
from bpa_desktop.store.upgrade import SCRIPTS, upgrade
from tests.store.stores import KEY

OLD = "CREATE TABLE parent (id INTEGER PRIMARY KEY)"
CHILD = "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent(id) ON DELETE CASCADE)"
HEAD = '''"""A revision of a test."""
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

def upgrade():
'''
REBUILD = """
    op.execute("CREATE TABLE other (id INTEGER PRIMARY KEY, name TEXT)")
    op.execute("INSERT INTO other SELECT id, 'x' FROM parent")
    op.execute("DROP TABLE parent")
    op.execute("ALTER TABLE other RENAME TO parent")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file at revision 0, with a parent and a child."""
    path = tmp_path / "store 100%" / STORE_NAME
    path.parent.mkdir()
    path.touch()
    connection = connect(path, KEY)
    for statement in (OLD, CHILD, "INSERT INTO parent VALUES (1)", "INSERT INTO child VALUES (1, 1)"):
        connection.execute(statement)
    connection.close()
    return path


def scripts(folder: Path, body: str) -> Path:
    """Return a folder of revisions with one that does as the body says."""
    target = folder / "scripts 50%"
    (target / "versions").mkdir(parents=True)
    (target / "env.py").write_bytes((SCRIPTS / "env.py").read_bytes())
    (target / "versions" / "0001_test.py").write_text(HEAD + body)
    return target


def state(path: Path) -> tuple[object, ...]:
    connection = connect(path, KEY)
    try:
        tables = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        ).fetchall()
        version = connection.execute("PRAGMA user_version").fetchone()
        rows = connection.execute("SELECT * FROM child").fetchall() if "child" in dict(tables) else []
    finally:
        connection.close()
    return tables, version, rows


def test_the_revisions_make_what_an_empty_store_is_made_with_letter_for_letter(tmp_path: Path) -> None:
    made, migrated = tmp_path / "made", tmp_path / "migrated"
    make_file(made, KEY)
    migrated.touch()
    upgrade(migrated, KEY, to=NEWEST)
    letters = [["".join(str(sql).split()) for _, sql in state(path)[0]] for path in (made, migrated)]  # type: ignore[attr-defined]
    assert letters[0] == letters[1]
    assert state(made)[1] == state(migrated)[1] == (NEWEST,)


def test_alembic_finds_no_difference_between_the_tables_and_the_revisions(tmp_path: Path) -> None:
    path = tmp_path / STORE_NAME
    path.touch()
    upgrade(path, KEY, to=NEWEST)
    engine = store_engine(path, KEY)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one() == revision_name(
            NEWEST
        )
    engine.dispose()


def test_the_newest_revision_is_the_last_script() -> None:
    assert ScriptDirectory(str(SCRIPTS)).get_current_head() == revision_name(NEWEST)


def test_a_rebuilt_table_keeps_what_refers_to_it(path: Path, tmp_path: Path) -> None:
    upgrade(path, KEY, to=1, scripts=scripts(tmp_path, REBUILD))
    assert state(path)[1:] == ((1,), [(1, 1)])


def test_a_revision_that_breaks_a_reference_is_taken_back(path: Path, tmp_path: Path) -> None:
    before = state(path)
    with pytest.raises(BrokenReferencesError) as broken:
        upgrade(path, KEY, to=1, scripts=scripts(tmp_path, '    op.execute("DELETE FROM parent")\n'))
    assert broken.value.tables == ("child",)
    assert state(path) == before


def test_a_revision_that_fails_halfway_leaves_the_file_as_it_was(path: Path, tmp_path: Path) -> None:
    before = state(path)
    with pytest.raises(sa.exc.OperationalError):
        upgrade(path, KEY, to=1, scripts=scripts(tmp_path, REBUILD + '    op.execute("DROP TABLE nothing")\n'))
    assert state(path) == before


def test_alembic_is_not_imported_to_make_or_open_a_store_of_the_newest_revision(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from bpa_desktop.store import opening, vault\n"
        "vault.SCRYPT_N = 16\n"
        "folder = Path(sys.argv[1])\n"
        "opening.create_store(folder, 'x').store.close()\n"
        "opening.open_store(folder, vault.Passphrase('x')).close()\n"
        "sys.exit('alembic' in sys.modules or 'keyring' in sys.modules)\n"
    )
    root = Path(__file__).parents[2]
    assert (
        subprocess.run([sys.executable, "-c", program, str(tmp_path / "data")], cwd=root, check=False).returncode == 0
    )
