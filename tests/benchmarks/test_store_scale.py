"""Ten years of 20 assistants in the store: run by `packaging/dev bench`, alone on the machine."""

from __future__ import annotations

import sys

from tests.benchmarks.store_scale import LIMITS, SHIFTS, measured, ratios, told


def test_ten_times_as_much_takes_a_week_and_an_undo_hardly_longer_and_all_else_no_more_than_ten_times() -> None:
    tenth, whole = measured(SHIFTS)
    sys.stdout.write(told(tenth, whole))
    for name, ratio in ratios(tenth, whole).items():
        assert ratio <= LIMITS[name], name
