"""What was pressed is read back letter for letter, today and in ten years."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.identity import new_id
from bpa_desktop.store import pressing
from bpa_desktop.store.codec import encode
from bpa_desktop.store.pressing import press, unpressed
from tests.memory import TUESDAY_EVENING
from tests.store.strategies import SAMPLES, hours

PIECES = st.text() | st.uuids().map(str) | st.just("\x00") | st.sampled_from([encode(sample) for sample in SAMPLES])
TEXT = '{"a":"0192a0b1-0000-7000-8000-00000000000å","id":"0192a0b1-c2d3-7000-8000-0000000000ff","skills":[],"tasks":[]}'
PRESSED = "01030608a85237b4344a3448026a04025d73106101220c10e0f05258e1c4c03869c1c643970b181a18c0e03f7a530e6e3800"
KNOWN = "bfda96d68350377756ea29771d4c1a0837e6212317bd29e4dd5b94057f17def5"


@given(st.lists(PIECES, max_size=5).map("".join))
def test_any_text_is_read_back_letter_for_letter(text: str) -> None:
    assert unpressed(press(text)) == text


@given(st.text())
def test_nothing_grows_by_more_than_the_byte_that_says_how_it_is_pressed(text: str) -> None:
    assert len(press(text)) <= len(text.encode()) + 1


def test_what_was_pressed_when_this_way_was_new_can_still_be_read() -> None:
    assert unpressed(bytes.fromhex(PRESSED)) == TEXT
    assert hashlib.sha256(pressing._KNOWN).hexdigest() == KNOWN


def test_a_shift_as_most_are_is_pressed_to_a_fifth() -> None:
    text = encode(
        Shift(new_id(TUESDAY_EVENING), hours(7, 14), new_id(TUESDAY_EVENING), rotation=new_id(TUESDAY_EVENING))
    )
    assert len(press(text)) * 5 < len(text)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_every_kind_of_record_is_pressed(sample: object) -> None:
    text = encode(sample)  # type: ignore[arg-type]  # each is a record
    assert len(press(text)) < len(text)


def test_what_was_pressed_in_another_way_is_not_taken_for_something_else() -> None:
    with pytest.raises(ValueError, match="unknown way: 7f"):
        unpressed(b"\x7fdata")
