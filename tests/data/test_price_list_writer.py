"""Price lists written to files: the reader reads back what was written."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import HealthCheck, given, settings

from bpa_desktop.data.price_list_writer import tariff_text
from bpa_desktop.data.tariffs import read_tariffs, shipped_tariffs, tariff_by_id
from bpa_desktop.tariff.price_list import AbsenceRules, IncomeBasis, Tariff
from tests.tariff.random_lists import tariffs


def written_and_read(tariff: Tariff) -> tuple[Tariff, ...]:
    return read_tariffs(tariff_text(tariff).encode(), "written.toml")


@given(tariffs())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_list_is_written_is_read_back_the_same(tariff: Tariff) -> None:
    assert written_and_read(tariff) == (tariff,)


@pytest.mark.parametrize("tariff", shipped_tariffs(), ids=lambda tariff: tariff.id)
def test_a_shipped_list_is_read_back_the_same_and_written_the_same_again(tariff: Tariff) -> None:
    (again,) = written_and_read(tariff)
    assert again == tariff
    assert tariff_text(again) == tariff_text(tariff)


def test_what_the_reader_takes_when_nothing_is_written_is_left_out() -> None:
    plain = Tariff("plain", "0301", "Oslo", "", (), (), IncomeBasis("any"))
    assert tomllib.loads(tariff_text(plain)) == {
        "schema": "bpa-tariff/1",
        "tariff": [
            {
                "id": "plain",
                "municipality_no": "0301",
                "municipality": "Oslo",
                "title": "",
                "income": {"basis": "any"},
            }
        ],
    }


def test_silence_about_absence_and_an_empty_table_of_it_are_told_apart() -> None:
    silent = Tariff("plain", "0301", "Oslo", "", (), (), IncomeBasis("any", members=()))
    assert written_and_read(silent)[0].absence is None
    empty = Tariff("plain", "0301", "Oslo", "", (), (), IncomeBasis("any"), absence=AbsenceRules())
    assert written_and_read(empty) == (empty,)


def test_a_band_is_written_in_the_order_a_list_is_read_by_people() -> None:
    asker = tariff_by_id("asker-seed")
    assert asker is not None
    text = tariff_text(asker)
    band = text[text.index('from_g = "2.5"') :].splitlines()[:7]
    assert band == [
        'from_g = "2.5"',
        'to_g = "3"',
        "to_inclusive = true",
        'edge = "assumed_lower"',
        'kind = "metered"',
        'rate = "430"',
        'max_units = "2"',
    ]
