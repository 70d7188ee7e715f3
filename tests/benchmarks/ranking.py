"""How long it takes to rank who can take a shift: a team of 15 with a year of history, and a provider's pool of 200.

Run by `packaging/dev bench`, or `python -m tests.benchmarks.ranking [ROUNDS]`, alone on the machine; no part of the
test command, which times nothing. What is asserted are ratios in one run, of the processor's own time: to the check of
the same year, and of the pool to the team. The aims are those of a machine that does nothing else.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from statistics import median

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.data.pay_book import shipped_pay_book
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import Answer, Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.ranking.standing import Terms
from bpa_desktop.ranking.substitutes import rank
from bpa_desktop.rules.catalogue import check
from tests.benchmarks.plans import plan_of

TEAM, POOL, WEEKS = 15, 200, 52
AIMS = {"team": 50.0, "pool": 300.0}
"""Milliseconds."""
CHECK_LIMIT = 0.5
"""What ranking the team may take of what the check of its year takes: it looks at each one's part of it only."""
GROWTH_LIMIT = 1.5
"""How much longer each of the pool may take than each of the team."""


@dataclass(frozen=True)
class Measured:
    """Milliseconds on a Wednesday and on a Sunday evening, and those of the check of the team's year."""

    team: float
    team_sunday: float
    pool: float
    pool_sunday: float
    check: float

    @property
    def of_check(self) -> float:
        """The team's ranking as a part of the check."""
        return max(self.team, self.team_sunday) / self.check

    @property
    def growth(self) -> float:
        """How many times longer each of the pool takes than each of the team."""
        return max(self.pool / self.team, self.pool_sunday / self.team_sunday) * TEAM / POOL


def history_of(team: int) -> Roster:
    """Return a year of half-time assistants under a pay agreement; about every twentieth shift three were asked."""
    plan = plan_of(WEEKS, team)
    kept = plan.shifts[::2]
    people = tuple(
        replace(one, travel_minutes=10 + at % 40, employments=(replace(one.employments[0], percent=Decimal(50)),))
        for at, one in enumerate(plan.assistants)
    )
    requests = tuple(_request(plan, shift, at) for at, shift in enumerate(kept[::20]))
    place = replace(plan.arrangement, pay_agreement="virke-bpa")
    return replace(plan, arrangement=place, assistants=people, shifts=kept, requests=requests)


def _request(plan: Roster, shift: Shift, at: int) -> SubstituteRequest:
    count = len(plan.assistants)
    asked = shift.span.start - timedelta(days=2)
    asks = tuple(
        Ask(plan.assistants[(at + n) % count].id, asked, Channel.SMS, Answer.NO, asked + timedelta(hours=1))
        for n in range(3)
    )
    return SubstituteRequest(f"r{at}", shift.id, RequestState.WITHDRAWN, asks=asks)


def opened(plan: Roster, weekday: int) -> tuple[Roster, Shift]:
    """Return the roster with the evening after the last of a weekday open, which most could take, and that shift."""
    zone = plan.arrangement.zone
    shift = next(
        one
        for one in reversed(plan.shifts)
        if one.span.start.astimezone(zone).hour == 14 and one.span.start.astimezone(zone).isoweekday() == weekday
    )
    wanted = replace(shift, id="open", assistant=None, span=shift.span.moved(timedelta(days=1)))
    return plan.with_shift(wanted), wanted


def measured(rounds: int) -> Measured:
    """Return the medians of so many rounds, each of a roster of which nothing is known yet."""
    team, pool = history_of(TEAM), history_of(POOL)
    return Measured(
        _ranked(team, 2, rounds=rounds),
        _ranked(team, 6, rounds=rounds),
        _ranked(pool, 2, rounds=rounds),
        _ranked(pool, 6, rounds=rounds),
        _median(lambda: check(replace(team), shipped_limits()), rounds),
    )


def _ranked(plan: Roster, weekday: int, *, rounds: int) -> float:
    terms = Terms(shipped_limits(), shipped_pay_book().rules("virke-bpa"))
    roster, shift = opened(plan, weekday)
    at = shift.span.start - timedelta(hours=9)
    return _median(lambda: rank(replace(roster), shift.id, terms=terms, at=at), rounds)


def _median(what: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds + 1):
        gc.collect()
        started = time.process_time()
        what()
        times.append((time.process_time() - started) * 1000)
    return median(times[1:])


def told(found: Measured) -> str:
    """Return the measurements as lines."""
    return (
        f"a team of {TEAM}, a year:  {found.team:7.1f} ms, on a Sunday {found.team_sunday:.1f} (aim {AIMS['team']})\n"
        f"a pool of {POOL}, a year: {found.pool:7.1f} ms, on a Sunday {found.pool_sunday:.1f} (aim {AIMS['pool']})\n"
        f"the team by its check:  {found.of_check:7.2f} times (limit {CHECK_LIMIT}), the check {found.check:.1f} ms\n"
        f"each of the pool:       {found.growth:7.2f} times each of the team (limit {GROWTH_LIMIT})\n"
    )


def is_within(found: Measured) -> bool:
    """Tell whether the ratios are within their limits."""
    return found.of_check <= CHECK_LIMIT and found.growth <= GROWTH_LIMIT


def main(arguments: list[str]) -> int:
    """Print what was measured; return 1 when a ratio is above its limit."""
    found = measured(int(arguments[0]) if arguments else 5)
    sys.stdout.write(told(found))
    return int(not is_within(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
