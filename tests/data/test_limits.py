"""The files of limits: what is shipped is whole and as the law notes say; what is wrong is refused with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bpa_desktop.data.limits import parse_limits, read_limits_files, shipped_limits
from bpa_desktop.data.problem import DataError
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.domain.arrangement import AgreementLevel, Arrangement, Regime
from bpa_desktop.rules.limits import Mark, Requirement

FILES = sorted((resources_folder() / "limits").glob("*.toml"))
ROW = """
[[limit]]
key = "daily_rest"
level = "none"
value = "11"
unit = "hours"
reference = "AML § 10-8 (1)"
source = "read"
mark = "SEEN"
valid_from = 2006-01-01
"""
HEAD = 'schema = "bpa-limits/1"\nregime = "aml"\n'


def problems(text: str) -> list[tuple[str, str]]:
    """Return place and code of everything that is wrong with a file."""
    with pytest.raises(DataError) as refused:
        parse_limits(text.encode(), "limits.toml")
    return [(problem.place, problem.code.value) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("key", "level", "requires", "value"),
    [
        ("daily_rest", "none", "nothing", "11"),
        ("daily_rest", "union", "reduced_rest", "8"),
        ("weekly_rest", "none", "nothing", "35"),
        ("weekly_rest", "union", "reduced_rest", "28"),
        ("daily_hours", "none", "nothing", "9"),
        ("daily_hours", "individual", "averaging", "10"),
        ("daily_hours", "union", "averaging", "12.5"),
        ("daily_total", "none", "nothing", "13"),
        ("daily_total", "union", "nothing", "16"),
    ],
)
def test_the_acts_limits_are_those_of_the_law_notes(key: str, level: str, requires: str, value: str) -> None:
    rows = [row for row in shipped_limits().limits if (row.key, row.level, row.regime) == (key, level, Regime.AML)]
    assert [(row.value, row.requires, row.mark) for row in rows] == [(Decimal(value), requires, Mark.SEEN)]


def test_of_the_household_regulation_only_what_was_read_is_sure() -> None:
    rows = [row for row in shipped_limits().limits if row.regime is Regime.HOUSEHOLD]
    sure = {row.key.split("/")[0] for row in rows if row.mark is Mark.SEEN}
    assert sure == {"daily_hours", "weekly_hours", "weekly_hours_averaged"}
    assert all("§ 9" in row.reference for row in rows if row.mark is Mark.SEEN)
    assert {row.mark for row in rows} == {Mark.SEEN, Mark.DOUBTFUL}


def test_every_shipped_limit_names_its_paragraph_and_source() -> None:
    law = read_limits_files(path for path in FILES if path.name != "advice.toml")
    assert law.limits
    assert all("§" in row.reference and row.source for row in law.limits)


def test_advice_names_no_paragraph_and_is_sure_of_nothing_it_chose_itself() -> None:
    (path,) = (path for path in FILES if path.name == "advice.toml")
    for row in read_limits_files([path]).limits:
        assert "§" not in row.reference
        assert row.source
        assert (row.mark is Mark.DOUBTFUL) == row.source.startswith("a choice of this program")


def test_a_sound_file_is_read() -> None:
    (limit,) = parse_limits((HEAD + ROW).encode(), "limits.toml").limits
    assert (limit.key, limit.value, limit.level) == ("daily_rest", Decimal(11), AgreementLevel.NONE)
    assert (limit.valid_from, limit.requires) == (date(2006, 1, 1), Requirement.NOTHING)


@pytest.mark.parametrize(
    ("before", "after", "place", "code"),
    [
        ('value = "11"', "value = 11.0", "limit[0].value", "not_a_decimal"),
        ('value = "11"', 'value = "NaN"', "limit[0].value", "not_a_decimal"),
        ('value = "11"', 'value = "0"', "limit[0].value", "out_of_range"),
        ('level = "none"', 'level = "some"', "limit[0].level", "not_a_choice"),
        ('mark = "SEEN"', 'mark = "HEARD"', "limit[0].mark", "not_a_choice"),
        ('unit = "hours"', 'unit = "hours"\nhint = "x"', "limit[0].hint", "unknown_key"),
        ('reference = "AML § 10-8 (1)"\n', "", "limit[0].reference", "missing"),
        ("valid_from = 2006-01-01", 'valid_from = "soon"', "limit[0].valid_from", "not_a_date"),
        ('regime = "aml"', 'regime = "navy"', "regime", "not_a_choice"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(before: str, after: str, place: str, code: str) -> None:
    text = HEAD + ROW
    assert before in text
    assert problems(text.replace(before, after)) == [(place, code)]


def test_every_problem_is_told_at_once() -> None:
    bad = ROW.replace('"11"', '"x"')
    assert [place for place, _ in problems(HEAD + bad + ROW + bad)] == ["limit[0].value", "limit[2].value"]


def test_a_limit_that_stands_twice_is_refused() -> None:
    assert problems(HEAD + ROW + ROW) == [("limit[1].key", "duplicate_id")]


@pytest.mark.parametrize(
    ("key", "value", "mark"),
    [
        ("self_certification_days/law", 3, Mark.SEEN),
        ("self_certification_times/law", 4, Mark.SEEN),
        ("self_certification_days/extended", 8, Mark.SEEN),
        ("self_certification_total/extended", 24, Mark.SEEN),
        ("self_certification_months", 12, Mark.SEEN),
        ("self_certification_wait", 2, Mark.SEEN),
        ("self_certification_joined", 16, Mark.SEEN),
        ("employer_period_days", 16, Mark.SEEN),
        ("employer_period_gap", 16, Mark.SEEN),
        ("child_days", 10, Mark.SEEN),
        ("sick_grade_least", 20, Mark.KNOWN),
    ],
)
@pytest.mark.parametrize("regime", Regime)
def test_the_figures_of_sick_leave_are_those_of_the_law_notes_whoever_employs(
    key: str, value: int, mark: Mark, regime: Regime
) -> None:
    found = shipped_limits().on(key, date(2026, 12, 1), arrangement=Arrangement("a", "A", "3203", regime=regime))
    assert (found.value, found.mark) == (Decimal(value), mark)


def test_a_figure_is_not_certain_on_a_day_before_it_was_read() -> None:
    found = shipped_limits().on("child_days", date(2020, 4, 1), arrangement=Arrangement("a", "A", "3203"))
    assert found.mark is Mark.DOUBTFUL


def test_an_individual_agreement_that_shortens_a_rest_is_refused() -> None:
    shorter = ROW.replace('"none"', '"individual"').replace('"11"', '"10"')
    assert problems(HEAD + ROW + shorter) == [("limit[1].value", "out_of_range")]
    longer = ROW.replace('"none"', '"individual"').replace('"11"', '"12"')
    assert parse_limits((HEAD + ROW + longer).encode(), "limits.toml").limits


@pytest.mark.parametrize(("text", "code"), [("key = ", "not_toml"), ('schema = "bpa-tariff/1"', "unknown_schema")])
def test_another_kind_of_file_is_refused(text: str, code: str) -> None:
    assert [found for _, found in problems(text)] == [code]


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gone\.toml"):
        read_limits_files([tmp_path / "gone.toml"])
