"""Standing: what counts for and against one assistant who can take a shift."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import IntEnum

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, Week
from bpa_desktop.domain.substitute import Ask
from bpa_desktop.domain.team import Assistant, Employment, EmploymentKind, Grade
from bpa_desktop.ranking.trial import Trial
from bpa_desktop.rules.duty import Worked
from bpa_desktop.rules.limits import Limits, weekly_ordinary

_NOTHING = Decimal(0)
_PERCENT = Decimal(100)
_CENT = Decimal("0.01")
RECENTLY = timedelta(days=90)
_WORST_FIRST = (Grade.CANNOT, Grade.ASK_FIRST, Grade.PART)


class Importance(IntEnum):
    """How much a thing counts among those who are otherwise alike."""

    NOT = 0
    A_LITTLE = 1
    IMPORTANT = 3


@dataclass(frozen=True)
class Weights:
    """What counts after the fixed order: who has few hours against the contract, and who was asked little lately."""

    hours_balance: Importance = Importance.IMPORTANT
    asked_recently: Importance = Importance.A_LITTLE


@dataclass(frozen=True)
class Standing:
    """One assistant's figures for one shift; hours are those of the shift's weeks, the shift included.

    `overtime` is above the week of the law, or above the ordinary day. `known` is how many like it they have held.
    """

    assistant: Assistant
    post: Employment | None
    is_backup: bool
    is_free: bool
    grade: Grade
    hours: Decimal
    contract: Decimal
    overtime: Decimal
    asks: tuple[Ask, ...]
    known: int

    @property
    def extra_hours(self) -> Decimal:
        """Hours above the contract."""
        return max(_NOTHING, self.hours - self.contract)


def standing_of(roster: Roster, trial: Trial, *, assistant: Assistant, at: datetime) -> Standing:
    """Return an assistant's figures for the last row of a trial, as they are at an instant; overtime is not in them."""
    shift = trial.rows[-1]
    zone = roster.arrangement.zone
    day = shift.span.first_day(zone)
    post = assistant.employment_on(day)
    weeks = _weeks(roster, shift)
    share = sum((other.percent for other in assistant.employments if day in other.days), _NOTHING)
    days = set(shift.span.days(zone))
    return Standing(
        assistant,
        post,
        shift.backup == assistant.id,
        not any(days & set(row.span.days(zone)) for row in trial.rows[:-1]),
        grade_of(roster, assistant.id, span=shift.span),
        _NOTHING,
        (share * roster.arrangement.weekly_norm / _PERCENT * len(weeks)).quantize(_CENT),
        _NOTHING,
        tuple(_asks(roster, assistant.id, at=at)),
        sum(1 for _ in _alike(roster, shift, assistant=assistant.id)),
    )


@dataclass(frozen=True)
class Hours:
    """Hours in the shift's weeks with the shift, and how many of them would be overtime that it brings."""

    worked: Decimal
    overtime: Decimal


def hours_of(roster: Roster, trial: Trial, *, limits: Limits) -> Hours:
    """Return the hours of a trial's weeks, and what the shift brings above the ordinary week or day."""
    rows = sorted(trial.rows, key=lambda row: (row.span.start, row.span.end))
    shift = trial.rows[-1]
    day = shift.span.first_day(roster.arrangement.zone)
    divisor = limits.on("standby_home_divisor", day, arrangement=roster.arrangement).value
    worked, without = Worked(rows, divisor), Worked([row for row in rows if row is not shift], divisor)
    total, overtime = _NOTHING, _NOTHING
    for week in _weeks(roster, shift):
        span = week.span(roster.arrangement.zone)
        most = weekly_ordinary(limits, week.monday, arrangement=roster.arrangement).value
        hours, hours_without = worked.hours(span.start, span.end), without.hours(span.start, span.end)
        total += hours
        overtime += max(_NOTHING, hours - max(most, hours_without))
    return Hours(total.quantize(_CENT), max(overtime, _above_the_day(trial)).quantize(_CENT))


def _above_the_day(trial: Trial) -> Decimal:
    """Return how many hours the shift brings a day above the ordinary one."""
    above = (
        finding.measured - finding.limit
        for finding in trial.advice
        if finding.rule == "daily_hours"
        and isinstance(finding.measured, Decimal)
        and isinstance(finding.limit, Decimal)
    )
    return max(above, default=_NOTHING)


def grade_of(roster: Roster, assistant: str, *, span: Span) -> Grade:
    """Return what an assistant has said about a span: the worst that touches it; `wants` only if all is wanted."""
    said = [entry for entry in roster.availability if entry.assistant == assistant and entry.span.overlaps(span)]
    grades = {entry.grade for entry in said}
    for grade in _WORST_FIRST:
        if grade in grades:
            return grade
    wanted = sorted(entry.span for entry in said if entry.grade is Grade.WANTS)
    reached = span.start
    for wish in wanted:
        if wish.start <= reached:
            reached = max(reached, wish.end)
    return Grade.WANTS if reached >= span.end else Grade.CAN


def balance(standing: Standing, norm: Decimal) -> Decimal:
    """Return the hours against the contract as a share of the full-time week, from -1 to 1."""
    return max(Decimal(-1), min(Decimal(1), (standing.hours - standing.contract) / norm)) if norm else _NOTHING


def _weeks(roster: Roster, shift: Shift) -> tuple[Week, ...]:
    return tuple(dict.fromkeys(Week.of(day) for day in shift.span.days(roster.arrangement.zone)))


def _asks(roster: Roster, assistant: str, *, at: datetime) -> Iterator[Ask]:
    """Yield the questions to an assistant lately, the oldest first."""
    asks = (ask for request in roster.requests for ask in request.asks if ask.assistant == assistant)
    yield from sorted((ask for ask in asks if at - RECENTLY <= ask.at <= at), key=lambda ask: ask.at)


def _alike(roster: Roster, shift: Shift, *, assistant: str) -> Iterator[Shift]:
    """Yield the shifts held before at the same place, or on the same weekday at the same time."""
    zone = roster.arrangement.zone
    local = shift.span.start.astimezone(zone)
    for other in roster.shifts_by_holder.get(assistant, ()):
        if other.span.end > shift.span.start:
            return
        if other.place and other.place == shift.place:
            yield other
            continue
        begins = other.span.start.astimezone(zone)
        if begins.weekday() == local.weekday() and begins.time() == local.time():
            yield other


def is_on_call(post: Employment | None) -> bool:
    """Tell whether somebody is employed on call."""
    return post is not None and post.kind is EmploymentKind.ON_CALL
