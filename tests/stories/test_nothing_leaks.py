"""What leaves the program tells nothing private: no note, no task, no address, no preference, no kind of absence."""

from __future__ import annotations

import io
import json
import logging
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bpa_desktop.bootstrap import main
from bpa_desktop.cli.passphrase import VARIABLE
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.interchange import sheet
from bpa_desktop.interchange.call_sheet import Calls, call_sheet
from bpa_desktop.interchange.roster_file import write_roster
from bpa_desktop.interchange.roster_pages import SheetKind, SheetOrder, roster_sheet
from bpa_desktop.interchange.shift_files import shift_file
from bpa_desktop.services.handout import EVERYTHING, LEAST, Contents, Extent
from bpa_desktop.store import vault
from bpa_desktop.texts.shift_message import shift_message
from bpa_desktop.texts.shift_words import ShiftWords
from bpa_desktop.texts.substitute_message import Messages
from tests.memory import history_of
from tests.seeds import NOTES, SHIFT_NOTE, TASK, leaked, sown
from tests.ui.desks import HOME, TUESDAY_EVENING, week_49

both_languages = pytest.mark.parametrize("code", ["en", "nb"])
FORMATS = ("ics", "csv", "xlsx", "pdf")
ALL = Contents(whole_names=True, places=True, tasks=True, notes=True)
CONTACTS = tuple(FallbackContact(kind, kind, "Turid", "22 00 00 00") for kind in FallbackKind)


def readable(content: bytes) -> str:
    """Return the text of a calendar, of a table, or of the cells of a workbook."""
    if not content.startswith(b"PK"):
        return content.decode().replace("\r\n ", "")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return "".join(book.read(name).decode() for name in sorted(book.namelist()) if name.startswith("xl/"))


def sent(roster: Roster, language: Language) -> Iterator[str]:
    """Yield every message there is, to everybody, about every shift."""
    messages, shifts = Messages(language, HOME.zone), roster.shifts
    for one in roster.assistants:
        yield messages.subject(one)
        yield shift_message(ShiftWords(language, roster, LEAST), one.id, shifts=shifts)
        for about in (shifts[:1], shifts):
            yield messages.asking(one, about, until=TUESDAY_EVENING)
            yield from (
                tell(one, about) for tell in (messages.yours, messages.taken, messages.reserve, messages.called_off)
            )
    yield from (messages.last_step(contact, shifts) for contact in CONTACTS)


def written(roster: Roster, language: Language, contents: Contents) -> Iterator[str]:
    """Yield the text of every file and every sheet of paper."""
    words, history = ShiftWords(language, roster, contents), history_of(roster)[0]
    yield from (readable(shift_file(one, history, words=words, extent=EVERYTHING)) for one in ("ics", "csv", "xlsx"))
    for kind in SheetKind:
        for who in (None, "ola"):
            yield str(roster_sheet(words, SheetOrder(kind, Extent(assistant=who), TUESDAY_EVENING)))
    calls = Calls(tuple(roster.shifts), tuple(roster.assistants_by_id), TUESDAY_EVENING, CONTACTS)
    yield str(call_sheet(language, roster, calls=calls, now=TUESDAY_EVENING))


@both_languages
@pytest.mark.parametrize("kind", AbsenceKind)
def test_no_message_file_or_sheet_tells_anything_private(kind: AbsenceKind, code: str) -> None:
    language, roster = Language(code), sown(week_49(), kind=kind)
    out = "\n".join((*sent(roster, language), *written(roster, language, LEAST)))
    assert leaked(out, kind) == []


@both_languages
def test_all_of_it_reads_the_same_whatever_the_private_words_are(code: str) -> None:
    language = Language(code)
    one = sown(week_49(), kind=AbsenceKind.CHILD_SICK, preference=5)
    assert [*sent(one, language), *written(one, language, LEAST)] == [
        *sent(sown(week_49()), language),
        *written(sown(week_49()), language, LEAST),
    ]


def test_notes_and_tasks_of_shifts_are_told_where_they_are_asked_for() -> None:
    out = "\n".join(written(sown(week_49()), Language("en"), ALL))
    assert leaked(out) == [SHIFT_NOTE.lower(), TASK.lower()]


@both_languages
def test_the_command_line_writes_and_says_nothing_private(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], caplog: Any
) -> None:
    monkeypatch.setenv(VARIABLE, "blå hest")
    monkeypatch.setattr(vault, "SCRYPT_N", 2**4)
    printed: list[str] = []

    def printing(page: object, _layouts: Path) -> bytes:
        printed.append(str(page))
        return b"%PDF-"

    monkeypatch.setattr(sheet, "sheet_pdf", printing)
    caplog.set_level(logging.DEBUG)
    source = tmp_path / "sown.json"
    source.write_bytes(write_roster(sown(week_49())))
    assert NOTES in json.loads(source.read_bytes())["assistants"][0].values()

    def call(*arguments: str) -> None:
        assert main(["--lang", code, *arguments, "--data-dir", str(tmp_path / "data")]) in (0, 1)

    call("import", str(source))
    outs = {form: tmp_path / f"out.{form}" for form in FORMATS}
    for form, out in outs.items():
        call("export", "--format", form, "--out", str(out))
    for command in ("check", "doctor", "backups"):
        call(command)
    said = "".join((*capfd.readouterr(), caplog.text, *printed))
    assert printed
    assert leaked(said + "".join(readable(out.read_bytes()) for out in outs.values())) == []
    kept = b"".join(one.read_bytes() for one in (tmp_path / "data").rglob("*") if one.is_file())
    assert kept
    assert leaked(kept.decode("latin-1")) == []
