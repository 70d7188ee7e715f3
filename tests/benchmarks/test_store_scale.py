"""Ten years of 20 assistants in the store: run by `packaging/dev bench`, alone on the machine."""

from __future__ import annotations

import sys

from tests.benchmarks.store_scale import LIMITS, SHIFTS, measured, ratios, told


def test_with_ten_times_as_much_a_week_and_an_undo_take_no_longer_and_all_else_about_ten_times_as_long() -> None:
    tenth, whole = measured(SHIFTS)
    sys.stdout.write(told(tenth, whole))
    found = ratios(tenth, whole)
    for name, limit in LIMITS.items():
        assert found[name] <= limit, name
