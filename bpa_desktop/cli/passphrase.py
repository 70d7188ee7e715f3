"""The passphrase of a command: by an option, the environment, or a question on a terminal."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.i18n import Language

VARIABLE = "BPA_DESKTOP_PASSPHRASE"
_LONGEST = 4096


def given_passphrase(session: Session) -> str | None:
    """Return the passphrase of --passphrase-file, else of the environment, else None.

    Of a file the first line counts. Raises RefusedError for a file that cannot be read.
    """
    path = session.options.passphrase_file
    if path is None:
        return os.environ.get(VARIABLE)
    lines = session.read(str(path), at_most=_LONGEST).decode(errors="replace").splitlines()
    return lines[0] if lines else ""


def asked_passphrase(language: Language, *, folder: Path, anew: bool) -> str:
    """Return what is typed on the terminal, unseen; twice the same for a new store.

    Raises RefusedError, which names the ways, where there is no terminal.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise RefusedError(_ways(language), Status.STORE_CLOSED)
    typed = getpass.getpass(language.text("Passphrase for {folder}:", folder=folder) + " ")
    if anew and getpass.getpass(language.text("The same once more:") + " ") != typed:
        raise RefusedError(language.text("The two passphrases are not the same. Nothing was made."))
    return typed


def _ways(language: Language) -> str:
    return language.text(
        "The passphrase is needed. Put it in {variable}, or give --passphrase-file FILE, or call the program on a "
        "terminal, which asks for it.",
        variable=VARIABLE,
    )
