"""The power goes while a backup is put back: the store is the old one or the backup, whole, and the old one is kept."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bpa_desktop.services.trouble import StoreError
from tests.store.power_cut import HAS_RECORDER, Disk, Entry, built_recorder, read_record, written_out
from tests.store.restore_scenes import SCENES, Folders, healthy
from tests.store.restore_writer import Scene

pytestmark = [
    pytest.mark.skipif(not HAS_RECORDER, reason="records by a library made with a C compiler"),
    pytest.mark.usefixtures("cheap"),
]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_recorder(tmp_path_factory.mktemp("recorder"))


def recorded(recorder: Path, live: Path, place: Path, *, how: str) -> list[Entry]:
    """Return everything that a putting back did to the store in a folder."""
    record = live.with_name("record")
    environment = {**os.environ, "LD_PRELOAD": str(recorder), "RECORD": str(record), "RECORDED_FOLDER": str(live)}
    command = [sys.executable, "-m", "tests.store.restore_power_writer", str(live), str(place), how]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return read_record(record)


def cuts(
    recorder: Path, folders: Folders, work: Path, *, times: int, how: str = "waiting"
) -> Iterator[tuple[Path, bool]]:
    """Yield what the disk holds after cuts, and whether it was said to be back: first, last, and at random moments."""
    chance, (before, place), live = random.Random(work.name), folders, work / "live"
    shutil.copytree(before, live)
    stood = {str(path): path.read_bytes() for path in live.rglob("*") if path.is_file()}
    entries = recorded(recorder, live, place, how=how)
    for moment in (1, len(entries), *(chance.randint(1, len(entries)) for _ in range(times))):
        disk = Disk(stood)
        disk.play(entries[:moment])
        written_out(disk.after_the_cut(chance), live, work / "found")
        yield work / "found", bool(disk.acknowledged)


def survives(recorder: Path, folders: Folders, folder: Path, *, times: int) -> None:
    work = folder / "work"
    work.mkdir()
    scene = Scene.of(*folders, work=work)
    said = set()
    for turn, (found, is_acknowledged) in enumerate(cuts(recorder, folders, work, times=times)):
        word = scene.seen(found, moment=turn)
        assert word == "new" or not is_acknowledged
        said.add(word)
    assert said == {"old", "new"}


@pytest.mark.parametrize("scene", SCENES)
def test_the_power_may_go_at_any_of_a_dozen_moments(
    recorder: Path, tmp_path: Path, scene: Callable[[Path], Folders]
) -> None:
    survives(recorder, scene(tmp_path), tmp_path, times=10)


@pytest.mark.thorough
@pytest.mark.parametrize("scene", SCENES)
def test_the_power_may_go_at_any_of_a_thousand_moments(
    recorder: Path, tmp_path: Path, scene: Callable[[Path], Folders]
) -> None:
    survives(recorder, scene(tmp_path), tmp_path, times=250)


def test_a_putting_back_that_does_not_wait_for_the_disk_is_seen_to_lose_the_old_one(
    recorder: Path, tmp_path: Path
) -> None:
    folders, work = healthy(tmp_path), tmp_path / "work"
    work.mkdir()
    scene = Scene.of(*folders, work=work)
    lost = 0
    for turn, (found, _) in enumerate(cuts(recorder, folders, work, times=12, how="careless")):
        try:
            scene.seen(found, moment=turn)
        except (AssertionError, StoreError):
            lost += 1
    assert lost > 3
