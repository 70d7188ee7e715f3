"""Who can take a shift: everybody is tried, who would break something is told why, the others stand in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import instant
from bpa_desktop.domain.team import Assistant, EmploymentKind, Grade
from bpa_desktop.ranking.result import Candidate, Excluded, Ranking, Reason, ReasonCode
from bpa_desktop.ranking.standing import Standing, Weights, balance, hours_of, is_on_call, standing_of
from bpa_desktop.ranking.trial import Trial, tried
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.rule import Finding

WEIGHTS = Weights()
_GRADES = (Grade.WANTS, Grade.CAN, Grade.PART, Grade.ASK_FIRST, Grade.CANNOT)
_POSTS = (EmploymentKind.PERMANENT, EmploymentKind.TEMPORARY, EmploymentKind.ON_CALL)
_FULL_TIME = Decimal(100)
_MANY_ASKS = 5


def rank(roster: Roster, shift_id: str, *, limits: Limits, at: datetime) -> Ranking:
    """Return who can take a shift in order, and who cannot; neither holds who has it or was planned for it.

    `at` is the instant of asking: questions after it are not known. Raises KeyError for a shift that is not there.
    """
    shift = roster.shifts_by_id[shift_id]
    able: list[Standing] = []
    excluded: list[Excluded] = []
    for assistant in roster.assistants:
        if assistant.id in (shift.assistant, roster.substitutes.get(shift.id)):
            continue
        trial = tried(roster, shift, assistant=assistant, limits=limits)
        if trial.breaches:
            excluded.append(Excluded(assistant.id, tuple(_why_not(finding) for finding in trial.breaches)))
        else:
            able.append(_standing(roster, trial, assistant=assistant, moment=(limits, instant(at))))
    ordered = sorted(able, key=lambda standing: _order(roster, standing))
    return Ranking(
        shift.id,
        tuple(_candidate(roster, shift, standing=standing, place=n) for n, standing in enumerate(ordered, 1)),
        tuple(sorted(excluded, key=lambda one: (roster.assistants_by_id[one.assistant].name, one.assistant))),
    )


def _standing(roster: Roster, trial: Trial, *, assistant: Assistant, moment: tuple[Limits, datetime]) -> Standing:
    limits, at = moment
    hours = hours_of(roster, trial, limits=limits)
    standing = standing_of(roster, trial, assistant=assistant, at=at)
    return replace(standing, hours=hours.worked, overtime=hours.overtime)


def _order(roster: Roster, standing: Standing) -> tuple[bool, bool, int, int, int, Decimal, str, str]:
    """Return the key of the settled order: backup, overtime, post, grade, preference, weights, name, id."""
    post = standing.post
    assistant = standing.assistant
    asked = Decimal(min(len(standing.asks), _MANY_ASKS)) / _MANY_ASKS
    weighed = WEIGHTS.hours_balance * balance(standing, roster.arrangement.weekly_norm)
    return (
        not standing.is_backup,
        standing.overtime > 0,
        _POSTS.index(post.kind) if post is not None else len(_POSTS),
        _GRADES.index(standing.grade),
        -assistant.user_preference,
        weighed + WEIGHTS.asked_recently * asked,
        assistant.name,
        assistant.id,
    )


def _candidate(roster: Roster, shift: Shift, *, standing: Standing, place: int) -> Candidate:
    post = standing.post
    wage = post.hourly_wage if post is not None else None
    cost = (wage * shift.span.hours).quantize(Decimal("0.01")) if wage is not None else None
    reasons = tuple(_why(roster, standing))
    return Candidate(standing.assistant.id, place, standing.grade, standing.extra_hours, cost, reasons)


def _why(roster: Roster, standing: Standing) -> Iterator[Reason]:
    """Yield why somebody stands where they stand, the heaviest first."""
    if standing.is_backup:
        yield Reason(ReasonCode.BACKUP)
    if standing.overtime:
        yield Reason(ReasonCode.WOULD_BE_OVERTIME, (("hours", standing.overtime),))
    yield from _why_by_post(standing)
    yield Reason(f"grade_{standing.grade}")
    if standing.is_free:
        yield Reason(ReasonCode.FREE)
    if standing.known:
        yield Reason(ReasonCode.KNOWS_SHIFT, (("times", standing.known),))
    if standing.asks:
        last = standing.asks[-1]
        asked_on = last.at.astimezone(roster.arrangement.zone).date()
        yield Reason(
            ReasonCode.ASKED_BEFORE, (("times", len(standing.asks)), ("on", asked_on), ("answer", last.answer))
        )


def _why_by_post(standing: Standing) -> Iterator[Reason]:
    post = standing.post
    is_part_time = post is not None and post.kind is EmploymentKind.PERMANENT and post.percent < _FULL_TIME
    if post is not None and is_part_time and not standing.overtime:
        yield Reason(ReasonCode.PART_TIME_PRIORITY, (("percent", post.percent),))
    if is_on_call(post):
        yield Reason(ReasonCode.ON_CALL)
    if standing.hours < standing.contract:
        yield Reason(ReasonCode.UNDER_CONTRACT, (("hours", standing.contract - standing.hours),))


def _why_not(finding: Finding) -> Reason:
    return Reason(finding.rule, finding.facts, finding)
