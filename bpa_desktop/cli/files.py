"""import and export: roster files into and out of the store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bpa_desktop.cli.checking import Json
from bpa_desktop.cli.session import STANDARD, RefusedError, Session, Status
from bpa_desktop.cli.sources import read_roster_of, roster_of
from bpa_desktop.i18n import Language, mark

FORMATS = ("json",)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import", help=mark("Bring a roster file into the store."))(bring_in)
    app.command("export", help=mark("Write what is in the store to a file."))(export)


def bring_in(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=mark("A roster file; - is standard input."))],
    replace: Annotated[
        bool, typer.Option("--replace", help=mark("Put it in the place of another arrangement."))
    ] = False,
    as_json: Json = False,
) -> int:
    """Read a file whole, then make it the content of the store in one step that can be undone."""
    from bpa_desktop.cli.opening import opened_history
    from bpa_desktop.services.roster import import_roster

    session: Session = ctx.obj
    roster = read_roster_of(session, file)
    with opened_history(session, making=True) as history:
        import_roster(history, roster, replacing=replace)
    if as_json:
        counts = {"shifts": len(roster.shifts), "assistants": len(roster.assistants)}
        session.give({"arrangement": roster.arrangement.id, **counts})
    else:
        session.say(
            session.language.plural(
                "{name} is in the store, with {n} shift.",
                "{name} is in the store, with {n} shifts.",
                n=len(roster.shifts),
                name=roster.arrangement.name,
            )
        )
    return Status.DONE


def export(
    ctx: typer.Context,
    form: Annotated[str, typer.Option("--format", metavar="json", help=mark("The format of the file."))],
    out: Annotated[str, typer.Option(metavar="PATH", help=mark("The file to write; - is standard output."))],
    as_json: Json = False,
) -> int:
    """Write the whole content of the store."""
    from bpa_desktop.interchange.roster_file import write_roster

    session: Session = ctx.obj
    if form not in FORMATS:
        known = session.language.listed(FORMATS)
        raise RefusedError(
            session.language.text("There is no format {name} here. There is {known}.", name=form, known=known)
        )
    if as_json and out == STANDARD:
        raise RefusedError(session.language.text("--json and --out - would both write to standard output."))
    content = write_roster(roster_of(session, None))
    _write(session.language, out, content)
    if as_json:
        session.give({"format": form, "out": out, "bytes": len(content)})
    elif out != STANDARD:
        session.say(session.language.text("Written: {name}", name=out))
    return Status.DONE


def _write(language: Language, out: str, content: bytes) -> None:
    """Write a file whole or not at all. Raises RefusedError."""
    from bpa_desktop.store.files import write_whole

    if out == STANDARD:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        path = Path(out).resolve()
        if path.exists() and not path.is_file():  # a pipe or a device is written to, never put aside
            path.write_bytes(content)
        else:
            write_whole(path, content)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        told = language.text("{name} could not be written: {reason}", name=out, reason=reason)
        named_wrong = (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError)
        raise RefusedError(told, Status.BAD_INPUT if isinstance(error, named_wrong) else Status.FAILED) from error
