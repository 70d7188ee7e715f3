"""import: a roster file into the store, or what another program wrote into the arrangement that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bpa_desktop.cli.checking import Json
from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.i18n import mark

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Roster


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import", help=mark("Bring a roster file, or a file of another program, into the store."))(bring_in)


def bring_in(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help=mark("A roster file, or a table, calendar or cards of another program; - is standard input."),
        ),
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help=mark("Put it in the place of another arrangement."))
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=mark("Say what would come, and store nothing."))] = False,
    as_json: Json = False,
) -> int:
    """Read a file whole, then keep what it brings in one step that can be undone."""
    from bpa_desktop.cli.foreign import bring_in_foreign
    from bpa_desktop.cli.sources import bytes_of
    from bpa_desktop.interchange.incoming import is_roster_file
    from bpa_desktop.interchange.roster_file import read_roster

    session: Session = ctx.obj
    data = bytes_of(session, file)
    if not is_roster_file(data):
        if replace:
            raise RefusedError(session.language.text("--replace is for roster files only."))
        return bring_in_foreign(session, data, as_json=as_json, dry_run=dry_run)
    roster = read_roster(data)
    if not dry_run:
        _keep(session, roster, replacing=replace)
    _say(session, roster, as_json=as_json, dry_run=dry_run)
    return Status.DONE


def _keep(session: Session, roster: Roster, *, replacing: bool) -> None:
    from bpa_desktop.cli.opening import opened_history
    from bpa_desktop.services.roster import import_roster

    with opened_history(session, making=True) as history:
        import_roster(history, roster, replacing=replacing)


def _say(session: Session, roster: Roster, *, as_json: bool, dry_run: bool) -> None:
    plural, shifts, name = session.language.plural, len(roster.shifts), roster.arrangement.name
    if as_json:
        counts = {"shifts": shifts, "assistants": len(roster.assistants)}
        session.give({"arrangement": roster.arrangement.id, **counts})
    elif dry_run:
        text = plural("{name} would come, with {n} shift.", "{name} would come, with {n} shifts.", n=shifts, name=name)
        session.say(text)
    else:
        session.say(
            plural(
                "{name} is in the store, with {n} shift.",
                "{name} is in the store, with {n} shifts.",
                n=shifts,
                name=name,
            )
        )
