"""Two people swap shifts, and one shift becomes two: by keys, in one step, refused in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import Span, clock_span
from bpa_desktop.services.shift import SHORTEST
from bpa_desktop.ui.roster.split_dialog import SplitDialog, middle
from bpa_desktop.ui.widgets.time_entry import NoSuchTimeError, moment_within
from tests.plain_text import plain
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import CONTROL, NONE, Key, Stage

OSLO = ZoneInfo("Europe/Oslo")
LONG_DAY = "would work 14 hours between two rests; the limit is 13 hours (AML § 10-6 (8))"
no_size_hints = pytest.mark.qt_log_ignore("This plugin does not support")


def hours(day: int, start: time, end: time) -> Span:
    return clock_span(date(2026, 12, day), start, end=end, zone=HOME.zone)


def holders(stage: Stage, *shifts: str) -> list[str | None]:
    return [stage.roster.holder(stage.roster.shifts_by_id[one]) for one in shifts]


def select(stage: Stage, *shifts: str) -> None:
    for shift in shifts:
        stage.focus(shift)
        stage.key(Key.Key_Space)


@no_size_hints
def test_a_shift_is_swapped_with_one_from_a_menu_of_the_week_s_others(stage: Stage) -> None:
    before = stage.roster
    stage.focus("w49-tue-eve")
    stage.key(Key.Key_R, CONTROL)
    menu = stage.menu()
    assert menu.accessibleName() == "Swap with"
    assert [plain(action.text()) for action in menu.actions()] == [
        "Amina Yusuf, Tuesday 1 December 08:00–15:00",
        "Ola Berg, Wednesday 2 December 09:00–15:00",
        "Ingrid Sæther, Saturday 5 December 10:00–20:00",
        "Ola Berg, Monday 30 November 15:00–22:00 (Kari Lunde: long day)",
        "Per Ødegård, Wednesday 2 December 15:00–22:00 (Kari Lunde: long day)",
        "Amina Yusuf, Thursday 3 December 15:00–22:00 (Kari Lunde: long day; Amina Yusuf: long day)",
        "Amina Yusuf, Sunday 6 December 10:00–20:00 (Amina Yusuf: long day)",
    ]
    stage.key(Key.Key_Return)
    assert holders(stage, "w49-tue-eve", "w49-tue-day") == ["amina", "kari"]
    assert stage.heard.said == []
    assert stage.verbs == ["swap_shifts"]
    assert stage.current is stage.card("w49-tue-eve")
    assert stage.current.hasFocus()
    stage.desk.history.undo()
    assert stage.roster == before


@no_size_hints
def test_the_menu_says_who_cannot_and_refuses_it(make_stage: StageMaker) -> None:
    friday = hours(4, time(15), time(22))
    roster = week_49()
    stage = make_stage(replace(roster, shifts=(*roster.shifts, Shift("late", friday, "kari"))))
    stage.focus("late")
    stage.act("swap_shifts")
    labels = [plain(action.text()) for action in stage.menu().actions()]
    assert labels[0] == "Ingrid Sæther, Saturday 5 December 10:00–20:00"
    assert labels[4] == "Ola Berg, Wednesday 2 December 09:00–15:00 (Ola Berg: absent)"
    stage.menu().actions()[4].trigger()
    assert stage.heard.refused[-1].startswith("Ola Berg is absent Friday 4 December 15:00–22:00")
    assert stage.verbs == []


@no_size_hints
def test_the_menu_says_who_has_another_shift_then(make_stage: StageMaker) -> None:
    roster = week_49()
    noon = hours(5, time(12), time(18))
    busy = (
        Shift("kari-late", hours(1, time(7), time(9)), "kari"),
        Shift("per", noon, "per"),
        Shift("kari", noon.moved(-timedelta(hours=1)), "kari"),
    )
    stage = make_stage(replace(roster, shifts=(*roster.shifts, *busy)))
    stage.focus("w49-tue-eve")
    stage.act("swap_shifts")
    labels = [plain(action.text()) for action in stage.menu().actions()]

    assert "Amina Yusuf, Tuesday 1 December 08:00–15:00 (Kari Lunde: two shifts at once)" in labels
    stage.key(Key.Key_Escape)
    stage.focus("kari")
    stage.act("swap_shifts")  # at the same time as the other's: each gives their own away
    assert "Per Ødegård, Saturday 5 December 12:00–18:00" in [action.text() for action in stage.menu().actions()]
    stage.key(Key.Key_Escape)
    stage.focus("kari-late")
    stage.act("swap_shifts")
    labels = [plain(action.text()) for action in stage.menu().actions()]
    (amina,) = [label for label in labels if label.startswith("Amina Yusuf, Thursday 3 December 15:00–22:00")]
    assert amina.endswith("; Amina Yusuf: two shifts at once)")


def test_two_selected_shifts_swap_at_once(stage: Stage) -> None:
    select(stage, "w49-wed-eve", "w49-mon-day")
    stage.act("swap_shifts")
    assert holders(stage, "w49-wed-eve", "w49-mon-day") == ["kari", "per"]
    assert stage.verbs == ["swap_shifts"]
    assert stage.current is stage.card("w49-mon-day")


def test_a_swap_that_breaks_something_is_done_in_one_step_and_says_what(stage: Stage) -> None:
    select(stage, "w49-tue-eve", "w49-sun-long")
    stage.act("swap_shifts")
    assert holders(stage, "w49-tue-eve", "w49-sun-long") == ["amina", "kari"]
    assert stage.verbs == ["swap_shifts"]
    assert [plain(said) for said in stage.heard.said] == [f"Swapped. Amina Yusuf: {LONG_DAY}"]


def test_a_person_and_an_open_shift_swap_too(stage: Stage) -> None:
    select(stage, "w49-fri-eve", "w49-thu-day")
    stage.act("swap_shifts")
    assert holders(stage, "w49-fri-eve", "w49-thu-day") == ["kari", None]


@pytest.mark.parametrize(
    ("chosen", "refusal"),
    [
        (("w49-mon-day", "w49-thu-day"), "Both shifts are with the same person. Choose two people's"),
        (
            ("w49-mon-day", "w49-wed-day", "w49-wed-eve"),
            "Only two shifts can swap. Select two, or none and choose the other",
        ),
        (("w49-fri-eve", "w49-fri-day"), "Ola Berg is absent Friday 4 December 15:00–23:00"),
        (("w49-fri-eve", "w49-mon-eve"), "Ola Berg is absent Friday 4 December 15:00–23:00"),
    ],
)
def test_what_makes_no_swap_is_refused_in_words(stage: Stage, chosen: tuple[str, ...], refusal: str) -> None:
    select(stage, *chosen)
    stage.act("swap_shifts")
    assert stage.heard.refused[-1].startswith(refusal)
    assert stage.verbs == []


def test_two_open_shifts_have_nobody_to_swap(make_stage: StageMaker) -> None:
    roster = week_49()
    stage = make_stage(replace(roster, shifts=(*roster.shifts, Shift("open", hours(5, time(8), time(9))))))
    select(stage, "w49-fri-eve", "open")
    stage.act("swap_shifts")
    assert stage.heard.refused == ["Both shifts are open: nobody can swap"]
    assert stage.verbs == []


def test_with_nobody_to_swap_with_that_is_said(make_stage: StageMaker) -> None:
    roster = week_49()
    stage = make_stage(replace(roster, shifts=tuple(one for one in roster.shifts if one.assistant == "kari")))
    stage.focus("w49-mon-day")
    stage.act("swap_shifts")
    assert stage.heard.refused == ["Nobody else has a shift this week"]


def dialog(stage: Stage) -> SplitDialog:
    found = stage.dialog()
    assert isinstance(found, SplitDialog)
    return found


def test_a_shift_is_split_in_the_middle_by_two_keys(stage: Stage) -> None:
    before = stage.roster
    stage.focus("w49-tue-day")
    stage.key(Key.Key_L, CONTROL)
    assert dialog(stage).form.values() == {"at": "11:30"}
    assert dialog(stage).parts.text() == "08:00 to 11:30, and 11:30 to 15:00"
    stage.key(Key.Key_Return)
    second = stage.roster.shifts[-1]
    assert stage.roster.shifts_by_id["w49-tue-day"].span == hours(1, time(8), time(11, 30))
    assert second.span == hours(1, time(11, 30), time(15))
    assert (
        replace(second, id="w49-tue-day", span=before.shifts_by_id["w49-tue-day"].span, state=ShiftState.PUBLISHED)
        == (before.shifts_by_id["w49-tue-day"])
    )
    assert stage.verbs == ["split_shift"]
    stage.window.activateWindow()
    assert stage.current is stage.card("w49-tue-day")
    stage.desk.history.undo()
    assert stage.roster == before


def test_the_time_is_typed_and_what_it_makes_is_shown(stage: Stage) -> None:
    stage.focus("w49-tue-day")
    stage.act("split_shift")
    stage.write("10")
    assert dialog(stage).parts.text() == "08:00 to 10:00, and 10:00 to 15:00"
    stage.key(Key.Key_Return)
    assert stage.roster.shifts_by_id["w49-tue-day"].span == hours(1, time(8), time(10))


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("x", "“x” is no time. Write hours from 0 to 24, such as 8 or 08:30."),
        ("16", "Write a time within the shift that leaves 15 minutes on each side."),
        ("8:10", "Write a time within the shift that leaves 15 minutes on each side."),
        ("15", "Write a time within the shift that leaves 15 minutes on each side."),
    ],
)
def test_a_time_that_splits_nothing_is_refused_beside_the_field(stage: Stage, typed: str, refusal: str) -> None:
    stage.focus("w49-mon-day")
    stage.act("split_shift")
    stage.write(typed)
    stage.key(Key.Key_Return)
    assert stage.heard.refused == [refusal]
    assert stage.verbs == []
    stage.key(Key.Key_Escape, NONE)
    assert stage.verbs == []


def test_a_shift_too_short_for_two_parts_is_not_asked_about(make_stage: StageMaker) -> None:
    roster = week_49()
    short = Shift("short", hours(1, time(23), time(23, 29)), "per")
    stage = make_stage(replace(roster, shifts=(*roster.shifts, short)))
    stage.focus("short")
    stage.act("split_shift")
    assert stage.heard.refused == ["Too short to split: each part lasts at least 15 minutes"]


@pytest.mark.parametrize("action", ["swap_shifts", "split_shift"])
def test_a_day_without_a_shift_is_told_as_such(stage: Stage, action: str) -> None:
    stage.screen.grid.roving.move_to(stage.cell("jonas", 0), focus=True)
    stage.act(action)
    assert stage.heard.refused == ["There is no shift here: choose one first"]


NIGHT = Span(datetime(2026, 10, 24, 20, tzinfo=UTC), datetime(2026, 10, 26, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("23", datetime(2026, 10, 24, 21, tzinfo=UTC)),
        ("24", datetime(2026, 10, 24, 22, tzinfo=UTC)),
        ("0:15", datetime(2026, 10, 24, 22, 15, tzinfo=UTC)),
        ("02.30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first of two
        ("2200", datetime(2026, 10, 25, 21, tzinfo=UTC)),  # not where it begins
    ],
)
def test_a_clock_time_is_its_first_moment_within_the_shift(typed: str, at: datetime) -> None:
    assert moment_within(typed, NIGHT, zone=OSLO) == at


def test_a_clock_time_outside_is_none_and_nonsense_is_told() -> None:
    assert moment_within("16", hours(1, time(8), time(15)), zone=OSLO) is None
    with pytest.raises(NoSuchTimeError):
        moment_within("25", NIGHT, zone=OSLO)


@given(st.integers(0, 10_000), st.integers(30, 4000))
def test_the_middle_leaves_room_on_both_sides(start: int, length: int) -> None:
    first = datetime(2026, 12, 1, tzinfo=UTC) + timedelta(minutes=start)
    span = Span(first, first + timedelta(minutes=length))
    assert span.start + SHORTEST <= middle(span) <= span.end - SHORTEST
    assert abs((middle(span) - span.start) - (span.end - middle(span))) <= SHORTEST
