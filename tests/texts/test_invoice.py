"""A bill in words: every reason has its sentence in both languages, and the letter gives nothing away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.domain.arrangement import Arrangement, ServiceUse
from bpa_desktop.domain.award import Award, WeeklyHours
from bpa_desktop.domain.invoice import Invoice, invoice_id
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange
from bpa_desktop.i18n import Language
from bpa_desktop.services.cost import PriceBook
from bpa_desktop.services.invoice_check import InvoiceCheck, check_invoice
from bpa_desktop.services.invoice_reason import Reason, ReasonCode
from bpa_desktop.tariff.provenance import Facts
from bpa_desktop.texts.invoice import check_text, invoice_advice, invoice_letter, invoice_reason_text
from tests.plain_text import plain

EN, NB = Language("en"), Language("nb")
NOVEMBER = date(2026, 11, 1)
AWARD = Award(
    "award", DayRange(date(2026, 1, 1), date(2026, 12, 31)), WeeklyHours(Decimal(60), Decimal(21), Decimal(0))
)
HOME = Arrangement("home", "Ordning i Asker", "3203", tariff="asker-seed", services=(ServiceUse("alarm", Decimal(1)),))
PRICES = PriceBook(shipped_tariffs(), shipped_base_amounts())


def billed(amount: str, *, income: int = 480_000) -> InvoiceCheck:
    roster = Roster(replace(HOME, household_income=Decimal(income)), awards=(AWARD,))
    invoice = Invoice(invoice_id(NOVEMBER), NOVEMBER, Decimal(amount))
    return check_invoice(roster, invoice, prices=PRICES)


FACTS: dict[ReasonCode, Facts] = {
    ReasonCode.OTHER_LIST: {"title": "Priser 2025", "from": date(2025, 1, 1)},
    ReasonCode.REPLACED_LIST: {"title": "Priser 2025", "from": None},
    ReasonCode.OTHER_G: {"g": Decimal(130_160), "from": date(2025, 5, 1), "right": Decimal(136_549)},
    ReasonCode.OLD_G: {"g": Decimal(118_620), "from": date(2023, 5, 1), "right": Decimal(136_549)},
    ReasonCode.ALL_HOURS: {"hours": Decimal(90), "practical": Decimal(30)},
    ReasonCode.NEIGHBOUR_BAND: {"from_g": Decimal(4), "to_g": Decimal(5), "higher": 1},
    ReasonCode.OTHER_BAND: {"from_g": Decimal(6), "to_g": None, "higher": 1},
    ReasonCode.SERVICE_NOT_USED: {"services": "Mat"},
    ReasonCode.SERVICE_LEFT_OUT: {"services": "Mat"},
    ReasonCode.OTHER_HOURS: {"practical": Decimal(30), "hours": Decimal("37.5"), "undelivered": 0},
    ReasonCode.ON_TOP: {"extra": Decimal(35)},
}


@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_reason_has_a_sentence_of_its_own_in_both_languages(code: ReasonCode) -> None:
    reason = Reason(code, Decimal(1234), FACTS.get(code, {}))
    english, norwegian = (plain(invoice_reason_text(language, reason)) for language in (EN, NB))
    assert "1,234 kr" in english or code is ReasonCode.ON_TOP
    assert "1 234 kr" in norwegian or code is ReasonCode.ON_TOP
    assert english != norwegian
    assert "{" not in english + norwegian + invoice_advice(EN, reason) + invoice_advice(NB, reason)


def test_the_facts_stand_in_the_sentences() -> None:
    said = {code: plain(invoice_reason_text(EN, Reason(code, Decimal(1234), facts))) for code, facts in FACTS.items()}
    assert said[ReasonCode.OTHER_G] == "With the G of 1 May 2025, 130,160 kr instead of 136,549 kr, it is 1,234 kr."
    assert said[ReasonCode.OTHER_LIST] == "By “Priser 2025”, which holds from 1 Jan 2025, it is 1,234 kr."
    assert "“Priser 2025”, which is no longer the right list" in said[ReasonCode.REPLACED_LIST]
    assert "all 90 hours granted" in said[ReasonCode.ALL_HOURS]
    assert "the next step up, above 4 and up to 5 G," in said[ReasonCode.NEIGHBOUR_BAND]
    assert "another step of the list, above 6 G," in said[ReasonCode.OTHER_BAND]
    assert "37.5 hours of practical assistance instead of 30 hours" in said[ReasonCode.OTHER_HOURS]
    assert said[ReasonCode.ON_TOP] == "A fee of 35 kr may be on top."


@pytest.mark.parametrize(
    ("undelivered", "said"), [(0, "is free"), (1, "is charged"), (None, "does not say"), ("fewer", "")]
)
def test_more_hours_than_granted_bring_the_rule_for_help_that_never_came(undelivered: object, said: str) -> None:
    hours = Decimal(20) if undelivered == "fewer" else Decimal("37.5")
    facts: Facts = {"practical": Decimal(30), "hours": hours, "undelivered": undelivered}  # type: ignore[dict-item]
    advice = invoice_advice(EN, Reason(ReasonCode.OTHER_HOURS, Decimal(1), facts))
    assert said in advice
    assert bool(said) is bool(advice)


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("1565", "You were billed 1,565 kr for November 2026, as the list says."),
        ("1995", "You were billed 1,995 kr for November 2026: 430 kr more than the list says (1,565 kr)."),
        ("1290", "You were billed 1,290 kr for November 2026: 275 kr less than the list says (1,565 kr). The rest"),
    ],
)
def test_how_the_bill_stands_is_one_sentence(amount: str, said: str) -> None:
    assert plain(check_text(EN, billed(amount))).startswith(said)


def test_the_letter_says_what_was_billed_how_it_was_counted_and_what_is_asked_for() -> None:
    letter = plain(invoice_letter(NB, billed("1995")))
    for said in (
        "Til Asker kommune",
        "Spørsmål om fakturaen for november 2026 (fakturanummer: [nummer])",
        "Jeg er fakturert 1 995 kr for november 2026.",
        "Praktisk bistand i hjemmet (hjemmehjelp, BPA): 1 290 kr i måneden. Det betales for høyst 3 av 90 timer",
        "Trygghetsalarm: 275 kr i måneden.",
        "G er 136 549 kr, fra 1. mai 2026.",
        "På trinnet over, over 4 og opp til 5 G, blir det 1 995 kr.",
        "FOR-2011-12-16-1349",
        "[navn og adresse]",
    ):
        assert said in letter


def test_a_letter_without_an_explanation_has_no_empty_heading() -> None:
    assert "Forskjellen kan komme av" not in invoice_letter(NB, billed("1835"))


@given(st.integers(100_001, 1_500_000), st.integers(0, 9_000))
def test_the_letter_names_no_income_no_ratio_and_no_member(income: int, amount: int) -> None:
    assume(income != 136_549)  # G itself
    check = billed(str(amount), income=income)
    letter = plain(invoice_letter(NB, check))
    assert str(income) not in letter.replace(" ", "")
    assert f" {NB.number(round(check.cost.charges[0].income_in_g, 2))} G" not in letter
    assert not re.search("ektefelle|samboer|partner", letter, re.IGNORECASE)
