"""Verbs about notes on days: one step each, taken back whole, and never told to anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.day_note import LONGEST, DayNote, DayNoteKind, NoteLengthError
from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.day_note import keep_day_note, remove_day_note
from bpa_desktop.services.history import History, UnknownRecordError
from bpa_desktop.services.roster import import_roster
from tests.memory import history_of

FRIDAY, SUNDAY = date(2026, 12, 4), date(2026, 12, 6)
HOME = Roster(Arrangement("home", "Home", "3203"))
TRIP = DayNote("", FRIDAY, SUNDAY, " Hyttetur ", DayNoteKind.EVENT)


@pytest.fixture
def history() -> History:
    return history_of(HOME)[0]


def notes(history: History) -> tuple[DayNote, ...]:
    return history.records.all(DayNote)


def test_a_new_note_gets_an_id_of_its_own_and_no_space_around_it(history: History) -> None:
    kept = keep_day_note(history, TRIP)
    assert notes(history) == (kept,)
    assert kept == replace(TRIP, id=kept.id, text="Hyttetur")
    assert kept.id


def test_a_note_that_is_changed_stays_the_same_note(history: History) -> None:
    kept = keep_day_note(history, TRIP)
    keep_day_note(history, replace(kept, last=FRIDAY))
    assert [(note.id, note.last) for note in notes(history)] == [(kept.id, FRIDAY)]


def test_a_note_is_taken_away_and_comes_back_by_undo(history: History) -> None:
    kept = keep_day_note(history, TRIP)
    remove_day_note(history, kept.id)
    assert notes(history) == ()
    history.undo()
    assert notes(history) == (kept,)
    with pytest.raises(UnknownRecordError):
        remove_day_note(history, "nowhere")


@given(st.text(max_size=LONGEST + 20))
def test_whatever_is_written_is_kept_whole_or_refused_whole(text: str) -> None:
    history = history_of(HOME)[0]
    try:
        keep_day_note(history, DayNote("", FRIDAY, FRIDAY, text))
    except NoteLengthError:
        assert notes(history) == ()
    else:
        assert [note.text for note in notes(history)] == [text.strip()]


def test_notes_stay_where_the_same_arrangement_is_brought_in_and_go_with_their_own(history: History) -> None:
    kept = keep_day_note(history, TRIP)
    import_roster(history, HOME)
    assert notes(history) == (kept,)
    import_roster(history, Roster(Arrangement("other", "Cabin", "3203")), replacing=True)
    assert notes(history) == ()
