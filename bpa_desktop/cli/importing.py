"""import: a roster file into the store."""

from __future__ import annotations

from typing import Annotated

import typer

from bpa_desktop.cli.checking import Json
from bpa_desktop.cli.session import Session, Status
from bpa_desktop.cli.sources import read_roster_of
from bpa_desktop.i18n import mark


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import", help=mark("Bring a roster file into the store."))(bring_in)


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
