"""award_hours: more hours are used and planned in a period than the award grants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bpa_desktop.domain.account import Account, settlements
from bpa_desktop.domain.draw import Draw, Drawn
from bpa_desktop.domain.span import days_span
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.limits import Unit
from bpa_desktop.rules.rule import Finding, Rule, Weight


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    data = case.data
    if who is not None or data is None:
        return
    known = case.memory.recall(RULE.name, None, work_out=Drawn)
    for account, drawn in settlements(case.roster, known.by(case.roster, data[1]), on=data[1]):
        if account.left < 0:
            yield _finding(case, account, drawn=drawn)


def _finding(case: Case, account: Account, *, drawn: Sequence[Draw]) -> Finding:
    basis = case.limits.basis(RULE.name)
    available = account.granted + account.carried
    beyond = _beyond(drawn, available)
    return Finding(
        RULE.name,
        Weight.SHOULD,
        None,
        tuple(dict.fromkeys(draw.shift for draw in beyond)),
        days_span(beyond[0].day, beyond[-1].day, zone=case.zone),
        account.used + account.planned,
        available,
        Unit.HOURS,
        basis.reference,
        basis.mark,
        (("award", account.award), ("first", drawn[0].period.first), ("last", drawn[0].period.last)),
    )


def _beyond(drawn: Sequence[Draw], available: Decimal) -> list[Draw]:
    """Return what is drawn from when the hours are used up, in time order."""
    ordered = sorted(drawn, key=lambda draw: draw.day)
    total, beyond = Decimal(0), []
    for draw in ordered:
        total += draw.hours
        if total > available:
            beyond.append(draw)
    return beyond


RULE = Rule("award_hours", _findings)
"""Measured: hours used and planned in a period of an award; limit: granted, with what was carried over. Should.

The shifts are those from when the hours are used up. Facts: `award`, and `first` and `last` day of the period.
"""
