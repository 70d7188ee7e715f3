"""Whether a changed roster breaks something new."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.rules.severity import Known, distance
from tests.rosters import span

REST = Finding("daily_rest", Weight.MUST, "kari", ("a", "b"), span("mon 14:00", "tue 14:00"), Decimal(9), Decimal(11))
DOUBLE = Finding("double_booking", Weight.MUST, "kari", ("a", "b"), span("mon 08:00", "10:00"))


def new(known: Finding, found: Finding) -> bool:
    """Tell whether a finding is new beside a known one."""
    return list(Known([known]).new_among([found])) == [found]


def test_what_is_as_bad_or_better_is_not_new_and_what_is_worse_is() -> None:
    assert not new(REST, REST)
    assert not new(REST, replace(REST, measured=Decimal(10), shifts=("a", "c")))
    assert new(REST, replace(REST, measured=Decimal("8.5")))


@pytest.mark.parametrize("other", [{"rule": "weekly_rest"}, {"assistant": "ola"}, {"span": span("wed 14:00", "20:00")}])
def test_another_matter_is_new(other: dict[str, object]) -> None:
    assert new(REST, replace(REST, **other))  # type: ignore[arg-type]


def test_a_should_in_the_place_of_a_must_is_not_new_and_the_other_way_round_it_is() -> None:
    should = replace(REST, weight=Weight.SHOULD, measured=Decimal(2))
    assert not new(REST, should)
    assert new(should, REST)


def test_without_a_figure_the_shifts_must_be_the_same() -> None:
    assert not new(DOUBLE, replace(DOUBLE, span=span("mon 09:00", "10:00")))
    assert new(DOUBLE, replace(DOUBLE, shifts=("a", "c")))


def test_the_distance_is_from_the_limit_either_way() -> None:
    assert distance(REST) == 2
    assert distance(replace(REST, measured=Decimal(13))) == 2
    assert distance(DOUBLE) == 0


def test_beside_nothing_everything_is_new() -> None:
    assert list(Known().new_among([REST, DOUBLE])) == [REST, DOUBLE]
