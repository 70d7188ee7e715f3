"""How the store stands up to ten years of 20 assistants: 100 000 shifts, and 1 000 000 versions in 900 000 steps.

Run by `packaging/dev bench`, or `python -m tests.benchmarks.store_scale [SHIFTS]` (1 000 000 for ten times as many),
alone on the machine; no part of the test command, which times nothing. Each store is looked at in a process of its own,
beside one of a tenth. What is asserted are ratios of processor time: what must not depend on how much there is, and
what may not grow faster than it. The aims are those of a machine that does nothing else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIFTS, TENTH = 100_000, 10
AIMS = {"opened": 1.0, "week": 0.010, "undone": 0.050, "backed_up": 5.0, "checked": 10.0}
"""Seconds: the store opened and all read that work begins with; a week looked up; a step undone; a backup made; every
page checked."""
LIMITS = {"opened": 13.0, "week": 2.0, "undone": 2.0, "backed_up": 15.0, "checked": 15.0}
"""How many times longer than with a tenth. A week, which has as many shifts in each, is found by search; an undo reads
one step, and shares all that it does not touch: neither may depend on how much there is."""
Seconds = dict[str, tuple[float, float]]
"""By what is timed: on the clock, and of the processor."""


@dataclass(frozen=True)
class Looked:
    """One store: how many shifts, how large its file in bytes, and what took how long."""

    shifts: int
    size: int
    seconds: Seconds


def looked(shifts: int) -> Looked:
    """Make a store, and look at it in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.benchmarks.store_probe", folder, str(shifts)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=7200, check=True)
    facts = json.loads(done.stdout)
    return Looked(shifts, facts["size"], {name: (each[0], each[1]) for name, each in facts["seconds"].items()})


def measured(shifts: int) -> tuple[Looked, Looked]:
    """Return a tenth, and the whole."""
    return looked(shifts // TENTH), looked(shifts)


def ratios(tenth: Looked, whole: Looked) -> dict[str, float]:
    """Return how many times longer than with a tenth the processor worked."""
    return {name: whole.seconds[name][1] / tenth.seconds[name][1] for name in AIMS}


def is_within(tenth: Looked, whole: Looked) -> bool:
    """Tell whether all is within its limit."""
    found = ratios(tenth, whole)
    return all(found[name] <= limit for name, limit in LIMITS.items())


def told(tenth: Looked, whole: Looked) -> str:
    """Return the measurements as lines."""
    lines = []
    for each in (tenth, whole):
        lines.append(f"{each.shifts} shifts, {each.shifts * 10} versions: {each.size / 1e6:.0f} MB")
        for name, (clock, worked) in each.seconds.items():
            aim = f" (aim {AIMS[name] * 1000:.0f} ms)" if name in AIMS else ""
            lines.append(f"  {name + ':':12} {clock * 1000:9.1f} ms, of the processor {worked * 1000:9.1f}{aim}")
    for name, ratio in ratios(tenth, whole).items():
        lines.append(f"  {name + ':':12} {ratio:9.2f} times a tenth (limit {LIMITS.get(name, 'none')})")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Print what was measured; return 1 when something is above its limit."""
    tenth, whole = measured(int(arguments[0]) if arguments else SHIFTS)
    sys.stdout.write(told(tenth, whole))
    return int(not is_within(tenth, whole))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
