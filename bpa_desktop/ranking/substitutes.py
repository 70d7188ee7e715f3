"""Who can take a shift: everybody is tried, who would break something is told why, the others stand in order."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.team import EmploymentKind, Grade
from bpa_desktop.ranking.result import Candidate, Excluded, Ranking, Reason
from bpa_desktop.ranking.score import scores
from bpa_desktop.ranking.standing import Question, Standing, Terms
from bpa_desktop.ranking.why import why
from bpa_desktop.rules.rule import Finding

_GRADES = (Grade.WANTS, Grade.CAN, Grade.PART, Grade.ASK_FIRST, Grade.CANNOT)
_POSTS = (EmploymentKind.PERMANENT, EmploymentKind.TEMPORARY, EmploymentKind.ON_CALL)


def rank(roster: Roster, shift_id: str, *, terms: Terms, at: datetime) -> Ranking:
    """Return who can take a shift in order, and who cannot; neither holds who has it or was planned for it.

    `at` is the instant of asking: questions after it are not known. Raises KeyError for a shift that is not there.
    """
    shift = roster.shifts_by_id[shift_id]
    question = Question(roster, shift, terms=terms, at=at)
    able: list[Standing] = []
    excluded: list[Excluded] = []
    for assistant in roster.assistants:
        if assistant.id in (shift.assistant, roster.substitutes.get(shift.id)):
            continue
        trial = question.trials.of(shift, assistant)
        if trial.breaches:
            excluded.append(Excluded(assistant.id, tuple(why_not(finding) for finding in trial.breaches)))
        else:
            able.append(question.standing(assistant, trial))
    return Ranking(
        shift.id,
        tuple(
            _candidate(roster, one, place=place) for place, one in enumerate(_in_order(roster, able, terms=terms), 1)
        ),
        tuple(sorted(excluded, key=lambda one: (roster.assistants_by_id[one.assistant].name, one.assistant))),
    )


def _in_order(roster: Roster, able: list[Standing], *, terms: Terms) -> list[Standing]:
    weighed = scores(able, terms.weights, norm=roster.arrangement.weekly_norm)
    return [one for one, _ in sorted(zip(able, weighed, strict=True), key=lambda each: _order(*each))]


def _order(standing: Standing, score: Decimal) -> tuple[bool, bool, int, int, int, bool, Decimal, str, str]:
    """Return the key of the settled order: backup, overtime, post, grade, preference, weights, name, id.

    AML § 14-3 puts part-timers before those who are hired in, not before permanent colleagues. What the settled order
    leaves open among these goes to the part-timers all the same, before the weights.
    """
    post = standing.post
    assistant = standing.assistant
    return (
        not standing.is_backup,
        standing.hours.overtime > 0,
        _POSTS.index(post.kind) if post is not None else len(_POSTS),
        _GRADES.index(standing.grade),
        -assistant.user_preference,
        not standing.is_part_timer,
        score,
        assistant.name,
        assistant.id,
    )


def _candidate(roster: Roster, standing: Standing, *, place: int) -> Candidate:
    reasons = tuple(why(standing, roster.arrangement.zone))
    return Candidate(standing.assistant.id, place, standing.grade, standing.extra_hours, standing.cost, reasons)


def why_not(finding: Finding) -> Reason:
    """Return a breach as a reason that excludes: its code is the rule's name."""
    return Reason(finding.rule, finding.facts, finding)
