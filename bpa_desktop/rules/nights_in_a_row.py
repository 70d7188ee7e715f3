"""nights_in_a_row: more nights one after the other than is good for anybody. Advice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.span import ONE_DAY, Span
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.nights import night_of
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded
from bpa_desktop.rules.turns import nights_awake


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None or not case.roster.arrangement.advice:
        return
    nights = case.once(nights_awake, who)
    for run in runs_of(nights):
        limit = case.limit(RULE.name, run[0])
        if len(run) > limit.value:
            shifts = tuple(dict.fromkeys(shift for night in run for shift in nights[night]))
            span = Span(case.once(night_of, run[0]).start, case.once(night_of, run[-1]).end)
            measure = Measure(Decimal(len(run)), limit)
            yield exceeded(RULE.name, Place(who, shifts, span), weight=Weight.SHOULD, measure=measure)


def runs_of(nights: Mapping[date, object]) -> Iterator[tuple[date, ...]]:
    """Yield the nights that follow each other, in time order."""
    run: list[date] = []
    for night in nights:
        if run and night != run[-1] + ONE_DAY:
            yield tuple(run)
            run = []
        run.append(night)
    if run:
        yield tuple(run)


RULE = Rule("nights_in_a_row", near=_findings)
"""Measured: nights of more than three hours awake that follow each other; limit: 3. Should, where advice is asked for.

A resting night is none, and ends a run. Source: Garde et al. 2020.
"""
