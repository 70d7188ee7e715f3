"""Session: what a command is given, and how it speaks: results on standard output, all else on standard error."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from bpa_desktop.cli.arguments import SharedOptions
from bpa_desktop.i18n import Language

if TYPE_CHECKING:
    from bpa_desktop.services.ports import Clock

STANDARD = "-"
"""Stands for standard input, or standard output, in the place of a file."""


class Status(IntEnum):
    """What the exit status of a command says."""

    DONE = 0
    ATTENTION = 1
    BAD_INPUT = 2
    STORE_CLOSED = 3
    FAILED = 4


class RefusedError(Exception):
    """A command that cannot be done: the sentence, in the user's language, and the exit status."""

    def __init__(self, text: str, status: Status = Status.BAD_INPUT) -> None:
        super().__init__(text)
        self.text = text
        self.status = status


@dataclass(frozen=True)
class Session:
    """One call of the program."""

    options: SharedOptions
    language: Language
    clock: Clock

    def say(self, text: str = "") -> None:
        """Put a line of the result on standard output."""
        _write(sys.stdout, text)

    def tell(self, text: str) -> None:
        """Put a line about the result on standard error."""
        _write(sys.stderr, text)

    def give(self, data: Mapping[str, object]) -> None:
        """Put the one object of `--json` on standard output."""
        _write(sys.stdout, json.dumps(data, ensure_ascii=False, indent=1))

    def read(self, file: str, *, at_most: int) -> bytes:
        """Return so many bytes of a file at most. Raises RefusedError for one that cannot be read."""
        from bpa_desktop.store.files import read_at_most
        from bpa_desktop.texts.error import error_text

        try:
            if file == STANDARD:
                return _standard_input().read(at_most)
            return read_at_most(Path(file), at_most)
        except (OSError, ValueError) as error:  # ValueError: a name that no file may have
            reason = getattr(error, "strerror", None) or type(error).__name__
            text = self.language.text("{name} could not be read: {reason}", name=file, reason=reason)
            raise RefusedError(error_text(self.language, error) or text) from error


def _standard_input() -> BinaryIO:
    """Return standard input. Raises OSError where the program was started without one."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer


def _write(stream: TextIO, text: str) -> None:
    """Write a line; what the stream's encoding lacks becomes a question mark rather than an error."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, errors="replace").decode(encoding) + "\n")
    stream.flush()
