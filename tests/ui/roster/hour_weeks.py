"""Weeks for the views by the hour: the example week with a night, and weeks of any shifts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, Week, clock_span, midnight
from bpa_desktop.ui.roster.view_model import WeekModel
from bpa_desktop.ui.roster.week_builder import build_week
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import Stage


def hours(day: int, start: int, end: int) -> Span:
    return clock_span(date(2026, 12, day), time(start), end=time(end), zone=HOME.zone)


def with_night() -> Roster:
    """Return the example week with Jonas in the night to Wednesday, and a meeting of Per within his evening."""
    roster = week_49().with_shift(Shift("night", hours(1, 22, 7), "jonas"))
    return roster.with_shift(Shift("meeting", hours(2, 17, 18), "per"))


def on_wednesday(make_stage: StageMaker, view: str) -> Stage:
    """Return the stage with that week in a view, with the focus on Ola's shift on Wednesday."""
    stage = make_stage(with_night())
    stage.focus("w49-wed-day")
    stage.act(view)
    return stage


SHIFTS = st.lists(
    st.tuples(st.integers(-40, 200), st.integers(1, 60), st.sampled_from([None, "kari", "ola", "amina"])),
    max_size=12,
)


def planned(lines: list[tuple[int, int, str | None]], week: Week) -> tuple[tuple[Shift, ...], WeekModel]:
    """Return shifts, each so many hours after the week begins, so long, with somebody; and the week they make."""
    begin = midnight(week.monday, HOME.zone)
    spans = [Span(begin + timedelta(hours=at), begin + timedelta(hours=at + long)) for at, long, _ in lines]
    shifts = tuple(Shift(f"s{n}", span, lines[n][2]) for n, span in enumerate(spans))
    roster = replace(week_49(), shifts=shifts, absences=())
    return shifts, build_week(roster, week, today=week.monday)


def hours_from(week: Week) -> list[datetime]:
    """Return every whole hour as it is lived, from before a week to after it."""
    return [midnight(week.monday, HOME.zone) + timedelta(hours=n) for n in range(-50, 300)]
