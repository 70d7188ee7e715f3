"""Twelve months of calls and weekends, as they are known at an instant."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import instant
from bpa_desktop.domain.substitute import Answer, Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.ranking.calls import calls_of, weekends_before
from tests.rosters import assistant, at, roster, shift

NOW = instant(at("fri 07:00"))
DAY = timedelta(days=1)
TEAM = (assistant("Kari"), assistant("Ola"))


def asked(*asks: Ask, chosen: str | None = None, shift_id: str = "other") -> Roster:
    """Return a roster with one search."""
    state = RequestState.FILLED if chosen is not None else RequestState.ASKING
    request = SubstituteRequest("r", shift_id, state, asks=asks, chosen=chosen)
    return replace(roster(shift("thu 08:00", "12:00", "ola"), team=TEAM), requests=(request,))


def ask(who: str, ago: timedelta, answer: Answer = Answer.NONE, *, after: timedelta | None = None) -> Ask:
    moment = NOW - ago
    return Ask(who, moment, Channel.SMS, answer, None if after is None else moment + after)


def test_each_answer_is_counted_and_the_last_question_is_known() -> None:
    answers = [Answer.YES, Answer.NO, Answer.NO, Answer.MAYBE, Answer.PART, Answer.NONE]
    plan = asked(*(ask("kari", (n + 1) * DAY, answer, after=DAY / 2) for n, answer in enumerate(answers)))
    kari = calls_of(plan, NOW)["kari"]
    assert kari.asked == 6
    counted = [kari.answered(Answer.YES), kari.answered(Answer.NO), kari.answered(Answer.MAYBE, Answer.PART)]
    assert counted == [1, 2, 2]
    assert kari.answered(Answer.NONE) == 1
    assert kari.last_asked == NOW - DAY
    assert calls_of(plan, NOW)["ola"].last_asked is None


def test_a_year_back_to_the_minute_counts_and_what_is_to_come_does_not() -> None:
    year = timedelta(days=365)
    minute = timedelta(minutes=1)
    plan = asked(ask("kari", year), ask("kari", year + minute), ask("kari", -minute), ask("kari", timedelta(0)))
    assert calls_of(plan, NOW)["kari"].asked == 2


def test_an_answer_that_has_not_come_yet_is_not_known() -> None:
    plan = asked(ask("kari", DAY, Answer.NO, after=2 * DAY))
    assert calls_of(plan, NOW)["kari"].answered(Answer.NONE) == 1
    assert calls_of(plan, NOW + 2 * DAY)["kari"].answered(Answer.NO) == 1


def test_who_was_chosen_has_stepped_in_once_the_shift_has_begun() -> None:
    plan = asked(chosen="kari", shift_id="thu-08.00-ola")
    assert calls_of(plan, NOW)["kari"].taken == 1
    assert calls_of(plan, at("thu 07:59"))["kari"].taken == 0
    assert calls_of(asked(chosen="gone", shift_id="thu-08.00-ola"), NOW)["kari"].taken == 0


@pytest.mark.parametrize(("days", "weight"), [(30, "1"), (31, "0.5"), (90, "0.5"), (91, "0.25"), (365, "0.25")])
def test_a_question_counts_less_as_it_fades(days: int, weight: str) -> None:
    assert calls_of(asked(ask("kari", days * DAY)), NOW)["kari"].weight == Decimal(weight)


@given(st.lists(st.tuples(st.sampled_from(["kari", "ola", "gone"]), st.integers(-20, 800), st.sampled_from(Answer))))
def test_the_counts_are_those_of_a_plain_count(asks: list[tuple[str, int, Answer]]) -> None:
    plan = asked(*(ask(who, ago * DAY, answer) for who, ago, answer in asks))
    expected = Counter((who, answer) for who, ago, answer in asks if 0 <= ago <= 365)
    for who, calls in calls_of(plan, NOW).items():
        assert {answer: calls.answered(answer) for answer in Answer} == {one: expected[who, one] for one in Answer}


def test_a_weekend_is_worked_by_whoever_is_there_for_a_while() -> None:
    shifts = (
        shift("2026-11-06 20:00", "2026-11-07 00:15", "kari"),  # Friday night into Saturday
        shift("2026-11-14 08:00", "12:00", "kari"),
        shift("2026-11-15 08:00", "12:00", "kari"),
        shift("2026-11-21 08:00", "12:00", "kari", kind=ShiftKind.STANDBY_HOME),
        shift("2026-11-30 00:00", "08:00", "kari"),  # Monday
    )
    weekends = weekends_before(roster(*shifts, team=TEAM), NOW)
    assert len(weekends.spans) == 4  # from the first shift on
    assert weekends.worked("kari") == 2
    assert weekends.worked("ola") == 0


def test_weekends_begin_with_the_data_or_a_year_ago_and_end_with_the_day() -> None:
    old = roster(shift("2020-01-01 08:00", "12:00"))
    assert len(weekends_before(old, NOW).spans) == 52
    assert weekends_before(old, at("sat 00:00")).spans[-1].contains(at("sat 00:00"))
    assert not weekends_before(old, NOW).spans[-1].contains(at("sat 00:00"))
    assert weekends_before(roster(team=TEAM), NOW).spans == ()
