"""The repository keeps its form, and each check of it has been seen to fail."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.repository import INDEX_ADDRESSES, MACHINE_PATHS, is_one_sentence, lines_with, misplaced
from tests.architecture.tree import PACKAGE, ROOT, Module, modules, tracked

LOCKS = sorted((ROOT / "packaging").glob("*.txt"))
PACKAGES = [module for module in modules(PACKAGE) if module.name == "__init__" and module.path.count("/") > 1]
SLASH = "/"  # so that this file does not hold what it looks for


def test_a_stranger_on_the_top_level_is_found() -> None:
    assert misplaced(["src/x.py", ".ci/run", "README.md", "setup.py"]) == ["setup.py", "src"]


@pytest.mark.parametrize("folder", ["root", "home", "work", "tmp"])
def test_a_path_of_one_machine_is_found(folder: str) -> None:
    assert lines_with(MACHINE_PATHS, f'a\nhere = "{SLASH}{folder}/me/x"') == [f'here = "{SLASH}{folder}/me/x"']


@pytest.mark.parametrize(
    "line", ["bpa_desktop/home/view.py", "tests/work/x", "~/work/x", "${HOME}/work/", "/home/kari/x"]
)
def test_a_folder_of_the_repository_is_no_path_of_a_machine(line: str) -> None:
    assert lines_with(MACHINE_PATHS, line) == []


@pytest.mark.parametrize("line", ["--index-url x", "--find-links wheels", "a @ https://x", "a @ file:///x"])
def test_an_address_in_a_lock_is_found(line: str) -> None:
    assert lines_with(INDEX_ADDRESSES, f"a==1 --hash=sha256:00\n{line}") == [line]


@pytest.mark.parametrize("said", ["", "No stop", "Two. Sentences.", "Two\nlines.", "lower case."])
def test_a_docstring_that_is_not_one_sentence_is_found(said: str) -> None:
    assert not is_one_sentence(Module("x/__init__.py", f'"""{said}"""'))


def test_a_sentence_with_a_file_name_is_one_sentence() -> None:
    assert is_one_sentence(Module("x/__init__.py", '"""Rows, as tables.py has them: the only SQL."""'))


def test_without_git_the_files_are_those_that_gitignore_lets_through(tmp_path: Path) -> None:
    for name in ("a.py", ".venv/x.py", "b/__pycache__/c.pyc", "b/c.mo", "b/d.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".gitignore").write_text(".venv/\n__pycache__/\n*.mo\n", "utf-8")
    assert tracked(tmp_path) == [".gitignore", "a.py", "b/d.py"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_with_git_the_files_are_those_it_would_keep(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for name in ("a.py", "b.mo", "c.txt"):
        (tmp_path / name).touch()
    (tmp_path / ".gitignore").write_text("*.mo\n", "utf-8")
    assert tracked(tmp_path) == [".gitignore", "a.py", "c.txt"]


# The repository


def test_the_top_level_is_the_one_of_the_design() -> None:
    assert misplaced(tracked()) == []


def test_no_file_names_a_path_of_one_machine() -> None:
    found = {}
    for name in tracked():
        try:
            lines = lines_with(MACHINE_PATHS, (ROOT / name).read_text("utf-8"))
        except UnicodeDecodeError:
            continue  # a picture or a font
        if lines:
            found[name] = lines
    assert found == {}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert lines_with(INDEX_ADDRESSES, text) == []
    assert "--hash=sha256:" in text


def test_locks_that_hold_addresses_stay_out() -> None:
    assert not {"uv.lock", "pylock.toml"} & {Path(name).name for name in tracked()}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.path)
def test_every_floor_and_room_says_in_one_sentence_what_it_is(package: Module) -> None:
    assert is_one_sentence(package)
