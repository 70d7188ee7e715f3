"""The start, beside an empty PySide6 window: run by `packaging/dev bench`, alone on the machine."""

from __future__ import annotations

import sys

from tests.benchmarks.start import ANSWERED_LIMIT, MAPPED_LIMIT, measured, told


def test_the_window_is_there_within_twice_and_the_week_within_six_times_an_empty_window() -> None:
    ratios = measured(7)
    sys.stdout.write(told(ratios))
    assert ratios.mapped_ratio <= MAPPED_LIMIT
    assert ratios.answered_ratio <= ANSWERED_LIMIT
