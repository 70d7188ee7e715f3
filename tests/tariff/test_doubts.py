"""Doubts about price lists: the errors found in real lists, and none about sound ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.data.national_maximum import shipped_national_maximum
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.tariff.doubt import Doubt, DoubtCode
from bpa_desktop.tariff.doubts import doubts, doubts_between, is_usable
from bpa_desktop.tariff.g_policy import GPolicy, GPolicyKind
from bpa_desktop.tariff.price import Cheapest, Flat, Free, Metered, Period, Price, Switch, Tier, Tiers
from bpa_desktop.tariff.price_list import Band, CapGroup, InBpa, Service, Status, Tariff, Unit
from bpa_desktop.tariff.provenance import Mark, SourceKind
from tests.tariff.lists import READ, G, band, service, shipped, tariff

D = Decimal
FREE = band("0", None, Free())
SOUND = tariff(service(band("0", "2", Free()), band("2", None, Metered(D(400), D(3), Period.MONTH))))


def found(prices: Tariff) -> list[tuple[str, str, str]]:
    return [
        (doubt.code.value, doubt.place, doubt.value) for doubt in doubts(prices, G, national=shipped_national_maximum())
    ]


def printed(from_kr: str, to_kr: str, of: Band) -> Band:
    return replace(of, printed_kr=(D(from_kr) if from_kr else None, D(to_kr) if to_kr else None))


def fixed(amount: str, valid_from: date, *bands: Band, stated_from: date | None = None) -> Tariff:
    policy = GPolicy(GPolicyKind.FIXED, D(amount), stated_from)
    return tariff(service(*bands), g=policy, valid_from=valid_from, valid_to=None)


def test_a_sound_list_has_no_doubt() -> None:
    assert found(SOUND) == []


BAND = "service[0].band"
EXPECTED = {
    "asker-seed": [("undated", "undated", "true")],
    "holmestrand-2016": [
        ("limit_misprinted", f"{BAND}[2].printed_kr[0]", "277279"),
        ("printed_overlap", f"{BAND}[2].printed_kr[0]", "277279"),
    ],
    "hoyanger-2019": [
        ("g_fixed_over_may", "g.amount", "96883"),
        *(("switch_gap", f"{BAND}[{index}].switch_from", "9") for index in (1, 2, 3, 4)),
        ("falls_when_income_rises", f"{BAND}[1]", "155"),
    ],
    "hustadvika-2024": [("g_fixed_over_may", "g.amount", "118620")],
    "karasjok-2026": [
        ("limit_of_stale_g", f"{BAND}[0].printed_kr[1]", "202702"),
        ("limit_of_stale_g", f"{BAND}[1].printed_kr[0]", "202702"),
        ("limit_of_stale_g", f"{BAND}[1].printed_kr[1]", "304053"),
        ("limit_of_stale_g", f"{BAND}[2].printed_kr[0]", "304053"),
        ("limit_of_stale_g", f"{BAND}[2].printed_kr[1]", "405404"),
        ("limit_of_stale_g", f"{BAND}[3].printed_kr[0]", "405404"),
        ("limit_of_stale_g", f"{BAND}[3].printed_kr[1]", "506775"),
        ("limit_of_stale_g", f"{BAND}[4].printed_kr[0]", "506755"),
        ("printed_overlap", f"{BAND}[4].printed_kr[0]", "506755"),
        ("falls_when_income_rises", f"{BAND}[1]", "207"),
        ("national_maximum_disputed", f"{BAND}[0]", "241"),
    ],
    "lillestrom-2020": [("example_of_other_limit", "example[0].income", "99858")],
    "vefsn-2022": [("national_maximum_outdated", f"{BAND}[0]", "210")],
}


@pytest.mark.parametrize("prices", shipped_tariffs(), ids=lambda prices: prices.id)
def test_a_shipped_list_has_the_doubts_its_municipality_left_in_it_and_no_other(prices: Tariff) -> None:
    assert found(prices) == EXPECTED.get(prices.id, [])
    assert is_usable(doubts(prices, G, national=shipped_national_maximum()))


def test_the_shipped_lists_do_not_contradict_each_other() -> None:
    assert doubts_between(shipped_tariffs()) == ()


def only(prices: Tariff, code: DoubtCode) -> Doubt:
    """Return the one doubt of a code."""
    (doubt,) = [doubt for doubt in doubts(prices, G, national=shipped_national_maximum()) if doubt.code is code]
    return doubt


def test_karasjoks_limits_are_explained_by_the_base_amount_of_2020() -> None:
    told = [d for d in doubts(shipped("karasjok-2026"), G) if d.code is DoubtCode.LIMIT_OF_STALE_G]
    assert {doubt.facts["explained_from"] for doubt in told} == {date(2020, 5, 1)}
    assert (told[0].place, told[0].value) == ("service[0].band[0].printed_kr[1]", "202702")
    assert told[0].facts["expected"] == 2 * D(136549)


def test_a_base_amount_given_the_wrong_year_is_found() -> None:
    doubt = only(fixed("93634", date(2019, 1, 1), FREE, stated_from=date(2018, 5, 1)), DoubtCode.G_OF_ANOTHER_YEAR)
    assert (doubt.facts["expected"], doubt.facts["explained_from"]) == (96883, date(2017, 5, 1))


def test_a_base_amount_that_was_over_when_the_list_began_is_stale() -> None:
    doubt = only(fixed("93634", date(2019, 1, 1), FREE), DoubtCode.STALE_G)
    assert (doubt.value, doubt.facts["expected"]) == ("93634", 96883)


def test_a_base_amount_that_never_was_is_unknown() -> None:
    assert only(fixed("96838", date(2019, 1, 1), FREE), DoubtCode.UNKNOWN_G).place == "g.amount"


def test_a_yearly_average_is_no_doubt_and_neither_is_a_list_older_than_the_table() -> None:
    average = replace(SOUND, g=GPolicy(GPolicyKind.ANNUAL_AVERAGE, D(122225)))
    assert found(average) == []
    assert found(fixed("88370", date(2013, 1, 1), FREE)) == []
    assert found(replace(fixed("88370", date(2013, 1, 1), FREE), valid_from=None, undated=True)) == [
        ("undated", "undated", "true")
    ]


def test_lesjas_two_base_amounts_overlap_and_are_told_apart() -> None:
    lower = printed("", "212798", band("0", "2", Free()))
    upper = printed("183480", "", band("2", None, Flat(D(700))))
    lesja = tariff(service(lower, upper), valid_from=date(2021, 6, 1), valid_to=date(2021, 12, 31))
    assert only(lesja, DoubtCode.PRINTED_OVERLAP).facts == {"before": D(212798)}
    assert only(lesja, DoubtCode.LIMIT_OF_STALE_G).facts["explained_average_of"] == 2016


def test_sor_varangers_limit_is_another_multiple_of_an_average() -> None:
    lower = printed("", "252133", band("0", "2", Free()))
    doubt = only(
        tariff(service(lower, band("2", None, Free())), valid_from=date(2021, 1, 1), valid_to=date(2021, 12, 31)),
        DoubtCode.LIMIT_OF_OTHER_MULTIPLE,
    )
    assert (doubt.facts["explained_multiple"], doubt.facts["explained_average_of"]) == (D("2.5"), 2020)


def test_a_limit_that_nothing_explains_and_a_gap_between_limits_are_found() -> None:
    lower = printed("", "999999", band("0", "2", Free()))
    upper = printed("1000010", "", band("2", None, Free()))
    codes = [code for code, _, _ in found(tariff(service(lower, upper)))]
    assert codes == ["limit_unexplained", "limit_unexplained", "printed_gap"]


@pytest.mark.parametrize(
    ("g", "limit", "doubted"),
    [
        (GPolicy(), "237240", False),  # 2 G before May 2024
        (GPolicy(), "248056", False),  # and after
        (GPolicy(GPolicyKind.JAN1), "237240", False),
        (GPolicy(GPolicyKind.JAN1), "248056", True),
        (GPolicy(GPolicyKind.FIXED, D(118620)), "248056", True),
        (GPolicy(GPolicyKind.FIXED, D(118620)), "237241", False),
    ],
)
def test_a_printed_limit_may_stand_on_any_base_amount_in_force_while_the_list_holds(
    g: GPolicy, limit: str, doubted: bool
) -> None:
    prices = tariff(service(printed("", limit, band("0", "2", Free())), band("2", None, Free())), g=g)
    assert bool(found(prices)) is doubted


def test_a_printed_limit_of_an_undated_or_very_old_list_may_stand_on_any_base_amount() -> None:
    prices = tariff(service(printed("", "185152", band("0", "2", Free())), band("2", None, Free())))
    old = replace(prices, valid_from=date(2012, 1, 1), valid_to=date(2012, 12, 31))
    assert found(replace(prices, undated=True, valid_from=None, valid_to=None)) == [("undated", "undated", "true")]
    assert found(old) == []
    assert found(replace(prices, valid_from=date(2016, 5, 1), valid_to=None)) == []


def test_fredrikstads_ceiling_is_not_four_times_its_hour() -> None:
    both = Metered(D(256), D(4), Period.MONTH, cap=D(1028))
    doubt = only(tariff(service(band("0", None, both))), DoubtCode.CEILINGS_DISAGREE)
    assert (doubt.place, doubt.value, doubt.facts["expected"]) == ("service[0].band[0].cap", "1028", 1024)
    agreed = replace(both, cap=D(1024))
    yearly = replace(both, cap_period=Period.YEAR)
    assert not any(found(tariff(service(band("0", None, price)))) for price in (agreed, yearly))


BREAKING: list[tuple[tuple[Band, ...], str, str]] = [
    ((), "no_band", "service[0].band"),
    ((band("1", None, Free()),), "not_from_zero", "service[0].band[0].from_g"),
    ((band("0", "2", Free()), band("3", None, Free())), "band_gap", "service[0].band[1].from_g"),
    ((band("0", "2", Free()), band("1", None, Free())), "band_overlap", "service[0].band[1].from_g"),
    ((band("0", "5", Free()),), "no_open_band", "service[0].band[0].to_g"),
    ((band("0", None, Free()), band("2", None, Free())), "open_band_not_last", "service[0].band[0].to_g"),
    ((band("0", "0", Free()), band("0", None, Free())), "empty_band", "service[0].band[0].to_g"),
    ((band("0", None, Metered(D(1), D(2))),), "no_max_period", "service[0].band[0].max_period"),
    ((band("0", None, Tiers(())),), "no_tier", "service[0].band[0].tiers"),
    ((band("0", None, Tiers((Tier(D(2), D(1), D(9)),))),), "tier_backwards", "service[0].band[0].tiers[0].max"),
    (
        (band("0", None, Tiers((Tier(D(3), D(5), D(9)), Tier(D(1), D(3), D(5))))),),
        "tier_overlap",
        "service[0].band[0].tiers[0].min",
    ),
]


@pytest.mark.parametrize(("bands", "code", "place"), BREAKING, ids=[code for _, code, _ in BREAKING])
def test_a_list_without_a_sound_answer_for_some_household_cannot_be_chosen(
    bands: tuple[Band, ...], code: str, place: str
) -> None:
    told = doubts(tariff(service(*bands)), G)
    assert [(doubt.code.value, doubt.place, doubt.breaking) for doubt in told] == [(code, place, True)]
    assert not is_usable(told)


@pytest.mark.parametrize(
    ("unit", "low", "high", "doubted"),
    [
        (Unit.HOUR, "8", "9", True),
        (Unit.HOUR, "8", "8.25", False),
        (Unit.DAYS_PER_WEEK, "3", "4", False),
        (Unit.DAYS_PER_WEEK, "2", "4", True),
    ],
)
def test_units_between_two_tiers_are_a_gap_where_they_can_occur(unit: Unit, low: str, high: str, doubted: bool) -> None:
    tiers = Tiers((Tier(D(1), D(low), D(10)), Tier(D(high), D(20), D(20))))
    assert [code for code, _, _ in found(tariff(service(band("0", None, tiers), unit=unit)))] == ["tier_gap"] * doubted


def test_up_to_8_hours_and_9_or_more_leaves_a_gap_unless_hours_are_whole() -> None:
    switch = Switch(D(100), D(8), D(900), switch_from=D(9))
    half = replace(service(band("0", None, switch)), step=D("0.5"))
    assert only(tariff(half), DoubtCode.SWITCH_GAP).place == "service[0].band[0].switch_from"
    assert found(tariff(replace(half, step=D(1)))) == []
    assert found(tariff(service(band("0", None, replace(switch, switch_from=None))))) == []


@pytest.mark.parametrize(
    ("upper", "units", "amounts"),
    [(Flat(D(250)), 1, (300, 250)), (Metered(D(400), D("0.5"), Period.MONTH), 1, (300, 200))],
)
def test_an_amount_that_falls_when_income_rises_is_found_with_the_units(
    upper: Price, units: int, amounts: tuple[int, int]
) -> None:
    doubt = only(
        tariff(service(band("0", "3", Flat(D(300))), band("3", None, upper))), DoubtCode.FALLS_WHEN_INCOME_RISES
    )
    assert doubt.facts == {"units": units, "below": amounts[0], "above": amounts[1]}


def test_a_tier_that_costs_less_than_the_one_before_is_found_in_whatever_order_they_stand() -> None:
    tiers = Tiers((Tier(D(4), D(5), D(86)), Tier(D(1), D(3), D(221))))
    doubt = only(tariff(service(band("0", None, tiers), unit=Unit.DAY)), DoubtCode.FALLS_WHEN_UNITS_RISE)
    assert (doubt.place, doubt.value, doubt.facts) == (f"{BAND}[0].tiers[0].amount", "86", {"before": D(221)})


def over_may(valid_to: date | None, stated_from: date | None) -> list[str]:
    """Return the doubts about a list that names G of May 2023 from January 2024 on."""
    prices = fixed("118620", date(2024, 1, 1), FREE, stated_from=stated_from)
    return [code for code, _, _ in found(replace(prices, valid_to=valid_to))]


def test_a_named_g_that_ends_while_the_list_holds_is_found_and_one_not_named_is_the_municipalitys_choice() -> None:
    may_2023 = date(2023, 5, 1)
    assert over_may(date(2024, 5, 1), may_2023) == ["g_fixed_over_may"]
    assert over_may(None, may_2023) == ["g_fixed_over_may"]
    assert over_may(date(2024, 4, 30), may_2023) == []
    assert over_may(None, None) == []
    since_january = fixed("92576", date(2016, 1, 1), FREE, stated_from=date(2016, 5, 1))
    assert found(replace(since_january, valid_to=date(2016, 12, 31))) == []


def test_tiers_without_the_tried_units_are_no_fall() -> None:
    odd = Tiers((Tier(D(4), D(4), D(1)),))
    assert found(tariff(service(band("0", "3", odd), band("3", None, Free())))) == []
    assert found(tariff(service(band("0", "3", Free()), band("3", None, odd)))) == []


@pytest.mark.parametrize(
    ("price", "code"),
    [
        (Metered(D(100), cap=D(231)), "above_national_maximum"),
        (Metered(D(100)), "above_national_maximum"),
        (Metered(D(100), cap=D(100), cap_period=Period.YEAR), "above_national_maximum"),
        (Metered(D(100), D(2), Period.YEAR), "above_national_maximum"),
        (Metered(D(116), D(2), Period.MONTH), "above_national_maximum"),
        (Cheapest(D(100), D(300)), "above_national_maximum"),
        (Switch(D(80), D(3), D(200)), "above_national_maximum"),
        (Tiers((Tier(D(1), D(90), D(240)),)), "above_national_maximum"),
        (Metered(D(100), cap=D(230)), None),
        (Flat(D(100)), None),
        (Free(), None),
    ],
)
def test_a_list_that_charges_more_than_the_state_allows_under_2_g_is_found(price: Price, code: str | None) -> None:
    prices = tariff(service(band("0", "2", price), band("2", None, Metered(D(9999)))))
    told = [found_code for found_code, place, _ in found(prices) if place == "service[0].band[0]"]
    assert told == ([code] if code else [])


def test_the_maximum_of_the_year_before_and_a_disputed_one_are_found() -> None:
    last_years = tariff(service(band("0", "2", Flat(D(205))), band("2", None, Flat(D(900)))))
    in_2022 = replace(last_years, valid_from=date(2022, 1, 1), valid_to=date(2022, 12, 31))
    assert found(in_2022) == []
    vefsn = only(shipped("vefsn-2022"), DoubtCode.NATIONAL_MAXIMUM_OUTDATED)
    assert (vefsn.value, vefsn.facts["explained_by"], vefsn.facts["maximum"]) == ("210", 2021, 215)
    disputed = replace(last_years, valid_from=date(2018, 1, 1), valid_to=date(2018, 12, 31))
    assert found(disputed) == []  # 205, as most have it
    assert only(shipped("karasjok-2026"), DoubtCode.NATIONAL_MAXIMUM_DISPUTED).facts["maximum"] == 245


def test_the_maximum_is_not_asked_of_other_services_free_bpa_or_an_unknown_year() -> None:
    dear = service(band("0", "2", Flat(D(999))), band("2", None, Flat(D(999))))
    alarm = replace(dear, chargeable=None, unit=Unit.MONTH)
    assert found(tariff(alarm)) == []
    assert found(tariff(replace(dear, bpa=InBpa.NO))) == []
    assert found(tariff(dear, valid_from=date(2025, 1, 1), valid_to=None)) == []
    no_first_band = tariff(service(band("0", "3", Flat(D(999))), band("3", None, Flat(D(999)))))
    assert found(no_first_band) == []


def test_the_first_year_known_has_no_year_before() -> None:
    plain = tariff(service(band("0", "2", Flat(D(170))), band("2", None, Flat(D(900)))))
    assert found(replace(plain, valid_from=date(2012, 1, 1), valid_to=date(2012, 12, 31))) == []


@pytest.mark.parametrize(
    ("prices", "code", "place", "breaking"),
    [
        (replace(SOUND, sources=()), "no_source", "source", True),
        (replace(SOUND, services=()), "no_service", "service", True),
        (replace(SOUND, valid_from=None), "no_date", "valid_from", True),
        (replace(SOUND, valid_to=date(2023, 1, 1)), "valid_backwards", "valid_to", True),
        (replace(SOUND, sources=(replace(READ, retrieved=None),)), "seen_without_retrieved", "source[0].retrieved", 0),
        (replace(SOUND, status=Status.WITHDRAWN), "not_in_force", "status", False),
        (
            replace(SOUND, services=(*SOUND.services, replace(SOUND.services[0], id="again"))),
            "duplicate_service",
            "service[1]",
            False,
        ),
        (
            replace(SOUND, cap_groups=(CapGroup("a", None, D(9), Period.MONTH, ("practical", "alarm")),)),
            "cap_group_of_nothing",
            "cap_group[0].services[1]",
            False,
        ),
    ],
)
def test_what_is_wrong_with_the_list_itself_is_found(prices: Tariff, code: str, place: str, breaking: bool) -> None:
    told = doubts(prices, G)
    assert [(doubt.code.value, doubt.place, doubt.breaking) for doubt in told] == [(code, place, bool(breaking))]


def test_a_list_known_or_from_a_seed_need_not_say_when_it_was_read() -> None:
    unread = replace(READ, retrieved=None)
    assert found(replace(SOUND, sources=(unread,), mark=Mark.KNOWN)) == []
    assert found(replace(SOUND, sources=(replace(unread, kind=SourceKind.SEED),))) == []


def test_two_meals_of_one_price_are_no_duplicate() -> None:
    meals = [Service(name, name, Unit.PORTION, (FREE,)) for name in ("dinner", "dessert")]
    assert found(tariff(*meals)) == []


NEXT = replace(SOUND, id="next", valid_from=date(2024, 7, 1), valid_to=None)


@pytest.mark.parametrize(
    ("first", "second", "doubted"),
    [
        (SOUND, NEXT, True),
        (replace(SOUND, valid_to=date(2024, 6, 30)), NEXT, False),
        (SOUND, replace(NEXT, replaces=("plain",)), False),
        (replace(SOUND, replaces=("next",)), NEXT, False),
        (SOUND, replace(NEXT, district="Frogner"), False),
        (SOUND, replace(NEXT, services=()), False),
        (SOUND, replace(NEXT, valid_from=None, undated=True), False),
        (replace(SOUND, valid_from=None, undated=True), NEXT, False),
    ],
)
def test_two_lists_that_hold_together_must_say_which_replaces_the_other(
    first: Tariff, second: Tariff, doubted: bool
) -> None:
    told = doubts_between((first, second))
    assert [(doubt.code.value, doubt.place) for doubt in told] == [("lists_overlap", "tariff[1].valid_from")] * doubted


def test_a_service_gone_from_the_new_list_is_found_whichever_comes_first() -> None:
    old = replace(SOUND, services=(*SOUND.services, service(FREE, unit=Unit.DAYS_PER_WEEK, name="est")))
    new = replace(NEXT, replaces=("plain",))
    expected = (DoubtCode.SERVICE_GONE, "est")
    assert [(doubt.code, doubt.value) for doubt in doubts_between((old, new))] == [expected]
    (doubt,) = doubts_between((new, old))
    assert (doubt.code, doubt.place, doubt.value) == (expected[0], "tariff[0].service", "est")
