"""The wrong tries to open a store: a small file beside keys.json, without any secret, that survives a restart."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from bpa_desktop.services.attempts import Attempts
from bpa_desktop.services.trouble import TooManyTriesError, WrongKeyError
from bpa_desktop.store.files import read_at_most, write_whole

ATTEMPTS_NAME = "attempts.json"


@contextmanager
def slowed(folder: Path, now: Callable[[], datetime]) -> Iterator[None]:
    """Within, a try to open the store in a folder; a wrong one is counted, a right one ends the counting.

    Raises TooManyTriesError without a try where it is too early for one.
    """
    attempts = _read(folder)
    until = next_try(folder, now())
    if until is not None:
        raise TooManyTriesError(until)
    try:
        yield
    except WrongKeyError:
        _write(folder, attempts.after_wrong(now()))
        raise
    if attempts.wrong:
        with suppress(OSError):
            (folder / ATTEMPTS_NAME).unlink(missing_ok=True)


def next_try(folder: Path, now: datetime) -> datetime | None:
    """Return when the next try is heard, None where it would be now."""
    return _read(folder).waiting(now)


def _read(folder: Path) -> Attempts:
    """Return what is known; a file that makes no sense is none: it is never a reason not to open."""
    try:
        data = json.loads(read_at_most(folder / ATTEMPTS_NAME))
        until = datetime.fromisoformat(data["until"]) if data["until"] else None
        return Attempts(int(data["wrong"]), until if until is None or until.tzinfo else None)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Attempts()


def _write(folder: Path, attempts: Attempts) -> None:
    until = attempts.until.isoformat() if attempts.until is not None else ""
    with suppress(OSError):  # where nothing can be written, nothing is waited for
        write_whole(folder / ATTEMPTS_NAME, json.dumps({"wrong": attempts.wrong, "until": until}).encode())
