"""Errors seen in real price lists: each is found by the command and by the checker, and is gone once it is mended."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.national_maximum import shipped_national_maximum
from bpa_desktop.data.tariffs import read_tariffs
from bpa_desktop.tariff.doubts import doubts, doubts_between
from tests.cli.conftest import Call

ZOO = Path(__file__).resolve().parents[1] / "tariff" / "zoo"
FIRST = "tariff[0].service[0]"


@dataclass(frozen=True)
class Animal:
    """A file's doubts as (code, place, value), a piece of the explanation of each, and how the error is mended.

    Pieces are replaced by others, what stands from `cut` on is left out, and `added` is put last.
    """

    doubts: tuple[tuple[str, str, str], ...]
    explained: tuple[str, ...]
    mended: tuple[tuple[str, str], ...] = ()
    cut: str | None = None
    added: str = ""


def stale(band: int, side: int, value: str) -> tuple[str, str, str]:
    return ("limit_of_stale_g", f"{FIRST}.band[{band}].printed_kr[{side}]", value)


EST_IS_FREE = """
[[tariff.service]]
id = "est"
label = "Etter skoletid"
unit = "days_per_week"

[[tariff.service.band]]
from_g = "0"
kind = "free"
"""

ANIMALS = {
    "01-karasjok": Animal(
        (stale(0, 1, "202702"), stale(1, 0, "202702"), stale(1, 1, "304053"), stale(2, 0, "304053")),
        ("another G (101,351); it should be 273,098", "273,098", "409,647", "409,647"),
        (("202702", "273098"), ("304053", "409647")),
    ),
    "02-stor-elvdal": Animal(
        (stale(0, 1, "202702"), stale(1, 0, "202703"), stale(1, 1, "304053"), stale(2, 0, "304054")),
        ("another G (101,351); it should be 222,954", "222,954", "334,431", "334,431"),
        (("202702", "222954"), ("202703", "222955"), ("304053", "334431"), ("304054", "334432")),
    ),
    "03-kafjord": Animal(
        (("g_of_another_year", "tariff[0].g.amount", "93634"),),
        ("is G of 1 May 2017; it should be 96,883",),
        (("93634", "96883"),),
    ),
    "04-lesja": Animal(
        (stale(1, 0, "183480"), ("printed_overlap", f"{FIRST}.band[1].printed_kr[0]", "183480")),
        ("another G (91,740); it should be 212,798", "overlap: 183480 after 212,798"),
        (("183480", "212799"),),
    ),
    "05-sor-varanger": Animal(
        (("limit_of_other_multiple", f"{FIRST}.band[0].printed_kr[1]", "252133"),),
        ("is 2.5 times G (100,853)",),
        (("252133", "212798"),),
    ),
    "06-fredrikstad": Animal(
        (("ceilings_disagree", f"{FIRST}.band[1].cap", "1028"), ("ceilings_disagree", f"{FIRST}.band[3].cap", "2600")),
        ("not 4 times 256 kr, which is 1,024 kr", "not 5 times 519 kr, which is 2,595 kr"),
        (("1028", "1024"), ("2600", "2595")),
    ),
    "07-holmestrand": Animal(
        (
            ("limit_misprinted", f"{FIRST}.band[2].printed_kr[0]", "277279"),
            ("printed_overlap", f"{FIRST}.band[2].printed_kr[0]", "277279"),
        ),
        ("misprinted; it should be 277,728", "overlap: 277279 after 277,728"),
        (('["277279"', '["277729"'),),
    ),
    "08-evenes": Animal(
        (
            ("no_open_band", f"{FIRST}.band[3].to_g", "5"),
            ("band_overlap", f"{FIRST}.band[3].from_g", "0"),
            ("falls_when_units_rise", f"{FIRST}.band[0].tiers[2].amount", "86"),
        ),
        ("nothing is said above 5 G", "begins at 0 G, the one before ends at 5 G", "86 kr after 221 kr"),
        (('from_g = "0"\nto_g = "5"', 'from_g = "5"'), (', {min="20.25",max=200,amount="86"}', "")),
    ),
    "09-hoyanger": Animal(
        (("switch_gap", f"{FIRST}.band[1].switch_from", "9"),),
        ("nothing is said between 8 and 9 units",),
        (('switch_from = "9"\n', ""),),
    ),
    "10-asker": Animal(
        (
            ("undated", "tariff[0].undated", "true"),
            ("duplicate_service", "tariff[0].service[1]", "practical_again"),
            ("no_max_period", f"{FIRST}.band[1].max_period", ""),
            ("no_max_period", "tariff[0].service[1].band[1].max_period", ""),
        ),
        ("ask the municipality from when it holds", "one table printed twice?", "for how long", "for how long"),
        (
            ("undated = true", "valid_from = 2018-01-01"),
            ('max_units = "2"\n', 'max_units = "2"\nmax_period = "month"\n'),
        ),
        cut='[[tariff.service]]\nid = "practical_again"',
    ),
    "11-maximum-of-the-year-before": Animal(
        (("national_maximum_outdated", f"{FIRST}.band[0]", "205"),),
        ("the state's maximum of 2018, not of 2019",),
        (("205", "210"),),
    ),
    "12-fredrikstad-frozen": Animal(
        (
            ("not_in_force", "tariff[0].status", "withdrawn"),
            ("national_maximum_outdated", "tariff[1].service[0].band[0]", "190"),
        ),
        ("not in force: withdrawn", "the state's maximum of 2016, not of 2017"),
        (('status = "withdrawn"\n', ""), ('"190"', '"200"')),
    ),
    "13-asker-est": Animal(
        (("service_gone", "tariff[1].service", "est"),),
        ("Etter skoletid was in asker-2022 and is not here",),
        added=EST_IS_FREE,
    ),
    "14-hustadvika": Animal(
        (("g_fixed_over_may", "tariff[0].g.amount", "118620"),),
        ("G of 1 May 2023 (118620) for a time in which G changes, on 1 May 2024, to 124,028",),
        (("2024-12-31", "2024-04-30"),),
    ),
    "15-karasjok-and-fla": Animal(
        (("national_maximum_disputed", f"{FIRST}.band[0]", "241"),),
        ("differs from 245 kr, which is not certain to be the state's maximum for 2026",),
        (('"241"', '"245"'),),
    ),
    "16-lillestrom": Animal(
        (("example_of_other_limit", "tariff[0].example[0].income", "99858"),),
        ("an income below 99858 kr (1 G); the table's limit is 2 G, 199,716 kr",),
        (('income = "99858"', 'income = "199716"'),),
    ),
}
EVERY = pytest.mark.parametrize("name", ANIMALS)


def content(name: str) -> bytes:
    return (ZOO / f"{name}.toml").read_bytes()


def mended(name: str) -> bytes:
    """Return the file with its error mended; every piece that is mended must be there."""
    text = content(name).decode()
    for wrong, right in ANIMALS[name].mended:
        assert wrong in text
        text = text.replace(wrong, right)
    cut = ANIMALS[name].cut
    return ((text if cut is None else text[: text.index(cut)]) + ANIMALS[name].added).encode()


def by_the_checker(read: bytes) -> list[tuple[str, str, str]]:
    """Return what the checker itself finds in a file, list by list and between them."""
    lists = read_tariffs(read, "zoo.toml")
    own = [
        (doubt.code.value, f"tariff[{index}].{doubt.place}", doubt.value)
        for index, each in enumerate(lists)
        for doubt in doubts(each, shipped_base_amounts(), national=shipped_national_maximum())
    ]
    return [*own, *((doubt.code.value, doubt.place, doubt.value) for doubt in doubts_between(lists))]


def test_every_file_of_the_zoo_is_known_and_there_are_sixteen() -> None:
    assert sorted(file.stem for file in ZOO.glob("*.toml")) == sorted(ANIMALS)
    assert len(ANIMALS) == 16


@EVERY
def test_the_command_finds_the_error_with_its_place_its_value_and_what_explains_it(call: Call, name: str) -> None:
    outcome = call("tariffs", "check", str(ZOO / f"{name}.toml"), "--json")
    found = outcome.data["doubts"]
    assert outcome.status == 1
    assert [(doubt["code"], doubt["place"], doubt["value"]) for doubt in found] == list(ANIMALS[name].doubts)
    for doubt, explained in zip(found, ANIMALS[name].explained, strict=True):
        assert explained in doubt["text"]
        assert doubt["text"].startswith(f"{doubt['place']}: ")


@EVERY
def test_the_command_says_the_same_in_words_a_line_a_doubt(call: Call, name: str) -> None:
    lines = call("tariffs", "check", str(ZOO / f"{name}.toml")).out.splitlines()
    assert [line.split(": ")[0] for line in lines[:-1]] == [place for _, place, _ in ANIMALS[name].doubts]


@EVERY
def test_the_checker_finds_the_same(name: str) -> None:
    assert by_the_checker(content(name)) == list(ANIMALS[name].doubts)


@EVERY
def test_nothing_is_doubted_once_the_error_is_mended(call: Call, name: str) -> None:
    assert by_the_checker(mended(name)) == []
    outcome = call("tariffs", "check", "-", "--json", stdin=mended(name))
    assert (outcome.status, outcome.data) == (0, {"doubts": []})
