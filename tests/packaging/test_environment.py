"""The private environment: made once, kept while the lock is the same, made anew when it is broken or half made."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import environment
import pytest

from tests.packaging.conftest import Answer, Machine

Dev = Callable[..., Answer]
CATALOGUE = 'msgid ""\nmsgstr ""\n"Language: nb\\n"\n\nmsgid "Shift"\nmsgstr "Vakt"\n'


@pytest.fixture
def locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of locks that a test may change."""
    for name in ("run", "dev"):
        (tmp_path / f"{name}.txt").write_text(f"{name}==1\n", "utf-8")
    monkeypatch.setattr(environment, "LOCKS", tmp_path)
    return tmp_path


def installs(machine: Machine) -> list[str]:
    return [line for line in machine.asked if "pip install" in line]


def test_the_first_time_the_lock_is_installed_by_its_hashes(machine: Machine, locks: Path) -> None:
    environment.prepare("run", window=False)
    assert machine.asked[0] == f"-m venv {machine.venv}"
    options = "--only-binary=:all: --require-hashes"
    assert machine.asked[1] == f"-m pip install -q --disable-pip-version-check {options} -r {locks / 'run.txt'}"


def test_it_is_noted_which_python_built_it(machine: Machine, locks: Path) -> None:
    environment.prepare("run", window=False)
    assert (machine.venv / "built-with").read_text("utf-8") == f"{sys.executable}\n"


def test_the_second_time_nothing_is_started_at_all(machine: Machine, locks: Path) -> None:
    environment.prepare("run", window=True)
    machine.forget()
    environment.prepare("run", window=True)
    assert machine.asked == []


def test_the_environment_of_the_tests_serves_the_program_too(machine: Machine, locks: Path) -> None:
    environment.prepare("dev", window=False)
    machine.forget()
    environment.prepare("run", window=False)
    assert machine.asked == []


def test_the_environment_of_the_program_does_not_serve_the_tests(machine: Machine, locks: Path) -> None:
    environment.prepare("run", window=False)
    environment.prepare("dev", window=False)
    assert len(installs(machine)) == 2


def test_a_changed_lock_is_installed_into_the_same_environment(machine: Machine, locks: Path) -> None:
    environment.prepare("run", window=False)
    machine.forget()
    (locks / "run.txt").write_text("run==2\n", "utf-8")
    environment.prepare("run", window=False)
    assert len(installs(machine)) == 1
    assert not any(line.startswith("-m venv") for line in machine.asked)


def test_a_half_made_environment_is_made_anew(dev: Dev, machine: Machine) -> None:
    machine.let_pip_fail("ERROR: cut off")
    assert dev("run")[0] == 4
    machine.let_pip_fail("")
    machine.forget()
    (machine.venv / "left over").touch()
    environment.prepare("run", window=False)
    assert f"-m venv {machine.venv}" in machine.asked
    assert not (machine.venv / "left over").exists()


def test_a_folder_that_holds_something_else_is_left_alone(dev: Dev, machine: Machine) -> None:
    machine.venv.mkdir()
    (machine.venv / "photo.jpg").touch()
    status, line = dev("run")
    assert (status, line.split(", which")[0]) == (2, f"BPA_VENV names {machine.venv}")
    assert (machine.venv / "photo.jpg").exists()


def test_an_empty_folder_is_filled(machine: Machine, locks: Path) -> None:
    machine.venv.mkdir()
    assert environment.prepare("run", window=False).holds("run")


def test_an_environment_whose_python_does_not_start_is_made_anew(machine: Machine, locks: Path) -> None:
    environment.prepare("run", window=False)
    (machine.venv / "bin/python").write_text("#!/bin/sh\nexit 127\n", "utf-8")
    (locks / "run.txt").write_text("run==2\n", "utf-8")
    machine.forget()
    environment.prepare("run", window=False)
    assert f"-m venv {machine.venv}" in machine.asked


def test_an_environment_of_another_python_is_made_anew(
    machine: Machine, locks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare("run", window=False)
    machine.forget()
    monkeypatch.setattr(sys, "version", "3.99.0 (another)")
    environment.prepare("run", window=False)
    assert f"-m venv {machine.venv}" in machine.asked


def test_what_is_started_writes_bytecode_and_sees_no_package_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    child = environment.child_environment()
    assert "PYTHONDONTWRITEBYTECODE" not in child
    assert (child["PYTHONNOUSERSITE"], child["PYTHONPATH"]) == ("1", str(environment.ROOT))


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of its own, and the real Python to compile it."""
    source = tmp_path / "translations/nb/bpa_desktop.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE, "utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment.Venv, "python", Path(sys.executable))
    return source


def test_a_catalogue_is_compiled_and_left_alone_until_it_changes(catalogue: Path, tmp_path: Path) -> None:
    compiled = catalogue.with_suffix(".mo")
    assert environment.compile_translations(environment.Venv(tmp_path))
    assert b"Vakt" in compiled.read_bytes()
    compiled.write_bytes(b"as it was")
    assert environment.compile_translations(environment.Venv(tmp_path))
    assert compiled.read_bytes() == b"as it was"
    os.utime(compiled, (0, 0))
    assert environment.compile_translations(environment.Venv(tmp_path))
    assert b"Vakt" in compiled.read_bytes()


def test_a_catalogue_that_cannot_be_compiled_is_told(catalogue: Path, tmp_path: Path) -> None:
    catalogue.write_bytes(CATALOGUE.encode().replace(b"Vakt", b"\xff"))
    assert not environment.compile_translations(environment.Venv(tmp_path))
