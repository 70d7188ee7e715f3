"""Values made in bulk are those that are made one by one."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import EmptySpanError, NaiveTimeError, Span
from bpa_desktop.store.frozen import maker
from tests.store.strategies import ANY, INSTANTS, SPANS

NIGHT = datetime(2026, 12, 4, tzinfo=UTC)


@given(one=st.one_of(ANY[Shift], SPANS))
def test_it_is_the_same_value_of_the_same_kind(one: Shift | Span) -> None:
    made = maker(type(one))(*(getattr(one, field.name) for field in fields(one)))
    assert type(made) is type(one)
    assert made == one
    assert (hash(made), repr(made)) == (hash(one), repr(one))


@given(start=INSTANTS, end=INSTANTS)
def test_it_is_looked_at_as_every_value_of_the_kind(start: datetime, end: datetime) -> None:
    if start.astimezone(UTC) < end.astimezone(UTC):
        assert maker(Span)(start, end) == Span(start, end)
        assert maker(Span)(start, end).start.tzinfo is UTC
    else:
        with pytest.raises(EmptySpanError):
            maker(Span)(start, end)


def test_a_time_without_offset_is_refused() -> None:
    with pytest.raises(NaiveTimeError):
        maker(Span)(NIGHT, NIGHT.replace(hour=7, tzinfo=None))


def test_nobody_can_change_it() -> None:
    made = maker(Span)(NIGHT, NIGHT.replace(hour=7))
    with pytest.raises(FrozenInstanceError):
        made.start = NIGHT  # type: ignore[misc]
    assert replace(made, end=NIGHT.replace(hour=8)) == Span(NIGHT, NIGHT.replace(hour=8))
