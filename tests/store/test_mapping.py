"""Every noun goes into the file and comes back as it was."""

from __future__ import annotations

import json
from collections import namedtuple
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.award import Award, CarryOver
from bpa_desktop.domain.roster import Record
from bpa_desktop.services.records import KINDS
from bpa_desktop.store.codec import canonical, decode, encode
from bpa_desktop.store.mapping import NOUN_NAMED, NOUN_OF, NOUNS
from tests.store.strategies import ANY, SAMPLES


def through_row(record: Record) -> Record:
    noun = NOUN_OF[type(record)]
    columns = json.loads(json.dumps(noun.columns(record)))
    return noun.value(namedtuple("Row", columns)(**columns))


def numbers(value: object) -> Iterator[str]:
    """Yield every decimal within a value, as its digits stand."""
    if isinstance(value, Decimal):
        yield str(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from numbers(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from numbers(getattr(value, name))


def parts(value: object) -> Iterator[object]:
    """Yield every value with fields within a value, and itself."""
    if isinstance(value, tuple):
        for part in value:
            yield from parts(part)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from parts(getattr(value, field.name))


@pytest.mark.parametrize("kind", KINDS)
def test_any_record_has_each_of_its_fields_in_more_ways_than_one(kind: type[Record]) -> None:
    ways: dict[tuple[type[object], str], set[str]] = {}

    @settings(max_examples=100)
    @given(record=ANY[kind])
    def look(record: Record) -> None:
        for part in parts(record):
            for field in fields(part):  # type: ignore[arg-type]
                ways.setdefault((type(part), field.name), set()).add(repr(getattr(part, field.name)))

    look()
    assert {field for field, found in ways.items() if len(found) < 2} == set()


def test_every_kind_of_the_services_is_a_noun_of_the_store() -> None:
    assert tuple(noun.kind for noun in NOUNS) == KINDS
    assert len(NOUN_NAMED) == len(KINDS)
    assert set(ANY) == {type(sample) for sample in SAMPLES} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_has_every_column_of_its_table_and_no_other(kind: type[Record]) -> None:
    sample = next(record for record in SAMPLES if isinstance(record, kind))
    assert list(NOUN_OF[kind].columns(sample)) == [column.name for column in NOUN_OF[kind].table.columns]


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_row_gives_the_same_value_back_with_the_same_digits(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(ANY[kind])
    back = through_row(record)
    assert back == record
    assert list(numbers(back)) == list(numbers(record))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_the_log_gives_the_same_value_back_with_the_same_digits(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(ANY[kind])
    back = decode(type(record), encode(record))
    assert back == record
    assert list(numbers(back)) == list(numbers(record))
    assert encode(back) == encode(record)


@pytest.mark.parametrize("record", SAMPLES, ids=lambda record: record.id)
def test_a_written_out_record_takes_both_ways(record: Record) -> None:
    assert through_row(record) == record
    assert decode(type(record), encode(record)) == record


@pytest.mark.parametrize("carried", [*CarryOver, Decimal("37.50"), Decimal("0"), Decimal("1E+2")])
def test_carried_hours_are_a_word_or_a_number_on_both_ways(carried: CarryOver | Decimal) -> None:
    award = next(record for record in SAMPLES if isinstance(record, Award))
    award = replace(award, carry_over=carried)
    for back in (through_row(award), decode(Award, encode(award))):
        assert isinstance(back, Award)
        assert type(back.carry_over) is type(carried)
        assert str(back.carry_over) == str(carried)


def test_one_content_has_one_text_whatever_the_order_of_its_keys() -> None:
    assert canonical({"b": 1, "a": "å"}) == canonical({"a": "å", "b": 1}) == '{"a":"å","b":1}'
