"""How fast the roster is: a week of 20 assistants and 500 shifts, ten years of 60 000, and memory over 2 000 weeks.

Run by `packaging/dev bench`, or `python -m tests.benchmarks.weeks [ROUNDS]`; no part of the test command, which times
nothing. Each roster is shown in a process of its own, offscreen. What is asserted are ratios: to 500 plain buttons that
are drawn in the same process, and of ten years to three weeks. The aims are those of a machine that does nothing else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
AIMS = {"first": 60.0, "turned": 35.0, "moved": 16.0}
"""Milliseconds: the week drawn first; another week drawn; from the key until a shift is moved, checked and drawn."""
LIMITS = {"first": 8.0, "turned": 8.0, "moved": 10.0}
"""So many times as long as 500 plain buttons take, to be made or to be given another text, and to be drawn."""
YEARS_LIMITS = {"first": 2.0, "turned": 2.0, "moved": 2.5, "checking": 2.5}
"""How many times longer ten years may take than three weeks of them.

A move is checked only as far as it reaches; `checking` is what that takes once the week is drawn.
"""
MEMORY_LIMIT = 1024
"""KiB by which the second thousand changes of week may add to the memory."""


@dataclass(frozen=True)
class Figures:
    """Medians in milliseconds; of plain buttons too, drawn in the same processes."""

    first: float
    turned: float
    turned_checked: float
    moved: float
    moved_drawn: float
    bare_first: float
    bare_again: float

    @property
    def checking(self) -> float:
        """From when the moved shift is drawn until it is checked."""
        return self.moved - self.moved_drawn


@dataclass(frozen=True)
class Measured:
    """The crowded week, three weeks of ten years and all of them; KiB before, between and after."""

    crowded: Figures
    few: Figures
    years: Figures
    memory: tuple[int, int, int]

    @property
    def ratios(self) -> dict[str, float]:
        """The crowded week, by what the plain buttons take."""
        return {
            "first": self.crowded.first / self.crowded.bare_first,
            "turned": self.crowded.turned / self.crowded.bare_again,
            "moved": self.crowded.moved / self.crowded.bare_again,
        }

    @property
    def years_ratios(self) -> dict[str, float]:
        """Ten years, by three weeks of them."""
        return {name: getattr(self.years, name) / getattr(self.few, name) for name in YEARS_LIMITS}

    @property
    def memory_added(self) -> int:
        """KiB that the second thousand changes of week added."""
        return self.memory[2] - self.memory[1]


def facts_of(what: str, rounds: int) -> dict[str, Any]:
    """Measure one thing in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.benchmarks.week_probe", what, str(rounds)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=900, check=True)
    facts: dict[str, Any] = json.loads(done.stdout)
    return facts


def figures(what: str, *, rounds: int, starts: int = 3) -> Figures:
    """Return the medians of a roster, over so many processes."""
    found = [facts_of(what, rounds) for _ in range(starts)]
    assert all(one["painted"] for one in found), "nothing was drawn: the figures would be of nothing"

    def middle(deed: str, until: str) -> float:
        return float(median(each for one in found for each in one[deed][until]))

    return Figures(
        median(one["first"] for one in found),
        middle("turned", "drawn"),
        middle("turned", "checked"),
        middle("moved", "checked"),
        middle("moved", "drawn"),
        median(one["bare"]["first"] for one in found),
        median(each for one in found for each in one["bare"]["again"]),
    )


def measured(rounds: int) -> Measured:
    """Return everything."""
    memory = facts_of("memory", rounds)["memory"]
    return Measured(
        figures("crowded", rounds=rounds),
        figures("few", rounds=rounds),
        figures("years", rounds=rounds),
        (memory[0], memory[1], memory[2]),
    )


def told(found: Measured) -> str:
    """Return the measurements as lines."""
    plain = found.crowded
    lines = [f"500 plain buttons:          {plain.bare_first:7.1f} ms first, {plain.bare_again:.1f} again"]
    for name, each in (("500 shifts in a week", found.crowded), ("three weeks", found.few), ("ten years", found.years)):
        lines.append(
            f"{name + ':':27} {each.first:7.1f} ms first; another week {each.turned:.1f}, checked"
            f" {each.turned_checked:.1f}; a shift moved {each.moved_drawn:.1f}, checked {each.moved:.1f}"
        )
    for name, ratio in found.ratios.items():
        lines.append(f"  {name} by plain buttons:   {ratio:5.2f} times (limit {LIMITS[name]}; aim {AIMS[name]} ms)")
    for name, ratio in found.years_ratios.items():
        lines.append(f"  {name}, years by weeks:   {ratio:5.2f} times (limit {YEARS_LIMITS[name]})")
    before, between, after = found.memory
    lines.append(
        f"memory over 2 000 weeks:    {before} KiB, {between - before:+} in the first thousand, {after - between:+} in"
        f" the second (limit {MEMORY_LIMIT})"
    )
    return "\n".join(lines) + "\n"


def is_within(found: Measured) -> bool:
    """Tell whether all is within its limit."""
    is_quick = all(ratio <= LIMITS[name] for name, ratio in found.ratios.items())
    is_even = all(ratio <= YEARS_LIMITS[name] for name, ratio in found.years_ratios.items())
    return is_quick and is_even and found.memory_added <= MEMORY_LIMIT


def main(arguments: list[str]) -> int:
    """Print what was measured; return 1 when something is above its limit."""
    found = measured(int(arguments[0]) if arguments else 9)
    sys.stdout.write(told(found))
    return int(not is_within(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
