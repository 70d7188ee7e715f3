"""What the log has in few bytes is read back as it was, from an older file too."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.store.columns import instant_text
from bpa_desktop.store.log_types import id_in_file, id_of, microseconds, moment_of
from tests.store.strategies import INSTANTS

ID = "0192a0b1-c2d3-7000-8000-0000000000ff"


@given(st.text() | st.uuids().map(str))
def test_any_id_is_read_back_letter_for_letter(text: str) -> None:
    assert id_of(id_in_file(text)) == text


def test_a_uuid_takes_sixteen_bytes() -> None:
    assert id_in_file(ID) == UUID(ID).bytes


@pytest.mark.parametrize("other", [ID.upper(), ID.replace("-", ""), f"{{{ID}}}", f"urn:uuid:{ID}", "day"])
def test_an_id_that_is_no_uuid_or_is_written_otherwise_stays_as_it_is(other: str) -> None:
    assert id_in_file(other) == other


@given(INSTANTS)
def test_any_instant_is_read_back_to_the_microsecond(moment: datetime) -> None:
    back = moment_of(microseconds(moment))
    assert (back, back.tzinfo) == (moment.astimezone(UTC), UTC)


@given(INSTANTS)
def test_ids_and_instants_of_an_older_file_are_understood(moment: datetime) -> None:
    assert moment_of(str(instant_text(moment))) == moment.astimezone(UTC)
    assert id_of(ID) == ID
