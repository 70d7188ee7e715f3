"""Runs import-linter's contracts on a copy of the program, before and after each breach is committed in it.

Started as a program of its own, in a process that has never imported the package: `contracts.py COPY BREACHES`, where
BREACHES is a JSON object of name to {path: text to add}. Writes a JSON object of name to {contract: verdict}.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from importlinter import configuration
from importlinter.application.output import console
from importlinter.application.use_cases import lint_imports

VERDICT = re.compile(r"^(?P<name>.*\S) (?P<verdict>KEPT|BROKEN)\b", re.MULTILINE)
UNBROKEN = "unbroken"


def verdicts(settings: Path) -> dict[str, str]:
    """Return the verdict on each contract by its name, or what the linter said where it could not begin."""
    output = io.StringIO()
    console.width = 300
    with contextlib.redirect_stdout(output):
        lint_imports(config_filename=str(settings), cache_dir=None, no_logo=True)
    found = {match["name"].strip(): match["verdict"] for match in VERDICT.finditer(output.getvalue())}
    return found or {"could not run": output.getvalue()}


@contextlib.contextmanager
def committed(copy: Path, breach: Mapping[str, str]) -> Iterator[None]:
    """Add lines to files of a copy, and put everything back."""
    before = {path: (copy / path).read_text("utf-8") if (copy / path).exists() else None for path in breach}
    try:
        for path, line in breach.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_text((before[path] or '"""Made for a test."""\n') + f"\n{line}\n", "utf-8")
        yield
    finally:
        for path, text in before.items():
            (copy / path).unlink() if text is None else (copy / path).write_text(text, "utf-8")


def main(copy: Path, breaches: Path) -> None:
    """Judge the copy as it is, and with each breach."""
    configuration.configure()
    sys.path.insert(0, str(copy))
    settings = copy / "pyproject.toml"
    answer = {UNBROKEN: verdicts(settings)}
    for name, breach in json.loads(breaches.read_text("utf-8")).items():
        with committed(copy, breach):
            answer[name] = verdicts(settings)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
