"""Calendars, tables and workbooks: read back by other hands, with nothing in them that was not asked for."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.calendar_file import write_calendar
from bpa_desktop.interchange.plain_cells import plain
from bpa_desktop.interchange.table_file import write_table
from bpa_desktop.interchange.workbook import write_workbook
from bpa_desktop.services.calendar import calendar_of
from bpa_desktop.services.handout import EVERYTHING, LEAST, Contents, Extent, handed_out
from bpa_desktop.texts.listing import Listing, shift_listing
from bpa_desktop.texts.shift_words import ShiftWords
from tests.memory import history_of
from tests.rosters import absence, assistant, roster, shift, span

EN, NB = Language("en"), Language("nb")
ALL = Contents(whole_names=True, places=True, tasks=True, notes=True)
PUBLISHED = ShiftState.PUBLISHED


def seeded() -> Roster:
    """Return a roster with words that must not come out unasked, and one that must never."""
    held = replace(
        shift("mon 08:00", "15:00", state=PUBLISHED, place="Storgata 1"), note="HEMMELIG", tasks=("dusj",), id="a"
    )
    night = replace(shift("tue 22:00", "08:00", "ola", kind=ShiftKind.RESTING_NIGHT, state=PUBLISHED), id="b")
    draft = replace(shift("thu 08:00", "15:00"), id="c")
    kari = replace(assistant("Kari"), name="Kari Lunde", notes="MIGRENE", phone="90000001")
    made = roster(held, night, draft, team=(kari, replace(assistant("Ola"), name="Ola Berg")))
    return replace(made, absences=(absence("ola", "tue 00:00", "thu 00:00"),))


def calendar(roster_: Roster, who: str | None = None, contents: Contents = LEAST) -> list[dict[str, object]]:
    history, _ = history_of(roster_)
    content = write_calendar(ShiftWords(EN, roster_, contents), calendar_of(history, extent=Extent(assistant=who)))
    return [dict(event) for event in Calendar.from_ical(content).walk("VEVENT")]


def test_what_is_handed_out_of_a_span_is_what_begins_in_it() -> None:
    begun_before, within, after = shift("mon 08:00", "15:00"), shift("tue 08:00", "15:00"), shift("wed 08:00", "15:00")
    plan = roster(after, within, begun_before)
    assert handed_out(plan, Extent(span("mon 09:00", "wed 08:00"))) == (within,)
    assert handed_out(plan, EVERYTHING) == (begun_before, within, after)


def test_a_calendar_has_the_published_shifts_in_utc_under_names_that_last() -> None:
    held, away = calendar(seeded())
    assert held["UID"] == "a@bpa-desktop"
    assert held["DTSTART"].dt == datetime(2026, 11, 30, 7, tzinfo=UTC)  # type: ignore[attr-defined]
    assert held["DTEND"].dt == datetime(2026, 11, 30, 14, tzinfo=UTC)  # type: ignore[attr-defined]
    assert (held["SUMMARY"], held["SEQUENCE"], held["STATUS"]) == ("Shift, Kari", 0, "CONFIRMED")
    assert away["STATUS"] == "CANCELLED"


def test_a_calendar_tells_places_and_tasks_only_where_asked_and_never_a_note() -> None:
    least, more = calendar(seeded())[0], calendar(seeded(), contents=ALL)[0]
    assert "LOCATION" not in least
    assert "DESCRIPTION" not in least
    assert (more["LOCATION"], more["DESCRIPTION"], more["SUMMARY"]) == ("Storgata 1", "dusj", "Shift, Kari Lunde")


@pytest.mark.parametrize("contents", [LEAST, ALL])
def test_nothing_of_anybodys_health_is_in_a_calendar_or_a_table(contents: Contents) -> None:
    made = seeded()
    history, _ = history_of(made)
    written = write_calendar(ShiftWords(NB, made, contents), calendar_of(history)).decode()
    written += write_table(NB, shift_listing(ShiftWords(NB, made, contents), EVERYTHING)).decode()
    for word in ("MIGRENE", "self", "egenmeld", "fravær", "borte", "syk", "90000001"):
        assert word not in written
    assert ("HEMMELIG" in written) is contents.notes
    assert "Ola" not in written.split("BEGIN:VEVENT")[0]


def table(listing: Listing, language: Language = NB) -> list[list[str]]:
    text = write_table(language, listing).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";" if language is NB else ","))


def test_a_table_is_written_as_a_spreadsheet_of_the_country_reads_it() -> None:
    listing = shift_listing(ShiftWords(EN, seeded(), LEAST), EVERYTHING)
    assert listing.columns[:7] == ("Week", "Weekday", "Date", "Start", "End date", "End", "Hours")
    assert table(listing)[1][2:7] == ["30.11.2026", "08:00", "30.11.2026", "15:00", "7"]
    assert table(listing)[2][2:8] == ["01.12.2026", "22:00", "02.12.2026", "08:00", "10", "Open"]
    assert table(listing, EN)[1][2:8] == ["2026-11-30", "08:00", "2026-11-30", "15:00", "7", "Kari"]


def test_a_table_of_one_assistant_has_only_what_they_hold() -> None:
    listing = shift_listing(ShiftWords(EN, seeded(), LEAST), Extent(assistant="kari"))
    assert [line[9] for line in listing.lines] == ["published", "draft"]


def test_half_hours_have_the_decimal_sign_of_the_language() -> None:
    made = Listing(("Hours",), ((Decimal("7.5"),),))
    assert table(made)[1] == ["7,5"]
    assert table(made, EN)[1] == ["7.5"]


@given(st.text() | st.sampled_from(("=1+1", "+47 900", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\n=2")))
def test_no_cell_is_a_formula_to_a_spreadsheet(text: str) -> None:
    assert plain(text).lstrip("\ufeff \u00a0")[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert plain(text).removeprefix("'").endswith(text.removeprefix("'"))


def cells(content: bytes) -> list[list[str]]:
    """Return what stands in a workbook's sheet, by its XML alone; a formula fails the test."""
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = ["".join(part.itertext()) for part in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{name}f"))

    def said(cell: ElementTree.Element) -> str:
        value = cell.findtext(f"{name}v") or ""
        return shared[int(value)] if cell.get("t") == "s" else value

    return [[said(cell) for cell in row] for row in sheet.iter(f"{name}row")]


def test_a_workbook_has_days_times_and_numbers_as_such_and_texts_as_texts() -> None:
    made = replace(seeded(), assistants=(replace(assistant("Kari"), name="=1+1"), assistant("Ola")))
    listing = shift_listing(ShiftWords(EN, made, LEAST), Extent(assistant="kari"))
    heading, first, _ = cells(write_workbook(EN, listing, title="Test"))
    assert heading == list(listing.columns)
    assert first[0] == "49"
    assert first[2] == str((datetime(2026, 11, 30) - datetime(1899, 12, 30)).days)  # noqa: DTZ001
    assert float(first[3]) == pytest.approx(8 / 24)
    assert (first[6], first[7]) == ("7", "'=1+1")


def test_a_workbook_without_shifts_still_opens() -> None:
    listing = shift_listing(ShiftWords(EN, roster(team=()), LEAST), EVERYTHING)
    assert cells(write_workbook(EN, listing, title="Test")) == [list(listing.columns)]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=3))
def test_whatever_stands_on_a_shift_every_file_can_be_read_back(notes: list[str]) -> None:
    shifts: tuple[Shift, ...] = tuple(
        replace(shift(f"mon {8 + i:02}:00", "20:00", state=PUBLISHED), id=str(i), place=note, note=note)
        for i, note in enumerate(notes)
    )
    made = roster(*shifts)
    assert len(calendar(made, contents=ALL)) == len(notes)
    listing = shift_listing(ShiftWords(EN, made, ALL), EVERYTHING)
    assert len(cells(write_workbook(EN, listing, title="Test"))) == len(notes) + 1
