"""The year as lines of a table. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bpa_desktop.i18n import Language
from bpa_desktop.services.cost import MonthCost
from bpa_desktop.ui.cost.view_model import CostModel

_MONTHS = 12
_NOTHING = "–"


@dataclass(frozen=True)
class YearLine:
    """A line of the table; `said` is the whole of it where the cells alone are too short to be understood."""

    cells: tuple[str, ...]
    said: str = ""

    @property
    def name(self) -> str:
        """What is said of the line."""
        return self.said or ", ".join(self.cells)


def year_columns(language: Language, model: CostModel, *, with_income: bool = True) -> tuple[str, ...]:
    """Return the headings of the columns; the income band only where the income may be told."""
    text = language.text
    services = (line.label for line in model.lines)
    band = (text("Income band"),) if with_income else ()
    return (text("Month"), text("Practical hours"), *services, text("Sum"), text("G"), *band)


def year_lines(language: Language, model: CostModel, *, with_income: bool = True) -> Iterator[YearLine]:
    """Yield a line a month, and the sum of the months that are known.

    A month no award covers, or that the list has no price for, is said to be not known; it never counts as 0.
    """
    columns = year_columns(language, model, with_income=with_income)
    known = {one.month.month: one for one in model.months}
    unknown = language.text("not known")
    for number in range(1, _MONTHS + 1):
        month = known.get(number)
        name = language.date(date(model.month.year, number, 1), "month")
        if month is None:
            cells = (name.rsplit(" ", 1)[0], unknown, *(_NOTHING for _ in columns[2:]))
            yield YearLine(cells, language.text("{month}: {sentence}", month=name, sentence=unknown))
        else:
            yield _month_line(language, model, month=month, columns=columns)
    yield _sum_line(language, model, columns=columns)


def _month_line(language: Language, model: CostModel, *, month: MonthCost, columns: tuple[str, ...]) -> YearLine:
    amounts = {one.service: one.amount for one in month.charges}
    services = (amounts.get(line.charge.service) for line in model.lines)
    g, band = _g_and_band(language, month)
    cells = (
        language.date(month.month, "month").rsplit(" ", 1)[0],
        language.number(round(month.practical_hours, 2)),
        *(language.money(amount) if amount is not None else _NOTHING for amount in services),
        language.money(month.total),
        g,
        band,
    )[: len(columns)]
    said = (f"{column} {cell}" for column, cell in zip(columns[1:], cells[1:], strict=True))
    return YearLine(cells, f"{language.date(month.month, 'month')}: {', '.join(said)}")


def _g_and_band(language: Language, month: MonthCost) -> tuple[str, str]:
    if not month.charges:
        return _NOTHING, _NOTHING
    first = month.charges[0]
    low, high = language.number(first.band.from_g), first.band.to_g
    if high is None:
        band = language.text("above {low} G", low=low)
    else:
        band = language.text("{low}–{high} G", low=low, high=language.number(high))
    return language.money(first.g.amount), band


def _sum_line(language: Language, model: CostModel, *, columns: tuple[str, ...]) -> YearLine:
    hours = sum((one.practical_hours for one in model.months), Decimal(0))
    services = tuple(
        sum((one.amount for month in model.months for one in month.charges if one.service == wanted), Decimal(0))
        for wanted in (line.charge.service for line in model.lines)
    )
    sums = (*(language.money(amount) for amount in services), language.money(model.year_total))
    cells = (language.text("Sum of the months known"), language.number(round(hours, 2)), *sums)
    said = (f"{column} {cell}" for column, cell in zip(columns[1:], cells[1:], strict=False))
    padded = (*cells, *("" for _ in range(len(columns) - len(cells))))
    return YearLine(padded, f"{cells[0]}: {', '.join(said)}")
