"""Price list files: what is read, and what is refused with its place."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.problem import DataError, Problem, ProblemCode
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.data.tariffs import read_tariff_file, read_tariffs, shipped_tariffs, tariff_by_id
from bpa_desktop.data.toml_file import LARGEST
from bpa_desktop.tariff.g_policy import GPolicy, GPolicyKind
from bpa_desktop.tariff.household import Member
from bpa_desktop.tariff.price import Cheapest, Metered, Period, Switch, Tier, Tiers
from bpa_desktop.tariff.price_list import AbsenceRules, CapGroup, Chargeable, Example, InBpa
from bpa_desktop.tariff.provenance import Mark, Source, SourceKind

D = Decimal
HEAD = 'schema = "bpa-tariff/1"\n'
FILE = (resources_folder() / "tariffs" / "asker.toml").read_text("utf-8")
FULL = (
    HEAD
    + """
[[tariff]]
id = "full"
municipality_no = "1103"
municipality = "Stavanger"
district = "Hundvåg"
title = "Prices"
valid_from = 2018-01-01
valid_to = "2018-12-31"
adopted_on = "2017-12-14"
adopted_ref = "KS 1/17"
status = "superseded"
replaces = ["other"]
retroactive_from = 2018-02-01
confidence = "known"
assumed = ["title"]
checked_by = "a person"
  [[tariff.source]]
  id = "letter"
  kind = "letter"
  ref = "a letter"
  lines = "1-2"
  retrieved = ""
  quote = "so much"
  [tariff.g]
  policy = "annual_average"
  amount = "95800"
  stated_from = 2017-05-01
  [tariff.income]
  basis = "household"
  members = ["spouse"]
  add = ["hjelpestonad"]
  year = "last"
  assumed = ["year"]
  [tariff.absence]
  notice_hours = 48
  charge_when_late = true
  free_when_hospitalised = false
  free_when_not_delivered = true
  [[tariff.cap_group]]
  id = "under2g"
  to_g = "2"
  amount = "205"
  per = "month"
  services = ["practical"]
  [[tariff.service]]
  id = "practical"
  label = "Practical"
  bpa = "yes"
  chargeable = "all"
  unit = "hour"
  step = "0.5"
  assumed = ["label"]
  source_lines = "3"
  duplicate_lines = "4"
  national_floor_group = "practical"
    [[tariff.service.band]]
    from_g = "0"
    to_g = "2"
    to_inclusive = false
    edge = "printed"
    kind = "cheapest"
    rate = "310.50"
    amount = "190"
    per = "month"
    minimum = "10"
    printed_kr = ["", "187268"]
    [[tariff.service.band]]
    from_g = "2"
    to_g = "3"
    kind = "switch"
    rate = "1"
    switch_at = "8"
    switch_from = "9"
    amount = "2"
    per = "week"
    [[tariff.service.band]]
    from_g = "3"
    kind = "tiers"
    per = "month"
    tiers = [{ min = 1, max = "2.5", amount = "3" }]
  [[tariff.example]]
  service = "practical"
  income = "99858"
  below = true
  units = "2"
  amount = "190"
  quote = "two hours"
