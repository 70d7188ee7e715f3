"""The power goes at any moment: what was acknowledged is on the disk, and the file is whole.

`recorder.c` writes down what a process does to its files, `power_cut.py` plays it back up to a moment. That this would
see a loss is shown with a weaker setting, under which acknowledged steps are lost.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bpa_desktop.services.trouble import StoreError, StoreMissingError
from bpa_desktop.store import vault
from bpa_desktop.store.opening import STORE_NAME, open_store
from bpa_desktop.store.vault import Passphrase, unlock
from tests.store.power_cut import HAS_RECORDER, Disk, Entry, built_recorder, read_record, written_out
from tests.store.power_writer import PASSPHRASE
from tests.store.soundness import check
from tests.store.stores import CHEAP

pytestmark = pytest.mark.skipif(not HAS_RECORDER, reason="records by a library made with a C compiler")
ROOT = Path(__file__).parents[2]
STEPS = 60


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_recorder(tmp_path_factory.mktemp("recorder"))


def recorded(recorder: Path, folder: Path, how: str) -> list[Entry]:
    """Return everything a writer did, from the making of its store on."""
    live, record = folder / "live", folder / "record"
    environment = {**os.environ, "LD_PRELOAD": str(recorder), "RECORD": str(record), "RECORDED_FOLDER": str(live)}
    command = [sys.executable, "-m", "tests.store.power_writer", str(live), str(STEPS), how]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return read_record(record)


def cuts(entries: list[Entry], folder: Path, times: int) -> Iterator[tuple[Path, list[str]]]:
    """Yield what the disk holds after so many cuts, each at a random moment, with what was acknowledged by then."""
    chance = random.Random(folder.name)
    live, found = folder / "live", folder / "found"
    for _ in range(times):
        disk = Disk()
        disk.play(entries[: chance.randint(1, len(entries))])
        written_out(disk.after_the_cut(chance), live, found)
        yield found, disk.acknowledged


def stands(folder: Path, acknowledged: list[str]) -> None:
    """See that all that was acknowledged stands."""
    if not acknowledged:
        try:
            open_store(folder, Passphrase(PASSPHRASE)).close()
        except StoreMissingError:
            return
    open_store(folder, Passphrase(PASSPHRASE)).close()
    key = unlock(folder, Passphrase(PASSPHRASE)).key
    check(folder / STORE_NAME, key, kept=acknowledged[1:])


def survives(recorder: Path, folder: Path, times: int) -> None:
    seen = 0
    for found, acknowledged in cuts(recorded(recorder, folder, "FULL"), folder, times):
        stands(found, acknowledged)
        seen = max(seen, len(acknowledged))
    assert seen > STEPS / 2


def losses(recorder: Path, folder: Path, times: int) -> int:
    """Return how often something acknowledged is lost where a commit does not wait for the disk."""
    lost = 0
    for found, acknowledged in cuts(recorded(recorder, folder, "NORMAL"), folder, times):
        try:
            stands(found, acknowledged)
        except (AssertionError, StoreError):
            lost += 1
    return lost


def test_the_power_may_go_at_any_of_sixty_moments(recorder: Path, tmp_path: Path) -> None:
    survives(recorder, tmp_path, 60)


def test_commits_that_do_not_wait_for_the_disk_are_seen_to_be_lost(recorder: Path, tmp_path: Path) -> None:
    assert losses(recorder, tmp_path, 30) > 3


@pytest.mark.thorough
def test_the_power_may_go_at_any_of_a_thousand_moments(recorder: Path, tmp_path: Path) -> None:
    for part in range(4):
        (tmp_path / str(part)).mkdir()
        survives(recorder, tmp_path / str(part), 250)
