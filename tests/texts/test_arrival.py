"""What a file of another program brings, as sentences: each code has one, and each names the place."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from bpa_desktop.domain.day_note import DayNote, DayNoteKind
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.interchange import arriving
from bpa_desktop.interchange.arriving.refusal import ForeignFileError
from bpa_desktop.services.arrival import Arrival, Arriving, LeftOut, Oddity
from bpa_desktop.texts.arrival import (
    LEFT_OUT_CODES,
    PLACE_UNITS,
    REFUSAL_CODES,
    arrival_text,
    left_out_text,
    oddity_text,
    refused_text,
)
from tests.rosters import asker_week_49, span

BOTH = pytest.mark.parametrize("code", ["nb", "en"])
FACTS = {"found": "x", "most": "10000", "mebibytes": "16", "days": "7"}


def codes(error: str, argument: int = 0) -> set[str]:
    """Return every code that the readers give an error or a value."""
    folder = Path(arriving.__path__[0])
    modules = (*folder.glob("*.py"), folder.parent / "foreign.py")
    nodes = (node for path in modules for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    calls = (node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == error)
    given = (one for call in calls for one in ast.walk(call.args[argument]))
    return {one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def test_every_reason_that_the_readers_give_has_a_sentence() -> None:
    given = codes("ForeignFileError") | {"picture", "archive", "backup", "pdf"}
    assert given == REFUSAL_CODES
    assert codes("LeftOutError") | codes("LeftOut", 1) == LEFT_OUT_CODES


@BOTH
def test_every_sentence_can_be_said(code: str) -> None:
    language = Language(code)
    said = [refused_text(language, ForeignFileError(reason, FACTS)) for reason in sorted(REFUSAL_CODES)]
    said += [
        left_out_text(language, LeftOut(7, reason, {**FACTS, "unit": unit}))
        for reason in sorted(LEFT_OUT_CODES)
        for unit in sorted(PLACE_UNITS)
    ]
    shift = Shift("", span("tue 08:00", "15:00"), "kari")
    said += [oddity_text(language, Arrival(1, shift, (oddity,)), roster=asker_week_49()) for oddity in Oddity]
    assert all(sentence and not re.search(r"[{}]", sentence) for sentence in said)


def test_what_is_left_out_is_told_with_its_place_and_what_to_do() -> None:
    left_out = LeftOut(7, "no_time", {"unit": "row", "found": "25:00"})
    assert left_out_text(Language("en"), left_out) == "Line 7: “25:00” is no time of day. Write it as 15:00."


def test_a_table_without_a_heading_is_not_said_to_have_some() -> None:
    assert "()" not in refused_text(Language("en"), ForeignFileError("no_columns", {"found": ""}))


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (Shift("", span("tue 08:00", "15:00"), "kari"), "Tue 1 Dec 2026 08:00–15:00, Kari"),
        (
            Shift("", span("tue 22:00", "08:00"), None, ShiftKind.RESTING_NIGHT, place="home"),
            "Tue 1 Dec 2026 22:00–08:00, open, resting night, home",
        ),
        (
            Shift("", span("tue 08:00", "15:00"), "kari", tasks=("bath", "lunch"), note="by the lift"),
            "Tue 1 Dec 2026 08:00–15:00, Kari, bath and lunch, “by the lift”",
        ),
        (Shift("", span("tue 00:00", "wed 00:00"), "ola"), "Tue 1 Dec 2026 00:00–00:00 (2 Dec 2026), Ola"),
        (Shift("", span("tue 08:00", "2026-12-04 07:00")), "Tue 1 Dec 2026 08:00–07:00 (4 Dec 2026), open"),
        (
            Assistant(
                "", "Kari Nordmann", date(1980, 4, 12), "900 00 000", "k@b.no", "Storgata 1", ("norsk", "arabisk")
            ),
            "Kari Nordmann, phone 900 00 000, k@b.no, Storgata 1, born 12 Apr 1980, norsk and arabisk",
        ),
        (
            DayNote("", date(2026, 12, 24), date(2026, 12, 26), "Jul", DayNoteKind.EVENT),
            "24 Dec 2026 to 26 Dec 2026: Jul",
        ),
        (DayNote("", date(2026, 12, 24), date(2026, 12, 24), "Jul", DayNoteKind.EVENT), "24 Dec 2026: Jul"),
    ],
)
def test_what_comes_is_told_in_one_line(record: Arriving, text: str) -> None:
    assert arrival_text(Language("en"), Arrival(1, record), roster=asker_week_49()) == text


def test_whoever_is_absent_is_still_named_as_the_file_has_them() -> None:
    shift = Shift("", span("fri 08:00", "15:00"), "ola")
    assert arrival_text(Language("en"), Arrival(1, shift), roster=asker_week_49()).endswith("Ola")


def test_what_is_odd_is_told_and_nothing_where_nothing_is() -> None:
    shift = Shift("", span("tue 08:00", "15:00"), "kari")
    both = Arrival(1, shift, (Oddity.OVERLAPS, Oddity.CUT))
    assert oddity_text(Language("en"), both, roster=asker_week_49()).startswith("Kari has another shift then;")
    assert oddity_text(Language("en"), Arrival(1, shift), roster=asker_week_49()) == ""
