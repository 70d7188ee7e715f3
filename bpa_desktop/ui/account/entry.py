"""An award as it is typed into its form, and back. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver, Overdraw, WeeklyHours
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import ONE_DAY, DayRange, EmptySpanError
from bpa_desktop.ui.widgets.entry import (
    NoAmountError,
    NoDayError,
    amount_entry,
    day_entry,
    optional_day,
    parse_amount,
)

SOME_HOURS = "hours"
"""The choice of carrying over no more than so many hours."""
BESIDES = ((), (ShiftKind.TRAINING,), (ShiftKind.MEETING,), (ShiftKind.TRAINING, ShiftKind.MEETING))
"""What an award may draw though it covers no need, as it can be chosen."""
HOURS = ("personal", "practical", "other")
_WHOLE, _NOTHING, _A_WEEK = Decimal(100), Decimal(0), Decimal(24 * 7)
Values = Mapping[str, str]


class Problem(StrEnum):
    """What is wrong with a field."""

    NO_FIRST_DAY = "no_first_day"
    NO_DAY = "no_day"
    ENDS_BEFORE = "ends_before"
    NO_HOURS = "no_hours"
    NOTHING_GRANTED = "nothing_granted"
    NO_PERCENT = "no_percent"


def new_award(awards: Sequence[Award], today: date) -> Award:
    """Return what a new award begins with: the rules and hours of the latest, from the day after that ends."""
    latest = max(awards, key=lambda award: award.days.first or date.min, default=None)
    if latest is None:
        return Award("", DayRange(today), WeeklyHours(_NOTHING, _NOTHING, _NOTHING))
    first = latest.days.last + ONE_DAY if latest.days.last is not None else today
    return replace(latest, id="", days=DayRange(first), reference="")


def entry_of(award: Award) -> dict[str, str]:
    """Return what stands in the form."""
    granted, carried = award.weekly_hours, award.carry_over
    return {
        "from": day_entry(award.days.first),
        "to": day_entry(award.days.last),
        **{key: amount_entry(amount) if amount else "" for key, amount in zip(HOURS, _hours(granted), strict=True)},
        "account_period": award.account_period.value,
        "carry_over": carried.value if isinstance(carried, CarryOver) else SOME_HOURS,
        "carried_hours": "" if isinstance(carried, CarryOver) else amount_entry(carried),
        "overnight": amount_entry(award.overnight_factor * _WHOLE),
        "also_drawn": besides(award),
        "overdraw": award.overdraw.value,
        "reference": award.reference,
    }


def besides(award: Award) -> str:
    """Return the choice of what an award draws besides."""
    return " ".join(kind.value for kind in BESIDES[-1] if kind in award.also_drawn)


def read_entry(values: Values, before: Award, *, today: date) -> Award | dict[str, Problem]:
    """Return the award that the form describes, or a problem by field; what the form does not show stays as before."""
    problems: dict[str, Problem] = {}
    days = _read_days(values, today, problems=problems)
    hours = [_read_hours(values, key, problems=problems) for key in HOURS]
    if not any(hours) and not problems.keys() & set(HOURS):
        problems["personal"] = Problem.NOTHING_GRANTED
    carried = _read_carried(values, problems)
    factor = _read_factor(values, before, problems=problems)
    if problems or days is None:
        return problems
    return replace(
        before,
        days=days,
        weekly_hours=WeeklyHours(*hours),
        account_period=AccountPeriod(values["account_period"]),
        carry_over=carried,
        overnight_factor=factor,
        also_drawn=_read_besides(values, before),
        overdraw=Overdraw(values["overdraw"]),
        reference=_read_reference(values, before),
    )


def _hours(granted: WeeklyHours) -> tuple[Decimal, ...]:
    return granted.personal, granted.practical, granted.other


def _read_days(values: Values, today: date, *, problems: dict[str, Problem]) -> DayRange | None:
    first, last = (_read_day(values, key, today=today, problems=problems) for key in ("from", "to"))
    if first is None:
        problems.setdefault("from", Problem.NO_FIRST_DAY)
        return None
    try:
        return DayRange(first, last)
    except EmptySpanError:
        problems["to"] = Problem.ENDS_BEFORE
        return None


def _read_day(values: Values, key: str, *, today: date, problems: dict[str, Problem]) -> date | None:
    try:
        return optional_day(values[key], near=today)
    except NoDayError:
        problems[key] = Problem.NO_DAY
        return None


def _read_hours(values: Values, key: str, *, problems: dict[str, Problem]) -> Decimal:
    """Return the hours a week that are typed; nothing typed is none. A week has no more than it has."""
    hours = _amount(values[key])
    if hours is None or not 0 <= hours <= _A_WEEK * 10:
        problems[key] = Problem.NO_HOURS
        return _NOTHING
    return hours


def _read_carried(values: Values, problems: dict[str, Problem]) -> CarryOver | Decimal:
    if values["carry_over"] != SOME_HOURS:
        return CarryOver(values["carry_over"])
    hours = _amount(values["carried_hours"])
    if not hours or hours < 0:
        problems["carried_hours"] = Problem.NO_HOURS
        return CarryOver.NONE
    return hours


def _read_factor(values: Values, before: Award, *, problems: dict[str, Problem]) -> Decimal:
    """Return the factor of the percent typed; untouched, it stays to the last digit. Nothing typed draws nothing."""
    if values["overnight"] == entry_of(before)["overnight"]:
        return before.overnight_factor
    percent = _amount(values["overnight"].strip().removesuffix("%"))
    if percent is None or not 0 <= percent <= _WHOLE:
        problems["overnight"] = Problem.NO_PERCENT
        return _NOTHING
    return percent / _WHOLE


def _read_besides(values: Values, before: Award) -> tuple[ShiftKind, ...]:
    if values["also_drawn"] == besides(before):
        return before.also_drawn
    others = tuple(kind for kind in before.also_drawn if kind not in BESIDES[-1])
    return (*(ShiftKind(kind) for kind in values["also_drawn"].split()), *others)


def _read_reference(values: Values, before: Award) -> str:
    """Return the reference as typed; untouched, it stays as it is, with its blanks."""
    typed = values["reference"]
    return before.reference if typed == before.reference else typed.strip()


def _amount(typed: str) -> Decimal | None:
    """Return an amount, none typed being 0; None for what is no amount."""
    if not typed.strip():
        return _NOTHING
    try:
        return parse_amount(typed)
    except NoAmountError:
        return None
