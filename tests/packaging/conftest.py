"""A made-up machine for the two commands: a search path, a Python and a packager that only note what was asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import system

FAKE_PYTHON = """#!/bin/sh
echo "$*" >> {log}
case "$*" in
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && touch "$3/pyvenv.cfg" ;;
    "-c import pip"*) echo "{version}" ;;
    *"-m pip install"*) if [ -s {blame} ]; then cat {blame} >&2; exit 1; fi ;;
    *"-m pytest"*) echo "41 passed, 1 skipped in 0.10s" ;;
    *"report"*) echo "TOTAL 99%" ;;
esac
case "$*" in *"$(cat {failing})"*) exit 1 ;; esac
exit 0
"""


@dataclass(frozen=True)
class Machine:
    """What the tests may turn: what pip complains of, which step fails, who is asking."""

    folder: Path

    @property
    def venv(self) -> Path:
        """Where the private environment goes."""
        return self.folder / "venv"

    @property
    def asked(self) -> list[str]:
        """What was asked of the fake programs, in order."""
        log = self.folder / "log"
        return log.read_text("utf-8").splitlines() if log.exists() else []

    def forget(self) -> None:
        """Begin a new list of what was asked."""
        (self.folder / "log").unlink(missing_ok=True)

    def let_pip_fail(self, blame: str) -> None:
        """Let pip end with a complaint; with none it works again."""
        (self.folder / "blame").write_text(blame, "utf-8")

    def let_fail(self, words: str) -> None:
        """Let the command with these words in it fail."""
        (self.folder / "failing").write_text(words, "utf-8")

    def has_command(self, name: str, script: str = "exit 0") -> Path:
        """Put a command on the search path."""
        command = self.folder / "bin" / name
        command.write_text(f'#!/bin/sh\necho "{name} $*" >> {self.folder / "log"}\n{script}\n', "utf-8")
        command.chmod(0o755)
        return command


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine of an ordinary user, where Qt finds everything and nothing is built yet."""
    made = Machine(tmp_path)
    (tmp_path / "bin").mkdir()
    made.let_pip_fail("")
    made.let_fail("nothing at all")
    python = tmp_path / "python"
    names = {"log": tmp_path / "log", "blame": tmp_path / "blame", "failing": tmp_path / "failing"}
    python.write_text(FAKE_PYTHON.format(version=sys.version, **names), "utf-8")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("BPA_VENV", str(made.venv))
    monkeypatch.setattr(system, "packager", lambda: "apt")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(system, "loads", lambda library: True)
    monkeypatch.setattr(system, "has_fonts", lambda: True)
    return made


Answer = tuple[int, str]


@pytest.fixture
def dev(machine: Machine, capfd: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Start dev.py with words, and return its status and what it told the person."""
    from dev import main

    def start(*words: str) -> Answer:
        status = main(list(words))
        return status, capfd.readouterr().err.replace("packaging/dev: ", "").strip()

    return start
