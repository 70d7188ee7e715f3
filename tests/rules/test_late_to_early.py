"""An evening and a morning soon after, though the daily rest is kept: advice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.rules.late_to_early import RULE
from bpa_desktop.rules.rule import Weight
from tests.rosters import arrangement, shift
from tests.rules.advised import advised, unadvised
from tests.rules.checking import figures, found, one


@pytest.mark.parametrize(
    ("ends", "begins", "hours"),
    [
        ("21:30", "08:29", None),  # less than eleven hours: daily_rest says it
        ("21:00", "08:00", "11"),
        ("20:00", "08:59", "12.98"),
        ("20:00", "09:00", None),
        ("19:00", "08:00", None),
        ("19:01", "08:00", "12.98"),
    ],
)
def test_the_rest_between_an_evening_and_a_morning(ends: str, begins: str, hours: str | None) -> None:
    results = found(RULE, advised(shift("mon 15:00", ends), shift(f"tue {begins}", "15:00")))
    assert [round(finding.decimal or Decimal(0), 2) for finding in results] == ([Decimal(hours)] if hours else [])


def test_it_names_both_shifts_and_the_rest() -> None:
    late, early = shift("mon 15:00", "21:00"), shift("tue 08:00", "15:00")
    finding = one(RULE, advised(late, early))
    assert finding.weight is Weight.SHOULD
    assert figures(finding) == (11, 13)
    assert finding.shifts == (late.id, early.id)
    assert finding.span is not None
    assert (finding.span.start, finding.span.end) == (late.span.end, early.span.start)
    assert finding.fact("rest") == finding.span


def test_of_shifts_that_overlap_the_one_that_ends_last_is_named() -> None:
    long, within, early = shift("mon 15:00", "21:00"), shift("mon 16:00", "18:00"), shift("tue 08:00", "15:00")
    assert one(RULE, advised(long, within, early)).shifts == (long.id, early.id)


def test_with_a_shorter_rest_agreed_it_begins_where_that_one_ends() -> None:
    union = arrangement(AgreementLevel.UNION, reduced_rest=True)
    plan = advised(shift("mon 15:00", "22:00"), shift("tue 06:00", "14:00"), place=union)
    assert figures(one(RULE, plan)) == (8, 13)
    assert found(RULE, advised(shift("mon 15:00", "22:01"), shift("tue 06:00", "14:00"), place=union)) == []


def test_a_rest_by_day_or_after_a_night_is_none_of_it() -> None:
    assert found(RULE, advised(shift("mon 22:00", "tue 06:00"), shift("tue 17:00", "22:00"))) == []
    assert found(RULE, advised(shift("mon 15:00", "tue 00:00"), shift("tue 11:30", "15:00"))) == []


def test_standby_at_home_between_is_rest() -> None:
    standby = shift("mon 22:00", "tue 06:00", kind=ShiftKind.STANDBY_HOME)
    assert len(found(RULE, advised(shift("mon 15:00", "21:00"), standby, shift("tue 08:00", "15:00")))) == 1


def test_nobody_is_advised_who_did_not_ask() -> None:
    assert found(RULE, unadvised(advised(shift("mon 15:00", "21:00"), shift("tue 08:00", "15:00")))) == []
