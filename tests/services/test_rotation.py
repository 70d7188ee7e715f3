"""Rolling a rotation out: the pattern comes into the plan, and what was done by hand stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bpa_desktop.domain.award import AccountPeriod, Overdraw
from bpa_desktop.domain.roll_out import Difference, Hold, RollOut
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.domain.span import DayRange, days_span
from bpa_desktop.services import need as needs
from bpa_desktop.services.absence import register_absence
from bpa_desktop.services.history import History, UnknownRecordError
from bpa_desktop.services.overdraw import OverdrawnError
from bpa_desktop.services.publication import publish_roster
from bpa_desktop.services.roster import import_roster
from bpa_desktop.services.rotation import difference, keep_rotation, remove_rotation, roll_out
from bpa_desktop.services.shift import edit_shift, remove_shifts
from tests.memory import history_of
from tests.rosters import OSLO, absence, arrangement, assistant, award, need, shift, span

MONDAY = date(2026, 11, 30)
WEEKS = RollOut("turnus", MONDAY, MONDAY + timedelta(days=13))
EARLY = RotationLine(1, 1, time(8), time(15), "kari")
LATE = RotationLine(1, 1, time(15), time(22), "ola")
TURNUS = Rotation("turnus", "Turnus", 1, DayRange(MONDAY), (EARLY, LATE))
TEAM = tuple(assistant(name) for name in ("Kari", "Ola", "Per"))


def begun(*shifts: Shift, pattern: Rotation = TURNUS) -> History:
    """Return a history over a team with a rotation."""
    return history_of(Roster(arrangement(), assistants=TEAM, rotations=(pattern,), shifts=shifts))[0]


def rolled_out(pattern: Rotation = TURNUS) -> History:
    """Return a history in which the rotation stands in two weeks of the plan."""
    history = begun(pattern=pattern)
    roll_out(history, WEEKS)
    return history


def at(history: History, moment: str) -> Shift:
    """Return the shift that begins at a moment of week 49."""
    start = span(moment, "23:59").start
    return next(shift for shift in history.roster.shifts if shift.span.start == start)


def told(lines: tuple[Difference, ...]) -> list[tuple[str, Hold | None]]:
    """Return the lines in short: Kari at 8 on the 7th is added, goes, or becomes Ola at 9."""
    return [(f"{_told(line.before)} > {_told(line.after)}", line.hold) for line in lines]


def _told(shift: Shift | None) -> str:
    if shift is None:
        return "-"
    start = shift.span.start.astimezone(OSLO)
    return f"{shift.assistant} {start.day}. {start.hour}"


def test_a_rotation_is_rolled_out_in_one_step_that_undo_takes_back() -> None:
    history = begun()
    before = history.roster
    lines = roll_out(history, WEEKS)
    assert [line.after for line in lines] == list(history.roster.shifts)
    assert [(one.span, one.assistant, one.rotation, one.state) for one in history.roster.shifts] == [
        (span("mon 08:00", "15:00"), "kari", "turnus", ShiftState.DRAFT),
        (span("mon 15:00", "22:00"), "ola", "turnus", ShiftState.DRAFT),
        (span("mon+1 08:00", "15:00"), "kari", "turnus", ShiftState.DRAFT),
        (span("mon+1 15:00", "22:00"), "ola", "turnus", ShiftState.DRAFT),
    ]
    history.undo()
    assert history.roster == before
    assert len(roll_out(history, WEEKS)) == 4  # undo is no deletion by hand


def test_rolling_out_twice_changes_nothing() -> None:
    history = rolled_out()
    before = history.roster
    assert roll_out(history, WEEKS) == ()
    assert history.roster == before


def test_a_changed_line_changes_its_shifts_and_keeps_what_else_is_known_of_them() -> None:
    history = rolled_out()
    kept = at(history, "mon 08:00")
    keep_rotation(history, replace(TURNUS, lines=(replace(EARLY, start=time(9), assistant="per"), LATE)))
    assert told(difference(history, WEEKS)) == [
        ("kari 30. 8 > per 30. 9", None),
        ("kari 7. 8 > per 7. 9", None),
    ]
    roll_out(history, WEEKS)
    assert at(history, "mon 09:00").id == kept.id
    assert difference(history, WEEKS) == ()


def test_a_line_moved_to_times_that_share_nothing_with_the_old_ones_moves_its_shifts() -> None:
    history = rolled_out()
    kept = at(history, "mon 08:00")
    keep_rotation(history, replace(TURNUS, lines=(replace(EARLY, start=time(16), end=time(21)), LATE)))
    assert told(difference(history, WEEKS)) == [
        ("kari 30. 8 > kari 30. 16", None),
        ("kari 7. 8 > kari 7. 16", None),
    ]
    roll_out(history, WEEKS)
    assert at(history, "mon 16:00").id == kept.id
    assert difference(history, WEEKS) == ()


def test_of_two_moved_lines_of_one_person_the_earlier_ones_go_together() -> None:
    history = rolled_out(
        replace(TURNUS, lines=(replace(EARLY, end=time(9)), replace(EARLY, start=time(10), end=time(11))))
    )
    first, second = at(history, "mon 08:00"), at(history, "mon 10:00")
    later = (replace(EARLY, start=time(12), end=time(13)), replace(EARLY, start=time(14)))
    keep_rotation(history, replace(TURNUS, lines=later))
    roll_out(history, WEEKS)
    assert [at(history, moment).id for moment in ("mon 12:00", "mon 14:00")] == [first.id, second.id]


def test_a_line_that_is_gone_takes_its_shifts_away_and_a_new_one_brings_some() -> None:
    history = rolled_out()
    tuesday = replace(EARLY, weekday=2)
    keep_rotation(history, replace(TURNUS, lines=(LATE, tuesday)))
    assert told(difference(history, WEEKS)) == [
        ("kari 30. 8 > -", None),
        ("- > kari 1. 8", None),
        ("kari 7. 8 > -", None),
        ("- > kari 8. 8", None),
    ]


def test_only_the_accepted_lines_are_done() -> None:
    history = begun()
    second = difference(history, WEEKS)[1]
    assert roll_out(history, WEEKS, accepted=[second.id]) == (second,)
    assert history.roster.shifts == (second.after,)


def test_two_lines_at_the_same_time_are_two_shifts_and_the_one_that_stays_is_not_touched() -> None:
    both = replace(TURNUS, lines=(EARLY, replace(EARLY, assistant="ola")))
    history = rolled_out(both)
    kari, ola = history.roster.shifts[:2]
    keep_rotation(history, replace(both, lines=both.lines[1:]))
    assert told(difference(history, WEEKS)) == [("kari 30. 8 > -", None), ("kari 7. 8 > -", None)]
    roll_out(history, WEEKS)
    keep_rotation(history, replace(both, lines=(replace(EARLY, assistant="per"), both.lines[1])))
    roll_out(history, WEEKS)
    on_monday = {one.assistant: one.id for one in history.roster.shifts if one.span == span("mon 08:00", "15:00")}
    assert on_monday == {"ola": ola.id, "per": kari.id}


def test_a_line_that_comes_beside_another_takes_neither_its_shift_nor_its_id() -> None:
    history = rolled_out()
    others = (replace(EARLY, start=time(7), assistant="per"), replace(EARLY, end=time(14)))
    keep_rotation(history, replace(TURNUS, lines=(*others, LATE)))
    roll_out(history, WEEKS)
    assert told(difference(history, WEEKS)) == []
    keep_rotation(history, replace(TURNUS, lines=(replace(EARLY, assistant="ola"), *others, LATE)))
    before = history.roster.shifts
    roll_out(history, WEEKS)
    assert [one for one in history.roster.shifts if one in before] == list(before)
    assert len(history.roster.shifts) == len(before) + 2


def test_a_shift_becomes_what_its_own_line_became_where_another_comes_before() -> None:
    history = rolled_out()
    keep_rotation(
        history,
        replace(TURNUS, lines=(replace(EARLY, start=time(7), assistant="per"), replace(EARLY, end=time(14)), LATE)),
    )
    assert told(difference(history, WEEKS))[:2] == [("- > per 30. 7", None), ("kari 30. 8 > kari 30. 8", None)]


HANDS: dict[str, Callable[[Shift], Shift]] = {
    "another assistant": lambda one: replace(one, assistant="per"),
    "other times": lambda one: replace(one, span=span("mon 10:00", "16:00")),
    "another day": lambda one: replace(one, span=span("thu 08:00", "15:00")),
    "another kind": lambda one: replace(one, kind=ShiftKind.TRAINING),
}
PATTERNS: dict[str, tuple[RotationLine, ...]] = {
    "moved to the evening": (replace(EARLY, start=time(16), end=time(21)), LATE),
    "as it was": (EARLY, LATE),
    "later": (replace(EARLY, start=time(9)), LATE),
    "to somebody else": (replace(EARLY, assistant="ola"), LATE),
    "gone": (LATE,),
    "all at once": (replace(EARLY, start=time(9), end=time(14), assistant=None), LATE),
}


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_was_edited_by_hand_stays_until_its_line_is_accepted(hand: str, pattern: str) -> None:
    history = rolled_out()
    edited = HANDS[hand](at(history, "mon 08:00"))
    edit_shift(history, edited)
    keep_rotation(history, replace(TURNUS, lines=PATTERNS[pattern]))
    roll_out(history, WEEKS)
    assert history.roster.shifts_by_id[edited.id] == edited
    (line,) = difference(history, WEEKS)
    assert (line.before, line.hold) == (edited, Hold.EDITED)
    roll_out(history, WEEKS, accepted=[line.id])
    assert difference(history, WEEKS) == ()


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_was_deleted_by_hand_stays_away_until_its_line_is_accepted(pattern: str) -> None:
    history = rolled_out()
    deleted = at(history, "mon 08:00")
    remove_shifts(history, (deleted.id,))
    keep_rotation(history, replace(TURNUS, lines=PATTERNS[pattern]))
    roll_out(history, WEEKS)
    on_monday = [one for one in history.roster.shifts if one.span.first_day(OSLO) == MONDAY]
    assert [one.assistant for one in on_monday] == ["ola"]
    for line in difference(history, WEEKS):
        assert (line.id, line.before, line.hold) == (deleted.id, None, Hold.DELETED)
        roll_out(history, WEEKS, accepted=[line.id])
    assert difference(history, WEEKS) == ()


def test_what_was_moved_before_it_was_deleted_stays_away_too() -> None:
    history = rolled_out()
    moved = HANDS["another day"](at(history, "mon 08:00"))
    edit_shift(history, moved)
    remove_shifts(history, (moved.id,))
    keep_rotation(history, replace(TURNUS, lines=PATTERNS["later"]))
    assert told(difference(history, WEEKS))[0] == ("- > kari 30. 9", Hold.DELETED)


def test_a_deletion_that_was_taken_back_is_none() -> None:
    history = rolled_out()
    remove_shifts(history, (at(history, "mon 08:00").id,))
    history.undo()
    assert difference(history, WEEKS) == ()


def test_a_note_is_an_edit_too() -> None:
    history = rolled_out()
    edit_shift(history, replace(at(history, "mon 08:00"), note="by car"))
    assert difference(history, WEEKS) == ()
    keep_rotation(history, replace(TURNUS, lines=(LATE,)))
    assert told(difference(history, WEEKS)) == [("kari 30. 8 > -", Hold.EDITED), ("kari 7. 8 > -", None)]


def test_what_is_published_is_left_alone_unless_it_is_asked_for() -> None:
    history = rolled_out()
    publish_roster(history, days_span(MONDAY, MONDAY, zone=OSLO))
    keep_rotation(history, replace(TURNUS, lines=(replace(EARLY, end=time(14)), LATE)))
    assert [line.hold for line in difference(history, WEEKS)] == [Hold.TOLD, None]
    roll_out(history, WEEKS)
    assert at(history, "mon 08:00").span == span("mon 08:00", "15:00")
    (line,) = difference(history, WEEKS)
    roll_out(history, WEEKS, accepted=[line.id])
    assert at(history, "mon 08:00").span == span("mon 08:00", "14:00")
    assert at(history, "mon 08:00").state is ShiftState.OFFERED  # until who was told agrees to it
    assert difference(history, WEEKS) == ()


def test_a_shift_with_a_request_is_held_and_the_request_goes_with_it_once_accepted() -> None:
    history = rolled_out()
    register_absence(history, absence("kari", "mon 00:00", "tue 00:00"))
    keep_rotation(history, replace(TURNUS, lines=(LATE,)))
    assert [line.hold for line in difference(history, WEEKS)] == [Hold.EDITED, None]
    roll_out(history, WEEKS, accepted=[line.id for line in difference(history, WEEKS)])
    assert history.roster.requests == ()


def test_shifts_that_a_file_brought_are_known_as_the_rotations_own() -> None:
    brought = replace(shift("mon 08:00", "15:00", "kari"), rotation="turnus")
    other = replace(shift("mon+1 08:00", "15:00", "per"), rotation="turnus")
    history = history_of()[0]
    import_roster(
        history, Roster(arrangement(), assistants=TEAM, rotations=(TURNUS,), shifts=(brought, other)), replacing=True
    )
    assert told(difference(history, WEEKS)) == [
        ("- > ola 30. 15", None),
        ("per 7. 8 > kari 7. 8", Hold.EDITED),
        ("- > ola 7. 15", None),
    ]
    keep_rotation(history, replace(TURNUS, lines=(replace(EARLY, start=time(7)),)))
    assert told(difference(history, WEEKS)) == [
        ("kari 30. 8 > kari 30. 7", None),
        ("per 7. 8 > kari 7. 7", Hold.EDITED),
    ]
    remove_shifts(history, (brought.id,))
    assert told(difference(history, WEEKS))[0] == ("- > kari 30. 7", Hold.DELETED)


def test_in_a_store_that_never_rolled_it_out_an_edited_shift_is_known_by_its_id() -> None:
    history = rolled_out()
    edit_shift(history, HANDS["another day"](at(history, "mon 08:00")))
    elsewhere = history_of(history.roster)[0]
    keep_rotation(elsewhere, replace(TURNUS, lines=PATTERNS["later"]))
    assert told(difference(elsewhere, WEEKS)) == [
        ("kari 3. 8 > kari 30. 9", Hold.EDITED),
        ("kari 7. 8 > kari 7. 9", None),
    ]


def test_shifts_of_no_rotation_are_none_of_its_business() -> None:
    by_hand = shift("tue 08:00", "15:00", "kari")
    history = begun(by_hand)
    roll_out(history, WEEKS)
    keep_rotation(history, replace(TURNUS, lines=()))
    roll_out(history, WEEKS)
    assert history.roster.shifts == (by_hand,)


def test_nobody_gets_a_second_shift_at_the_same_time_unasked() -> None:
    by_hand = shift("mon 10:00", "16:00", "kari")
    history = begun(by_hand)
    assert [line.hold for line in difference(history, WEEKS)] == [Hold.BUSY, None, None, None]
    roll_out(history, WEEKS)
    assert len(history.roster.shifts) == 4
    (line,) = difference(history, WEEKS)
    roll_out(history, WEEKS, accepted=[line.id])
    assert len(history.roster.shifts) == 5


def test_nobody_gets_a_shift_while_absent_unasked() -> None:
    history = begun()
    register_absence(history, absence("kari", "mon 00:00", "tue 00:00"))
    assert [line.hold for line in difference(history, WEEKS)] == [Hold.ABSENT, None, None, None]
    roll_out(history, WEEKS)
    assert [line.hold for line in difference(history, WEEKS)] == [Hold.ABSENT]


def test_days_outside_the_roll_out_are_left_as_they_are() -> None:
    history = rolled_out()
    keep_rotation(history, replace(TURNUS, lines=()))
    roll_out(history, RollOut("turnus", MONDAY + timedelta(days=1), WEEKS.last))
    assert {one.span.first_day(OSLO) for one in history.roster.shifts} == {MONDAY}


def test_more_than_the_award_grants_is_refused_and_nothing_is_kept() -> None:
    strict = replace(award(DayRange(MONDAY, WEEKS.last), weekly="1", period=AccountPeriod.AWARD))
    roster = Roster(arrangement(), awards=(replace(strict, overdraw=Overdraw.BLOCK),), rotations=(TURNUS,))
    history = history_of(roster)[0]
    with pytest.raises(OverdrawnError):
        roll_out(history, WEEKS)
    assert history.roster == roster


def test_a_rotation_that_is_not_there_cannot_be_rolled_out() -> None:
    with pytest.raises(UnknownRecordError):
        roll_out(begun(), replace(WEEKS, rotation="nowhere"))


def test_a_rotation_gets_an_id_and_loses_the_lines_of_weeks_it_no_longer_has() -> None:
    history = begun()
    two = keep_rotation(history, replace(TURNUS, id="", weeks=2, lines=(EARLY, replace(EARLY, week=2))))
    assert two.id
    assert history.roster.rotations == (TURNUS, two)
    one = keep_rotation(history, replace(two, weeks=1))
    assert one.lines == (EARLY,)
    assert history.roster.rotations == (TURNUS, one)


def test_the_shifts_of_a_rotation_that_is_taken_away_stay_and_undo_ties_them_again() -> None:
    history = rolled_out()
    before = history.roster
    remove_rotation(history, "turnus")
    assert history.roster.rotations == ()
    assert history.roster.shifts == tuple(replace(one, rotation=None) for one in before.shifts)
    history.undo()
    assert history.roster == before


def test_a_need_is_kept_changed_and_taken_away() -> None:
    history = begun()
    kept = needs.keep_need(history, replace(need(5, "15:00", end="22:00"), id=""))
    assert kept.id
    changed = needs.keep_need(history, replace(kept, people=2))
    assert history.roster.needs == (changed,)
    needs.remove_need(history, kept.id)
    assert not history.roster.needs
    with pytest.raises(UnknownRecordError):
        needs.remove_need(history, kept.id)
