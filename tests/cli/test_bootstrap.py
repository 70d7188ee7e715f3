"""Without a command the window opens, with the parts it needs; with one, nothing of the window is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bpa_desktop.bootstrap import SystemClock
from bpa_desktop.cli.passphrase import VARIABLE
from bpa_desktop.ui import application
from bpa_desktop.ui.application import WindowOptions
from bpa_desktop.ui.start.store_doors import StoreDoors
from tests.cli.conftest import Call

ROOT = Path(__file__).resolve().parents[2]
WINDOW = {"PySide6"}
HEAVY = {"typer", "pydantic", "sqlalchemy", "sqlmodel", "babel", "cryptography", "keyring"}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[WindowOptions, StoreDoors]]:
    """Return what the window was opened with, each time; it closes at once."""
    calls: list[tuple[WindowOptions, StoreDoors]] = []

    def run(options: WindowOptions, doors: StoreDoors, *, clock: SystemClock) -> int:
        assert clock.now().tzinfo is not None
        calls.append((options, doors))
        return 0

    monkeypatch.setattr(application, "run", run)
    return calls


def test_without_a_command_the_window_opens_on_the_folder(
    call: Call, opened: list[tuple[WindowOptions, StoreDoors]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert call("--data-dir", str(tmp_path)).status == 0
    ((options, doors),) = opened
    assert options == WindowOptions(tmp_path, demo=False, language="")
    assert (doors.folder, doors.passphrase) == (tmp_path, None)


def test_the_window_is_told_of_the_demo_the_language_and_the_passphrase(
    call: Call, opened: list[tuple[WindowOptions, StoreDoors]], tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("blå hest\n", encoding="utf-8")
    call("--demo", "--lang", "nn", "--data-dir", str(tmp_path), "--passphrase-file", str(tmp_path / "secret"))
    ((options, doors),) = opened
    assert options == WindowOptions(tmp_path, demo=True, language="nn")
    assert doors.passphrase == "blå hest"


def test_safe_mode_is_for_reading_only_with_the_usual_settings(
    call: Call, opened: list[tuple[WindowOptions, StoreDoors]], tmp_path: Path
) -> None:
    assert call("--safe-mode", "--data-dir", str(tmp_path)).status == 0
    assert call("--data-dir", str(tmp_path)).status == 0
    assert [(options.safe, doors.reads_only) for options, doors in opened] == [(True, True), (False, False)]


@pytest.mark.parametrize("option", ["--safe-mode", "--demo"])
def test_what_opens_the_window_goes_with_no_command(call: Call, option: str) -> None:
    outcome = call("check", option)
    assert outcome.status == 2
    assert outcome.err == f"{option} opens the window, and goes with no command.\n"
    assert "--safe-mode" in call("--help", "--lang", "en").out


def test_a_passphrase_file_that_is_not_there_opens_no_window(
    call: Call, opened: list[tuple[WindowOptions, StoreDoors]], tmp_path: Path
) -> None:
    outcome = call("--passphrase-file", str(tmp_path / "nothing"))
    assert outcome.status == 2
    assert "nothing" in outcome.err
    assert opened == []


def test_the_clock_gives_an_instant() -> None:
    assert SystemClock().now().utcoffset() is not None


def loaded_by(arguments: list[str]) -> set[str]:
    """Return the packages that are loaded when the program has done a command."""
    code = (
        "import sys; from bpa_desktop.bootstrap import main; main(sys.argv[1:]); "
        "sys.stderr.write(' '.join({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=True, cwd=ROOT)
    return set(done.stderr.decode().split())


def test_the_version_loads_nothing_heavy() -> None:
    assert not loaded_by(["--version"]) & (HEAVY | WINDOW)


def test_a_command_loads_neither_the_window_nor_the_store_it_does_not_use() -> None:
    loaded = loaded_by(["check", "resources/demo/demo.json"])
    assert "typer" in loaded
    assert not loaded & (WINDOW | {"sqlalchemy", "sqlmodel", "cryptography", "keyring"})
