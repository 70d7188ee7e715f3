"""Which lists a place is offered on a day, in which order, and what is billed anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bpa_desktop.data.municipality_numbers import shipped_municipality_numbers
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.tariff.charge_warnings import WarningCode
from bpa_desktop.tariff.choice import Place, lists_for
from bpa_desktop.tariff.municipality import MunicipalityNumbers
from bpa_desktop.tariff.price import Flat, Free
from bpa_desktop.tariff.price_list import Status, Tariff
from tests.tariff.lists import ask, band, service, tariff

OSLO = Place("0301")
NUMBERS = shipped_municipality_numbers()
PLAIN = tariff(service(band("0", None, Free())))


def year(number: int, **changes: object) -> Tariff:
    """Return a list for a calendar year."""
    dates = {"valid_from": date(number, 1, 1), "valid_to": date(number, 12, 31)}
    return replace(PLAIN, **{"id": f"y{number}", **dates, **changes})  # type: ignore[arg-type]


UNDATED = replace(PLAIN, id="undated", undated=True, valid_from=None, valid_to=None)


def chosen(tariffs: list[Tariff], day: str, place: Place = OSLO) -> list[str]:
    """Return the ids of a place's lists, asked in both orders of the lists, which must not matter."""
    asked = date.fromisoformat(day)
    found = [each.id for each in lists_for(tariffs, place, day=asked, numbers=NUMBERS)]
    assert found == [each.id for each in lists_for(reversed(tariffs), place, day=asked, numbers=NUMBERS)]
    return found


def test_the_valid_list_comes_first_then_the_undated_then_the_newest_that_ended() -> None:
    lists = [year(2022), year(2023), year(2024), year(2025), UNDATED]
    assert chosen(lists, "2024-06-01") == ["y2024", "undated", "y2023", "y2022"]
    assert chosen(lists, "2024-01-01")[0] == "y2024"
    assert chosen(lists, "2023-12-31")[0] == "y2023"
    assert chosen(lists, "2026-06-01") == ["undated", "y2025", "y2024", "y2023", "y2022"]
    assert chosen(lists, "2020-06-01") == ["undated"]


@pytest.mark.parametrize("number", ["0220", "3025", "3203"])
def test_asker_is_found_by_each_number_it_has_had(number: str) -> None:
    found = lists_for(shipped_tariffs(), Place(number), day=date(2026, 6, 1), numbers=NUMBERS)
    assert [each.id for each in found] == ["asker-seed"]


def test_a_municipality_whose_numbers_are_not_known_is_found_by_its_own_number_only() -> None:
    unknown = year(2024, municipality_no="9999")
    assert lists_for([unknown], Place("9999"), day=date(2024, 6, 1), numbers=MunicipalityNumbers()) == (unknown,)
    assert lists_for([unknown], Place("0301"), day=date(2024, 6, 1), numbers=MunicipalityNumbers()) == ()


def test_a_districts_own_list_comes_before_the_citys_and_another_districts_not_at_all() -> None:
    lists = [year(2024), year(2024, id="frogner", district="Frogner"), year(2024, id="bjerke", district="Bjerke")]
    assert chosen(lists, "2024-06-01", Place("0301", "Frogner")) == ["frogner", "y2024"]
    assert chosen(lists, "2024-06-01") == ["y2024"]


def test_proposed_and_withdrawn_lists_come_last() -> None:
    lists = [year(2024, id="w", status=Status.WITHDRAWN), year(2023), year(2024, id="p", status=Status.PROPOSED)]
    assert chosen(lists, "2024-06-01")[0] == "y2023"
    assert set(chosen(lists, "2024-06-01")[1:]) == {"w", "p"}


FROZEN = year(2016, valid_to=None, services=(service(band("0", None, Flat(PLAIN.services[0].bands[0].from_g))),))
NEWER = year(2017, valid_from=date(2017, 3, 1), replaces=("y2016",), retroactive_from=date(2017, 1, 1))


def test_a_list_that_replaces_another_back_in_time_is_used_from_that_day() -> None:
    assert chosen([FROZEN, NEWER], "2016-12-31") == ["y2016"]
    assert chosen([FROZEN, NEWER], "2017-01-01") == ["y2017", "y2016"]
    assert chosen([FROZEN, NEWER], "2017-06-01") == ["y2017", "y2016"]


def test_a_proposed_list_replaces_nothing_yet() -> None:
    proposed = replace(NEWER, status=Status.PROPOSED)
    assert chosen([FROZEN, proposed], "2017-06-01") == ["y2016", "y2017"]


@pytest.mark.parametrize(
    ("changes", "day", "rebilled"),
    [
        ({}, "2016-12-31", False),
        ({}, "2017-01-01", True),
        ({}, "2017-02-28", True),
        ({}, "2017-03-01", False),
        ({"valid_from": date(2017, 1, 1), "adopted_on": date(2017, 4, 5)}, "2017-04-04", True),
        ({"valid_from": date(2017, 1, 1), "adopted_on": date(2017, 4, 5)}, "2017-04-05", False),
        ({"replaces": ()}, "2017-02-01", False),
        ({"retroactive_from": None}, "2017-02-01", False),
        ({"valid_from": None}, "2017-02-01", False),
    ],
)
def test_days_before_the_newer_list_was_known_are_billed_anew(
    changes: dict[str, object], day: str, rebilled: bool
) -> None:
    newer = replace(NEWER, **changes)  # type: ignore[arg-type]
    codes = {warning.code: warning.facts for warning in ask(newer, "1", "1", day).warnings}
    assert (WarningCode.REBILLED in codes) is rebilled
    if rebilled:
        assert codes == {WarningCode.REBILLED: {"retroactive_from": date(2017, 1, 1)}}


def test_a_list_is_in_force_where_it_is_adopted_and_holds_on_the_day() -> None:
    assert year(2026).is_in_force_on(date(2026, 1, 1))
    assert not year(2026).is_in_force_on(date(2027, 1, 1))
    assert not year(2026, status=Status.SUPERSEDED).is_in_force_on(date(2026, 1, 1))
