"""import of what other programs wrote: known by itself, shown first where asked, and kept whole or not at all."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bpa_desktop.domain.award import AccountPeriod, Overdraw
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange
from bpa_desktop.interchange.roster_file import read_roster, write_roster
from bpa_desktop.services.history import History
from bpa_desktop.store.folder import store_exists
from bpa_desktop.store.opening import STORE_NAME, open_store
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.vault import Passphrase
from tests.cli.conftest import DEMO, PASSPHRASE, Call
from tests.interchange.foreign_files import CALENDAR, CARDS, PEOPLE
from tests.memory import FakeClock
from tests.plain_text import plain
from tests.rosters import award
from tests.store.stores import fill_up

pytestmark = pytest.mark.usefixtures("passphrase")

NINA = b"Navn;Telefon\nNina Berg;900 00 000\n"
SHIFTS = (
    b"Dato;Start;Slutt;Assistent\n"
    b"2030-01-07;08:00;15:00;Kari Lunde\n"  # nothing is odd
    b"2030-01-08;08:00;15:00;Nina Berg\n"  # nobody has that name
    b"2030-13-09;08:00;15:00;Kari Lunde\n"  # no day
)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)


def kept(folder: Path) -> Roster:
    """Return what is in the store."""
    opened = open_store(folder, Passphrase(PASSPHRASE))
    try:
        return History(opened, FakeClock(), author="test").roster
    finally:
        opened.close()


@pytest.fixture
def begun(store: Call, demo: str) -> Call:
    """Return a function that calls the program on a store with the demo in it."""
    assert store("import", demo).status == 0
    return store


def test_people_come_in_as_one_step_with_a_backup_before_it(begun: Call, folder: Path) -> None:
    outcome = begun("import", "-", stdin=NINA)
    assert (outcome.status, outcome.err) == (0, "")
    assert plain(outcome.out).splitlines() == ["2: Nina Berg, phone 900 00 000", "1 person comes in."]
    assert [one.phone for one in kept(folder).assistants if one.name == "Nina Berg"] == ["900 00 000"]
    assert [one["reason"] for one in begun("backups", "--json").data["backups"]] == ["before_import"]
    opened = open_store(folder, Passphrase(PASSPHRASE))
    history = History(opened, FakeClock(), author="test")
    history.undo()
    assert history.roster == read_roster(DEMO.read_bytes())
    opened.close()


def test_what_is_here_already_stays_out_and_is_said(begun: Call, folder: Path) -> None:
    before = kept(folder)
    outcome = begun("import", "-", stdin=NINA.replace(b"Nina Berg", b"Kari Lunde"))
    assert outcome.status == 1
    assert "This is here already" in outcome.out
    assert plain(outcome.out).splitlines()[-1] == "Nothing comes in. 1 is left out."
    assert kept(folder) == before


def test_what_is_odd_comes_in_and_what_is_left_out_is_said_with_its_place(begun: Call, folder: Path) -> None:
    before = len(kept(folder).shifts)
    outcome = begun("import", "-", stdin=SHIFTS)
    assert outcome.status == 1
    said = plain(outcome.out).splitlines()
    assert said[0] == "2: Mon 7 Jan 2030 08:00–15:00, Kari Lunde"
    assert said[1].startswith("3: Tue 8 Jan 2030 08:00–15:00, open. Nobody of the team")
    assert said[2].startswith("Line 4: ")
    assert said[3] == "2 shifts come in. 1 is left out."
    new = kept(folder).shifts[before:]
    assert [shift.assistant for shift in new] == ["kari", None]


def test_it_is_one_too_where_only_something_is_left_out(begun: Call) -> None:
    assert begun("import", "-", "--dry-run", stdin=NINA + b";900 00 001\n").status == 1
    assert begun("import", "-", "--dry-run", stdin=NINA).status == 0


def test_a_dry_run_says_the_same_and_stores_nothing(begun: Call, folder: Path) -> None:
    before = kept(folder)
    dry = begun("import", "-", "--dry-run", stdin=SHIFTS)
    assert kept(folder) == before
    real = begun("import", "-", stdin=SHIFTS)
    assert (dry.status, dry.out) == (real.status, real.out)


def test_one_object_tells_all_of_it(begun: Call, folder: Path) -> None:
    data = begun("import", "-", "--dry-run", "--json", stdin=SHIFTS).data
    assert (data["arrangement"], data["stored"]) == ("demo", False)
    assert [(one["place"], one["kind"], one["oddities"], one["comes"]) for one in data["found"]] == [
        (2, "shift", [], True),
        (3, "shift", ["unknown_person"], True),
    ]
    assert [(one["place"], one["code"]) for one in data["left_out"]] == [(4, "no_day")]
    assert begun("import", "-", "--json", stdin=SHIFTS).data["stored"] is True
    again = begun("import", "-", "--json", stdin=SHIFTS).data["found"]
    assert [one["comes"] for one in again][:1] == [False]


@pytest.mark.parametrize("content", [CARDS, CALENDAR, PEOPLE], ids=["cards", "calendar", "table"])
def test_a_file_is_known_by_its_content_and_not_by_its_name(begun: Call, tmp_path: Path, content: str) -> None:
    (tmp_path / "roster.json").write_text(content, encoding="utf-8", newline="")
    outcome = begun("import", str(tmp_path / "roster.json"), "--json")
    assert outcome.status in (0, 1)
    assert len(outcome.data["found"]) > 0


@pytest.mark.parametrize(
    ("content", "said"),
    [(PICTURE, "picture"), (b"%PDF-1.7\n", "PDF"), (b"", "nothing in the file"), (b"a;b\n1;2\n", "headings")],
)
def test_what_cannot_be_read_is_two_and_said_in_one_line(begun: Call, folder: Path, content: bytes, said: str) -> None:
    before = kept(folder)
    outcome = begun("import", "-", stdin=content)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert said in outcome.err
    assert kept(folder) == before


def test_a_broken_roster_file_is_told_as_one(begun: Call, folder: Path) -> None:
    for content in (b'{"format": "bpa-roster/1",', b"\xef\xbb\xbf [1", '{"format": 1}'.encode("utf-16")):
        outcome = begun("import", "-", stdin=content)
        assert outcome.status == 2
        assert "problem" in outcome.err.splitlines()[0]
    assert kept(folder) == read_roster(DEMO.read_bytes())


def test_a_backup_or_the_store_itself_is_refused_with_what_brings_it_back(begun: Call, folder: Path) -> None:
    outcome = begun("import", str(next(folder.glob(STORE_NAME))))
    assert outcome.status == 2
    assert "Backups" in outcome.err


def test_without_a_store_nothing_is_made_for_a_table(store: Call, folder: Path) -> None:
    outcome = store("import", "-", stdin=NINA)
    assert (outcome.status, outcome.out) == (3, "")
    assert "no arrangement" in outcome.err
    assert not store_exists(folder)


def test_a_dry_run_of_a_roster_file_makes_no_store(store: Call, folder: Path, demo: str) -> None:
    outcome = store("import", demo, "--dry-run")
    assert outcome.status == 0
    assert plain(outcome.out) == "Ordning i Asker (demo) would come, with 145 shifts.\n"
    assert not store_exists(folder)


def test_a_table_takes_no_arrangements_place(begun: Call, folder: Path) -> None:
    before = kept(folder)
    outcome = begun("import", "-", "--replace", stdin=NINA)
    assert outcome.status == 2
    assert "roster files only" in outcome.err
    assert kept(folder) == before


def test_a_store_that_fails_in_the_middle_keeps_nothing_of_it(
    begun: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(folder)
    make = SqliteStore.__init__

    def make_full(store: SqliteStore, *args: object, **named: object) -> None:
        make(store, *args, **named)  # type: ignore[arg-type]
        fill_up(store)

    many = b"Navn\n" + b"".join(b"Nina Berg %d\n" % number for number in range(500))
    with monkeypatch.context() as full:
        full.setattr(SqliteStore, "__init__", make_full)
        outcome = begun("import", "-", stdin=many)
    assert (outcome.status, outcome.out) == (4, "")
    assert "The disk is full" in outcome.err
    assert kept(folder) == before
    assert begun("import", "-", stdin=many).status == 0


def test_what_an_award_forbids_is_refused_whole(begun: Call, folder: Path, tmp_path: Path) -> None:
    year = DayRange(date(2030, 1, 1), date(2030, 12, 31))
    strict = replace(award(year, weekly="0.01", period=AccountPeriod.AWARD), overdraw=Overdraw.BLOCK)
    before = replace(kept(folder), awards=(strict,))
    (tmp_path / "strict.json").write_bytes(write_roster(before))
    assert begun("import", str(tmp_path / "strict.json")).status == 0
    outcome = begun("import", "-", stdin=SHIFTS)
    assert outcome.status != 0
    assert "the award says that no plan may" in outcome.err
    assert kept(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes or devices among its files")
@pytest.mark.parametrize("verb", ["import", "check"])
def test_a_pipe_a_device_and_a_folder_are_refused_instead_of_waited_for(store: Call, tmp_path: Path, verb: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, said in ((tmp_path / "pipe", "Choose a file"), ("/dev/zero", "Choose a file"), (tmp_path, "directory")):
        outcome = store(verb, str(name))
        assert (outcome.status, outcome.out) == (2, "")
        assert said in outcome.err
