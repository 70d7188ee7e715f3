"""The verbs about what the cost rests on: one step each, refused in words of the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.domain.arrangement import Arrangement, ServiceUse
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.household import HouseholdMember, Role
from bpa_desktop.domain.invoice import Invoice, invoice_id
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.domain.roster import Roster
from bpa_desktop.services import base_amount, household, invoice, pay_agreement, price_list
from bpa_desktop.services.cost import NoTariffError, PriceBook
from bpa_desktop.services.history import History, UnknownRecordError
from bpa_desktop.services.roster import import_roster
from bpa_desktop.tariff.errors import AbsurdAmountError, IncomeCountedTwiceError
from bpa_desktop.tariff.household import Member
from bpa_desktop.tariff.price_list import IncomeBasis
from tests.memory import MemoryStore, history_of

HOME = Arrangement("home", "Home", "3203", household_income=Decimal(480_000))
SELF = HouseholdMember(Role.SELF, Decimal(300_000), added=Decimal(12_000))
PARTNER = HouseholdMember(Role.COHABITANT, Decimal(180_000))
NOVEMBER = Invoice(invoice_id(date(2026, 11, 1)), date(2026, 11, 1), Decimal(1305))
PRICES = PriceBook(shipped_tariffs(), shipped_base_amounts())


@pytest.fixture
def kept() -> tuple[History, MemoryStore]:
    return history_of(Roster(HOME))


def test_a_household_gives_the_income_and_one_figure_takes_its_place(
    kept: tuple[History, MemoryStore],
) -> None:
    history, store = kept
    household.set_household(history, (SELF, PARTNER))
    assert history.roster.arrangement.household_income == Decimal(492_000)
    household.set_income(history, Decimal(500_000))
    assert history.roster.household is None
    assert history.roster.arrangement.household_income == Decimal(500_000)
    history.undo()
    assert history.roster.household is not None
    household.set_household(history, ())
    assert (history.roster.household, history.roster.arrangement.household_income) == (None, None)
    assert [step.line.verb for step in store.kept if step.line.of is None] == ["set_household"] * 3


def test_a_list_counts_whom_and_what_it_names(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    household.set_household(history, (SELF, PARTNER))
    both, spouse = (Member.SPOUSE, Member.COHABITANT), (Member.SPOUSE,)
    for members, add, counted in (
        (both, ("hjelpestonad",), 492_000),
        (both, (), 480_000),
        (spouse, ("hjelpestonad",), 312_000),
        ((), (), 300_000),
    ):
        assert household.counted_income(history.roster, IncomeBasis("any", members, add)) == counted


def test_two_partners_and_absurd_incomes_are_refused_and_nothing_is_kept(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    with pytest.raises(IncomeCountedTwiceError):
        household.set_household(history, (SELF, PARTNER, replace(PARTNER, role=Role.SPOUSE)))
    for absurd in (Decimal(-1), Decimal("1e12"), Decimal("NaN")):
        with pytest.raises(AbsurdAmountError):
            household.set_income(history, absurd)
        with pytest.raises(AbsurdAmountError):
            household.set_household(history, (replace(SELF, taxable_net=absurd),))
        with pytest.raises(AbsurdAmountError):
            invoice.enter_invoice(history, replace(NOVEMBER, amount=absurd))
        with pytest.raises(AbsurdAmountError):
            base_amount.expect_base_amount(history, ExpectedBaseAmount("x", date(2027, 5, 1), absurd))
    assert store.kept == []


def test_the_same_income_brought_in_keeps_the_members_and_another_does_not(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    household.set_household(history, (SELF, PARTNER))
    price_list.keep_price_list(history, OwnPriceList("ours", "text"))
    before = history.roster
    import_roster(history, replace(before, household=None))
    assert history.roster == before
    import_roster(history, Roster(replace(before.arrangement, household_income=Decimal(1))))
    assert history.roster.household is None
    assert history.records.all(OwnPriceList) == (OwnPriceList("ours", "text"),)
    import_roster(history, Roster(replace(HOME, id="cabin")), replacing=True)
    assert history.records.all(OwnPriceList) == ()


def test_an_own_list_is_kept_chosen_and_taken_away_with_the_choice(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    price_list.keep_price_list(history, OwnPriceList("ours", "text"), use=True)
    assert history.roster.arrangement.tariff == "ours"
    assert len(store.kept) == 1
    price_list.remove_price_list(history, "ours")
    assert history.roster.arrangement.tariff is None
    with pytest.raises(UnknownRecordError):
        price_list.remove_price_list(history, "ours")


def test_a_broken_list_cannot_be_chosen_and_a_doubtful_one_can(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    asker = PRICES.tariff("asker-seed")
    service = asker.services[0]
    broken = replace(asker, id="broken", services=(replace(service, bands=service.bands[:-1]),))
    prices = PriceBook((*PRICES.tariffs, broken), PRICES.base_amounts)
    with pytest.raises(price_list.BrokenListError) as refused:
        price_list.choose_price_list(history, "broken", prices=prices)
    assert [doubt.code.value for doubt in refused.value.doubts] == ["no_open_band"]
    with pytest.raises(NoTariffError):
        price_list.choose_price_list(history, "nowhere", prices=prices)
    assert history.undoable is None
    assert PRICES.doubts(asker)
    price_list.choose_price_list(history, "asker-seed", prices=prices)
    assert history.roster.arrangement.tariff == "asker-seed"
    price_list.choose_price_list(history, None, prices=prices)
    assert history.roster.arrangement.tariff is None


def test_invoices_expected_g_services_and_pay_are_kept_each_by_its_verb(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    invoice.enter_invoice(history, NOVEMBER)
    invoice.enter_invoice(history, replace(NOVEMBER, amount=Decimal(1290)))
    assert history.records.all(Invoice) == (replace(NOVEMBER, amount=Decimal(1290)),)
    invoice.remove_invoice(history, NOVEMBER.id)
    assert history.records.all(Invoice) == ()
    expected = ExpectedBaseAmount("2027-05-01", date(2027, 5, 1), Decimal(141_000))
    base_amount.expect_base_amount(history, expected)
    assert history.records.all(ExpectedBaseAmount) == (expected,)
    base_amount.forget_base_amount(history, expected.id)
    assert history.records.all(ExpectedBaseAmount) == ()
    price_list.choose_services(history, [ServiceUse("alarm", Decimal(1))])
    assert history.roster.arrangement.services == (ServiceUse("alarm", Decimal(1)),)
    pay_agreement.keep_pay_agreement(history, OwnPayAgreement("ours", "text"))
    pay_agreement.choose_pay_agreement(history, "ours")
    assert history.roster.arrangement.pay_agreement == "ours"
