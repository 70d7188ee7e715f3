"""The promises about what is kept: each has its tests, or says plainly that it has none."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]
PROMISES: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("promises.toml").read_text("utf-8"))
MANY = 26


@cache
def names_in(path: Path) -> frozenset[str]:
    """Return the names of the tests in a file, also of those that a state machine makes."""
    names = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return frozenset(name for name in names if name.startswith(("test_", "Test")))


def test_no_promise_is_missing() -> None:
    assert list(PROMISES) == [str(number) for number in range(1, MANY + 1)]


@pytest.mark.parametrize("number", PROMISES)
def test_a_promise_has_tests_that_are_there_or_says_why_it_has_none(number: str) -> None:
    entry = PROMISES[number]
    assert set(entry) <= {"promise", "kept_by", "open", "left_out"}
    assert entry["promise"]
    assert ("kept_by" in entry) != ("left_out" in entry)
    assert entry.get("kept_by") or entry.get("left_out")
    assert "open" not in entry or ("kept_by" in entry and entry["open"])
    for test in entry.get("kept_by", ()):
        path, _, name = test.partition("::")
        assert name in names_in(TESTS / path), test
    assert len(set(entry.get("kept_by", ()))) == len(entry.get("kept_by", ()))
