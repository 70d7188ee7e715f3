"""What is typed about a line, a need, a rotation and the days of a roll-out. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from enum import StrEnum

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roll_out import RollOut
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import ONE_DAY, DayRange, Week
from bpa_desktop.ui.widgets.entry import NoDayError, day_entry, listed_entry, optional_day
from bpa_desktop.ui.widgets.time_entry import NoSuchTimeError, NoTimesError, parse_times

MOST_WEEKS = 12
_MOST_PEOPLE = 20
_ROLLED_OUT = 4
_FURTHEST = timedelta(days=371)
"""How many days a roll-out may span: 53 weeks."""
Values = Mapping[str, str]


class Problem(StrEnum):
    """What is wrong with a field."""

    NO_TIMES = "no_times"
    TOO_LONG = "too_long"
    NO_PEOPLE = "no_people"
    NO_NAME = "no_name"
    NO_WEEKS = "no_weeks"
    NO_FIRST_DAY = "no_first_day"
    NO_DAY = "no_day"
    ENDS_BEFORE = "ends_before"
    TOO_FAR = "too_far"


Problems = dict[str, Problem]


def times_entry(start: time, end: time) -> str:
    """Return two times as they can be typed again."""
    return f"{start:%H:%M}–{end:%H:%M}"


def line_entry(line: RotationLine) -> dict[str, str]:
    """Return a line as its form shows it."""
    return {"times": times_entry(line.start, line.end), "assistant": line.assistant or "", "kind": line.kind}


def read_line(values: Values, line: RotationLine) -> RotationLine | Problems:
    """Return the line with what was typed, or a problem by field."""
    problems: Problems = {}
    start, end = _times(values, problems, before=(line.start, line.end))
    changed = replace(line, start=start, end=end, assistant=values["assistant"] or None, kind=ShiftKind(values["kind"]))
    return problems or changed


def need_entry(need: Need) -> dict[str, str]:
    """Return a need as its form shows it."""
    return {
        "times": times_entry(need.start, need.end),
        "people": str(need.people),
        "kind": need.kind,
        "skills": ", ".join(need.skills),
    }


def read_need(values: Values, need: Need) -> Need | Problems:
    """Return the need with what was typed, or a problem by field."""
    problems: Problems = {}
    start, end = _times(values, problems, before=(need.start, need.end))
    people = _number(values["people"], most=_MOST_PEOPLE)
    if people is None:
        problems["people"] = Problem.NO_PEOPLE
    kind, skills = ShiftKind(values["kind"]), listed_entry(values["skills"])
    return problems or replace(need, start=start, end=end, people=people or 1, kind=kind, skills=skills)


def new_rotation(today: date) -> Rotation:
    """Return what a new rotation begins with: one week, from next Monday on."""
    return Rotation("", "", 1, DayRange(Week.of(today).later(1).monday))


def rotation_entry(rotation: Rotation) -> dict[str, str]:
    """Return a rotation as its form shows it."""
    return {
        "name": rotation.name,
        "weeks": str(rotation.weeks),
        "from": day_entry(rotation.days.first),
        "to": day_entry(rotation.days.last),
    }


def read_rotation(values: Values, rotation: Rotation, *, today: date) -> Rotation | Problems:
    """Return the rotation with what was typed, or a problem by field; more weeks than 12 stay where they were."""
    problems: Problems = {}
    weeks = _number(values["weeks"], most=max(MOST_WEEKS, rotation.weeks))
    if not values["name"].strip():
        problems["name"] = Problem.NO_NAME
    if weeks is None:
        problems["weeks"] = Problem.NO_WEEKS
    first, last = _days(values, problems, today=today)
    if problems or first is None:
        return problems
    return replace(rotation, name=values["name"].strip(), weeks=weeks or 1, days=DayRange(first, last))


def roll_out_entry(rotation: Rotation, today: date) -> dict[str, str]:
    """Return the days a roll-out begins with: from next Monday on, whole rounds of the pattern, four weeks or more."""
    first = max(Week.of(today).later(1).monday, rotation.days.first or today)
    rounds = -(-_ROLLED_OUT // rotation.weeks)
    last = Week.of(first).later(rounds * rotation.weeks).monday - ONE_DAY
    if rotation.days.last is not None and rotation.days.last >= first:
        last = min(last, rotation.days.last)
    return {"from": day_entry(first), "to": day_entry(last)}


def read_roll_out(values: Values, rotation: str, *, today: date) -> RollOut | Problems:
    """Return the days that were typed, or a problem by field."""
    problems: Problems = {}
    first, last = _days(values, problems, today=today)
    if last is None:
        problems.setdefault("to", Problem.NO_DAY)
    elif first is not None and last - first >= _FURTHEST:
        problems["to"] = Problem.TOO_FAR
    if problems or first is None or last is None:
        return problems
    return RollOut(rotation, first, last)


def _times(values: Values, problems: Problems, *, before: tuple[time, time]) -> tuple[time, time]:
    try:
        entry = parse_times(values["times"])
    except (NoTimesError, NoSuchTimeError):
        problems["times"] = Problem.NO_TIMES
        return before
    if entry.days != (entry.end <= entry.start):
        problems["times"] = Problem.TOO_LONG
    return entry.start, entry.end


def _number(text: str, *, most: int) -> int | None:
    number = int(text) if text.strip().isdecimal() else 0
    return number if 1 <= number <= most else None


def _days(values: Values, problems: Problems, *, today: date) -> tuple[date | None, date | None]:
    found: dict[str, date | None] = {}
    for key in ("from", "to"):
        try:
            found[key] = optional_day(values[key], near=today)
        except NoDayError:
            found[key], problems[key] = None, Problem.NO_DAY
    first, last = found["from"], found["to"]
    if first is None:
        problems.setdefault("from", Problem.NO_FIRST_DAY)
    elif last is not None and last < first:
        problems["to"] = Problem.ENDS_BEFORE
    return first, last
