"""Asking: in waves, about several shifts; late answers are kept, a second yes is a reserve, nobody comes twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from bpa_desktop.domain.incident import IncidentKind, incidents
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import DayRange
from bpa_desktop.domain.substitute import (
    Answer,
    Ask,
    Channel,
    CoveredError,
    NotAllowedError,
    NotAskedError,
    Outcome,
    RequestState,
    SubstituteRequest,
    WithdrawnError,
    counts_as_no,
)
from bpa_desktop.i18n import Language
from bpa_desktop.services import absence, booking, part, shift, shift_lock, substitute
from bpa_desktop.services.history import History, UnknownRecordError
from bpa_desktop.services.substitute import Way, reserves
from bpa_desktop.texts import error_text
from tests.memory import FakeClock, MemoryStore, history_of
from tests.rosters import absence as away
from tests.rosters import assistant, at, post, roster, span
from tests.rosters import shift as planned

LEFT = post("50", days=DayRange(date(2020, 1, 1), date(2026, 12, 3)))
TEAM = (*(assistant(name) for name in ("Kari", "Ola", "Per", "Amina")), assistant("Nina", posts=(LEFT,)))
DAY, EVENING = planned("fri 08:00", "15:00", "ola"), planned("fri 15:00", "23:00", None)
SMS = Way(Channel.SMS)
BY_TEN = replace(SMS, answer_by=at("fri 10:00"))


@pytest.fixture
def kept() -> tuple[History, MemoryStore]:
    return history_of(roster(DAY, EVENING, team=TEAM), at=at("fri 06:10"))


@pytest.fixture
def history(kept: tuple[History, MemoryStore]) -> History:
    return kept[0]


def go_on(history: History, hours: int) -> None:
    assert isinstance(history.clock, FakeClock)
    history.clock.go_on(timedelta(hours=hours))


def request_for(history: History, wanted: Shift = EVENING) -> SubstituteRequest:
    found = history.roster.request_for(wanted.id)
    assert found is not None
    return found


def asked(history: History, *names: str) -> str:
    """Look for somebody for the evening, ask them at once, and return the request's id."""
    (request,) = substitute.open_requests(history, (EVENING.id,))
    substitute.ask_assistants(history, (request.id,), assistants=names, way=SMS)
    return request.id


def said_yes(history: History, *names: str) -> str:
    """Ask them, and have them say yes one after the other."""
    request = asked(history, *names)
    for name in names:
        go_on(history, 1)
        substitute.log_answer(history, request, assistant=name, answer=Answer.YES)
    return request


def holder(history: History, one: Shift = EVENING) -> str | None:
    return history.roster.holder(history.roster.shifts_by_id[one.id])


def sentence(error: Exception) -> str:
    return error_text(Language("en"), error) or ""


