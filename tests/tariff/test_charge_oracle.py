"""Any list and any question: the charge is the slow reading's, and holds what every charge must hold."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bpa_desktop.data.national_maximum import shipped_national_maximum
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.tariff.base_amount import BaseAmount
from bpa_desktop.tariff.charge import OtherService, Question, charge, charge_all
from bpa_desktop.tariff.charge_facts import Charge
from bpa_desktop.tariff.errors import BeforeFirstBaseAmountError, NotInListError
from bpa_desktop.tariff.g_policy import GPolicy, GPolicyKind
from bpa_desktop.tariff.price import Metered, Period, Switch, Tiers, in_ore
from bpa_desktop.tariff.price_list import CapGroup, Service, Tariff, Unit
from tests.tariff.lists import G
from tests.tariff.random_lists import COUNTS, DAYS, KRONER, optional, priced_tariffs
from tests.tariff.slow_oracle import slow_charge

NATIONAL = shipped_national_maximum()
HALF = Decimal("0.5")
FIXED = GPolicy(GPolicyKind.FIXED, Decimal(100_000))
CAREFUL = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


@st.composite
def incomes(draw: st.DrawFn, tariff: Tariff, day: date) -> Decimal:
    """Return any income, or one exactly on an edge of a band or an øre from it."""
    if draw(st.booleans()):
        return draw(st.decimals(min_value=0, max_value=1_500_000, places=2))
    g = tariff.g.amount or G.on(day).amount
    edges = [band.to_g * g for service in tariff.services for band in service.bands if band.to_g is not None]
    edge = draw(st.sampled_from(edges)) if edges else Decimal(0)
    return max(Decimal(0), edge + draw(st.sampled_from([Decimal(0), Decimal("0.01"), Decimal("-0.01")])))


@st.composite
def units_of(draw: st.DrawFn, service: Service) -> Decimal:
    """Return any units, halfway between two steps, or exactly where a price changes."""
    if service.unit is Unit.DAYS_PER_WEEK:
        return Decimal(draw(st.integers(min_value=0, max_value=7)))
    prices = [band.price for band in service.bands]
    turns = [price.switch_at for price in prices if isinstance(price, Switch)]
    turns += [tier.max for price in prices if isinstance(price, Tiers) for tier in price.tiers]
    step = service.step or Decimal(1)
    halfway = st.integers(min_value=0, max_value=40).map(lambda number: (number + HALF) * step)
    return draw(st.one_of(COUNTS, halfway, st.sampled_from(turns) if turns else halfway))


@st.composite
def asked(draw: st.DrawFn, lists: st.SearchStrategy[Tariff]) -> tuple[Tariff, Question]:
    """Return a list, and a question about one of its services."""
    tariff, day = draw(lists), draw(DAYS)
    service = draw(st.sampled_from(tariff.services))
    names = st.sampled_from([each.id for each in tariff.services])
    others = draw(st.lists(st.builds(OtherService, names, KRONER, KRONER), max_size=2))
    units, income = draw(units_of(service)), draw(incomes(tariff, day))
    return tariff, Question(service.id, units, income, day, draw(KRONER), tuple(others))


@st.composite
def month(
    draw: st.DrawFn, groups: st.SearchStrategy[tuple[CapGroup, ...]] | None = None
) -> tuple[Tariff, list[Question]]:
    """Return a list with G fixed, and a question about each of its services, of one household on one day."""
    tariff = replace(draw(priced_tariffs()), g=FIXED)
    if groups is not None:
        everything = tuple(service.id for service in tariff.services)
        tariff = replace(tariff, cap_groups=tuple(replace(group, services=everything) for group in draw(groups)))
    day, income = draw(DAYS), draw(incomes(tariff, date(2024, 6, 1)))
    return tariff, [Question(each.id, draw(units_of(each)), income, day) for each in tariff.services]


def answer(tariff: Tariff, question: Question, base_amounts: BaseAmount = G) -> Charge | None:
    """Return the charge, or None where there is no answer."""
    try:
        return charge(tariff, question, base_amounts=base_amounts, national=NATIONAL)
    except (NotInListError, BeforeFirstBaseAmountError):
        return None


def answers(tariff: Tariff, questions: list[Question]) -> tuple[Charge, ...]:
    """Return a month's charges; a month with a service the list has no price for is not looked at."""
    try:
        return charge_all(tariff, questions, base_amounts=G, national=NATIONAL)
    except NotInListError:
        assume(False)
        raise


def check_against_the_slow_reading(tariff: Tariff, question: Question) -> None:
    found = answer(tariff, question)
    assert (None if found is None else int(found.amount * 100)) == slow_charge(tariff, question, G, NATIONAL)


@given(asked(priced_tariffs()))
@settings(CAREFUL, max_examples=200)
def test_any_question_to_any_list_is_answered_as_by_a_slow_reading(case: tuple[Tariff, Question]) -> None:
    check_against_the_slow_reading(*case)


