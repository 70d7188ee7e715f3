"""A private desktop without a monitor: a virtual screen, a session bus, a window manager; each ended at the end."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

SCREEN = "1400x900x24"
PATIENCE = 60.0
"""Seconds until a part of the desktop has to be there."""


class DesktopSession:
    """Use as a context; `start` and `run` put programs on the desktop. Several may run beside each other."""

    def __init__(self) -> None:
        self._parts = ExitStack()
        self._processes: list[subprocess.Popen[bytes]] = []
        self.environment: dict[str, str] = {}

    def __enter__(self) -> DesktopSession:
        home = Path(self._parts.enter_context(tempfile.TemporaryDirectory(prefix="bpa-desktop-")))
        home.chmod(0o700)
        kept = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ}
        self.environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LANG": "C.UTF-8"}
        self.environment |= {"GSETTINGS_BACKEND": "memory", "QT_QPA_PLATFORM": "xcb"}
        # Qt joins the accessibility bus only where a reader is said to be there; a test is not one.
        self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self.environment["DISPLAY"] = f":{self._told_by_screen()}"
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._told_by_bus()
        self.start(["openbox", "--sm-disable"])
        self._wait_for_window_manager()
        return self

    def _told_by_screen(self) -> str:
        """Start the screen, and return the number it chose."""
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
        self.start(command, keep=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            return answer.readline().strip()

    def _told_by_bus(self) -> str:
        """Start the session bus, and return its address. The accessibility bus starts by it when asked for."""
        reading, writing = os.pipe()
        self.start(["dbus-daemon", "--session", "--nofork", f"--print-address={writing}"], keep=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            return answer.readline().strip()

    def _wait_for_window_manager(self) -> None:
        end = time.monotonic() + PATIENCE
        question = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        while b"window id" not in self.run(question).stdout:
            if time.monotonic() > end:
                raise TimeoutError("no window manager")
            time.sleep(0.02)

    def start(
        self, command: Sequence[str], *, keep: tuple[int, ...] = (), talks: bool = False
    ) -> subprocess.Popen[bytes]:
        """Start a program that is ended with the desktop; with one that talks its standard streams are pipes."""
        reads, writes = (subprocess.PIPE, subprocess.PIPE) if talks else (None, subprocess.DEVNULL)
        process = subprocess.Popen(
            command, env=self.environment, pass_fds=keep, stdin=reads, stdout=writes, stderr=subprocess.PIPE
        )
        self._processes.append(process)
        return process

    def run(self, command: Sequence[str], *, seconds: float = PATIENCE) -> subprocess.CompletedProcess[bytes]:
        """Run a program to its end."""
        return subprocess.run(command, env=self.environment, capture_output=True, timeout=seconds, check=False)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            try:
                process.communicate(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
        self._parts.close()
