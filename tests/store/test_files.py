"""Files written whole or not at all; the settings that live in one; and places that are not safe for a database."""

from __future__ import annotations

import os
import re
from pathlib import Path, PureWindowsPath

import pytest

import bpa_desktop
from bpa_desktop.services.backup import Reason
from bpa_desktop.services.trouble import NotAFileError, UnsafePlaceError
from bpa_desktop.store import place
from bpa_desktop.store.files import SMALL, read_at_most, sync_folder, write_whole
from bpa_desktop.store.place import NETWORK, SYNCED, refuse_unsafe, unsafe_place
from bpa_desktop.store.settings_file import SETTINGS_NAME, Value, read_settings, write_settings
from tests.store.shelves import filled, shelf_of

MOUNTS = [
    (Path("/"), "overlay"),
    (Path("/home"), "nfs4"),
    (Path("/home/kari/local"), "ext4"),
    (Path("/srv"), "fuseblk"),
    (Path("/run"), "tmpfs"),
]


def test_a_file_is_replaced_whole_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_not_synced_where_the_system_does_so_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    sync_folder(None)  # type: ignore[arg-type]  # would fail if it were touched


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    settings: dict[str, Value] = {
        "language": "nb",
        "text_percent": 125,
        "large_targets": True,
        "width": 0.5,
    }
    write_settings(tmp_path / "data", settings)
    assert read_settings(tmp_path / "data") == settings
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == {}
    assert read_settings(tmp_path / "nowhere") == {}


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null"])
def test_settings_that_cannot_be_understood_are_kept_aside_and_count_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SETTINGS_NAME).write_bytes(content)
    assert read_settings(tmp_path) == {}
    assert (tmp_path / f"{SETTINGS_NAME}.damaged").read_bytes() == content
    assert read_settings(tmp_path) == {}


def test_a_setting_that_is_no_single_value_is_left_out(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_text('{"language": "nb", "list": [], "nothing": null}')
    assert read_settings(tmp_path) == {"language": "nb"}


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/var/lib/bpa", None),
        ("/srv/bpa", None),
        ("/run/bpa", None),
        ("/home/kari/.local/share/bpa-desktop", NETWORK),
        ("/home/kari/local/bpa", None),
    ],
)
def test_network_shares_are_not_safe(folder: str, expected: str | None) -> None:
    assert unsafe_place(Path(folder), MOUNTS) == expected


@pytest.mark.parametrize("name", ["sshfs", "rclone", "gvfsd-fuse", "portal", "davfs2", "s3fs", "gcsfuse", "mergerfs"])
def test_what_another_program_shows_as_a_folder_is_not_safe(name: str) -> None:
    assert unsafe_place(Path("/mnt/x/bpa"), [(Path("/"), "ext4"), (Path("/mnt/x"), f"fuse.{name}")]) == NETWORK


@pytest.mark.parametrize("kind", ["fuse", "9p", "virtiofs", "vboxsf", "fuse.vmhgfs-fuse", "cifs", "davfs", "ceph"])
def test_what_a_host_or_a_server_shows_as_a_folder_is_not_safe(kind: str) -> None:
    assert unsafe_place(Path("/mnt/x"), [(Path("/"), "ext4"), (Path("/mnt"), kind)]) == NETWORK


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "tmpfs", "overlay", "fuseblk", "fuseblk.fuse-ext2", "fuse.fuse-ext2", "fuse.ntfs-3g"]
)
def test_a_disk_of_this_computer_is_safe_whatever_reads_its_format(kind: str) -> None:
    assert unsafe_place(Path("/mnt/x"), [(Path("/"), "ext4"), (Path("/mnt"), kind)]) is None


@pytest.mark.parametrize(
    ("kind", "expected"), [("overlay", None), ("fuse.fuse-overlayfs", None), ("9p", None), ("nfs", NETWORK)]
)
def test_what_the_whole_system_stands_on_is_safe_unless_a_server_has_it(kind: str, expected: str | None) -> None:
    assert unsafe_place(Path("/mnt/x"), [(Path("/"), kind)]) == expected


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (r"\\server\share\bpa", NETWORK),
        (r"\\?\UNC\server\share\bpa", NETWORK),
        (r"\\.\unc\server\share\bpa", NETWORK),
        (r"\\?\C:\Users\Kari\bpa", None),
        (r"\\.\C:\Users\Kari\bpa", None),
        (r"C:\Users\Kari\AppData\Local\bpa-desktop", None),
        (r"C:\Users\Kari\OneDrive - Kommunen\bpa", SYNCED),
        (r"C:\Users\Kari\iCloudDrive\a\b", SYNCED),
        (r"G:\My Drive\bpa", SYNCED),
    ],
)
def test_paths_of_windows_are_told_apart(folder: str, expected: str | None) -> None:
    assert unsafe_place(PureWindowsPath(folder), ()) == expected


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Dropbox",
            "Dropbox (Personal)",
            "OneDrive",
            "OneDrive - Kommunen",
            "ONEDRIVE",
            "iCloud Drive",
            "iCloudDrive",
        ),
        *("Mobile Documents", "CloudStorage", "Google Drive", "GoogleDrive-kari", "Google Disk", "My Drive"),
        *("Nextcloud", "nextcloud2", "ownCloud", "Proton Drive", "ProtonDrive", "MEGA", "MEGAsync", "pCloudDrive"),
        *("Jottacloud", "Syncthing", "Box"),
    ],
)
def test_the_folder_of_a_sync_program_is_not_safe_however_deep(name: str) -> None:
    assert unsafe_place(Path("/var") / name, MOUNTS) == SYNCED
    assert unsafe_place(Path("/var") / name / "a" / "b", MOUNTS) == SYNCED


