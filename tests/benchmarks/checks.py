"""How long the check of the rules takes: a year from scratch, a change while the hand moves, and a very large roster.

Run by `packaging/dev bench`, or `python -m tests.benchmarks.checks`, alone on the machine; no part of the test command,
which times nothing.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from statistics import median

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.rules.catalogue import check
from bpa_desktop.rules.checker import Checker
from tests.benchmarks.plans import plan_of

YEAR_LIMIT, CHANGE_LIMIT = 150.0, 8.0
"""Milliseconds: a year of 15 assistants from scratch; one change in 12 weeks of 15 assistants."""
GROWTH_LIMIT = 2.5
"""How much longer twice the shifts may take: 2 is linear, 4 would be quadratic."""
LARGE = 20_000


@dataclass(frozen=True)
class Measured:
    """Milliseconds, and how many times longer 20 000 shifts take than half of them; by weeks, by
    shifts at once, and by shifts without a pause.
    """

    year: float
    change: float
    large: float
    growth: float
    crowd_growth: float
    chain_growth: float


def measured(rounds: int) -> Measured:
    """Return the medians of so many rounds, after one that is not counted."""
    year = plan_of(52)
    whole = _median(lambda: check(replace(year), shipped_limits()), rounds)
    half, large = _of_size(LARGE // 2), _of_size(LARGE)
    small_time = _median(lambda: check(replace(half), shipped_limits()), 3)
    large_time = _median(lambda: check(replace(large), shipped_limits()), 3)
    fewer, more = (_crowd(count) for count in (LARGE // 4, LARGE // 2))
    fewer_time = _median(lambda: check(replace(fewer), shipped_limits()), 3)
    more_time = _median(lambda: check(replace(more), shipped_limits()), 3)
    short, long = (_chain(count) for count in (LARGE // 4, LARGE // 2))
    short_time = _median(lambda: check(replace(short), shipped_limits()), 3)
    long_time = _median(lambda: check(replace(long), shipped_limits()), 3)
    return Measured(
        whole,
        _change(rounds),
        large_time,
        large_time / small_time,
        more_time / fewer_time,
        long_time / short_time,
    )


def _median(what: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds + 1):
        gc.collect()
        started = time.perf_counter()
        what()
        times.append((time.perf_counter() - started) * 1000)
    return median(times[1:])


def _change(rounds: int) -> float:
    """Return the median of asking about one shift, in the row of each assistant and on the day after."""
    plan, checker = plan_of(12), Checker(shipped_limits())
    checker.check(plan)
    held = plan.shifts[len(plan.shifts) // 2]
    span = held.span.moved(timedelta(days=1))
    moved = [plan.with_shift(replace(held, assistant=one.id, span=span)) for one in plan.assistants]
    return median(_median(lambda one=changed: checker.new_in(replace(one)), rounds) for changed in moved)  # type: ignore[misc]


def _of_size(count: int) -> Roster:
    """Return a roster of so many shifts, over as many weeks as it takes a team of fifteen."""
    plan = plan_of(count // 60 + 1)
    return replace(plan, shifts=plan.shifts[:count])


def _crowd(count: int) -> Roster:
    """Return a roster in which one assistant has so many shifts in few weeks, most of them at once."""
    plan = _of_size(count)
    first = plan.shifts[0].span
    return replace(
        plan,
        shifts=tuple(
            replace(held, assistant="p00", span=first.moved(timedelta(minutes=at % 3000)))
            for at, held in enumerate(plan.shifts)
        ),
    )


def _chain(count: int) -> Roster:
    """Return a roster in which one assistant works without any pause, in so many shifts."""
    plan = _of_size(count)
    first = plan.shifts[0].span
    return replace(
        plan,
        shifts=tuple(
            replace(held, assistant="p00", span=first.moved(at * first.length)) for at, held in enumerate(plan.shifts)
        ),
    )


def told(found: Measured) -> str:
    """Return the measurements as lines."""
    return (
        f"a year of 15 assistants:    {found.year:7.1f} ms (limit {YEAR_LIMIT})\n"
        f"one change in 12 weeks:     {found.change:7.1f} ms (limit {CHANGE_LIMIT})\n"
        f"{LARGE} shifts:               {found.large:7.1f} ms, {found.growth:.2f} times half of them"
        f" (limit {GROWTH_LIMIT})\n"
        f"{LARGE // 2} at once:              {found.crowd_growth:.2f} times half of them (limit {GROWTH_LIMIT})\n"
        f"{LARGE // 2} without a pause:       {found.chain_growth:.2f} times half of them (limit {GROWTH_LIMIT})\n"
    )


def main(arguments: list[str]) -> int:
    """Print what was measured; return 1 when something is above its limit."""
    found = measured(int(arguments[0]) if arguments else 5)
    sys.stdout.write(told(found))
    return int(not is_within(found))


def is_within(found: Measured) -> bool:
    """Tell whether all is within its limit."""
    is_quick = found.year <= YEAR_LIMIT and found.change <= CHANGE_LIMIT
    return is_quick and max(found.growth, found.crowd_growth, found.chain_growth) <= GROWTH_LIMIT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
