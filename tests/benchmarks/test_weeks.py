"""The roster screen: run by `packaging/dev bench`, alone on the machine."""

from __future__ import annotations

import sys

from tests.benchmarks.weeks import is_within, measured, told


def test_the_roster_keeps_up_with_the_keys_however_much_is_planned_and_needs_no_more_memory() -> None:
    found = measured(9)
    sys.stdout.write(told(found))
    assert is_within(found)
