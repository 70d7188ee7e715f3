"""Wrong passphrases on the command line make the next try wait, as in the window, and lock nobody out."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bpa_desktop.cli import opening
from bpa_desktop.cli.app import run
from bpa_desktop.cli.arguments import split
from bpa_desktop.cli.passphrase import VARIABLE
from bpa_desktop.services.trouble import WrongKeyError
from bpa_desktop.store.attempts_file import ATTEMPTS_NAME
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.shelf import shelved_in
from bpa_desktop.ui.start.store_doors import StoreDoors
from tests.cli.conftest import PASSPHRASE, Call
from tests.memory import FakeClock
from tests.store.shelves import damage

pytestmark = pytest.mark.usefixtures("passphrase")
TOLD = "Several tries were wrong. This one waits until "


class Shell:
    """Calls the program on a folder, under a clock that sleeping moves on."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.slept: list[float] = []
        self.told_before_sleep: list[str] = []
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.setattr(opening, "sleep", self._sleep)

    def _sleep(self, seconds: float) -> None:
        self.told_before_sleep.append(self._capsys.readouterr().err)
        self.slept.append(seconds)
        self.clock.go_on(timedelta(seconds=seconds))

    def call(self, *arguments: str, passphrase: str = PASSPHRASE) -> tuple[int, str, str]:
        """Return the exit status, and what it said on both outputs after it slept."""
        self._monkeypatch.setenv(VARIABLE, passphrase)
        options, rest = split([*arguments, "--data-dir", str(self.folder)])
        status = run(options, rest, self.clock)
        captured = self._capsys.readouterr()
        return status, captured.out, captured.err


@pytest.fixture
def shell(
    store: Call, demo: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    store("import", demo)
    store("backup")
    return Shell(folder, monkeypatch, capsys)


def test_after_three_wrong_ones_each_try_waits_longer_and_says_so_first(shell: Shell) -> None:
    for _ in range(6):
        assert shell.call("check", passphrase="rød hest")[0] == 3
    assert shell.slept == [2, 4, 8]
    assert all(told.startswith(TOLD) for told in shell.told_before_sleep)
    local = (shell.clock.now() + timedelta(seconds=16)).astimezone()
    assert shell.call("check")[0] in (0, 1)
    assert shell.slept == [2, 4, 8, 16]
    assert f"{local:%H:%M:%S}" in shell.told_before_sleep[-1]


def test_a_right_one_is_heard_after_the_wait_and_ends_the_counting(shell: Shell) -> None:
    for _ in range(40):
        shell.call("check", passphrase="rød hest")
    assert max(shell.slept) == 30
    assert shell.call("check")[0] in (0, 1)
    many = len(shell.slept)
    assert shell.call("check")[0] in (0, 1)
    assert len(shell.slept) == many
    assert not (shell.folder / ATTEMPTS_NAME).exists()


def test_what_is_given_to_a_program_is_the_same_after_a_wait(shell: Shell) -> None:
    plain = json.loads(shell.call("check", "--json")[1])
    for _ in range(3):
        shell.call("check", passphrase="rød hest")
    assert json.loads(shell.call("check", "--json")[1]) == plain
    assert shell.slept


def test_the_doctor_counts_a_wrong_one_and_waits_too(shell: Shell) -> None:
    for _ in range(4):
        status, out, _err = shell.call("doctor", "--json", passphrase="rød hest")
        assert status == 3
        assert [one["code"] for one in json.loads(out)["problems"]] == ["wrong_key"]
    assert shell.slept == [2]


def test_putting_a_backup_in_the_place_of_damaged_keys_counts_and_waits_too(shell: Shell) -> None:
    backup = shelved_in(shell.folder).backups[0].id
    damage(shell.folder)
    (shell.folder / KEYS_NAME).write_text("{")
    for _ in range(4):
        assert shell.call("restore", backup, passphrase="rød hest")[0] == 3
    assert shell.slept == [2]
    assert shell.call("restore", backup)[0] == 0


def test_wrong_tries_in_the_window_are_waited_for_on_the_command_line(shell: Shell) -> None:
    doors = StoreDoors(shell.folder, shell.clock)
    for _ in range(3):
        with pytest.raises(WrongKeyError):
            doors.open_by_passphrase("rød hest")
    shell.call("check")
    assert shell.slept == [2]


def test_a_backup_that_is_to_come_to_an_empty_computer_counts_and_waits_too(shell: Shell, tmp_path: Path) -> None:
    backup = str(shelved_in(shell.folder).backups[0].folder)
    shell.folder = tmp_path / "another computer"
    for _ in range(4):
        assert shell.call("restore", backup, passphrase="rød hest")[0] == 3
    assert shell.slept == [2]
    assert shell.call("restore", backup)[0] == 0
    assert shell.slept == [2, 4]
    assert not (shell.folder / ATTEMPTS_NAME).exists()
