"""Needs that nobody covers, as a row of their own. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import Week
from bpa_desktop.ui.roster.view_model import UNCOVERED_NEED, CardModel, Form, RowModel, WeekModel, hours_within

if TYPE_CHECKING:
    from bpa_desktop.rules.rule import Finding


def with_uncovered(model: WeekModel, zone: ZoneInfo) -> WeekModel:
    """Return a week with a row of the needs that nobody covers, below the open shifts; as it is where each is covered.

    A need that an open shift of its time tells of is not among the week's findings.
    """
    row = _row(model.findings, model.week, zone=zone)
    return model if row is None else replace(model, rows=(model.rows[0], row, *model.rows[1:]))


def _row(findings: Iterable[Finding], week: Week, *, zone: ZoneInfo) -> RowModel | None:
    gaps: dict[date, list[CardModel]] = {}
    for finding in findings:
        if finding.rule == UNCOVERED_NEED and finding.span is not None:
            first = finding.span.first_day(zone)
            day = max(first, week.monday)
            card = CardModel(
                day, None, Form.GAP, uncovered=True, gap=finding.span, continued=first < day, findings=(finding,)
            )
            gaps.setdefault(day, []).append(card)
    if not gaps:
        return None
    spans = (card.gap for cards in gaps.values() for card in cards if card.gap is not None)
    cells = tuple(tuple(gaps.get(day, ())) or (CardModel(day, None, uncovered=True),) for day in week.days)
    hours = hours_within(spans, week.span(zone))
    return RowModel(None, "", hours, None, colour=-1, cells=cells, is_uncovered=True)


def lacking(card: CardModel) -> int:
    """Return how many people a need lacks."""
    facts = (finding.fact("lacking") for finding in card.findings)
    return next((value for value in facts if isinstance(value, int)), 1)
