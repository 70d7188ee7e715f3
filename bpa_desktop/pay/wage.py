"""The hourly wage of an assistant on a day: their own where one is agreed, else the agreement's step by seniority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bpa_desktop.domain.team import Assistant
from bpa_desktop.pay.agreement import PayRules, Unit, Wage
from bpa_desktop.pay.mark import Mark
from bpa_desktop.pay.money import ore

_WEEKS_A_YEAR = 52


@dataclass(frozen=True)
class HourlyWage:
    """Kroner an hour, and where it is from; `years` is the step of the ladder, None for an assistant's own wage.

    `is_guessed` where the seniority is not given and the lowest step was taken.
    """

    kroner: Decimal
    mark: Mark
    source: str = ""
    years: int | None = None
    is_guessed: bool = False


def hourly_wage(assistant: Assistant | None, day: date, *, rules: PayRules, norm: Decimal) -> HourlyWage | None:
    """Return the wage of an hour of ordinary work on a local day, or None where nothing says it.

    `norm` is the arrangement's full-time week in hours.
    """
    post = assistant.employment_on(day) if assistant is not None else None
    if post is not None and post.hourly_wage is not None:
        return HourlyWage(post.hourly_wage, Mark.SEEN)
    agreement = rules.agreement
    ladder = agreement.ladder_on(day) if agreement is not None else ()
    if agreement is None or not ladder:
        return None
    since = (post.seniority_from or post.days.first) if post is not None else None
    years = _full_years(since, day) if since is not None else 0
    step = next((wage for wage in reversed(ladder) if wage.years <= years), ladder[0])
    kroner = _an_hour(step, min(norm, agreement.full_time_week))
    guessed = since is None and len(ladder) > 1
    return HourlyWage(kroner, step.mark, step.source, step.years, guessed)


def _full_years(since: date, day: date) -> int:
    return max(0, day.year - since.year - ((day.month, day.day) < (since.month, since.day)))


def _an_hour(step: Wage, week: Decimal) -> Decimal:
    """Return a step in kroner an hour: a year's wage is for 52 weeks (402 441 is 206.38 of 1950 and 218.01 of 1846)."""
    if step.unit is Unit.KRONER_AN_HOUR:
        return step.value
    return ore(Fraction(step.value) / (_WEEKS_A_YEAR * Fraction(week)))
