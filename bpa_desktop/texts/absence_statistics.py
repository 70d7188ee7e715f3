"""The quarter's absence in words and as a table: numbers, and no name unless it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bpa_desktop.domain.absence_statistics import Bins, Figures, Quarter, in_hundredths
from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.services.absence_statistics import QuarterFigures
from bpa_desktop.texts.listing import Cell, Listing
from bpa_desktop.texts.shift import name_of

Row = tuple[str, Cell]
"""What a figure is called, and the figure."""


def quarter_text(language: Language, quarter: Quarter) -> str:
    """Return a quarter: Quarter 4 of 2026."""
    return language.text("Quarter {n} of {year}", n=quarter.number, year=quarter.year)


def statistics_rows(language: Language, figures: Figures, *, bins: Bins) -> tuple[Row, ...]:
    """Return the figures with their names; man-days to the hundredth."""
    text = language.text
    percent: Cell = "" if figures.percent is None else figures.percent
    return (
        (text("Agreed man-days"), in_hundredths(figures.agreed)),
        (text("Sick days"), in_hundredths(figures.sick)),
        (text("Sick days in percent"), percent),
        (text("Self-certified days"), in_hundredths(figures.self_certified)),
        (text("Days with a sick note"), in_hundredths(figures.doctor_certified)),
        *_by_length(language, figures, bins=bins),
        (text("Days with a sick child"), in_hundredths(figures.child)),
        (text("Days of other absence"), in_hundredths(figures.other)),
    )


def _by_length(language: Language, figures: Figures, *, bins: Bins) -> Iterator[Row]:
    lengths = (
        (language.text("{first} to {last} days", first=1, last=bins.short), figures.short_days, figures.short_cases),
        (
            language.text("{first} to {last} days", first=bins.short + 1, last=bins.middle),
            figures.middle_days,
            figures.middle_cases,
        ),
        (language.text("more than {last} days", last=bins.middle), figures.long_days, figures.long_cases),
        (
            language.text("of which more than {weeks} weeks", weeks=bins.weeks // 7),
            figures.very_long_days,
            figures.very_long_cases,
        ),
    )
    for name, days, cases in lengths:
        yield language.text("Cases, {length}", length=name), cases
        yield language.text("Sick days, {length}", length=name), in_hundredths(days)


def statistics_listing(language: Language, roster: Roster, *, of: QuarterFigures, by_name: bool) -> Listing:
    """Return the quarter as a table: a line for all together, before it one for each assistant where that is asked."""
    everybody = [(language.text("All"), of.total)]
    named = [(name_of(language, roster, assistant=who), figures) for who, figures in of.by_assistant.items()]
    lines = [
        (who, statistics_rows(language, figures, bins=of.bins))
        for who, figures in ((*named, *everybody) if by_name else everybody)
    ]
    when = quarter_text(language, of.quarter)
    names = (name for name, _ in statistics_rows(language, of.total, bins=of.bins))
    return Listing(
        (language.text("Quarter"), language.text("Who"), *names),
        tuple((when, who, *(cell for _, cell in rows)) for who, rows in lines),
    )


def statistics_pairs(language: Language, figures: Figures, *, bins: Bins) -> tuple[tuple[str, str], ...]:
    """Return what each figure is called, and the figure as it is written."""
    rows = statistics_rows(language, figures, bins=bins)
    return tuple(
        (name, language.number(cell) if isinstance(cell, Decimal | int) else language.text("no agreed days"))
        for name, cell in rows
    )
