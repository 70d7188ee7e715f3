"""absence-statistics: a quarter's absence in numbers, on the terminal or as a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bpa_desktop.cli.checking import File, Json
from bpa_desktop.cli.exporting import write_out
from bpa_desktop.cli.session import STANDARD, RefusedError, Session, Status
from bpa_desktop.cli.sources import roster_of
from bpa_desktop.i18n import Language, mark

if TYPE_CHECKING:
    from bpa_desktop.domain.absence_statistics import Figures, Quarter
    from bpa_desktop.domain.roster import Roster
    from bpa_desktop.services.absence_statistics import QuarterFigures

_QUARTER = re.compile(r"((?:19|20|21)[0-9]{2})-Q([1-4])")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("absence-statistics", help=mark("A quarter's absence in numbers, without names."))(absence_statistics)


def absence_statistics(
    ctx: typer.Context,
    quarter: Annotated[str, typer.Option(metavar="YYYY-Qn", help=mark("The quarter, as 2026-Q4."))],
    file: File = None,
    out: Annotated[str | None, typer.Option(metavar="PATH", help=mark("A csv or xlsx file to write it to."))] = None,
    names: Annotated[bool, typer.Option("--names", help=mark("With a line for each assistant, by name."))] = False,
    as_json: Json = False,
) -> int:
    """Tell how many man-days were agreed and lost in a quarter, by length and kind of absence."""
    from bpa_desktop.data.limits import shipped_limits
    from bpa_desktop.services.absence_statistics import quarter_figures

    session: Session = ctx.obj
    asked = _quarter(session.language, quarter)
    ending = _ending(session.language, out)
    roster = roster_of(session, file)
    today = session.clock.now().astimezone(roster.arrangement.zone).date()
    found = quarter_figures(roster, asked, limits=shipped_limits(), today=today)
    if out is not None:
        _write(session, roster, of=found, out=(out, ending, names))
    if as_json:
        session.give(_data(found, by_name=names))
    elif out is None:
        _say(session, roster, of=found, by_name=names)
    return Status.DONE


def _quarter(language: Language, text: str) -> Quarter:
    from bpa_desktop.domain.absence_statistics import Quarter

    found = _QUARTER.fullmatch(text)
    if found is None:
        raise RefusedError(language.text("{option} must be a quarter, as 2026-Q4.", option="--quarter"))
    return Quarter(int(found[1]), int(found[2]))


def _ending(language: Language, out: str | None) -> str:
    ending = Path(out or "a.csv").suffix.removeprefix(".").lower()
    if ending not in ("csv", "xlsx") or out == STANDARD:
        raise RefusedError(language.text("{option} must end with .csv or .xlsx.", option="--out"))
    return ending


def _write(session: Session, roster: Roster, *, of: QuarterFigures, out: tuple[str, str, bool]) -> None:
    from bpa_desktop.interchange.statistics_file import statistics_file
    from bpa_desktop.texts.absence_statistics import statistics_listing

    path, ending, by_name = out
    listing = statistics_listing(session.language, roster, of=of, by_name=by_name)
    write_out(session.language, path, statistics_file(ending, session.language, listing=listing))


def _say(session: Session, roster: Roster, *, of: QuarterFigures, by_name: bool) -> None:
    from bpa_desktop.texts.absence_statistics import quarter_text, statistics_pairs
    from bpa_desktop.texts.shift import name_of

    language = session.language
    session.say(quarter_text(language, of.quarter))
    people = [(name_of(language, roster, assistant=who), one) for who, one in of.by_assistant.items()]
    for who, figures in (*(people if by_name else ()), (language.text("All"), of.total)):
        session.say(f"{who}:")
        for name, value in statistics_pairs(language, figures, bins=of.bins):
            session.say(f"  {name}: {value}")


def _data(found: QuarterFigures, *, by_name: bool) -> dict[str, object]:
    data: dict[str, object] = {
        "quarter": f"{found.quarter.year}-Q{found.quarter.number}",
        "total": _figures(found.total),
    }
    if by_name:
        data["assistants"] = [{"assistant": who, **_figures(one)} for who, one in found.by_assistant.items()]
    return data


def _figures(figures: Figures) -> dict[str, object]:
    from bpa_desktop.domain.absence_statistics import in_hundredths

    days = ("agreed", "sick", "self_certified", "doctor_certified", "child", "other")
    return {
        **{name: str(in_hundredths(getattr(figures, name))) for name in days},
        "percent": None if figures.percent is None else str(figures.percent),
        "by_length": {
            name: {
                "cases": getattr(figures, f"{name}_cases"),
                "days": str(in_hundredths(getattr(figures, f"{name}_days"))),
            }
            for name in ("short", "middle", "long", "very_long")
        },
    }
