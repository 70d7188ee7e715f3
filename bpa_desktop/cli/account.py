"""account: the hour account of each award."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bpa_desktop.cli import values
from bpa_desktop.cli.checking import File, Json
from bpa_desktop.cli.session import Session, Status
from bpa_desktop.cli.sources import roster_of
from bpa_desktop.i18n import Language, mark

if TYPE_CHECKING:
    from datetime import date

    from bpa_desktop.domain.account import Account


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("account", help=mark("The hour account of each award on a day."))(account)


def account(
    ctx: typer.Context,
    on: Annotated[str, typer.Option(metavar="D", help=mark("The day up to which shifts count as used."))],
    file: File = None,
    as_json: Json = False,
) -> int:
    """Say what is granted, used, planned and left; the exit status is 1 when more is planned than is left."""
    from bpa_desktop.domain.account import accounts

    session: Session = ctx.obj
    day = values.day(session.language, "--on", on)
    found = accounts(roster_of(session, file), day)
    if as_json:
        session.give({"awards": [_data(one) for one in found]})
    else:
        for one in found:
            session.say(_text(session.language, one))
    return Status.ATTENTION if any(one.left < 0 for one in found) else Status.DONE


def _data(account: Account) -> dict[str, object]:
    return {
        "award": account.award,
        "period": {"from": _day(account.period.first), "to": _day(account.period.last)},
        "granted": str(account.granted),
        "carried": str(account.carried),
        "used": str(account.used),
        "planned": str(account.planned),
        "left": str(account.left),
        "per_week_left": str(account.per_week_left),
        "forecast_at_end": str(account.forecast_at_end),
        "lapses": str(account.lapses),
        "will_lapse": str(account.will_lapse),
        "act_by": _day(account.act_by),
        "runs_out": _day(account.runs_out),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _text(language: Language, account: Account) -> str:
    first, last = account.period.first, account.period.last
    return language.text(
        "{award}, {first} to {last}: granted {granted}, carried over {carried}, used {used}, planned {planned}, "
        "left {left}; that is {weekly} a week. Would lapse: {lapses}.",
        award=account.award,
        first="" if first is None else language.date(first, "date"),
        last="" if last is None else language.date(last, "date"),
        granted=language.hours(account.granted),
        carried=language.hours(account.carried),
        used=language.hours(account.used),
        planned=language.hours(account.planned),
        left=language.hours(account.left),
        weekly=language.hours(account.per_week_left),
        lapses=language.hours(account.lapses),
    )
