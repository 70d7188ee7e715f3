"""Publishing: frozen copies, what is new to whom, receipts, and that changed shifts wait for a yes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from unittest.mock import call, patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.news import News, news, told_before, told_of
from bpa_desktop.domain.publication import Publication, fingerprint
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import Week
from bpa_desktop.domain.substitute import Channel
from bpa_desktop.services.history import HandedOutError, History
from bpa_desktop.services.publication import (
    confirm_publication,
    confirm_shifts,
    hand_out,
    publish_roster,
    take_back_receipt,
)
from bpa_desktop.services.roster import import_roster
from bpa_desktop.services.shift import Place, assign_shifts, edit_shift, place_shifts, remove_shifts
from tests.memory import history_of
from tests.rosters import MONDAY, OSLO, assistant, roster, shift, span

WEEK = Week.of(MONDAY).span(OSLO)
NEXT = Week.of(MONDAY).later(1).span(OSLO)
MON, TUE = "mon-08.00-kari", "tue-08.00-ola"


@pytest.fixture
def history() -> History:
    shifts = (shift("mon 08:00", "15:00"), shift("tue 08:00", "15:00", "ola"), shift("wed 08:00", "15:00", None))
    return history_of(roster(*shifts, team=(assistant("Kari"), assistant("Ola"))))[0]


def published(history: History) -> Publication:
    made = publish_roster(history, WEEK)
    assert made is not None
    return made


def state(history: History, shift_id: str = MON) -> ShiftState:
    return history.roster.shifts_by_id[shift_id].state


def later(history: History, shift_id: str = MON, holder: str = "kari") -> None:
    place_shifts(history, [Place(shift_id, span("mon 09:00", "16:00"), holder)])


def to_tell(history: History) -> dict[str, tuple[News, ...]]:
    before = told_before(history.records.all(Publication), history.roster, span=WEEK)
    return news(before, told_of(history.roster, WEEK))


def test_a_frozen_copy_is_kept_with_day_and_hash_and_no_open_shift(history: History) -> None:
    made = published(history)
    assert [told.shift for told in made.shifts] == [MON, TUE]
    assert (made.at, made.is_whole) == (history.clock.now(), True)
    later(history)
    assert history.records.all(Publication) == (made,)
    assert not replace(made, shifts=made.shifts[:1]).is_whole


def test_publishing_again_without_news_is_no_step(history: History) -> None:
    published(history)
    assert publish_roster(history, WEEK) is None


def test_publishing_is_undone_as_one(history: History) -> None:
    before = history.roster
    published(history)
    history.undo()
    assert (history.roster, history.records.all(Publication)) == (before, ())


def test_a_published_shift_that_is_moved_is_offered_until_the_person_confirms(history: History) -> None:
    published(history)
    later(history)
    assert state(history) is ShiftState.OFFERED
    assert publish_roster(history, WEEK) is not None
    assert state(history) is ShiftState.OFFERED
    history.clock.go_on(timedelta(hours=1))  # type: ignore[attr-defined]
    assert [one.id for one in confirm_shifts(history, (MON, TUE))] == [MON]
    assert state(history) is ShiftState.PUBLISHED
    assert history.roster.shifts_by_id[MON].published_at == history.clock.now()


def back(history: History) -> None:
    place_shifts(history, [Place(MON, span("mon 08:00", "15:00"), "kari")])


def on_tuesday(history: History) -> None:
    place_shifts(history, [Place(MON, span("tue 08:00", "15:00"), "kari")])


def an_hour_later(history: History) -> None:
    history.clock.go_on(timedelta(hours=1))  # type: ignore[attr-defined]


@pytest.mark.parametrize("away", [later, on_tuesday, lambda history: assign_shifts(history, {MON: None})])
def test_a_published_shift_brought_back_to_what_its_person_was_told_is_published_as_it_was(
    history: History, away: Callable[[History], None]
) -> None:
    published(history)
    was = history.roster.shifts_by_id[MON]
    an_hour_later(history)
    away(history)
    assert state(history) is not ShiftState.PUBLISHED
    back(history)
    assert history.roster.shifts_by_id[MON] == was


def test_a_shift_that_was_confirmed_anew_does_not_fall_back_to_what_was_published_first(history: History) -> None:
    published(history)
    an_hour_later(history)
    later(history)
    confirm_shifts(history, (MON,))
    confirmed = history.roster.shifts_by_id[MON]
    an_hour_later(history)
    back(history)
    assert state(history) is ShiftState.OFFERED
    later(history)
    assert history.roster.shifts_by_id[MON] == confirmed


def into_the_next_week(history: History) -> None:
    place_shifts(history, [Place(MON, span("mon+1 08:00", "15:00"), "kari")])


@pytest.mark.parametrize("away", [later, into_the_next_week])
def test_what_a_person_was_told_differently_since_or_that_it_is_gone_is_not_agreed_to_any_more(
    history: History, away: Callable[[History], None]
) -> None:
    published(history)
    an_hour_later(history)
    away(history)
    published(history)
    back(history)
    assert state(history) is ShiftState.OFFERED


def test_a_confirmation_that_was_undone_is_none(history: History) -> None:
    published(history)
    an_hour_later(history)
    later(history)
    confirm_shifts(history, (MON,))
    history.undo()
    on_tuesday(history)
    later(history)
    assert state(history) is ShiftState.OFFERED
    back(history)
    assert state(history) is ShiftState.PUBLISHED


def test_of_a_shift_that_was_moved_only_its_own_past_is_asked_for_and_of_a_draft_none(history: History) -> None:
    store = history._store
    with patch.object(store, "past", wraps=store.past) as asked:
        later(history)
        back(history)
        assert asked.call_args_list == []
        published(history)
        later(history)
        back(history)
    assert asked.call_args_list == [call(Shift, of=MON)] * 2


@pytest.mark.parametrize("who", ["ola", None])
def test_a_published_shift_given_away_waits_for_the_new_one_and_without_one_is_a_draft(
    history: History, who: str | None
) -> None:
    published(history)
    assign_shifts(history, {MON: who})
    assert state(history) is (ShiftState.OFFERED if who else ShiftState.DRAFT)


def test_a_note_needs_nobody_s_yes(history: History) -> None:
    published(history)
    edit_shift(history, replace(history.roster.shifts_by_id[MON], note="nøkkel", tasks=("dusj",)))
    assert state(history) is ShiftState.PUBLISHED


def test_a_draft_stays_a_draft_however_it_is_moved(history: History) -> None:
    later(history)
    assert state(history) is ShiftState.DRAFT


def test_news_are_told_by_person_with_what_was_before(history: History) -> None:
    assert {who: len(lines) for who, lines in to_tell(history).items()} == {"kari": 1, "ola": 1}
    published(history)
    assert to_tell(history) == {}
    later(history)
    ((moved,),) = to_tell(history).values()
    assert moved.before is not None
    assert moved.after is not None
    assert (moved.before.span, moved.after.span) == (span("mon 08:00", "15:00"), span("mon 09:00", "16:00"))
    assign_shifts(history, {MON: "ola"})
    told = to_tell(history)
    assert [(line.before is None, line.after is None) for line in (*told["kari"], *told["ola"])] == [
        (False, True),
        (True, False),
    ]


def test_what_was_taken_away_is_told_once(history: History) -> None:
    published(history)
    remove_shifts(history, [TUE])
    assert list(to_tell(history)) == ["ola"]
    published(history)
    assert to_tell(history) == {}


def test_a_shift_moved_into_the_next_week_is_gone_from_this_one_whichever_is_published_first(history: History) -> None:
    published(history)
    into_the_next_week(history)
    assert publish_roster(history, NEXT) is not None
    assert list(to_tell(history)) == ["kari"]


def test_what_came_published_with_a_file_is_no_news() -> None:
    came = shift("mon 08:00", "15:00", state=ShiftState.PUBLISHED)
    history, _ = history_of(roster(came))
    assert to_tell(history) == {}
    assert publish_roster(history, WEEK) is None


def test_who_got_it_by_which_way_and_who_confirmed_is_kept(history: History) -> None:
    made = published(history)
    hand_out(history, made.id, assistant="kari", way=Channel.SMS)
    (kept,) = history.records.all(Publication)
    receipt = kept.receipt_of("kari")
    assert receipt is not None
    assert (receipt.way, receipt.at, receipt.confirmed_at) == (Channel.SMS, history.clock.now(), None)
    later(history)
    assert [one.id for one in confirm_publication(history, made.id, assistant="kari")] == [MON]
    (kept,) = history.records.all(Publication)
    assert [(one.way, one.confirmed_at) for one in kept.receipts] == [(Channel.SMS, history.clock.now())]
    assert kept.receipt_of("ola") is None
    assert kept.is_whole


def test_who_confirms_without_more_got_it_in_person(history: History) -> None:
    made = published(history)
    confirm_publication(history, made.id, assistant="ola")
    (kept,) = history.records.all(Publication)
    assert [(one.assistant, one.way) for one in kept.receipts] == [("ola", Channel.IN_PERSON)]


def test_a_receipt_noted_by_mistake_is_taken_back(history: History) -> None:
    made = published(history)
    hand_out(history, made.id, assistant="kari", way=Channel.SMS)
    take_back_receipt(history, made.id, assistant="kari")
    assert history.records.all(Publication) == (made,)


MOVES = st.tuples(st.sampled_from((MON, TUE)), st.integers(0, 3), st.sampled_from(("kari", "ola", None)))


@given(st.lists(MOVES | st.just("publish"), max_size=10))
def test_after_publishing_nobody_has_news_and_who_follows_the_news_knows_the_plan(
    deeds: list[tuple[str, int, str | None] | str],
) -> None:
    shifts = (shift("mon 08:00", "15:00"), shift("tue 08:00", "15:00", "ola"))
    history, _ = history_of(roster(*shifts, team=(assistant("Kari"), assistant("Ola"))))
    known: set[object] = set()
    for deed in (*deeds, "publish"):
        if isinstance(deed, tuple):
            shift_id, day, holder = deed
            moved = span("mon 08:00", "15:00").moved(timedelta(days=day))
            place_shifts(history, [Place(shift_id, moved, holder)])
            continue
        for lines in to_tell(history).values():
            known -= {line.before for line in lines}
            known |= {line.after for line in lines if line.after is not None}
        publish_roster(history, WEEK)
        assert to_tell(history) == {}
        assert known == set(told_of(history.roster, WEEK))
        drafts = [one for one in history.roster.shifts if one.state is ShiftState.DRAFT]
        assert all(history.roster.holder(one) is None for one in drafts)


class Agreed:
    """Slow and plain: what the person of each shift said yes to last, and when; None where nothing holds any more."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.agreed: dict[str, tuple[object, ...]] = {}
        self.told: set[str] = set()
        self.earlier: list[tuple[dict[str, tuple[object, ...]], set[str]]] = []

    def do(self, deed: tuple[str, int, str | None] | str) -> None:
        known, before = self.history.undoable, (dict(self.agreed), set(self.told))
        if deed == "undo":
            if self.earlier:
                self.history.undo()
                self.agreed, self.told = self.earlier.pop()
            return
        if isinstance(deed, tuple):
            shift_id, day, holder = deed
            place_shifts(self.history, [Place(shift_id, span("mon 08:00", "15:00").moved(timedelta(days=day)), holder)])
        elif deed == "confirm":
            offered = [one for one in self.history.roster.shifts if one.state is ShiftState.OFFERED]
            confirm_shifts(self.history, tuple(one.id for one in offered))
            self.agreed |= {one.id: self.now(one) for one in offered}
        else:
            self.publish()
        if self.history.undoable != known:
            self.earlier.append(before)

    def publish(self) -> None:
        drafts = [one.id for one in self.history.roster.shifts if one.state is ShiftState.DRAFT]
        if publish_roster(self.history, WEEK) is None:
            return
        held = {one.id for one in self.history.roster.shifts if one.assistant and WEEK.contains(one.span.start)}
        for one in self.history.roster.shifts:
            if one.id in held and one.id in drafts:
                self.agreed[one.id] = self.now(one)
            elif one.id in held | self.told and self.agreed.get(one.id, ())[:2] != self.now(one)[:2]:
                self.agreed.pop(one.id, None)  # they were told of another time
        self.told = held

    def now(self, one: Shift) -> tuple[object, ...]:
        return one.span, one.assistant, self.history.clock.now()


