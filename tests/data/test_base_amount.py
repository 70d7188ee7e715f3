"""The files of base amounts and of the state's maxima."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bpa_desktop.data import resources
from bpa_desktop.data.base_amount import read_base_amount_file, shipped_base_amounts
from bpa_desktop.data.national_maximum import read_national_maximum_file, shipped_national_maximum
from bpa_desktop.data.problem import DataError
from bpa_desktop.tariff.provenance import Mark


def test_the_shipped_base_amounts_run_from_may_2014_to_may_2026_without_a_gap() -> None:
    entries = shipped_base_amounts().entries
    assert [entry.from_day for entry in entries] == [date(year, 5, 1) for year in range(2014, 2027)]
    assert (entries[0].amount, entries[-1].amount) == (88370, 136549)  # type: ignore[comparison-overlap]
    assert {entry.mark for entry in entries} == {Mark.SEEN}
    assert all(entry.source and not entry.provisional for entry in entries)


def test_the_shipped_maxima_have_a_source_and_the_disputed_ones_are_doubtful() -> None:
    maxima = shipped_national_maximum()
    assert all(entry.source and entry.to_g == 2 for entry in maxima.entries)
    assert {entry.year for entry in maxima.entries if entry.mark is Mark.DOUBTFUL} == {2018, 2023, 2026}
    assert maxima.in_year(2025) is None
    known = maxima.in_year(2024)
    assert known is not None
    assert known.amount == 230


BASE = """
schema = "bpa-base-amount/1"
source = "a page"
[[base_amount]]
from = 2025-05-01
amount = "130160"
mark = "SEEN"
[[base_amount]]
from = 2026-05-01
amount = "136549"
mark = "SEEN"
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2026-05-01", "2025-05-01", [("base_amount[1].from", "out_of_order")]),
        ("2026-05-01", '""', [("base_amount[1].from", "not_a_date")]),
        ('amount = "136549"', "amount = 136549", [("base_amount[1].amount", "not_a_decimal")]),
        ('"SEEN"', '"SURE"', [("base_amount[0].mark", "not_a_choice"), ("base_amount[1].mark", "not_a_choice")]),
    ],
)
def test_a_base_amount_file_with_mistakes_is_refused_with_every_place(
    old: str, new: str, told: list[tuple[str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "base_amount.toml"
    path.write_text(BASE.replace(old, new), "utf-8")
    with pytest.raises(DataError) as refused:
        read_base_amount_file(path)
    assert [(problem.place, problem.code.value) for problem in refused.value.problems] == told


def test_a_base_amount_without_a_source_of_its_own_has_the_files(tmp_path: Path) -> None:
    path = tmp_path / "base_amount.toml"
    path.write_text(BASE, "utf-8")
    assert {entry.source for entry in read_base_amount_file(path).entries} == {"a page"}


def test_a_maximum_without_a_source_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "maximum.toml"
    row = '[[maximum]]\nyear = 2024\namount = "230"\nmark = "SEEN"\nsource = ""\n'
    path.write_text(f'schema = "bpa-national-maximum/1"\nto_g = "2"\n{row}', "utf-8")
    with pytest.raises(DataError) as refused:
        read_national_maximum_file(path)
    assert [problem.place for problem in refused.value.problems] == ["maximum[0].source"]


def test_shipped_data_is_looked_for_in_the_package_first_and_beside_it_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "bpa_desktop"
    monkeypatch.setattr(resources, "PACKAGE", package)
    assert resources.resources_folder() == tmp_path / "resources"
    (package / "_shipped" / "resources").mkdir(parents=True)
    assert resources.resources_folder() == package / "_shipped" / "resources"
