"""What is typed about a shift, and the shift it makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span
from bpa_desktop.i18n import Language
from bpa_desktop.ui.roster.shift_form import FieldError, Typed, field_text, shift_from, typed_from
from tests.ui.desks import HOME

OSLO = HOME.zone
FRIDAY = date(2026, 12, 4)
SHIFT = Shift(
    "s",
    Span(datetime(2026, 12, 4, 7, 0, 30, tzinfo=UTC), datetime(2026, 12, 4, 14, tzinfo=UTC)),
    "kari",
    place="home",
    skills=("transfer",),
    note="keys",
)


def made(**typed: Any) -> Shift:
    return shift_from(replace(typed_from(SHIFT, OSLO), **typed), shift=SHIFT, near=FRIDAY, zone=OSLO)


def test_what_was_not_touched_stays_to_the_second() -> None:
    assert made() == SHIFT
    assert made(note=" other ").span == SHIFT.span


def test_times_and_day_make_a_new_span() -> None:
    assert made(times="22-8", day="5.12").span == Span(
        datetime(2026, 12, 5, 21, tzinfo=UTC), datetime(2026, 12, 6, 7, tzinfo=UTC)
    )


def test_requirements_are_what_stands_between_commas() -> None:
    assert made(skills=" transfer, driving,, transfer ").skills == ("transfer", "driving")


@pytest.mark.parametrize(
    ("field", "typed"), [("day", "someday"), ("times", "noon"), ("times", "26-3"), ("times", "15-8 +0"), ("times", "")]
)
def test_what_makes_no_sense_names_its_field_and_how_to_mend_it(field: str, typed: str) -> None:
    with pytest.raises(FieldError) as caught:
        made(**{field: typed})
    assert caught.value.field == field
    assert "such as" in field_text(Language("en"), caught.value) or "like" in field_text(Language("en"), caught.value)


def test_a_kind_and_an_open_shift_can_be_chosen() -> None:
    typed = Typed("4.12.2026", "8-15", None, ShiftKind.TRAINING)
    shift = shift_from(typed, shift=SHIFT, near=FRIDAY, zone=OSLO)
    assert (shift.assistant, shift.kind, shift.place) == (None, ShiftKind.TRAINING, "")
