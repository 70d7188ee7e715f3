"""How long the start takes, beside an empty PySide6 window in the same environment: two ratios.

Run by `packaging/dev bench`, or `python -m tests.benchmarks.start [ROUNDS]`, alone on the machine; no part of the test
command, which times nothing. Without a screen it measures offscreen. The runs are interleaved, the first round warms
up, the median counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
MAPPED_LIMIT = 2.0
ANSWERED_LIMIT = 6.0


@dataclass(frozen=True)
class Ratios:
    """Medians in seconds, and how they stand to the empty window's."""

    empty: float
    mapped: float
    answered: float

    @property
    def mapped_ratio(self) -> float:
        """The window mapped, to an empty window mapped."""
        return self.mapped / self.empty

    @property
    def answered_ratio(self) -> float:
        """The week drawn and a key answered, to an empty window mapped."""
        return self.answered / self.empty


def started(what: str, data: str) -> dict[str, object]:
    """Start the program, or the empty window, in a process of its own, and return its facts."""
    environment = {**os.environ, "BPA_PROBE_DATA": data, "PYTHONPATH": str(ROOT)}
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    environment["BPA_STARTED_AT"] = repr(time.monotonic())
    command = [sys.executable, "-m", "tests.benchmarks.probe", what]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=120, check=True)
    facts = json.loads(done.stdout)
    assert isinstance(facts, dict)
    return facts


def measured(rounds: int) -> Ratios:
    """Return the medians of so many rounds, after one that is not counted."""
    times: dict[str, list[float]] = {"empty": [], "mapped": [], "answered": []}
    with tempfile.TemporaryDirectory() as data:
        for turn in range(rounds + 1):
            empty, program = started("empty", data), started("program", data)
            if turn:
                times["empty"].append(float(str(empty["mapped"])))
                times["mapped"].append(float(str(program["mapped"])))
                times["answered"].append(float(str(program["answered"])))
    return Ratios(**{name: median(values) for name, values in times.items()})


def told(ratios: Ratios) -> str:
    """Return both ratios as lines."""
    return (
        f"empty window mapped:        {ratios.empty:6.3f} s\n"
        f"window mapped:              {ratios.mapped:6.3f} s, {ratios.mapped_ratio:4.2f} times (limit {MAPPED_LIMIT})\n"
        f"week drawn, key answered:   {ratios.answered:6.3f} s, {ratios.answered_ratio:4.2f} times "
        f"(limit {ANSWERED_LIMIT})\n"
    )


def main(arguments: list[str]) -> int:
    """Print both ratios; return 1 when one is above its limit."""
    ratios = measured(int(arguments[0]) if arguments else 7)
    sys.stdout.write(told(ratios))
    return int(ratios.mapped_ratio > MAPPED_LIMIT or ratios.answered_ratio > ANSWERED_LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
