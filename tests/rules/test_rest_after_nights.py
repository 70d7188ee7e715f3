"""Nights in a row, and work again before one has slept them off: advice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.rules.rest_after_nights import RULE
from bpa_desktop.rules.rule import Weight
from tests.rosters import shift
from tests.rules.advised import advised, unadvised
from tests.rules.checking import figures, found, one

NIGHTS = (shift("mon 22:00", "tue 06:00"), shift("tue 22:00", "wed 06:00"))


@pytest.mark.parametrize(
    ("begins", "hours"),
    [
        ("wed 16:59", None),  # less than eleven hours: daily_rest says it
        ("wed 17:00", "11"),
        ("thu 09:59", "27.98"),
        ("thu 10:00", None),
    ],
)
def test_how_long_after_the_last_night_work_begins(begins: str, hours: str | None) -> None:
    results = found(RULE, advised(*NIGHTS, shift(begins, f"{begins[:3]} 21:00")))
    assert [round(finding.decimal or Decimal(0), 2) for finding in results] == ([Decimal(hours)] if hours else [])


def test_it_names_the_last_night_and_what_follows() -> None:
    early = shift("thu 08:00", "15:00")
    finding = one(RULE, advised(*NIGHTS, early))
    assert finding.weight is Weight.SHOULD
    assert figures(finding) == (26, 28)
    assert finding.shifts == (NIGHTS[-1].id, early.id)
    assert finding.fact("rest") == finding.span


def test_one_night_alone_asks_for_no_longer_rest() -> None:
    assert found(RULE, advised(NIGHTS[0], shift("wed 08:00", "15:00"))) == []


def test_a_night_that_another_follows_is_not_the_last() -> None:
    assert found(RULE, advised(*NIGHTS, shift("wed 22:00", "thu 06:00"))) == []


@pytest.mark.parametrize("kind", [ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_ON_SITE])
def test_who_rested_has_nothing_to_sleep_off(kind: ShiftKind) -> None:
    resting = tuple(Shift(night.id, night.span, night.assistant, kind) for night in NIGHTS)
    assert found(RULE, advised(*resting, shift("thu 08:00", "15:00"))) == []


def test_nobody_is_advised_who_did_not_ask() -> None:
    assert found(RULE, unadvised(advised(*NIGHTS, shift("thu 08:00", "15:00")))) == []
