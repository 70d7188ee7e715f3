"""The private environment in the checkout: made, filled from the locked files, mended. Standard library only."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from system import (
    NO_PACKAGES,
    NO_PYTHON,
    NO_ROOM,
    WRONG_USE,
    StopError,
    command_for,
    packager,
    require,
    require_libraries,
    say,
)

if sys.platform != "win32":
    import fcntl

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging"
ROOM_NEEDED = 800_000_000
"""Bytes of an environment with the development tools, and what pip needs beside it while installing."""


@dataclass(frozen=True)
class Venv:
    """The environment in the checkout, and how to tell what is in it."""

    folder: Path

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        return self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    @property
    def unfinished(self) -> Path:
        """A mark that stands while packages are put in; found at a start, the environment is only half made."""
        return self.folder / "unfinished"

    def stamp(self, lock: str) -> Path:
        """Where it is noted what was installed from a lock."""
        return self.folder / f"{lock}.stamp"

    def holds(self, lock: str) -> bool:
        """Tell whether the lock, as it is now, was installed whole by this Python."""
        stamp = self.stamp(lock)
        sound = self.python.exists() and not self.unfinished.exists()
        return sound and stamp.is_file() and stamp.read_text() == wanted(lock)

    def works(self) -> bool:
        """Tell whether it can be added to: finished, of this very Python, with a pip that starts."""
        if not self.python.exists() or self.unfinished.exists():
            return False
        probe = [str(self.python), "-c", "import pip, sys; print(sys.version)"]
        answer = subprocess.run(probe, capture_output=True, text=True, check=False)
        return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def wanted(lock: str) -> str:
    """Return what a stamp must hold: a hash over the lock and over the Python it was installed for."""
    return hashlib.sha256((LOCKS / f"{lock}.txt").read_bytes() + sys.version.encode()).hexdigest()


def private() -> Venv:
    """Return the environment of this checkout."""
    return Venv(Path(os.environ.get("BPA_VENV") or ROOT / ".venv").absolute())


def require_venv_module() -> None:
    """See to Python's own venv, which Debian splits off. Raises StopError."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    of_the_system = packager() == "apt" and sys.executable.startswith("/usr/bin/")
    package = f"python3.{sys.version_info.minor}-venv" if of_the_system else "python3-venv"
    require([package if packager() != "dnf" else "python3-libs"], "Python's venv module", status=NO_PYTHON)
    importlib.invalidate_caches()


def require_room(folder: Path) -> None:
    """Refuse early where the environment could not be written. Raises StopError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "unfinished").touch()
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise StopError(NO_ROOM, f"cannot write in {folder}: {error.strerror}") from None
    if free < ROOM_NEEDED:
        raise StopError(
            NO_ROOM, f"too little room on the disk of {folder}: {free // 10**6} MB of {ROOM_NEEDED // 10**6}"
        )


def installing(command: Sequence[str], venv: Venv) -> None:
    """Run a command that fills the environment. Raises StopError by what its output blames."""
    done = subprocess.run(command, env=child_environment(), capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    output = done.stdout + done.stderr
    if re.search("No space left|Errno 28|Permission denied|Read-only file system|Disk quota", output):
        raise StopError(NO_ROOM, f"cannot write in {venv.folder}: the disk is full or the folder is not writable")
    if "ensurepip" in output:
        raise StopError(NO_PYTHON, f"Python's venv module does not work. Run:  {command_for(['python3-venv'])}")
    reasons = [line for line in output.splitlines() if line.startswith("ERROR")] or [""]
    raise StopError(NO_PACKAGES, f"packages could not be fetched: is the network there? {reasons[-1][:200]}")


@contextmanager
def alone(venv: Venv) -> Iterator[None]:
    """Keep a second start from building the same environment at the same time; it waits."""
    if sys.platform == "win32" or not venv.folder.parent.is_dir():
        yield
        return
    folder = os.open(venv.folder.parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks know no locks
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def clear(venv: Venv) -> None:
    """Take an environment away that is to be made anew. Raises StopError where the folder is something else."""
    if not venv.folder.exists():
        return
    ours = any((venv.folder / name).exists() for name in ("pyvenv.cfg", "unfinished"))
    if not ours and any(venv.folder.iterdir()):
        raise StopError(WRONG_USE, f"BPA_VENV names {venv.folder}, which holds something else than an environment")
    shutil.rmtree(venv.folder, ignore_errors=True)


def fill(venv: Venv, lock: str) -> None:
    """Make the environment where it is missing or broken, and install a lock into it. Raises StopError."""
    whole = venv.works()
    if not whole and venv.python.exists():
        say("the environment is broken or half made: made anew")
    if not whole:
        clear(venv)
    require_room(venv.folder)
    say(f"installing the locked packages into {venv.folder} (first time only)")
    if not whole:
        installing([sys.executable, "-m", "venv", str(venv.folder)], venv)
    pip = [str(venv.python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    installing([*pip, "--only-binary=:all:", "--require-hashes", "-r", str(LOCKS / f"{lock}.txt")], venv)
    (venv.folder / "built-with").write_text(f"{sys.executable}\n")  # where packaging/dev begins the next time
    venv.stamp(lock).write_text(wanted(lock))
    venv.unfinished.unlink()


def prepare(lock: str, *, window: bool) -> Venv:
    """Return the environment with a lock installed and what the system must have. Raises StopError."""
    venv = private()
    ready = venv.holds(lock) or (lock == "run" and venv.holds("dev"))
    if not ready:
        require_venv_module()
    if window:
        require_libraries()
    if not ready:
        with alone(venv):
            if not venv.holds(lock):
                fill(venv, lock)
    return venv


def child_environment() -> dict[str, str]:
    """Return the environment of what is started: with bytecode, without the user's own site-packages."""
    unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "PYTHONNOUSERSITE": "1", "PYTHONPATH": str(ROOT)}


def compile_translations(venv: Venv) -> bool:
    """Compile each catalogue that changed since; tell whether all went well."""
    well = True
    for source in sorted((ROOT / "translations").glob("*/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        babel = [
            str(venv.python),
            "-m",
            "babel.messages.frontend",
            "-q",
            "compile",
            "-i",
            str(source),
            "-o",
            str(target),
        ]
        well &= subprocess.run(babel, env=child_environment(), check=False).returncode == 0
    return well
