"""Workbooks of other programs: what stands in their cells, and the tricks that zip files and XML know."""

from __future__ import annotations

import struct
from datetime import date, time

import pytest

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.interchange.arriving.refusal import ForeignFileError
from bpa_desktop.services.arrival import Arrivals
from tests.interchange.foreign_files import book, brought, packed, parts_of, sheet, with_part
from tests.rosters import span

LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
HEAD = '<row><c t="str"><v>Navn</v></c><c t="str"><v>Mobil</v></c></row>'


def refused(content: bytes) -> str:
    """Return the code of why a file is not read."""
    with pytest.raises(ForeignFileError) as caught:
        brought(content)
    return caught.value.code


def people(found: Arrivals) -> list[tuple[str, str]]:
    """Return the names and telephone numbers that a file brings."""
    return [(one.record.name, one.record.phone) for one in found.found if isinstance(one.record, Assistant)]


def test_days_and_times_of_a_workbook_are_read_as_such() -> None:
    (found,) = brought(book((date(2026, 12, 1), time(22), time(8), "Kari"))).found
    assert isinstance(found.record, Shift)
    assert (found.place, found.record.span, found.record.assistant) == (2, span("tue 22:00", "08:00"), "kari")


def test_a_time_of_24_hours_is_midnight_and_a_number_without_a_form_is_an_hour() -> None:
    styles = (
        b'<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm;@"/></numFmts><cellXfs>'
        b'<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    names = "".join(f'<c t="str"><v>{name}</v></c>' for name in ("Dato", "Start", "Slutt"))
    row = '<row r="7"><c s="1"><v>46357</v></c><c s="0"><v>8</v></c><c s="2"><v>1</v></c></row>'
    (found,) = brought(with_part(sheet(f"<row>{names}</row>{row}"), "xl/styles.xml", styles)).found
    assert isinstance(found.record, Shift)
    assert (found.place, found.record.span) == (7, span("tue 08:00", "wed 00:00"))


def test_days_counted_from_1904_are_the_same_days() -> None:
    made = book((date(2026, 12, 1), time(8), time(15), "Kari"))
    parts = parts_of(made)
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"<workbookPr", b'<workbookPr date1904="1"')
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b"46357", b"44895")
    (found,) = brought(packed(parts)).found
    assert isinstance(found.record, Shift)
    assert found.record.span == span("tue 08:00", "15:00")


def test_of_a_formula_the_kept_value_is_read_and_nothing_is_worked_out() -> None:
    cells = '<c t="str"><f>HYPERLINK("x")</f><v>Kari Berg</v></c><c><f>1+1</f><v>90000000</v></c>'
    assert people(brought(sheet(f"{HEAD}<row>{cells}</row>"))) == [("Kari Berg", "90000000")]


def test_a_formula_as_text_stays_the_text() -> None:
    cells = '<c t="inlineStr"><is><r><t>Kari </t></r><r><t>Berg</t></r></is></c><c t="str"><v>=1+1</v></c>'
    assert people(brought(sheet(f"{HEAD}<row>{cells}</row>"))) == [("Kari Berg", "=1+1")]


def test_hidden_sheets_are_passed_over_and_the_first_that_is_understood_is_read() -> None:
    made = sheet(f'{HEAD}<row><c t="str"><v>Kari Berg</v></c></row>')
    hidden = parts_of(made)["xl/workbook.xml"].replace(b"<sheet ", b'<sheet state="hidden" ')
    assert refused(with_part(made, "xl/workbook.xml", hidden)) == "no_columns"


@pytest.mark.parametrize("part", ["workbook", "sharedStrings", "styles", "worksheets/sheet1"])
def test_a_workbook_that_declares_entities_is_refused(part: str) -> None:
    assert refused(with_part(book(), f"xl/{part}.xml", f"{LAUGHS}]><x>&j;</x>".encode())) == "broken"


def test_a_file_that_is_named_from_outside_is_not_opened() -> None:
    trick = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'
    assert refused(sheet(HEAD, before=trick)) == "broken"


def test_zeros_that_were_packed_small_are_refused_before_they_are_unpacked() -> None:
    assert refused(with_part(book(), "xl/worksheets/sheet1.xml", bytes(2**25))) == "bomb"


def test_more_than_may_be_unpacked_is_refused_although_each_part_is_small() -> None:
    one = bytes(2**20)
    assert refused(packed({**parts_of(book()), **{f"xl/media/{number}": one for number in range(70)}})) == "bomb"


def test_a_directory_that_lies_about_sizes_is_refused() -> None:
    made = bytearray(with_part(book(), "xl/worksheets/sheet1.xml", bytes(2**25)))
    at = made.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert made[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<I", made, at + 24, 1000)
    assert refused(bytes(made)) == "broken"


def test_a_directory_of_very_many_parts_is_refused_before_it_is_read() -> None:
    assert refused(packed({**parts_of(book()), **{str(number): b"" for number in range(1001)}})) == "bomb"


@pytest.mark.parametrize("name", ["../x", "/etc/x", "xl/../../x", "C:/x", "xl\\..\\x"])
def test_paths_that_lead_out_of_the_workbook_are_refused(name: str) -> None:
    assert refused(packed({**parts_of(book()), name: b""})) == "broken"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice_is_refused() -> None:
    made = with_part(book(), "xl/worksheets/sheet2.xml", b"<worksheet/>")
    assert refused(made.replace(b"sheet2.xml", b"sheet1.xml")) == "broken"


def test_a_part_that_is_locked_is_refused_as_such() -> None:
    made = bytearray(book())
    at = made.index(b"PK\x01\x02")
    made[at + 8] |= 1
    assert refused(bytes(made)) == "protected"


def test_elements_within_elements_without_end_are_refused() -> None:
    assert refused(sheet("<row>" * 100_000)) == "broken"
    assert refused(sheet(HEAD + "<x>" * 20 + "</x>" * 20)) == "broken"


def test_rows_that_run_backwards_or_out_of_the_sheet_are_refused() -> None:
    row = '<row r="{}"><c t="str"><v>x</v></c></row>'
    assert refused(sheet(row.format(5) + row.format(4))) == "broken"
    assert refused(sheet(row.format(9_999_999))) == "broken"


def test_a_cell_far_to_the_right_takes_no_room() -> None:
    cells = '<c r="A2" t="str"><v>Kari Berg</v></c><c r="XFD2" t="str"><v>x</v></c>'
    assert people(brought(sheet(f'{HEAD}<row r="2">{cells}</row>'))) == [("Kari Berg", "")]
    assert refused(sheet('<row><c r="EZ1" t="str"><v>Navn</v></c></row>')) == "no_columns"


def test_a_workbook_that_was_cut_off_is_refused() -> None:
    assert refused(book()[:-30]) == "broken"
