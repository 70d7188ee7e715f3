"""One process at a time, and a name for the one that is there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bpa_desktop.services.trouble import ReadOnlyStoreError, StoreLockedError
from bpa_desktop.store.lock import LOCK_NAME, take_lock

HOLDER = (
    "import sys; from pathlib import Path; from bpa_desktop.store.lock import take_lock\n"
    "lock = take_lock(Path(sys.argv[1])); print('taken', flush=True); sys.stdin.read()\n"
)


def test_another_process_is_named_and_its_lock_is_free_once_it_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "taken\n"
        with pytest.raises(StoreLockedError) as locked:
            take_lock(tmp_path)
        assert (locked.value.pid, locked.value.host) == (other.pid, socket.gethostname())
        assert locked.value.since.endswith("+00:00")
        other.kill()
        other.wait()
        take_lock(tmp_path).release()


def test_this_process_cannot_take_it_twice_but_again_after_letting_go(tmp_path: Path) -> None:
    lock = take_lock(tmp_path)
    with pytest.raises(StoreLockedError) as locked:
        take_lock(tmp_path)
    assert locked.value.pid == os.getpid()
    lock.release()
    lock.release()
    take_lock(tmp_path).release()


@pytest.mark.parametrize("note", ["", "{", "[]", "{}", '{"pid": "x", "host": 1, "since": 1}'])
def test_a_holder_without_a_readable_note_is_still_respected(tmp_path: Path, note: str) -> None:
    lock = take_lock(tmp_path)
    (tmp_path / LOCK_NAME).write_text(note)
    with pytest.raises(StoreLockedError) as locked:
        take_lock(tmp_path)
    assert locked.value.pid == 0
    lock.release()


def test_a_folder_where_no_lock_can_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadOnlyStoreError) as refused:
        take_lock(tmp_path / "nowhere")
    assert refused.value.path == tmp_path / "nowhere" / LOCK_NAME
