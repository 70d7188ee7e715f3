"""The call sheet: whom to call in which order, with boxes, and nothing of why; and the code for a camera."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.call_sheet import Calls, call_sheet
from bpa_desktop.interchange.qr import TooLongError, qr_matrix
from bpa_desktop.interchange.sheet import sheet_pdf
from bpa_desktop.texts import word
from tests.rosters import asker_week_49, at

ROSTER = asker_week_49()
DAY, EVENING = (one for one in ROSTER.shifts if one.id.startswith("fri"))
DUTY = FallbackContact("d", FallbackKind.DUTY, "Municipal duty", "22 00 00 00")
SECRET = replace(DAY, note="flu", tasks=("catheter",))
CALLS = Calls((SECRET, EVENING), ("jonas", "kari"), at("fri 07:00"), (DUTY,))
NUMBERED = replace(
    ROSTER, assistants=tuple(replace(one, phone=f"900 00 00{place}") for place, one in enumerate(ROSTER.assistants))
)
NOW = datetime(2026, 12, 4, 6, 10)  # noqa: DTZ001  # by the local clock, as it is printed


def test_whoever_is_to_be_called_stands_in_order_with_number_and_boxes() -> None:
    sheet = call_sheet(Language("en"), NUMBERED, calls=CALLS, now=NOW)
    shifts, calls, outside = sheet.tables
    assert sheet.lead == "Answers by Friday 4 December 07:00."
    assert [row[0] for row in shifts.rows] == ["Friday 4 December 08:00–15:00", "Friday 4 December 15:00–23:00"]
    assert [row[:2] for row in calls.rows] == [("1. Jonas", "900 00 005"), ("2. Kari", "900 00 000")]
    assert calls.columns[2:] == ("Yes", "No", "Maybe", "Part of it", "No reply", "Called at")
    assert all(row[2:] == ("☐",) * 5 + ("",) for row in calls.rows)
    assert outside.rows == (("Municipal duty", "22 00 00 00", "telephone on duty"),)


def test_what_there_is_not_is_left_out() -> None:
    sheet = call_sheet(Language("en"), NUMBERED, calls=Calls((EVENING,), ()), now=NOW)
    assert (len(sheet.tables), sheet.lead) == (1, "")


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_the_sheet_is_tagged_and_tells_neither_who_is_absent_nor_why(code: str) -> None:
    language = Language(code)
    sheet = call_sheet(language, NUMBERED, calls=CALLS, now=NOW)
    secrets = [
        "ola",
        "flu",
        "catheter",
        "syk",
        "sick",
        "fravær",
        "absen",
        *(word(language, kind) for kind in AbsenceKind),
    ]
    assert [secret for secret in secrets if secret in sheet.text.lower()] == []
    pdf = sheet_pdf(sheet, resources_folder() / "sheets")
    assert b"StructTreeRoot" in pdf
    assert b"pdfuaid" in pdf


def test_a_code_has_the_three_corners_and_the_squares_of_its_version() -> None:
    matrix = qr_matrix("sms:+4790000001?body=Hei")
    size = len(matrix)
    assert (size - 17) % 4 == 0
    assert {len(row) for row in matrix} == {size}
    ring = [True, *[False] * 5, True]
    corner = [[True] * 7, ring, *[[True, False, True, True, True, False, True]] * 3, ring, [True] * 7]
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        assert [list(row[left : left + 7]) for row in matrix[top : top + 7]] == corner


def test_more_than_a_code_holds_is_refused() -> None:
    assert len(qr_matrix("x" * 2953)) == 177
    with pytest.raises(TooLongError):
        qr_matrix("x" * 2954)


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_the_same_text_gives_the_same_code_and_another_text_another(text: str) -> None:
    assert qr_matrix(text) == qr_matrix(text)
    assert qr_matrix(text) != qr_matrix(text + "x")
