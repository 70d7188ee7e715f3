"""Puts the parts together; the only module that knows every floor. Imports nothing heavy before it is used."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime

import bpa_desktop
from bpa_desktop.cli.arguments import SharedOptionError, SharedOptions, split
from bpa_desktop.i18n import CODES, Language

BAD_USAGE = 2


class SystemClock:
    """The present, as this computer knows it."""

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        return datetime.now(UTC)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or do the command that is named; return the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        options, rest = split(given)
    except SharedOptionError as error:
        sys.stderr.write(f"{_usage(error)}\n")
        return BAD_USAGE
    if rest == ["--version"]:
        sys.stdout.write(f"bpa-desktop {bpa_desktop.__version__}\n")
        return 0
    if not rest:
        return run_window(options)
    from bpa_desktop.cli.app import run  # the window need not wait for a parser of commands

    return run(options, rest, SystemClock())


def run_window(options: SharedOptions) -> int:
    """Show the window until it is closed; return the exit status."""
    from bpa_desktop.cli.passphrase import given_passphrase
    from bpa_desktop.cli.session import RefusedError, Session
    from bpa_desktop.store.folder import data_folder
    from bpa_desktop.ui.application import WindowOptions, run
    from bpa_desktop.ui.start.store_doors import StoreDoors

    clock = SystemClock()
    try:
        given = given_passphrase(Session(options, Language(options.language), clock))
    except RefusedError as error:
        sys.stderr.write(f"{error.text}\n")
        return error.status
    folder = data_folder(options.data_dir)
    language = options.language if options.language_chosen else ""
    window = WindowOptions(folder, options.demo, language, options.safe)
    return run(window, StoreDoors(folder, clock, given, reads_only=options.safe), clock=clock)


def _usage(error: SharedOptionError) -> str:
    language = Language(error.language)
    if error.option == "--lang":
        return language.text("{option} must be one of {choices}.", option="--lang", choices=", ".join(CODES))
    return language.text("{option} needs a value.", option=error.option)
