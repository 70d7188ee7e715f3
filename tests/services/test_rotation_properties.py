"""Whatever the user does by hand, and however the pattern changes: what a roll-out may do, and what it may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.roll_out import RollOut
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.span import DayRange
from bpa_desktop.services.history import History
from bpa_desktop.services.rotation import difference, keep_rotation, roll_out
from bpa_desktop.services.shift import edit_shift, remove_shifts
from tests.memory import history_of
from tests.rosters import OSLO, arrangement, assistant

MONDAY = date(2026, 11, 30)
WEEKS = RollOut("turnus", MONDAY, MONDAY + timedelta(days=13))
TIMES = st.integers(0, 23).map(time)
LINES = st.builds(RotationLine, st.integers(1, 2), st.integers(1, 3), TIMES, TIMES, st.sampled_from(("kari", None)))
PATTERN = st.lists(LINES, max_size=4).map(lambda lines: Rotation("turnus", "Turnus", 2, DayRange(MONDAY), tuple(lines)))
HAND = st.sampled_from(("leave", "edit", "delete"))


def begun(pattern: Rotation) -> History:
    team = tuple(assistant(name) for name in ("Kari", "Ola", "Per"))
    return history_of(Roster(arrangement(), assistants=team, rotations=(pattern,)))[0]


def wanted(pattern: Rotation) -> list[tuple[object, ...]]:
    found = pattern.occurrences(WEEKS.first, WEEKS.last, zone=OSLO)
    return sorted((one.span, one.assistant or "", one.kind) for one in found)


def planned(history: History) -> list[tuple[object, ...]]:
    return sorted((one.span, one.assistant or "", one.kind) for one in history.roster.shifts)


@given(st.lists(PATTERN, min_size=1, max_size=4))
def test_untouched_the_plan_is_always_the_latest_pattern(patterns: list[Rotation]) -> None:
    history = begun(patterns[0])
    for pattern in patterns:
        keep_rotation(history, pattern)
        roll_out(history, WEEKS)
        assert planned(history) == wanted(pattern)
        assert roll_out(history, WEEKS) == ()


@given(PATTERN, st.lists(HAND, min_size=8, max_size=8), st.lists(PATTERN, min_size=1, max_size=3))
def test_no_re_roll_undoes_what_was_done_by_hand(first: Rotation, hands: list[str], later: list[Rotation]) -> None:
    history = begun(first)
    roll_out(history, WEEKS)
    edited, deleted = {}, set()
    for one, hand in zip(history.roster.shifts, hands, strict=False):
        if hand == "edit":
            edited[one.id] = replace(one, assistant="per")
            edit_shift(history, edited[one.id])
        elif hand == "delete":
            deleted.add(one.id)
            remove_shifts(history, (one.id,))
    for pattern in later:
        keep_rotation(history, pattern)
        roll_out(history, WEEKS)
        now = history.roster.shifts_by_id
        assert {shift_id: now.get(shift_id) for shift_id in edited} == edited
        assert not deleted & set(now)
        untouched = [one for one in now.values() if one.id not in edited]
        assert all((one.span, one.assistant or "", one.kind) in wanted(pattern) for one in untouched)
    roll_out(history, WEEKS, accepted=[line.id for line in difference(history, WEEKS)])
    assert planned(history) == wanted(later[-1])
    assert difference(history, WEEKS) == ()


@given(st.lists(PATTERN, min_size=1, max_size=3), st.data())
def test_undo_restores_all_and_redo_does_it_again(patterns: list[Rotation], data: st.DataObject) -> None:
    history = begun(patterns[0])
    seen = [history.roster]
    for pattern in patterns:
        keep_rotation(history, pattern)
        lines = difference(history, WEEKS)
        accepted = data.draw(st.sets(st.sampled_from([line.id for line in lines]))) if lines else set()
        roll_out(history, WEEKS, accepted=accepted)
    seen.append(history.roster)
    steps = 0
    while history.undoable is not None:
        history.undo()
        steps += 1
    assert history.roster == seen[0]
    for _ in range(steps):
        history.redo()
    assert history.roster == seen[1]
