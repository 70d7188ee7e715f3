"""The verbs: each does one thing in one step, and refuses in words of the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import DayRange, Span, Week, shifted_days
from bpa_desktop.domain.substitute import Answer, Channel, NotAllowedError, RequestState
from bpa_desktop.domain.team import Assistant, Employment, EmploymentKind
from bpa_desktop.services import absence, booking, publication, roster, shift, substitute, team
from bpa_desktop.services.history import History, UnknownRecordError
from tests.memory import MemoryStore, history_of

HOME = Arrangement("home", "Home", "3203")
POST = Employment(DayRange(date(2020, 1, 1)), EmploymentKind.PERMANENT, Decimal(50))
KARI, OLA, PER = (Assistant(name.lower(), name, employments=(POST,)) for name in ("Kari", "Ola", "Per"))


def on_friday(start: int, end: int, *, day: int = 4) -> Span:
    return Span(datetime(2026, 12, day, start, tzinfo=UTC), datetime(2026, 12, day, end, tzinfo=UTC))


DAY = Shift("day", on_friday(7, 14), "ola", state=ShiftState.PUBLISHED)
EVENING = Shift("evening", on_friday(14, 22))
FRIDAY = on_friday(0, 23)


@pytest.fixture
def kept() -> tuple[History, MemoryStore]:
    return history_of(Roster(HOME, assistants=(KARI, OLA, PER), shifts=(DAY, EVENING)))


def ola_ill(history: History, span: Span = FRIDAY) -> tuple[Shift, ...]:
    return absence.register_absence(history, Absence("", "ola", span, AbsenceKind.SELF_CERTIFIED))


def test_an_added_shift_gets_an_id_of_its_own(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    first = shift.add_shift(history, EVENING)
    second = shift.add_shift(history, EVENING)
    assert len({first.id, second.id, "evening"}) == 3
    assert history.roster.shifts[-1] == second


def test_a_verb_is_one_step_and_undo_takes_it_back(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    before = history.roster
    shift.assign_shifts(history, {"evening": "kari"})
    assert len(store.kept) == 1
    assert history.roster.shifts_by_id["evening"].assistant == "kari"
    history.undo()
    assert history.roster == before


def test_a_verb_about_what_is_not_there_is_refused_and_keeps_nothing(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    with pytest.raises(UnknownRecordError):
        shift.place_shifts(history, (shift.Place("nowhere", FRIDAY, None),))
    assert store.kept == []


def test_an_absence_keeps_who_was_planned_and_opens_the_shift_with_a_request(
    kept: tuple[History, MemoryStore],
) -> None:
    history, store = kept
    opened = ola_ill(history)
    assert [one.id for one in opened] == ["day"]
    now = history.roster
    assert now.shifts_by_id["day"].assistant == "ola"
    assert now.holder(now.shifts_by_id["day"]) is None
    request = now.request_for("day")
    assert request is not None
    assert request.state is RequestState.OPEN
    assert len(store.kept) == 1
    assert now.absences[0].reported_at == history.clock.now()


def test_a_graded_absence_opens_nothing(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    half = Absence("", "ola", FRIDAY, AbsenceKind.SICK_NOTE, grade=Decimal(50))
    assert absence.register_absence(history, half) == ()


def test_taking_an_absence_away_gives_the_shift_back_and_stops_the_search(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    ola_ill(history)
    back = absence.remove_absence(history, history.roster.absences[0].id)
    assert [one.id for one in back] == ["day"]
    assert history.roster.requests[0].state is RequestState.WITHDRAWN
    assert history.roster.holder(history.roster.shifts_by_id["day"]) == "ola"


def test_a_substitute_keeps_the_shift_when_the_absent_comes_back(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    ola_ill(history)
    substitute.confirm_substitute(history, history.roster.requests[0].id, assistant="kari")
    assert absence.remove_absence(history, history.roster.absences[0].id) == ()
    assert history.roster.holder(history.roster.shifts_by_id["day"]) == "kari"


def test_a_substitute_who_falls_ill_opens_the_request_again(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    ola_ill(history)
    substitute.confirm_substitute(history, history.roster.requests[0].id, assistant="kari")
    ill = Absence("", "kari", FRIDAY, AbsenceKind.SELF_CERTIFIED)
    assert [one.id for one in absence.register_absence(history, ill)] == ["day"]
    assert history.roster.requests[0].state is RequestState.OPEN
    assert history.roster.requests[0].chosen is None


def test_a_yes_is_not_booked_until_it_is_confirmed(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    request = substitute.open_requests(history, ("evening",))[0]
    substitute.ask_assistants(history, (request.id,), assistants=("kari",), way=substitute.Way(Channel.PHONE))
    substitute.log_answer(history, request.id, assistant="kari", answer=Answer.YES)
    assert history.roster.holder(history.roster.shifts_by_id["evening"]) is None
    substitute.confirm_substitute(history, request.id, assistant="kari")
    assert history.roster.holder(history.roster.shifts_by_id["evening"]) == "kari"
    assert history.roster.shifts_by_id["evening"].assistant == "kari"


def test_confirming_tells_who_still_waits_for_word(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    request = substitute.open_requests(history, ("evening",))[0]
    for name, answer in (("kari", Answer.YES), ("ola", Answer.NO), ("per", Answer.MAYBE)):
        substitute.ask_assistants(history, (request.id,), assistants=(name,), way=substitute.Way(Channel.SMS))
        substitute.log_answer(history, request.id, assistant=name, answer=answer)
    assert substitute.confirm_substitute(history, request.id, assistant="kari") == ("per",)


@pytest.mark.parametrize("name", ["ola", "kari"])
def test_nobody_is_booked_twice_or_while_absent(kept: tuple[History, MemoryStore], name: str) -> None:
    history, _ = kept
    ola_ill(history)
    shift.add_shift(history, replace(DAY, assistant="kari"))
    with pytest.raises(booking.TakenError):
        substitute.confirm_substitute(history, history.roster.requests[0].id, assistant=name)
    assert history.roster.requests[0].state is RequestState.OPEN


@pytest.mark.parametrize("given_up", [False, True])
def test_somebody_steps_in_for_the_absent_in_one_step_though_nobody_was_looked_for(
    kept: tuple[History, MemoryStore], given_up: bool
) -> None:
    history, store = kept
    with history.step("register_absence") as record:
        record.put(Absence("ill", "ola", FRIDAY, AbsenceKind.SELF_CERTIFIED))
    if given_up:
        substitute.give_up_request(history, substitute.open_requests(history, ("day",))[0].id)
    before, steps = history.roster, len(store.kept)
    shift.assign_shifts(history, {"day": "kari"})
    day = history.roster.shifts_by_id["day"]
    assert (day.assistant, history.roster.holder(day)) == ("ola", "kari")
    assert len(store.kept) == steps + 1
    history.undo()
    assert history.roster == before


def test_nobody_steps_in_who_is_taken_then(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    ola_ill(history)
    shift.add_shift(history, replace(DAY, assistant="kari"))
    steps = len(store.kept)
    with pytest.raises(booking.TakenError):
        shift.assign_shifts(history, {"day": "kari"})
    assert len(store.kept) == steps


def test_there_is_one_request_a_shift(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    first = substitute.open_requests(history, ("evening",))[0]
    assert substitute.open_requests(history, ("evening",))[0] == first
    assert len(store.kept) == 1


def test_nobody_is_asked_about_a_withdrawn_request(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    request = substitute.open_requests(history, ("evening",))[0]
    substitute.withdraw_request(history, request.id)
    with pytest.raises(NotAllowedError):
        substitute.ask_assistants(history, (request.id,), assistants=("kari",), way=substitute.Way(Channel.PHONE))


def test_a_search_that_was_given_up_goes_on_where_somebody_is_looked_for_again(
    kept: tuple[History, MemoryStore],
) -> None:
    history, _ = kept
    request = substitute.open_requests(history, ("evening",))[0]
    substitute.give_up_request(history, request.id)
    again = substitute.open_requests(history, ("evening",))[0]
    assert again.id == request.id
    assert again.is_live
    assert history.roster.request_for("evening") == again


def test_giving_a_shift_to_another_lets_the_substitute_go(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    ola_ill(history)
    substitute.confirm_substitute(history, history.roster.requests[0].id, assistant="kari")
    absence.remove_absence(history, history.roster.absences[0].id)
    shift.assign_shifts(history, {"day": "per"})
    assert history.roster.holder(history.roster.shifts_by_id["day"]) == "per"
    assert history.roster.requests[0].state is RequestState.WITHDRAWN


def test_whoever_takes_an_absent_person_s_shift_is_the_substitute_in_one_step(
    kept: tuple[History, MemoryStore],
) -> None:
    history, store = kept
    ola_ill(history)
    for name in ("kari", "per"):
        shift.assign_shifts(history, {"day": name})
        assert history.roster.holder(history.roster.shifts_by_id["day"]) == name
        assert history.roster.shifts_by_id["day"].assistant == "ola"
    assert [one.state for one in history.roster.requests] == [RequestState.FILLED]
    assert [step.line.verb for step in store.kept[1:]] == ["assign_shift"] * 2


def test_several_shifts_change_hands_in_one_step_or_none_does(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    before = history.roster
    shift.assign_shifts(history, {"day": "kari", "evening": "per"})
    assert [one.assistant for one in history.roster.shifts] == ["kari", "per"]
    assert len(store.kept) == 1
    history.undo()
    assert history.roster == before
    ola_ill(history)
    shift.add_shift(history, replace(DAY, assistant="kari"))
    before = history.roster
    with pytest.raises(booking.TakenError):
        shift.assign_shifts(history, {"evening": "kari", "day": "kari"})
    assert history.roster == before


def test_two_shifts_are_swapped_in_one_step(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    shift.assign_shifts(history, {"evening": "kari"})
    before = history.roster
    shift.swap_shifts(history, "day", second="evening")
    assert [one.assistant for one in history.roster.shifts] == ["kari", "ola"]
    assert [one.span for one in history.roster.shifts] == [DAY.span, EVENING.span]
    assert len(store.kept) == 2
    history.undo()
    assert history.roster == before


def test_a_substitute_swaps_the_shift_and_whoever_gets_it_stands_in(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    ola_ill(history)
    shift.assign_shifts(history, {"day": "kari"})
    at_the_same_time = shift.add_shift(history, replace(DAY, assistant="per"))
    shift.swap_shifts(history, "day", second=at_the_same_time.id)
    now = history.roster
    assert [now.holder(now.shifts_by_id[one]) for one in ("day", at_the_same_time.id)] == ["per", "kari"]
    assert now.shifts_by_id["day"].assistant == "ola"
    assert [one.chosen for one in now.requests] == ["per"]


def test_who_is_absent_swaps_for_another_time_and_stays_linked_to_what_is_given_away(
    kept: tuple[History, MemoryStore],
) -> None:
    history, store = kept
    ola_ill(history)
    saturday = shift.add_shift(history, replace(DAY, span=DAY.span.moved(timedelta(days=1)), assistant="kari"))
    count = len(store.kept)
    shift.swap_shifts(history, "day", second=saturday.id)
    now = history.roster
    assert [now.holder(now.shifts_by_id[one]) for one in ("day", saturday.id)] == ["kari", "ola"]
    assert now.shifts_by_id["day"].assistant == "ola"
    assert len(store.kept) == count + 1


def test_a_shift_is_split_in_one_step_and_both_parts_have_everything_else(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    whole = replace(DAY, place="home", skills=("driving",), tasks=("bath",), note="x", break_minutes=35, backup="per")
    shift.edit_shift(history, replace(whole, active_minutes=70, actual=on_friday(6, 15)))
    before = history.roster
    second = shift.split_shift(history, "day", at=datetime(2026, 12, 4, 9, tzinfo=UTC))
    first = history.roster.shifts_by_id["day"]
    assert history.roster.shifts_by_id[second.id] == second
    assert second.id != "day"
    assert (first.span, second.span) == (on_friday(7, 9), on_friday(9, 14))
    assert (first.actual, second.actual) == (on_friday(6, 9), on_friday(9, 15))
    assert (first.break_minutes, second.break_minutes) == (10, 25)
    assert (first.active_minutes, second.active_minutes) == (20, 50)
    assert replace(first, id="", span=FRIDAY, actual=None, break_minutes=0, active_minutes=0) == replace(
        second, id="", span=FRIDAY, actual=None, break_minutes=0, active_minutes=0
    )
    assert len(store.kept) == 2
    history.undo()
    assert history.roster == before


def test_whoever_stands_in_comes_to_both_parts_and_a_search_goes_on_for_both(
    kept: tuple[History, MemoryStore],
) -> None:
    history, _ = kept
    ola_ill(history)
    shift.assign_shifts(history, {"day": "kari"})
    substitute.open_requests(history, ("evening",))[0]
    noon, night = (datetime(2026, 12, 4, hour, tzinfo=UTC) for hour in (11, 20))
    parts = [shift.split_shift(history, "day", at=noon), shift.split_shift(history, "evening", at=night)]
    now = history.roster
    assert [now.holder(part) for part in parts] == ["kari", None]
    assert [now.request_for(part.id) is not None for part in parts] == [True, True]
    assert len({request.id for request in now.requests}) == 4


def test_nobody_is_looked_for_where_the_absent_is_back_for_the_second_part(
    kept: tuple[History, MemoryStore],
) -> None:
    history, _ = kept
    ola_ill(history, on_friday(0, 9))
    second = shift.split_shift(history, "day", at=on_friday(10, 11).start)
    now = history.roster
    assert [now.holder(part) for part in (now.shifts_by_id["day"], second)] == [None, "ola"]
    assert [request.state for request in now.requests] == [RequestState.OPEN, RequestState.WITHDRAWN]


@pytest.mark.parametrize("minutes", [-15, 0, 14, 7 * 60 - 14, 7 * 60])
def test_no_part_of_a_split_shift_is_shorter_than_a_quarter(kept: tuple[History, MemoryStore], minutes: int) -> None:
    history, store = kept
    with pytest.raises(shift.NoSplitError):
        shift.split_shift(history, "day", at=DAY.span.start + timedelta(minutes=minutes))
    assert store.kept == []
    for _ in range(2):
        shift.split_shift(history, "day", at=history.roster.shifts_by_id["day"].span.end - shift.SHORTEST)
    with pytest.raises(shift.NoSplitError):  # of the hours that were worked, too
        shift.edit_shift(history, replace(DAY, actual=on_friday(12, 14)))
        shift.split_shift(history, "day", at=on_friday(10, 11).start)


def test_moving_in_time_keeps_the_substitute_and_moving_to_a_person_does_not(
    kept: tuple[History, MemoryStore],
) -> None:
    history, _ = kept
    ola_ill(history)
    substitute.confirm_substitute(history, history.roster.requests[0].id, assistant="kari")
    later = on_friday(8, 15)
    shift.place_shifts(history, (shift.Place("day", later, "kari"),))
    assert history.roster.holder(history.roster.shifts_by_id["day"]) == "kari"
    assert history.roster.shifts_by_id["day"].assistant == "ola"
    shift.place_shifts(history, (shift.Place("day", later, "per"),))
    assert history.roster.shifts_by_id["day"].assistant == "per"


def test_deleting_a_shift_deletes_its_requests_and_undo_brings_both_back(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    substitute.open_requests(history, ("evening",))[0]
    before = history.roster
    shift.remove_shifts(history, ("evening",))
    assert history.roster.requests == ()
    history.undo()
    assert history.roster == before


def test_publishing_publishes_what_somebody_holds_and_leaves_gaps_open(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    shift.add_shift(history, Shift("", on_friday(6, 7), "kari"))
    week = Week(2026, 49).span(HOME.zone)
    made = publication.publish_roster(history, week)
    assert made is not None
    (published,) = (one for one in history.roster.shifts if one.published_at == history.clock.now())
    assert (published.assistant, published.state) == ("kari", ShiftState.PUBLISHED)
    assert history.roster.shifts_by_id["evening"].state is ShiftState.DRAFT


def test_publishing_nothing_new_is_no_step(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    assert publication.publish_roster(history, Week(2026, 49).span(HOME.zone)) is None
    assert store.kept == []


def test_importing_replaces_the_content_in_one_undoable_step(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    before = history.roster
    other = replace(before, shifts=(replace(DAY, span=shifted_days(DAY.span, 7, zone=HOME.zone)),), assistants=(OLA,))
    roster.import_roster(history, other)
    assert history.roster == other
    assert len(store.kept) == 1
    history.undo()
    assert history.roster == before


def test_importing_another_arrangement_has_to_be_asked_for(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    other = Roster(replace(HOME, id="cabin"))
    with pytest.raises(roster.OtherArrangementError):
        roster.import_roster(history, other)
    roster.import_roster(history, other, replacing=True)
    assert history.roster == other


def test_an_edited_assistant_stays_in_place(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    team.edit_assistant(history, replace(KARI, phone="1"))
    assert [one.phone for one in history.roster.assistants] == ["1", "", ""]
    with pytest.raises(UnknownRecordError):
        team.edit_assistant(history, replace(KARI, id="nobody"))
