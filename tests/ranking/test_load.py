"""How hard the days round a shift are, to the minute; and what else taking it would spoil."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.ranking.load import Load, load_of
from bpa_desktop.ranking.result import Ranking
from bpa_desktop.ranking.standing import Terms
from bpa_desktop.ranking.substitutes import rank
from bpa_desktop.ranking.trial import Trials
from bpa_desktop.ranking.weights import FACTORS, Importance, Weights
from tests.rosters import assistant, at, roster, shift

LIMITS = shipped_limits()
OPEN = shift("fri 15:00", "22:00", None)
KARI = assistant("Kari")
ONLY = dict.fromkeys(FACTORS, Importance.NOT)


def load(*held: Shift, wanted: Shift = OPEN) -> Load:
    """Return what Friday evening would be for Kari beside some shifts."""
    trials = Trials(roster(wanted, *held, team=(KARI,)), LIMITS)
    return load_of(trials.case, trials.of(wanted, KARI))


def ranked(plan: Roster, **weights: Importance) -> Ranking:
    """Return the ranking where only these weights count."""
    terms = Terms(LIMITS, weights=Weights(**{**ONLY, **weights}))
    return rank(plan, OPEN.id, terms=terms, at=at("fri 07:00"))


def hour(*days: str, who: str = "kari") -> tuple[Shift, ...]:
    """Return an hour at noon on some days."""
    return tuple(shift(f"{day} 12:00", "13:00", who) for day in days)


@pytest.mark.parametrize(
    ("days", "count"),
    [((), 1), (("thu",), 2), (("wed",), 1), (("wed", "thu", "sat", "sun", "mon+1"), 6), (("fri",), 1)],
)
def test_days_in_a_row_are_counted_both_ways_from_the_shift(days: tuple[str, ...], count: int) -> None:
    assert load(*hour(*days)).days_in_a_row == count


def test_standby_at_home_is_no_day_of_work_on_either_side() -> None:
    at_home = shift("thu 08:00", "20:00", kind=ShiftKind.STANDBY_HOME)
    assert load(at_home) == Load()
    assert load(*hour("thu"), wanted=shift("fri 15:00", "22:00", None, kind=ShiftKind.STANDBY_HOME)) == Load(0)


@pytest.mark.parametrize(
    ("held", "rest"),
    [
        (shift("sat 11:00", "12:00"), None),
        (shift("sat 10:45", "12:00"), Decimal("12.75")),
        (shift("sat 09:00", "12:00"), Decimal(11)),
        (shift("fri 01:00", "02:15"), Decimal("12.75")),
        (shift("fri 12:00", "13:00"), None),  # a pause in a day of work, and no night
    ],
)
def test_a_rest_that_is_lawful_and_short_is_told(held: Shift, rest: Decimal | None) -> None:
    assert load(held).short_night == rest


def test_nights_of_the_week_before_count_where_they_are_longer_than_the_law_says() -> None:
    nights = [shift(f"{day} 22:00", "23:59") for day in ("mon", "tue")]
    long = [shift(f"{day} 22:00", "02:00") for day in ("mon", "tue", "wed")]
    before = shift("2026-11-26 22:00", "2026-11-27 02:00")  # the eighth night back
    assert load(*nights).nights == 0
    assert load(*long).nights == 3
    assert load(*long, before).nights == 3


def test_each_load_makes_the_share_larger_up_to_one() -> None:
    shares = [Load(), Load(3), Load(4), Load(5, nights=1), Load(5, Decimal(12), nights=1), Load(9, Decimal(12), 5)]
    assert [one.share for one in shares] == [0, 0, Decimal("0.25"), Decimal("0.7"), 1, 1]


def test_nights_put_somebody_behind_and_are_told() -> None:
    nights = tuple(shift(f"{day} 22:00", "02:00", "anne") for day in ("mon", "tue", "wed"))
    plan = roster(OPEN, *nights, team=(assistant("Anne"), assistant("Berit")))
    found = ranked(plan, recent_load=Importance.A_LITTLE).candidates
    assert [one.assistant for one in found] == ["berit", "anne"]
    assert "nights_lately" in [reason.code for reason in found[1].reasons]


def test_who_would_lose_a_good_rest_stands_behind_and_that_is_told() -> None:
    days = hour("tue", "wed", "thu", "sat", "sun", "mon+1", "tue+1", who="anne")
    plan = roster(OPEN, *days, team=(assistant("Anne"), assistant("Berit")))
    found = ranked(plan, disruption=Importance.A_LITTLE).candidates
    assert [one.assistant for one in found] == ["berit", "anne"]
    assert "spoils_rest" in [reason.code for reason in found[1].reasons]
    assert [
        one.assistant
        for one in ranked(replace(plan, shifts=(OPEN, *days[3:])), disruption=Importance.A_LITTLE).candidates
    ] == [
        "anne",
        "berit",
    ]
