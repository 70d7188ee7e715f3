"""Weeks and days as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import CODES, Language
from bpa_desktop.ui.roster.month_entry import MONTHS
from bpa_desktop.ui.roster.week_entry import WEEKDAYS, NoSuchDayError, parse_day, parse_week, typed_day

SHOWN = Week(2026, 49)
TODAY = date(2026, 11, 24)
FRIDAY = date(2026, 12, 4)


def parsed(text: str) -> date:
    return parse_week(text, shown=SHOWN, today=TODAY)


@pytest.mark.parametrize(
    "typed", ["31", "u31", "uke 31", "W31", "week 31", "2026-31", "2026-W31", "2026 uke 31", "31/2026"]
)
def test_a_week_can_be_typed_in_many_ways(typed: str) -> None:
    assert parsed(typed) == date(2026, 7, 27)


@pytest.mark.parametrize(
    "typed",
    [
        "4.12.2026",
        "4.12",
        "4/12",
        "04.12.26",
        "2026-12-04",
        "4. 12.",
        "4/12-2026".replace("-", "/"),
    ],
)
def test_a_day_can_be_typed_in_many_ways(typed: str) -> None:
    assert parsed(typed) == FRIDAY


@pytest.mark.parametrize(
    ("typed", "week"), [("+2u", Week(2026, 51)), ("-1", Week(2026, 48)), ("+ 5", Week(2027, 1)), ("+0", SHOWN)]
)
def test_a_sign_counts_from_the_week_that_is_shown(typed: str, week: Week) -> None:
    assert parsed(typed) == week.monday


def test_a_week_without_its_year_is_the_closest_one() -> None:
    assert parsed("2") == Week(2027, 2).monday
    assert parsed("53") == Week(2026, 53).monday


def test_a_day_without_its_year_is_the_closest_one() -> None:
    assert parsed("6.1") == date(2027, 1, 6)


@pytest.mark.parametrize("typed", ["4. des", "4 Desember", "4th Dec", "dec 4, 2026", "4. desember 2026"])
def test_a_day_can_be_typed_with_the_name_of_its_month(typed: str) -> None:
    assert parsed(typed) == parse_day(typed, near=SHOWN.monday) == FRIDAY


@pytest.mark.parametrize("typed", ["32. mai", "4. dez", "ma", "mai 0000"])
def test_a_month_or_a_day_of_it_that_there_is_not_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchDayError):
        parsed(typed)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("januar", date(2027, 1, 1)),
        ("Jan.", date(2027, 1, 1)),
        ("nov", date(2026, 11, 1)),
        ("mars 2028", date(2028, 3, 1)),
    ],
)
def test_a_month_leads_to_its_first_day_and_without_its_year_to_the_closest(typed: str, first: date) -> None:
    assert parsed(typed) == first


@pytest.mark.parametrize(("number", "names"), list(enumerate(MONTHS, 1)))
def test_each_month_is_known_by_its_name_and_its_beginning(number: int, names: tuple[str, ...]) -> None:
    for name in names:
        for typed in (name, name[:3], f"{name[:4]}."):
            assert parsed(f"2. {typed} 2027") == date(2027, number, 2)


def test_today_is_a_word() -> None:
    assert parsed("i dag") == parsed("Today") == TODAY


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "54",
        "0",
        "2027-53",
        "31.2.2026",
        "soon",
        "2026-13-01",
        "+",
        "4.13",
        "9999-99",
    ],
)
def test_what_names_no_week_and_no_day_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchDayError):
        parsed(typed)


@pytest.mark.parametrize("typed", ["31", "u31", "x"])
def test_a_week_is_no_day(typed: str) -> None:
    with pytest.raises(NoSuchDayError):
        parse_day(typed, near=FRIDAY)


def test_a_day_counts_from_the_one_that_is_near() -> None:
    assert parse_day("+1", near=FRIDAY) == date(2026, 12, 5)


@pytest.mark.parametrize("typed", ["fre", "FRE", "fre.", "fred", "fredag", "fri", "friday"])
def test_a_weekday_is_the_one_of_the_week(typed: str) -> None:
    assert parsed(typed) == FRIDAY
    assert parse_day(typed, near=date(2026, 12, 6)) == FRIDAY
    assert parse_day(typed, near=date(2026, 11, 29)) == date(2026, 11, 27)


def test_every_weekday_is_known_in_three_languages_and_by_three_letters() -> None:
    shortest = ("man mon mån", "tir tue tys", "ons wed", "thu tor", "fre fri", "lau lor lør sat", "son sun søn")
    assert [sorted({name[:3] for name in names}) for names in WEEKDAYS] == [one.split() for one in shortest]
    for day, names in zip(SHOWN.days, WEEKDAYS, strict=True):
        assert {parsed(typed) for name in names for typed in (name, name[:3])} == {day}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("style", ["weekday", "weekday_short", "day_month", "date"])
def test_a_day_as_the_program_writes_it_can_be_typed(code: str, style: str) -> None:
    language = Language(code)
    assert [parse_day(language.date(day, style), near=FRIDAY) for day in SHOWN.days] == list(SHOWN.days)


@pytest.mark.parametrize(("code", "written"), [("nb", "fre. 4. des."), ("nn", "fre 4. des."), ("en", "Fri 4 Dec")])
def test_a_day_is_written_with_its_weekday(code: str, written: str) -> None:
    assert Language(code).date(FRIDAY) == written


@pytest.mark.parametrize("typed", ["fr", "f", "fredags", "onds"])
def test_less_than_three_letters_or_others_are_no_weekday(typed: str) -> None:
    with pytest.raises(NoSuchDayError):
        parse_day(typed, near=FRIDAY)


def test_tomorrow_is_a_word_too() -> None:
    assert parsed("i morgen") == parsed("imorgon") == parsed("Tomorrow") == date(2026, 11, 25)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_day_that_is_written_out_can_be_typed_again(day: date) -> None:
    assert parse_day(typed_day(day), near=FRIDAY) == day


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_refused(typed: str) -> None:
    try:
        found = parsed(typed)
    except NoSuchDayError:
        return
    assert isinstance(found, date)
