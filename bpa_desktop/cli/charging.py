"""charge and cost: what the municipality charges, one amount or a whole month."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bpa_desktop.cli import values
from bpa_desktop.cli.checking import File, Json
from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.cli.sources import records_of
from bpa_desktop.i18n import Language, mark

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Roster
    from bpa_desktop.pay.cost import LabourCost
    from bpa_desktop.services.cost import MonthCost, PriceBook
    from bpa_desktop.tariff.price_list import Tariff


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("charge", help=mark("One co-payment, explained."))(charge)
    app.command("cost", help=mark("The month's co-payment and labour cost."))(cost)


def charge(
    ctx: typer.Context,
    tariff: Annotated[str, typer.Option(metavar="ID", help=mark("The price list; see tariffs."))],
    income: Annotated[str, typer.Option(metavar="KR", help=mark("The household's income, in kroner a year."))],
    date: Annotated[str, typer.Option(metavar="D", help=mark("The day the amount is for."))],
    hours: Annotated[str | None, typer.Option(metavar="H", help=mark("Hours of practical assistance a month."))] = None,
    service: Annotated[str | None, typer.Option(metavar="ID", help=mark("Another service of the list."))] = None,
    units: Annotated[str | None, typer.Option(metavar="N", help=mark("How much of that service."))] = None,
    paid_this_year: Annotated[
        str, typer.Option(metavar="KR", help=mark("What was paid for it earlier this year."))
    ] = "0",
    as_json: Json = False,
) -> int:
    """Work out one co-payment; the exit status is 1 when its list is not meant for that day."""
    from bpa_desktop.cli.charge_data import charge_data, charge_lines, needs_attention
    from bpa_desktop.tariff.charge import Question
    from bpa_desktop.tariff.charge import charge as work_out

    session: Session = ctx.obj
    language, prices = session.language, price_book()
    chosen = known_tariff(language, prices.tariffs, tariff)
    service_id, amount = _asked(language, chosen, hours=hours, service=service, units=units)
    question = Question(
        service_id,
        amount,
        values.number(language, "--income", income),
        values.day(language, "--date", date),
        paid_this_year=values.number(language, "--paid-this-year", paid_this_year),
    )
    found = work_out(chosen, question, base_amounts=prices.base_amounts, national=prices.national)
    if as_json:
        session.give(charge_data(language, found))
    else:
        for line in charge_lines(language, found):
            session.say(line)
    return Status.ATTENTION if needs_attention(found) else Status.DONE


def cost(
    ctx: typer.Context,
    month: Annotated[str, typer.Option(metavar="YYYY-MM", help=mark("The month."))],
    file: File = None,
    tariff_file: Annotated[str | None, typer.Option(metavar="FILE", help=mark("A price list of your own."))] = None,
    as_json: Json = False,
) -> int:
    """Work out a month; the exit status is 1 when a price list is not meant for it."""
    from bpa_desktop.cli.charge_data import needs_attention
    from bpa_desktop.data.pay_book import pay_book_with
    from bpa_desktop.data.price_book import with_own
    from bpa_desktop.domain.pay_agreement import OwnPayAgreement
    from bpa_desktop.services.cost import month_cost
    from bpa_desktop.services.labour import labour_cost
    from bpa_desktop.services.price_list import check_usable

    session: Session = ctx.obj
    first = values.month(session.language, "--month", month)
    records = records_of(session, file)
    roster, prices = records.roster, with_own(price_book(), records)
    if tariff_file is not None:
        roster, prices = _with_tariff_file(session.language, roster, prices, tariff_file)
        check_usable(roster.arrangement.tariff or "", prices=prices)
    found = month_cost(roster, first, prices=prices)
    labour = labour_cost(roster, first, agreements=pay_book_with(records.all(OwnPayAgreement)))
    if as_json:
        session.give(_cost_data(session.language, found, labour=labour, roster=roster))
    else:
        _say_cost(session, found, labour=labour, roster=roster)
    return Status.ATTENTION if any(map(needs_attention, found.charges)) else Status.DONE


def price_book() -> PriceBook:
    """Return the shipped price lists, base amounts and maxima."""
    from bpa_desktop.data.base_amount import shipped_base_amounts
    from bpa_desktop.data.municipality_numbers import shipped_municipality_numbers
    from bpa_desktop.data.national_maximum import shipped_national_maximum
    from bpa_desktop.data.tariffs import shipped_tariffs
    from bpa_desktop.services.cost import PriceBook

    return PriceBook(
        shipped_tariffs(), shipped_base_amounts(), shipped_national_maximum(), shipped_municipality_numbers()
    )


def known_tariff(language: Language, tariffs: tuple[Tariff, ...], tariff_id: str) -> Tariff:
    """Return a price list by id. Raises RefusedError, which names those there are."""
    for tariff in tariffs:
        if tariff.id == tariff_id:
            return tariff
    known = language.listed(tuple(tariff.id for tariff in tariffs))
    raise RefusedError(language.text("There is no price list {id}. There are {known}.", id=tariff_id, known=known))


def _asked(
    language: Language, tariff: Tariff, *, hours: str | None, service: str | None, units: str | None
) -> tuple[str, Decimal]:
    """Return the service and the units that are asked about: either hours, or a service with its units."""
    if hours is not None and service is None and units is None:
        assistance = tariff.practical_assistance
        if assistance is None:
            raise RefusedError(language.text("The list has no practical assistance: name a service and its units."))
        return assistance.id, values.number(language, "--hours", hours)
    if hours is None and service is not None and units is not None:
        return service, values.number(language, "--units", units)
    raise RefusedError(language.text("Give either --hours, or --service together with --units."))


def _with_tariff_file(language: Language, roster: Roster, prices: PriceBook, file: str) -> tuple[Roster, PriceBook]:
    """Return the roster charged by a file's list: the one it names already, or the only one there is."""
    from bpa_desktop.data.tariffs import read_tariff_file

    tariffs = read_tariff_file(Path(file))
    wanted = roster.arrangement.tariff or ""
    chosen = tariffs[0].id if len(tariffs) == 1 else known_tariff(language, tariffs, wanted).id
    return replace(roster, arrangement=replace(roster.arrangement, tariff=chosen)), replace(prices, tariffs=tariffs)


def _cost_data(language: Language, found: MonthCost, *, labour: LabourCost, roster: Roster) -> dict[str, object]:
    from bpa_desktop.cli.charge_data import charge_data, plain
    from bpa_desktop.cli.labour_data import labour_data, labour_warnings

    lines = [charge_data(language, charge) for charge in found.charges]
    warnings = [warning for line in lines for warning in _texts(line["warnings"])]
    return {
        "month": f"{found.month:%Y-%m}",
        "practical_hours": plain(round(found.practical_hours, 2)),
        "co_payment": {"total": f"{found.total:.2f}", "lines": lines},
        "labour": labour_data(language, labour),
        "warnings": [*dict.fromkeys(warnings), *labour_warnings(language, labour, roster=roster)],
    }


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _say_cost(session: Session, found: MonthCost, *, labour: LabourCost, roster: Roster) -> None:
    from bpa_desktop.cli.charge_data import charge_lines
    from bpa_desktop.cli.labour_data import labour_lines

    language = session.language
    for charge in found.charges:
        session.say(f"{charge.service}:")
        for line in charge_lines(language, charge):
            session.say(f"  {line}")
    month = language.date(found.month, "month")
    session.say(language.text("Co-payment in {month}: {total}.", month=month, total=language.money(found.total)))
    for line in labour_lines(language, labour, roster=roster):
        session.say(line)
