"""An arrangement as it is typed into its editor, and back. Plain Python, no Qt, no texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.arrangement import Agreement, AgreementLevel, Arrangement, Regime, SelfCertification
from bpa_desktop.domain.span import DayRange, EmptySpanError
from bpa_desktop.ui.widgets.entry import NoDayError, amount_entry, day_entry, optional_day

NORMS = ("40", "38", "37.5", "36", "35.5", "33.6")
"""The full-time weeks of the interchange format, in hours."""
YES, NO = "yes", ""
OF_AGREEMENT = ("averaging_weeks", "sunday_averaging", "reference")
"""What only an agreement has."""
OF_DAYS = ("from", "to")
_MUNICIPALITY_NO = re.compile(r"\d{4}")
_A_YEAR = 52
Values = Mapping[str, str]


class Problem(StrEnum):
    """What is wrong with a field."""

    NO_NAME = "no_name"
    NO_MUNICIPALITY = "no_municipality"
    NO_WEEKS = "no_weeks"
    NO_DAY = "no_day"
    ENDS_BEFORE = "ends_before"


def entry_of(arrangement: Arrangement) -> dict[str, str]:
    """Return what stands in the editor."""
    agreement = arrangement.agreement
    return {
        "name": arrangement.name,
        "municipality_no": arrangement.municipality_no,
        "regime": arrangement.regime.value,
        "weekly_norm": amount_entry(arrangement.weekly_norm),
        "level": agreement.level.value,
        "averaging_weeks": "" if agreement.averaging_weeks is None else str(agreement.averaging_weeks),
        "sunday_averaging": YES if agreement.sunday_averaging else NO,
        "reduced_rest": YES if agreement.reduced_rest else NO,
        "reference": agreement.reference,
        "collective": agreement.collective,
        "from": day_entry(agreement.days.first),
        "to": day_entry(agreement.days.last),
        "advice": YES if arrangement.advice else NO,
        "self_certification": arrangement.self_certification.value,
    }


def shown_fields(values: Values) -> frozenset[str]:
    """Return the fields of the agreement that mean something, by who made one and which collective one is named."""
    level = AgreementLevel(values["level"])
    shown = set() if level is AgreementLevel.NONE else set(OF_AGREEMENT)
    shown |= {"reduced_rest"} if level is AgreementLevel.UNION else set()
    return frozenset(shown | (set(OF_DAYS) if shown or values["collective"] else set()))


def read_entry(values: Values, before: Arrangement, *, today: date) -> Arrangement | dict[str, Problem]:
    """Return the arrangement that the editor describes, or a problem by field; what it does not show stays."""
    problems: dict[str, Problem] = {}
    name, number = values["name"].strip(), values["municipality_no"].strip()
    if not name:
        problems["name"] = Problem.NO_NAME
    if _MUNICIPALITY_NO.fullmatch(number) is None:
        problems["municipality_no"] = Problem.NO_MUNICIPALITY
    agreement = _read_agreement(values, before.agreement, today=today, problems=problems)
    if problems:
        return problems
    return replace(
        before,
        name=name,
        municipality_no=number,
        regime=Regime(values["regime"]),
        weekly_norm=_read_norm(values, before),
        agreement=agreement,
        advice=values["advice"] == YES,
        self_certification=SelfCertification(values["self_certification"]),
    )


def _read_norm(values: Values, before: Arrangement) -> Decimal:
    typed = values["weekly_norm"]
    return before.weekly_norm if typed == amount_entry(before.weekly_norm) else Decimal(typed)


def _read_agreement(values: Values, before: Agreement, *, today: date, problems: dict[str, Problem]) -> Agreement:
    """Return the agreement; a field that is hidden keeps what it has: looking at another choice loses nothing."""
    shown = shown_fields(values)
    weeks = _read_weeks(values, problems) if "averaging_weeks" in shown else before.averaging_weeks
    days = _read_days(values, today, problems=problems) if "from" in shown else before.days
    return replace(
        before,
        level=AgreementLevel(values["level"]),
        averaging_weeks=weeks,
        sunday_averaging=values["sunday_averaging"] == YES,
        reduced_rest=values["reduced_rest"] == YES,
        reference=values["reference"].strip(),
        collective=values["collective"],
        days=days,
    )


def _read_weeks(values: Values, problems: dict[str, Problem]) -> int | None:
    typed = values["averaging_weeks"].strip()
    if not typed:
        return None
    if not typed.isdecimal() or not 1 <= int(typed[:4]) <= _A_YEAR:
        problems["averaging_weeks"] = Problem.NO_WEEKS
        return None
    return int(typed)


def _read_days(values: Values, today: date, *, problems: dict[str, Problem]) -> DayRange:
    first, last = (_read_day(values, key, today=today, problems=problems) for key in OF_DAYS)
    try:
        return DayRange(first, last)
    except EmptySpanError:
        problems["to"] = Problem.ENDS_BEFORE
        return DayRange(first)


def _read_day(values: Values, key: str, *, today: date, problems: dict[str, Problem]) -> date | None:
    try:
        return optional_day(values[key], near=today)
    except NoDayError:
        problems[key] = Problem.NO_DAY
        return None
