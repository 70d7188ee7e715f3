"""The team as it is shown: one line a person, as frozen values. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Span, Week
from bpa_desktop.domain.team import Assistant, Employment

_WHOLE = Decimal(100)
_USUAL_PERIOD = 4


@dataclass(frozen=True)
class Line:
    """One assistant. Hours; `left` may be below zero, and is None where no hours are agreed (on call at 0 %)."""

    assistant: Assistant
    post: Employment | None
    week_planned: Decimal
    week_contract: Decimal | None
    left: Decimal | None
    is_absent: bool


@dataclass(frozen=True)
class TeamModel:
    """The team in one week. `period` is the weeks that `left` looks at: those of the agreement, else four."""

    week: Week
    last_week: Week
    lines: tuple[Line, ...]
    planned: Decimal
    contract: Decimal

    @property
    def period(self) -> int:
        """How many weeks `left` looks at."""
        return (self.last_week.monday - self.week.monday).days // 7 + 1


def build_team(roster: Roster, week: Week) -> TeamModel:
    """Return the team: those employed in the period first, in the file's order, then the others."""
    period = roster.arrangement.agreement.averaging_weeks or _USUAL_PERIOD
    last = week.later(period - 1)
    lines = [_line(roster, assistant, week=week, last=last) for assistant in roster.assistants]
    lines.sort(key=lambda line: line.post is None)
    return TeamModel(
        week,
        last,
        tuple(lines),
        planned=sum((line.week_planned for line in lines), Decimal(0)),
        contract=sum((line.week_contract or Decimal(0) for line in lines), Decimal(0)),
    )


def _line(roster: Roster, assistant: Assistant, *, week: Week, last: Week) -> Line:
    zone = roster.arrangement.zone
    norm = roster.arrangement.weekly_norm
    held = [shift.span for shift in roster.shifts_by_holder.get(assistant.id, ()) if shift.is_presence]
    span, whole = week.span(zone), Span(week.span(zone).start, last.span(zone).end)
    days = (day for n in range((last.monday - week.monday).days // 7 + 1) for day in week.later(n).days)
    agreed = sum((_daily(assistant, day, norm=norm) for day in days), Decimal(0))
    this_week = sum((_daily(assistant, day, norm=norm) for day in week.days), Decimal(0))
    return Line(
        assistant,
        _post(assistant, week),
        week_planned=_hours(held, span),
        week_contract=this_week or None,
        left=agreed - _hours(held, whole) if agreed else None,
        is_absent=any(absence.span.overlaps(span) for absence in roster.absences_of(assistant.id)),
    )


def _post(assistant: Assistant, week: Week) -> Employment | None:
    """Return the employment in force in a week: on its first day that has one."""
    return next((post for day in week.days if (post := assistant.employment_on(day)) is not None), None)


def _daily(assistant: Assistant, day: date, *, norm: Decimal) -> Decimal:
    """Return a day's part of the agreed week in hours, so that an employment may begin in the middle of one."""
    post = assistant.employment_on(day)
    return post.percent / _WHOLE * norm / 7 if post is not None else Decimal(0)


def _hours(spans: Iterable[Span], within: Span) -> Decimal:
    common = (span.common(within) for span in spans)
    return sum((part.hours for part in common if part is not None), Decimal(0))
