"""Nothing heavy is imported before the first frame. What that saves is measured in tests/benchmarks, not here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.start import started


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What the probe saw of one start on the demo."""
    folder: Path = tmp_path_factory.mktemp("data")
    return started("program", str(folder))


def test_nothing_heavy_is_imported_before_the_first_frame(facts: dict[str, object]) -> None:
    assert facts["heavy"] == []


def test_the_week_is_drawn_and_answers_a_key_by_itself(facts: dict[str, object]) -> None:
    assert float(str(facts["mapped"])) < float(str(facts["drawn"])) <= float(str(facts["answered"]))


def test_python_does_not_look_for_garbage_among_what_stays_while_the_week_is_drawn(facts: dict[str, object]) -> None:
    assert int(str(facts["passed over"])) > 10_000
