"""check: what working-time rules and the hour account find in a roster."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from bpa_desktop.cli import values
from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.cli.sources import roster_of
from bpa_desktop.domain.span import DayRange
from bpa_desktop.i18n import Language, mark

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Roster
    from bpa_desktop.rules.rule import Finding

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
    """Say every finding; the exit status is 1 when there is one."""
    from bpa_desktop.data.limits import shipped_limits
    from bpa_desktop.rules.catalogue import check as check_rules

    session: Session = ctx.obj
    days = _days(session.language, first, last)
    roster = roster_of(session, file)
    findings = check_rules(roster, shipped_limits(), days=days)
    if as_json:
        session.give(_data(session.language, roster, findings))
    else:
        _say(session, roster, findings)
    return Status.ATTENTION if findings else Status.DONE


def _days(language: Language, first: str | None, last: str | None) -> DayRange:
    begin, end = values.optional_day(language, "--from", first), values.optional_day(language, "--to", last)
    if begin is not None and end is not None and end < begin:
        raise RefusedError(language.text("--to must not be before --from."))
    return DayRange(begin, end)


def _data(language: Language, roster: Roster, findings: tuple[Finding, ...]) -> dict[str, object]:
    musts = sum(finding.weight.value == "must" for finding in findings)
    return {
        "findings": [_finding_data(language, roster, finding) for finding in findings],
        "must": musts,
        "should": len(findings) - musts,
    }


def _finding_data(language: Language, roster: Roster, finding: Finding) -> dict[str, object]:
    from bpa_desktop.texts.finding import finding_text

    return {
        "rule": finding.rule,
        "weight": finding.weight.value,
        "assistant": finding.assistant,
        "shifts": list(finding.shifts),
        "measured": _figure(finding.measured),
        "limit": _figure(finding.limit),
        "unit": None if finding.unit is None else finding.unit.value,
        "reference": finding.reference,
        "source_mark": finding.mark.value,
        "text": finding_text(language, roster, finding=finding),
        "repair": None,
    }


def _figure(value: Decimal | date | None) -> float | int | str | None:
    """Return a figure as a number of JSON, whole where it is whole; a day as it is written."""
    if isinstance(value, date):
        return value.isoformat()
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _say(session: Session, roster: Roster, findings: tuple[Finding, ...]) -> None:
    from bpa_desktop.texts.finding import finding_text

    language = session.language
    for finding in findings:
        word = language.text("Must") if finding.weight.value == "must" else language.text("Should")
        session.say(f"{word}: {finding_text(language, roster, finding=finding)}")
    session.say(language.plural("{n} finding.", "{n} findings.", n=len(findings)))
