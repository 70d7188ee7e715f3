"""unavailable: the holder has said that they cannot, or is not employed that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bpa_desktop.domain.span import DayRange
from bpa_desktop.domain.team import Grade
from bpa_desktop.rules.rule import Weight
from bpa_desktop.rules.unavailable import RULE
from tests.rosters import assistant, post, roster, said, shift
from tests.rules.checking import found, one

FRIDAY = shift("fri 15:00", "22:00")
PLAN = roster(FRIDAY)


def test_a_minute_of_cannot_within_the_shift_is_found() -> None:
    finding = one(RULE, replace(PLAN, availability=(said("kari", Grade.CANNOT, start="fri 21:59", end="23:00"),)))
    assert finding.weight is Weight.MUST
    assert (finding.assistant, finding.shifts) == ("kari", (FRIDAY.id,))
    assert finding.fact("why") == "cannot"
    assert finding.measured is None


def test_cannot_that_touches_the_shift_only_is_not() -> None:
    before = said("kari", Grade.CANNOT, start="fri 08:00", end="15:00")
    after = said("kari", Grade.CANNOT, start="fri 22:00", end="23:00")
    assert not found(RULE, replace(PLAN, availability=(before, after)))


@pytest.mark.parametrize("grade", [Grade.WANTS, Grade.CAN, Grade.PART, Grade.ASK_FIRST])
def test_any_other_grade_is_no_breach(grade: Grade) -> None:
    assert not found(RULE, replace(PLAN, availability=(said("kari", grade, start="fri 00:00", end="sat 00:00"),)))


def test_what_another_said_does_not_count() -> None:
    assert not found(RULE, replace(PLAN, availability=(said("ola", Grade.CANNOT, start="fri 00:00", end="sat 00:00"),)))


def test_a_long_cannot_is_seen_behind_short_ones_within_it() -> None:
    long = said("kari", Grade.CANNOT, start="mon 00:00", end="sun 00:00")
    short = said("kari", Grade.CANNOT, start="tue 00:00", end="12:00")
    assert found(RULE, replace(PLAN, availability=(short, long)))


@pytest.mark.parametrize(
    ("first", "last", "is_employed"),
    [
        (date(2026, 12, 4), date(2026, 12, 4), True),
        (date(2026, 12, 5), None, False),
        (None, date(2026, 12, 3), False),
    ],
)
def test_the_first_and_the_last_day_of_a_post_are_employed_days(
    first: date | None, last: date | None, is_employed: bool
) -> None:
    team = (assistant("Kari", posts=(post(days=DayRange(first, last)),)),)
    findings = found(RULE, roster(FRIDAY, team=team))
    assert not findings if is_employed else findings[0].fact("why") == "not_employed"


def test_a_night_counts_for_the_day_it_starts_on() -> None:
    team = (assistant("Kari", posts=(post(days=DayRange(None, date(2026, 12, 4))),)),)
    assert not found(RULE, roster(shift("fri 22:00", "07:00"), team=team))


def test_of_who_has_no_post_listed_nothing_is_known() -> None:
    assert not found(RULE, roster(FRIDAY, team=(assistant("Kari", posts=()),)))
