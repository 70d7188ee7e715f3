"""A co-payment as text: the amount, the sum behind it, what it rests on, and what to be careful about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from bpa_desktop.i18n import Language, mark
from bpa_desktop.tariff.charge_facts import Charge
from bpa_desktop.tariff.charge_warnings import ChargeWarning, WarningCode
from bpa_desktop.tariff.price import Ceiling, CeilingKind, Period

_EACH = {
    Period.YEAR: mark("a year"),
    Period.TERM: mark("a term"),
    Period.MONTH: mark("a month"),
    Period.WEEK: mark("a week"),
    Period.DAY: mark("a day"),
    Period.PORTION: mark("a portion"),
    Period.TRIP: mark("a trip"),
    Period.ONCE: mark("once"),
}
_CEILINGS = {
    CeilingKind.UNITS: mark("At most {most} of {units} hours are charged {each}: {most} at {rate} make {amount}."),
    CeilingKind.AMOUNT: mark("At most {limit} is charged {each}, so it costs {amount}."),
    CeilingKind.SUBSCRIPTION: mark("The subscription decides: {charged}."),
    CeilingKind.GROUP: mark("Services together cost at most {limit} {each}, so this one costs {amount}."),
    CeilingKind.NATIONAL: mark("The state's maximum at that income is {limit} {each}, so it costs {amount}."),
}
_ASSUMED = {
    "bpa": mark("that the service is charged when it is given as BPA: see your award"),
    "title": mark("what the list is called"),
    "kind": mark("how the price is worked out"),
    "no_ceiling": mark("that there is no ceiling"),
    "g_policy": mark("that the list follows the G in force"),
    "basis": mark("which income counts: the household's taxable net income"),
    "max_period": mark("that the ceiling is for each month"),
    "edge": mark("that an income exactly on a limit belongs below it: ask the municipality"),
    "label": mark("what the service is called"),
    "income_rule": mark("that the income limit does not hold for this service"),
    "valid_from": mark("from when the list holds"),
    "valid_to": mark("until when the list holds"),
}


def charge_text(language: Language, charge: Charge) -> str:
    """Return where the household stands and the sum behind an amount, in a sentence or two."""
    return " ".join((_where(language, charge), sum_text(language, charge)))


def _where(language: Language, charge: Charge) -> str:
    income, ratio = language.money(charge.income), language.number(charge.income_in_g)
    return language.text("The household's income of {income} is {ratio} G.", income=income, ratio=ratio)


def sum_text(language: Language, charge: Charge) -> str:
    """Return the sum behind an amount, in a sentence."""
    amount = amount_text(language, charge)
    if charge.free_in_bpa:
        return language.text("The municipality charges nothing for it when it is given as BPA.")
    if charge.ceiling is not None:
        return _ceiling_text(language, charge, ceiling=charge.ceiling)
    if charge.rate is not None:
        return language.text(
            "{units} units at {rate} make {amount}.",
            units=language.number(charge.units_charged),
            rate=language.money(charge.rate),
            amount=amount,
        )
    if charge.amount == 0:
        return language.text("Up to that income it is free.")
    return language.text("At that income it costs {amount}.", amount=amount)


def amount_text(language: Language, charge: Charge) -> str:
    """Return the amount with what it is for: 1,290 kr a month."""
    return f"{language.money(charge.amount)} {each(language, charge.per)}"


def each(language: Language, period: Period) -> str:
    """Return what an amount is for: a month, a year."""
    return language.text(_EACH[period])


def band_text(language: Language, from_g: Decimal, *, to_g: Decimal | None) -> str:
    """Return a step of a list in times G."""
    low = language.number(from_g)
    if to_g is None:
        return language.text("above {low} G", low=low)
    high = language.number(to_g)
    if not from_g:
        return language.text("up to {high} G", high=high)
    return language.text("above {low} and up to {high} G", low=low, high=high)


def _ceiling_text(language: Language, charge: Charge, *, ceiling: Ceiling) -> str:
    whole = charge.units == charge.units.to_integral_value()
    return language.text(
        _CEILINGS[ceiling.kind],
        most=language.number(ceiling.limit),
        limit=language.money(ceiling.limit),
        each=each(language, ceiling.period),
        units=language.number(charge.units, 0 if whole else 1),
        rate=language.money(charge.rate or Decimal(0)),
        amount=language.money(charge.amount),
        charged=amount_text(language, charge),
    )


def g_change_text(language: Language, charge: Charge) -> str:
    """Return what the same income costs on the other side of a change of G; "" when it costs the same."""
    change = charge.g_change
    if change is None or not change.flips:
        return ""
    if change.applies_after:
        return language.text(
            "Until {day}, when G was {g}, it cost {amount}; {now} applies now.",
            day=language.date(change.last_day_before, "date"),
            g=language.money(change.g_before),
            amount=language.money(change.amount_before),
            now=language.money(change.amount_after),
        )
    days = {"day": language.date(change.day, "date"), "amount": language.money(change.amount_after)}
    if change.provisional:
        return language.text(
            "From {day} it will cost {amount}, if G becomes {g}.", g=language.money(change.g_after), **days
        )
    return language.text("From {day}, when G is {g}, it will cost {amount}.", g=language.money(change.g_after), **days)


def near_edge_text(language: Language, charge: Charge) -> str:
    """Return whom to ask about an income on or very near a limit; "" when it is far from any."""
    if not charge.is_near_edge:
        return ""
    return language.text("The income is very near a limit. Ask the municipality how it counts.")


def cancelled_text(language: Language, charged: bool | None) -> str:
    """Return whether a list charges cancelled help; where it is silent, whom to ask."""
    if charged is None:
        return language.text("The list does not say whether this cancelled help is charged: ask the municipality.")
    if charged:
        return language.text("This cancelled help is charged.")
    return language.text("This cancelled help is free.")


def assumed_text(language: Language, field: str) -> str:
    """Return what was assumed, in plain words; the field's own name where there are none."""
    return language.text(_ASSUMED[field]) if field in _ASSUMED else field


