"""Odd places by the command line: a clear line that names them, the right exit status, and the store as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.lock import LOCK_NAME, take_lock
from bpa_desktop.store.opening import renew_key
from bpa_desktop.store.shelf import shelved_in
from bpa_desktop.store.vault import Passphrase
from tests.cli.conftest import PASSPHRASE, Call

pytestmark = pytest.mark.usefixtures("passphrase")


@pytest.mark.parametrize("form", ["json", "ics", "csv"])
def test_an_export_over_the_file_of_the_store_is_refused(store: Call, folder: Path, demo: str, form: str) -> None:
    store("import", demo)
    refused = store("export", "--format", form, "--out", str(folder / STORE_NAME))
    assert refused.status == 2
    assert refused.err == f"{folder / STORE_NAME} belongs to the arrangement itself. Choose another name.\n"
    assert store("doctor").status == 0


def test_a_file_in_the_place_of_the_data_folder_is_named(call: Call, demo: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    refused = call("import", demo, "--data-dir", str(tmp_path / "file"))
    assert (refused.status, refused.err) == (2, f"{tmp_path / 'file'} cannot be a folder. Choose another.\n")


def test_whoever_holds_the_store_without_a_name_is_not_called_nought(store: Call, folder: Path, demo: str) -> None:
    store("import", demo)
    held = take_lock(folder)
    os.truncate(folder / LOCK_NAME, 0)
    refused = store("export", "--format", "json", "--out", os.devnull)
    held.release()
    assert refused.status == 3
    assert refused.err == "The arrangement is open in another window of the program. Close that one first.\n"


def test_a_backup_of_before_the_code_was_renewed_is_brought_back_by_the_passphrase(
    store: Call, folder: Path, demo: str
) -> None:
    store("import", demo)
    store("backup")
    backup = shelved_in(folder).backups[0]
    renew_key(folder, Passphrase(PASSPHRASE), passphrase=PASSPHRASE).store.close()
    restored = store("restore", backup.id, "--json")
    assert (restored.status, restored.data["changes"], restored.err) == (0, 0, "")


def test_a_backup_of_another_arrangement_is_refused_as_that(
    store: Call, call: Call, folder: Path, demo: str, tmp_path: Path
) -> None:
    store("import", demo)
    call("import", demo, "--data-dir", str(tmp_path / "other"))
    call("backup", "--data-dir", str(tmp_path / "other"))
    before = store("export", "--format", "json", "--out", "-").out
    refused = store("restore", str(shelved_in(tmp_path / "other").backups[0].folder))
    assert (refused.status, refused.err) == (2, "This backup is of another arrangement. Nothing was changed.\n")
    assert store("export", "--format", "json", "--out", "-").out == before
