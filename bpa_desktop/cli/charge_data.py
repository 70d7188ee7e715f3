"""A co-payment as `--json` holds it, and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bpa_desktop.i18n import Language
from bpa_desktop.tariff.charge_facts import Charge, Step
from bpa_desktop.tariff.charge_warnings import WarningCode
from bpa_desktop.tariff.g_change import GChange
from bpa_desktop.texts.charge import amount_text, assumed_text, charge_text, g_change_text, near_edge_text, warning_text

EXPECTED = frozenset({WarningCode.UNDATED})
"""Warnings that say how a list is meant to be used: they are told, and need no attention."""


def charge_data(language: Language, charge: Charge) -> dict[str, object]:
    """Return a charge as the interchange has it, with its service and units."""
    return {
        "service": charge.service,
        "units": plain(charge.units),
        "amount": str(charge.amount),
        "per": charge.per.value,
        "currency": charge.currency,
        "income_in_g": str(charge.income_in_g),
        "g": plain(charge.g.amount),
        "g_from": None if charge.g.from_day is None else charge.g.from_day.isoformat(),
        "band": {"from_g": plain(charge.band.from_g), "to_g": optional(charge.band.to_g)},
        "explanation": charge_text(language, charge),
        "assumed": list(charge.assumed),
        "warnings": [warning_text(language, warning) for warning in charge.warnings],
        "warning_codes": [warning.code.value for warning in charge.warnings],
        "steps": {"below": _step(charge.below), "above": _step(charge.above)},
        "near_edge": charge.is_near_edge,
        "g_change": _g_change(charge.g_change),
        "source": _source(charge),
    }


def charge_lines(language: Language, charge: Charge) -> Iterator[str]:
    """Yield a charge in words: the amount, why, its neighbours, what is assumed, what to be careful about."""
    yield amount_text(language, charge)
    yield charge_text(language, charge)
    if charge.below is not None and charge.below.amount is not None:
        yield language.text(
            "At an income of {income} or less: {amount}.",
            income=language.money(charge.below.income),
            amount=language.money(charge.below.amount),
        )
    if charge.above is not None and charge.above.amount is not None:
        yield language.text(
            "At an income above {income}: {amount}.",
            income=language.money(charge.above.income),
            amount=language.money(charge.above.amount),
        )
    yield from filter(None, (near_edge_text(language, charge), g_change_text(language, charge)))
    for field in charge.assumed:
        yield language.text("Assumed: {what}.", what=assumed_text(language, field))
    for warning in charge.warnings:
        yield language.text("Note: {warning}", warning=warning_text(language, warning))
    yield language.text("Source: {title}", title=charge.source.title)


def needs_attention(charge: Charge) -> bool:
    """Tell whether a charge comes with a warning beyond what its list is meant to be used with."""
    return any(warning.code not in EXPECTED for warning in charge.warnings)


def plain(number: Decimal) -> str:
    """Return a number as a decimal string, without exponent and without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def optional(number: Decimal | None) -> str | None:
    """Return a number as a decimal string, or None."""
    return None if number is None else plain(number)


def _step(step: Step | None) -> dict[str, str | None] | None:
    if step is None:
        return None
    return {"income": plain(step.income), "amount": None if step.amount is None else str(step.amount)}


def _g_change(change: GChange | None) -> dict[str, str] | None:
    if change is None:
        return None
    return {
        "day": change.day.isoformat(),
        "g_before": plain(change.g_before),
        "g_after": plain(change.g_after),
        "amount_before": str(change.amount_before),
        "amount_after": str(change.amount_after),
        "applies": "after" if change.applies_after else "before",
    }


def _source(charge: Charge) -> dict[str, object]:
    source = charge.source
    return {
        "tariff": source.tariff,
        "title": source.title,
        "ref": source.ref,
        "lines": source.lines,
        "retrieved": None if source.retrieved is None else source.retrieved.isoformat(),
        "dated": source.dated,
        "mark": source.mark.value,
    }
