"""backup, backups, restore and doctor: what they say, their exit statuses, and that nothing is lost."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bpa_desktop.cli.passphrase import VARIABLE
from bpa_desktop.services.history import History
from bpa_desktop.store import backup as store_backup
from bpa_desktop.store.aside import copy_aside
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.second_place import choose_second_place
from bpa_desktop.store.shelf import shelved_in
from bpa_desktop.store.vault import Passphrase
from tests.cli.conftest import PASSPHRASE, Call, Outcome
from tests.memory import FakeClock
from tests.store.shelves import damage

SHIFTS = 145


pytestmark = pytest.mark.usefixtures("passphrase")


@pytest.fixture
def fewer(demo_tree: dict[str, Any]) -> bytes:
    """Return the demo's file with three shifts only."""
    demo_tree["shifts"] = demo_tree["shifts"][:3]
    demo_tree["substitute_requests"] = []
    return json.dumps(demo_tree).encode()


def shifts(folder: Path) -> int:
    opened = open_store(folder, Passphrase(PASSPHRASE))
    try:
        return len(History(opened, FakeClock(), author="test").roster.shifts)
    finally:
        opened.close()


def listed(store: Call) -> list[dict[str, Any]]:
    outcome = store("backups", "--json")
    assert outcome.status == 0
    return list(outcome.data["backups"])


def test_a_backup_is_made_and_listed_with_what_it_is(store: Call, demo: str, folder: Path) -> None:
    store("import", demo)
    assert listed(store) == []
    made = store("backup", "--json").data
    assert made.pop("path") == str(folder / "backups" / made["id"])
    assert listed(store) == [made]
    assert (made["checked"], made["reason"]) == (True, "by_hand")
    assert made["bytes"] == (folder / "backups" / made["id"] / STORE_NAME).stat().st_size
    assert made["id"] in store("backups").out
    assert "checked backup was made" in store("backup").out


def test_the_first_import_makes_no_backup_and_every_later_one_does(
    store: Call, demo: str, fewer: bytes, folder: Path
) -> None:
    store("import", demo)
    assert listed(store) == []
    assert store("import", "-", stdin=fewer).status == 0
    (backup,) = listed(store)
    assert backup["reason"] == "before_import"
    assert shifts(folder) == 3
    restored = store("restore", backup["id"])
    assert restored.status == 0
    assert "142 shifts come back" in restored.out
    assert shifts(folder) == SHIFTS


def test_a_refused_import_makes_no_backup(store: Call, demo: str, demo_tree: dict[str, Any]) -> None:
    store("import", demo)
    other = {**demo_tree, "arrangement": {**demo_tree["arrangement"], "id": "another"}}
    assert store("import", "-", stdin=json.dumps(other).encode()).status == 2
    assert listed(store) == []


def test_no_import_without_its_backup(
    store: Call, demo: str, fewer: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store("import", demo)

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store_backup, "write_whole", full)
    refused = store("import", "-", stdin=fewer)
    assert refused.status == 4
    assert "disk is full" in refused.err
    told = store("backup")
    assert (told.status, told.err) == (4, "No backup: the disk is full. Make room; your work is kept.\n")
    monkeypatch.undo()
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    assert shifts(folder) == SHIFTS


def test_a_restore_is_backed_up_before_and_can_be_taken_back(
    store: Call, demo: str, fewer: bytes, folder: Path
) -> None:
    store("import", demo)
    first = store("backup", "--json").data["id"]
    store("import", "-", stdin=fewer)
    outcome = store("restore", first, "--json")
    assert outcome.data == {"restored": first, "changes": outcome.data["changes"], "aside": None}
    assert outcome.data["changes"] >= SHIFTS - 3
    assert [one["reason"] for one in listed(store)] == ["before_restore", "before_import", "by_hand"]
    opened = open_store(folder, Passphrase(PASSPHRASE))
    history = History(opened, FakeClock(), author="test")
    history.undo()
    assert len(history.roster.shifts) == 3
    opened.close()
    again = store("restore", listed(store)[0]["id"])
    assert "Nothing changes" in again.out


@pytest.mark.parametrize("page", [0, 2])
def test_restore_works_over_a_damaged_store_which_is_kept(store: Call, demo: str, folder: Path, page: int) -> None:
    store("import", demo)
    backup = store("backup", "--json").data["id"]
    broken = damage(folder, page=page)
    assert store("check").status == 3
    assert store("backup").status == 3
    restored = store("restore", backup)
    assert restored.status == 0
    assert str(folder / "aside-1") in restored.out
    assert (folder / "aside-1" / STORE_NAME).read_bytes() == broken
    assert shifts(folder) == SHIFTS


@pytest.mark.parametrize("gone", [[STORE_NAME], [KEYS_NAME], [STORE_NAME, KEYS_NAME]])
def test_restore_works_where_files_are_gone(store: Call, demo: str, folder: Path, gone: list[str]) -> None:
    store("import", demo)
    backup = store("backup", "--json").data["id"]
    for name in gone:
        (folder / name).unlink()
    assert store("restore", backup, "--json").data["restored"] == backup
    assert shifts(folder) == SHIFTS


def test_a_backup_on_a_stick_is_brought_back_in_a_fresh_home(
    store: Call, call: Call, demo: str, folder: Path, tmp_path: Path
) -> None:
    store("import", demo)
    path = store("backup", "--to", str(tmp_path / "stick"), "--json").data["path"]
    assert path.startswith(str(tmp_path / "stick"))
    assert listed(store) == []
    shutil.rmtree(folder)
    assert call("restore", path, "--data-dir", str(tmp_path / "home")).status == 0
    assert shifts(tmp_path / "home") == SHIFTS


