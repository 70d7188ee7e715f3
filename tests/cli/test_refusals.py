"""Bad input gives one clear line, an exit status, and no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpa_desktop.bootstrap import main
from bpa_desktop.cli import findings
from tests.cli.conftest import Call

CHARGE = ("charge", "--tariff", "asker-seed", "--income", "480000", "--date", "2026-12-01")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["check", "--nonsense"],
        ["check", "a", "b"],
        ["check", "no-such-file"],
        ["check", "\0"],
        ["check", "."],
        ["check", "DEMO", "--from", "yesterday"],
        ["check", "DEMO", "--from", "2026-13-01"],
        ["check", "DEMO", "--from", "0001-01-01"],
        ["check", "DEMO", "--from", "2026-12-02", "--to", "2026-12-01"],
        ["week", "DEMO", "2025-W53"],
        ["week", "DEMO", "2026-W00"],
        ["week", "DEMO", "49"],
        ["week"],
        ["account", "DEMO"],
        ["account", "DEMO", "--on", "2026-02-29"],
        ["cost", "DEMO", "--month", "2026-00"],
        ["cost", "DEMO", "--month", "2026"],
        ["cost", "DEMO", "--month", "1999-01"],
        ["cost", "DEMO", "--month", "2026-12", "--tariff-file", "DEMO"],
        ["cost", "DEMO", "--month", "2026-12", "--tariff-file", "no-such-file"],
        ["substitutes", "DEMO", "--shift", "nothing"],
        ["substitutes", "DEMO", "--shift", "w49-fri-eve", "--at", "2026-12-04T07:00:00"],
        ["tariffs", "check", "no-such-file"],
        ["tariffs", "check", "DEMO"],
        ["charge"],
        [*CHARGE],
        [*CHARGE, "--hours", "2", "--service", "alarm", "--units", "1"],
        [*CHARGE, "--service", "alarm"],
        [*CHARGE, "--service", "nothing", "--units", "1"],
        [*CHARGE, "--hours", "many"],
        [*CHARGE, "--hours", "-1"],
        [*CHARGE, "--hours", "1e3"],
        [*CHARGE, "--hours", "99999999"],
        [*CHARGE, "--hours", "2", "--date", "1950-01-01"],
        ["charge", "--tariff", "nowhere", "--income", "1", "--hours", "1", "--date", "2026-12-01"],
        ["import"],
        ["import", "no-such-file"],
        ["export", "--out", "x"],
        ["export", "--format", "docx", "--out", "x"],
        ["export", "--format", "csv", "--out", "x", "--week", "49"],
        ["export", "--format", "csv", "--out", "x", "--with", "income"],
        ["export", "--format", "json", "--out", "x", "--week", "2026-W49"],
        ["export", "--format", "json", "--out", "-", "--json"],
        ["--demo", "check", "DEMO"],
        ["--lang", "de", "check", "DEMO"],
        ["--data-dir"],
        ["restore"],
    ],
)
def test_bad_usage_is_two_and_says_why_on_standard_error(call: Call, demo: str, arguments: list[str]) -> None:
    outcome = call(*[demo if argument == "DEMO" else argument for argument in arguments])
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.strip()


def test_every_problem_of_a_file_is_a_line_with_its_place(call: Call, demo_tree: dict[str, Any]) -> None:
    demo_tree["shifts"][3]["end"] = demo_tree["shifts"][3]["start"]
    demo_tree["arrangement"]["regime"] = "navy"
    outcome = call("check", "-", "--json", stdin=json.dumps(demo_tree).encode())
    assert outcome.status == 2
    assert outcome.out == ""
    heading, first, second = outcome.err.splitlines()
    assert "2 problems" in heading
    assert first.startswith("arrangement.regime: ")
    assert second == "shifts[3].end: must be after start"


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bpa_desktop.cli.session.sys.stdin", None)
    assert main(["check", "-"]) == 2


def test_a_format_there_is_not_is_refused_with_those_there_are(call: Call) -> None:
    assert "json" in call("export", "--format", "docx", "--out", "x").err


def test_a_fault_of_the_program_is_one_line_and_four(call: Call, demo: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a name that must not be told")

    monkeypatch.setattr(findings.Told, "say", broken)
    outcome = call("check", demo)
    assert outcome.status == 4
    assert outcome.err.count("\n") == 1
    assert "ZeroDivisionError" in outcome.err
    assert "a name" not in outcome.err


def test_a_command_that_is_stopped_says_so_and_is_four(call: Call, demo: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(findings.Told, "say", stopped)
    outcome = call("check", demo)
    assert (outcome.status, outcome.err) == (4, "Stopped.\n")


@pytest.mark.parametrize(
    "verb",
    (
        *("account", "backup", "backups", "charge", "check", "cost", "doctor"),
        *("export", "import", "restore", "substitutes", "tariffs", "week"),
    ),
)
def test_every_verb_has_help_and_the_list_names_it(call: Call, verb: str) -> None:
    outcome = call(verb, "--help")
    assert outcome.status == 0
    assert verb in outcome.out
    assert f"\n  {verb} " in call("--help").out


def test_the_version_is_told(call: Call) -> None:
    assert call("--version").out.startswith("bpa-desktop ")


def test_letters_that_the_terminal_lacks_are_no_error(demo: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bpa_desktop", "week", demo, "2026-W49"],
        capture_output=True,
        check=False,
        cwd=Path(demo).parents[2],
        env={**os.environ, "PYTHONIOENCODING": "ascii:strict"},
    )
    assert done.returncode == 0
    assert b"Per ?deg?rd" in done.stdout
    assert done.stderr == b""


WORDS = (
    *("check", "charge", "cost", "account", "substitutes", "week", "tariffs", "DEMO", "-", "--", "--json", "--help"),
    *("--tariff", "asker-seed", "oslo-2019", "--income", "480000", "--hours", "20", "--date", "2026-12-01", "--on"),
    *("--month", "2026-12", "--shift", "w49-fri-eve", "2026-W49", "--from", "--to", "--service", "alarm", "--units"),
    *("--paid-this-year", "--lang", "nb", "--tariff-file", "-1", "", "æ"),
)


@given(words=st.lists(st.sampled_from(WORDS) | st.text(max_size=4), min_size=1, max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_end_in_a_status_and_never_in_a_traceback(call: Call, demo: str, words: list[str]) -> None:
    arguments = [demo if word == "DEMO" else word for word in words]
    outcome = call("check", *arguments, stdin=b"{}")
    assert outcome.status in (0, 1, 2, 3)
    assert outcome.out or outcome.err
    outcome = call(*arguments, "--json", stdin=b"{}")  # never without a command: that opens the window
    assert outcome.status in (0, 1, 2, 3)


def test_a_reader_that_has_had_enough_is_no_error(demo: str) -> None:
    command = f'"{sys.executable}" -m bpa_desktop check "{demo}" | true'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, cwd=Path(demo).parents[2])
    assert done.stderr == b""
