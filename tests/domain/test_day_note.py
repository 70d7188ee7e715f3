"""A day note: about some days, a few words, never without any."""

from __future__ import annotations

from datetime import date

import pytest

from bpa_desktop.domain.day_note import LONGEST, DayNote, NoteLengthError
from bpa_desktop.domain.span import EmptySpanError

FRIDAY, SUNDAY = date(2026, 12, 4), date(2026, 12, 6)


def test_a_note_is_about_its_first_and_its_last_day_and_those_between() -> None:
    note = DayNote("n", FRIDAY, SUNDAY, "Hyttetur")
    days = [date(2026, 12, day) for day in range(3, 8)]
    assert [note.is_about(day) for day in days] == [False, True, True, True, False]


def test_a_note_ends_no_earlier_than_it_begins() -> None:
    with pytest.raises(EmptySpanError):
        DayNote("n", SUNDAY, FRIDAY, "Hyttetur")


def test_a_note_has_as_many_characters_as_it_may_and_not_one_more() -> None:
    assert DayNote("n", FRIDAY, FRIDAY, "x" * LONGEST).text
    with pytest.raises(NoteLengthError) as refused:
        DayNote("n", FRIDAY, FRIDAY, "x" * (LONGEST + 1))
    assert refused.value.length == LONGEST + 1


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_note_without_a_word_is_none(text: str) -> None:
    with pytest.raises(NoteLengthError):
        DayNote("n", FRIDAY, FRIDAY, text)
