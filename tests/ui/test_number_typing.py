"""Typing a number chooses that number and no other, with Enter where more digits could follow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.ui.number_typing import beginning_with, decided

counts = st.integers(1, 400)


@given(counts, st.data())
def test_the_digits_of_a_number_never_choose_another_on_the_way(count: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, count))
    digits = str(number)
    for length in range(1, len(digits)):
        assert decided(digits[:length], count=count) in (None, number)
    assert number in beginning_with(digits, count=count)
    assert decided(digits, count=count) in (None, number)


@given(counts, st.data())
def test_enter_is_needed_only_where_another_digit_could_follow(count: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, count))
    assert (decided(str(number), count=count) is None) == (number * 10 <= count)


def test_what_no_number_begins_with_can_mean_none() -> None:
    assert beginning_with("0", count=200) == []
    assert beginning_with("19", count=18) == []
    assert decided("19", count=18) is None
    assert beginning_with("1", count=11) == [1, 10, 11]
