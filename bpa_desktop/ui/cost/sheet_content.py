"""A month's cost as a sheet of paper; without the household's income unless it is wanted. Plain Python, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bpa_desktop.i18n import Language
from bpa_desktop.interchange.cost_sheet import CostSheet, SheetService, SheetStep
from bpa_desktop.texts import amount_text, assumed_text
from bpa_desktop.texts.charge import band_text
from bpa_desktop.ui.cost.view_model import CostModel, Rung
from bpa_desktop.ui.cost.wording import cautions, edges, lead, list_text, rung_amount, service_reasons
from bpa_desktop.ui.cost.year_wording import year_cells, year_columns, year_total

_WHOLE = 100


@dataclass(frozen=True)
class Paper:
    """Whose sheet it is, the day it is printed, and whether the household's income may be told."""

    name: str
    day: date
    with_income: bool = False


def cost_sheet(language: Language, model: CostModel, *, paper: Paper) -> CostSheet:
    """Return the sheet of a month.

    Without the income nothing tells it: not the amount, not the times of G, not the household's step or the distance to
    the next ones.
    """
    text, ladder, with_income = language.text, model.ladder, paper.with_income
    return CostSheet(
        language=language.code,
        region=language.region,
        title=text("Co-payment for {month}", month=language.date(model.month, "month")),
        subtitle=paper.name,
        lead=lead(language, model, with_income=with_income),
        services=_services(language, model, with_income=with_income),
        steps_heading=text("Kroner a month by income"),
        step_columns=(text("Household's income"), text("Kroner a month")),
        steps=tuple(_step(language, model, rung=rung, with_income=with_income) for rung in ladder.rungs)
        if ladder
        else (),
        notes=edges(language, model.lines[0].charge) if ladder and with_income else (),
        year_heading=text("The year {year}", year=model.month.year),
        columns=year_columns(language, with_income=with_income),
        months=year_cells(language, model, with_income=with_income),
        total=year_total(language, model),
        basis_heading=text("What it rests on"),
        basis=(list_text(language, model.tariff), *_cautions(language, model, with_income=with_income)),
        printed=text(
            "Printed {day}. A help for planning: the municipality's decision counts.",
            day=language.date(paper.day, "date"),
        ),
    )


def _services(language: Language, model: CostModel, *, with_income: bool) -> tuple[SheetService, ...]:
    told = zip(model.lines, service_reasons(language, model, with_income=with_income), strict=True)
    return tuple(SheetService(f"{line.label}: {amount_text(language, line.charge)}", why) for line, why in told)


def _step(language: Language, model: CostModel, *, rung: Rung, with_income: bool) -> SheetStep:
    name, here = band_text(language, rung.from_g, to_g=rung.to_g), rung.is_here and with_income
    if here:
        name = language.text("{said}, here is the household", said=name)
    highest = model.ladder.highest if model.ladder is not None else None
    share = float(_WHOLE * (rung.amount or 0) / highest) if highest else 0.0
    return SheetStep(name, rung_amount(language, rung), share, here)


def _cautions(language: Language, model: CostModel, *, with_income: bool) -> tuple[str, ...]:
    told = cautions(language, model)
    if with_income:
        return told
    edge = assumed_text(language, "edge")  # it tells where the income is
    return tuple(line for line in told if edge not in line)
