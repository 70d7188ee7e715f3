"""The few figures of a pay agreement of one's own, as the text of a `bpa-pay-agreement/1` file and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import tomli_w

from bpa_desktop.data.pay_agreement_models import SCHEMA
from bpa_desktop.pay.agreement import PayAgreement, Unit
from bpa_desktop.pay.kind import FigureName, Kind

Row = dict[str, object]
OWN_ID = "own"
_FROM = date(2000, 1, 1)
"""The user's figures are for every month they look at."""


@dataclass(frozen=True)
class OwnFigures:
    """What a user pays: kroner an hour, holiday in percent of it, the rest in percent; None is not known, 0 nothing.

    `resting_hours` are the hours of a resting night that are paid as one.
    """

    base_wage: Decimal | None = None
    evening: Decimal | None = None
    night: Decimal | None = None
    weekend: Decimal | None = None
    holiday: Decimal | None = None
    overtime: Decimal | None = None
    resting_hours: Decimal | None = None
    holiday_pay: Decimal | None = None
    pension: Decimal | None = None
    employer_contribution: Decimal | None = None


# Evening until the night of arbeidsmiljøloven § 10-11 begins.
_WINDOWS = {
    Kind.EVENING: (("every_day", "17:00", "21:00"),),
    Kind.NIGHT: (("every_day", "21:00", "06:00"),),
    Kind.WEEKEND: (("saturday", "00:00", "24:00"), ("sunday", "00:00", "24:00")),
    Kind.HOLIDAY: (("holiday", "00:00", "24:00"),),
}
_SUPPLEMENTS: tuple[tuple[Kind, Callable[[OwnFigures], Decimal | None]], ...] = (
    (Kind.EVENING, lambda own: own.evening),
    (Kind.NIGHT, lambda own: own.night),
    (Kind.WEEKEND, lambda own: own.weekend),
    (Kind.HOLIDAY, lambda own: own.holiday),
)
_FIGURES: tuple[tuple[FigureName, Callable[[OwnFigures], Decimal | None]], ...] = (
    (FigureName.OVERTIME, lambda own: own.overtime),
    (FigureName.RESTING_NIGHT, lambda own: own.resting_hours),
    (FigureName.HOLIDAY_PAY, lambda own: own.holiday_pay),
    (FigureName.PENSION, lambda own: own.pension),
    (FigureName.EMPLOYER_CONTRIBUTION, lambda own: own.employer_contribution),
)
_LAW_HAS_NONE = frozenset({FigureName.RESTING_NIGHT})


def own_agreement_text(title: str, own: OwnFigures) -> str:
    """Return the text of an agreement that says what the figures say.

    Where the law has a figure of its own, one that is not known is left to it; the others stand there empty.
    """
    file = {
        "schema": SCHEMA,
        "id": OWN_ID,
        "title": title,
        "full_time_week": "37.5",
        "wage": [_row(title, own.base_wage, years=0, unit=Unit.KRONER_AN_HOUR)] if own.base_wage is not None else [],
        "supplement": [_supplement(title, kind, value=figure(own)) for kind, figure in _SUPPLEMENTS],
        "figure": [
            _row(title, figure(own), name=name)
            for name, figure in _FIGURES
            if figure(own) is not None or name in _LAW_HAS_NONE
        ],
    }
    return tomli_w.dumps(file)


def _supplement(title: str, kind: Kind, *, value: Decimal | None) -> Row:
    unit = Unit.PERCENT if kind is Kind.HOLIDAY else Unit.KRONER_AN_HOUR
    beside = {"not_with": [Kind.HOLIDAY]} if kind is Kind.WEEKEND else {}
    windows = [{"days": days, "start": start, "end": end, "mark": "SEEN"} for days, start, end in _WINDOWS[kind]]
    return {**_row(title, value, kind=kind, unit=unit), **beside, "window": windows}


def _row(title: str, value: Decimal | None, **facts: object) -> Row:
    """Return a figure that the user knows, or that is not known: then its value is empty."""
    written = "" if value is None else f"{value:f}"
    return {"valid_from": _FROM, **facts, "value": written, "mark": "SEEN", "source": title}


def own_figures(agreement: PayAgreement) -> OwnFigures:
    """Return the figures of an agreement that was written from them."""
    supplements = {row.kind: row.value for row in agreement.supplements}
    figures = {row.name: row.value for row in agreement.figures}
    return OwnFigures(
        agreement.wages[0].value if agreement.wages else None,
        *(supplements.get(kind) for kind, _ in _SUPPLEMENTS),
        *(figures.get(name) for name, _ in _FIGURES),
    )
