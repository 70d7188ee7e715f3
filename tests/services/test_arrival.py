"""What another program wrote is kept in one step, all of it or nothing, and goes again with one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.award import AccountPeriod, Overdraw
from bpa_desktop.domain.day_note import DayNote, DayNoteKind
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import DayRange
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.arrival import Arrival, Arriving, bring_in
from bpa_desktop.services.history import History
from bpa_desktop.services.overdraw import OverdrawnError
from bpa_desktop.services.records import NoArrangementError
from bpa_desktop.services.roster import import_roster
from bpa_desktop.services.trouble import DiskFullError
from tests.memory import FakeClock, MemoryStore, history_of
from tests.rosters import MONDAY, award, roster, shift
from tests.store.stores import fill_up, fresh_store, history_over

NINA = Assistant("", "Nina Berg", phone="900 00 000")
TRIP = DayNote("", date(2026, 12, 4), date(2026, 12, 6), "Hyttetur", DayNoteKind.EVENT)
KEPT = roster(shift("mon 08:00", "15:00"))


def unkept(start: str, end: str) -> Shift:
    return replace(shift(start, end), id="")


def arrivals(*records: Arriving) -> tuple[Arrival, ...]:
    return tuple(Arrival(place, record) for place, record in enumerate(records, start=1))


ALL = arrivals(NINA, unkept("tue 08:00", "15:00"), TRIP)


def kept(history: History) -> list[Arriving]:
    records = history.records
    return [*records.all(Assistant), *records.all(Shift), *records.all(DayNote)]


def test_everything_comes_in_one_step_under_ids_of_its_own_and_goes_with_one_undo() -> None:
    history, store = history_of(KEPT)
    before = kept(history)
    assert bring_in(history, ALL) == 3
    assert [step.line.verb for step in store.kept] == ["bring_in"]
    new = [record for record in kept(history) if record not in before]
    assert all(record.id for record in new)
    assert [replace(record, id="") for record in new] == [arrival.record for arrival in ALL]
    history.undo()
    assert kept(history) == before


def test_somebody_who_arrives_has_no_employment_that_nobody_gave_them() -> None:
    history = history_of(KEPT)[0]
    bring_in(history, arrivals(NINA))
    assert [one.employments for one in history.roster.assistants if one.name == NINA.name] == [()]


def test_a_shift_that_says_it_was_published_is_a_draft_all_the_same() -> None:
    history = history_of(KEPT)[0]
    told = replace(unkept("tue 08:00", "15:00"), state=ShiftState.PUBLISHED, published_at=history.clock.now())
    bring_in(history, arrivals(told))
    assert [(one.state, one.published_at) for one in history.roster.shifts[1:]] == [(ShiftState.DRAFT, None)]


def test_a_file_that_brings_nothing_leaves_no_step() -> None:
    history, store = history_of(KEPT)
    assert bring_in(history, ()) == 0
    assert store.kept == []


def test_a_refused_step_keeps_nothing_of_it() -> None:
    history, store = history_of(KEPT)
    before = kept(history)
    store.refuse = DiskFullError(Path("store.db"))
    with pytest.raises(DiskFullError):
        bring_in(history, ALL)
    assert kept(history) == before
    assert history.undoable is None


def test_a_disk_that_is_full_in_the_middle_keeps_nothing_of_it(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    history = history_over(store)
    import_roster(history, KEPT)
    before = store.slots()
    fill_up(store)
    with pytest.raises(DiskFullError):
        bring_in(history, arrivals(*(replace(NINA, name=f"Nina {number}") for number in range(500))))
    assert store.slots() == before
    assert len(store.journal()) == 1
    store.close()


def test_what_takes_more_than_an_award_grants_that_forbids_it_is_refused_whole() -> None:
    week = DayRange(MONDAY, date(2026, 12, 6))
    strict = replace(award(week, weekly="7", period=AccountPeriod.AWARD), overdraw=Overdraw.BLOCK)
    history = history_of(replace(KEPT, awards=(strict,)))[0]
    before = kept(history)
    with pytest.raises(OverdrawnError):
        bring_in(history, ALL)
    assert kept(history) == before


def test_nothing_comes_before_there_is_an_arrangement() -> None:
    with pytest.raises(NoArrangementError):
        bring_in(History(MemoryStore(), FakeClock(), author=""), ALL)


@given(st.lists(st.sampled_from([arrival.record for arrival in ALL]), max_size=12))
def test_however_many_arrive_each_is_there_once_and_undo_takes_all_of_them_back(records: list[Arriving]) -> None:
    history = history_of(KEPT)[0]
    before = kept(history)
    assert bring_in(history, arrivals(*records)) == len(records)
    after = kept(history)
    assert len({record.id for record in after}) == len(after) == len(before) + len(records)
    for record in set(records):
        assert sum(replace(one, id="") == record for one in after) == records.count(record)
    if records:
        history.undo()
    assert kept(history) == before
