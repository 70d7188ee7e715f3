"""The 47 points of accessibility: each held by tests that there are, looked at by hand, or said to be missing."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
POINTS: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/ui/checklist.toml").read_text(encoding="utf-8"))["point"]
COUNT = 47


@cache
def names_in(path: Path) -> frozenset[str]:
    """Return the names of a module's tests; none where there is no module."""
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def unknown(point: dict[str, Any]) -> list[str]:
    """Return the tests a point names that do not exist."""
    parted = [(test, *test.partition("::")[::2]) for test in point.get("tests", ())]
    return [test for test, path, name in parted if name not in names_in(ROOT / path)]


def test_no_point_is_left_out_or_there_twice() -> None:
    assert [point["number"] for point in POINTS] == list(range(1, COUNT + 1))


@pytest.mark.parametrize("point", POINTS, ids=[str(point["number"]) for point in POINTS])
def test_every_point_is_held_by_tests_that_there_are_or_says_why_not(point: dict[str, Any]) -> None:
    assert set(point) <= {"number", "text", "how", "tests", "manual", "missing"}
    assert point["how"] in set("APKM")
    assert point.get("tests") or point.get("manual") or point.get("missing")
    assert all(point[reason] for reason in ("manual", "missing") if reason in point)
    assert unknown(point) == []


def test_a_test_that_is_not_there_is_found() -> None:
    made_up = "tests/ui/test_checklist.py::test_that_is_not_there"
    here = "tests/ui/test_checklist.py::test_a_test_that_is_not_there_is_found"
    assert unknown({"tests": [here, made_up, "tests/nowhere.py::test_x"]}) == [made_up, "tests/nowhere.py::test_x"]
