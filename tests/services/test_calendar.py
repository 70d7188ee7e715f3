"""The calendar of published shifts: what holds, what is cancelled, and numbers that only rise."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.services.absence import register_absence, remove_absence
from bpa_desktop.services.calendar import Event, calendar_of
from bpa_desktop.services.handout import Extent
from bpa_desktop.services.history import History
from bpa_desktop.services.publication import confirm_shifts
from bpa_desktop.services.shift import Place, assign_shifts, edit_shift, place_shifts, remove_shifts
from bpa_desktop.services.substitute import confirm_substitute, open_requests
from tests.memory import history_of
from tests.rosters import absence, assistant, roster, shift, span


def published(shift_id: str, start: str, who: str | None = "kari") -> Shift:
    return replace(shift(start, "15:00", who, state=ShiftState.PUBLISHED), id=shift_id)


def kept(*shifts: Shift) -> History:
    return history_of(roster(*shifts, team=(assistant("Kari"), assistant("Ola"))))[0]


def only(history: History, who: str | None = None) -> Event:
    (event,) = calendar_of(history, extent=Extent(assistant=who))
    return event


def test_what_is_published_and_held_stands_in_the_calendar_and_a_draft_does_not() -> None:
    history = kept(
        published("a", "mon 08:00"),
        shift("tue 08:00", "15:00"),
        published("c", "wed 08:00", None),
    )
    assert only(history) == Event(history.roster.shifts_by_id["a"], "kari", 0)
    assert calendar_of(history, extent=Extent(assistant="ola")) == ()


def test_a_published_shift_that_moved_holds_as_it_was_until_confirmed_and_then_its_number_rises() -> None:
    history = kept(published("a", "mon 08:00"))
    place_shifts(history, [Place("a", span("tue 08:00", "15:00"), "kari")])
    waiting = only(history, "kari")
    assert (waiting.shift.span, waiting.sequence) == (span("mon 08:00", "15:00"), 0)
    confirm_shifts(history, ("a",))
    event = only(history, "kari")
    assert (event.shift.id, event.sequence, event.is_cancelled) == ("a", 1, False)
    assert event.shift.span == span("tue 08:00", "15:00")


def test_a_note_changes_no_number() -> None:
    history = kept(published("a", "mon 08:00"))
    edit_shift(history, replace(history.roster.shifts_by_id["a"], note="nøkkel under matta"))
    assert only(history).sequence == 0


def test_a_shift_that_is_taken_away_is_cancelled_and_comes_back_with_undo_under_a_higher_number() -> None:
    history = kept(published("a", "mon 08:00"))
    remove_shifts(history, ["a"])
    gone = only(history, "kari")
    assert gone.is_cancelled
    assert gone.shift.span == span("mon 08:00", "15:00")
    history.undo()
    back = only(history, "kari")
    assert not back.is_cancelled
    assert back.sequence > gone.sequence > 0


def test_who_gives_a_shift_away_sees_it_cancelled_and_the_other_sees_it_hold() -> None:
    history = kept(published("a", "mon 08:00"))
    assign_shifts(history, {"a": "ola"})
    mended = replace(history.roster.shifts_by_id["a"], state=ShiftState.PUBLISHED)
    edit_shift(history, mended)
    assert only(history, "kari").is_cancelled
    assert not only(history, "ola").is_cancelled
    assert only(history).assistant == "ola"


def test_who_is_absent_sees_the_shift_cancelled_and_the_substitute_sees_it_hold() -> None:
    history = kept(published("a", "mon 08:00"))
    register_absence(history, absence("kari", "mon 00:00", "tue 00:00"))
    away = only(history, "kari")
    assert away.is_cancelled
    assert only(history).is_cancelled
    confirm_substitute(history, open_requests(history, ("a",))[0].id, assistant="ola")
    assert only(history, "kari").is_cancelled
    assert not only(history, "ola").is_cancelled
    remove_absence(history, history.roster.absences[0].id)
    assert only(history, "ola").sequence > away.sequence


def test_an_absence_that_came_in_a_file_without_a_request_is_counted_too() -> None:
    history = kept(published("a", "mon 08:00"))
    away = absence("kari", "mon 00:00", "tue 00:00")
    numbers = [only(history).sequence]
    for deed in ("put", "remove"):
        with history.step("import_roster") as record:
            getattr(record, deed)(away)
        numbers.append(only(history).sequence)
    assert numbers == sorted(set(numbers))


def test_only_shifts_of_the_span_are_told() -> None:
    history = kept(published("begun before", "mon 08:00"), published("a", "mon 10:00"), published("b", "mon+1 08:00"))
    found = calendar_of(history, extent=Extent(span("mon 09:00", "mon+1 00:00")))
    assert [event.shift.id for event in found] == ["a"]


@given(st.lists(st.sampled_from(("later", "kari", "ola", "nobody", "undo", "redo", "publish")), max_size=12))
def test_whatever_is_done_the_numbers_only_rise_and_what_changed_has_a_new_one(deeds: list[str]) -> None:
    history = kept(published("a", "mon 08:00"))
    before = {who: _event(history, who) for who in (None, "kari", "ola")}
    for deed in deeds:
        _do(history, deed)
        for who, then in before.items():
            now = before[who] = _event(history, who)
            if then is not None:
                assert now is not None
                assert now.sequence > then.sequence if _seen(now) != _seen(then) else now.sequence >= then.sequence


def _event(history: History, who: str | None) -> Event | None:
    return next(iter(calendar_of(history, extent=Extent(assistant=who))), None)


def _seen(event: Event) -> tuple[object, ...]:
    return (event.shift.span, event.assistant, event.is_cancelled)


def _do(history: History, deed: str) -> None:
    now = history.roster.shifts_by_id["a"]
    if deed == "later":
        edit_shift(history, replace(now, span=now.span.moved(timedelta(hours=1))))
    elif deed in ("kari", "ola", "nobody"):
        assign_shifts(history, {"a": None if deed == "nobody" else deed})
    elif deed == "publish":
        edit_shift(history, replace(now, state=ShiftState.PUBLISHED))
    elif deed == "undo" and history.undoable is not None:
        history.undo()
    elif deed == "redo" and history.redoable is not None:
        history.redo()
