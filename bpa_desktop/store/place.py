"""Places where a live database loses data: network shares, and folders that a sync program copies behind its back.

What is looked at is where a folder really is, links followed, and the name it goes by. A bind mount cannot be seen, nor
a drive letter that a sync program makes up: neither differs from a disk of this computer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from bpa_desktop.services.trouble import UnsafePlaceError

NETWORK = "network"
SYNCED = "synced"
_NETWORK_KINDS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "ceph", "coda", "lustre", "gfs2"}
_SHOWN_BY_ANOTHER = ("fuse", "9p", "virtiofs", "vboxsf", "vmhgfs", "prl_fs")
"""Shown by a program, or by the host of a virtual machine, as a folder that others may have open too."""
_ON_A_DISK = ("fuseblk", "fuse.ext", "fuse.fuse-ext", "fuse.ntfs", "fuse.exfat", "fuse.zfs", "fuse.apfs")
"""Programs that only read the format of a disk, as ntfs-3g."""
_SYNC_NAMES = (
    *("onedrive*", "dropbox*", "nextcloud*", "owncloud*", "jottacloud*", "pcloud*", "protondrive*", "proton drive*"),
    *("icloud*", "mobile documents", "cloudstorage", "googledrive*", "google drive*", "google disk*", "my drive"),
    *("mega", "megasync*", "mega sync*", "syncthing*", "seafile*", "tresorit*", "box", "box sync*", "kdrive*"),
)
"""What the folders of sync programs are called, in small letters; a short name counts as a whole only."""
_MARKERS = (
    *(".stfolder", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log", ".sync_*.db", "._sync_*.db"),
    *(".megaignore", ".tmp.driveupload", ".tmp.drivedownload"),
)
"""What sync programs leave in the topmost folder that they copy."""
_FILE_MARKERS = (".dropbox",)
"""The same, where a folder of that name is only the program's own."""
_MOUNTS = Path("/proc/self/mounts")


def refuse_unsafe(folder: Path) -> None:
    """Raise UnsafePlaceError for a folder on a network share (Linux, Windows) or in a synced folder."""
    named, real = folder.absolute(), _followed(folder)
    place = unsafe_place(real, _mounts()) or unsafe_place(named, ())
    if place is None and _is_network_drive(real):
        place = NETWORK
    if place is None and any(_is_marked(above) for above in (real, *real.parents)):
        place = SYNCED
    if place is not None:
        raise UnsafePlaceError(folder, place)


def unsafe_place(folder: PurePath, mounts: Iterable[tuple[Path, str]]) -> str | None:
    """Return NETWORK, SYNCED or None for a folder by its names, given where which kinds of file system are mounted."""
    if _is_share(str(folder)) or _is_shared(_mount_of(folder, mounts)):
        return NETWORK
    names = [part.casefold() for part in folder.parts]
    return SYNCED if any(fnmatchcase(name, pattern) for name in names for pattern in _SYNC_NAMES) else None


def _followed(folder: Path) -> Path:
    """Return where a folder really is; as it is named where its links go in a circle."""
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return folder.absolute()


def _is_share(path: str) -> bool:
    r"""Tell whether Windows would look for a path on another computer: \\?\C:\ and \\.\C:\ are on this one."""
    start = path.replace("/", "\\").casefold() if path.startswith("\\\\") else ""
    return start.startswith(("\\\\?\\unc\\", "\\\\.\\unc\\")) or (
        start.startswith("\\\\") and not start.startswith(("\\\\?\\", "\\\\.\\"))
    )


def _is_shared(mount: tuple[PurePath, str] | None) -> bool:
    """Tell whether others may have a file system open too; what the whole system stands on is its own."""
    if mount is None:
        return False
    point, kind = mount
    is_shown = kind.startswith(_SHOWN_BY_ANOTHER) and not kind.startswith(_ON_A_DISK)
    return kind in _NETWORK_KINDS or (is_shown and point != PurePath("/"))


def _mount_of(folder: PurePath, mounts: Iterable[tuple[Path, str]]) -> tuple[Path, str] | None:
    """Return the innermost mount that a folder lies in; the last mounted one counts."""
    above = [(point, kind) for point, kind in mounts if folder.is_relative_to(point)]
    deepest = max((len(point.parts) for point, _ in above), default=0)
    return next((mount for mount in reversed(above) if len(mount[0].parts) == deepest), None)


def _is_marked(folder: Path) -> bool:
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:  # not there yet, or not for us to read
        return False
    return any(fnmatchcase(name, pattern) for name in names for pattern in _MARKERS) or any(
        name in names and (folder / name).is_file() for name in _FILE_MARKERS
    )


def _mounts() -> list[tuple[Path, str]]:
    if not _MOUNTS.exists():
        return []
    lines = (line.split(" ") for line in _MOUNTS.read_text(errors="replace").splitlines())
    return [(Path(fields[1].replace("\\040", " ")), fields[2]) for fields in lines if len(fields) > 2]


if sys.platform == "win32":  # pragma: no cover
    import ctypes

    _DRIVE_REMOTE = 4  # GetDriveTypeW, fileapi.h

    def _is_network_drive(folder: Path) -> bool:
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)

else:

    def _is_network_drive(_folder: Path) -> bool:
        return False
