"""import and export, and what the other commands do without a file: the store in --data-dir."""

from __future__ import annotations

import errno
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bpa_desktop.cli.passphrase import VARIABLE
from bpa_desktop.domain.roster import Roster
from bpa_desktop.interchange.roster_file import read_roster, write_roster
from bpa_desktop.ranking.weights import Importance, Weights
from bpa_desktop.services.history import History
from bpa_desktop.services.settings import Settings, settings_data
from bpa_desktop.services.shift_lock import lock_shifts
from bpa_desktop.services.trouble import DiskFullError, KeyStoreUnavailableError
from bpa_desktop.store import files, keyring_slot, vault
from bpa_desktop.store.opening import STORE_NAME, open_store, store_exists
from bpa_desktop.store.settings_file import write_settings
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.vault import Passphrase
from tests.cli.conftest import DEMO, PASSPHRASE, Call, Outcome
from tests.memory import FakeClock
from tests.rosters import assistant, roster, shift

pytestmark = pytest.mark.usefixtures("passphrase")


def kept(folder: Path) -> Roster:
    """Return what is in the store."""
    opened = open_store(folder, Passphrase(PASSPHRASE))
    try:
        return History(opened, FakeClock(), author="test").roster
    finally:
        opened.close()


def with_other_id(tree: dict[str, Any]) -> bytes:
    """Return the bytes of a tree under another arrangement's id."""
    return json.dumps({**tree, "arrangement": {**tree["arrangement"], "id": "another"}}).encode()


def test_import_makes_the_store_and_shows_its_recovery_code_once(store: Call, folder: Path, demo: str) -> None:
    first, second = store("import", demo), store("import", demo)
    assert (first.status, second.status) == (0, 0)
    assert "recovery code" in first.err
    assert second.err == ""
    assert "145" in first.out
    assert kept(folder) == read_roster(DEMO.read_bytes())


def test_export_twice_with_an_import_between_gives_the_same_bytes(store: Call, tmp_path: Path, demo: str) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    store("import", demo)
    assert store("export", "--format", "json", "--out", str(first)).status == 0
    store("import", str(first))
    assert store("export", "--format", "json", "--out", str(second), "--json").data["bytes"] == len(DEMO.read_bytes())
    assert first.read_bytes() == second.read_bytes() == DEMO.read_bytes()


def test_export_to_standard_output_holds_the_file_and_nothing_else(store: Call, demo: str) -> None:
    store("import", demo)
    outcome = store("export", "--format", "json", "--out", "-")
    assert outcome.out.encode() == DEMO.read_bytes()
    assert outcome.err == ""


def test_a_bad_file_makes_no_store(store: Call, folder: Path) -> None:
    assert store("import", "-", stdin=b'{"format": "bpa-roster/1"}').status == 2
    assert not store_exists(folder)


def test_a_bad_file_leaves_the_store_as_it_is(store: Call, folder: Path, demo: str, demo_tree: dict[str, Any]) -> None:
    store("import", demo)
    demo_tree["shifts"][0]["end"] = "soon"
    assert store("import", "-", stdin=json.dumps(demo_tree).encode()).status == 2
    assert kept(folder) == read_roster(DEMO.read_bytes())


def test_a_file_that_has_a_locked_shift_otherwise_is_refused(
    store: Call, folder: Path, demo: str, demo_tree: dict[str, Any]
) -> None:
    store("import", demo)
    opened = open_store(folder, Passphrase(PASSPHRASE))
    lock_shifts(History(opened, FakeClock(), author="test"), (demo_tree["shifts"].pop(0)["id"],))
    opened.close()
    refused = store("import", "-", stdin=json.dumps(demo_tree).encode())
    assert refused.status == 2
    assert "is locked. Unlock it first." in refused.err
    assert kept(folder) == read_roster(DEMO.read_bytes())


def test_another_arrangement_is_refused_unless_it_is_to_be_replaced(
    store: Call, folder: Path, demo: str, demo_tree: dict[str, Any]
) -> None:
    store("import", demo)
    refused = store("import", "-", stdin=with_other_id(demo_tree))
    assert refused.status == 2
    assert "demo" in refused.err
    assert kept(folder).arrangement.id == "demo"
    assert store("import", "-", "--replace", stdin=with_other_id(demo_tree)).status == 0
    assert kept(folder).arrangement.id == "another"


def test_an_import_is_one_step_that_can_be_taken_back(
    store: Call, folder: Path, demo: str, demo_tree: dict[str, Any]
) -> None:
    store("import", demo)
    demo_tree["shifts"] = demo_tree["shifts"][:3]
    demo_tree["substitute_requests"] = []
    assert store("import", "-", "--json", stdin=json.dumps(demo_tree).encode()).data["shifts"] == 3
    opened = open_store(folder, Passphrase(PASSPHRASE))
    history = History(opened, FakeClock(), author="test")
    history.undo()
    assert history.roster == read_roster(DEMO.read_bytes())
    opened.close()


@pytest.mark.parametrize(
    "verb",
    [
        ["check"],
        ["account", "--on", "2026-11-01"],
        ["cost", "--month", "2026-12"],
        ["substitutes", "--shift", "w49-fri-eve", "--at", "2026-12-04T07:00:00+01:00"],
        ["week", "2026-W49"],
    ],
)
def test_without_a_file_a_command_is_about_the_store(store: Call, call: Call, demo: str, verb: list[str]) -> None:
    store("import", demo)
    name, *options = verb
    of_store, of_file = store(name, *options, "--json"), call(name, demo, *options, "--json")
    assert of_store.err == ""
    assert of_store == of_file


