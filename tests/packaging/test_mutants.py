"""The tally of the mutants: what counts as noticed, and how many are enough."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import mutants
import pytest

LISTED = """\
To apply a mutant on disk: see the manual
    bpa_desktop.rules.breaks.x__findings__mutmut_1: killed
    bpa_desktop.rules.breaks.x__findings__mutmut_2: segfault
    bpa_desktop.rules.breaks.x__findings__mutmut_3: survived
    bpa_desktop.rules.breaks.x__findings__mutmut_4: timeout
    bpa_desktop.rules.breaks.x__findings__mutmut_5: not checked
    bpa_desktop.rules.keeping.x_is_law__mutmut_1: no tests
    bpa_desktop.rules.keeping.x_is_law__mutmut_2: skipped
"""
LEFT = ("bpa_desktop.rules.breaks.x__findings__mutmut_3", "bpa_desktop.rules.keeping.x_is_law__mutmut_1")


def test_one_that_never_ends_is_noticed_and_one_that_no_test_runs_is_not() -> None:
    assert mutants.tally(LISTED) == mutants.Tally(5, 3, LEFT)
    assert mutants.tally("") == mutants.Tally(0, 0)


@pytest.mark.parametrize(
    ("made", "noticed", "enough"), [(100, 90, True), (100, 89, False), (0, 0, False), (7, 7, True)]
)
def test_nine_of_ten_are_enough(made: int, noticed: int, enough: bool) -> None:
    assert mutants.Tally(made, noticed).is_enough is enough


def faked(monkeypatch: pytest.MonkeyPatch, listed: str) -> list[list[str]]:
    """Put a made-up tool in the place of the real one; return what it is asked."""
    words: list[list[str]] = []

    def asked(folder: Path, said: Sequence[str]) -> str:
        assert (folder / "pyproject.toml").is_file()
        words.append(list(said))
        return listed if said[0] == "results" else "it did not start"

    monkeypatch.setattr(mutants, "asked", asked)
    return words


def test_those_that_nobody_noticed_are_named_and_too_few_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = faked(monkeypatch, LISTED)
    assert mutants.main(["bpa_desktop.rules.breaks*"]) == 1
    assert words == [["run", "bpa_desktop.rules.breaks*"], ["results", "--all", "true"]]
    assert capsys.readouterr().out.splitlines() == [
        *(f"not noticed: {name}" for name in LEFT),
        "3 of 5 mutants noticed (60.0%, 90 % are enough)",
    ]
    assert not (mutants.ROOT / "mutants").exists()


def test_enough_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    faked(monkeypatch, "    one: killed\n    two: killed\n")
    assert mutants.main([]) == 0


def test_where_none_were_made_it_says_what_the_tool_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    faked(monkeypatch, "")
    assert mutants.main([]) == 1
    assert capsys.readouterr().out.splitlines() == ["it did not start", "no mutants were made"]


def test_everything_the_tests_need_is_copied(tmp_path: Path) -> None:
    mutants.copied(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(mutants.COPIED)
    assert (tmp_path / "bpa_desktop" / "rules" / "breaks.py").is_file()
    assert not list(tmp_path.rglob("__pycache__"))