@pytest.mark.parametrize("name", ["my dropbox notes", "Megan", "boxes", "Drive", "sync", "cloud"])
def test_a_name_that_is_only_like_one_is_safe(name: str) -> None:
    assert unsafe_place(Path("/var") / name / "bpa", MOUNTS) is None


def test_the_last_of_two_mounts_on_one_point_counts() -> None:
    assert unsafe_place(Path("/mnt/x"), [(Path("/mnt"), "cifs"), (Path("/mnt"), "ext4")]) is None
    assert unsafe_place(Path("/mnt/x"), [(Path("/mnt"), "ext4"), (Path("/mnt"), "cifs")]) == NETWORK


def test_an_unsafe_folder_is_refused_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(UnsafePlaceError) as refused:
        refuse_unsafe(tmp_path / "Nextcloud" / "bpa")
    assert (refused.value.folder, refused.value.place) == (tmp_path / "Nextcloud" / "bpa", SYNCED)


def unsafe(folder: Path) -> bool:
    try:
        refuse_unsafe(folder)
    except UnsafePlaceError:
        return True
    return False


@pytest.mark.parametrize(
    "marker", [".stfolder", ".dropbox", ".dropbox.cache", ".sync_0f1e2d.db", "._sync_0f1e.db", ".owncloudsync.log"]
)
def test_what_a_sync_program_leaves_marks_everything_below(tmp_path: Path, marker: str) -> None:
    assert not unsafe(tmp_path / "a" / "b")
    (tmp_path / marker).touch()
    assert unsafe(tmp_path / "a" / "b")
    assert unsafe(tmp_path)


def test_a_sync_program_that_only_has_its_own_folder_in_a_home_marks_nothing(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert not unsafe(tmp_path / "a")


def test_a_link_counts_as_where_it_leads_and_as_what_it_is_called(tmp_path: Path) -> None:
    for name in ("Nextcloud", "plain", "marked"):
        (tmp_path / name).mkdir()
    (tmp_path / "marked" / ".stfolder").mkdir()
    for link, target in (("home", "Nextcloud"), ("other", "marked"), ("Dropbox", "plain"), ("bpa", "plain")):
        (tmp_path / link).symlink_to(tmp_path / target)
    assert [unsafe(tmp_path / link / "x") for link in ("home", "other", "Dropbox", "bpa")] == [True, True, True, False]


def test_links_in_a_circle_are_no_reason_to_refuse(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    assert not unsafe(tmp_path / "one")


def test_a_backup_may_go_where_a_store_may_not_live(tmp_path: Path, cheap: None) -> None:
    filled(tmp_path / "data")
    with shelf_of(tmp_path / "data") as shelf:
        assert shelf.make(Reason.BY_HAND, to=tmp_path / "Nextcloud").checked


def test_mounts_are_read_as_the_system_lists_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "mounts"
    listed.write_text(f"server:/x {tmp_path}/a\\040b nfs rw 0 0\nodd\n")
    monkeypatch.setattr(place, "_MOUNTS", listed)
    with pytest.raises(UnsafePlaceError):
        refuse_unsafe(tmp_path / "a b" / "c")
    refuse_unsafe(tmp_path / "a")
    monkeypatch.setattr(place, "_MOUNTS", tmp_path / "none")
    refuse_unsafe(tmp_path / "a b" / "c")


def test_no_more_of_a_file_is_read_than_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert [read_at_most(path, most) for most in (4, 5, 6)] == [b"1234", b"12345", b"12345"]
    path.write_bytes(bytes(SMALL + 1))
    assert len(read_at_most(path)) == SMALL


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes or devices among its files")
@pytest.mark.parametrize("what", ["pipe", "device", "folder", "nothing"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, what: str) -> None:
    path = {"device": Path("/dev/zero"), "folder": tmp_path}.get(what, tmp_path / what)
    if what == "pipe":
        os.mkfifo(path)
    kinds = {"folder": IsADirectoryError, "nothing": FileNotFoundError}
    with pytest.raises(kinds.get(what, NotAFileError)) as refused:
        read_at_most(path)
    assert refused.value.filename in (path, str(path))


DEEP = b"[" * 100_000


def test_settings_nested_without_end_or_without_limit_are_kept_aside(tmp_path: Path) -> None:
    for content in (DEEP, b'{"language": "nb",' + b" " * SMALL + b'"width": 1}'):
        (tmp_path / SETTINGS_NAME).write_bytes(content)
        assert read_settings(tmp_path) == {}
        assert (tmp_path / f"{SETTINGS_NAME}.damaged").read_bytes() == content


_SHIPPED = {"i18n.py", "ui/help_pages.py", "ui/start/demo.py", "interchange/sheet.py"}
_OF_THE_SYSTEM = {"store/place.py"}


def test_nothing_from_outside_is_read_without_a_limit() -> None:
    package = Path(bpa_desktop.__path__[0])
    unbounded = re.compile(r"\.read_(bytes|text)\(|\.read\(\)")
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if unbounded.search(path.read_text(encoding="utf-8"))
    }
    assert found == _SHIPPED | _OF_THE_SYSTEM
