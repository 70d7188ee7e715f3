"""What is not the same in two rows of shifts is found between their same ends."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.difference import difference
from bpa_desktop.domain.shift import Shift
from tests.rosters import shift

ROW = tuple(shift(f"2026-12-{day:02} 08:00", "15:00") for day in range(1, 13))
PARTS = st.lists(st.sampled_from(ROW), unique_by=id).map(tuple)


@given(PARTS, PARTS)
def test_with_the_same_ends_round_it_the_difference_makes_both_rows(
    before: tuple[Shift, ...], after: tuple[Shift, ...]
) -> None:
    gone, new = difference(before, after)
    same = len(before) - len(gone)
    assert any(
        (*before[:at], *gone, *before[at + len(gone) :]) == before
        and (*before[:at], *new, *before[at + len(gone) :]) == after
        for at in range(same + 1)
    )
    if gone and new:
        assert gone[0] is not new[0]
        assert gone[-1] is not new[-1]


def test_of_a_long_row_only_what_changed_is_told_and_a_shift_made_anew_is_another() -> None:
    anew = replace(ROW[4])
    assert difference(ROW, (*ROW[:4], anew, *ROW[5:])) == ([ROW[4]], [anew])
    assert difference(ROW, ROW) == difference(ROW, (*ROW,)) == ([], [])
    assert difference(ROW, ROW[:-1]) == ([ROW[-1]], [])
    assert difference((), ROW[:2]) == ([], [*ROW[:2]])
    assert difference(ROW[:1], ROW[:1] * 2) == ([], [ROW[0]])  # of what is there twice, one is new