@pytest.mark.parametrize("verb", [["check"], ["week", "2026-W49"], ["export", "--format", "json", "--out", "x"]])
def test_where_there_is_no_store_the_status_is_three(store: Call, folder: Path, verb: list[str]) -> None:
    outcome = store(*verb)
    assert outcome.status == 3
    assert str(folder) in outcome.err
    assert not folder.exists()


def test_a_wrong_passphrase_is_three(store: Call, demo: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store("import", demo)
    monkeypatch.setenv(VARIABLE, "rød hest")
    assert store("check").status == 3


def test_no_passphrase_and_no_terminal_is_three_and_names_the_ways(
    store: Call, folder: Path, demo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    outcome = store("import", demo)
    assert outcome.status == 3
    assert VARIABLE in outcome.err
    assert "--passphrase-file" in outcome.err
    assert not store_exists(folder)


def test_an_empty_passphrase_makes_no_store(
    store: Call, folder: Path, demo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert store("import", demo).status == 3
    assert not store_exists(folder)


def test_the_passphrase_may_come_from_a_file(
    store: Call, tmp_path: Path, demo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store("import", demo)
    monkeypatch.delenv(VARIABLE)
    (tmp_path / "secret").write_text(f"{PASSPHRASE}\n")
    assert store("--passphrase-file", str(tmp_path / "secret"), "week", "2026-W49").status == 0


def test_what_this_computer_remembers_opens_without_a_passphrase(
    store: Call, folder: Path, demo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered: dict[str, bytes] = {}
    monkeypatch.setattr(keyring_slot, "remember", remembered.__setitem__)
    monkeypatch.setattr(keyring_slot, "recall", lambda name, **_: remembered[name])
    store("import", demo)
    vault.remember_on_computer(vault.unlock(folder, Passphrase(PASSPHRASE)))
    monkeypatch.delenv(VARIABLE)
    assert store("week", "2026-W49").status == 0


def test_where_the_key_store_does_not_answer_the_ways_are_named(
    store: Call, folder: Path, demo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_store: str, **_: float) -> bytes:
        raise KeyStoreUnavailableError("timeout")

    monkeypatch.setattr(keyring_slot, "remember", lambda *_: None)
    monkeypatch.setattr(keyring_slot, "recall", silent)
    store("import", demo)
    vault.remember_on_computer(vault.unlock(folder, Passphrase(PASSPHRASE)))
    monkeypatch.delenv(VARIABLE)
    outcome = store("check")
    assert outcome.status == 3
    assert "key store" in outcome.err
    assert VARIABLE in outcome.err


def test_a_damaged_store_is_three_and_left_as_it_is(store: Call, folder: Path, demo: str) -> None:
    store("import", demo)
    path = folder / STORE_NAME
    spoilt = bytes(byte ^ 255 for byte in path.read_bytes())
    path.write_bytes(spoilt)
    outcome = store("check")
    assert outcome.status == 3
    assert STORE_NAME in outcome.err
    assert path.read_bytes() == spoilt


def test_a_store_that_is_in_use_is_three(store: Call, folder: Path, demo: str) -> None:
    store("import", demo)
    opened = open_store(folder, Passphrase(PASSPHRASE))
    assert store("check").status == 3
    opened.close()
    assert store("check").status == 1


def test_a_full_disk_is_four_and_the_old_content_stands(
    store: Call, folder: Path, demo: str, demo_tree: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    store("import", demo)

    def full(self: SqliteStore, _step: object) -> None:
        raise DiskFullError(self.path)

    with monkeypatch.context() as patched:
        patched.setattr(SqliteStore, "keep", full)
        assert store("import", "-", "--replace", stdin=with_other_id(demo_tree)).status == 4
    assert kept(folder).arrangement.id == "demo"


@pytest.mark.parametrize(
    ("error", "status"), [(errno.ENOSPC, 4), (errno.EROFS, 4), (errno.EACCES, 4), (errno.ENOENT, 2), (errno.ENOTDIR, 2)]
)
def test_a_file_that_cannot_be_written_is_told(
    store: Call, tmp_path: Path, demo: str, monkeypatch: pytest.MonkeyPatch, error: int, status: int
) -> None:
    def refused(path: Path, _content: bytes) -> None:
        raise OSError(error, "refused", str(path))

    store("import", demo)
    monkeypatch.setattr(files, "write_whole", refused)
    outcome = store("export", "--format", "json", "--out", str(tmp_path / "x"))
    assert outcome.status == status
    assert "refused" in outcome.err


def test_an_empty_store_has_nothing_to_check(store: Call, folder: Path, demo: str) -> None:
    store("import", demo)
    opened = open_store(folder, Passphrase(PASSPHRASE))
    History(opened, FakeClock(), author="test").undo()
    opened.close()
    assert store("check").status == 2


def test_the_store_ranks_by_what_the_window_has_set_and_a_file_by_the_usual(
    store: Call, call: Call, tmp_path: Path, folder: Path
) -> None:
    near, far = replace(assistant("Zoe"), travel_minutes=5), replace(assistant("Berit"), travel_minutes=50)
    wanted = shift("fri 15:00", "22:00", None)
    file = tmp_path / "two.json"
    file.write_bytes(write_roster(roster(wanted, team=(near, far))))
    store("import", str(file))

    def order(outcome: Outcome) -> list[str]:
        return [one["assistant"] for one in outcome.data["candidates"]]

    command = ("--shift", wanted.id, "--json")
    assert order(store("substitutes", *command)) == ["zoe", "berit"]
    write_settings(folder, settings_data(Settings(weights=Weights(travel=Importance.NOT))))
    assert order(store("substitutes", *command)) == ["berit", "zoe"]
    assert order(store("substitutes", str(file), *command)) == ["zoe", "berit"]
    assert order(call("substitutes", str(file), *command)) == ["zoe", "berit"]
