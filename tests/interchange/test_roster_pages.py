"""The roster on paper: every shift is on it once, in words too, tagged, and nobody's absence is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import ShiftState
from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.roster_pages import SheetKind, SheetOrder, roster_sheet
from bpa_desktop.interchange.roster_sheet import RosterSheet
from bpa_desktop.interchange.sheet import sheet_pages, sheet_pdf
from bpa_desktop.services.handout import EVERYTHING, LEAST, Contents, Extent
from bpa_desktop.texts.shift_words import ShiftWords
from tests.rosters import MONDAY, OSLO, absence, assistant, at, roster, shift

EN = Language("en")
LAYOUTS = resources_folder() / "sheets"
WEEK = Extent(Week.of(MONDAY).span(OSLO))
NOON = at("mon 12:00")


def two_weeks() -> Roster:
    made = roster(
        shift("mon 08:00", "15:00", state=ShiftState.PUBLISHED),
        shift("mon 15:00", "22:00", "ola"),
        shift("tue 22:00", "08:00", None),
        replace(shift("wed 08:00", "15:00"), note="NØKKEL", place="Storgata 1"),
        shift("mon+1 08:00", "15:00"),
        team=(
            replace(assistant("Kari"), name="Kari Lunde", phone="900 00 001"),
            replace(assistant("Ola"), name="Ola Berg", phone="900 00 002"),
        ),
    )
    return replace(made, absences=(absence("ola", "mon 00:00", "tue 00:00"),))


def sheet(kind: SheetKind, extent: Extent = WEEK, *, contents: Contents = LEAST, large: bool = False) -> RosterSheet:
    return roster_sheet(ShiftWords(EN, two_weeks(), contents), SheetOrder(kind, extent, NOON, large=large))


def cells(made: RosterSheet) -> list[str]:
    return [cell for table in made.tables for row in table.rows for cell in row]


def test_a_week_is_a_grid_of_who_comes_and_open_shifts_stand_first() -> None:
    made = sheet(SheetKind.WEEK)
    assert made.wide
    assert made.title == "Roster · Week 49 · 30 Nov – 6 Dec 2026"
    assert made.lead == "2 open shifts."
    assert [row[0] for row in made.tables[0].rows] == ["Open", "Kari"]
    assert made.tables[0].rows[0][1:3] == ("15:00–22:00", "22:00–08:00")
    assert made.tables[0].rows[1][1:4] == ("08:00–15:00", "", "08:00–15:00\ndraft")


def test_who_is_absent_is_on_no_sheet() -> None:
    for kind in (SheetKind.WEEK, SheetKind.MONTH, SheetKind.LIST):
        assert "Ola" not in sheet(kind, EVERYTHING).text
        assert "absen" not in sheet(kind, EVERYTHING).text.lower()


def test_several_weeks_each_have_a_page() -> None:
    assert [(table.heading[:7], table.fresh) for table in sheet(SheetKind.WEEK, EVERYTHING).tables] == [
        ("Week 49", False),
        ("Week 50", True),
    ]


def test_large_type_is_a_list() -> None:
    made = sheet(SheetKind.WEEK, large=True)
    assert made.large
    assert not made.wide
    assert made.tables[0].columns == ("Day", "Times", "Who", "")


def test_a_person_s_list_says_how_many_hours_and_nobody_else() -> None:
    made = sheet(SheetKind.LIST, Extent(assistant="kari"))
    assert (made.title, made.lead) == ("Roster · Kari", "21 hours")
    assert "Open" not in made.text


def test_places_and_notes_are_told_where_asked() -> None:
    assert not {"NØKKEL", "Storgata 1", "Lunde"} & set(sheet(SheetKind.WEEK).text.replace(",", " ").split())
    more = sheet(SheetKind.WEEK, contents=Contents(whole_names=True, places=True, notes=True)).text
    assert "NØKKEL" in more
    assert "Storgata 1" in more
    assert "Kari Lunde" in more


def test_who_comes_next_begins_with_who_is_there_and_ends_after_a_week() -> None:
    made = sheet(SheetKind.FRIDGE)
    assert made.lead == "Kari: Monday 30 November 08:00–15:00"
    assert [row[0] for row in made.tables[0].rows][-1] == "Monday 7 December"
    assert made.tables[1].rows == (("Kari", "900 00 001"), ("Ola", "900 00 002"))


def test_in_need_the_numbers_come_first() -> None:
    first = sheet(SheetKind.EMERGENCY).tables[0]
    assert [row[1] for row in first.rows][:4] == ["113", "110", "112", "116 117"]


def test_whom_to_turn_to_stands_last_on_the_sheet_for_emergencies_and_on_no_other() -> None:
    contact = FallbackContact("f", FallbackKind.DUTY, "Asker", "66 70 00 00")
    orders = {kind: SheetOrder(kind, WEEK, NOON, contacts=(contact,)) for kind in SheetKind}
    made = {kind: roster_sheet(ShiftWords(EN, two_weeks(), LEAST), order) for kind, order in orders.items()}
    assert made[SheetKind.EMERGENCY].tables[0].rows[-1] == ("Asker (telephone on duty)", "66 70 00 00")
    assert [kind for kind, one in made.items() if "66 70 00 00" in one.text] == [SheetKind.EMERGENCY]


def test_nobody_who_is_planned_is_said() -> None:
    order = SheetOrder(SheetKind.FRIDGE, Extent(), datetime(2030, 1, 1, tzinfo=OSLO))
    assert roster_sheet(ShiftWords(EN, two_weeks(), LEAST), order).lead == "Nobody is planned."


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("large", [False, True])
def test_every_sheet_is_a_tagged_pdf_and_pictures(kind: SheetKind, large: bool) -> None:
    made = sheet(kind, EVERYTHING, large=large)
    assert b"pdfuaid" in sheet_pdf(made, LAYOUTS)
    assert sheet_pages(made, LAYOUTS)[0].startswith(b"\x89PNG")


def test_an_empty_roster_is_a_sheet_too() -> None:
    for kind in SheetKind:
        made = roster_sheet(ShiftWords(EN, roster(team=()), LEAST), SheetOrder(kind, EVERYTHING, NOON))
        assert sheet_pdf(made, LAYOUTS).startswith(b"%PDF-")


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 23), st.sampled_from(("kari", "ola", None))), max_size=12))
def test_every_shift_is_on_the_grid_the_month_and_the_list_as_often_as_it_is(
    places: list[tuple[int, int, str | None]],
) -> None:
    shifts = [
        replace(
            shift(f"{MONDAY + timedelta(days=day)} {hour:02}:30", f"{(hour + 5) % 24:02}:30", who),
            id=str(place),
            state=ShiftState.PUBLISHED,
        )
        for place, (day, hour, who) in enumerate(places)
    ]
    made = roster(*shifts, team=(assistant("Kari"), assistant("Ola")))
    wanted = Counter(f"{hour:02}:30–{(hour + 5) % 24:02}:30" for _, hour, _ in places)
    for kind in (SheetKind.WEEK, SheetKind.MONTH, SheetKind.LIST):
        sheet_ = roster_sheet(ShiftWords(EN, made, LEAST), SheetOrder(kind, EVERYTHING, NOON))
        lines = [line for cell in cells(sheet_) for line in cell.split("\n")]
        assert Counter(line[-11:] for line in lines if "–" in line) == wanted
