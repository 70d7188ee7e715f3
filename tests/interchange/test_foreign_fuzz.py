"""Whatever the bytes are, a file is read or refused: no other error, and nothing that takes without end."""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.day_note import LONGEST
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.arriving.limits import LONGEST_NOTE, LONGEST_TEXT, MOST
from bpa_desktop.interchange.arriving.refusal import ForeignFileError
from bpa_desktop.texts.arrival import arrival_text, left_out_text, oddity_text, refused_text
from tests.interchange.foreign_files import CALENDAR, CARDS, CSV, PEOPLE, book, brought, place, sheet

SHIFTS_BOOK = book((date(2026, 12, 1), time(8), time(15), "Kari"), (date(2026, 12, 2), time(22), time(8), "Nobody"))
SHEET = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>Navn</t></is></c></row><row><c t="str"><v>Kari</v></c></row>')
GOOD = [text.encode() for text in (CSV, PEOPLE, CARDS, CALENDAR)] + [
    CSV.encode("utf-16"),
    PEOPLE.encode("cp1252"),
    SHIFTS_BOOK,
    SHEET,
]
HEADINGS = st.sampled_from(["Dato", "Start", "Slutt", "Sluttdato", "Tid", "Assistent", "Type", "Navn", "Timer", "Født"])
SNIPPETS = st.sampled_from(
    [
        *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VCARD", "END:VCARD", "SUMMARY:Kari"),
        *("DTSTART:20261201T080000", "DTSTART;VALUE=DATE:20261201", "DTEND:20261201T150000Z", "DURATION:PT8H"),
        *("DTSTART;TZID=Europe/Oslo:20260329T023000", "DTEND;TZID=../x:20261025T023000", "DURATION:-P1W", "EXDATE:1,2"),
        *("RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "RRULE:FREQ=MONTHLY;BYDAY=-1SU"),
        *("RDATE;VALUE=PERIOD:20261201T080000Z/PT1H", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;UNTIL=20271231"),
        *("RECURRENCE-ID:20261201", "UID:x@bpa-desktop", "STATUS:CANCELLED", "ATTENDEE;CN=Ola:mailto:a@b", "FN:Per"),
        *(
            "N:;;",
            "TEL;CELL:1",
            "BDAY:--0412",
            "EMAIL;ENCODING=QUOTED-PRINTABLE;CHARSET=zlib:=3D=",
            " folded",
            "ADR:;;;",
        ),
    ]
)


def is_plain(text: str) -> bool:
    """Tell whether a text has no sign of control, half of a sign or line end, and none that turns its direction."""
    unseen = {"\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
    return all(sign not in unseen and unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp") for sign in text)


def check(content: bytes) -> None:
    """Read a file: what comes may be kept and said, what does not come is said."""
    known = place()
    language = Language("en")
    try:
        found = brought(content, known)
    except ForeignFileError as error:
        assert refused_text(language, error)
        return
    assert len(found.found) <= MOST
    for arrival in found.found:
        record = arrival.record
        assert record.id == ""
        assert is_plain(arrival_text(language, arrival, roster=known))
        assert bool(oddity_text(language, arrival, roster=known)) is bool(arrival.oddities)
        if isinstance(record, Shift):
            assert record.state is ShiftState.DRAFT
            assert record.assistant is None or record.assistant in known.assistants_by_id
            assert max(map(len, (record.place, *record.tasks))) <= LONGEST_TEXT
            assert len(record.note) <= LONGEST_NOTE
        elif isinstance(record, Assistant):
            assert record.name.strip()
            assert record.notes == ""
            assert max(map(len, (record.name, record.phone, record.email, record.address))) <= LONGEST_TEXT
        else:
            assert len(record.text) <= LONGEST
    for left_out in found.left_out:
        assert is_plain(left_out_text(language, left_out))


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    check(content)


@pytest.mark.parametrize("good", GOOD, ids=range(len(GOOD)))
@given(seed=st.integers(0, 2**32))
def test_a_good_file_that_was_spoilt_is_read_or_refused(good: bytes, seed: int) -> None:
    draw = random.Random(seed)
    content = bytearray(good)
    for _ in range(draw.randint(1, 5)):
        at, end = sorted(draw.randrange(len(content) + 1) for _ in range(2))
        match draw.randrange(4):
            case 0:
                del content[at:end]
            case 1:
                content[at:at] = content[at:end]
            case 2 if at < len(content):
                content[at] = draw.randrange(256)
            case _:
                content[at:at] = draw.randbytes(draw.randint(1, 4))
    check(bytes(content))


@given(st.lists(SNIPPETS, max_size=25), st.sampled_from(["VCALENDAR", "VCARD"]))
def test_any_lines_of_a_calendar_or_a_card_are_read_or_refused(lines: list[str], kind: str) -> None:
    inner = "VEVENT" if kind == "VCALENDAR" else ""
    begin, end = ([f"BEGIN:{kind}", "BEGIN:VEVENT"], ["END:VEVENT", f"END:{kind}"]) if inner else ([], [])
    check("\n".join([*(begin or ["BEGIN:VCARD"]), *lines, *(end or ["END:VCARD"])]).encode())


@given(
    st.lists(HEADINGS, min_size=1, max_size=6),
    st.lists(st.lists(st.text(max_size=12) | st.dates().map(str) | st.times().map(str), max_size=6), max_size=6),
    st.sampled_from(";,\t"),
)
def test_any_table_of_texts_is_read_or_refused(headings: list[str], lines: list[list[str]], delimiter: str) -> None:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows([headings, *lines])
    check(made.getvalue().encode("utf-8", "replace"))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.text(max_size=8) | st.floats(), max_size=5), max_size=5), st.text(max_size=4))
def test_any_sheet_is_read_or_refused(lines: list[list[str | float]], kind: str) -> None:
    def cell(value: str | float) -> str:
        text = "".join(sign for sign in str(value) if sign.isprintable() and sign not in "<&>")
        form = "".join(sign for sign in kind if sign.isalnum()) or "n"
        return f'<c t="{form}" s="1"><v>{text}</v></c>'

    rows = "".join(f"<row>{''.join(map(cell, line))}</row>" for line in lines)
    names = "".join(f'<c t="str"><v>{name}</v></c>' for name in ("Date", "Start", "End", "Name", "Hours"))
    check(sheet(f"<row>{names}</row>{rows}"))
