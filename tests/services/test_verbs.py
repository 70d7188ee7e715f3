"""The verbs: each does one thing in one step, and refuses in words of the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import DayRange, Span, Week, shifted_days
from bpa_desktop.domain.substitute import Answer, Channel, NotAllowedError, RequestState
from bpa_desktop.domain.team import Assistant, Employment, EmploymentKind
from bpa_desktop.services import absence, publication, roster, shift, substitute, team
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
    shift.assign_shift(history, "evening", assistant="kari")
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
    request = substitute.open_request(history, "evening")
    substitute.ask_assistant(history, request.id, assistant="kari", channel=Channel.PHONE)
    substitute.log_answer(history, request.id, assistant="kari", answer=Answer.YES)
    assert history.roster.holder(history.roster.shifts_by_id["evening"]) is None
    substitute.confirm_substitute(history, request.id, assistant="kari")
    assert history.roster.holder(history.roster.shifts_by_id["evening"]) == "kari"
    assert history.roster.shifts_by_id["evening"].assistant == "kari"


def test_confirming_tells_who_still_waits_for_word(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    request = substitute.open_request(history, "evening")
    for name, answer in (("kari", Answer.YES), ("ola", Answer.NO), ("per", Answer.MAYBE)):
        substitute.ask_assistant(history, request.id, assistant=name, channel=Channel.SMS)
        substitute.log_answer(history, request.id, assistant=name, answer=answer)
    assert substitute.confirm_substitute(history, request.id, assistant="kari") == ("per",)


@pytest.mark.parametrize("name", ["ola", "kari"])
def test_nobody_is_booked_twice_or_while_absent(kept: tuple[History, MemoryStore], name: str) -> None:
    history, _ = kept
    ola_ill(history)
    shift.add_shift(history, replace(DAY, assistant="kari"))
    with pytest.raises(substitute.TakenError):
        substitute.confirm_substitute(history, history.roster.requests[0].id, assistant=name)
    assert history.roster.requests[0].state is RequestState.OPEN


def test_there_is_one_request_a_shift(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    first = substitute.open_request(history, "evening")
    assert substitute.open_request(history, "evening") == first
    assert len(store.kept) == 1


def test_nobody_is_asked_about_a_withdrawn_request(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    request = substitute.open_request(history, "evening")
    substitute.withdraw_request(history, request.id)
    with pytest.raises(NotAllowedError):
        substitute.ask_assistant(history, request.id, assistant="kari", channel=Channel.PHONE)


def test_an_unfilled_shift_can_be_asked_about_anew(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    request = substitute.open_request(history, "evening")
    substitute.give_up_request(history, request.id)
    again = substitute.open_request(history, "evening")
    assert again.id != request.id
    assert again.is_live


def test_giving_a_shift_to_another_lets_the_substitute_go(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    ola_ill(history)
    substitute.confirm_substitute(history, history.roster.requests[0].id, assistant="kari")
    shift.assign_shift(history, "day", assistant="per")
    assert history.roster.holder(history.roster.shifts_by_id["day"]) == "per"
    assert history.roster.requests[0].state is RequestState.WITHDRAWN


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
    substitute.open_request(history, "evening")
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