def test_several_shifts_are_looked_for_and_asked_about_in_one_step_each(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    requests = substitute.open_requests(history, (DAY.id, EVENING.id), deadline=at("fri 12:00"))
    assert [request.shift for request in requests] == [DAY.id, EVENING.id]
    ids = [request.id for request in requests]
    substitute.ask_assistants(history, ids, assistants=("kari", "per"), way=SMS)
    substitute.log_answers(history, ids, assistant="kari", answer=Answer.YES)
    assert [step.line.verb for step in store.kept] == ["open_requests", "ask_assistants", "log_answers"]
    for request in history.roster.requests:
        assert [(ask.assistant, ask.answer, ask.answer_by) for ask in request.asks] == [
            ("kari", Answer.YES, at("fri 12:00")),
            ("per", Answer.NONE, at("fri 12:00")),
        ]
        assert len({ask.at for ask in request.asks}) == 1


def test_who_has_not_answered_is_not_asked_twice_but_who_could_not_be_reached_is(history: History) -> None:
    request = asked(history, "kari")
    substitute.ask_assistants(history, (request,), assistants=("kari", "per"), way=SMS)
    assert [ask.assistant for ask in request_for(history).asks] == ["kari", "per"]
    substitute.log_answer(history, request, assistant="kari", answer=Answer.NONE)
    substitute.ask_assistants(history, (request,), assistants=("kari",), way=SMS)
    assert [ask.assistant for ask in request_for(history).asks] == ["kari", "per", "kari"]


def test_who_has_left_is_neither_asked_nor_booked_and_nothing_of_the_wave_is_kept(
    kept: tuple[History, MemoryStore],
) -> None:
    history, store = kept
    (request,) = substitute.open_requests(history, (EVENING.id,))
    with pytest.raises(booking.NotEmployedError) as refusal:
        substitute.ask_assistants(history, (request.id,), assistants=("kari", "nina"), way=SMS)
    assert sentence(refusal.value) == "Nina is not employed on Friday 4 December. Choose another."
    with pytest.raises(booking.NotEmployedError):
        substitute.confirm_substitute(history, request.id, assistant="nina")
    assert len(store.kept) == 1
    with pytest.raises(UnknownRecordError):
        substitute.ask_assistants(history, (request.id,), assistants=("nobody",), way=SMS)


def test_nobody_is_looked_for_or_asked_about_a_shift_that_is_over(history: History) -> None:
    request = asked(history, "kari")
    go_on(history, 16)  # 22:10, it still lasts
    substitute.ask_assistants(history, (request,), assistants=("per",), way=SMS)
    go_on(history, 1)
    with pytest.raises(booking.PastShiftError) as refusal:
        substitute.open_requests(history, (EVENING.id,))
    assert sentence(refusal.value) == "The shift Friday 4 December 15:00–23:00 is over. Nobody can be asked about it."
    with pytest.raises(booking.PastShiftError):
        substitute.ask_assistants(history, (request,), assistants=("amina",), way=SMS)
    substitute.log_answer(history, request, assistant="kari", answer=Answer.NO)
    assert [ask.answer for ask in request_for(history).asks] == [Answer.NO, Answer.NONE]


@pytest.mark.parametrize("by", ["fri 06:10", "fri 06:00", "fri 23:00", "sat 08:00"])
def test_a_deadline_lies_between_now_and_the_end_of_the_shift(history: History, by: str) -> None:
    request = asked(history, "kari")
    for deed in (
        lambda: substitute.set_deadline(history, request, deadline=at(by)),
        lambda: substitute.open_requests(history, (DAY.id,), deadline=at(by) if by != "fri 23:00" else at("fri 15:00")),
        lambda: substitute.ask_assistants(history, (request,), assistants=("per",), way=Way(Channel.SMS, at(by))),
    ):
        with pytest.raises(substitute.DeadlineError):
            deed()
    substitute.set_deadline(history, request, deadline=at("fri 22:59"))
    assert request_for(history).deadline == at("fri 22:59")
    substitute.set_deadline(history, request, deadline=None)
    assert request_for(history).deadline is None


def test_a_second_yes_is_a_reserve_also_when_it_comes_late_and_books_nobody(history: History) -> None:
    request = said_yes(history, "kari", "per")
    substitute.ask_assistants(history, (request,), assistants=("amina",), way=SMS)
    assert substitute.confirm_substitute(history, request, assistant="kari") == ("per", "amina")
    go_on(history, 1)
    substitute.log_answer(history, request, assistant="amina", answer=Answer.YES)
    assert holder(history) == "kari"
    assert reserves(request_for(history)) == ("per", "amina")
    for late in ("per", "amina"):
        with pytest.raises(CoveredError):
            substitute.confirm_substitute(history, request, assistant=late)
    assert request_for(history).chosen == "kari"


def test_nobody_more_is_asked_once_it_is_covered(history: History) -> None:
    request = said_yes(history, "kari")
    substitute.confirm_substitute(history, request, assistant="kari")
    with pytest.raises(CoveredError) as refusal:
        substitute.ask_assistants(history, (request,), assistants=("per",), way=SMS)
    assert "Somebody takes the shift already" in sentence(refusal.value)
    with pytest.raises(CoveredError):
        substitute.withdraw_request(history, request)
    with pytest.raises(CoveredError):
        substitute.give_up_request(history, request)
    assert request_for(history).chosen == "kari"


def test_an_answer_to_a_withdrawn_request_or_of_who_was_not_asked_is_refused_in_words(history: History) -> None:
    request = asked(history, "kari")
    with pytest.raises(NotAskedError) as unasked:
        substitute.log_answer(history, request, assistant="per", answer=Answer.YES)
    assert sentence(unasked.value) == "Log first that somebody is asked."
    substitute.withdraw_request(history, request)
    for deed in (
        lambda: substitute.log_answer(history, request, assistant="kari", answer=Answer.YES),
        lambda: substitute.log_answers(history, (request,), assistant="kari", answer=Answer.YES),
        lambda: substitute.log_part(history, request, assistant="kari", part=span("fri 15:00", "17:00")),
        lambda: substitute.confirm_substitute(history, request, assistant="kari"),
        lambda: part.confirm_part(history, request, assistant="kari", part=span("fri 15:00", "17:00")),
    ):
        with pytest.raises(WithdrawnError) as stopped:
            deed()
    assert sentence(stopped.value) == "This search was stopped. Look for somebody again first."


def test_who_was_told_waits_for_word_no_more_until_the_chosen_falls_out(history: History) -> None:
    request = said_yes(history, "kari", "per", "amina")
    substitute.confirm_substitute(history, request, assistant="kari")
    substitute.mark_told(history, request, assistants=("kari", "per", "ola"))
    assert substitute.to_be_told(request_for(history), "kari") == ("amina",)
    substitute.fall_out(history, request)
    assert substitute.to_be_told(request_for(history), "") == ("per", "amina")


def test_where_the_chosen_falls_out_the_search_goes_on_with_the_reserves_first(history: History) -> None:
    request = said_yes(history, "kari", "per")
    substitute.confirm_substitute(history, request, assistant="kari")
    before = history.roster
    substitute.fall_out(history, request)
    now = request_for(history)
    assert (now.state, now.chosen, holder(history)) == (RequestState.ASKING, None, None)
    assert history.roster.shifts_by_id[EVENING.id].assistant is None
    assert reserves(now) == ("per",)
    assert [ask.answer for ask in now.asks] == [Answer.NO, Answer.YES]
    with pytest.raises(NotAllowedError):
        substitute.fall_out(history, request)
    history.undo()
    assert history.roster == before


def test_the_absent_stays_planned_when_the_substitute_falls_out(history: History) -> None:
    absence.register_absence(history, away("ola", "fri 00:00", "sat 00:00"))
    request = request_for(history, DAY).id
    substitute.confirm_substitute(history, request, assistant="kari")
    substitute.fall_out(history, request)
    assert history.roster.shifts_by_id[DAY.id].assistant == "ola"
    assert holder(history, DAY) is None
    assert request_for(history, DAY).state is RequestState.OPEN


@pytest.mark.parametrize("how", ["falls out", "falls ill"])
def test_who_came_back_does_not_get_the_shift_back_unasked(history: History, how: str) -> None:
    absence.register_absence(history, away("ola", "fri 00:00", "sat 00:00"))
    request = request_for(history, DAY).id
    substitute.confirm_substitute(history, request, assistant="kari")
    absence.remove_absence(history, history.roster.absences[0].id)
    shift_lock.lock_shifts(history, (DAY.id,))  # a lock does not make anybody come
    if how == "falls out":
        substitute.fall_out(history, request)
    else:
        absence.register_absence(history, away("kari", "fri 00:00", "sat 00:00"))
    assert holder(history, DAY) is None
    assert request_for(history, DAY).is_live


def test_who_was_planned_and_took_another_shift_meanwhile_does_not_get_the_first_one_back(history: History) -> None:
    absence.register_absence(history, away("ola", "fri 08:00", "fri 10:00"))
    request = request_for(history, DAY).id
    substitute.confirm_substitute(history, request, assistant="kari")
    noon = shift.add_shift(history, Shift("", span("fri 12:00", "14:00")))
    substitute.confirm_substitute(history, substitute.open_requests(history, (noon.id,))[0].id, assistant="ola")
    substitute.fall_out(history, request)
    absence.remove_absence(history, history.roster.absences[0].id)
    assert (holder(history, DAY), holder(history, noon)) == (None, "ola")
    assert request_for(history, DAY).is_live


def test_nobody_takes_a_shift_beside_one_that_they_are_absent_from_for_a_part(history: History) -> None:
    absence.register_absence(history, away("ola", "fri 08:00", "fri 10:00"))
    noon = shift.add_shift(history, Shift("", span("fri 12:00", "14:00")))
    (request,) = substitute.open_requests(history, (noon.id,))
    with pytest.raises(booking.TakenError):
        substitute.confirm_substitute(history, request.id, assistant="ola")


def test_it_is_said_how_the_user_gets_by_and_can_be_said_again(history: History) -> None:
    request = asked(history, "kari")
    for outcome in (Outcome.NONE, Outcome.RELATIVE, Outcome.WITHOUT):
        substitute.give_up_request(history, request, outcome=outcome)
        assert (request_for(history).state, request_for(history).outcome) == (RequestState.UNFILLED, outcome)
    substitute.log_answer(history, request, assistant="kari", answer=Answer.YES)  # late, and not lost
    assert reserves(request_for(history)) == ("kari",)
    substitute.confirm_substitute(history, request, assistant="kari")
    assert (request_for(history).outcome, holder(history)) == (Outcome.NONE, "kari")


@pytest.mark.parametrize(("first", "last"), [("15:00", "19:00"), ("19:00", "23:00"), ("17:00", "19:00")])
def test_a_part_is_booked_and_the_rest_is_looked_for(history: History, first: str, last: str) -> None:
    request = asked(history, "kari", "per")
    wanted = span(f"fri {first}", last)
    substitute.log_part(history, request, assistant="kari", part=wanted)
    assert [ask.part for ask in request_for(history).asks] == [wanted, None]
    before = history.roster
    taken = part.confirm_part(history, request, assistant="kari", part=wanted)
    assert (taken.span, holder(history, taken)) == (wanted, "kari")
    rests = [one for one in history.roster.shifts if one.id not in (taken.id, DAY.id)]
    covered = sorted((taken.span, *(one.span for one in rests)))
    assert (covered[0].start, covered[-1].end) == (EVENING.span.start, EVENING.span.end)
    assert all(one.end == other.start for one, other in pairwise(covered))
    assert min(rests, key=lambda one: one.span).id == EVENING.id
    for rest in rests:
        search = request_for(history, rest)
        assert search.is_live
        assert [ask.assistant for ask in search.asks] == ["per"]
        assert holder(history, rest) is None
    assert [(ask.assistant, ask.part) for ask in request_for(history, taken).asks] == [("kari", wanted)]
    history.undo()
    assert history.roster == before


def test_the_whole_as_a_part_is_booked_as_it_is_and_no_part_lies_outside(history: History) -> None:
    request = asked(history, "kari")
    with pytest.raises(substitute.OutsideShiftError):
        substitute.log_part(history, request, assistant="kari", part=span("fri 14:00", "19:00"))
    with pytest.raises(substitute.OutsideShiftError):
        part.confirm_part(history, request, assistant="kari", part=span("fri 14:00", "19:00"))
    with pytest.raises(shift.NoSplitError):
        part.confirm_part(history, request, assistant="kari", part=span("fri 15:10", "23:00"))
    assert part.confirm_part(history, request, assistant="kari", part=EVENING.span).id == EVENING.id
    assert holder(history) == "kari"
    for name in ("kari", "per"):
        with pytest.raises(CoveredError):
            part.confirm_part(history, request, assistant=name, part=span("fri 15:00", "19:00"))


def test_where_only_the_one_who_takes_a_part_was_asked_nobody_is_asked_yet_about_the_rest(history: History) -> None:
    request = asked(history, "kari")
    part.confirm_part(history, request, assistant="kari", part=span("fri 15:00", "19:00"))
    assert request_for(history).state is RequestState.OPEN


def test_a_part_is_not_booked_for_who_is_at_work_then(history: History) -> None:
    shift.add_shift(history, Shift("", span("fri 16:00", "18:00"), "kari"))
    request = asked(history, "kari")
    before = history.roster
    with pytest.raises(booking.TakenError):
        part.confirm_part(history, request, assistant="kari", part=span("fri 15:00", "17:00"))
    assert history.roster == before
    part.confirm_part(history, request, assistant="kari", part=span("fri 18:00", "23:00"))


def test_the_absent_comes_to_the_rest_that_they_are_not_absent_from(history: History) -> None:
    absence.register_absence(history, away("ola", "fri 08:00", "fri 10:00"))
    request = request_for(history, DAY).id
    taken = part.confirm_part(history, request, assistant="kari", part=span("fri 08:00", "10:00"))
    (rest,) = (one for one in history.roster.shifts if one.id == DAY.id)
    assert (holder(history, taken), holder(history, rest)) == ("kari", "ola")
    assert history.roster.request_for(rest.id) is None


@pytest.mark.parametrize(
    ("answer", "now", "passive", "no"),
    [
        (Answer.NO, "fri 09:00", False, True),
        (Answer.NONE, "fri 09:59", True, False),
        (Answer.NONE, "fri 10:00", True, True),
        (Answer.NONE, "fri 10:00", False, False),
        (Answer.MAYBE, "fri 10:00", True, False),
        (Answer.YES, "fri 10:00", True, False),
    ],
)
def test_silence_is_a_no_after_the_deadline_where_that_is_set(
    answer: Answer, now: str, passive: bool, no: bool
) -> None:
    ask = Ask("kari", at("fri 06:00"), Channel.SMS, answer=answer, answer_by=BY_TEN.answer_by)
    assert counts_as_no(ask, now=at(now), passive=passive) is no
    assert not counts_as_no(replace(ask, answer=Answer.NONE, answer_by=None), now=at(now), passive=passive)


def test_an_unfilled_shift_is_an_incident_that_stays_until_it_is_said_how_the_user_got_by(history: History) -> None:
    def shown(when: str = "fri 06:10") -> list[tuple[str, IncidentKind]]:
        return [(one.shift.id, one.kind) for one in incidents(history.roster, at(when))]

    assert shown() == [(EVENING.id, IncidentKind.NOT_SOUGHT)]
    assert shown("fri 23:00") == []  # nobody ever looked
    request = asked(history, "kari")
    assert shown("fri 22:59") == []
    assert shown("fri 23:00") == [(EVENING.id, IncidentKind.OVER)]
    substitute.give_up_request(history, request)
    assert shown() == [(EVENING.id, IncidentKind.NOBODY_FOUND)]
    assert shown("fri 23:00") == [(EVENING.id, IncidentKind.OVER)]
    substitute.give_up_request(history, request, outcome=Outcome.PROVIDER)
    assert shown() == [(EVENING.id, IncidentKind.NOBODY_FOUND)]
    assert shown("fri 23:00") == []
    substitute.withdraw_request(history, request)
    assert shown() == [(EVENING.id, IncidentKind.NOT_SOUGHT)]
    shift.assign_shifts(history, {EVENING.id: "kari"})
    assert shown() == []


def test_a_covered_shift_whose_substitute_turns_out_absent_is_an_incident_until_one_looks_again(
    history: History,
) -> None:
    absence.register_absence(history, away("ola", "fri 00:00", "sat 00:00"))
    substitute.confirm_substitute(history, request_for(history, DAY).id, assistant="kari")
    with history.step("register_absence") as record:  # as a file from elsewhere may bring it
        record.put(away("kari", "fri 00:00", "sat 00:00"))
    assert IncidentKind.NOT_SOUGHT in [one.kind for one in incidents(history.roster, at("fri 07:00")) if one.request]
    (again,) = substitute.open_requests(history, (DAY.id,))
    assert (again.is_live, again.chosen) == (True, None)
    assert [one.shift.id for one in incidents(history.roster, at("fri 07:00"))] == [EVENING.id]
