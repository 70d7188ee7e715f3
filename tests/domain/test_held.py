"""What one holds in time order, whatever changed; a change shares all else, and a span is found by search."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain import held
from bpa_desktop.domain.held import Held
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span

SIZE = 4
BEGUN = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.fixture(scope="module", autouse=True)
def small_blocks() -> Iterator[None]:
    """Have few shifts fill a block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(held, "BLOCK", SIZE)
        yield


def shift(name: int, start: int, length: int = 7) -> Shift:
    """Return a shift that begins so many hours after the beginning."""
    begins = BEGUN + timedelta(hours=start)
    return Shift(f"{name}", Span(begins, begins + timedelta(hours=length)))


def in_order(shifts: Iterator[Shift]) -> tuple[Shift, ...]:
    """Return shifts in time order, each looked at."""
    return tuple(sorted(shifts, key=lambda one: (one.span.start, one.span.end, one.id)))


def many(count: int) -> Held:
    """Return so many shifts, eight hours from one to the next."""
    return Held.of(shift(number, 8 * number) for number in range(count))


SHIFTS = st.builds(shift, st.integers(0, 60), st.integers(0, 200), st.sampled_from((1, 7, 7, 24, 150)))
ROUNDS = st.lists(st.lists(SHIFTS, max_size=12), max_size=8)
SPANS = st.lists(st.tuples(st.integers(-20, 400), st.integers(1, 100)), min_size=1, max_size=5)


@given(ROUNDS, st.integers(1, 7), SPANS)
def test_after_any_changes_they_stand_in_time_order_and_a_span_is_found_as_by_a_look_at_each(
    rounds: list[list[Shift]], leave: int, spans: list[tuple[int, int]]
) -> None:
    now, there = Held(), dict[str, Shift]()
    for came in rounds:
        new = {one.id: one for one in came}
        gone = [one for name, one in there.items() if name in new or int(name) % leave == 0]
        there = {**{name: one for name, one in there.items() if one not in gone}, **new}
        before, now = now, now.changed(gone, new.values())
        assert {*now.all} - {*before.all} <= {*now.other_than(before)} <= {*now.all}
        assert now.all == in_order(iter(there.values()))
        assert all(0 < len(block.shifts) <= 2 * SIZE for block in now.blocks)
        for start, length in spans:
            asked = shift(0, start, length).span
            assert tuple(now.sharing(asked)) == in_order(one for one in there.values() if one.span.overlaps(asked))
    if there:
        assert (now.first, now.last) == (now.all[0], now.all[-1])


@pytest.mark.parametrize("count", [10 * SIZE, 100 * SIZE])
def test_a_change_shares_all_but_the_blocks_it_touches_however_many_there_are(count: int) -> None:
    before = many(count)
    one, later = before.all[17], before.all[29]
    moved = replace(one, span=later.span.moved(timedelta(hours=1)))
    for gone, came, unlike in (([one], [moved], 2), ([one], [], 1), ([], [moved], 1), ([one, later], [moved], 2)):
        after = before.changed(gone, came)
        assert len({*map(id, after.blocks)} - {*map(id, before.blocks)}) == unlike
        assert len(tuple(after.other_than(before))) <= 2 * SIZE * unlike


def test_only_the_blocks_round_a_span_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[Sequence[datetime]] = []

    def search(ends: Sequence[datetime], moment: datetime) -> int:
        searched.append(ends)
        return bisect_right(ends, moment)

    shifts = many(400)
    monkeypatch.setattr(held, "bisect_right", search)
    assert len(tuple(shifts.sharing(shift(0, 8 * 200, 24).span))) == 3
    assert len(searched) <= 1 + 2


def test_nobody_puts_them_in_a_row_who_changes_some_or_looks_for_a_span() -> None:
    before = many(40)
    after = before.changed([], [shift(99, 100)])
    assert shift(99, 100) in after.sharing(shift(0, 100, 1).span)
    assert "all" not in vars(before) and "all" not in vars(after)