def test_what_cannot_be_restored_is_refused_and_nothing_changed(store: Call, demo: str, folder: Path) -> None:
    store("import", demo)
    unknown = store("restore", "bpa-none")
    assert (unknown.status, unknown.err) == (2, "There is no backup bpa-none here.\n")
    backup = store("backup", "--json").data
    damage(folder / "backups" / backup["id"])
    refused = store("restore", backup["id"])
    assert refused.status == 3
    assert backup["id"] in refused.err
    assert shifts(folder) == SHIFTS
    assert not (folder / "aside-1").exists()


def test_what_was_set_aside_is_listed_and_marked_and_can_be_brought_back(
    store: Call, demo: str, fewer: bytes, folder: Path
) -> None:
    store("import", demo)
    backup = store("backup", "--json").data["id"]
    store("import", "-", stdin=fewer)
    damage(folder)
    assert store("restore", backup).status == 0
    copy_aside(folder)
    damaged, whole = ({one["id"]: one for one in listed(store)}[name] for name in ("aside-1", "aside-2"))
    assert [(one["reason"], one["checked"]) for one in (damaged, whole)] == [("aside", False)] * 2
    assert "set aside, not checked" in store("backups").out
    store("import", "-", stdin=fewer)
    assert store("restore", "aside-1").status == 3
    assert shifts(folder) == 3
    assert store("restore", "aside-2").status == 0
    assert shifts(folder) == SHIFTS


def test_a_wrong_passphrase_restores_nothing_over_a_damaged_store(
    store: Call, demo: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store("import", demo)
    backup = store("backup", "--json").data["id"]
    broken = damage(folder)
    monkeypatch.setenv(VARIABLE, "another")
    assert store("restore", backup).status == 3
    assert (folder / STORE_NAME).read_bytes() == broken


def test_the_second_place_gets_a_copy_or_is_reminded_of(store: Call, demo: str, folder: Path, tmp_path: Path) -> None:
    store("import", demo)
    choose_second_place(folder, tmp_path / "stick")
    missing = store("backup")
    assert missing.status == 1
    assert "No copy has got there yet" in missing.err
    (tmp_path / "stick").mkdir()
    assert store("backup").status == 0
    assert len(shelved_in(tmp_path / "stick").backups) == 0
    assert len(list((tmp_path / "stick").iterdir())) == 1


def test_a_folder_for_a_backup_is_made_but_not_the_stick_below_it(store: Call, demo: str, tmp_path: Path) -> None:
    store("import", demo)
    refused = store("backup", "--to", str(tmp_path / "stick" / "bpa"))
    assert refused.status == 2
    assert not (tmp_path / "stick").exists()


def test_nobody_is_asked_for_a_passphrase_to_list(store: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    assert store("backups").out == "There is no backup yet.\n"
    assert store("doctor").status == 3
    assert store("restore", "bpa-none").status == 2


def test_a_store_as_it_should_be_is_healthy(store: Call, demo: str) -> None:
    store("import", demo)
    store("backup")
    outcome = store("doctor", "--json")
    assert outcome.status == 0
    assert (outcome.data["healthy"], outcome.data["problems"]) == (True, [])
    checks = [check["code"] for check in outcome.data["checks"]]
    assert checks == ["place", "store", "keys", "key", "content", "permissions", "room", "backups", "second_place"]
    assert all(check["healthy"] and check["text"] for check in outcome.data["checks"])
    words = store("doctor").out
    assert words.startswith("Everything is well.\n✓ ")
    assert words.count("✓") == len(checks)


def _codes(outcome: Outcome) -> list[str]:
    assert not outcome.data["healthy"]
    assert all(problem["text"] for problem in outcome.data["problems"])
    return [problem["code"] for problem in outcome.data["problems"]]


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (lambda folder: damage(folder), "damaged_store"),
        (lambda folder: damage(folder, page=0), "damaged_store"),
        (lambda folder: (folder / KEYS_NAME).write_text("{"), "damaged_keys"),
        (lambda folder: (folder / STORE_NAME).unlink(), "store_missing"),
        (lambda folder: (folder / STORE_NAME).write_bytes(b""), "damaged_store"),
    ],
)
def test_what_cannot_be_opened_is_named_and_left_as_it_is(
    store: Call, demo: str, folder: Path, harm: Callable[[Path], object], code: str
) -> None:
    store("import", demo)
    harm(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.name in (STORE_NAME, KEYS_NAME)}
    outcome = store("doctor", "--json")
    assert (outcome.status, _codes(outcome)) == (3, [code])
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.name in (STORE_NAME, KEYS_NAME)}
    assert after == before
    assert "cannot be opened" in store("doctor").out


def test_a_wrong_passphrase_is_named(store: Call, demo: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store("import", demo)
    monkeypatch.setenv(VARIABLE, "another")
    outcome = store("doctor", "--json")
    assert (outcome.status, _codes(outcome)) == (3, ["wrong_key"])


def test_what_wants_attention_is_named_while_the_store_opens(
    store: Call, demo: str, folder: Path, tmp_path: Path
) -> None:
    store("import", demo)
    backup = store("backup", "--json").data["id"]
    damage(folder / "backups" / backup)
    (folder / KEYS_NAME).chmod(0o644)
    choose_second_place(folder, tmp_path / "stick")
    outcome = store("doctor", "--json")
    assert outcome.status == 1
    assert _codes(outcome) == ["others_may_read", "damaged_backup", "second_place_old"]
    assert backup in store("doctor").out


def test_it_looks_while_the_window_is_open(store: Call, demo: str, folder: Path) -> None:
    store("import", demo)
    opened = open_store(folder, Passphrase(PASSPHRASE))
    try:
        assert store("doctor").status == 0
    finally:
        opened.close()
