"""A price list as it is typed: nothing is lost, a line follows its neighbour, what can't be read is told by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.price_list_writer import tariff_text
from bpa_desktop.data.tariffs import read_tariffs, shipped_tariffs
from bpa_desktop.i18n import Language
from bpa_desktop.tariff.doubts import doubts, is_usable
from bpa_desktop.tariff.price import Cheapest, Flat, Kind, Metered, Period, Switch, Tiers
from bpa_desktop.tariff.price_list import CapGroup, Tariff
from bpa_desktop.tariff.provenance import Mark
from bpa_desktop.ui.cost.list_changes import (
    add_band,
    add_service,
    put,
    raise_prices,
    remove_band,
    remove_service,
)
from bpa_desktop.ui.cost.list_draft import FIGURES, ListDraft, Spot, blank, copy_of, draft_of, spot_of
from bpa_desktop.ui.cost.list_reading import Fault, Reading, proposed_id, read_draft
from tests.tariff.random_lists import tariffs

NOVEMBER = date(2026, 11, 24)


def shipped(list_id: str) -> Tariff:
    return next(one for one in shipped_tariffs() if one.id == list_id)


def reading(draft: ListDraft) -> Reading:
    return read_draft(draft, taken={one.id for one in shipped_tariffs()}, today=NOVEMBER)


def read(draft: ListDraft) -> Tariff:
    found = reading(draft)
    assert found.tariff is not None, found.faults
    return found.tariff


@given(tariffs())
def test_a_list_that_is_opened_and_left_alone_reads_back_the_same(tariff: Tariff) -> None:
    found = reading(draft_of(tariff))
    expected = {
        place: Fault.EMPTY
        for place, text in [("municipality", tariff.municipality)]
        + [(f"service[{n}].label", service.label) for n, service in enumerate(tariff.services)]
        if not text.strip()
    }
    assert found.faults == expected
    if not expected and all(source.ref.strip() for source in tariff.sources):
        assert found.tariff == tariff


@pytest.mark.parametrize("tariff", shipped_tariffs(), ids=lambda tariff: tariff.id)
def test_a_copy_keeps_prices_and_rules_and_forgets_where_they_were_found(tariff: Tariff) -> None:
    copy = read(copy_of(tariff, NOVEMBER))
    assert copy.id == proposed_id(tariff.municipality, 2027, taken=())
    assert (copy.valid_from, copy.valid_to, copy.undated) == (date(2027, 1, 1), None, False)
    assert (copy.sources, copy.mark, copy.adopted_ref, copy.replaces) == ((), Mark.DOUBTFUL, "", ())
    assert [service.bands for service in copy.services] == [service.bands for service in tariff.services]
    kept = ("income", "absence", "cap_groups", "g", "district", "municipality_no")
    assert all(getattr(copy, name) == getattr(tariff, name) for name in kept)


@pytest.mark.parametrize("tariff", shipped_tariffs(), ids=lambda tariff: tariff.id)
def test_what_is_typed_can_be_written_and_read(tariff: Tariff) -> None:
    copy = read(copy_of(tariff, NOVEMBER))
    assert read_tariffs(tariff_text(copy).encode(), "") == (copy,)


def test_a_copy_made_before_the_autumn_is_for_the_same_year() -> None:
    assert read(copy_of(shipped("asker-seed"), date(2026, 8, 31))).valid_from == date(2026, 1, 1)


def test_a_new_list_is_sound_once_its_source_is_given() -> None:
    draft = blank("4001", "Porsgrunn", label=Language("en").text("Practical assistance"), today=NOVEMBER)
    assert not is_usable(doubts(read(draft), shipped_base_amounts()))
    sourced = put(draft, Spot("source[0].ref"), text="porsgrunn.kommune.no")
    assert is_usable(doubts(read(sourced), shipped_base_amounts()))
    assert read(sourced).mark is Mark.DOUBTFUL
    assert read(put(sourced, Spot("source[0].retrieved"), text="2.12.2026")).mark is Mark.SEEN


def test_an_id_is_made_of_municipality_and_year_and_is_not_taken() -> None:
    assert proposed_id("Nord-Aurdal", 2027, taken=()) == "nord-aurdal-2027"
    assert proposed_id("Bærum", None, taken=()) == "baerum"
    assert proposed_id("Øygarden", 2027, taken={"oygarden-2027", "oygarden-2027-2"}) == "oygarden-2027-3"
    assert proposed_id("☃", 2027, taken=()) == "list-2027"


def test_the_next_line_follows_a_limit_letter_by_letter() -> None:
    draft = draft_of(shipped("asker-seed"))
    for text in ("", "3", "3.", "3.2", "3.25"):
        draft = put(draft, Spot("to_g", 0, 1), text=text)
        assert draft.text(Spot("from_g", 0, 2)) == text
    bands = read(draft).services[0].bands
    assert (bands[1].to_g, bands[2].from_g) == (Decimal("3.25"), Decimal("3.25"))


def test_a_gap_that_was_there_stays_until_it_is_mended() -> None:
    tariff = shipped("asker-seed")
    service = tariff.services[0]
    gap = replace(service.bands[1], from_g=Decimal("2.75"))
    broken = replace(tariff, services=(replace(service, bands=(service.bands[0], gap, *service.bands[2:])),))
    draft = put(draft_of(broken), Spot("to_g", 0, 0), text="2.6")
    assert read(draft).services[0].bands[1].from_g == Decimal("2.75")


def test_a_limit_in_kroner_goes_when_its_limit_in_g_changes_and_stays_otherwise() -> None:
    tariff = shipped("karasjok-2026")
    printed = [band.printed_kr for band in tariff.services[0].bands]
    assert any(limit is not None for pair in printed for limit in pair)
    same = read(put(draft_of(tariff), Spot("rate", 0, 1), text="300"))
    assert [band.printed_kr for band in same.services[0].bands] == printed
    changed = read(put(draft_of(tariff), Spot("to_g", 0, 0), text="2.5")).services[0].bands
    assert (changed[0].printed_kr[1], changed[1].printed_kr[0]) == (None, None)
    assert changed[2].printed_kr == printed[2]


def test_a_limit_in_kroner_is_followed_by_the_next_line_that_began_there() -> None:
    draft = put(draft_of(shipped("asker-seed")), Spot("printed_kr[1]", 0, 0), text="273000")
    bands = read(draft).services[0].bands
    assert (bands[0].printed_kr[1], bands[1].printed_kr[0]) == (Decimal(273_000), Decimal(273_000))


def test_every_kind_of_price_can_be_typed() -> None:
    figures = {
        Kind.FLAT: ({"amount": "500", "per": "term"}, Flat),
        Kind.METERED: ({"rate": "450,50", "max_units": "2", "cap": "9 000", "cap_period": "year"}, Metered),
        Kind.SWITCH: ({"rate": "100", "switch_at": "8", "amount": "900", "switch_from": "9"}, Switch),
        Kind.CHEAPEST: ({"rate": "100", "amount": "900 kr", "minimum": "190"}, Cheapest),
        Kind.TIERS: ({"tiers": "1: 157; 2–3 : 385 kr;4-5:640,5;"}, Tiers),
    }
    assert {Kind.FREE, *figures} == set(Kind) == set(FIGURES)
    for kind, (texts, price_class) in figures.items():
        draft = put(draft_of(shipped("asker-seed")), Spot("kind", 0, 0), text=kind.value)
        for key, text in texts.items():
            draft = put(draft, Spot(key, 0, 0), text=text)
        price = read(draft).services[0].bands[0].price
        assert isinstance(price, price_class)
        again = draft_of(read(draft)).services[0].bands[0].texts
        assert [again[key] for key in FIGURES[kind]] == [
            {"450,50": "450.5", "9 000": "9000", "900 kr": "900"}.get(text, text)
            if key != "tiers"
            else "1: 157; 2-3: 385; 4-5: 640.5"
            for key in FIGURES[kind]
            for text in [draft.text(Spot(key, 0, 0))]
        ]


@pytest.mark.parametrize(
    ("spot", "text", "fault"),
    [
        (Spot("municipality"), " ", Fault.EMPTY),
        (Spot("municipality"), "x" * 201, Fault.TOO_LONG),
        (Spot("municipality_no"), "32", Fault.NO_NUMBER),
        (Spot("valid_from"), "soon", Fault.NO_DAY),
        (Spot("source[0].retrieved"), "31.2.2026", Fault.NO_DAY),
        (Spot("g.policy"), "fixed", Fault.NO_G),
        (Spot("label", 0), "", Fault.EMPTY),
        (Spot("step", 0), "half", Fault.NO_AMOUNT),
        (Spot("rate", 0, 1), "", Fault.EMPTY),
        (Spot("rate", 0, 1), "-430", Fault.NO_AMOUNT),
        (Spot("rate", 0, 1), "1" * 13, Fault.NO_AMOUNT),
        (Spot("rate", 0, 1), "0,1234567", Fault.NO_AMOUNT),
        (Spot("max_units", 0, 1), "two", Fault.NO_AMOUNT),
        (Spot("tiers", 2, 1), "1 = 157", Fault.NO_TIERS),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(spot: Spot, text: str, fault: Fault) -> None:
    found = reading(put(draft_of(shipped("asker-seed")), spot, text=text))
    where = "g.amount" if spot.key == "g.policy" else spot.place
    assert (found.tariff, found.faults) == (None, {where: fault})


@given(tariffs())
def test_every_doubt_finds_a_place_in_the_form(tariff: Tariff) -> None:
    draft = draft_of(tariff)
    for doubt in doubts(tariff, shipped_base_amounts()):
        spot = spot_of(doubt.place, draft)
        assert spot.service is None or doubt.place.startswith(spot._replace(key="").place)
        assert not spot.key or draft.text(spot) is not None


def test_doubts_find_the_field_they_are_about() -> None:
    draft = draft_of(shipped("asker-seed"))
    assert spot_of("service[0].band[2].from_g", draft) == Spot("from_g", 0, 2)
    assert spot_of("service[2].band[1].tiers[2].min", draft) == Spot("tiers", 2, 1)
    assert spot_of("service[0].band[1].printed_kr[1]", draft) == Spot("printed_kr[1]", 0, 1)
    assert spot_of("service[0].band[1]", draft) == Spot("", 0, 1)
    assert spot_of("service[1].band", draft) == Spot("", 1)
    assert spot_of("undated", draft) == Spot("valid_from")
    assert spot_of("source", draft) == Spot("source[0].ref")
    assert spot_of("status of old", draft) == Spot()


@given(tariffs(), st.data())
def test_adding_and_taking_away_lines_keeps_the_bands_in_one_piece(tariff: Tariff, data: st.DataObject) -> None:
    draft = draft_of(tariff)
    for _ in range(4):
        count = len(draft.services[0].bands)
        if count == 0 or data.draw(st.booleans()):
            draft = add_band(draft, 0)
        else:
            draft = remove_band(draft, 0, band=data.draw(st.integers(0, count - 1)))
    texts = [band.texts for band in draft.services[0].bands]
    assert all(low["to_g"] == high["from_g"] for low, high in pairwise(texts))
    assert not texts or (texts[0]["from_g"], texts[-1]["to_g"]) == ("0", "")


def test_a_service_is_added_without_a_name_and_taken_away_from_what_it_shared() -> None:
    tariff = shipped("asker-seed")
    count = len(tariff.services)
    draft = add_service(add_service(draft_of(tariff)))
    assert [service.kept.id for service in draft.services][-2:] == ["service-1", "service-2"]
    assert remove_service(remove_service(draft, count), count) == draft_of(tariff)


def test_prices_rise_by_a_percentage_to_whole_kroner_and_counts_and_limits_stay() -> None:
    tariff = shipped("asker-seed")
    raised = read(raise_prices(draft_of(tariff), Decimal("3.5")))
    metered = raised.services[0].bands[1]
    assert isinstance(metered.price, Metered)
    assert (metered.price.rate, metered.price.max_units, metered.to_g) == (Decimal(445), Decimal(2), Decimal(3))
    tiers = raised.services[2].bands[1].price
    assert isinstance(tiers, Tiers)
    assert [tier.amount for tier in tiers.tiers] == [Decimal(162), Decimal(398), Decimal(662)]
    assert [(tier.min, tier.max) for tier in tiers.tiers] == [
        (Decimal(low), Decimal(high)) for low, high in ((1, 1), (2, 3), (4, 5))
    ]
    unreadable = put(draft_of(tariff), Spot("rate", 0, 1), text="4x0")
    assert raise_prices(unreadable, Decimal(10)).text(Spot("rate", 0, 1)) == "4x0"


def shared_ceiling() -> Tariff:
    group = CapGroup("together", Decimal(2), Decimal(200), Period.MONTH, ("practical", "alarm"))
    return replace(shipped("asker-seed"), cap_groups=(group,))


def test_a_shared_ceiling_can_be_typed_rises_with_the_prices_and_goes_with_the_last_that_shares_it() -> None:
    draft = draft_of(shared_ceiling())
    spot = spot_of("cap_group[0].services[1]", draft)
    assert draft.text(spot) == "200"
    assert read(put(draft, spot, text="210")).cap_groups[0].amount == 210
    assert read(raise_prices(draft, Decimal(10))).cap_groups[0].amount == 220
    assert reading(put(draft, spot, text="")).faults == {"cap_group[0].amount": Fault.EMPTY}
    one = remove_service(draft, 0)
    assert read(one).cap_groups[0].services == ("alarm",)
    assert read(remove_service(one, 0)).cap_groups == ()
