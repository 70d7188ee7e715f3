"""check: what working-time rules and the hour account find in a roster."""

from __future__ import annotations

from typing import Annotated

import typer

from bpa_desktop.cli import values
from bpa_desktop.cli.extra_hours_data import extra_hours_data
from bpa_desktop.cli.findings import Told
from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.cli.sources import records_of, roster_of
from bpa_desktop.domain.span import DayRange
from bpa_desktop.i18n import Language, mark

FILE_HELP = mark("A roster file; - is standard input; left out, it is the store.")
JSON_HELP = mark("One JSON object on standard output.")

File = Annotated[str | None, typer.Argument(metavar="FILE", help=FILE_HELP, show_default=False)]
Json = Annotated[bool, typer.Option("--json", help=JSON_HELP)]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", help=mark("Every finding of the rules in a roster."))(check)


def check(
    ctx: typer.Context,
    file: File = None,
    first: Annotated[str | None, typer.Option("--from", metavar="D", help=mark("The first day looked at."))] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="D", help=mark("The last day looked at."))] = None,
    as_json: Json = False,
) -> int:
    """Say every finding; the exit status is 1 when there is one that nobody decided to keep."""
    from bpa_desktop.data.limits import shipped_limits
    from bpa_desktop.domain.kept_finding import KeptFinding
    from bpa_desktop.rules.checker import Checker

    session: Session = ctx.obj
    days = _days(session.language, first, last)
    records = None if file is not None else records_of(session, None)
    roster = roster_of(session, file) if records is None else records.roster
    kept = () if records is None else records.all(KeptFinding)
    checker = Checker(shipped_limits())
    told = Told(session.language, roster, checker=checker, kept=kept)
    findings = checker.check(roster, days=days)
    if as_json:
        session.give({**told.data(findings), "extra_hours": extra_hours_data(roster, checker.limits, last=days.last)})
    else:
        told.say(session, findings)
    return Status.ATTENTION if any(told.kept_by(finding) is None for finding in findings) else Status.DONE


def _days(language: Language, first: str | None, last: str | None) -> DayRange:
    begin, end = values.optional_day(language, "--from", first), values.optional_day(language, "--to", last)
    if begin is not None and end is not None and end < begin:
        raise RefusedError(language.text("--to must not be before --from."))
    return DayRange(begin, end)
