"""The municipalities' numbers: what is shipped, and what is refused with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bpa_desktop.data.municipality_numbers import read_municipality_numbers_file, shipped_municipality_numbers
from bpa_desktop.data.problem import DataError
from bpa_desktop.data.tariffs import shipped_tariffs

HEAD = 'schema = "bpa-municipality-numbers/1"\nsource = "general knowledge"\n'
ROW = '[[municipality]]\nname = "Asker"\nmark = "KNOWN"\nnumber = [{numbers}]\n'


def test_every_shipped_list_has_a_number_of_its_municipality() -> None:
    names = {
        each.number: place.name for place in shipped_municipality_numbers().municipalities for each in place.numbers
    }
    for tariff in shipped_tariffs():
        assert names[tariff.municipality_no] == tariff.municipality


def test_every_list_has_the_number_that_was_in_use_when_it_began() -> None:
    for place in shipped_municipality_numbers().municipalities:
        for tariff in shipped_tariffs():
            if tariff.municipality == place.name and tariff.valid_from is not None:
                begun = [each for each in place.numbers if (each.from_day or date.min) <= tariff.valid_from]
                assert begun[-1].number == tariff.municipality_no


def test_the_numbers_of_asker_are_its_three() -> None:
    assert shipped_municipality_numbers().of_the_same("3025") == {"0220", "3025", "3203"}


@pytest.mark.parametrize(
    ("content", "place", "code"),
    [
        (
            ROW.replace("{numbers}", '{number = "0220"}, {number = "3025"}'),
            "municipality[0].number[1].from",
            "out_of_order",
        ),
        (
            ROW.replace("{numbers}", '{number = "0220", from = 2020-01-01}, {number = "3025", from = 2020-01-01}'),
            "municipality[0].number[1].from",
            "out_of_order",
        ),
        (
            ROW.replace("{numbers}", '{number = "0220"}') + ROW.replace("{numbers}", '{number = "0220"}'),
            "municipality[1].number[0].number",
            "duplicate_id",
        ),
        (ROW.replace("{numbers}", '{number = "220"}'), "municipality[0].number[0].number", "out_of_range"),
        (ROW.replace("{numbers}", ""), "municipality[0].number", "out_of_range"),
    ],
)  # fmt: skip
def test_numbers_that_cannot_be_are_refused_with_their_place(
    content: str, place: str, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "numbers.toml"
    path.write_text(HEAD + content, "utf-8")
    with pytest.raises(DataError) as refused:
        read_municipality_numbers_file(path)
    assert [(problem.place, problem.code.value) for problem in refused.value.problems] == [(place, code)]
