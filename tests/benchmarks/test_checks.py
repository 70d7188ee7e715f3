"""The check of the rules: run by `packaging/dev bench`, alone on the machine."""

from __future__ import annotations

import sys

from tests.benchmarks.checks import is_within, measured, told


def test_the_check_keeps_up_with_the_hand_and_grows_with_the_roster_only() -> None:
    found = measured(5)
    sys.stdout.write(told(found))
    assert is_within(found)
