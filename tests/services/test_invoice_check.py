"""A bill against the list: each error that bills have is found by the amount it makes, worked out here by hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.national_maximum import shipped_national_maximum
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.domain.arrangement import Arrangement, ServiceUse
from bpa_desktop.domain.award import Award, WeeklyHours
from bpa_desktop.domain.household import HOUSEHOLD_ID, Household, HouseholdMember, Role
from bpa_desktop.domain.invoice import Invoice, invoice_id
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange
from bpa_desktop.services.cost import CostUnknownError, NoIncomeError, PriceBook, month_cost
from bpa_desktop.services.invoice_check import MOST_REASONS, InvoiceCheck, check_invoice
from bpa_desktop.services.invoice_reason import ReasonCode
from bpa_desktop.services.invoice_trial import trial_of
from bpa_desktop.tariff.errors import TariffError
from bpa_desktop.tariff.price import Flat, Free, Metered, Period
from bpa_desktop.tariff.price_list import (
    AbsenceRules,
    CapGroup,
    InBpa,
    IncomeBasis,
    Service,
    Status,
    Tariff,
    Unit,
)
from tests.tariff.lists import band, service, tariff

NOVEMBER = date(2026, 11, 1)
WEEK = WeeklyHours(Decimal(14), Decimal(7), Decimal(0))
"""30 hours of practical assistance in November, 90 hours in all."""
AWARD = Award("award", DayRange(date(2026, 1, 1), date(2026, 12, 31)), WEEK)
ALARM = replace(service(band("0", None, Flat(Decimal(275))), unit=Unit.MONTH, name="alarm"), chargeable=None)


def metered(rate: int, **ceilings: object) -> Metered:
    return Metered(Decimal(rate), **ceilings)  # type: ignore[arg-type]


def practical(price: Metered) -> Service:
    return service(
        band("0", "2", Free()), band("2", "4", price), band("4", "5", metered(150)), band("5", None, metered(220))
    )


HUNDRED = practical(metered(100))


def listed(*services: Service, **changes: object) -> Tariff:
    return tariff(*(services or (HUNDRED, ALARM)), **{"valid_from": date(2026, 1, 1), "valid_to": None, **changes})


HOME = Arrangement("home", "Home", "0301", tariff="plain")


@dataclass(frozen=True)
class Case:
    """What is in force, what is billed, and the error that makes it."""

    code: ReasonCode
    billed: str
    expected: str = "3000"
    by: Tariff = field(default_factory=listed)
    other: Tariff | None = None
    income: str = "480000"
    week: WeeklyHours = WEEK
    alarm: bool = False
    members: tuple[HouseholdMember, ...] = ()

    @property
    def roster(self) -> Roster:
        uses = (ServiceUse("alarm", Decimal(1)),) if self.alarm else ()
        home = replace(HOME, household_income=Decimal(self.income), services=uses)
        household = Household(HOUSEHOLD_ID, self.members) if self.members else None
        return Roster(home, awards=(replace(AWARD, weekly_hours=self.week),), household=household)

    @property
    def prices(self) -> PriceBook:
        lists = (self.by,) if self.other is None else (self.by, self.other)
        return PriceBook(lists, shipped_base_amounts(), shipped_national_maximum())

    def check(self) -> InvoiceCheck:
        return check_invoice(self.roster, bill(self.billed), prices=self.prices)


def bill(amount: str) -> Invoice:
    return Invoice(invoice_id(NOVEMBER), NOVEMBER, Decimal(amount))


def only_practical(hours: str) -> WeeklyHours:
    return WeeklyHours(Decimal(0), Decimal(hours), Decimal(0))


SHARED = CapGroup("together", None, Decimal(1000), Period.MONTH, ("practical", "alarm"))
YEARLY = practical(metered(100, cap=Decimal(30_000), cap_period=Period.YEAR))
CHEAPER = replace(listed(practical(metered(90)), ALARM), id="cheaper", title="Cheaper prices")
OWN_NAME = replace(listed(replace(practical(metered(90)), id="bpa")), id="renamed")
TWO = (HouseholdMember(Role.SELF, Decimal(480_000)), HouseholdMember(Role.SPOUSE, Decimal(120_000)))
CASES = (
    Case(ReasonCode.OTHER_LIST, "2700", other=CHEAPER),
    Case(ReasonCode.OTHER_LIST, "2700", other=OWN_NAME),
    Case(ReasonCode.REPLACED_LIST, "2700", other=replace(CHEAPER, status=Status.WITHDRAWN)),
    Case(ReasonCode.REPLACED_LIST, "2700", by=listed(replaces=("cheaper",)), other=CHEAPER),
    Case(ReasonCode.OTHER_G, "4500", income="530000"),
    Case(ReasonCode.ALL_HOURS, "9000"),
    Case(ReasonCode.FREE_IN_BPA, "3000", "0", by=listed(replace(HUNDRED, bpa=InBpa.NO))),
    Case(
        ReasonCode.HOUSEHOLD,
        "4500",
        by=listed(income=IncomeBasis("own", members=())),
        members=TWO,
    ),
    Case(ReasonCode.NEIGHBOUR_BAND, "4500"),
    Case(ReasonCode.NEIGHBOUR_BAND, "0"),
    Case(ReasonCode.OTHER_BAND, "6600"),
    Case(ReasonCode.TWO_MONTHS, "6000"),
    Case(
        ReasonCode.NATIONAL_MAXIMUM,
        "3000",
        "245",
        by=listed(service(band("0", None, metered(100)))),
        income="200000",
    ),
    Case(ReasonCode.YEAR_CEILING, "3000", "0", by=listed(YEARLY)),
    Case(ReasonCode.SHARED_CEILING, "3275", "1000", by=listed(HUNDRED, ALARM, cap_groups=(SHARED,)), alarm=True),
    Case(ReasonCode.NO_CEILING, "3000", "1000", by=listed(practical(metered(100, max_units=Decimal(10))))),
    Case(ReasonCode.NO_CEILING, "3000", "800", by=listed(practical(metered(100, cap=Decimal(800))))),
    Case(ReasonCode.SERVICE_NOT_USED, "3275"),
    Case(ReasonCode.SERVICE_LEFT_OUT, "3000", "3275", alarm=True),
    Case(
        ReasonCode.FULL_CEILING,
        "4000",
        by=listed(practical(metered(100, max_units=Decimal(40)))),
        week=only_practical("7"),
    ),
    Case(ReasonCode.OTHER_HOURS, "3725"),
    Case(ReasonCode.OTHER_HOURS, "2575"),
    Case(
        ReasonCode.NOT_ROUNDED,
        "3042.86",
        by=listed(replace(HUNDRED, step=Decimal(1))),
        week=only_practical("7.1"),
    ),
    Case(ReasonCode.ON_TOP, "3040"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.billed}")
def test_an_error_is_found_first_by_the_amount_it_makes(case: Case) -> None:
    check = case.check()
    assert check.cost.total == Decimal(case.expected)
    assert check.reasons[0].code is case.code
    assert abs(check.reasons[0].amount - Decimal(case.billed)) <= 1


def test_every_kind_of_reason_has_a_bill_that_shows_it() -> None:
    assert {case.code for case in CASES} == set(ReasonCode) - {ReasonCode.OLD_G}


def test_a_base_amount_of_long_ago_comes_after_what_is_commoner() -> None:
    codes = [reason.code for reason in Case(ReasonCode.OLD_G, "4500").check().reasons]
    assert codes[0] is ReasonCode.NEIGHBOUR_BAND
    assert ReasonCode.OLD_G in codes


def test_the_facts_of_a_reason_name_what_it_comes_from() -> None:
    stale = Case(ReasonCode.OTHER_G, "4500", income="530000").check().reasons[0]
    assert stale.facts == {"g": Decimal(130_160), "from": date(2025, 5, 1), "right": Decimal(136_549)}
    hours = Case(ReasonCode.OTHER_HOURS, "3725").check().reasons[0]
    assert hours.facts == {"practical": Decimal(30), "hours": Decimal("37.25"), "undelivered": None}


@pytest.mark.parametrize(("free", "charged"), [(True, 0), (False, 1), (None, None)])
def test_more_hours_than_granted_bring_the_lists_rule_for_help_that_never_came(
    free: bool | None, charged: int | None
) -> None:
    ruled = listed(HUNDRED, ALARM, absence=AbsenceRules(free_when_not_delivered=free))
    assert Case(ReasonCode.OTHER_HOURS, "3725", by=ruled).check().reasons[0].facts["undelivered"] == charged


def test_what_comes_near_stands_below_what_fits_and_what_is_far_is_left_out() -> None:
    reasons = Case(ReasonCode.NEIGHBOUR_BAND, "4510").check().reasons
    assert [reason.code for reason in reasons] == [ReasonCode.NEIGHBOUR_BAND, ReasonCode.OLD_G]
    assert Case(ReasonCode.OTHER_HOURS, "5211").check().reasons == ()


def test_a_bill_rounded_to_whole_kroner_is_the_same() -> None:
    odd = Case(ReasonCode.NOT_ROUNDED, "3043", "3042.86", week=only_practical("7.1")).check()
    assert odd.is_same
    assert odd.reasons == ()


def test_the_month_counted_without_an_error_is_the_month_also_where_services_share_a_ceiling() -> None:
    together = replace(SHARED, amount=Decimal(3100))
    case = Case(ReasonCode.ON_TOP, "3100", by=listed(HUNDRED, ALARM, cap_groups=(together,)), alarm=True)
    check = case.check()
    assert check.cost.total == 3100
    assert trial_of(check.tariff, check.cost, prices=case.prices).total() == 3100


def test_what_is_not_given_is_refused_as_for_the_month() -> None:
    poor = Roster(HOME, awards=(AWARD,))
    with pytest.raises(NoIncomeError):
        check_invoice(poor, bill("1"), prices=PriceBook((listed(),), shipped_base_amounts()))


_PRICES = PriceBook(shipped_tariffs(), shipped_base_amounts(), shipped_national_maximum())


@given(
    st.sampled_from([one.id for one in _PRICES.tariffs]),
    st.integers(0, 1_500_000),
    st.integers(0, 40),
    st.decimals("-0.99", "0.99", places=2),
)
def test_a_bill_of_what_the_list_says_has_no_reason(name: str, income: int, weekly: int, more: Decimal) -> None:
    roster = _roster(name, income, weekly)
    try:
        cost = month_cost(roster, NOVEMBER, prices=_PRICES)
    except (CostUnknownError, TariffError):
        return
    assert trial_of(_PRICES.tariff(name), cost, prices=_PRICES).total() == cost.total
    check = check_invoice(roster, replace(bill("0"), amount=max(cost.total + more, Decimal(0))), prices=_PRICES)
    assert check.is_same
    assert check.reasons == ()


@given(
    st.sampled_from([one.id for one in _PRICES.tariffs]),
    st.integers(0, 1_500_000),
    st.integers(0, 40),
    st.decimals(0, 1_000_000_000, places=2),
)
def test_reasons_are_few_of_different_kinds_in_order_and_leave_little(
    name: str, income: int, weekly: int, billed: Decimal
) -> None:
    try:
        check = check_invoice(_roster(name, income, weekly), replace(bill("0"), amount=billed), prices=_PRICES)
    except (CostUnknownError, TariffError):
        return
    gaps = [abs(billed - reason.amount) for reason in check.reasons]
    assert len(gaps) <= MOST_REASONS
    assert len({reason.code for reason in check.reasons}) == len(gaps)
    assert [gap if gap > 1 else 0 for gap in gaps] == sorted(gap if gap > 1 else 0 for gap in gaps)
    assert all(gap <= max(abs(check.difference) / 10, Decimal(1)) for gap in gaps)
    assert check == check_invoice(_roster(name, income, weekly), check.invoice, prices=_PRICES)


def _roster(name: str, income: int, weekly: int) -> Roster:
    home = replace(HOME, tariff=name, household_income=Decimal(income))
    week = WeeklyHours(Decimal(10), Decimal(weekly), Decimal(0))
    return Roster(home, awards=(replace(AWARD, weekly_hours=week),))
