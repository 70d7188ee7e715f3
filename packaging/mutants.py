"""Changes the rules and the hour account in small ways, one at a time, and asks the tests whether they notice.

Run by `packaging/dev mutants` and by `packaging/dev test --thorough`, in the private environment. It works in a copy of
the checkout, so that nothing of it is left. What is changed and which tests are asked stands in pyproject.toml.
Exit status 1 where fewer are noticed than are enough, 0 otherwise.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("bpa_desktop", "packaging", "resources", "tests", "translations", "pyproject.toml")
NOTICED = {"killed", "timeout", "segfault"}
UNASKED = {"not checked", "skipped"}
TOOL = ("-c", "from mutmut.__main__ import cli; cli()")
ENOUGH = 90
"""Percent of the mutants that the tests have to notice."""


@dataclass(frozen=True)
class Tally:
    """How many mutants were made and noticed; one that no longer ends is noticed too. `left` were not."""

    made: int
    noticed: int
    left: tuple[str, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Whether as many are noticed as are enough; of none, nothing is known."""
        return self.made > 0 and self.noticed * 100 >= ENOUGH * self.made

    @property
    def line(self) -> str:
        """The tally in one line."""
        share = self.noticed / self.made if self.made else 0
        return f"{self.noticed} of {self.made} mutants noticed ({share:.1%}, {ENOUGH} % are enough)"


def tally(listed: str) -> Tally:
    """Return the tally of a listing of results; a mutant that no test runs is one that was not noticed."""
    pairs = [line.strip().rsplit(": ", 1) for line in listed.splitlines() if line.startswith("    ") and ": " in line]
    states = {name: state for name, state in pairs if state not in UNASKED}
    return Tally(
        len(states),
        sum(state in NOTICED for state in states.values()),
        tuple(name for name, state in states.items() if state not in NOTICED),
    )


def copied(into: Path) -> Path:
    """Copy what the tests need into a folder, and return it."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, into / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, into / name)
    return into


def asked(folder: Path, words: Sequence[str]) -> str:
    """Run the tool in a folder and return what it says."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, *TOOL, *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def main(arguments: list[str]) -> int:
    """Make the mutants whose names fit the patterns given, all without one; list those that were not noticed."""
    with tempfile.TemporaryDirectory(prefix="bpa-mutants-") as folder:
        where = copied(Path(folder))
        said = asked(where, ["run", *arguments])
        found = tally(asked(where, ["results", "--all", "true"]))
    if not found.made:
        print(said[-4000:], "no mutants were made", sep="\n")
        return 1
    print(*(f"not noticed: {name}" for name in found.left), found.line, sep="\n", flush=True)
    return 0 if found.is_enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
