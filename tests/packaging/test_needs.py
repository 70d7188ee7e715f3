"""What is missing gets one line and its own exit status, and is added where that is allowed."""

from __future__ import annotations

import errno
import importlib.util
import os
import shutil
import sys
from collections import namedtuple
from collections.abc import Callable

import pytest
import system

from tests.packaging.conftest import Answer, Machine

Dev = Callable[..., Answer]
NO_SUCH_PACKAGE = "ERROR: No matching distribution found for alembic"
Usage = namedtuple("Usage", "total used free")


def lacks(monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    """Let the loader not find these libraries."""
    monkeypatch.setattr(system, "loads", lambda library: library not in libraries)


def without_venv(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python be as Debian splits it: without ensurepip."""
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else found(name))


def as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)


def test_without_the_venv_module_it_ends_with_3_and_the_command(dev: Dev, monkeypatch: pytest.MonkeyPatch) -> None:
    without_venv(monkeypatch)
    status, line = dev("test")
    assert (status, line) == (3, "missing: Python's venv module. Run:  sudo apt install python3-venv")


def test_pythons_own_package_of_the_system_is_named(dev: Dev, monkeypatch: pytest.MonkeyPatch) -> None:
    without_venv(monkeypatch)
    monkeypatch.setattr("sys.executable", "/usr/bin/python3")
    assert dev("run")[1].endswith(f"sudo apt install python3.{sys.version_info.minor}-venv")


@pytest.mark.parametrize("verb", ["run", "test"])
def test_without_the_libraries_of_qt_it_ends_with_5_and_the_command(
    dev: Dev, monkeypatch: pytest.MonkeyPatch, machine: Machine, verb: str
) -> None:
    lacks(monkeypatch, "libxcb-cursor.so.0", "libEGL.so.1")
    status, line = dev(verb)
    command = "sudo apt install libegl1 libxcb-cursor0"
    assert (status, line) == (5, f"missing: libraries and fonts the window needs. Run:  {command}")
    assert machine.asked == []  # nothing is fetched before the person has done that


def test_on_fedora_the_packages_have_fedoras_names(dev: Dev, monkeypatch: pytest.MonkeyPatch) -> None:
    lacks(monkeypatch, "libxcb-cursor.so.0")
    monkeypatch.setattr(system, "packager", lambda: "dnf")
    monkeypatch.setattr(system, "has_fonts", lambda: False)
    assert dev("run")[1].endswith("sudo dnf install xcb-util-cursor fontconfig dejavu-sans-fonts")


def test_without_a_font_the_fonts_are_named(dev: Dev, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_fonts", lambda: False)
    status, line = dev("run")
    assert (status, line.split("install ")[1]) == (5, "fontconfig-config fonts-dejavu-core")


def test_as_root_the_libraries_are_added(dev: Dev, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    as_root(monkeypatch)
    lacks(monkeypatch, "libEGL.so.1")
    machine.has_command("apt-get")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(os, "execve", lambda *_: None)
    dev("run")
    assert "apt-get install -y -qq --no-install-recommends libegl1" in machine.asked


def test_as_root_without_a_network_it_ends_with_4(dev: Dev, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    as_root(monkeypatch)
    lacks(monkeypatch, "libEGL.so.1")
    machine.has_command("apt-get", "exit 100")
    status, told = dev("run")
    assert (status, told.splitlines()[-1][:24]) == (4, "could not fetch libegl1 ")


@pytest.mark.parametrize("name", ["BPA_NO_INSTALL", "BPA_NO_APT"])
def test_nothing_is_added_where_that_is_forbidden(
    dev: Dev, machine: Machine, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    as_root(monkeypatch)
    lacks(monkeypatch, "libEGL.so.1")
    monkeypatch.setenv(name, "1")
    assert dev("run")[0] == 5
    assert machine.asked == []


def test_without_packages_from_the_network_it_ends_with_4(dev: Dev, machine: Machine) -> None:
    machine.let_pip_fail(NO_SUCH_PACKAGE)
    status, told = dev("run")
    assert status == 4
    assert told.splitlines()[-1] == f"packages could not be fetched: is the network there? {NO_SUCH_PACKAGE}"


@pytest.mark.parametrize("blame", ["OSError: [Errno 28] No space left on device", "[Errno 13] Permission denied: 'x'"])
def test_with_a_full_disk_it_ends_with_7(dev: Dev, machine: Machine, blame: str) -> None:
    machine.let_pip_fail(blame)
    status, told = dev("run")
    assert (status, "full or the folder is not writable" in told.splitlines()[-1]) == (7, True)


def test_with_too_little_room_nothing_is_begun(dev: Dev, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(10**9, 10**9, 5_000_000))
    status, line = dev("run")
    assert (status, line) == (7, f"too little room on the disk of {machine.venv}: 5 MB of 800")
    assert machine.asked == []


def test_where_it_may_not_write_it_ends_with_7(dev: Dev, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    (machine.folder / "file").touch()
    monkeypatch.setenv("BPA_VENV", str(machine.folder / "file" / "venv"))
    status, line = dev("run")
    assert (status, line) == (7, f"cannot write in {machine.folder / 'file' / 'venv'}: Not a directory")


def test_a_disk_that_is_full_at_the_last_write_ends_with_7(
    dev: Dev, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: object, text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "run.stamp")

    monkeypatch.setattr("pathlib.Path.write_text", refuse)
    status, told = dev("run")
    assert (status, told.splitlines()[-1]) == (7, "cannot write run.stamp: No space left on device")


def test_the_desktop_of_the_tests_is_added_where_that_is_allowed(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_root(monkeypatch)
    machine.has_command("apt-get")
    monkeypatch.setattr(system, "missing_desktop", lambda: ["xvfb"])
    system.offer_desktop()
    assert machine.asked[-1].startswith("apt-get install -y -qq --no-install-recommends xvfb")


def test_where_it_is_not_the_command_is_told_and_the_tests_go_on(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "missing_desktop", lambda: ["xvfb"])
    system.offer_desktop()
    assert "are left out. For them:  sudo apt install xvfb" in capfd.readouterr().err
    assert machine.asked == []


def test_a_command_that_is_missing_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "packager", lambda: "apt")
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "xdotool" else name)
    assert [name for name in system.missing_desktop() if name not in system.ATSPI["apt"]] == ["xdotool"]


def test_without_a_screen_it_ends_with_6(dev: Dev, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    status, told = dev("run", "--demo")
    assert (status, told.splitlines()[-1].split(":")[0]) == (6, "no screen")


@pytest.mark.skipif(not system.loads("libX11.so.6"), reason="the library of X is not here")
def test_with_a_screen_that_does_not_answer_it_ends_with_6(dev: Dev, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":9871")
    status, told = dev("run")
    assert (status, told.splitlines()[-1]) == (6, "no screen: DISPLAY ':9871' does not answer")


@pytest.mark.parametrize("words", [(), ("dance",)])
def test_a_word_it_does_not_know_ends_with_2(dev: Dev, words: tuple[str, ...]) -> None:
    assert dev(*words) == (2, "say run, test, bench, texts, lock or help")


def test_every_library_has_a_package_on_both_kinds_of_system() -> None:
    assert all(apt and dnf and library.startswith("lib") for library, apt, dnf in system.LIBRARIES)
    assert len({library for library, _, _ in system.LIBRARIES}) == len(system.LIBRARIES)
