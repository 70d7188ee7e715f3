"""contract_hours: an assistant's mean week over the data is longer than the contract's share of the norm."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from bpa_desktop.domain.span import ONE_DAY, DayRange, Span, Week
from bpa_desktop.domain.team import Assistant, Employment, EmploymentKind
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.limits import Unit
from bpa_desktop.rules.rule import Finding, Rule, Weight
from bpa_desktop.rules.weeks import WorkedWeek, worked_weeks

_PERCENT = Decimal(100)
_CENT = Decimal("0.01")


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    assistant = case.roster.assistants_by_id.get(who) if who is not None else None
    data = case.data
    if who is None or assistant is None or data is None:
        return
    first, last = Week.of(data[0]), Week.of(data[1])
    work_out = partial(_shares, assistant, first, last=last)
    shares = case.memory.recall((RULE.name, who), (assistant, first, last), work_out=work_out)
    if not shares.weeks:
        return
    worked = _hours(case.once(worked_weeks, who), shares.stretches)
    mean = worked / shares.weeks
    limit = shares.percent / shares.weeks * case.roster.arrangement.weekly_norm / _PERCENT
    if mean.quantize(_CENT) > limit.quantize(_CENT):
        yield _finding(case, who, mean=mean, limit=limit)


def _finding(case: Case, who: str, *, mean: Decimal, limit: Decimal) -> Finding:
    basis = case.limits.basis(RULE.name)
    held = case.held(who)
    span = Span(held[0].span.start, max(shift.span.end for shift in held))
    return Finding(
        RULE.name,
        Weight.SHOULD,
        who,
        tuple(shift.id for shift in held),
        span,
        mean.quantize(_CENT),
        limit.quantize(_CENT),
        Unit.HOURS,
        basis.reference,
        basis.mark,
    )


def _hours(worked: Sequence[WorkedWeek], stretches: Iterable[tuple[Week, Week]]) -> Decimal:
    """Return the hours worked in some stretches of weeks."""
    total = Decimal(0)
    for first, last in stretches:
        begin, after = bisect_left(worked, first, key=_week), bisect_right(worked, last, key=_week)
        total += sum((worked[at].hours for at in range(begin, after)), Decimal(0))
    return total


def _week(worked: WorkedWeek) -> Week:
    return worked.week


@dataclass(frozen=True)
class _Shares:
    """The weeks with a contract of hours in force: how many, their shares in percent together, and their stretches."""

    weeks: int
    percent: Decimal
    stretches: tuple[tuple[Week, Week], ...]


def _shares(assistant: Assistant, first: Week, *, last: Week) -> _Shares:
    """Return the shares of the weeks of the data with a contract of hours in force.

    A week that a post begins or ends in counts whole: the mean is never made longer by the days outside it.
    """
    posts = [post for post in assistant.employments if has_hours(post)]
    count, percent, stretches = 0, Decimal(0), list[tuple[Week, Week]]()
    week = first if posts else last.later(1)
    while week <= last:
        days = DayRange(week.monday, week.monday + 6 * ONE_DAY)
        in_force = [post for post in posts if _touches(post.days, days)]
        if in_force:
            count, percent = count + 1, percent + _share(in_force, week)
            begun = stretches.pop()[0] if stretches and stretches[-1][1].later(1) == week else week
            stretches.append((begun, week))
        week = week.later(1)
    return _Shares(count, percent, tuple(stretches))


def _share(posts: Sequence[Employment], week: Week) -> Decimal:
    """Return the most percent in force on a day of the week."""
    if len(posts) == 1:
        return posts[0].percent
    return max(sum((post.percent for post in posts if day in post.days), Decimal(0)) for day in week.days)


def _touches(one: DayRange, other: DayRange) -> bool:
    """Tell whether two ranges share a day."""
    ends = (one.first, other.last), (other.first, one.last)
    return all(first is None or last is None or first <= last for first, last in ends)


def has_hours(post: Employment) -> bool:
    """Tell whether a post says how much: on call at 0 % does not."""
    return post.kind is not EmploymentKind.ON_CALL or post.percent > 0


RULE = Rule("contract_hours", _findings)
"""Measured: mean hours a week over the weeks of the data, limit: the contract's. Should; never for on call at 0 %."""
