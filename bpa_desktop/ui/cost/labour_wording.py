"""What the page about the work's cost says. Plain Python, no Qt."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from bpa_desktop.data.own_pay_agreement import OWN_ID
from bpa_desktop.i18n import Language, mark
from bpa_desktop.pay.agreement import PayAgreement
from bpa_desktop.pay.cost import AssistantCost, LabourCost
from bpa_desktop.pay.kind import Kind
from bpa_desktop.texts.error import error_text
from bpa_desktop.texts.labour import kind_text, labour_text, note_text, part_text
from bpa_desktop.texts.shift import capital, name_of
from bpa_desktop.ui.cost.labour_entry import Fault
from bpa_desktop.ui.cost.labour_model import LabourModel

_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_FIELDS = {
    "base_wage": mark("Hourly wage, in kroner"),
    "evening": mark("Evening supplement from 17 to 21, in kroner an hour"),
    "night": mark("Night supplement from 21 to 06, in kroner an hour"),
    "weekend": mark("Weekend supplement, in kroner an hour"),
    "holiday": mark("Public holiday supplement, in percent of the hourly wage"),
    "overtime": mark("Overtime supplement, in percent of the hourly wage"),
    "resting_hours": mark("Resting night: how many hours are paid as one"),
    "holiday_pay": mark("Holiday pay, in percent"),
    "pension": mark("Pension, in percent"),
    "employer_contribution": mark("Employer's contribution, in percent"),
}
_FAULTS = {
    Fault.NO_AMOUNT: mark("Write a number from 0 to 1,000, as 57 or 14.1, or nothing."),
    Fault.NOTHING: mark("Write more than 0, or nothing."),
}


def field_label(language: Language, name: str) -> str:
    """Return the label of a figure of one's own."""
    return language.text(_FIELDS[name])


def fault_text(language: Language, fault: Fault) -> str:
    """Return what is wrong with a figure, and what belongs there."""
    return language.text(_FAULTS[fault])


def labour_lead(language: Language, model: LabourModel) -> str:
    """Return the month in one sentence, with amounts as one speaks of them."""
    cost = model.cost
    if not isinstance(cost, LabourCost):
        return error_text(language, cost) or str(cost)
    contribution = cost.of_kind(Kind.EMPLOYER_CONTRIBUTION)
    if not cost.total or not contribution:
        return _said(language, model) if cost.is_unknown else labour_text(language, cost)
    return language.text(
        "{month} costs about {total} for {hours}, of which about {contribution} is employer's contribution.",
        month=capital(language.date(cost.month, "month")),
        total=_about(language, cost.total),
        hours=language.hours(cost.hours),
        contribution=_about(language, contribution),
    )


def _about(language: Language, kroner: Decimal) -> str:
    """Return an amount to the nearest hundred, a small one to the nearest krone."""
    step = _HUNDRED if kroner >= _THOUSAND else Decimal(1)
    return language.money((kroner / step).quantize(Decimal(1), ROUND_HALF_UP) * step)


def total_text(language: Language, model: LabourModel) -> str:
    """Return the exact sum of the assistants, or nothing where it is not known."""
    total = model.cost.total if isinstance(model.cost, LabourCost) else None
    return language.text("{total} in all", total=language.money(total)) if total else ""


def labour_notes(language: Language, model: LabourModel) -> str:
    """Return what is not counted or was assumed, a sentence a line."""
    if not isinstance(model.cost, LabourCost) or model.cost.is_unknown:
        return ""
    return _said(language, model)


def _said(language: Language, model: LabourModel) -> str:
    notes = model.cost.notes if isinstance(model.cost, LabourCost) else ()
    return "\n".join(note_text(language, note, roster=model.roster) for note in notes)


def person_text(language: Language, model: LabourModel, *, person: AssistantCost) -> str:
    """Return an assistant's month in a line."""
    name = name_of(language, model.roster, assistant=person.assistant)
    hours = language.hours(person.hours)
    if person.amount is None:
        return language.text("{name}, {hours}: not known", name=name, hours=hours)
    return language.text("{name}, {hours}: {amount}", name=name, hours=hours, amount=language.money(person.amount))


def person_lines(language: Language, person: AssistantCost) -> str:
    """Return what an assistant's month is made of, a line each."""
    return "\n".join(part_text(language, part) for part in person.parts)


def agreement_name(language: Language, agreement: PayAgreement | None) -> str:
    """Return what an agreement is called."""
    if agreement is None:
        return language.text("none")
    return language.text("What we pay ourselves") if agreement.id == OWN_ID else agreement.title


def unknown_text(language: Language, model: LabourModel) -> str:
    """Return what nobody has read of the agreement, or nothing where everything is known."""
    if not model.unknown:
        return ""
    what = language.listed(tuple(kind_text(language, kind) for kind in model.unknown))
    return language.text("Not known in this agreement: {what}. It is not counted where it would be paid.", what=what)