FAR_MOVES = st.tuples(st.sampled_from((MON, TUE)), st.sampled_from((0, 1, 8)), st.sampled_from(("kari", "ola", None)))


@given(st.lists(FAR_MOVES | st.sampled_from(("publish", "confirm", "undo")), max_size=14))
def test_a_shift_is_published_just_where_and_since_its_person_said_yes_last(
    deeds: list[tuple[str, int, str | None] | str],
) -> None:
    shifts = (shift("mon 08:00", "15:00"), shift("tue 08:00", "15:00", "ola"))
    history, _ = history_of(roster(*shifts, team=(assistant("Kari"), assistant("Ola"))))
    model = Agreed(history)
    for deed in ("publish", *deeds):
        an_hour_later(history)
        model.do(deed)
        for one in history.roster.shifts:
            said = model.agreed.get(one.id)
            is_published = one.state is ShiftState.PUBLISHED
            assert is_published == (said is not None and said[:2] == (one.span, one.assistant))
            assert not is_published or said == (one.span, one.assistant, one.published_at)


def test_the_hash_does_not_hang_on_the_order_but_on_every_part() -> None:
    first, second = told_of(roster(shift("mon 08:00", "15:00"), shift("tue 08:00", "15:00")), WEEK)
    whole = fingerprint((first, second))
    assert whole == fingerprint((second, first))
    others = {fingerprint((replace(first, place="x"), second)), fingerprint((replace(first, tasks=("x",)), second))}
    others |= {fingerprint((replace(first, assistant="ola"), second)), fingerprint((first,))}
    others.add(fingerprint((replace(first, span=first.span.moved(timedelta(minutes=1))), second)))
    assert whole not in others
    assert len(others) == 5
    assert len(whole) == 64


