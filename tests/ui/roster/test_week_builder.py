"""A week that is put together again after a change: it is as if it were put together anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Week
from bpa_desktop.rules.catalogue import check
from bpa_desktop.rules.memory import Memory
from bpa_desktop.ui.roster.view_model import WeekModel, with_findings
from bpa_desktop.ui.roster.week_builder import build_week
from tests.rosters import absence, asker_week_49
from tests.ui.desks import TUESDAY_EVENING, week_49

LIMITS = shipped_limits()
WEEK = Week(2026, 49)
TODAY = TUESDAY_EVENING.date()
PLAN = week_49()
CHANGES = st.lists(
    st.tuples(
        st.integers(0, len(PLAN.shifts) - 1),
        st.integers(-200, 200),
        st.sampled_from([*(one.id for one in PLAN.assistants), None]),
        st.sampled_from(["ola", "kari", None]),
        st.integers(-1, 1),
    ),
    max_size=5,
)


def shown(plan: Roster, memory: Memory | None, *, later: int = 0) -> WeekModel:
    """Return a week with what the rules find in it."""
    bare = build_week(plan, WEEK.later(later), today=TODAY, memory=memory)
    return with_findings(bare, check(plan, LIMITS), memory=memory)


@given(CHANGES)
def test_after_any_changes_a_week_is_as_if_it_were_built_anew(
    changes: list[tuple[int, int, str | None, str | None, int]],
) -> None:
    memory, plan = Memory(), PLAN
    for at, hours, holder, away, later in changes:
        moved = plan.shifts[at]
        plan = plan.placed(moved, span=moved.span.moved(timedelta(hours=hours)), holder=holder)
        absences = (absence(away, "wed 00:00", "fri 12:00"),) if away is not None else ()
        plan = replace(plan, absences=absences)
        if hours % 2:  # then it is known who holds what, as it is in a roster that is worked on
            assert plan.shifts_by_holder
        assert shown(plan, memory, later=later) == shown(plan, None, later=later)


def test_the_rows_that_a_change_does_not_touch_are_the_very_same() -> None:
    memory = Memory()
    before = shown(asker_week_49(), memory)
    moved = asker_week_49().shifts[0]
    plan = asker_week_49().with_shift(replace(moved, span=moved.span.moved(timedelta(minutes=15))))
    after = shown(plan, memory)
    changed = {row.id for row, old in zip(after.rows, before.rows, strict=True) if row is not old}
    assert moved.assistant in changed
    assert len(changed) < len(after.rows) - 1


def test_another_name_or_post_makes_another_row() -> None:
    memory = Memory()
    shown(PLAN, memory)
    first = replace(PLAN.assistants[0], name="Karianne Lunde", employments=())
    plan = replace(PLAN, assistants=(first, *PLAN.assistants[1:]))
    assert shown(plan, memory) == shown(plan, None)
    plan = replace(plan, assistants=tuple(replace(one, name=f"New {one.name}") for one in plan.assistants))
    assert shown(plan, memory) == shown(plan, None)
    shorter = replace(plan, arrangement=replace(plan.arrangement, weekly_norm=Decimal("35.5")))
    assert shown(shorter, memory) == shown(shorter, None)


def test_what_is_found_anew_comes_onto_the_cards_of_a_row_that_is_the_same() -> None:
    memory = Memory()
    bare = build_week(PLAN, WEEK, today=TODAY, memory=memory)
    found = check(PLAN, LIMITS)
    for some in (found, (), found[::2], found):
        assert with_findings(bare, some, memory=memory) == with_findings(bare, some)
