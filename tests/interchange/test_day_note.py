"""A note on a day is the user's own: no file, no paper and no message has a word of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.news import news, told_before, told_of
from bpa_desktop.domain.publication import Publication
from bpa_desktop.domain.shift import ShiftState
from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.calendar_file import write_calendar
from bpa_desktop.interchange.roster_pages import SheetKind, SheetOrder, roster_sheet
from bpa_desktop.interchange.sheet import sheet_pdf
from bpa_desktop.interchange.table_file import write_table
from bpa_desktop.interchange.workbook import write_workbook
from bpa_desktop.interchange.writer import write_roster
from bpa_desktop.services.calendar import calendar_of
from bpa_desktop.services.day_note import keep_day_note
from bpa_desktop.services.handout import EVERYTHING, Contents, handed_out
from bpa_desktop.services.history import History
from bpa_desktop.services.publication import publish_roster
from bpa_desktop.texts.listing import shift_listing
from bpa_desktop.texts.news import news_message
from bpa_desktop.texts.shift_message import shift_message
from bpa_desktop.texts.shift_words import ShiftWords
from tests.memory import history_of
from tests.rosters import MONDAY, OSLO, assistant, at, roster, shift

NB = Language("nb")
ALL = Contents(whole_names=True, places=True, tasks=True, notes=True)
WEEK = Week.of(MONDAY).span(OSLO)
SEED = "GULLBRYLLUP"


@pytest.fixture
def noted() -> History:
    """A published week, and a note on each of its days with a word that must not come out."""
    shifts = (shift("mon 08:00", "15:00", state=ShiftState.PUBLISHED), shift("tue 08:00", "15:00"))
    history = history_of(roster(*shifts, team=(assistant("Kari"),)))[0]
    keep_day_note(history, DayNote("", MONDAY, MONDAY + timedelta(days=6), SEED))
    assert publish_roster(history, WEEK) is not None
    return history


def test_no_file_has_a_word_of_a_note_however_much_is_told(noted: History) -> None:
    words = ShiftWords(NB, noted.roster, ALL)
    listing = shift_listing(words, EVERYTHING)
    files = [
        write_roster(noted.roster),
        write_calendar(words, calendar_of(noted)),
        write_table(NB, listing),
        write_workbook(NB, listing, title="Plan"),
    ]
    assert listing.lines
    assert all(SEED.encode() not in content for content in files)
    assert SEED not in str(listing)


@pytest.mark.parametrize("kind", SheetKind)
def test_no_paper_has_a_word_of_a_note(noted: History, kind: SheetKind) -> None:
    sheet = roster_sheet(ShiftWords(NB, noted.roster, ALL), SheetOrder(kind, EVERYTHING, at("mon 12:00")))
    assert sheet.tables
    assert SEED not in str(sheet)
    assert SEED.encode() not in sheet_pdf(sheet, resources_folder() / "sheets")


def test_no_message_and_nothing_that_is_published_has_a_word_of_a_note(noted: History) -> None:
    words = ShiftWords(NB, noted.roster, ALL)
    shifts = handed_out(noted.roster, EVERYTHING)
    told = told_of(noted.roster, WEEK)
    new = news((), told)["kari"]
    assert new
    for message in (
        shift_message(words, "kari", shifts=shifts),
        news_message(words, "kari", news=new, must_agree=True),
        str(noted.records.all(Publication)),
        str(told_before(noted.records.all(Publication), noted.roster, span=WEEK)),
    ):
        assert message
        assert SEED not in message
