"""Who can take a shift: run by `packaging/dev bench`, alone on the machine."""

from __future__ import annotations

import sys

from tests.benchmarks.ranking import is_within, measured, told


def test_ranking_is_quick_beside_the_check_and_grows_with_the_team_only() -> None:
    found = measured(5)
    sys.stdout.write(told(found))
    assert is_within(found)
