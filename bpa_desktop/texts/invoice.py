"""A bill as text: how it stands to the list, what would explain the difference, and a letter to the municipality."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.invoice_check import InvoiceCheck
from bpa_desktop.services.invoice_reason import Reason, ReasonCode
from bpa_desktop.texts.charge import amount_text, band_text, cancelled_text, sum_text

_MOST_IN_A_LETTER = 3
_PLAIN = {
    ReasonCode.FREE_IN_BPA: mark(
        "The list says that hours given as BPA are free. If they are charged, it is {amount}."
    ),
    ReasonCode.HOUSEHOLD: mark(
        "If other incomes of the household are counted than those the list says, it is {amount}."
    ),
    ReasonCode.TWO_MONTHS: mark("Twice the month's amount is {amount}: two months may be on one bill."),
    ReasonCode.NATIONAL_MAXIMUM: mark("Without the state's monthly maximum for low incomes it is {amount}."),
    ReasonCode.YEAR_CEILING: mark(
        "If what was paid earlier this year is not counted against the ceiling, it is {amount}."
    ),
    ReasonCode.SHARED_CEILING: mark("Without the ceiling that services share it is {amount}."),
    ReasonCode.NO_CEILING: mark("Without the list's own ceiling on hours or kroner it is {amount}."),
    ReasonCode.FULL_CEILING: mark("If hours are charged right up to the ceiling, it is {amount}."),
    ReasonCode.NOT_ROUNDED: mark("If the hours are not rounded as the list says, it is {amount}."),
}
_OF_HOURS = {
    ReasonCode.ALL_HOURS: mark(
        "If all {hours} granted are charged, and not only {practical} of practical assistance, it is {amount}."
    ),
    ReasonCode.OTHER_HOURS: mark("With {hours} of practical assistance instead of {practical} it is {amount}."),
}
_OF_SERVICES = {
    ReasonCode.SERVICE_NOT_USED: mark("With {services} too it is {amount}."),
    ReasonCode.SERVICE_LEFT_OUT: mark("Without {services} it is {amount}."),
}
_ADVICE = {
    ReasonCode.OTHER_LIST: mark("Ask which list was used."),
    ReasonCode.REPLACED_LIST: mark("Ask which list was used."),
    ReasonCode.OTHER_G: mark("Ask which G was used, and from when."),
    ReasonCode.OLD_G: mark("Ask which G was used, and from when."),
    ReasonCode.ALL_HOURS: mark("The list charges practical assistance only. Ask how many hours were counted."),
    ReasonCode.HOUSEHOLD: mark("Ask whose income was counted. Parents never count for a grown-up."),
    ReasonCode.NEIGHBOUR_BAND: mark("Ask whose income was counted, and which year's."),
    ReasonCode.OTHER_BAND: mark("Ask whose income was counted, and which year's. Parents never count for a grown-up."),
    ReasonCode.SERVICE_NOT_USED: mark("Do you use it? Then write it down under Other services."),
    ReasonCode.SERVICE_LEFT_OUT: mark("It may come on a bill of its own."),
    ReasonCode.ON_TOP: mark("Look for a line of its own on the bill. The list says nothing of a fee."),
}


def check_text(language: Language, check: InvoiceCheck) -> str:
    """Return how what was billed stands to the list, in a sentence."""
    facts = {
        "billed": language.money(check.invoice.amount),
        "month": language.date(check.invoice.month, "month"),
        "expected": language.money(check.cost.total),
        "difference": language.money(abs(check.difference)),
    }
    if check.is_same:
        return language.text("You were billed {billed} for {month}, as the list says.", **facts)
    if check.difference > 0:
        return language.text(
            "You were billed {billed} for {month}: {difference} more than the list says ({expected}).", **facts
        )
    return language.text(
        "You were billed {billed} for {month}: {difference} less than the list says ({expected}). The rest may be "
        "billed later.",
        **facts,
    )


def invoice_reason_text(language: Language, reason: Reason) -> str:
    """Return what would explain the difference, in a sentence with the amount it comes to."""
    if reason.code in _PLAIN:
        return language.text(_PLAIN[reason.code], amount=language.money(reason.amount))
    return _TOLD[reason.code](language, reason)


def invoice_advice(language: Language, reason: Reason) -> str:
    """Return what to do about a reason; "" where the sentence itself says it."""
    if reason.code is not ReasonCode.OTHER_HOURS:
        return language.text(_ADVICE[reason.code]) if reason.code in _ADVICE else ""
    if _number(reason, "hours") < _number(reason, "practical"):
        return ""
    charged = reason.facts["undelivered"]
    never_came = cancelled_text(language, None if charged is None else bool(charged))
    return language.text("Is it help that never came? {rule}", rule=never_came)


def _list(language: Language, reason: Reason) -> str:
    facts = {"title": reason.facts["title"], "amount": language.money(reason.amount)}
    day = reason.facts["from"]
    if reason.code is ReasonCode.REPLACED_LIST:
        return language.text("By “{title}”, which is no longer the right list, it is {amount}.", **facts)
    if isinstance(day, date):
        return language.text(
            "By “{title}”, which holds from {day}, it is {amount}.", day=language.date(day, "date"), **facts
        )
    return language.text("By “{title}” it is {amount}.", **facts)


def _base_amount(language: Language, reason: Reason) -> str:
    day = reason.facts["from"]
    return language.text(
        "With the G of {day}, {g} instead of {right}, it is {amount}.",
        day=language.date(day, "date") if isinstance(day, date) else "",
        g=language.money(_number(reason, "g")),
        right=language.money(_number(reason, "right")),
        amount=language.money(reason.amount),
    )


def _hours(language: Language, reason: Reason) -> str:
    return language.text(
        _OF_HOURS[reason.code],
        hours=language.hours(_number(reason, "hours")),
        practical=language.hours(_number(reason, "practical")),
        amount=language.money(reason.amount),
    )


def _band(language: Language, reason: Reason) -> str:
    higher, neighbour = reason.facts["higher"], reason.code is ReasonCode.NEIGHBOUR_BAND
    top = None if reason.facts["to_g"] is None else _number(reason, "to_g")
    facts = {"band": band_text(language, _number(reason, "from_g"), to_g=top)}
    facts["amount"] = language.money(reason.amount)
    if neighbour and higher:
        return language.text("On the next step up, {band}, it is {amount}.", **facts)
    if neighbour:
        return language.text("On the next step down, {band}, it is {amount}.", **facts)
    return language.text("On another step of the list, {band}, it is {amount}.", **facts)


def _service(language: Language, reason: Reason) -> str:
    amount = language.money(reason.amount)
    return language.text(_OF_SERVICES[reason.code], services=reason.facts["services"], amount=amount)


def _on_top(language: Language, reason: Reason) -> str:
    return language.text("A fee of {extra} may be on top.", extra=language.money(_number(reason, "extra")))


def _number(reason: Reason, name: str) -> Decimal:
    value = reason.facts[name]
    return value if isinstance(value, Decimal) else Decimal(str(value))


_TOLD: dict[ReasonCode, Callable[[Language, Reason], str]] = {
    ReasonCode.OTHER_LIST: _list,
    ReasonCode.REPLACED_LIST: _list,
    ReasonCode.OTHER_G: _base_amount,
    ReasonCode.OLD_G: _base_amount,
    ReasonCode.ALL_HOURS: _hours,
    ReasonCode.NEIGHBOUR_BAND: _band,
    ReasonCode.OTHER_BAND: _band,
    ReasonCode.SERVICE_NOT_USED: _service,
    ReasonCode.SERVICE_LEFT_OUT: _service,
    ReasonCode.OTHER_HOURS: _hours,
    ReasonCode.ON_TOP: _on_top,
}


def invoice_letter(language: Language, check: InvoiceCheck) -> str:
    """Return a letter to the municipality that asks how the bill was worked out, and to mend it.

    The municipality reads Bokmål, so that is the language to give. It names no income, no person and no health; what
    only the sender knows is left open in square brackets. Source of the duty asked about: regulation
    FOR-2011-12-16-1349 chapter 2.
    """
    parts = (_opening(language, check), _our_sum(language, check), _possible(language, check), _asking(language))
    return "\n\n".join(part for part in parts if part) + "\n"


def _opening(language: Language, check: InvoiceCheck) -> str:
    text = language.text
    facts = {
        "month": language.date(check.invoice.month, "month"),
        "billed": language.money(check.invoice.amount),
        "expected": language.money(check.cost.total),
        "difference": language.money(abs(check.difference)),
        "title": check.tariff.title,
    }
    return "\n\n".join(
        (
            text("To {municipality} municipality", municipality=check.tariff.municipality),
            text("Question about the invoice for {month} (invoice number: [number])", **facts),
            text(
                "I was billed {billed} for {month}. By the price list “{title}” I find {expected}. That is "
                "{difference} less than the invoice.",
                **facts,
            ),
        )
    )


def _our_sum(language: Language, check: InvoiceCheck) -> str:
    charges = check.cost.charges
    lines = [language.text("This is how I have counted:")]
    for charge in charges:
        label = check.tariff.service(charge.service).label
        lines.append(f"– {label}: {amount_text(language, charge)}. {sum_text(language, charge)}")
    if charges:
        g = charges[0].g
        day = language.date(g.from_day, "date") if g.from_day is not None else language.text("the list itself")
        lines.append("– " + language.text("G is {g}, from {day}.", g=language.money(g.amount), day=day))
    return "\n".join(lines)


def _possible(language: Language, check: InvoiceCheck) -> str:
    exact = [reason for reason in check.reasons if not check.gap(reason)][:_MOST_IN_A_LETTER]
    if not exact:
        return ""
    lines = [language.text("The difference may come from this:")]
    return "\n".join((*lines, *(f"– {invoice_reason_text(language, reason)}" for reason in exact)))


def _asking(language: Language) -> str:
    text = language.text
    return "\n".join(
        (
            text("I ask you to:"),
            "1. "
            + text(
                "Show how the amount was worked out: hours, price an hour, ceiling, which G, and whose income was "
                "counted, by chapter 2 of the regulation on co-payment (FOR-2011-12-16-1349)."
            ),
            "2. " + text("Correct the invoice if it is wrong, and pay back what I have paid too much."),
            "3. " + text("Tell me in writing why, and how I can complain, if you find that it is right."),
            "",
            text("Kind regards"),
            text("[name and address]"),
        )
    )