def test_a_shift_that_was_removed_meanwhile_is_not_confirmed(history: History) -> None:
    made = published(history)
    remove_shifts(history, [MON])
    assert confirm_publication(history, made.id, assistant="kari") == ()
    assert MON not in history.roster.shifts_by_id


def test_confirming_what_nobody_waits_for_is_no_step(history: History) -> None:
    before = history.roster.shifts
    assert confirm_shifts(history, (MON,)) == ()
    assert history.undoable is None
    assert history.roster.shifts == before


def test_once_somebody_has_got_it_neither_that_nor_publishing_is_undone(history: History) -> None:
    made = published(history)
    hand_out(history, made.id, assistant="kari", way=Channel.SMS)
    for count in (1, 2):
        with pytest.raises(HandedOutError, match="Kari"):
            history.undo(count)
    later(history)
    history.undo()  # what came after is undone all the same
    assert state(history) is ShiftState.PUBLISHED


def test_a_confirmation_is_undone_since_they_have_the_plan_all_the_same(history: History) -> None:
    made = published(history)
    hand_out(history, made.id, assistant="kari", way=Channel.SMS)
    confirm_publication(history, made.id, assistant="kari")
    history.undo()
    (kept,) = history.records.all(Publication)
    assert [one.confirmed_at for one in kept.receipts] == [None]


