"""A shift gets another time as far as the need allows: nobody is left alone, and nobody comes for nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.domain.span import Span
from bpa_desktop.i18n import Language
from bpa_desktop.rules.uncovered_need import RULE
from bpa_desktop.services import absence, booking, fit, substitute
from bpa_desktop.services.fit import Room, room_for
from bpa_desktop.texts import error_text
from tests.memory import history_of
from tests.rosters import absence as away
from tests.rosters import assistant, at, need, roster, span
from tests.rosters import shift as planned

TEAM = tuple(assistant(name) for name in ("Kari", "Ola", "Per"))
EVENING = planned("fri 15:00", "23:00", None)
NEED = need(5, "16:00", end="22:00")
LIMITS = shipped_limits()
QUARTER = timedelta(minutes=15)


def with_needs(*needs: Need, shifts: tuple[Shift, ...] = (EVENING,)) -> Roster:
    return replace(roster(*shifts, team=TEAM), needs=needs)


def test_a_shift_keeps_what_is_needed_and_stays_within_the_need() -> None:
    assert room_for(with_needs(NEED), EVENING) == Room(span("fri 16:00", "22:00"), EVENING.span)
    wide = need(5, "14:00", end="23:30")
    assert room_for(with_needs(wide), EVENING) == Room(EVENING.span, span("fri 14:00", "23:30"))


def test_who_else_is_there_need_not_be_replaced_but_two_are_needed_where_two_are_asked_for() -> None:
    beside = planned("fri 14:00", "18:00", "kari")
    both = (EVENING, beside)
    assert room_for(with_needs(NEED, shifts=both), EVENING).needed == span("fri 18:00", "22:00")
    two = need(5, "16:00", end="22:00", people=2)
    assert room_for(with_needs(two, shifts=both), EVENING).needed == span("fri 16:00", "22:00")
    training = replace(beside, kind=ShiftKind.TRAINING)
    assert room_for(with_needs(NEED, shifts=(EVENING, training)), EVENING).needed == span("fri 16:00", "22:00")
    twice = (*both, planned("fri 15:00", "17:00", "kari"))
    assert room_for(with_needs(two, shifts=twice), EVENING).needed == span("fri 16:00", "22:00")
    covered = planned("fri 15:00", "23:00", "kari")
    assert room_for(with_needs(NEED, shifts=(EVENING, covered)), EVENING) == Room(None, EVENING.span)


def test_a_need_of_the_night_before_counts_too() -> None:
    night = planned("fri 00:00", "07:00", None)
    plan = with_needs(need(4, "22:00", end="06:00"), shifts=(night,))
    assert room_for(plan, night) == Room(span("fri 00:00", "06:00"), span("thu 22:00", "fri 07:00"))


def test_a_shift_that_no_need_asks_for_may_be_at_any_time() -> None:
    assert room_for(with_needs(need(1, "08:00", end="15:00")), EVENING) == Room()
    meeting = replace(EVENING, kind=ShiftKind.MEETING)
    assert room_for(with_needs(NEED, shifts=(meeting,)), meeting) == Room()
    history, _ = history_of(with_needs())
    fit.fit_shift(history, EVENING.id, span=span("sat 08:00", "10:00"))
    assert history.roster.shifts[0].span == span("sat 08:00", "10:00")


@pytest.mark.parametrize(
    ("start", "end", "allowed"),
    [
        ("16:00", "22:00", True),
        ("15:00", "22:30", True),
        ("16:15", "22:00", False),
        ("16:00", "21:45", False),
        ("14:45", "22:00", False),
        ("16:00", "23:15", False),
    ],
)
def test_a_time_that_leaves_somebody_alone_or_lies_outside_the_need_is_refused_with_what_is_allowed(
    start: str, end: str, allowed: bool
) -> None:
    history, store = history_of(with_needs(NEED))
    if allowed:
        fit.fit_shift(history, EVENING.id, span=span(f"fri {start}", end))
        assert history.roster.shifts[0].span == span(f"fri {start}", end)
        return
    with pytest.raises(fit.OutsideNeedError) as refusal:
        fit.fit_shift(history, EVENING.id, span=span(f"fri {start}", end))
    assert error_text(Language("en"), refusal.value) == (
        "Somebody is needed Friday 4 December 16:00–22:00. "
        "The shift must cover that, and stay within Friday 4 December 15:00–23:00."
    )
    assert store.kept == []


def test_where_nobody_more_is_needed_the_words_say_only_when_help_is() -> None:
    covered = planned("fri 15:00", "23:00", "kari")
    history, _ = history_of(with_needs(NEED, shifts=(EVENING, covered)))
    with pytest.raises(fit.OutsideNeedError) as refusal:
        fit.fit_shift(history, EVENING.id, span=span("fri 12:00", "14:00"))
    assert (error_text(Language("en"), refusal.value) or "").startswith("Help is needed Friday 4 December 15:00–23:00")


def test_who_was_told_must_agree_to_the_new_time_and_nobody_gets_two_shifts_at_once() -> None:
    evening = replace(EVENING, assistant="kari", state=ShiftState.PUBLISHED)
    night = planned("fri 23:00", "07:00", "kari")
    history, _ = history_of(with_needs(need(5, "15:00", end="02:00"), shifts=(evening, night)))
    with pytest.raises(booking.TakenError):
        fit.fit_shift(history, evening.id, span=span("fri 15:00", "23:15"))
    history, _ = history_of(with_needs(NEED, shifts=(evening, night)))
    fit.fit_shift(history, evening.id, span=span("fri 16:00", "23:00"))
    assert history.roster.shifts[0].state is ShiftState.OFFERED


def test_a_shift_is_not_moved_into_an_absence_but_out_of_one_and_then_nobody_is_looked_for() -> None:
    evening = replace(EVENING, assistant="kari")
    history, _ = history_of(with_needs(NEED, shifts=(evening,)))
    absence.register_absence(history, away("kari", "fri 12:00", "fri 15:30"))
    assert history.roster.request_for(evening.id) is not None
    fit.fit_shift(history, evening.id, span=span("fri 15:30", "23:00"))
    assert history.roster.holder(history.roster.shifts[0]) == "kari"
    assert history.roster.request_for(evening.id) is None
    history, _ = history_of(with_needs(replace(NEED, start=at("fri 12:00").time()), shifts=(evening,)))
    absence.register_absence(history, away("kari", "fri 12:00", "fri 14:30"))
    with pytest.raises(booking.TakenError):
        fit.fit_shift(history, evening.id, span=span("fri 14:00", "23:00"))


def test_a_substitute_keeps_the_shift_that_gets_another_time() -> None:
    history, _ = history_of(with_needs(NEED, shifts=(replace(EVENING, assistant="kari"),)))
    absence.register_absence(history, away("kari", "fri 00:00", "sat 00:00"))
    substitute.confirm_substitute(history, history.roster.requests[0].id, assistant="per")
    fit.fit_shift(history, EVENING.id, span=span("fri 16:00", "22:00"))
    assert history.roster.holder(history.roster.shifts[0]) == "per"


def spans(first: int, last: int) -> st.SearchStrategy[Span]:
    """Return spans of quarters of an hour of the Friday."""
    return st.builds(
        lambda start, length: Span(at("fri 00:00") + start * QUARTER, at("fri 00:00") + (start + length) * QUARTER),
        st.integers(first, last),
        st.integers(1, 20),
    )


@given(
    wanted=spans(20, 60),
    others=st.lists(st.tuples(spans(0, 70), st.sampled_from(("kari", "ola", None))), max_size=4),
    needs=st.lists(st.tuples(st.integers(0, 22), st.integers(1, 23), st.integers(1, 2)), max_size=3),
)
def test_what_is_needed_is_what_the_rule_would_miss_without_the_shift(
    wanted: Span, others: list[tuple[Span, str | None]], needs: list[tuple[int, int, int]]
) -> None:
    shift = replace(EVENING, span=wanted)
    beside = tuple(Shift(f"s{place}", when, who) for place, (when, who) in enumerate(others))
    asked = tuple(
        replace(need(5, f"{start:02}:00", end=f"{min(start + length, 23):02}:30", people=people), id=f"n{place}")
        for place, (start, length, people) in enumerate(needs)
    )
    without = with_needs(*asked, shifts=(*beside, planned("fri 00:00", "00:15", None)))
    missed = [finding.span for finding in RULE.findings(without, LIMITS)]
    parts = sorted(part for gap in missed if gap is not None and (part := gap.common(wanted)) is not None)
    expected = Span(parts[0].start, max(part.end for part in parts)) if parts else None
    assert room_for(with_needs(*asked, shifts=(*beside, shift)), shift).needed == expected
