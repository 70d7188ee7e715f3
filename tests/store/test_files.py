"""Files written whole or not at all; the settings that live in one; and places that are not safe for a database."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import bpa_desktop
from bpa_desktop.services.trouble import NotAFileError, UnsafePlaceError
from bpa_desktop.store import place
from bpa_desktop.store.files import SMALL, read_at_most, sync_folder, write_whole
from bpa_desktop.store.place import NETWORK, SYNCED, refuse_unsafe, unsafe_place
from bpa_desktop.store.settings_file import SETTINGS_NAME, Value, read_settings, write_settings

MOUNTS = [(Path("/"), "ext4"), (Path("/home"), "nfs4"), (Path("/home/kari/local"), "ext4"), (Path("/srv"), "fuseblk")]


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
        ("/home/kari/.local/share/bpa-desktop", NETWORK),
        ("/home/kari/local/bpa", None),
        ("\\\\server\\share\\bpa", NETWORK),
        ("/var/Dropbox/bpa", SYNCED),
        ("/var/OneDrive - Kommunen/bpa", SYNCED),
        ("/var/my dropbox notes/bpa", None),
    ],
)
def test_network_shares_and_synced_folders_are_not_safe(folder: str, expected: str | None) -> None:
    assert unsafe_place(Path(folder), MOUNTS) == expected


def test_the_last_of_two_mounts_on_one_point_counts() -> None:
    assert unsafe_place(Path("/mnt/x"), [(Path("/mnt"), "cifs"), (Path("/mnt"), "ext4")]) is None
    assert unsafe_place(Path("/mnt/x"), [(Path("/mnt"), "ext4"), (Path("/mnt"), "cifs")]) == NETWORK


def test_an_unsafe_folder_is_refused_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(UnsafePlaceError) as refused:
        refuse_unsafe(tmp_path / "Nextcloud" / "bpa")
    assert (refused.value.folder, refused.value.place) == (tmp_path / "Nextcloud" / "bpa", SYNCED)


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
