"""Labour cost in words: every kind and note has a sentence, and the sentences say what a line rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.data.pay_book import shipped_pay_book
from bpa_desktop.i18n import Language
from bpa_desktop.pay.cost import Basis, Note, NoteCode, Part
from bpa_desktop.pay.kind import Kind
from bpa_desktop.pay.mark import Mark
from bpa_desktop.services.labour import labour_cost
from bpa_desktop.texts import labour
from tests.rosters import asker_week_49

ENGLISH = Language("en")


def said(part: Part) -> str:
    return labour.part_text(ENGLISH, part).replace("\N{NO-BREAK SPACE}", " ")


def test_every_kind_mark_and_note_has_words() -> None:
    assert set(labour._KINDS) == set(Kind)
    assert {*labour._MARKS, Mark.SEEN} == set(Mark)
    assert set(labour._NOTES) == set(NoteCode)


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("note", NoteCode)
def test_every_note_can_be_said(code: str, note: NoteCode) -> None:
    for hours in (None, Decimal("2.50")):
        fact = Note(note, "kari", Kind.HOLIDAY, hours, date(2026, 3, 31), "I")
        sentence = labour.note_text(Language(code), fact, roster=asker_week_49())
        assert sentence.endswith(".")
        assert "{" not in sentence


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (
            Part(Kind.BASE, Decimal("1707.04"), None, Decimal(8), Decimal(8), Decimal("213.38")),
            "Basic pay: 1,707.04 kr for 8 hours at 213.38 kr. The assistant's own hourly wage.",
        ),
        (
            Part(
                Kind.RESTING_NIGHT,
                Decimal("569.01"),
                Basis(Mark.DERIVED, "Virke, 2025", 3),
                Decimal(8),
                Decimal("2.67"),
                Decimal("213.38"),
            ),
            "Resting night and standby on site: 569.01 kr for 8 hours, paid as 2.67, at 213.38 kr. "
            "Virke, 2025, from 3 years of seniority (worked out from it).",
        ),
        (
            Part(
                Kind.HOLIDAY,
                Decimal("283.80"),
                Basis(Mark.DOUBTFUL, "2Care"),
                Decimal(1),
                Decimal(1),
                Decimal("283.80"),
                percent=Decimal(133),
            ),
            "Public holiday supplement: 283.80 kr for 1 hour at 283.80 kr (133 % of the hourly wage). "
            "2Care (not certain).",
        ),
        (
            Part(Kind.PENSION, Decimal(20), Basis(Mark.KNOWN, "the law"), percent=Decimal(2), of=Decimal(1000)),
            "Pension: 20 kr, 2 % of 1,000 kr. The law (usual, but not read there).",
        ),
    ],
)
def test_a_line_says_the_sum_and_what_it_rests_on(part: Part, sentence: str) -> None:
    assert said(part) == sentence


def test_the_month_says_what_of_it_is_the_contribution_and_where_it_is_not_known() -> None:
    roster = asker_week_49()
    paying = replace(roster, arrangement=replace(roster.arrangement, pay_agreement="virke-bpa"))
    cost = labour_cost(paying, date(2026, 12, 1), agreements=shipped_pay_book())
    text = labour.labour_text(ENGLISH, cost).replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith("In December 2026 work costs 21,069.66 kr for 61 hours, of which ")
    unknown = labour_cost(roster, date(2026, 12, 1), agreements=shipped_pay_book())
    assert labour.labour_text(ENGLISH, unknown) == "What December 2026 costs in pay is not known."
