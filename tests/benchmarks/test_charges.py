"""A hundred thousand co-payments: run by `packaging/dev bench`, alone on the machine."""

from __future__ import annotations

import sys

from tests.benchmarks.charges import LIMIT, measured, told


def test_a_hundred_thousand_charges_take_three_seconds_at_most() -> None:
    seconds = measured(5)
    sys.stdout.write(told(seconds))
    assert seconds <= LIMIT