def warning_text(language: Language, warning: ChargeWarning) -> str:
    """Return what an amount must not be read without."""
    return _WARNINGS[warning.code](language, warning)


def _undated(language: Language, warning: ChargeWarning) -> str:
    return language.text(
        "The list carries no date: it is used with the G in force ({g}). Ask the municipality for this year's list.",
        g=_kroner(language, warning, name="g"),
    )


def _outside_validity(language: Language, warning: ChargeWarning) -> str:
    first, last = warning.facts["valid_from"], warning.facts["valid_to"]
    if isinstance(last, date) and isinstance(first, date):
        days = {"first": language.date(first, "date"), "last": language.date(last, "date")}
        return language.text("The list holds from {first} to {last}; the amount is for another day.", **days)
    if isinstance(last, date):
        return language.text(
            "The list held until {last}; the amount is for a later day.", last=language.date(last, "date")
        )
    start = language.date(first, "date") if isinstance(first, date) else ""
    return language.text("The list holds from {first}; the amount is for an earlier day.", first=start)


def _proposed(language: Language, _warning: ChargeWarning) -> str:
    return language.text("The list is proposed, and not adopted.")


def _withdrawn(language: Language, _warning: ChargeWarning) -> str:
    return language.text("The list was withdrawn.")


def _superseded(language: Language, warning: ChargeWarning) -> str:
    day = warning.facts.get("retroactive_from")
    if isinstance(day, date):
        return language.text(
            "Another list takes its place from {day}; bills may be made anew.", day=language.date(day, "date")
        )
    return language.text("Another list takes its place.")


def _rebilled(language: Language, warning: ChargeWarning) -> str:
    day = warning.facts["retroactive_from"]
    return language.text(
        "The list holds back to {day}, before it was adopted: what was billed by the earlier list is billed anew.",
        day=language.date(day, "date") if isinstance(day, date) else "",
    )


def _provisional_g(language: Language, warning: ChargeWarning) -> str:
    return language.text("G ({g}) is provisional until it is announced in May.", g=_kroner(language, warning, name="g"))


def _g_not_announced(language: Language, warning: ChargeWarning) -> str:
    return language.text(
        "G from 1 May is not announced yet; the amount uses the one before ({g}).",
        g=_kroner(language, warning, name="g"),
    )


def _national_doubtful(language: Language, warning: ChargeWarning) -> str:
    return language.text(
        "The state's maximum of {amount} for {year} is not certain.",
        amount=_kroner(language, warning, name="amount"),
        year=warning.facts["year"],
    )


def _kroner(language: Language, warning: ChargeWarning, *, name: str) -> str:
    value = warning.facts[name]
    return language.money(value) if isinstance(value, Decimal) else ""


_WARNINGS: dict[WarningCode, Callable[[Language, ChargeWarning], str]] = {
    WarningCode.UNDATED: _undated,
    WarningCode.OUTSIDE_VALIDITY: _outside_validity,
    WarningCode.PROPOSED: _proposed,
    WarningCode.WITHDRAWN: _withdrawn,
    WarningCode.SUPERSEDED: _superseded,
    WarningCode.REBILLED: _rebilled,
    WarningCode.PROVISIONAL_G: _provisional_g,
    WarningCode.G_NOT_ANNOUNCED: _g_not_announced,
    WarningCode.NATIONAL_MAXIMUM_DOUBTFUL: _national_doubtful,
}
