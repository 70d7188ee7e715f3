"""Cards of address books: who stands on them, and that nothing else of them is taken."""

from __future__ import annotations

from datetime import date

import pytest

from bpa_desktop.domain.team import Assistant
from bpa_desktop.interchange.arriving.content_lines import components
from bpa_desktop.interchange.arriving.limits import LONGEST_LINE
from bpa_desktop.interchange.arriving.refusal import ForeignFileError
from bpa_desktop.services.arrival import LeftOut
from tests.interchange.foreign_files import CARDS, brought


def card(*lines: str, version: str = "3.0") -> str:
    """Return one card with some lines."""
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def person(*lines: str) -> Assistant:
    """Return who stands on a card with some lines beside the name."""
    (found,) = brought(card("FN:Kari Berg", *lines)).found
    assert isinstance(found.record, Assistant)
    return found.record


def test_cards_of_2_1_and_4_0_are_read_from_one_file() -> None:
    found = brought(CARDS).found
    assert [one.place for one in found] == [1, 2]
    assert [one.record for one in found] == [
        Assistant("", "Kari Nøstbø", phone="900 00 000"),
        Assistant("", "Ola Berg", date(1980, 4, 12), "+47-900-00-001", address="Storgata 1, 1383 Asker, Norge"),
    ]


def test_a_mobile_number_comes_first_then_the_preferred_and_a_fax_never() -> None:
    assert person("TEL;TYPE=home:1", "TEL;TYPE=CELL:2").phone == "2"
    assert person("TEL;TYPE=home:1", "TEL;TYPE=work,pref:2").phone == "2"
    assert person("TEL;TYPE=home:1", "TEL;PREF=1:2").phone == "2"
    assert person("TEL;TYPE=fax:1", "TEL:2").phone == "2"
    assert person("TEL;TYPE=fax:1").phone == ""


def test_folded_lines_groups_and_escapes_are_undone() -> None:
    address = "ADR:;;Storgata 1\\, H0101\\nBakgården;Bø\\;;;3800;"
    found = person("item1.EMAIL;TYPE=INTER", " NET:kari@exam", "\tple.org", address)
    assert found.email == "kari@example.org"
    assert found.address == "Storgata 1, H0101 Bakgården, 3800 Bø;"


def test_a_colon_and_a_semicolon_within_quotation_marks_end_no_parameter() -> None:
    assert person('TEL;TYPE="cell";X-LABEL="a:b;c":900').phone == "900"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "zlib_codec", ""])
def test_quoted_printable_is_read_in_its_encoding_and_no_other_codec_is_run(charset: str) -> None:
    raw = "=F8" if charset in ("iso-8859-1", "windows-1252") else "=C3=B8"
    made = card(f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:B{raw} Berg", version="2.1")
    (found,) = brought(made).found
    assert isinstance(found.record, Assistant)
    assert found.record.name == "Bø Berg"


@pytest.mark.parametrize(
    ("line", "born"),
    [
        ("BDAY:1980-04-12", date(1980, 4, 12)),
        ("BDAY:19800412T000000Z", date(1980, 4, 12)),
        ("BDAY:--0412", None),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", None),
        ("BDAY;VALUE=text:in spring", None),
        ("BDAY:2090-04-12", None),
    ],
)
def test_a_birthday_is_taken_where_it_has_its_year(line: str, born: date | None) -> None:
    assert person(line).birth_date == born


def test_notes_pictures_and_all_else_are_never_taken() -> None:
    found = person("NOTE:MIGRENE", "PHOTO;ENCODING=b;TYPE=JPEG:AAAA", " BBBB=", "ORG:Sykehuset", "X-DIAGNOSIS:MIGRENE")
    assert found == Assistant("", "Kari Berg")


def test_a_card_within_a_card_is_not_somebody_of_its_own() -> None:
    found = brought(card("FN:Kari Berg", "AGENT:", "BEGIN:VCARD", "FN:Per", "END:VCARD")).found
    assert [one.record for one in found] == [Assistant("", "Kari Berg")]


def test_a_card_without_a_name_is_left_out_and_one_that_is_cut_off_refuses_the_file() -> None:
    assert brought(card("TEL:1", "FN: ", "N:;;;;")).left_out == (LeftOut(1, "no_name", {"unit": "card"}),)
    with pytest.raises(ForeignFileError, match="broken"):
        brought(CARDS.removesuffix("END:VCARD\r\n"))


def test_a_line_of_ten_megabytes_is_cut() -> None:
    long = card("FN:Kari" + "x" * 10_000_000, " more" * 100_000)
    (read,) = components(long, "VCARD", wanted={"FN"})
    assert [len(line.value) for line in read.lines] == [LONGEST_LINE - len("FN:")]
    (found,) = brought(long).found
    assert isinstance(found.record, Assistant)
    assert len(found.record.name) == 200
