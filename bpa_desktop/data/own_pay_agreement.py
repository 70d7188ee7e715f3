"""The few figures of a pay agreement of one's own, as the text of a `bpa-pay-agreement/1` file and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bpa_desktop.data.pay_agreement_models import SCHEMA
from bpa_desktop.pay.agreement import PayAgreement
from bpa_desktop.pay.kind import FigureName, Kind

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
    head = [f'schema = "{SCHEMA}"', f'id = "{OWN_ID}"', f"title = {_quoted(title)}", 'full_time_week = "37.5"']
    tables = ["\n".join(head)]
    if own.base_wage is not None:
        facts = {"years": "0", "value": _value(own.base_wage), "unit": '"kroner_an_hour"'}
        tables.append(_table("wage", facts, title=title))
    tables += _supplements(own, title)
    for name, figure in _FIGURES:
        value = figure(own)
        if value is not None or name in _LAW_HAS_NONE:
            tables.append(_table("figure", {"name": f'"{name}"', "value": _value(value)}, title=title))
    return "\n\n".join(tables) + "\n"


def _supplements(own: OwnFigures, title: str) -> Iterator[str]:
    for kind, figure in _SUPPLEMENTS:
        unit = "percent" if kind is Kind.HOLIDAY else "kroner_an_hour"
        facts = {"kind": f'"{kind}"', "value": _value(figure(own)), "unit": f'"{unit}"'}
        if kind is Kind.WEEKEND:
            facts["not_with"] = f'["{Kind.HOLIDAY}"]'
        yield _table("supplement", facts, title=title)
        for days, start, end in _WINDOWS[kind]:
            window = f'[[supplement.window]]\ndays = "{days}"\nstart = "{start}"\nend = "{end}"\nmark = "SEEN"'
            yield window


def _table(name: str, facts: dict[str, str], *, title: str) -> str:
    dated = {"valid_from": _FROM.isoformat(), **facts, "mark": '"SEEN"', "source": _quoted(title)}
    return "\n".join([f"[[{name}]]", *(f"{key} = {value}" for key, value in dated.items())])


def _value(value: Decimal | None) -> str:
    return f'"{value:f}"' if value is not None else '""'


def _quoted(text: str) -> str:
    """Return a text as a TOML string of one line."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def own_figures(agreement: PayAgreement) -> OwnFigures:
    """Return the figures of an agreement that was written from them."""
    supplements = {row.kind: row.value for row in agreement.supplements}
    figures = {row.name: row.value for row in agreement.figures}
    return OwnFigures(
        agreement.wages[0].value if agreement.wages else None,
        *(supplements.get(kind) for kind, _ in _SUPPLEMENTS),
        *(figures.get(name) for name, _ in _FIGURES),
    )
