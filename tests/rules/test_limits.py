"""Limits answer by day, regime and agreement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel, Regime
from bpa_desktop.rules.limits import (
    Basis,
    Limit,
    Limits,
    Mark,
    Requirement,
    Unit,
    UnknownLimitError,
    shortened_rests,
    weekly_ordinary,
)
from tests.rosters import MONDAY, arrangement
from tests.rules.checking import LIMITS

NONE, ALONE, UNION = AgreementLevel.NONE, AgreementLevel.INDIVIDUAL, AgreementLevel.UNION
OLD = Limit("x", Decimal(11), Unit.HOURS, NONE, Regime.AML, "§ 1", "a source", Mark.SEEN, date(2006, 1, 1))
NEW = replace(OLD, value=Decimal(12), valid_from=date(2026, 7, 1))


def test_the_newest_limit_of_the_day_counts_and_old_days_keep_the_old_one() -> None:
    limits = Limits((NEW, OLD))
    assert limits.on("x", date(2026, 6, 30), arrangement=arrangement()) == OLD
    assert limits.on("x", date(2026, 7, 1), arrangement=arrangement()) == NEW


def test_a_limit_that_has_changed_is_not_steady() -> None:
    assert not Limits((NEW, OLD)).is_steady("x")
    assert not Limits((NEW, OLD, replace(OLD, level=UNION))).is_steady("x")
    assert Limits((OLD, replace(OLD, level=UNION))).is_steady("x")
    assert Limits((OLD, replace(NEW, key="y"))).is_steady("x")


def test_a_day_before_the_first_limit_is_answered_doubtfully() -> None:
    assert Limits((NEW, OLD)).on("x", date(1999, 1, 1), arrangement=arrangement()) == replace(OLD, mark=Mark.DOUBTFUL)


def test_the_highest_level_agreed_on_counts_and_lacks_are_taken_from_the_next() -> None:
    limits = Limits((OLD, replace(OLD, level=ALONE, value=Decimal(10))))
    values = [limits.on("x", MONDAY, arrangement=arrangement(level)).value for level in (NONE, ALONE, UNION)]
    assert values == [11, 10, 10]


def test_a_limit_that_requires_something_counts_only_where_it_is_agreed() -> None:
    averaged = replace(OLD, level=ALONE, value=Decimal(10), requires=Requirement.AVERAGING)
    limits = Limits((OLD, averaged))
    assert limits.on("x", MONDAY, arrangement=arrangement(ALONE)).value == 11
    assert limits.on("x", MONDAY, arrangement=arrangement(ALONE, averaging=8)).value == 10


def test_a_regime_without_a_limit_takes_the_acts_and_doubts_it() -> None:
    found = Limits((OLD,)).on("x", MONDAY, arrangement=arrangement(regime=Regime.HOUSEHOLD))
    assert found == replace(OLD, mark=Mark.DOUBTFUL)


def test_a_key_no_file_has_is_refused_by_name() -> None:
    with pytest.raises(UnknownLimitError, match="nonsense"):
        LIMITS.on("nonsense", MONDAY, arrangement=arrangement())


def test_an_individual_agreement_that_would_shorten_a_rest_is_seen() -> None:
    rest = replace(OLD, key="daily_rest")
    shorter, longer = (replace(rest, level=ALONE, value=Decimal(value)) for value in (10, 12))
    assert list(shortened_rests((rest, shorter, longer))) == [shorter]
    assert not list(shortened_rests(LIMITS.limits))


@pytest.mark.parametrize(
    ("norm", "week"), [("40", 40), ("37.5", 40), ("37.50", 40), ("38", 38), ("35.5", 38), ("36", 36), ("33.6", 36)]
)
def test_each_norm_stands_on_a_week_of_the_law(norm: str, week: int) -> None:
    place = replace(arrangement(), weekly_norm=Decimal(norm))
    assert weekly_ordinary(LIMITS, MONDAY, arrangement=place).value == week


def test_averaged_hours_allow_a_longer_week() -> None:
    assert weekly_ordinary(LIMITS, MONDAY, arrangement=arrangement(ALONE, averaging=8)).value == 48
    assert weekly_ordinary(LIMITS, MONDAY, arrangement=arrangement(ALONE)).value == 40


def test_a_rule_without_a_paragraph_rests_on_sense() -> None:
    assert LIMITS.basis("open_shift") == Basis("open_shift", "", Mark.DERIVED)
    assert LIMITS.basis("contract_hours").reference
