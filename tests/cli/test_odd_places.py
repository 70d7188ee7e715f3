"""Odd places by the command line: a clear line that names them, the right exit status, and the store as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.lock import LOCK_NAME, take_lock
from tests.cli.conftest import Call

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
