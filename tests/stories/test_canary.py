"""Nothing of the arrangement is in any file but the encrypted store, whatever was done in the window and by command."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bpa_desktop.bootstrap import SystemClock
from bpa_desktop.cli.passphrase import VARIABLE
from bpa_desktop.services.history import History
from bpa_desktop.services.roster import import_roster
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.opening import create_store
from tests.architecture.tree import ROOT
from tests.stories.canaries import NAME, NOTE, PASSPHRASE, PHONE, finds
from tests.ui.desks import week_49


@pytest.fixture
def home(tmp_path: Path, cheap: None) -> Path:
    """A fresh home with a store in it, whose first assistant has the seeded name, number and notes."""
    home = tmp_path / "home"
    for name in ("data", "tmp", "run"):
        (home / name).mkdir(parents=True, mode=0o700)
    made = create_store(home / "data", PASSPHRASE)
    week = week_49()
    first = replace(week.assistants[0], name=NAME, phone=PHONE, notes=NOTE)
    import_roster(
        History(made.store, SystemClock(), author=""), replace(week, assistants=(first, *week.assistants[1:]))
    )
    made.store.close()
    return home


def ran(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python with all its folders in a home."""
    folders = {name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    places = {"TMPDIR": str(home / "tmp"), "XDG_RUNTIME_DIR": str(home / "run"), "PYTHONPATH": str(ROOT)}
    environment = os.environ | folders | places | {VARIABLE: PASSPHRASE, "QT_QPA_PLATFORM": "offscreen"}
    whole = [sys.executable, "-m", *command]
    return subprocess.run(whole, cwd=home, env=environment, capture_output=True, text=True, check=False)


def test_what_looks_for_the_words_finds_them_in_every_writing(tmp_path: Path) -> None:
    assert list(finds(tmp_path)) == []
    for place, encoding in enumerate(("utf-8", "utf-16", "utf-16-be")):
        (tmp_path / f"{place}.log").write_bytes(f"x{NAME}, {PHONE}".encode(encoding))
    assert len(list(finds(tmp_path))) == 6


def test_a_run_of_the_window_leaves_no_word_outside_the_encrypted_store(home: Path) -> None:
    outcome = ran(home, "tests.stories.canary_run", str(home / "data"))
    assert outcome.returncode == 0, outcome.stderr
    assert list((home / "data" / "backups").iterdir())  # there was a run, and it wrote something
    assert list(finds(home)) == []
    assert NAME not in outcome.stderr


@pytest.mark.parametrize(
    "command",
    ["week 2026-W49", "substitutes --shift w49-fri-eve", "check", "account --on 2026-12-01", "doctor", "backup"],
)
def test_no_command_leaves_a_word_outside_the_encrypted_store(home: Path, command: str) -> None:
    outcome = ran(home, "bpa_desktop", "--data-dir", str(home / "data"), *command.split())
    assert outcome.returncode in (0, 1), outcome.stderr
    assert (home / "data" / STORE_NAME).exists()
    assert list(finds(home)) == []
    assert NAME not in outcome.stderr
