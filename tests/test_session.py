"""The session that every test stands on: apart from the user's things, and choosy about what runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers

from tests.architecture.tree import ROOT

SAMPLE = """
import pytest

def test_ordinary(): pass

@pytest.mark.thorough
def test_long(): pass

@pytest.mark.desktop
def test_on_a_screen(): pass
"""

MEASURED = """
def said(language):
    if language == "en":
        return 1
    if language == "nb":
        return 2
    return 3

def drawn(number):
    return number
"""
SAMPLE_OF_MEASURED = """
import sys

import pytest
from hypothesis import given, strategies
from measured import drawn, said

@pytest.mark.parametrize("spoken", ["en", "nb"])
def test_in_two_languages(spoken): assert said(spoken)

@pytest.mark.parametrize("spoken", ["nn"])
def test_in_one(spoken): assert said(spoken)

@given(strategies.integers())
def test_many_examples(number): assert (drawn(number), sys.gettrace()) == (number, None)
"""


def session(folder: Path, *options: str, sample: str = SAMPLE, **environment: str) -> str:
    """Run a sample of tests in a session of its own, on a machine without the desktop's tools; return what it said."""
    (folder / "test_sample.py").write_text(sample, "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "-rs", *options]
    names = {name: value for name, value in os.environ.items() if name != "CI"}
    names |= {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'packaging'}", "PATH": str(folder), **environment}
    command += ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), str(folder / "test_sample.py")]
    return subprocess.run(command, cwd=folder, env=names, capture_output=True, text=True, check=False).stdout


def test_long_runs_are_left_out(tmp_path: Path) -> None:
    assert "1 passed, 1 skipped, 1 deselected" in session(tmp_path)


def test_long_runs_are_made_when_asked_for(tmp_path: Path) -> None:
    assert "2 passed, 1 skipped" in session(tmp_path, "--thorough")


def test_a_test_of_the_desktop_is_skipped_with_the_command_that_mends_it(tmp_path: Path) -> None:
    said = session(tmp_path)
    assert "not installed here; for this test:  sudo apt install xvfb" in said


def test_in_ci_a_test_of_the_desktop_may_not_be_skipped(tmp_path: Path) -> None:
    assert "1 passed, 1 deselected, 1 error" in session(tmp_path, CI="true")


@pytest.mark.parametrize("side_by_side", ["0", "2"])
def test_lines_are_counted_of_one_example_and_in_one_language(tmp_path: Path, side_by_side: str) -> None:
    (tmp_path / "measured.py").write_text(MEASURED, "utf-8")
    counting = ("--cov=measured", "--cov-report=term-missing", "-n", side_by_side)
    said = session(tmp_path, *counting, sample=SAMPLE_OF_MEASURED, COVERAGE_FILE=str(tmp_path / "counted"))
    assert "4 passed" in said
    row = next(line for line in said.splitlines() if line.startswith("measured.py"))
    assert row.split("%")[1].strip() == "6, 10"


def test_no_example_is_made_of_what_stands_in_the_code(request: pytest.FixtureRequest) -> None:
    import bpa_desktop.domain.span  # noqa: F401  # some code with numbers in it

    assert request.config.getoption("--thorough") or len(providers._get_local_constants()) == 0


@pytest.mark.parametrize("name", ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"])
def test_the_folders_of_the_user_are_not_those_of_the_tests(name: str) -> None:
    folder = Path(os.environ[name])
    assert folder.parent.name.startswith("bpa-tests-")
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "BPA_DESKTOP_PASSPHRASE"])
def test_the_screen_the_bus_and_the_passphrase_of_the_user_are_out_of_reach(name: str) -> None:
    assert name not in os.environ


def test_the_key_store_of_the_user_is_out_of_reach() -> None:
    import keyring.backends.fail

    assert isinstance(keyring.get_keyring(), keyring.backends.fail.Keyring)


def test_ordinary_examples_are_few_and_the_same_each_time(request: pytest.FixtureRequest) -> None:
    profile = settings.get_profile("default")
    assert (profile.derandomize, profile.deadline, profile.max_examples) == (True, None, 25)
    assert settings.get_profile("thorough").max_examples == 1000
    chosen = settings.get_profile("thorough" if request.config.getoption("--thorough") else "default")
    assert settings().max_examples == chosen.max_examples
