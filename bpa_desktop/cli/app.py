"""The command line put together: every command once, its errors to one line and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer
from typer.core import TyperGroup
from typer.main import get_command

from bpa_desktop.cli import (
    absence_statistics,
    account,
    backup,
    charging,
    checking,
    doctor,
    exporting,
    importing,
    substitutes,
    tariffs,
    week,
)
from bpa_desktop.cli.arguments import SharedOptions
from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.cli.trouble import told
from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.ports import Clock

NAME = "bpa-desktop"
_INTERRUPTED = 130  # what typer makes of Ctrl+C

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,  # frames are noise to a screen reader
    pretty_exceptions_enable=False,
    help=mark("Plan your own assistants. Without a command, the window opens."),
    epilog=mark(
        "Before or after every command: --lang nb|nn|en, --data-dir DIR, --passphrase-file FILE. The passphrase can "
        "also stand in BPA_DESKTOP_PASSPHRASE. Alone: --version, --demo for the window on an arrangement that is "
        "thrown away, or --safe-mode for the window with the usual settings and for reading only. Exit status: 0 done, "
        "1 done and something needs attention, 2 bad input, 3 the store can't be opened, 4 another failure."
    ),
)
for module in (
    *(checking, charging, tariffs, account, absence_statistics, substitutes, week, importing, exporting),
    *(backup, doctor),
):
    module.register(app)


def run(options: SharedOptions, arguments: Sequence[str], clock: Clock) -> int:
    """Do a command, and return the exit status. Nothing it is given ends in a traceback."""
    session = Session(options, Language(options.language), clock)
    try:
        if options.demo:
            raise RefusedError(session.language.text("--demo opens the window, and goes with no command."))
        if options.safe:
            raise RefusedError(session.language.text("--safe-mode opens the window, and goes with no command."))
        return _outcome(session, arguments)
    except BrokenPipeError:  # whoever read the result has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.DONE
    except RefusedError as error:
        session.tell(error.text)
        return error.status
    except (KeyboardInterrupt, typer.Abort):
        session.tell(session.language.text("Stopped."))
        return Status.FAILED
    except Exception as error:  # noqa: BLE001  # the last resort: one line instead of a traceback
        lines, status = told(session.language, error)
        for line in lines:
            session.tell(line)
        return status


def _outcome(session: Session, arguments: Sequence[str]) -> int:
    command = translated(session.language)
    outcome = command.main(list(arguments), prog_name=NAME, standalone_mode=False, obj=session)
    if outcome == _INTERRUPTED:
        raise typer.Abort
    return outcome if isinstance(outcome, int) else Status.DONE


def translated(language: Language) -> TyperGroup:
    """Return the commands with their help in a language."""
    root = get_command(app)
    if not isinstance(root, TyperGroup):  # one command alone would be no group
        raise TypeError(type(root).__name__)
    waiting: list[object] = [root]
    while waiting:
        part = waiting.pop()
        for name in ("help", "epilog"):
            said = getattr(part, name, None)
            if said:
                setattr(part, name, language.text(said))
        waiting += [*getattr(part, "params", ()), *getattr(part, "commands", {}).values()]
    return root
