"""Places where a live database loses data: network shares, and folders that a sync program copies behind its back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bpa_desktop.services.trouble import UnsafePlaceError

NETWORK = "network"
SYNCED = "synced"
_NETWORK_KINDS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "fuse.rclone", "davfs"}
_SYNC_NAMES = (
    "onedrive",
    "dropbox",
    "nextcloud",
    "owncloud",
    "icloud",
    "mobile documents",
    "google drive",
    "jottacloud",
)
_MOUNTS = Path("/proc/self/mounts")


def refuse_unsafe(folder: Path) -> None:
    """Raise UnsafePlaceError for a folder on a network share (Linux, Windows) or in a synced folder."""
    place = unsafe_place(folder.absolute(), _mounts())
    if place is not None:
        raise UnsafePlaceError(folder, place)


def unsafe_place(folder: Path, mounts: Iterable[tuple[Path, str]]) -> str | None:
    """Return NETWORK, SYNCED or None for a folder, given where which kinds of file system are mounted."""
    if str(folder).startswith("\\\\") or _kind_of(folder, mounts) in _NETWORK_KINDS:
        return NETWORK
    names = [part.casefold() for part in folder.parts]
    return SYNCED if any(part.startswith(_SYNC_NAMES) for part in names) else None


def _kind_of(folder: Path, mounts: Iterable[tuple[Path, str]]) -> str | None:
    """Return the kind of file system of the innermost mount that a folder lies in; the last mounted one counts."""
    above = [(len(point.parts), kind) for point, kind in mounts if folder.is_relative_to(point)]
    deepest = max((depth for depth, _ in above), default=0)
    return next((kind for depth, kind in reversed(above) if depth == deepest), None)


def _mounts() -> list[tuple[Path, str]]:
    if not _MOUNTS.exists():
        return []
    lines = (line.split(" ") for line in _MOUNTS.read_text(errors="replace").splitlines())
    return [(Path(fields[1].replace("\\040", " ")), fields[2]) for fields in lines if len(fields) > 2]
