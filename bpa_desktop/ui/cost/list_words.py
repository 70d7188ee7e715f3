"""What the fields of a price list, and what can be chosen in them, are called. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Mapping

from bpa_desktop.i18n import Language, mark
from bpa_desktop.tariff.g_policy import GPolicyKind
from bpa_desktop.tariff.price import Kind, Period
from bpa_desktop.tariff.price_list import InBpa, Status, Unit
from bpa_desktop.tariff.provenance import SourceKind
from bpa_desktop.texts.charge import each
from bpa_desktop.ui.cost.list_draft import UNDATED

Choices = list[tuple[str, str]]

LABELS: Mapping[str, str] = {
    "municipality": mark("Municipality"),
    "municipality_no": mark("Municipality number"),
    "district": mark("District"),
    "title": mark("What the list is called"),
    "undated": mark("Is it dated?"),
    "valid_from": mark("Holds from"),
    "valid_to": mark("Holds until"),
    "status": mark("Status"),
    "adopted_ref": mark("Decided in"),
    "source[0].kind": mark("Source"),
    "source[0].ref": mark("Where it can be read"),
    "source[0].retrieved": mark("Day it was read"),
    "source[0].quote": mark("What it says, word for word"),
    "g.policy": mark("Which G"),
    "g.amount": mark("G in kroner"),
    "cap_group": mark("Most kroner together"),
    "label": mark("Service"),
    "unit": mark("Counted in"),
    "bpa": mark("When it is BPA"),
    "step": mark("Rounded to"),
    "from_g": mark("From G"),
    "to_g": mark("Up to G"),
    "printed_kr[0]": mark("From kroner, as printed"),
    "printed_kr[1]": mark("Up to kroner, as printed"),
    "kind": mark("Price"),
    "rate": mark("Kroner a unit"),
    "max_units": mark("Most units"),
    "max_period": mark("Most units in each"),
    "cap": mark("Most kroner"),
    "cap_period": mark("Most kroner in each"),
    "amount": mark("Fixed kroner"),
    "per": mark("Each"),
    "switch_at": mark("Fixed above units"),
    "switch_from": mark("Fixed from units"),
    "minimum": mark("Least kroner"),
    "tiers": mark("Units: kroner; units: kroner"),
}
_CHOICES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "undated": (("", mark("dated")), (UNDATED, mark("carries no date"))),
    "status": (
        (Status.IN_FORCE, mark("in force")),
        (Status.PROPOSED, mark("proposed")),
        (Status.WITHDRAWN, mark("withdrawn")),
        (Status.SUPERSEDED, mark("replaced by another")),
    ),
    "source[0].kind": (
        (SourceKind.WEB, mark("web page")),
        (SourceKind.PDF, mark("PDF")),
        (SourceKind.LETTER, mark("letter")),
        (SourceKind.PHONE, mark("phone call")),
        (SourceKind.SEED, mark("supplied text")),
    ),
    "g.policy": (
        (GPolicyKind.IN_FORCE, mark("the one in force")),
        (GPolicyKind.JAN1, mark("the one of 1 January")),
        (GPolicyKind.FIXED, mark("a fixed amount")),
        (GPolicyKind.ANNUAL_AVERAGE, mark("a year's average")),
    ),
    "unit": (
        (Unit.HOUR, mark("hours")),
        (Unit.MONTH, mark("months")),
        (Unit.DAYS_PER_WEEK, mark("days a week")),
        (Unit.DAY, mark("days")),
        (Unit.PORTION, mark("portions")),
        (Unit.TRIP, mark("trips")),
        (Unit.ONCE, mark("times")),
    ),
    "bpa": (
        (InBpa.YES, mark("charged")),
        (InBpa.NO, mark("not charged")),
        (InBpa.ASSUMED_YES, mark("charged, we assume")),
        (InBpa.ASSUMED_NO, mark("not charged, we assume")),
    ),
    "kind": (
        (Kind.FREE, mark("no charge")),
        (Kind.FLAT, mark("fixed")),
        (Kind.METERED, mark("by the unit")),
        (Kind.SWITCH, mark("by the unit, then fixed")),
        (Kind.CHEAPEST, mark("the cheaper of both")),
        (Kind.TIERS, mark("by how many")),
    ),
}
_PERIODS = ("max_period", "cap_period", "per")
CHOSEN = frozenset((*_CHOICES, *_PERIODS))
"""The fields in which one chooses; the others are typed."""
SHORT_LABELS: Mapping[str, str] = {"max_period": mark("Each"), "cap_period": mark("Each")}
"""What stands above a field whose full name says which one it belongs to."""


def label(language: Language, key: str) -> str:
    """Return what a field is called."""
    return language.text(LABELS["cap_group" if key.startswith("cap_group[") else key])


def choices(language: Language, key: str) -> Choices:
    """Return what can be chosen in a field."""
    if key in _PERIODS:
        unsaid = [("", language.text("not said"))] if key == "max_period" else []
        return [*unsaid, *((period.value, each(language, period)) for period in Period)]
    return [(str(value), language.text(text)) for value, text in _CHOICES[key]]
