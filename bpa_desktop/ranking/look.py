"""How far round a shift which rules look, and which of them the shift can matter to at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import ONE_DAY, Week
from bpa_desktop.rules.advice import ADVICE
from bpa_desktop.rules.case import Case, limit_if_any
from bpa_desktop.rules.catalogue import ALL_RULES
from bpa_desktop.rules.overtime import overtime_weeks
from bpa_desktop.rules.red_days import red_window
from bpa_desktop.rules.rule import Rule
from bpa_desktop.rules.stretch import NEAR


@dataclass(frozen=True)
class Part:
    """What one assistant's rows near the shift are with it: the case that holds nothing else, and the shift."""

    case: Case
    shift: Shift


@dataclass(frozen=True)
class Look:
    """Some rules, how far to either side of the shift they look, and whether it can break them, by its near rows."""

    rules: tuple[Rule, ...]
    around: timedelta
    matters: Callable[[Part], bool]


def _always(_part: Part) -> bool:
    return True


def _brings_overtime(part: Part) -> bool:
    """Tell whether there is overtime in the shift's own weeks: without, the shift adds to no sum of it."""
    who = part.shift.assistant
    weeks = {Week.of(day) for day in part.shift.span.days(part.case.zone)}
    return who is not None and any(worked.week in weeks for worked, _ in part.case.once(overtime_weeks, who))


def _is_averaged(part: Part) -> bool:
    return part.case.roster.arrangement.agreement.averaging_weeks is not None


def _is_on_red_day(part: Part) -> bool:
    """Tell whether the shift is Sunday or holiday work; the window of the day after opens the evening before."""
    days = [*part.shift.span.days(part.case.zone)]
    windows = (part.case.once(red_window, day) for day in (*days, days[-1] + ONE_DAY))
    return part.shift.is_presence and any(window.overlaps(part.shift.span) for window in windows if window is not None)


def _has_red_days_averaged(part: Part) -> bool:
    return limit_if_any(part.case, "red_days_worked", day=part.case.day(part.shift.span.start)) is not None


_WEEKS = {"weekly_hours", "night_average"}
_OVERTIME = {"overtime_week", "overtime_four_weeks", "overtime_year"}
_AVERAGED = {"averaged_hours"}
_RED_DAYS = {"sunday_rest"}
# What is not the candidate's own matter: a mean over two weeks round a shift says nothing about the contract, which is
# counted for the shift's own week; break and notice are as they are, whoever takes the shift; and nobody is left out
# for what is only advice.
_NOT_ASKED = {"contract_hours", "break", "notice", *ADVICE}


def _named(names: set[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in ALL_RULES if rule.name in names)


LOOKS = (
    Look(
        _named({rule.name for rule in ALL_RULES} - _WEEKS - _OVERTIME - _AVERAGED - _RED_DAYS - _NOT_ASKED),
        NEAR,
        _always,
    ),
    Look(_named(_WEEKS), timedelta(weeks=9), _always),
    Look(_named(_OVERTIME), timedelta(weeks=53), _brings_overtime),
    Look(_named(_AVERAGED), timedelta(weeks=53), _is_averaged),
    Look(_named(_RED_DAYS), NEAR, lambda part: _is_on_red_day(part) and not _has_red_days_averaged(part)),
    Look(_named(_RED_DAYS), timedelta(weeks=27), lambda part: _is_on_red_day(part) and _has_red_days_averaged(part)),
)
"""In the rules' order but for those that add up weeks. These look further by a week than what they add up."""
