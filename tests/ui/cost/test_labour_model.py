"""What the page about the work's cost is drawn from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bpa_desktop.data.pay_book import shipped_pay_book
from bpa_desktop.pay.cost import LabourCost
from bpa_desktop.pay.kind import Kind
from bpa_desktop.services.labour import NoPayAgreementError
from bpa_desktop.ui.cost.labour_model import LabourModel, build_labour
from tests.rosters import asker_week_49


def model(agreement: str | None, month: date = date(2026, 12, 1)) -> LabourModel:
    roster = asker_week_49()
    paying = replace(roster, arrangement=replace(roster.arrangement, pay_agreement=agreement))
    return build_labour(paying, month, book=shipped_pay_book())


def test_what_nobody_has_read_is_told_by_the_month() -> None:
    assert model("virke-bpa").unknown == (Kind.STANDBY_HOME,)
    assert Kind.HOLIDAY in model("virke-bpa", date(2024, 12, 1)).unknown
    assert model("ks").unknown == (Kind.BASE, Kind.WEEKEND, Kind.PENSION)
    assert model(None).unknown == ()


def test_an_unknown_agreement_is_an_answer_and_no_failure() -> None:
    assert isinstance(model("virke").cost, NoPayAgreementError)
    assert isinstance(model("virke-bpa").cost, LabourCost)
