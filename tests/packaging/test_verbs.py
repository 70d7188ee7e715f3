"""`run` hands its words to the program; `test` runs every check to the end and says how each went."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import dev as dev_script
import pytest

from tests.architecture.tree import ROOT
from tests.packaging.conftest import Answer, Machine

Dev = Callable[..., Answer]
STEPS = ("translations", "ruff check", "ruff format", "mypy", "lint-imports", "pytest", "coverage")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What took the place of dev.py."""
    commands: list[list[str]] = []

    def take_the_place(path: str, command: list[str], environment: dict[str, str]) -> None:
        commands.append([path, *command[1:]])

    monkeypatch.setattr(os, "execve", take_the_place)
    return commands


@pytest.fixture(autouse=True)
def _a_desktop_and_compiled_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("system.missing_desktop", list)
    monkeypatch.setattr(dev_script, "compile_translations", lambda venv: True)


@pytest.mark.parametrize(
    "words", [(), ("--demo",), ("--data-dir", "check"), ("--lang", "nn", "--demo"), ("--data-dir=x",)]
)
def test_without_a_verb_the_program_opens_its_window(words: tuple[str, ...]) -> None:
    assert dev_script.opens_window(words)


@pytest.mark.parametrize(
    "words", [("check", "FILE"), ("--lang", "nb", "check"), ("--data-dir", "x", "doctor"), ("--help",), ("--version",)]
)
def test_with_a_verb_it_does_not(words: tuple[str, ...]) -> None:
    assert not dev_script.opens_window(words)


def test_run_hands_every_word_to_the_program(dev: Dev, machine: Machine, started: list[list[str]]) -> None:
    dev("run", "--demo", "--lang", "nn")
    assert started == [[str(machine.venv / "bin/python"), "-m", "bpa_desktop", "--demo", "--lang", "nn"]]


def test_a_verb_of_the_command_line_needs_no_screen_and_no_library_of_qt(
    dev: Dev, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr("system.loads", lambda library: False)
    dev("run", "check", "roster.json")
    assert started[0][1:] == ["-m", "bpa_desktop", "check", "roster.json"]


def test_test_runs_every_step_and_ends_with_the_counts_of_pytest(
    dev: Dev, machine: Machine, capfd: pytest.CaptureFixture[str]
) -> None:
    assert dev_script.main(["test"]) == 0
    summary = capfd.readouterr().out.split("--- summary\n")[1].splitlines()
    assert summary == [*(f"{step}: ok" for step in STEPS), "41 passed, 1 skipped in 0.10s"]


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("ruff check", "ruff check"),
        ("--check .", "ruff format"),
        ("-m mypy", "mypy"),
        ("importlinter", "lint-imports"),
        ("-m pytest", "pytest"),
        ("coverage report", "coverage"),
    ],
)
def test_a_step_that_fails_fails_the_command_and_the_others_still_run(
    machine: Machine, capfd: pytest.CaptureFixture[str], words: str, step: str
) -> None:
    machine.let_fail(words)
    assert dev_script.main(["test"]) == 1
    lines = capfd.readouterr().out.splitlines()
    assert [line for line in lines if line.endswith(": ok")] == [f"{name}: ok" for name in STEPS if name != step]
    assert f"{step}: FAILED (status 1)" in lines


def test_a_catalogue_that_cannot_be_compiled_fails_the_tests(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev_script, "compile_translations", lambda venv: False)
    assert dev_script.main(["test"]) == 1
    assert "translations: FAILED" in capfd.readouterr().out


def test_with_thorough_pytest_is_told_and_the_checks_run_too(dev: Dev, machine: Machine) -> None:
    dev("test", "--thorough")
    assert any(asked.startswith("-m pytest -n auto") and asked.endswith(" --thorough") for asked in machine.asked)
    assert "-m mypy" in machine.asked
    assert machine.asked[-1].endswith("mutants.py")


