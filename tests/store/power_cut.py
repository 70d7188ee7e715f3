"""What is on the disk after the power went: a recorded run, cut anywhere, with what was not synced kept by chance.

What a file was told to write is sure once the file is synced, a name (made, renamed, taken away) once its folder is.
Of the rest, as POSIX allows it, anything may be there: of the writes any, whole or torn at a sector; of the names, as a
file system with a journal keeps them, the first so many.
"""

from __future__ import annotations

import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
HAS_RECORDER = sys.platform == "linux" and shutil.which("cc") is not None
_FOLDER = 2
_HEAD = struct.Struct("<ciqI")
_SOURCE = Path(__file__).with_name("recorder.c")


@dataclass(frozen=True)
class Entry:
    """One thing the process did: see recorder.c."""

    operation: str
    descriptor: int
    where: int
    data: bytes


def built_recorder(folder: Path) -> Path:
    """Compile the recorder. Raises subprocess.CalledProcessError."""
    library = folder / "recorder.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(_SOURCE), "-ldl", "-lpthread"], check=True)
    return library


def read_record(path: Path) -> list[Entry]:
    """Return the entries of a record, in their order."""
    content = path.read_bytes()
    entries, at = [], 0
    while at + _HEAD.size <= len(content):
        operation, descriptor, where, size = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        entries.append(Entry(operation.decode(), descriptor, where, content[at : at + size]))
        at += size
    return entries


@dataclass
class Inode:
    """A file apart from its names: what is surely on the disk, and what was written since."""

    sure: bytearray = field(default_factory=bytearray)
    unsure: list[Entry] = field(default_factory=list)


class Disk:
    """Follows a record, over what was there before it; `acknowledged` is what the process had said."""

    def __init__(self, before: Mapping[str, bytes] | None = None) -> None:
        self.acknowledged: list[str] = []
        self._open: dict[int, tuple[str, Inode | None]] = {}
        self._names = {name: Inode(bytearray(content)) for name, content in (before or {}).items()}
        self._sure = dict(self._names)
        self._unsure: list[dict[str, Inode]] = []

    def play(self, entries: Iterable[Entry]) -> None:
        """Do what the entries say."""
        for entry in entries:
            if entry.operation == "a":
                self.acknowledged += entry.data.decode().split()
            elif entry.operation == "o":
                self._opened(entry)
            elif entry.operation in "ru":
                self._renamed(entry)
            elif entry.operation == "c":
                self._open.pop(entry.descriptor, None)
            elif entry.operation == "s":
                self._synced(self._open[entry.descriptor])
            else:
                inode = self._open[entry.descriptor][1]
                assert inode is not None
                inode.unsure.append(entry)

    def _opened(self, entry: Entry) -> None:
        name = entry.data.decode()
        if entry.where == _FOLDER:
            self._open[entry.descriptor] = (name, None)
            return
        if name not in self._names:
            self._names[name] = Inode()
            self._unsure.append(dict(self._names))
        inode = self._names[name]
        if entry.where:
            inode.unsure.append(Entry("t", entry.descriptor, 0, b""))
        self._open[entry.descriptor] = (name, inode)

    def _renamed(self, entry: Entry) -> None:
        name, _, other = entry.data.decode().partition("\0")
        below = [one for one in self._names if one == name or one.startswith(f"{name}/")]
        for one, inode in [(one, self._names.pop(one)) for one in below]:
            if other:
                self._names[f"{other}{one.removeprefix(name)}"] = inode
        self._unsure.append(dict(self._names))

    def _synced(self, opened: tuple[str, Inode | None]) -> None:
        inode = opened[1]
        if inode is None:
            self._sure = dict(self._names)
            self._unsure.clear()
            return
        for entry in inode.unsure:
            _write(inode.sure, entry)
        inode.unsure.clear()

    def after_the_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return what may be found when the power is back: content by path."""
        names = chance.choice([self._sure, *self._unsure])
        return {name: bytes(_by_chance(inode, chance)) for name, inode in names.items()}


def written_out(found: Mapping[str, bytes], live: Path, folder: Path) -> None:
    """Write what may be found of a folder into another, which is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in found.items():
        if not name.endswith("-shm"):  # memory that processes share: nothing of it survives
            path = folder / Path(name).relative_to(live)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _by_chance(inode: Inode, chance: random.Random) -> bytearray:
    content = bytearray(inode.sure)
    how = chance.choice(("none", "all", "some", "torn"))
    for entry in inode.unsure:
        if how == "all" or (how == "some" and chance.random() < 0.5):
            _write(content, entry)
        elif how == "torn":
            for start in range(0, max(1, len(entry.data)), SECTOR):
                if chance.random() < 0.6:
                    piece = entry.data[start : start + SECTOR]
                    _write(content, Entry(entry.operation, entry.descriptor, entry.where + start, piece))
    return content


def _write(content: bytearray, entry: Entry) -> None:
    if entry.operation == "t":
        del content[entry.where :]
        content.extend(bytes(entry.where - len(content)))
    else:
        content.extend(bytes(max(0, entry.where - len(content))))
        content[entry.where : entry.where + len(entry.data)] = entry.data