"""
)


def problems(text: str | bytes) -> list[Problem]:
    content = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(DataError) as refused:
        read_tariffs(content, "mine.toml")
    assert refused.value.file == "mine.toml"
    assert "mine.toml" in str(refused.value)
    return list(refused.value.problems)


def test_every_key_of_the_schema_reaches_its_value() -> None:
    (full,) = read_tariffs(FULL.encode(), "full.toml")
    assert (full.municipality_no, full.district, full.status.value) == ("1103", "Hundvåg", "superseded")
    assert (full.valid_from, full.valid_to) == (date(2018, 1, 1), date(2018, 12, 31))
    assert (full.adopted_on, full.adopted_ref, full.checked_by) == (date(2017, 12, 14), "KS 1/17", "a person")
    assert (full.replaces, full.retroactive_from, full.mark) == (("other",), date(2018, 2, 1), Mark.KNOWN)
    assert full.sources == (Source("letter", SourceKind.LETTER, "a letter", "1-2", None, "so much"),)
    assert full.g == GPolicy(GPolicyKind.ANNUAL_AVERAGE, D(95800), date(2017, 5, 1))
    assert (full.income.members, full.income.add, full.income.year) == ((Member.SPOUSE,), ("hjelpestonad",), "last")
    assert full.absence == AbsenceRules(48, True, False, True)
    assert full.examples == (Example("practical", D(99858), D(2), D(190), True, "two hours"),)
    assert full.cap_groups == (CapGroup("under2g", D(2), D(205), Period.MONTH, ("practical",)),)


def test_every_key_of_a_service_and_its_bands_reaches_its_value() -> None:
    (service,) = read_tariffs(FULL.encode(), "full.toml")[0].services
    assert (service.bpa, service.chargeable, service.step) == (InBpa.YES, Chargeable.ALL, D("0.5"))
    assert (service.source_lines, service.duplicate_lines, service.national_group) == ("3", "4", "practical")
    first, second, third = service.bands
    assert (first.to_inclusive, first.edge, first.printed_kr) == (False, "printed", (None, D(187268)))
    assert first.price == Cheapest(D("310.50"), D(190), Period.MONTH, D(10))
    assert second.price == Switch(D(1), D(8), D(2), Period.WEEK, D(9))
    assert third.price == Tiers((Tier(D(1), D("2.5"), D(3)),), Period.MONTH)
    assert (third.to_g, third.printed_kr) == (None, (None, None))


def test_the_shipped_lists_are_those_promised() -> None:
    assert [tariff.id for tariff in shipped_tariffs()] == [
        "asker-seed",
        "fla-2026",
        "frosta-2024",
        "holmestrand-2016",
        "hoyanger-2019",
        "hustadvika-2024",
        "karasjok-2026",
        "kviteseid-2020",
        "lier-2020",
        "lillestrom-2020",
        "meraker-2020",
        "oslo-2019",
        "vefsn-2022",
    ]
    assert tariff_by_id("nowhere-1999") is None


def test_asker_has_the_five_tables_of_its_page() -> None:
    asker = tariff_by_id("asker-seed")
    assert asker is not None
    assert asker.undated
    names = [service.id for service in asker.services]
    assert names == ["practical", "alarm", "daycentre", "after_school_est", "dinner", "dessert"]
    assert asker.service("practical").bands[1].price == Metered(D(430), D(2), Period.MONTH)


def test_all_problems_of_a_file_are_told_at_once_with_their_places() -> None:
    broken = (
        FILE.replace('rate = "430"', "rate = 430", 1)
        .replace('from_g = "3"', 'from_g = "-3"', 1)
        .replace('kind = "flat"', 'kind = "flat"\ncolour = "red"', 1)
        .replace('unit = "portion"', 'unit = "spoon"', 1)
        .replace('title = "Priser for helse- og omsorgstjenester (BPA-siden)"\n', "")
        .replace('municipality_no = "0220"', 'municipality_no = "220"')
        .replace('per = "month"\ntiers', "tiers", 1)
    )
    told = [(problem.place, problem.code.value) for problem in problems(broken)]
    assert told == [
        ("tariff[0].municipality_no", "out_of_range"),
        ("tariff[0].service[0].band[1].rate", "not_a_decimal"),
        ("tariff[0].service[0].band[2].from_g", "not_a_decimal"),
        ("tariff[0].service[1].band[1].colour", "unknown_key"),
        ("tariff[0].service[2].band[1].per", "missing"),
        ("tariff[0].service[4].unit", "not_a_choice"),
        ("tariff[0].title", "missing"),
    ]


RING = 'undated = true\nreplaces = ["asker-seed"]'
COLOURED = 'undated = true\n"\\u001b[31m" = 1'
NOON = "valid_from = 2018-05-01T12:00:00"


@pytest.mark.parametrize(
    ("old", "new", "place", "code", "fact"),
    [
        ('rate = "78"', 'rate = "78,50"', "tariff[0].service[4].band[0].rate", "not_a_decimal", "78,50"),
        ('rate = "78"', 'rate = "1e9"', "tariff[0].service[4].band[0].rate", "not_a_decimal", "1e9"),
        ('rate = "78"', "rate = 78.5", "tariff[0].service[4].band[0].rate", "not_a_decimal", "78.5"),
        ('rate = "78"', 'rate = "78"\namount = "1"', "tariff[0].service[4].band[0].amount", "not_of_kind", "metered"),
        ('rate = "78"', 'rate = "78"\ncap_period = "year"', "tariff[0].service[4].band[0].cap", "missing", "cap"),
        ('rate = "78"\n', "", "tariff[0].service[4].band[0].rate", "missing", "rate"),
        ("min=1,", "min=-1,", "tariff[0].service[2].band[1].tiers[0].min", "not_a_decimal", "-1"),
        ("min=1,", "min=true,", "tariff[0].service[2].band[1].tiers[0].min", "not_a_decimal", "True"),
        ("undated = true", 'undated = "yes"', "tariff[0].undated", "wrong_type", "bool"),
        ("undated = true", 'valid_from = "1.5.2018"', "tariff[0].valid_from", "not_a_date", "1.5.2018"),
        ("undated = true", NOON, "tariff[0].valid_from", "not_a_date", "2018-05-01 12:00:00"),
        ('id = "alarm"', 'id = "an alarm"', "tariff[0].service[1].id", "bad_id", "an alarm"),
        ('id = "alarm"', 'id = "practical"', "tariff[0].service[1].id", "duplicate_id", "practical"),
        ('confidence = "seen"', 'confidence = "sure"', "tariff[0].confidence", "not_a_choice", "SURE"),
        ('policy = "in_force"', 'policy = "fixed"', "tariff[0].g.amount", "missing", "amount"),
        ('policy = "in_force"', 'policy = "fixed"\namount = "0.0"', "tariff[0].g.amount", "out_of_range", "0.0"),
        ("undated = true", RING, "tariff[0].replaces", "replaces_loop", "asker-seed"),
        ("undated = true", COLOURED, 'tariff[0]."\\u001b[31m"', "unknown_key", '"\\u001b[31m"'),
        ('kind = "free"', 'kind = ["free"]', "tariff[0].service[0].band[0].kind", "not_a_choice", ""),
    ],
)  # fmt: skip
def test_each_problem_names_its_place_and_what_stands_there(
    old: str, new: str, place: str, code: str, fact: str
) -> None:
    assert old in FILE
    (problem,) = problems(FILE.replace(old, new, 1))
    assert (problem.place, problem.code.value) == (place, code)
    assert fact in problem.facts.values()


def test_lists_that_replace_each_other_in_a_ring_are_refused_each() -> None:
    other = FULL.replace('id = "full"', 'id = "other"').replace('replaces = ["other"]', 'replaces = ["full"]')
    told = problems(FULL + other.removeprefix(HEAD))
    assert [(problem.place, problem.code) for problem in told] == [
        ("tariff[0].replaces", ProblemCode.REPLACES_LOOP),
        ("tariff[1].replaces", ProblemCode.REPLACES_LOOP),
    ]


def test_a_list_that_only_leads_into_a_ring_is_not_in_it() -> None:
    a, b = (FULL.replace('id = "full"', f'id = "{name}"').removeprefix(HEAD) for name in ("a", "other"))
    ring = b.replace('replaces = ["other"]', 'replaces = ["other"]')
    assert [problem.place for problem in problems(HEAD + a + ring)] == ["tariff[1].replaces"]


@pytest.mark.parametrize(
    ("content", "place", "code"),
    [
        (b"schema = \"bpa-tariff/1\"\nid = 'caf\xe9'\n", "line 2", "not_utf8"),
        (b"schema = \n", "line 1, column 10", "not_toml"),
        (b'schema = "bpa-tariff/1', "the end", "not_toml"),
        (b"a = " + b"[" * 100_000, "", "not_toml"),
        (b"a = " + b"9" * 10_000, "", "not_toml"),
        (b"", "schema", "unknown_schema"),
        (b'schema = "bpa-tariff/2"', "schema", "unknown_schema"),
        (b"#" * (LARGEST + 1), "", "too_large"),
        (b'schema = "bpa-tariff/1"', "tariff", "missing"),
        (b'schema = "bpa-tariff/1"\ntariff = []', "tariff", "out_of_range"),
        (b'schema = "bpa-tariff/1"\ntariff = 3', "tariff", "wrong_type"),
        (b'schema = "bpa-tariff/1"\ntariff = [3]', "tariff[0]", "wrong_type"),
    ],
    ids=range(12),
)
def test_what_is_no_price_list_at_all_is_refused(content: bytes, place: str, code: str) -> None:
    (problem,) = problems(content)
    assert (problem.place, problem.code.value) == (place, code)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.toml", tmp_path):
        with pytest.raises(DataError) as refused:
            read_tariff_file(path)
        assert [problem.code for problem in refused.value.problems] == [ProblemCode.UNREADABLE]


def test_a_file_with_a_byte_order_mark_and_base_amounts_beside_its_lists_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    extra = '\n[[g_value]]\nfrom = 2018-05-01\namount = "96883"\nconfidence = "seen"\n'
    path.write_bytes(b"\xef\xbb\xbf" + (FULL + extra).encode())
    assert [tariff.id for tariff in read_tariff_file(path)] == ["full"]


@given(st.binary(max_size=200), st.integers(min_value=0, max_value=len(FULL)))
def test_whatever_is_put_into_a_file_it_is_read_or_refused(noise: bytes, at: int) -> None:
    content = FULL.encode()
    try:
        read_tariffs(content[:at] + noise + content[at:], "noisy.toml")
    except DataError as error:
        assert error.problems


def test_the_floor_can_be_imported_without_loading_pydantic() -> None:
    modules = (
        "bpa_desktop.data, bpa_desktop.data.tariffs, bpa_desktop.data.base_amount, bpa_desktop.data.national_maximum"
    )
    program = f"import sys, {modules}; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=resources_folder().parent).returncode == 0
