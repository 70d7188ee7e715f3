"""A backup is chosen beforehand, where nothing speaks against it, and called with one key; others can be called too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.domain.substitute import Answer, Channel, CoveredError, RequestState
from bpa_desktop.i18n import Language
from bpa_desktop.services import absence, booking, fallback, shift, standby, substitute
from bpa_desktop.services.history import History, UnknownRecordError
from bpa_desktop.texts import error_text
from tests.memory import MemoryStore, history_of
from tests.rosters import absence as away
from tests.rosters import assistant, at, post, roster
from tests.rosters import shift as planned

LIMITS = shipped_limits()
LEFT = post("50", days=DayRange(date(2020, 1, 1), date(2026, 12, 3)))
TEAM = (*(assistant(name) for name in ("Kari", "Ola", "Per")), assistant("Nina", posts=(LEFT,)))
PERS = planned("thu 22:00", "07:00", "per")
DAY, EVENING = planned("fri 08:00", "15:00", "ola"), planned("fri 15:00", "22:00", "ola")
DUTY = FallbackContact("", FallbackKind.DUTY, " Municipal duty ", " 22 00 00 00 ")


@pytest.fixture
def kept() -> tuple[History, MemoryStore]:
    return history_of(roster(PERS, DAY, EVENING, team=TEAM), at=at("wed 12:00"))


@pytest.fixture
def history(kept: tuple[History, MemoryStore]) -> History:
    return kept[0]


def choose(history: History, who: str | None, *shifts: str) -> None:
    standby.choose_backup(history, shifts or (DAY.id,), assistant=who, limits=LIMITS)


def backups(history: History) -> list[str | None]:
    return [history.roster.shifts_by_id[one.id].backup for one in (DAY, EVENING)]


def test_a_backup_is_chosen_for_a_shift_or_a_whole_day_in_one_step_and_taken_back(
    kept: tuple[History, MemoryStore],
) -> None:
    history, store = kept
    choose(history, "kari", DAY.id, EVENING.id)
    assert backups(history) == ["kari", "kari"]
    choose(history, None, EVENING.id)
    assert backups(history) == ["kari", None]
    assert [step.line.verb for step in store.kept] == ["choose_backup"] * 2


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("ola", "Ola has this shift. Choose another backup."),
        ("per", "Per cannot be the backup: "),  # the night before leaves an hour of rest
        ("nina", "Nina cannot be the backup: "),  # she left the day before
    ],
)
def test_who_could_not_come_is_no_backup_and_it_is_said_why(
    kept: tuple[History, MemoryStore], who: str, said: str
) -> None:
    history, store = kept
    with pytest.raises(standby.BackupError) as refusal:
        choose(history, who, DAY.id)
    assert (error_text(Language("en"), refusal.value) or "").startswith(said)
    assert store.kept == []


def test_the_rules_that_speak_against_a_backup_are_named(history: History) -> None:
    with pytest.raises(standby.BackupError) as refusal:
        choose(history, "per")
    assert {finding.rule for finding in refusal.value.findings} >= {"daily_rest"}


def test_the_absent_planned_person_is_no_backup_of_their_own_shift(history: History) -> None:
    absence.register_absence(history, away("ola", "fri 08:00", "fri 09:00"))
    with pytest.raises(standby.BackupError):
        choose(history, "ola")


def test_one_key_books_the_backup_as_substitute_and_the_call_is_kept(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    choose(history, "kari")
    absence.register_absence(history, away("ola", "fri 00:00", "sat 00:00"))
    before, steps = history.roster, len(store.kept)
    assert standby.call_backup(history, DAY.id) == ()
    request = history.roster.request_for(DAY.id)
    assert request is not None
    assert (request.state, request.chosen) == (RequestState.FILLED, "kari")
    assert [(ask.channel, ask.answer) for ask in request.asks] == [(Channel.PHONE, Answer.YES)]
    assert len(store.kept) == steps + 1
    history.undo()
    assert history.roster == before


def test_a_backup_who_was_asked_already_answers_that_question_and_the_others_are_told(history: History) -> None:
    choose(history, "kari")
    absence.register_absence(history, away("ola", "fri 00:00", "sat 00:00"))
    request = history.roster.requests[0].id
    way = substitute.Way(Channel.SMS)
    substitute.ask_assistants(history, (request,), assistants=("kari", "per"), way=way)
    substitute.give_up_request(history, request)
    assert standby.call_backup(history, DAY.id) == ("per",)
    assert [ask.channel for ask in history.roster.requests[0].asks] == [Channel.SMS] * 2


def test_what_a_backup_answered_before_the_call_is_kept_beside_it(history: History) -> None:
    choose(history, "kari")
    absence.register_absence(history, away("ola", "fri 00:00", "sat 00:00"))
    request = history.roster.requests[0].id
    substitute.ask_assistants(history, (request,), assistants=("kari",), way=substitute.Way(Channel.SMS))
    substitute.log_answer(history, request, assistant="kari", answer=Answer.NO)
    standby.call_backup(history, DAY.id)
    assert [ask.answer for ask in history.roster.requests[0].asks] == [Answer.NO, Answer.YES]


def test_who_came_back_can_be_the_backup_of_their_substitute(history: History) -> None:
    absence.register_absence(history, away("ola", "fri 00:00", "sat 00:00"))
    substitute.confirm_substitute(history, history.roster.requests[0].id, assistant="kari")
    absence.remove_absence(history, history.roster.absences[0].id)
    shift.remove_shifts(history, (EVENING.id,))
    choose(history, "ola")
    with pytest.raises(standby.BackupError):
        choose(history, "kari")
    assert history.roster.shifts_by_id[DAY.id].backup == "ola"


def test_no_backup_is_called_where_none_is_chosen_or_somebody_comes_or_the_backup_cannot(history: History) -> None:
    with pytest.raises(standby.NoBackupError):
        standby.call_backup(history, DAY.id)
    choose(history, "kari")
    with pytest.raises(CoveredError):
        standby.call_backup(history, DAY.id)
    for who in ("ola", "kari"):
        absence.register_absence(history, replace(away(who, "fri 00:00", "sat 00:00"), id=""))
    before = history.roster
    with pytest.raises(booking.TakenError):
        standby.call_backup(history, DAY.id)
    assert history.roster == before


def test_no_backup_is_chosen_or_called_for_a_shift_that_is_over() -> None:
    history, _ = history_of(roster(replace(DAY, backup="kari"), team=TEAM), at=at("fri 15:00"))
    with pytest.raises(booking.PastShiftError):
        choose(history, "kari")
    with pytest.raises(booking.PastShiftError):
        standby.call_backup(history, DAY.id)


def test_whom_to_turn_to_is_kept_changed_and_taken_away(history: History) -> None:
    kept = fallback.keep_fallback(history, DUTY)
    assert (kept.name, kept.phone) == ("Municipal duty", "22 00 00 00")
    fallback.keep_fallback(history, replace(kept, phone="110"))
    assert [one.phone for one in history.records.all(FallbackContact)] == ["110"]
    fallback.remove_fallback(history, kept.id)
    assert history.records.all(FallbackContact) == ()
    with pytest.raises(UnknownRecordError):
        fallback.remove_fallback(history, kept.id)
