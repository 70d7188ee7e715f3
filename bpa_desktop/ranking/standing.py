"""Standing: what counts for and against one assistant who can take a shift."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, instant
from bpa_desktop.domain.team import Assistant, Employment, EmploymentKind, Grade
from bpa_desktop.pay.agreement import PayRules
from bpa_desktop.pay.extra import ExtraPay, extra_pay
from bpa_desktop.ranking.calls import Calls, Weekends, calls_of, weekends_before
from bpa_desktop.ranking.hours import Hours, contract_of, hours_of
from bpa_desktop.ranking.load import Load, load_of
from bpa_desktop.ranking.trial import Trial, Trials
from bpa_desktop.ranking.weights import USUAL, Weights
from bpa_desktop.rules.limits import Limits

_NOTHING, _FULL_TIME = Decimal(0), Decimal(100)
_WORST_FIRST = (Grade.CANNOT, Grade.ASK_FIRST, Grade.PART)
_HOURS_AND_OVERTIME = {"daily_hours", "weekly_hours"}
"""What is advised of hours is counted as overtime, and not once more as something spoilt."""


@dataclass(frozen=True)
class Terms:
    """By what a team is ranked: the limits of the law, how pay is worked out, and what counts how much."""

    limits: Limits
    pay: PayRules | None = None
    weights: Weights = USUAL


@dataclass(frozen=True)
class Standing:
    """One assistant's figures for one shift.

    `known` is how many like it they have held. `weekends` is in how many of the year's weekends they work, None where
    the shift is in none. `spoils_rest` where another rest would be shorter than is good.
    """

    assistant: Assistant
    post: Employment | None
    is_backup: bool
    is_free: bool
    grade: Grade
    hours: Hours
    contract: Decimal
    calls: Calls
    known: int
    cost: ExtraPay | None
    load: Load
    weekends: int | None
    is_backup_elsewhere: bool
    spoils_rest: bool
    is_part_timer: bool

    @property
    def extra_hours(self) -> Decimal:
        """Hours above the contract."""
        return max(_NOTHING, self.hours.worked - self.contract)


class Question:
    """Who can take one shift, asked at one instant. Not a value: what all answers need is worked out once."""

    def __init__(self, roster: Roster, shift: Shift, *, terms: Terms, at: datetime) -> None:
        self.roster = roster
        self.shift = shift
        self.terms = terms
        self.trials = Trials(roster, terms.limits)
        self._calls = calls_of(roster, instant(at))

    def standing(self, assistant: Assistant, trial: Trial) -> Standing:
        """Return the figures of an assistant who breaks nothing in a trial."""
        shift, zone = self.shift, self.roster.arrangement.zone
        day = shift.span.first_day(zone)
        days = set(shift.span.days(zone))
        return Standing(
            assistant,
            assistant.employment_on(day),
            is_backup=shift.backup == assistant.id,
            is_free=not any(days & set(row.span.days(zone)) for row in trial.rows[:-1]),
            grade=grade_of(self.roster, assistant.id, span=shift.span),
            hours=hours_of(self.roster, trial, limits=self.terms.limits),
            contract=contract_of(self.roster, assistant, span=shift.span),
            calls=self._calls[assistant.id],
            known=sum(1 for _ in _alike(self.roster, shift, assistant=assistant.id)),
            cost=self._cost(assistant),
            load=load_of(self.trials.case, trial),
            weekends=self.weekends.worked(assistant.id) if self.weekends is not None else None,
            is_backup_elsewhere=assistant.id in self._backups,
            spoils_rest=any(finding.rule not in _HOURS_AND_OVERTIME for finding in trial.advice),
            is_part_timer=is_part_timer(assistant, shift.span.first_day(zone)),
        )

    @cached_property
    def weekends(self) -> Weekends | None:
        """The weekends of the year before the shift, its own included; None for a shift that is in none."""
        zone = self.roster.arrangement.zone
        is_weekend = any(day.isoweekday() > 5 for day in self.shift.span.days(zone))
        return weekends_before(self.roster, self.shift.span.start) if is_weekend else None

    @cached_property
    def _backups(self) -> frozenset[str]:
        """Who is the backup of another shift that they could not come to as well."""
        rest = self.trials.case.length("daily_rest", self.shift.span.start)
        near = self.roster.shifts_in(Span(self.shift.span.start - rest, self.shift.span.end + rest))
        return frozenset(other.backup for other in near if other.backup is not None and other.id != self.shift.id)

    def _cost(self, assistant: Assistant) -> ExtraPay | None:
        rules = self.terms.pay or PayRules(None, (), "")
        return extra_pay(self.roster, self.shift, assistant=assistant, rules=rules)


def is_part_timer(assistant: Assistant, day: date) -> bool:
    """Tell whether somebody is permanently employed, and for less than full time in all. AML § 14-3."""
    shares = [
        post.percent for post in assistant.employments if post.kind is EmploymentKind.PERMANENT and day in post.days
    ]
    return bool(shares) and sum(shares, _NOTHING) < _FULL_TIME


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
