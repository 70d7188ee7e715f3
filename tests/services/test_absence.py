"""Absences: kept over the plan, changed, ended and taken away, each in one step that gives shifts back."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import DayRange, EmptySpanError, Span
from bpa_desktop.domain.substitute import Channel, RequestState
from bpa_desktop.services import substitute
from bpa_desktop.services.absence import (
    OverlapError,
    change_absence,
    end_absence,
    given_away,
    hours_kept,
    not_employed,
    opened_by,
    register_absence,
    remove_absence,
)
from bpa_desktop.services.history import History, UnknownRecordError
from bpa_desktop.services.shift import add_shift
from tests.memory import MemoryStore, history_of
from tests.rosters import assistant, post, roster, shift, span

MON, TUE, WED = (shift(f"{day} 08:00", "16:00") for day in ("mon", "tue", "wed"))
THU = shift("thu 08:00", "16:00", None)
TEAM = tuple(assistant(name) for name in ("Kari", "Ola", "Per"))
WEEK = span("mon 00:00", "thu 00:00")
TO_WED = span("mon 00:00", "wed 00:00")


def plan(span_: Span = WEEK, kind: AbsenceKind = AbsenceKind.SELF_CERTIFIED, *, grade: int = 100) -> Absence:
    return Absence("", "kari", span_, kind, Decimal(grade))


@pytest.fixture
def kept() -> tuple[History, MemoryStore]:
    return history_of(roster(MON, TUE, WED, THU, team=TEAM))


@pytest.fixture
def ill(kept: tuple[History, MemoryStore]) -> History:
    """Return a history in which Kari is ill from Monday to Wednesday, and Ola takes the Wednesday."""
    history, _ = kept
    register_absence(history, plan())
    book(history, WED, "ola")
    return history


def book(history: History, shift_: Shift, who: str) -> None:
    request = history.roster.request_for(shift_.id)
    assert request is not None
    substitute.confirm_substitute(history, request.id, assistant=who)


def holders(history: History) -> list[str | None]:
    return [history.roster.holder(one) for one in history.roster.shifts[:3]]


def states(history: History) -> list[RequestState]:
    return [one.state for one in history.roster.requests]


def kari(history: History) -> Absence:
    return history.roster.absences[0]


def test_a_shorter_absence_gives_its_shifts_back_and_stops_the_search_for_them(ill: History) -> None:
    done = change_absence(ill, replace(kari(ill), span=span("mon 00:00", "tue 00:00")))
    assert ([one.id for one in done.back], done.opened) == ([TUE.id], ())
    assert holders(ill) == [None, "kari", "ola"]
    assert states(ill) == [RequestState.OPEN, RequestState.WITHDRAWN, RequestState.FILLED]


def test_a_shift_that_was_given_away_stays_with_the_substitute_unless_it_goes_back(ill: History) -> None:
    shorter = replace(kari(ill), span=TO_WED)
    assert given_away(ill.roster, kari(ill), span=TO_WED) == (WED,)
    change_absence(ill, shorter)
    assert holders(ill) == [None, None, "ola"]
    ill.undo()
    done = change_absence(ill, shorter, back=[WED.id])
    assert holders(ill) == [None, None, "kari"]
    assert [one.id for one in done.back] == [WED.id]
    assert states(ill)[2] is RequestState.WITHDRAWN


def test_a_change_is_one_step_and_undo_restores_all(ill: History) -> None:
    before = ill.roster
    change_absence(ill, replace(kari(ill), span=TO_WED), back=[WED.id])
    ill.undo()
    assert ill.roster == before


def test_a_shift_that_is_still_covered_never_goes_back(ill: History) -> None:
    change_absence(ill, replace(kari(ill), kind=AbsenceKind.SICK_NOTE), back=[WED.id])
    assert holders(ill) == [None, None, "ola"]


def test_somebody_elses_shift_never_goes_back(ill: History) -> None:
    olas = add_shift(ill, replace(THU, assistant="ola"))
    register_absence(ill, replace(plan(span("thu 00:00", "fri 00:00")), assistant="ola"))
    book(ill, olas, "per")
    remove_absence(ill, kari(ill).id, back=[olas.id])
    assert holder(ill, olas) == "per"


def test_nothing_is_given_away_that_the_absence_still_covers_or_nobody_took(ill: History) -> None:
    assert given_away(ill.roster, kari(ill), span=WEEK) == ()
    assert given_away(ill.roster, kari(ill), span=span("mon 00:00", "tue 00:00")) == (WED,)
    assert given_away(ill.roster, kari(ill), span=None) == (WED,)


def test_a_longer_absence_opens_what_it_reaches(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    register_absence(history, plan(span("mon 00:00", "tue 00:00")))
    done = change_absence(history, replace(kari(history), span=TO_WED))
    assert ([one.id for one in done.opened], done.back) == ([TUE.id], ())
    assert states(history) == [RequestState.OPEN] * 2


def test_an_absence_that_becomes_graded_gives_all_its_shifts_back(ill: History) -> None:
    change_absence(ill, replace(kari(ill), kind=AbsenceKind.SICK_NOTE, grade=Decimal(50)))
    assert holders(ill) == ["kari", "kari", "ola"]


def test_who_is_away_until_further_notice_is_back_on_a_day(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    register_absence(history, replace(plan(), open_ended=True))
    done = end_absence(history, kari(history).id, back_on=date(2026, 12, 1))
    assert [one.id for one in done.back] == [TUE.id, WED.id]
    assert (kari(history).span, kari(history).open_ended) == (span("mon 00:00", "tue 00:00"), False)


def test_nobody_is_back_before_they_were_away(ill: History) -> None:
    before = ill.roster
    with pytest.raises(EmptySpanError):
        end_absence(ill, kari(ill).id, back_on=date(2026, 11, 30))
    assert ill.roster == before


def test_taking_an_absence_away_asks_about_what_was_given_away_too(ill: History) -> None:
    assert {one.id for one in remove_absence(ill, kari(ill).id, back=[WED.id])} == {MON.id, TUE.id, WED.id}
    assert holders(ill) == ["kari"] * 3
    assert set(states(ill)) == {RequestState.WITHDRAWN}


def test_the_search_that_found_nobody_ends_too_when_the_shift_is_given_back(ill: History) -> None:
    request = ill.roster.request_for(MON.id)
    assert request is not None
    substitute.give_up_request(ill, request.id)
    remove_absence(ill, kari(ill).id)
    assert states(ill)[0] is RequestState.WITHDRAWN


def test_the_questions_asked_stay_in_the_request_that_is_withdrawn(ill: History) -> None:
    request = ill.roster.request_for(MON.id)
    assert request is not None
    substitute.ask_assistants(ill, (request.id,), assistants=("per",), way=substitute.Way(Channel.SMS))
    remove_absence(ill, kari(ill).id)
    assert [ask.assistant for ask in ill.roster.requests[0].asks] == ["per"]


@pytest.mark.parametrize("other", [WEEK, TO_WED, span("tue 12:00", "13:00")])
def test_a_second_absence_at_the_same_time_is_refused_with_the_first(ill: History, other: Span) -> None:
    before = ill.roster
    with pytest.raises(OverlapError) as refused:
        register_absence(ill, plan(other, AbsenceKind.LEAVE))
    assert refused.value.other == kari(ill)
    assert ill.roster == before


def test_one_that_follows_at_once_and_one_of_somebody_else_are_kept(ill: History) -> None:
    register_absence(ill, plan(span("thu 00:00", "fri 00:00"), AbsenceKind.SICK_NOTE))
    register_absence(ill, replace(plan(), assistant="per"))
    assert len(ill.roster.absences) == 3


def test_a_change_into_another_absence_is_refused(ill: History) -> None:
    register_absence(ill, plan(span("thu 00:00", "fri 00:00"), AbsenceKind.SICK_NOTE))
    with pytest.raises(OverlapError):
        change_absence(ill, replace(kari(ill), span=span("mon 00:00", "fri 00:00")))


@pytest.mark.parametrize(
    ("graded", "kind", "is_kept"),
    [
        (AbsenceKind.SICK_NOTE, AbsenceKind.CHILD_SICK, True),
        (AbsenceKind.SICK_NOTE, AbsenceKind.SELF_CERTIFIED, False),  # cannot be combined: folketrygdloven § 8-24
        (AbsenceKind.LEAVE, AbsenceKind.LEAVE, False),
    ],
)
def test_beside_a_graded_absence_there_may_be_one_of_another_sort(
    kept: tuple[History, MemoryStore], graded: AbsenceKind, kind: AbsenceKind, is_kept: bool
) -> None:
    history, _ = kept
    register_absence(history, plan(kind=graded, grade=50))
    with nullcontext() if is_kept else pytest.raises(OverlapError):
        register_absence(history, plan(TO_WED, kind))
    assert holders(history) == ([None, None, "kari"] if is_kept else ["kari"] * 3)


def test_what_would_open_is_what_opens(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    for absence in (plan(), plan(TO_WED), plan(grade=50)):
        expected = opened_by(history.roster, absence)
        assert register_absence(history, absence) == expected
        history.undo()


def test_a_graded_absence_leaves_its_share_of_the_hours() -> None:
    assert hours_kept(roster(MON, TUE, WED, team=TEAM), plan(grade=60)) == (Decimal(24), Decimal("9.6"))
    assert hours_kept(roster(MON, team=TEAM), plan(span("mon 12:00", "tue 00:00"), grade=50)) == (
        Decimal(4),
        Decimal(2),
    )


def test_who_is_not_employed_any_more_is_told_of_and_kept_all_the_same() -> None:
    left = assistant("Kari", posts=(post(days=DayRange(None, date(2026, 11, 30))),))
    history, _ = history_of(roster(MON, TUE, WED, team=(left,)))
    assert not_employed(history.roster, plan()) == date(2026, 12, 1)
    assert not_employed(history.roster, plan(span("mon 00:00", "tue 00:00"))) is None
    assert len(register_absence(history, plan())) == 3


def test_an_absence_of_nobody_or_one_that_is_not_there_is_refused(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    with pytest.raises(UnknownRecordError):
        register_absence(history, replace(plan(), assistant="nobody"))
    with pytest.raises(UnknownRecordError):
        change_absence(history, replace(plan(), id="nowhere"))
    with pytest.raises(UnknownRecordError):
        end_absence(history, "nowhere", back_on=date(2026, 12, 1))
    assert store.kept == []


def test_when_and_how_it_was_reported_is_kept(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    register_absence(history, replace(plan(), reported_how=Channel.PHONE))
    assert (kari(history).reported_how, kari(history).reported_at) == (Channel.PHONE, history.clock.now())


SPANS = st.tuples(st.integers(0, 90), st.integers(1, 40)).map(
    lambda hours: Span(WEEK.start + timedelta(hours=hours[0]), WEEK.start + timedelta(hours=sum(hours)))
)


@given(st.lists(SPANS, min_size=1, max_size=4), st.sampled_from((100, 50)))
def test_an_absence_that_was_changed_is_as_if_it_had_been_registered_so(spans: list[Span], grade: int) -> None:
    changed, _ = history_of(roster(MON, TUE, WED, THU, team=TEAM))
    register_absence(changed, plan(spans[0]))
    for one in spans[1:]:
        change_absence(changed, replace(kari(changed), span=one))
    change_absence(changed, replace(kari(changed), grade=Decimal(grade)))
    at_once, _ = history_of(roster(MON, TUE, WED, THU, team=TEAM))
    register_absence(at_once, plan(spans[-1], grade=grade))
    assert holders(changed) == holders(at_once)
    assert live(changed) == live(at_once) == {one.id for one in changed.roster.shifts[:3] if not holder(changed, one)}


def holder(history: History, one: Shift) -> str | None:
    return history.roster.holder(one)


def live(history: History) -> set[str]:
    return {one.shift for one in history.roster.requests if one.is_live}
