"""The month's labour cost by the agreement the arrangement names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.data.pay_book import shipped_pay_book
from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.labour import NoPayAgreementError, labour_cost
from tests.rosters import asker_week_49

MONTH = date(2026, 12, 1)


def paying_by(agreement: str | None) -> Roster:
    roster = asker_week_49()
    return replace(roster, arrangement=replace(roster.arrangement, pay_agreement=agreement))


def test_december_in_asker_costs_what_virkes_agreement_says() -> None:
    cost = labour_cost(paying_by("virke-bpa"), MONTH, agreements=shipped_pay_book())
    assert cost.hours == 61
    assert cost.total == sum(person.amount or Decimal(0) for person in cost.people)
    kari = next(person for person in cost.people if person.assistant == "kari")
    assert (kari.hours, kari.amount) == (Decimal(14), Decimal("4509.41"))


def test_without_agreement_and_wages_there_is_no_total() -> None:
    assert labour_cost(paying_by(None), MONTH, agreements=shipped_pay_book()).total is None


def test_a_mistyped_agreement_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(NoPayAgreementError) as refused:
        labour_cost(paying_by("virke"), MONTH, agreements=shipped_pay_book())
    assert (refused.value.id, refused.value.known) == ("virke", ("ks", "nho-595", "virke-bpa"))
