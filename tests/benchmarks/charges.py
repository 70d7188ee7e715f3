"""How long a hundred thousand co-payments take, over every shipped list: the median of some rounds, in seconds.

Run by `packaging/dev bench`, or `python -m tests.benchmarks.charges [ROUNDS]`, alone on the machine; no part of the
test command, which times nothing. The questions are made before the clock starts, and the first round warms up.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date
from decimal import Decimal
from statistics import median

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.national_maximum import shipped_national_maximum
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.tariff.charge import Question, charge
from bpa_desktop.tariff.price_list import Tariff

CHARGES = 100_000
LIMIT = 3.0
"""Seconds."""


def questions() -> list[tuple[Tariff, Question]]:
    """Return so many questions about practical assistance, the same ones every time."""
    chance = random.Random(430)
    return [
        (
            chance.choice(shipped_tariffs()),
            Question(
                "practical",
                Decimal(chance.randrange(400)) / 4,
                Decimal(chance.randrange(1_200_000)),
                date(chance.randrange(2016, 2027), chance.randrange(1, 13), 1),
            ),
        )
        for _ in range(CHARGES)
    ]


def measured(rounds: int) -> float:
    """Return the median seconds of so many rounds, after one that is not counted."""
    asked, base_amounts, national = questions(), shipped_base_amounts(), shipped_national_maximum()
    times = []
    for _ in range(rounds + 1):
        started = time.perf_counter()
        for tariff, question in asked:
            charge(tariff, question, base_amounts=base_amounts, national=national)
        times.append(time.perf_counter() - started)
    return median(times[1:])


def told(seconds: float) -> str:
    """Return the measurement as a line."""
    return f"{CHARGES} charges:             {seconds:6.3f} s (limit {LIMIT})\n"


def main(arguments: list[str]) -> int:
    """Print the seconds; return 1 when they are above the limit."""
    seconds = measured(int(arguments[0]) if arguments else 5)
    sys.stdout.write(told(seconds))
    return int(seconds > LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