def imported(*shifts: Shift) -> History:
    made = history_of(roster(team=()))[0]
    import_roster(made, roster(*shifts, team=(assistant("Kari"), assistant("Ola"))))
    return made


def test_of_shifts_that_came_published_with_a_file_it_is_known_what_people_were_told() -> None:
    came = imported(shift("mon 08:00", "15:00", state=ShiftState.PUBLISHED), shift("tue 08:00", "15:00", "ola"))
    (copy,) = came.records.all(Publication)
    assert [told.shift for told in copy.shifts] == [MON]
    later(came)
    told = to_tell(came)
    assert list(told) == ["kari", "ola"]
    assert told["kari"][0].before is not None
    assert told["ola"][0].before is None


def test_the_same_file_again_is_no_new_copy_and_one_that_differs_is() -> None:
    first = shift("mon 08:00", "15:00", state=ShiftState.PUBLISHED)
    came = imported(first)
    again = came.roster
    import_roster(came, again)
    assert len(came.records.all(Publication)) == 1
    import_roster(came, replace(again, shifts=(replace(first, span=span("mon 09:00", "15:00")),)))
    assert len(came.records.all(Publication)) == 2


def test_a_file_without_published_shifts_leaves_no_copy() -> None:
    assert imported(shift("mon 08:00", "15:00")).records.all(Publication) == ()
