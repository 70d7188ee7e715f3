"""What the system has and lacks of what Qt needs, and how it is added. Standard library only."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

WRONG_USE, NO_PYTHON, NO_PACKAGES, NO_LIBRARY, NO_SCREEN, NO_ROOM = 2, 3, 4, 5, 6, 7

LIBRARIES = (  # what Qt loads, its package for apt, its package for dnf
    ("libEGL.so.1", "libegl1", "libglvnd-egl"),
    ("libGL.so.1", "libgl1", "libglvnd-glx"),
    ("libX11.so.6", "libx11-6", "libX11"),
    ("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    ("libxcb.so.1", "libxcb1", "libxcb"),
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    ("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    ("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    ("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    ("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    ("libfreetype.so.6", "libfreetype6", "freetype"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
    ("libcups.so.2", "libcups2", "cups-libs"),
    ("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    ("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
    ("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl"),
    ("libz.so.1", "zlib1g", "zlib"),
    ("libzstd.so.1", "libzstd1", "libzstd"),
)
FONTS = {"apt": ("fontconfig-config", "fonts-dejavu-core"), "dnf": ("fontconfig", "dejavu-sans-fonts")}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
DESKTOP = (  # what the test through the accessibility bus needs: a command, its package for apt, for dnf
    ("Xvfb", "xvfb", "xorg-x11-server-Xvfb"),
    ("xauth", "xauth", "xorg-x11-xauth"),
    ("dbus-daemon", "dbus", "dbus-daemon"),
    ("dbus-launch", "dbus-x11", "dbus-x11"),
    ("openbox", "openbox", "openbox"),
    ("xdotool", "xdotool", "xdotool"),
    ("xprop", "x11-utils", "xprop"),
)
ATSPI = {"apt": ("at-spi2-core", "gir1.2-atspi-2.0", "python3-gi"), "dnf": ("at-spi2-core", "python3-gobject")}
ATSPI_PROBE = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
SYSTEM_PYTHON = "/usr/bin/python3"


class StopError(Exception):
    """Why it cannot go on: the exit status, and the one line that says what to do."""

    def __init__(self, status: int, line: str) -> None:
        super().__init__(line)
        self.status = status


def say(line: str) -> None:
    """Tell the person at the terminal; standard output belongs to the program."""
    print(f"packaging/dev: {line}", file=sys.stderr, flush=True)


def packager() -> str:
    """Return which way the system installs packages, or "" for none that is known here."""
    return next((name for name, command in (("apt", "apt-get"), ("dnf", "dnf")) if shutil.which(command)), "")


def may_install() -> bool:
    """Tell whether packages may be added to the system: as root, unless it was forbidden."""
    forbidden = os.environ.get("BPA_NO_INSTALL") or os.environ.get("BPA_NO_APT")
    return bool(packager()) and hasattr(os, "geteuid") and os.geteuid() == 0 and not forbidden


def command_for(packages: Sequence[str]) -> str:
    """Return the command by which a person adds packages."""
    return f"sudo {packager() or 'apt'} install {' '.join(packages)}"


def install(packages: Sequence[str], why: str) -> bool:
    """Add packages to the system, as root; tell whether it went well."""
    say(f"installing {' '.join(packages)} ({why})")
    if packager() == "dnf":
        return (
            subprocess.run(["dnf", "install", "-y", "-q", *packages], capture_output=True, check=False).returncode == 0
        )
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, capture_output=True, check=False)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0


def require(packages: Sequence[str], why: str, *, status: int) -> None:
    """Add packages where that is allowed. Raises StopError with the command where it is not."""
    if not may_install():
        raise StopError(status, f"missing: {why}. Run:  {command_for(packages)}")
    if not install(packages, why):
        raise StopError(NO_PACKAGES, f"could not fetch {' '.join(packages)} ({why}): is the network there?")


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts() -> bool:
    """Tell whether there is a single font to write with; without one every letter is a box."""
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(next(folder.rglob("*.[to]t[fc]"), None) for folder in folders if folder.is_dir())


def missing_libraries() -> list[str]:
    """Return the packages that hold the libraries and fonts Qt would not find."""
    way = packager() or "apt"
    lacking = {apt if way == "apt" else dnf for library, apt, dnf in LIBRARIES if not loads(library)}
    return sorted(lacking) + ([] if has_fonts() else list(FONTS[way]))


def missing_desktop() -> list[str]:
    """Return the packages that the tests through the accessibility bus lack here."""
    way = packager() or "apt"
    lacking = [apt if way == "apt" else dnf for command, apt, dnf in DESKTOP if not shutil.which(command)]
    speaks = (
        Path(SYSTEM_PYTHON).exists()
        and not subprocess.run(
            [SYSTEM_PYTHON, "-c", ATSPI_PROBE], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ).returncode
    )
    return lacking if speaks else [*lacking, *ATSPI[way]]


def require_libraries() -> None:
    """See to the libraries of Qt. Raises StopError."""
    if sys.platform == "linux" and (packages := missing_libraries()):
        require(packages, "libraries and fonts the window needs", status=NO_LIBRARY)


def offer_desktop() -> None:
    """Add what the accessibility run needs where that is allowed; say what is skipped where it is not."""
    if sys.platform != "linux" or not (packages := missing_desktop()):
        return
    packages += [] if shutil.which("git") else ["git"]  # which files belong to the repository is asked of git
    if not (may_install() and install(packages, "a screen and a bus for the accessibility tests")):
        say(f"the accessibility tests on a screen are left out. For them:  {command_for(packages)}")


def require_screen() -> None:
    """Refuse a window where there is no screen, or none that answers: Qt would only abort. Raises StopError."""
    if sys.platform != "linux":
        return
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise StopError(NO_SCREEN, "no screen: DISPLAY and WAYLAND_DISPLAY are not set (xvfb-run gives a virtual one)")
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if not display:
        raise StopError(NO_SCREEN, f"no screen: DISPLAY {os.environ.get('DISPLAY', '')!r} does not answer")
    x11.XCloseDisplay(ctypes.c_void_p(display))
