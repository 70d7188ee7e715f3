"""The files of pay agreements: as the notes on the agreements say; what is wrong is refused with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.own_pay_agreement import OwnFigures, own_agreement_text, own_figures
from bpa_desktop.data.pay_agreements import (
    parse_pay_agreement,
    parse_pay_law,
    shipped_pay_agreements,
    shipped_pay_law,
)
from bpa_desktop.data.pay_book import pay_book_with, shipped_pay_book
from bpa_desktop.data.problem import DataError
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.pay.agreement import PayRules
from bpa_desktop.pay.kind import FigureName, Kind
from bpa_desktop.pay.mark import Mark
from bpa_desktop.pay.wage import hourly_wage

AGREEMENTS = {agreement.id: agreement for agreement in shipped_pay_agreements()}
VIRKE_TEXT = (resources_folder() / "agreements" / "virke-bpa.toml").read_text(encoding="utf-8")


def problems(text: str) -> list[tuple[str, str]]:
    """Return place and code of everything that is wrong with an agreement."""
    with pytest.raises(DataError) as refused:
        parse_pay_agreement(text.encode(), "own.toml")
    return [(problem.place, problem.code.value) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("day", "at_37", "at_35", "mark"),
    [
        ("2020-04-01", "174.05", "183.86", Mark.SEEN),
        ("2021-04-01", "176.30", "186.23", Mark.DERIVED),
        ("2022-04-01", "184.38", "194.77", Mark.SEEN),
        ("2023-04-01", "194.88", "205.86", Mark.SEEN),
        ("2024-04-01", "206.38", "218.01", Mark.SEEN),
        ("2024-09-01", "206.38", "218.01", Mark.SEEN),
        ("2025-04-01", "213.38", "225.40", Mark.DERIVED),
    ],
)
def test_virkes_least_wages_are_those_of_the_notes(day: str, at_37: str, at_35: str, mark: Mark) -> None:
    rules, first = PayRules(AGREEMENTS["virke-bpa"], (), "I"), date.fromisoformat(day)
    for norm, kroner in (("37.5", at_37), ("35.5", at_35)):
        wage = hourly_wage(None, first, rules=rules, norm=Decimal(norm))
        assert wage is not None
        assert (wage.kroner, wage.mark) == (Decimal(kroner), mark)


def test_the_ladders_of_2024_and_2025_are_those_of_the_notes() -> None:
    virke = AGREEMENTS["virke-bpa"]
    for day, years in (
        (date(2024, 9, 1), [402441, 412441, 427441, 442441]),
        (date(2026, 6, 1), [416091, 426091, 441091, 456091]),
    ):
        ladder = virke.ladder_on(day)
        assert [(step.years, int(step.value)) for step in ladder] == list(zip((0, 3, 6, 9), years, strict=True))


def test_supplements_rise_with_the_settlement_and_what_was_not_found_is_empty() -> None:
    values = {
        (key, day): {row.kind: row.value for row in AGREEMENTS[key].supplements_on(date.fromisoformat(day))}
        for key, day in (
            ("virke-bpa", "2022-07-31"),
            ("virke-bpa", "2025-06-01"),
            ("nho-595", "2023-06-01"),
            ("ks", "2026-01-01"),
        )
    }
    assert list(values.values()) == [
        {Kind.EVENING_NIGHT: 56, Kind.WEEKEND: 53, Kind.HOLIDAY: None},
        {Kind.EVENING_NIGHT: 60, Kind.WEEKEND: 57, Kind.HOLIDAY: 133},
        {Kind.EVENING_NIGHT: 60, Kind.WEEKEND: 57, Kind.HOLIDAY: None},
        {Kind.EVENING_NIGHT: 56, Kind.WEEKEND: None, Kind.HOLIDAY: Decimal("133.333333")},
    ]
    assert not AGREEMENTS["ks"].wages


def test_the_law_has_the_contribution_of_every_zone() -> None:
    zones = {row.zone: row.value for row in shipped_pay_law() if row.name is FigureName.EMPLOYER_CONTRIBUTION}
    rates = ("I", "14.1"), ("Ia", "10.6"), ("II", "10.6"), ("III", "6.4"), ("IV", "5.1"), ("IVa", "7.9"), ("V", "0")
    assert zones == {zone: Decimal(rate) for zone, rate in rates}


def test_every_shipped_figure_has_a_source() -> None:
    for agreement in AGREEMENTS.values():
        sources = [row.source for row in agreement.wages]
        sources += [row.source for row in agreement.supplements] + [row.source for row in agreement.figures]
        assert all(sources)


@pytest.mark.parametrize(
    ("before", "after", "place", "code"),
    [
        ('value = "339400"', "value = 339400", "wage[0].value", "not_a_decimal"),
        ('value = "339400"', 'value = "0"', "wage[0].value", "out_of_range"),
        ("years = 0", "years = -1", "wage[0].years", "out_of_range"),
        ('unit = "kroner_a_year"', 'unit = "percent"', "wage[0].unit", "not_a_choice"),
        ('kind = "evening_night"', 'kind = "base"', "supplement[0].kind", "not_a_choice"),
        ('start = "17:00"', 'start = "25:00"', "supplement[0].window[0].start", "not_a_clock_time"),
        ('days = "every_day"', 'days = "monday"', "supplement[0].window[0].days", "not_a_choice"),
        ('value = "56"', 'value = "5600"', "supplement[0].value", "out_of_range"),
        ('name = "resting_night"', 'name = "resting_day"', "figure[0].name", "not_a_choice"),
        ('full_time_week = "37.5"', 'full_time_week = "0"', "full_time_week", "out_of_range"),
        ("known_to = 2026-03-31", 'known_to = "soon"', "known_to", "not_a_date"),
        ('id = "virke-bpa"', 'id = "Virke BPA"', "id", "bad_id"),
        ('title = "Virke', 'hint = "x"\ntitle = "Virke', "hint", "unknown_key"),
        ("valid_from = 2021-04-01", "valid_from = 2020-04-01", "wage[1]", "duplicate_id"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(before: str, after: str, place: str, code: str) -> None:
    assert before in VIRKE_TEXT
    assert problems(VIRKE_TEXT.replace(before, after, 1)) == [(place, code)]


def test_an_agreement_says_something_of_every_supplement() -> None:
    head = VIRKE_TEXT[VIRKE_TEXT.index("schema") : VIRKE_TEXT.index("[[supplement]]")]
    assert problems(head) == [("supplement", "missing")] * 4


def test_nothing_is_divided_by_zero() -> None:
    none = VIRKE_TEXT.replace('name = "resting_night"\nvalid_from = 2020-04-01\nvalue = "3"', "@", 1)
    zero = none.replace("@", 'name = "resting_night"\nvalid_from = 2020-04-01\nvalue = "0"')
    assert problems(zero) == [("figure[0].value", "out_of_range")]


@given(st.integers(0, len(VIRKE_TEXT) - 1), st.integers(0, 40), st.text(max_size=12))
def test_a_damaged_agreement_is_read_or_refused_with_a_message(at: int, cut: int, put: str) -> None:
    damaged = (VIRKE_TEXT[:at] + put + VIRKE_TEXT[at + cut :]).encode("utf-8", "surrogatepass")
    try:
        parse_pay_agreement(damaged, "own.toml")
    except DataError as refused:
        assert refused.problems


@given(st.binary(max_size=200))
def test_anything_else_is_refused_with_a_message(content: bytes) -> None:
    for read in (parse_pay_agreement, parse_pay_law):
        with pytest.raises(DataError):
            read(content, "own.toml")


FIGURE = st.none() | st.decimals(0, 999, places=2)
OWN = st.builds(
    OwnFigures,
    base_wage=st.none() | st.decimals("0.01", 5000, places=2),
    resting_hours=st.none() | st.decimals("0.01", 100, places=2),
    **dict.fromkeys(
        ("evening", "night", "weekend", "holiday", "overtime", "holiday_pay", "pension", "employer_contribution"),
        FIGURE,
    ),
)


@given(OWN, st.text(min_size=1, max_size=60))
def test_an_own_agreement_says_what_was_typed(own: OwnFigures, title: str) -> None:
    assert own_figures(parse_pay_agreement(own_agreement_text(title, own).encode(), "own.toml")) == own


def test_what_is_not_typed_is_left_to_the_law_or_unknown() -> None:
    book = pay_book_with([OwnPayAgreement("own", own_agreement_text("Vår", OwnFigures()))])
    rules, day = book.rules("own"), date(2026, 1, 1)
    assert rules.value(FigureName.HOLIDAY_PAY, day) == Decimal("10.2")
    assert rules.value(FigureName.RESTING_NIGHT, day) is None
    assert {row.value for row in rules.supplements_on(day)} == {None}


def test_an_own_agreement_that_cannot_be_read_is_left_out() -> None:
    assert pay_book_with([OwnPayAgreement("own", "nonsense")]) == shipped_pay_book()