@given(asked(st.sampled_from(shipped_tariffs())))
@CAREFUL
def test_any_question_to_a_shipped_list_is_answered_as_by_a_slow_reading(case: tuple[Tariff, Question]) -> None:
    check_against_the_slow_reading(*case)


@given(asked(priced_tariffs()))
@CAREFUL
def test_a_charge_never_exceeds_any_ceiling_of_its_band_its_groups_or_the_state(case: tuple[Tariff, Question]) -> None:
    tariff, question = case
    found = answer(tariff, question)
    assume(found is not None)
    assert found is not None
    limits = [group.amount for group in tariff.cap_groups if question.service in group.services and group.to_g is None]
    price = found.case.price(found.case.band)
    if isinstance(price, Metered):
        limits += [] if price.cap is None else [price.cap]
        limits += [] if price.max_units is None else [in_ore(price.max_units * price.rate)]
    maximum = found.case.maximum
    if maximum is not None and question.income <= maximum.to_g * found.g.amount:
        limits.append(maximum.amount)
    assert all(found.amount <= limit for limit in limits)
    assert found.amount >= 0


@given(asked(priced_tariffs()), st.data())
@CAREFUL
def test_a_charge_falls_when_income_rises_only_where_the_lists_own_prices_do(
    case: tuple[Tariff, Question], data: st.DataObject
) -> None:
    tariff, question = case
    poorer = answer(tariff, question)
    more = data.draw(st.decimals(min_value=0, max_value=900_000, places=2))
    richer = answer(tariff, replace(question, income=question.income + more))
    assume(poorer is not None and richer is not None)
    assert poorer is not None and richer is not None
    passed = poorer.case.service.bands[poorer.case.index : richer.case.index + 1]
    bills = [poorer.case.price(band).bill(poorer.case.units, question.paid_this_year) for band in passed]
    amounts = [bill.amount for bill in bills if bill is not None]
    if len(amounts) == len(bills) and all(low <= high for low, high in pairwise(amounts)):
        assert poorer.amount <= richer.amount


def test_no_question_and_no_list_names_who_provides_the_help() -> None:
    """Municipal or private: the law makes the price the same, so nothing that decides it may tell them apart."""
    assert {field.name for field in fields(Question)} == {
        *("service", "units", "income", "day", "paid_this_year", "others")
    }
    decided_by = {field.name for kind in (Tariff, Question) for field in fields(kind)}
    assert not {name for name in decided_by if "provid" in name or "employer" in name}


@given(asked(priced_tariffs()))
@CAREFUL
def test_the_same_question_is_answered_the_same_whoever_provides_the_help(case: tuple[Tariff, Question]) -> None:
    tariff, question = case
    renamed = replace(tariff, title="of a company", checked_by="someone", sources=())
    one, other = answer(tariff, question), answer(renamed, replace(question))
    assert (one and (one.amount, one.per, one.ceiling)) == (other and (other.amount, other.per, other.ceiling))


@given(month(), st.data())
@settings(CAREFUL, max_examples=20)
def test_twelve_months_never_exceed_a_yearly_ceiling(case: tuple[Tariff, list[Question]], data: st.DataObject) -> None:
    tariff, questions = case
    paid = {question.service: Decimal(0) for question in questions}
    charges: tuple[Charge, ...] = ()
    for number in range(1, 13):
        asked_now = [
            replace(question, day=date(2024, number, 1), paid_this_year=paid[question.service])
            for question in questions
        ]
        charges = answers(tariff, data.draw(st.permutations(asked_now)))
        for each in charges:
            paid[each.service] += each.amount
    for each in charges:
        price = each.case.price(each.case.band)
        if isinstance(price, Metered) and price.cap is not None and price.cap_period is Period.YEAR:
            assert paid[each.service] <= price.cap
        if isinstance(price, Metered) and price.max_units is not None and price.max_period is Period.YEAR:
            assert paid[each.service] <= in_ore(price.max_units * price.rate)
    income = questions[0].income
    for group in tariff.cap_groups:
        if group.per is Period.YEAR and (group.to_g is None or income <= group.to_g * Decimal(100_000)):
            assert sum(paid[name] for name in group.services) <= group.amount


ONE_GROUP = st.tuples(
    st.builds(
        CapGroup,
        st.just("all"),
        optional(st.decimals(min_value=0, max_value=9, places=1)),
        KRONER,
        st.sampled_from((Period.MONTH, Period.YEAR)),
        st.just(()),
    )
)


@given(month(ONE_GROUP), st.data())
@CAREFUL
def test_the_order_of_services_that_share_a_ceiling_leaves_their_sum_the_same(
    case: tuple[Tariff, list[Question]], data: st.DataObject
) -> None:
    tariff, questions = case
    paid = {each.service: data.draw(st.decimals(min_value=0, max_value=1000, places=2)) for each in questions}
    questions = [replace(each, paid_this_year=paid[each.service]) for each in questions]
    straight = answers(tariff, questions)
    shuffled = answers(tariff, data.draw(st.permutations(questions)))
    assert sum(each.amount for each in straight) == sum(each.amount for each in shuffled)
