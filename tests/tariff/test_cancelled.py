"""Cancelled help: charged, free, or not told by the list."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.tariff.cancelled import Cancellation, CancelledBecause, chargeable_units, is_charged
from bpa_desktop.tariff.errors import AbsurdAmountError
from bpa_desktop.tariff.price_list import AbsenceRules
from tests.tariff.lists import shipped
from tests.tariff.random_lists import ABSENCES, optional

D = Decimal
LILLESTROM = AbsenceRules(48, True, True, None)
CANCELLED, HOSPITALISED, NOT_DELIVERED = CancelledBecause
HOURS = st.decimals(min_value=0, max_value=100, places=2)
CANCELLATIONS = st.builds(Cancellation, HOURS, st.sampled_from(CancelledBecause), optional(HOURS))


def told_off(because: CancelledBecause, notice: str | None) -> Cancellation:
    return Cancellation(D(2), because, None if notice is None else D(notice))


@pytest.mark.parametrize(
    ("rules", "because", "notice", "charged"),
    [
        (LILLESTROM, CANCELLED, "47.5", True),
        (LILLESTROM, CANCELLED, "48", False),
        (LILLESTROM, CANCELLED, None, None),
        (LILLESTROM, HOSPITALISED, "0", False),
        (LILLESTROM, NOT_DELIVERED, "0", None),
        (None, CANCELLED, "1000", None),
        (AbsenceRules(), CANCELLED, "1000", None),
        (AbsenceRules(notice_hours=24), CANCELLED, "24", False),
        (AbsenceRules(notice_hours=24), CANCELLED, "23", None),
        (AbsenceRules(charge_when_late=False), CANCELLED, None, False),
        (AbsenceRules(notice_hours=24, charge_when_late=True), HOSPITALISED, "1", None),
        (AbsenceRules(notice_hours=24, charge_when_late=True), HOSPITALISED, "24", False),
        (AbsenceRules(24, True, False), HOSPITALISED, "1", True),
        (AbsenceRules(free_when_not_delivered=True), NOT_DELIVERED, None, False),
        (AbsenceRules(free_when_not_delivered=False), NOT_DELIVERED, None, True),
    ],
)
def test_a_list_charges_cancelled_help_as_it_says_and_is_silent_where_it_says_nothing(
    rules: AbsenceRules | None, because: CancelledBecause, notice: str | None, charged: bool | None
) -> None:
    assert is_charged(rules, told_off(because, notice)) is charged


def test_what_is_uncertain_is_told_apart_from_what_is_charged() -> None:
    missed = [told_off(CANCELLED, "1"), told_off(CANCELLED, "72"), told_off(NOT_DELIVERED, None)]
    units = chargeable_units(D(20), missed, rules=shipped("lillestrom-2020").absence)
    assert (units.certain, units.uncertain, units.at_most) == (D(22), D(2), D(24))


@given(optional(ABSENCES), HOURS, st.lists(CANCELLATIONS, max_size=5))
def test_the_charged_the_uncertain_and_the_free_make_the_whole(
    rules: AbsenceRules | None, delivered: Decimal, missed: list[Cancellation]
) -> None:
    units = chargeable_units(delivered, missed, rules=rules)
    free = sum((each.hours for each in missed if is_charged(rules, each) is False), D(0))
    assert units.at_most + free == delivered + sum((each.hours for each in missed), D(0))
    assert units.certain >= delivered


@pytest.mark.parametrize("hours", ["-1", "NaN", "Infinity", "10001"])
def test_absurd_hours_are_refused(hours: str) -> None:
    with pytest.raises(AbsurdAmountError):
        Cancellation(D(hours), CANCELLED)
    with pytest.raises(AbsurdAmountError):
        chargeable_units(D(hours), [], rules=None)
    with pytest.raises(AbsurdAmountError):
        told_off(CANCELLED, hours)
