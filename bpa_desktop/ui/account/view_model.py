"""What is shown of the hour account in one period. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bpa_desktop.domain.account import Account, WeekDrawn, accounts, weeks_drawn
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import ONE_DAY, DayRange, Week

SOON = timedelta(weeks=13)
"""How long before an award ends it is reminded of: the municipality has to decide anew. A choice, no rule."""


@dataclass(frozen=True)
class WeekModel:
    """A week of a period: hours granted, used and planned in it, and what is left after it."""

    week: Week
    granted: Decimal
    used: Decimal
    planned: Decimal
    left: Decimal
    is_now: bool


@dataclass(frozen=True)
class AccountModel:
    """One award in one period, as it is today."""

    award: Award
    account: Account
    weeks: tuple[WeekModel, ...]
    today: date

    @property
    def ends_soon(self) -> bool:
        """Whether the award is over before long."""
        last = self.award.days.last
        return last is not None and timedelta(0) <= last - self.today <= SOON


def build_accounts(roster: Roster, shown: date, *, today: date) -> tuple[AccountModel, ...]:
    """Return the awards in force in the period of the day shown, else all of them, as they are today.

    The period is that of the first award in force on the day; what begins or ends within it is shown too.
    """
    every = list(zip(roster.awards, accounts(roster, today, shown=shown), strict=True))
    period = next((account.period for award, account in every if shown in award.days), DayRange(shown, shown))
    in_force = [each for each in every if _share_a_day(each[0].days, period)] or every
    return tuple(
        AccountModel(award, account, tuple(_weeks(roster, award, account=account, today=today)), today)
        for award, account in in_force
    )


def _share_a_day(days: DayRange, period: DayRange) -> bool:
    begins_in_time = period.last is None or days.first is None or days.first <= period.last
    return begins_in_time and (period.first is None or days.last is None or days.last >= period.first)


def _weeks(roster: Roster, award: Award, *, account: Account, today: date) -> Iterator[WeekModel]:
    left = account.granted + account.carried
    for one in weeks_drawn(roster, award, on=today, shown=account.period.first or today):
        left -= one.used + one.planned
        yield _week(one, left, today=today)


def _week(one: WeekDrawn, left: Decimal, *, today: date) -> WeekModel:
    return WeekModel(one.week, one.granted, one.used, one.planned, left, one.week == Week.of(today))


def neighbour(model: AccountModel, by: int) -> date:
    """Return a day in the period before (-1) or after (1)."""
    first, last = model.account.period.first, model.account.period.last
    assert first is not None  # an account's period is always bounded
    assert last is not None
    return first - ONE_DAY if by < 0 else last + ONE_DAY
