"""export in the formats of other programs: what comes out, and what is refused with the reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from bpa_desktop.cli.passphrase import VARIABLE
from bpa_desktop.store import vault
from tests.cli.conftest import Call, Outcome

FORMATS = {"ics": b"BEGIN:VCALENDAR", "csv": b"\xef\xbb\xbf", "xlsx": b"PK", "pdf": b"%PDF-"}


@pytest.fixture
def store(call: Call, demo: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Return a function that calls the program on a store with the demo in it."""
    monkeypatch.setenv(VARIABLE, "blå hest")
    monkeypatch.setattr(vault, "SCRYPT_N", 2**4)

    def calling(*arguments: str, stdin: bytes = b"") -> Outcome:
        return call(*arguments, "--data-dir", str(tmp_path / "data"), stdin=stdin)

    assert calling("import", demo).status == 0
    return calling


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written(store: Callable[..., Outcome], tmp_path: Path, form: str) -> None:
    out = tmp_path / f"roster.{form}"
    outcome = store("export", "--format", form, "--out", str(out), "--json")
    assert outcome.status == 0
    assert out.read_bytes().startswith(FORMATS[form])
    assert outcome.data == {"format": form, "out": str(out), "bytes": out.stat().st_size}


def exported(store: Callable[..., Outcome], out: Path, *more: str) -> str:
    assert store("--lang", "en", "export", "--format", "csv", "--out", str(out), *more).status == 0
    return out.read_text("utf-8-sig")


def test_a_week_and_an_assistant_narrow_what_is_written(store: Callable[..., Outcome], tmp_path: Path) -> None:
    lines = exported(store, tmp_path / "r.csv", "--week", "2026-W49", "--assistant", "kari").splitlines()[1:]
    assert lines
    assert all(line.startswith("49,") and ",Kari," in line for line in lines)


def test_no_more_is_told_than_is_asked_for(store: Callable[..., Outcome], tmp_path: Path) -> None:
    least = exported(store, tmp_path / "r.csv")
    more = exported(store, tmp_path / "r.csv", "--with", "names", "--with", "places", "--with", "notes")
    assert "Lunde" not in least
    assert "Place" not in least
    assert "Kari Lunde" in more
    assert "Place,Note" in more.splitlines()[0]


def test_an_assistant_there_is_not_is_named_with_those_there_are(store: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = store("export", "--format", "ics", "--out", str(tmp_path / "x.ics"), "--assistant", "nobody")
    assert outcome.status == 2
    assert "nobody" in outcome.err
    assert "kari" in outcome.err
    assert not (tmp_path / "x.ics").exists()


def events(store: Callable[..., Outcome], out: Path) -> dict[str, Any]:
    assert store("export", "--format", "ics", "--out", str(out)).status == 0
    return {str(event["UID"]): event for event in Calendar.from_ical(out.read_bytes()).walk("VEVENT")}


def test_a_shift_that_another_file_moves_or_leaves_out_is_moved_or_cancelled_in_the_calendar(
    store: Callable[..., Outcome], tmp_path: Path, demo_tree: dict[str, Any]
) -> None:
    before = events(store, tmp_path / "r.ics")
    published = [one for one in demo_tree["shifts"] if one.get("state") == "published" and one.get("assistant")]
    moved, gone = published[0], published[1]
    moved["end"] = moved["end"].replace("15:00", "14:00")
    demo_tree["shifts"].remove(gone)
    requests = demo_tree["substitute_requests"]
    demo_tree["substitute_requests"] = [one for one in requests if one["shift"] != gone["id"]]
    assert store("import", "-", stdin=json.dumps(demo_tree).encode()).status == 0
    after = events(store, tmp_path / "r.ics")
    uid, lost = f"{moved['id']}@bpa-desktop", f"{gone['id']}@bpa-desktop"
    assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
    assert after[uid]["DTEND"].dt < before[uid]["DTEND"].dt
    assert (before[lost]["STATUS"], after[lost]["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert after[lost]["SEQUENCE"] > before[lost]["SEQUENCE"]
    unchanged = set(before) - {uid, lost}
    assert all(after[one] == before[one] for one in unchanged)
