"""Which assistants and which kinds of shifts are shown. Open shifts and problems always are. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.i18n import Language
from bpa_desktop.ui.roster.month_model import DayFigures, MonthModel, build_month
from bpa_desktop.ui.roster.view_model import ABOUT_MANY, SEEN_BY_SHAPE, CardModel, RowModel, WeekModel


@dataclass(frozen=True)
class RosterFilter:
    """Who and what is kept out of sight: assistants by id, and kinds."""

    people: frozenset[str] = frozenset()
    kinds: frozenset[ShiftKind] = frozenset()

    @property
    def is_on(self) -> bool:
        """Whether anything is kept out of sight."""
        return bool(self.people or self.kinds)

    def keeps_back(self, holder: str | None, shift: Shift) -> bool:
        """Tell whether a shift is out of sight in the row of who holds it, or would have; an open one never is."""
        return holder is not None and (holder in self.people or shift.kind in self.kinds)


def filtered(model: WeekModel, by: RosterFilter) -> WeekModel:
    """Return a week without what a filter keeps out of sight; the figures of the whole stay."""
    if not by.is_on:
        return model
    rows = (_row(row, by) for row in model.rows)
    return replace(model, rows=tuple(row for row in rows if row is not None))


def _row(row: RowModel, by: RosterFilter) -> RowModel | None:
    kept = replace(row, cells=tuple(_cell(cell, by) for cell in row.cells))
    is_gone = row.id in by.people and all(card.shift is None for cell in kept.cells for card in cell)
    return None if is_gone else kept


def _cell(cell: tuple[CardModel, ...], by: RosterFilter) -> tuple[CardModel, ...]:
    kept = tuple(
        card for card in cell if card.has_problem or card.shift is None or not by.keeps_back(card.row, card.shift)
    )
    return kept or (CardModel(cell[0].day, cell[0].row, kept_back=len(cell)),)


def filtered_month(roster: Roster, model: MonthModel, *, by: RosterFilter, today: date) -> MonthModel:
    """Return a month or four weeks without what a filter keeps out of sight; each day tells how many."""
    if not by.is_on:
        return model
    problems = {
        shift
        for finding in model.findings
        if finding.rule not in SEEN_BY_SHAPE | ABOUT_MANY
        for shift in finding.shifts
    }
    kept = tuple(
        shift for shift in roster.shifts if shift.id in problems or not by.keeps_back(roster.holder(shift), shift)
    )
    seen = build_month(replace(roster, shifts=kept), model.stretch, today=today)
    return replace(model, days=tuple(_day(*both) for both in zip(model.days, seen.days, strict=True)))


def _day(whole: DayFigures, seen: DayFigures) -> DayFigures:
    return replace(whole, shifts=seen.shifts, comers=seen.comers, kept_back=whole.shifts - seen.shifts)


def filter_words(language: Language, by: RosterFilter, *, people: Iterable[str]) -> str:
    """Return how much of the whole is shown; nothing where all of it is."""
    team = frozenset(people)
    parts = []
    if hidden := team & by.people:
        parts.append(language.text("{n} of {all} assistants shown", n=len(team) - len(hidden), all=len(team)))
    if by.kinds:
        kinds = len(ShiftKind)
        parts.append(language.text("{n} of {all} kinds of shifts shown", n=kinds - len(by.kinds), all=kinds))
    return ", ".join(parts)
