"""award_hours: more hours are used and planned in a period than the award grants."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from operator import attrgetter

from bpa_desktop.domain.account import Account, settled_accounts
from bpa_desktop.domain.draw import Drawn, Settlement
from bpa_desktop.domain.span import days_span
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.limits import Unit
from bpa_desktop.rules.rule import Finding, Rule, Weight

_SHIFT = attrgetter("shift")


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    data = case.data
    if who is not None or data is None:
        return
    drawn = case.memory.recall(RULE.name, None, work_out=Drawn).settlements(case.roster, data[1])
    for account, inside in settled_accounts(case.roster, drawn, on=data[1]):
        if account.left < 0:
            about, given = (RULE.name, account.award, account.period), (account, inside, case.zone)
            yield case.memory.recall(about, given, work_out=partial(_finding, case, account, inside=inside))


def _finding(case: Case, account: Account, *, inside: Settlement) -> Finding:
    basis = case.limits.basis(RULE.name)
    available = account.granted + account.carried
    beyond = inside.beyond(available)
    return Finding(
        RULE.name,
        Weight.SHOULD,
        None,
        tuple(dict.fromkeys(map(_SHIFT, beyond))),
        days_span(beyond[0].day, beyond[-1].day, zone=case.zone),
        account.used + account.planned,
        available,
        Unit.HOURS,
        basis.reference,
        basis.mark,
        (("award", account.award), ("first", beyond[0].period.first), ("last", beyond[0].period.last)),
    )


RULE = Rule("award_hours", _findings)
"""Measured: hours used and planned in a period of an award; limit: granted, with what was carried over. Should.

The shifts are those from when the hours are used up. Facts: `award`, and `first` and `last` day of the period.
"""
