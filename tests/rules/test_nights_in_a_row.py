"""More than three nights awake in a row: advice, once a run."""

from __future__ import annotations

import pytest

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.rules.nights_in_a_row import RULE
from bpa_desktop.rules.rule import Weight
from tests.rosters import shift
from tests.rules.advised import advised, unadvised
from tests.rules.checking import figures, found, one


def nights(*days: str, kind: ShiftKind = ShiftKind.ACTIVE) -> tuple[Shift, ...]:
    """Return a night that begins on each day."""
    following = {"mon": "tue", "tue": "wed", "wed": "thu", "thu": "fri", "fri": "sat", "sat": "sun", "sun": "mon+1"}
    return tuple(shift(f"{day} 22:00", f"{following[day]} 06:00", kind=kind) for day in days)


def test_three_in_a_row_are_all_right_and_four_are_told_of() -> None:
    assert found(RULE, advised(*nights("mon", "tue", "wed"))) == []
    finding = one(RULE, advised(*nights("mon", "tue", "wed", "thu")))
    assert figures(finding) == (4, 3)
    assert finding.weight is Weight.SHOULD
    assert finding.shifts == tuple(night.id for night in nights("mon", "tue", "wed", "thu"))
    assert finding.span is not None
    assert finding.span.start == nights("mon")[0].span.start.replace(hour=20)  # 21:00 in Oslo


def test_a_night_off_ends_the_run() -> None:
    assert found(RULE, advised(*nights("mon", "tue", "wed", "fri", "sat", "sun"))) == []


def test_a_run_is_told_of_once_with_all_its_nights() -> None:
    assert figures(one(RULE, advised(*nights("mon", "tue", "wed", "thu", "fri", "sat", "sun")))) == (7, 3)


@pytest.mark.parametrize("kind", [ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_ON_SITE, ShiftKind.STANDBY_HOME])
def test_who_rests_works_no_night(kind: ShiftKind) -> None:
    assert found(RULE, advised(*nights("mon", "tue", "wed", "thu", kind=kind))) == []


def test_nobody_is_advised_who_did_not_ask() -> None:
    assert found(RULE, unadvised(advised(*nights("mon", "tue", "wed", "thu")))) == []
