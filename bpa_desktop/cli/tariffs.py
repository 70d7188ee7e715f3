"""tariffs: the price lists known, and what looks wrong in one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bpa_desktop.cli.checking import Json
from bpa_desktop.cli.session import STANDARD, Session, Status
from bpa_desktop.i18n import Language, mark

if TYPE_CHECKING:
    from bpa_desktop.tariff.doubt import Doubt
    from bpa_desktop.tariff.price_list import Tariff

_MOST_BYTES = 16 * 2**20


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        invoke_without_command=True,
        callback=list_tariffs,
        help=mark("The price lists known; what looks wrong in one."),
        rich_markup_mode=None,
    )
    group.command("check", help=mark("What looks wrong in a price list; the exit status is 1 when something does."))(
        check
    )
    app.add_typer(group, name="tariffs")


def list_tariffs(ctx: typer.Context, as_json: Json = False) -> int | None:
    """Say every price list known."""
    if ctx.invoked_subcommand is not None:
        return None
    from bpa_desktop.data.tariffs import shipped_tariffs

    session: Session = ctx.obj
    if as_json:
        session.give({"tariffs": [_data(tariff) for tariff in shipped_tariffs()]})
        return Status.DONE
    for tariff in shipped_tariffs():
        session.say(f"{tariff.id}: {tariff.title} ({_when(session.language, tariff)})")
    return Status.DONE


def check(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=mark("A price list; - is standard input."))],
    as_json: Json = False,
) -> int:
    """Say every doubt about a file's price lists."""
    from bpa_desktop.data.tariffs import read_tariffs

    session: Session = ctx.obj
    name = file if file == STANDARD else Path(file).name
    tariffs = read_tariffs(session.read(file, at_most=_MOST_BYTES), name)
    found = _doubts(tariffs)
    if as_json:
        session.give({"doubts": [_doubt_data(session.language, doubt) for doubt in found]})
    else:
        for doubt in found:
            session.say(_doubt_text(session.language, doubt))
        session.say(session.language.plural("{n} doubt.", "{n} doubts.", n=len(found)))
    return Status.ATTENTION if found else Status.DONE


def _doubts(tariffs: tuple[Tariff, ...]) -> list[Doubt]:
    """Return the doubts about each list and between them, with their places in the file."""
    from bpa_desktop.data.base_amount import shipped_base_amounts
    from bpa_desktop.data.national_maximum import shipped_national_maximum
    from bpa_desktop.tariff.doubts import doubts, doubts_between

    found = [
        replace(doubt, place=f"tariff[{index}].{doubt.place}")
        for index, tariff in enumerate(tariffs)
        for doubt in doubts(tariff, shipped_base_amounts(), national=shipped_national_maximum())
    ]
    return [*found, *doubts_between(tariffs)]


def _doubt_data(language: Language, doubt: Doubt) -> dict[str, object]:
    return {
        "code": doubt.code.value,
        "place": doubt.place,
        "value": doubt.value,
        "breaking": doubt.breaking,
        "text": _doubt_text(language, doubt),
    }


def _doubt_text(language: Language, doubt: Doubt) -> str:
    from bpa_desktop.texts.doubt import doubt_text

    return doubt_text(language, doubt)


def _data(tariff: Tariff) -> dict[str, object]:
    return {
        "id": tariff.id,
        "title": tariff.title,
        "municipality": tariff.municipality,
        "municipality_no": tariff.municipality_no,
        "district": tariff.district,
        "valid_from": None if tariff.valid_from is None else tariff.valid_from.isoformat(),
        "valid_to": None if tariff.valid_to is None else tariff.valid_to.isoformat(),
        "dated": not tariff.undated,
        "status": tariff.status.value,
        "mark": tariff.mark.value,
        "services": [{"id": use.id, "label": use.label, "unit": use.unit.value} for use in tariff.services],
    }


def _when(language: Language, tariff: Tariff) -> str:
    if tariff.valid_from is None:
        return language.text("without a date")
    first = language.date(tariff.valid_from, "date")
    if tariff.valid_to is None:
        return language.text("from {first}", first=first)
    return language.text("{first} to {last}", first=first, last=language.date(tariff.valid_to, "date"))
