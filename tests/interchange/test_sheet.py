"""A sheet of paper: tagged, with title and language, whatever is written on it; nothing of it is read as markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.interchange.cost_sheet import CostSheet, SheetService, SheetStep
from bpa_desktop.interchange.sheet import sheet_pages, sheet_pdf

LAYOUTS = resources_folder() / "sheets"
SHEET = CostSheet(
    language="nb",
    region="no",
    title="Egenandel for november 2026",
    subtitle="Ordning i Asker",
    lead="Du betaler 1 565 kr i måneden.",
    services=(SheetService("Alarm: 275 kr", "Fast pris."),),
    steps_heading="Kroner etter inntekt",
    step_columns=("Inntekt", "Kroner"),
    steps=(SheetStep("opp til 3 G", "860 kr", 50.0), SheetStep("over 3 G", "1 720 kr", 100.0, here=True)),
    notes=("△ Nær en grense.",),
    year_heading="Året 2026",
    columns=("Måned", "I alt", "Består av", "G"),
    months=(("Januar 2026", "1 565 kr", "Alarm", "130 160 kr"),),
    total="18 780 kr",
    basis_heading="Hva det bygger på",
    basis=("Asker: priser",),
    printed="Skrevet ut 24. nov. 2026.",
)


def marks(pdf: bytes) -> set[str]:
    """Return what a PDF says of itself: tagged, in which language, by which promise."""
    found = {name for name in ("StructTreeRoot", "MarkInfo", "pdfuaid") if name.encode() in pdf}
    return found | {match.decode() for match in re.findall(rb"/Lang ?\(([^)]+)\)", pdf)}


def test_the_pdf_is_tagged_has_its_language_and_keeps_the_promise_of_ua() -> None:
    pdf = sheet_pdf(SHEET, LAYOUTS)
    assert pdf.startswith(b"%PDF-")
    assert {"StructTreeRoot", "MarkInfo", "pdfuaid", "nb-NO"} <= marks(pdf)
    assert "en-GB" in marks(sheet_pdf(replace(SHEET, language="en", region="gb"), LAYOUTS))
    assert b'<rdf:li xml:lang="x-default">Egenandel for november 2026</rdf:li>' in pdf


def test_signs_the_font_lacks_still_make_a_pdf_with_tags() -> None:
    assert "StructTreeRoot" in marks(sheet_pdf(replace(SHEET, subtitle="漢字 🙂"), LAYOUTS))


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_anywhere_makes_a_pdf(text: str) -> None:
    sheet = replace(
        SHEET,
        title=text,
        subtitle=text,
        lead=text,
        services=(SheetService(text, text),),
        steps=(SheetStep(text, text, 10.0, here=True),),
        months=((text,) * 4,),
        basis=(text,),
    )
    assert sheet_pdf(sheet, LAYOUTS).startswith(b"%PDF-")


@pytest.mark.parametrize("text", ["#panic()", "*bold*", "$x^2$", "]", "[", "\\", "@ref", "= heading", "// gone", "<a>"])
def test_nothing_is_read_as_markup(text: str) -> None:
    """Drawn as it is written: another sign makes another picture, and `#panic()` does not stop the press."""
    drawn = sheet_pages(replace(SHEET, subtitle=text), LAYOUTS)
    assert drawn != sheet_pages(replace(SHEET, subtitle=" "), LAYOUTS)


def test_the_pages_are_pictures_of_a_sheet_of_a4() -> None:
    (page,) = sheet_pages(SHEET, LAYOUTS)
    image = QImage.fromData(page)
    assert (image.width(), image.height()) == (1240, 1754)  # 210 by 297 mm at 150 pixels an inch
    many = replace(SHEET, basis=("A line.",) * 100)
    assert len(sheet_pages(many, LAYOUTS)) > 1


def test_parts_without_content_are_left_out() -> None:
    bare = replace(SHEET, steps=(), notes=(), months=(), basis=())
    assert sheet_pdf(bare, LAYOUTS).startswith(b"%PDF-")
    assert "Kroner etter inntekt" not in bare.text
    assert "Året 2026" not in bare.text


def test_the_text_says_all_that_stands_on_the_sheet() -> None:
    for said in (
        "Ordning i Asker",
        "Alarm: 275 kr. Fast pris.",
        "over 3 G: 1 720 kr",
        "△ Nær",
        "18 780 kr",
        "Asker: priser",
    ):
        assert said in SHEET.text
