"""doctor: what was looked at in the store, what was found, and what to do about it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bpa_desktop.cli.checking import Json
from bpa_desktop.cli.session import Session, Status
from bpa_desktop.i18n import mark

if TYPE_CHECKING:
    from bpa_desktop.services.health import Health


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor", help=mark("Look at the store, its keys and its backups; nothing is changed."))(doctor)


def doctor(ctx: typer.Context, as_json: Json = False) -> int:
    """Say what was looked at and found; the exit status is 1 where something needs attention."""
    from bpa_desktop.store.folder import data_folder
    from bpa_desktop.texts.health import check_text, checked_lines, fault_text, health_text

    session: Session = ctx.obj
    language, folder = session.language, data_folder(session.options.data_dir)
    health = _examined(session, folder)
    if as_json:
        problems = [{"code": one.code, "text": fault_text(language, one)} for one in health.problems]
        checks = [
            {"code": one.check.value, "healthy": not one.problems, "text": check_text(language, one.check)}
            for one in health.checked
        ]
        session.give({"healthy": not problems, "problems": problems, "checks": checks})
    else:
        session.say(health_text(language, health))
        for one in health.checked:
            session.say("\n    ".join(checked_lines(language, one)))
    if not health.opens:
        return Status.STORE_CLOSED
    return Status.ATTENTION if health.problems else Status.DONE


def _examined(session: Session, folder: Path) -> Health:
    """Look at everything; a wrong passphrase counts as one try, as wherever else it is given."""
    from bpa_desktop.cli.opening import one_try, secret_of
    from bpa_desktop.services.trouble import WrongKeyError
    from bpa_desktop.store.doctor import examine

    with suppress(WrongKeyError), one_try(session, folder):
        health = examine(folder, lambda: secret_of(session, folder), now=session.clock.now())
        for problem in health.problems:
            if isinstance(problem.cause, WrongKeyError):
                raise problem.cause
    return health
