"""An assistant as it is typed into the form, and back. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.span import DayRange, EmptySpanError
from bpa_desktop.domain.team import NEUTRAL_PREFERENCE, Assistant, Employment, EmploymentKind
from bpa_desktop.ui.widgets.entry import (
    NoAmountError,
    NoDayError,
    amount_entry,
    day_entry,
    listed_entry,
    optional_day,
    parse_amount,
)

_WHOLE = Decimal(100)
_DAYS_A_YEAR, _FIGURES = 366, 3
_LONGEST_WAY = 24 * 60
"""Minutes: a way to work is no longer than a day."""
Values = dict[str, str]


class Problem(StrEnum):
    """What is wrong with a field."""

    NO_NAME = "no_name"
    NO_DAY = "no_day"
    NO_AMOUNT = "no_amount"
    NO_SHARE = "no_share"
    NO_DAYS = "no_days"
    NO_EMAIL = "no_email"
    NO_MINUTES = "no_minutes"
    NO_PERSON = "no_person"
    ENDS_BEFORE = "ends_before"


@dataclass(frozen=True)
class NotYet:
    """Why the form cannot be kept: a problem by field."""

    problems: dict[str, Problem]


def entry_of(assistant: Assistant | None, today: date) -> Values:
    """Return what stands in the form: an assistant's own, or what a new one begins with."""
    known = assistant or Assistant("", "")
    post = _post(known, today)
    return {
        "name": known.name,
        "phone": known.phone,
        "email": known.email,
        "address": known.address,
        "languages": ", ".join(known.languages),
        "skills": ", ".join(known.skills),
        "preference": str(known.user_preference),
        "kind": post.kind if post is not None else EmploymentKind.PERMANENT,
        "percent": amount_entry(post.percent) if post is not None else "",
        "from": day_entry(post.days.first if post is not None else today),
        "to": day_entry(post.days.last) if post is not None else "",
        "wage": amount_entry(post.hourly_wage) if post is not None else "",
        "employee_no": post.employee_no if post is not None else "",
        "child_days": "" if known.child_days is None else str(known.child_days),
        "travel": str(known.travel_minutes) if known.travel_minutes is not None else "",
        "notes": known.notes,
    }


def read_entry(values: Values, before: Assistant | None, *, today: date) -> Assistant | NotYet:
    """Return the assistant that the form describes; what the form does not show is kept from before.

    The employment in force today is the one that is edited; earlier and later ones stay.
    """
    problems: dict[str, Problem] = {}
    if not values["name"].strip():
        problems["name"] = Problem.NO_NAME
    if values["email"].strip() and "@" not in values["email"]:
        problems["email"] = Problem.NO_EMAIL
    child_days = _child_days(values, problems)
    known = before or Assistant("", "")
    travel = _minutes(values["travel"], problems)
    post = _read_post(values, _post(known, today), today=today, problems=problems)
    if problems or post is None:
        return NotYet(problems)
    return replace(
        known,
        name=values["name"].strip(),
        phone=values["phone"].strip(),
        email=values["email"].strip(),
        address=values["address"].strip(),
        languages=listed_entry(values["languages"]),
        skills=listed_entry(values["skills"]),
        notes=values["notes"].strip(),
        travel_minutes=travel,
        user_preference=int(values["preference"] or NEUTRAL_PREFERENCE),
        child_days=child_days,
        employments=_with_post(known, _post(known, today), after=post),
    )


def _child_days(values: Mapping[str, str], problems: dict[str, Problem]) -> int | None:
    typed = values["child_days"].strip()
    if not typed:
        return None
    if not typed.isdecimal() or len(typed) > _FIGURES or int(typed) > _DAYS_A_YEAR:
        problems["child_days"] = Problem.NO_DAYS
        return None
    return int(typed)


def _post(assistant: Assistant, today: date) -> Employment | None:
    """Return the employment the form is about: today's, else the last one listed."""
    return assistant.employment_on(today) or (assistant.employments[-1] if assistant.employments else None)


def _with_post(assistant: Assistant, before: Employment | None, *, after: Employment) -> tuple[Employment, ...]:
    if before is None:
        return (after,)
    return tuple(after if post is before else post for post in assistant.employments)


def _read_post(
    values: Values, before: Employment | None, *, today: date, problems: dict[str, Problem]
) -> Employment | None:
    percent = _share(values, problems)
    wage = _amount(values, "wage", problems=problems)
    first, last = (
        _day(values, "from", today=today, problems=problems),
        _day(values, "to", today=today, problems=problems),
    )
    try:
        days = DayRange(first, last)
    except EmptySpanError:
        problems["to"] = Problem.ENDS_BEFORE
        return None
    post = before or Employment(days, EmploymentKind.PERMANENT, Decimal(0), seniority_from=first)
    return replace(
        post,
        days=days,
        kind=EmploymentKind(values["kind"]),
        percent=percent,
        hourly_wage=wage,
        employee_no=values["employee_no"].strip(),
    )


def _minutes(typed: str, problems: dict[str, Problem]) -> int | None:
    """Return whole minutes; None for nothing typed."""
    if not typed.strip():
        return None
    try:
        minutes = parse_amount(typed)
    except NoAmountError:
        minutes = Decimal(-1)
    if minutes < 0 or minutes != minutes.to_integral_value() or minutes > _LONGEST_WAY:
        problems["travel"] = Problem.NO_MINUTES
    return int(minutes)


def _share(values: Mapping[str, str], problems: dict[str, Problem]) -> Decimal:
    """Return the share of full time in percent; nothing typed is 0, as for somebody on call."""
    percent = _amount(values, "percent", problems=problems) or Decimal(0)
    if not 0 <= percent <= _WHOLE:
        problems["percent"] = Problem.NO_SHARE
    return percent


def _amount(values: Mapping[str, str], key: str, *, problems: dict[str, Problem]) -> Decimal | None:
    typed = values[key].strip().removesuffix("%").strip()
    if not typed:
        return None
    try:
        amount = parse_amount(typed)
    except NoAmountError:
        problems[key] = Problem.NO_AMOUNT
        return None
    if amount < 0:
        problems[key] = Problem.NO_AMOUNT
    return amount


def _day(values: Mapping[str, str], key: str, *, today: date, problems: dict[str, Problem]) -> date | None:
    try:
        return optional_day(values[key], near=today)
    except NoDayError:
        problems[key] = Problem.NO_DAY
        return None
