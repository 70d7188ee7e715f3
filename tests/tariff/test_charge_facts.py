"""What a charge says besides the amount: steps, what was assumed, warnings, the source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.data.national_maximum import shipped_national_maximum
from bpa_desktop.tariff.charge import OtherService, Question, charge, charge_all, rounded
from bpa_desktop.tariff.charge_facts import Charge, Step
from bpa_desktop.tariff.charge_warnings import WarningCode
from bpa_desktop.tariff.errors import AbsurdAmountError, BeforeFirstBaseAmountError, NotInListError, UnknownServiceError
from bpa_desktop.tariff.national_maximum import NationalMaximum, NationalMaximumEntry
from bpa_desktop.tariff.price import CeilingKind, Cheapest, Flat, Free, Metered, Period, Tier, Tiers
from bpa_desktop.tariff.price_list import CapGroup, InBpa, Status, Unit
from bpa_desktop.tariff.provenance import Mark
from tests.tariff.lists import G, ask, band, service, shipped, tariff

D = Decimal
ASKER = shipped("asker-seed")


def codes(charge: Charge) -> list[WarningCode]:
    return [warning.code for warning in charge.warnings]


def test_the_steps_are_the_nearest_edges_with_the_amount_on_their_other_side() -> None:
    charge = ask(ASKER, "480000", "20", "2026-12-01")
    assert charge.below == Step(D(409647), D(3), D("860.00"))
    assert charge.above == Step(D(546196), D(4), D("1720.00"))


def test_the_amount_of_the_step_below_is_what_an_income_exactly_there_pays() -> None:
    below = ask(ASKER, "480000", "20", "2026-12-01").below
    assert below is not None
    assert ask(ASKER, str(below.income), "20", "2026-12-01").amount == below.amount


def test_the_amount_of_the_step_above_is_what_one_ore_more_pays() -> None:
    above = ask(ASKER, "480000", "20", "2026-12-01").above
    assert above is not None
    assert ask(ASKER, str(above.income + D("0.01")), "20", "2026-12-01").amount == above.amount


def test_the_lowest_and_the_highest_band_have_a_step_on_one_side_only() -> None:
    assert ask(ASKER, "0", "20", "2026-12-01").below is None
    assert ask(ASKER, "2000000", "20", "2026-12-01").above is None


def test_a_neighbouring_band_without_a_price_for_the_units_gives_a_step_without_amount() -> None:
    above = ask(ASKER, "100000", "7", "2026-12-01", service="daycentre").above
    assert above is not None
    assert above.amount is None


def test_a_closed_last_band_has_no_step_above() -> None:
    plain = tariff(service(band("0", "2", Free()), band("2", "3", Flat(D(5)))))
    assert ask(plain, "300000", "1", "2024-06-01").above is None


@pytest.mark.parametrize(("income", "on_edge"), [("546196", True), ("546196.01", False), ("546195.99", False)])
def test_only_an_income_exactly_on_an_edge_is_assumed_to_be_in_the_lower_band(income: str, on_edge: bool) -> None:
    charge = ask(ASKER, income, "20", "2026-12-01")
    assert ("edge" in charge.assumed) is on_edge
    assert charge.amount == (D("1720.00") if income == "546196.01" else D("1290.00"))


def test_assumed_joins_those_of_list_income_service_and_band_without_repeating_any() -> None:
    charge = ask(ASKER, "242208", "20", "2018-12-01")
    assert charge.assumed == ("g_policy", "basis", "bpa", "max_period", "edge")
    assert ask(ASKER, "242208", "1", "2018-12-01", service="alarm").assumed == ("g_policy", "basis", "label")


def test_near_an_edge_is_within_half_a_per_cent_of_it() -> None:
    assert ask(ASKER, "411000", "20", "2026-12-01").is_near_edge
    assert not ask(ASKER, "480000", "20", "2026-12-01").is_near_edge


def test_the_source_is_the_list_and_the_lines_of_the_service() -> None:
    source = ask(ASKER, "480000", "20", "2026-12-01").source
    assert (source.tariff, source.lines, source.dated, source.mark) == ("asker-seed", "19-27", False, Mark.SEEN)


def test_a_list_without_a_source_has_an_empty_one() -> None:
    source = ask(tariff(service(band("0", None, Free())), sources=()), "1", "1", "2024-06-01").source
    assert (source.ref, source.lines, source.retrieved, source.dated) == ("", "", None, True)


def test_an_undated_list_warns_with_the_base_amount_it_used() -> None:
    (warning,) = ask(ASKER, "480000", "20", "2026-12-01").warnings
    assert warning.code is WarningCode.UNDATED
    assert warning.facts == {"g": D(136549), "g_from": date(2026, 5, 1)}


@pytest.mark.parametrize(("day", "warned"), [("2018-12-31", True), ("2019-01-01", False), ("2019-12-31", False)])
def test_a_list_outside_its_validity_computes_and_warns(day: str, warned: bool) -> None:
    charge = ask(shipped("oslo-2019"), "250000", "10", day)
    assert charge.amount == D("760.00")
    assert codes(charge) == ([WarningCode.OUTSIDE_VALIDITY] if warned else [])


def test_a_list_without_a_last_day_holds_until_it_is_superseded() -> None:
    plain = tariff(service(band("0", None, Free())), valid_to=None)
    assert codes(ask(plain, "1", "1", "2026-06-01")) == []


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.WITHDRAWN, Status.SUPERSEDED])
def test_a_list_that_is_not_in_force_warns(status: Status) -> None:
    plain = tariff(service(band("0", None, Free())), status=status, retroactive_from=date(2024, 2, 1))
    (warning,) = ask(plain, "1", "1", "2024-06-01").warnings
    assert (warning.code.value, warning.facts) == (status.value, {"retroactive_from": date(2024, 2, 1)})


def test_a_provisional_and_an_outdated_base_amount_are_warned_of() -> None:
    plain = tariff(service(band("0", None, Free())), valid_to=None)
    question = Question("practical", D(1), D(1), date(2027, 5, 1))
    assert codes(charge(plain, question, base_amounts=G)) == [WarningCode.G_NOT_ANNOUNCED]
    guessed = G.with_provisional(date(2027, 5, 1), D(142000))
    assert codes(charge(plain, question, base_amounts=guessed)) == [WarningCode.PROVISIONAL_G]


def test_units_are_rounded_to_the_nearest_step_and_a_tie_up() -> None:
    assert [rounded(D(units), D("0.5")) for units in ("0.24", "0.25", "1.74", "1.75")] == [0, D("0.5"), D("1.5"), 2]
    assert rounded(D("1.33"), None) == D("1.33")
    assert ask(ASKER, "500000", "1.25", "2018-12-01").amount == D("645.00")
    assert ask(ASKER, "500000", "1.24", "2018-12-01").amount == D("430.00")


def test_the_amount_has_two_decimals_and_half_an_ore_goes_up() -> None:
    plain = tariff(service(band("0", None, Metered(D("0.005")))))
    assert str(ask(plain, "1", "1", "2024-06-01").amount) == "0.01"


@pytest.mark.parametrize(("units", "unit"), [("6", "daycentre"), ("0", "daycentre"), ("1.5", "after_school_est")])
def test_units_outside_all_tiers_are_not_in_the_list_and_not_free(units: str, unit: str) -> None:
    with pytest.raises(NotInListError) as refused:
        ask(ASKER, "480000", units, "2026-12-01", service=unit)
    assert (refused.value.service, refused.value.units, refused.value.income) == (unit, D(units), D(480000))


@pytest.mark.parametrize("income", ["300000", "500000"])
def test_an_income_no_band_holds_is_not_in_the_list(income: str) -> None:
    gap = tariff(service(band("0", "2", Free()), band("3", "4", Free())))
    with pytest.raises(NotInListError):
        ask(gap, income, "1", "2024-06-01")


@pytest.mark.parametrize(
    ("name", "income", "units", "paid"),
    [
        ("income", "-1", "1", "0"),
        ("income", "1000000000.01", "1", "0"),
        ("income", "NaN", "1", "0"),
        ("income", "Infinity", "1", "0"),
        ("units", "1", "-0.5", "0"),
        ("units", "1", "10001", "0"),
        ("paid_this_year", "1", "1", "-1"),
    ],
)
def test_absurd_numbers_are_refused_by_name(name: str, income: str, units: str, paid: str) -> None:
    with pytest.raises(AbsurdAmountError) as refused:
        ask(ASKER, income, units, "2026-12-01", paid=paid)
    assert refused.value.name == name


def test_a_week_of_eight_days_is_refused() -> None:
    with pytest.raises(AbsurdAmountError):
        ask(ASKER, "1", "8", "2026-12-01", service="daycentre")


def test_an_unknown_service_is_refused_with_those_the_list_has() -> None:
    with pytest.raises(UnknownServiceError) as refused:
        ask(ASKER, "1", "1", "2026-12-01", service="meals")
    assert "alarm" in refused.value.known


def test_a_day_before_the_first_base_amount_is_refused_with_that_day() -> None:
    with pytest.raises(BeforeFirstBaseAmountError) as refused:
        ask(ASKER, "1", "1", "2014-04-30")
    assert refused.value.first == date(2014, 5, 1)


def test_hours_that_are_free_as_bpa_cost_nothing_at_any_step() -> None:
    charge = ask(shipped("meraker-2020"), "250000", "20", "2020-06-01")
    assert charge.free_in_bpa
    assert charge.above is not None
    assert (charge.amount, charge.above.amount) == (D(0), D(0))


MAXIMUM = NationalMaximum((NationalMaximumEntry(2024, D(230), D(2), Mark.SEEN, "a list"),))
DEAR = tariff(service(band("0", "1", Metered(D(100))), band("1", "2", Flat(D(300))), band("2", None, Flat(D(900)))))


@pytest.mark.parametrize(
    ("income", "hours", "amount"),
    [("100000", "1", "100"), ("100000", "3", "230"), ("248056", "1", "230"), ("248056.01", "1", "900")],
)
def test_the_states_maximum_caps_up_to_and_with_2_g_and_never_adds(income: str, hours: str, amount: str) -> None:
    assert ask(DEAR, income, hours, "2024-06-01", national=MAXIMUM).amount == D(amount)


def test_the_steps_know_the_states_maximum() -> None:
    charge = ask(DEAR, "200000", "3", "2024-06-01", national=MAXIMUM)
    assert charge.ceiling is not None
    assert charge.ceiling.kind is CeilingKind.NATIONAL
    assert charge.below == Step(D(124028), D(1), D("230.00"))
    assert charge.above == Step(D(248056), D(2), D("900.00"))
    assert ask(DEAR, "300000", "3", "2024-06-01", national=MAXIMUM).below == Step(D(248056), D(2), D("230.00"))


def test_the_states_maximum_holds_for_practical_assistance_in_a_year_it_is_known_for() -> None:
    alarm = tariff(service(band("0", None, Flat(D(300))), unit=Unit.MONTH, name="alarm"))
    assert ask(alarm, "1", "1", "2024-06-01", service="alarm", national=MAXIMUM).amount == 300
    assert ask(DEAR, "200000", "1", "2025-01-01", national=MAXIMUM).amount == 300


def test_a_doubtful_maximum_warns_only_when_it_decides() -> None:
    maximum = NationalMaximum((replace(MAXIMUM.entries[0], mark=Mark.DOUBTFUL),))
    assert codes(ask(DEAR, "200000", "1", "2024-06-01", national=maximum)) == [WarningCode.NATIONAL_MAXIMUM_DOUBTFUL]
    assert codes(ask(DEAR, "100000", "1", "2024-06-01", national=maximum)) == []


def test_the_shipped_maxima_change_no_list_in_its_own_year() -> None:
    for name, day in (("oslo-2019", "2019-06-01"), ("vefsn-2022", "2022-06-01"), ("fla-2026", "2026-06-01")):
        plain = ask(shipped(name), "150000", "40", day)
        assert ask(shipped(name), "150000", "40", day, national=shipped_national_maximum()) == replace(
            plain, case=replace(plain.case, maximum=shipped_national_maximum().in_year(int(day[:4])))
        )


SHARED = tariff(
    service(band("0", None, Metered(D(100)))),
    service(band("0", None, Flat(D(150))), unit=Unit.MONTH, name="alarm"),
    service(band("0", None, Flat(D(99))), unit=Unit.MONTH, name="key_box"),
    cap_groups=(
        CapGroup("under2g", D(2), D(205), Period.MONTH, ("practical", "alarm")),
        CapGroup("year", None, D(1000), Period.YEAR, ("key_box",)),
    ),
)


@pytest.mark.parametrize(("income", "expected"), [("248056", [100, 105, 99]), ("248057", [100, 150, 99])])
def test_services_that_share_a_ceiling_are_charged_it_together_under_its_limit(
    income: str, expected: list[int]
) -> None:
    asked = [Question(name, D(1), D(income), date(2024, 6, 1)) for name in ("practical", "alarm", "key_box")]
    assert [charge.amount for charge in charge_all(SHARED, asked, base_amounts=G)] == expected


def test_one_service_alone_is_held_below_the_shared_ceiling() -> None:
    charge = ask(SHARED, "1", "5", "2024-06-01")
    assert charge.ceiling is not None
    assert (charge.amount, charge.ceiling.kind) == (D(205), CeilingKind.GROUP)


def test_a_shared_yearly_ceiling_counts_what_was_charged_this_year() -> None:
    assert ask(SHARED, "1", "1", "2024-06-01", service="key_box", paid="950").amount == 50


def test_a_shared_yearly_ceiling_counts_all_that_share_it_this_month_and_earlier() -> None:
    sharing = replace(SHARED, cap_groups=(CapGroup("year", None, D(1000), Period.YEAR, ("alarm", "key_box")),))
    asked = [
        Question(name, D(1), D(1), date(2024, 6, 1), D(paid))
        for name, paid in (("practical", 5000), ("alarm", 300), ("key_box", 500))
    ]
    assert [charge.amount for charge in charge_all(sharing, asked, base_amounts=G)] == [100, 150, 50]


def test_two_shared_ceilings_each_count_their_own_services_only() -> None:
    groups = (
        CapGroup("one", None, D(160), Period.MONTH, ("practical", "alarm")),
        CapGroup("other", None, D(240), Period.MONTH, ("alarm", "key_box")),
    )
    asked = [Question(name, D(1), D(1), date(2024, 6, 1)) for name in ("practical", "key_box", "alarm")]
    charges = charge_all(replace(SHARED, cap_groups=groups), asked, base_amounts=G)
    assert [charge.amount for charge in charges] == [100, 99, 60]


@pytest.mark.parametrize("absurd", [OtherService("alarm", D(-1)), OtherService("alarm", D(0), D("NaN"))])
def test_absurd_amounts_of_other_services_are_refused(absurd: OtherService) -> None:
    question = Question("practical", D(1), D(1), date(2024, 6, 1), others=(absurd,))
    with pytest.raises(AbsurdAmountError):
        charge(SHARED, question, base_amounts=G)


def test_a_yearly_ceiling_in_hours_is_held_in_kroner() -> None:
    hours = tariff(service(band("0", None, Metered(D(100), max_units=D(100), max_period=Period.YEAR))))
    assert ask(hours, "1", "20", "2024-06-01", paid="9000").amount == 1000
    assert ask(hours, "1", "20", "2024-06-01").amount == 2000


def test_both_ceilings_of_a_price_hold_and_the_lower_decides() -> None:
    both = tariff(service(band("0", None, Metered(D(100), D(4), Period.MONTH, cap=D(350)))))
    charge = ask(both, "1", "20", "2024-06-01")
    assert charge.ceiling is not None
    assert (charge.amount, charge.ceiling.kind) == (D(350), CeilingKind.AMOUNT)


def test_a_ceiling_in_hours_without_a_period_is_one_of_a_month() -> None:
    charge = ask(tariff(service(band("0", None, Metered(D(100), D(4))))), "1", "20", "2024-06-01")
    assert charge.ceiling is not None
    assert (charge.amount, charge.ceiling.period) == (D(400), Period.MONTH)


def test_the_cheapest_says_which_of_the_two_it_was() -> None:
    plain = tariff(service(band("0", None, Cheapest(D(100), D(250), minimum=D(120)))))
    by_hours, subscription = ask(plain, "1", "2", "2024-06-01"), ask(plain, "1", "3", "2024-06-01")
    assert (by_hours.rate, by_hours.ceiling) == (D(100), None)
    assert subscription.ceiling is not None
    assert (subscription.rate, subscription.ceiling.kind) == (None, CeilingKind.SUBSCRIPTION)
    assert ask(plain, "1", "1", "2024-06-01").amount == 120


def test_practical_assistance_is_the_service_hours_are_charged_as() -> None:
    practical = ASKER.practical_assistance
    assert practical is not None
    assert practical.id == "practical"
    assert tariff(service(unit=Unit.MONTH)).practical_assistance is None
    assert replace(practical, bpa=InBpa.ASSUMED_NO).is_free_in_bpa


def test_tiers_include_both_their_ends() -> None:
    tiers = Tiers((Tier(D(1), D(1), D(10)), Tier(D(2), D(3), D(20))))
    bills = [tiers.bill(D(units), D(0)) for units in (1, 2, 3)]
    assert [bill and bill.amount for bill in bills] == [10, 20, 20]


def test_the_lowest_income_of_a_band_lies_an_ore_above_its_lower_edge() -> None:
    bands = ASKER.service("practical").bands
    g = Decimal(136_549)
    assert bands[0].just_inside(g) == 0
    assert bands[1].just_inside(g) == bands[1].from_g * g + Decimal("0.01")
    inside = ask(ASKER, str(bands[1].just_inside(g)), "20", "2026-12-01")
    assert inside.band.from_g == bands[1].from_g
    assert ask(ASKER, str(bands[1].from_g * g), "20", "2026-12-01").band.from_g == bands[0].from_g