def test_too_few_mutants_noticed_fail_the_thorough_tests(machine: Machine, capfd: pytest.CaptureFixture[str]) -> None:
    machine.let_fail("mutants.py")
    assert dev_script.main(["test", "--thorough"]) == 1
    assert "mutants: FAILED (status 1)" in capfd.readouterr().out
    assert dev_script.main(["mutants", "bpa_desktop.rules.weeks*"]) == 1
    assert machine.asked[-1].endswith("mutants.py bpa_desktop.rules.weeks*")


def test_the_ordinary_tests_make_no_mutants(dev: Dev, machine: Machine) -> None:
    dev("test")
    assert not any("mutants.py" in asked for asked in machine.asked)


def test_with_arguments_of_pytest_only_pytest_runs(dev: Dev, machine: Machine) -> None:
    dev("test", "tests/domain", "-k", "two words", "--thorough")
    assert machine.asked[2:] == ["-m pytest tests/domain -k two words --thorough"]


def test_the_status_of_pytest_alone_is_handed_back(dev: Dev, machine: Machine) -> None:
    machine.let_fail("-m pytest tests/domain")
    assert dev("test", "tests/domain")[0] == 1


@pytest.mark.parametrize(
    ("output", "line"),
    [
        ("...\n3 passed in 0.1s\n", "3 passed in 0.1s"),
        ("== 1 failed, 2 passed in 9s (0:00:09) ==\n", "1 failed, 2 passed in 9s (0:00:09)"),
        ("1 passed in 1s\nWrote a report\n", "1 passed in 1s"),
        ("no tests ran", ""),
    ],
)
def test_the_counts_are_found_in_what_pytest_said(output: str, line: str) -> None:
    assert dev_script.closing_line(output) == line


# What stands beside the script


def pins(lock: str) -> dict[str, str]:
    """Return the names and versions of a lock."""
    text = (ROOT / "packaging" / f"{lock}.txt").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.]+)", text, re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=~! ;\[]", requirement)[0].lower() for requirement in requirements}


def test_the_lock_of_the_tests_holds_the_lock_of_the_program() -> None:
    assert pins("run").items() <= pins("dev").items()


def test_the_locks_hold_everything_that_pyproject_asks_for() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert names(settings["project"]["dependencies"]) <= set(pins("run"))
    assert names(settings["dependency-groups"]["dev"]) <= set(pins("dev"))


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_no_lock_asks_for_the_full_version_of_python(lock: str) -> None:
    assert "python_full_version" not in (ROOT / "packaging" / f"{lock}.txt").read_text("utf-8")


def test_a_marker_on_the_full_version_is_made_one_on_the_minor_version() -> None:
    lock = "zipp==4 ; python_full_version < '3.12' and sys_platform == 'linux' \\\n    --hash=sha256:0"
    assert dev_script.for_old_pip(lock) == lock.replace("_full", "")


def section(readme: str, word: str) -> str:
    """Return what stands below the headings with a word in them."""
    parts = re.split(r"^(#+ .*)$", readme, flags=re.MULTILINE)
    return "".join(text for heading, text in zip(parts[1::2], parts[2::2], strict=True) if word in heading)


def test_ci_runs_the_test_command_of_the_readme_and_nothing_else() -> None:
    script = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    command = script[-1].split("exec ")[1]
    assert script == ["#!/bin/sh", f'cd "$(dirname "$0")/.." && exec {command}']
    assert command == "packaging/dev test"
    assert command in section((ROOT / "README.md").read_text("utf-8"), "Test").splitlines()


@pytest.mark.parametrize("script", [".ci/run", "packaging/dev"])
def test_the_scripts_may_be_started(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    assert Path(ROOT / script).read_text("utf-8").startswith("#!/bin/sh\n")


def test_what_a_package_asks_for_with_an_extra_is_locked_with_it() -> None:
    """The locked install takes nothing that is asked for otherwise than it is locked."""
    assert "\ncoverage[toml]==" in (ROOT / "packaging" / "dev.txt").read_text("utf-8")
