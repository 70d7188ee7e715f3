"""The change log in words: every kind of record, from what to what, and nothing of why somebody was away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Agreement, AgreementLevel
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.substitute import Answer, Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services.audit import Entry, Wanted
from bpa_desktop.services.history import History
from bpa_desktop.services.records import KINDS
from bpa_desktop.services.shift import assign_shifts
from bpa_desktop.services.step import Change, StepLine
from bpa_desktop.services.team import add_assistant
from bpa_desktop.texts.audit import LogWords
from bpa_desktop.texts.audit_values import RecordWords
from bpa_desktop.texts.audit_words import FIELD_WORDS, KIND_WORDS, SILENT, part_word
from tests.memory import TUESDAY_EVENING, MemoryStore, history_of
from tests.store.strategies import ANY, SAMPLES
from tests.ui.desks import week_49

ENGLISH = Language("en")
ROSTER = week_49()
LINE = StepLine("s", "edit_shift", "", TUESDAY_EVENING)


def entry_of(before: Record | None, after: Record | None, *, erased: int = 0) -> Entry:
    one = after or before
    changes = (Change(type(one), one.id, before=before, after=after),) if one is not None else ()
    return Entry(LINE, changes, erased)


def details(before: Record | None, after: Record | None, *, with_kinds: bool = False) -> str:
    words = LogWords(ENGLISH, ROSTER, with_absence_kinds=with_kinds)
    return "\n".join(words.logged(entry_of(before, after)).details)


def kept(history: History, store: MemoryStore) -> Entry:
    return store.entries(None, 1)[0]


def test_every_kind_of_record_is_called_something() -> None:
    assert set(KIND_WORDS) == set(KINDS)


@pytest.mark.parametrize("record", SAMPLES, ids=lambda one: type(one).__name__)
def test_every_record_is_told_when_it_comes_and_when_it_goes(record: Record) -> None:
    assert "new." in details(None, record, with_kinds=True)
    assert "taken away" in details(record, None)


@pytest.mark.parametrize("record", SAMPLES, ids=lambda one: type(one).__name__)
def test_no_part_of_a_record_changes_without_a_word(record: Record) -> None:
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "id" or value in (None, "", ()):
            continue
        other = replace(record)
        object.__setattr__(other, field.name, None)
        told = details(other, record, with_kinds=True)
        label = part_word(type(record), field.name)
        assert (label if label is not None else "other details changed") in told
        assert label is None or f"{label} –" in told or "nobody →" in told


def kinds_of_parts(kind: type) -> Iterator[type]:
    """Yield a kind of record, and the kinds of those of its parts that have parts themselves."""
    yield kind
    for hint in get_type_hints(kind).values():
        for one in (hint, *get_args(hint)):
            if is_dataclass(one) and isinstance(one, type) and one not in (Span, DayRange):
                yield from kinds_of_parts(one)


EVERY = tuple(dict.fromkeys(part for kind in KINDS for part in kinds_of_parts(kind)))


@pytest.mark.parametrize("kind", EVERY, ids=lambda one: one.__name__)
def test_every_part_has_words_or_a_reason_why_it_is_not_told(kind: type) -> None:
    for name in (field.name for field in fields(kind)):
        assert (part_word(kind, name) is not None) != bool(SILENT.get((kind, name))), name


def test_no_words_and_no_reason_stand_for_a_part_that_is_not_there() -> None:
    parts = {(kind, field.name) for kind in EVERY for field in fields(kind)}
    assert set(SILENT) - parts == set()
    assert set(FIELD_WORDS) - {name for _, name in parts} == set()


@pytest.mark.parametrize("code", ["en", "nb"])
@given(st.one_of(*ANY.values()))
def test_any_record_is_told_with_every_part_that_has_words(code: str, record: Record) -> None:
    language = Language(code)
    words = RecordWords(language, ROSTER, with_absence_kinds=True)
    told = "; ".join(words.parts(None, record))
    for field in fields(record):
        label, value = part_word(type(record), field.name), getattr(record, field.name)
        if label is not None and value not in (None, "", ()) and value is not False:
            assert language.text(label) in told or words.words.value(field.name, value) == words.title(record)


def test_what_was_taken_away_is_found_by_what_it_had() -> None:
    told = LogWords(ENGLISH, ROSTER).logged(entry_of(Assistant("n", "Nina", address="Storgata 1"), None))
    assert told.has("storgata nina taken away")


def test_what_the_title_tells_is_not_told_again() -> None:
    told = details(None, ROSTER.shifts[0])
    assert told.startswith("Shift, Monday 30 November 08:00–15:00: new. assistant Kari Lunde; ")
    assert told.count("08:00–15:00") == 1


def test_of_several_things_only_those_that_are_other_are_told() -> None:
    before = SubstituteRequest(
        "r",
        "w49-fri-eve",
        RequestState.ASKING,
        asks=(Ask("ola", TUESDAY_EVENING, Channel.SMS), Ask("kari", TUESDAY_EVENING, Channel.PHONE)),
    )
    yes = replace(before.asks[1], answer=Answer.YES)
    told = details(before, replace(before, asks=(before.asks[0], yes)))
    assert told.startswith("Search for a substitute, Friday 4 December 15:00–23:00: asked (assistant Kari Lunde, ")
    assert "Ola" not in told
    was, now = told.split(" → ")
    assert ("answer no answer yet" in was, "answer yes" in now) == (True, True)
    assert details(before, replace(before, asks=before.asks[:1])).endswith(" → –")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            ROSTER.arrangement,
            replace(ROSTER.arrangement, agreement=Agreement(AgreementLevel.UNION)),
            "agreed with the union's representatives",
        ),
        (None, Invoice("2026-11", date(2026, 11, 1), Decimal(1305)), "amount 1,305\N{NO-BREAK SPACE}kr"),
        (None, Invoice("2026-11", date(2026, 11, 1), Decimal(1305)), "Invoice, November 2026"),
        (None, replace(ROSTER.needs[0], weekday=5), "weekday Friday"),
        (None, ShiftLock("w49-mon-day"), "Lock of a shift, Monday 30 November 08:00–15:00: new."),
        (None, ShiftLock("gone"), "a shift that is no longer there"),
        (None, replace(ROSTER.shifts[0], assistant="gone"), "assistant somebody who is no longer in the team"),
        (replace(ROSTER.shifts[0], assistant=None), ROSTER.shifts[0], "assistant nobody → Kari Lunde"),
        (ROSTER.assistants[0], replace(ROSTER.assistants[0], never_with=("ola",)), "together with – → Ola Berg"),
        (
            None,
            KeptFinding(
                "k", "notice", "ola", ("w49-mon-day",), None, author="", reason="", agreement="", at=TUESDAY_EVENING
            ),
            "rule short notice",
        ),
    ],
)
def test_a_value_is_told_as_one_reads_it(before: Record | None, after: Record, told: str) -> None:
    assert told in details(before, after)


def test_how_gladly_somebody_is_wanted_is_in_no_log() -> None:
    before = ROSTER.assistants[0]
    told = details(before, replace(before, user_preference=1)) + details(None, before) + details(before, None)
    assert told.startswith("Assistant, Kari Lunde: other details changed")
    assert "preference" not in told


def test_a_shift_that_is_given_to_somebody_tells_from_whom_to_whom() -> None:
    history, store = history_of(ROSTER)
    assign_shifts(history, {"w49-mon-day": "ola"})
    told = LogWords(ENGLISH, history.roster).logged(kept(history, store))
    assert told.who == "test"
    (line,) = told.details
    assert line.startswith("Shift, Monday 30 November 08:00–15:00: assistant Kari Lunde → Ola Berg")
    assert told.what == "Monday 30 November 08:00–15:00 given to Ola Berg"


@pytest.mark.parametrize("kind", AbsenceKind)
def test_the_kind_of_an_absence_is_told_only_where_it_is_asked_for(kind: AbsenceKind) -> None:
    before = replace(ROSTER.absences[0], kind=AbsenceKind.LEAVE)
    after = replace(before, kind=kind, span=ROSTER.shifts[0].span)
    silent = details(before, after) + details(None, after) + details(after, None)
    for word in ("self-certified", "sick", "leave", "holiday", "other absence"):
        assert word not in silent
    assert ("kind" in details(before, after, with_kinds=True)) is (kind is not AbsenceKind.LEAVE)


def test_what_was_erased_is_said_to_be() -> None:
    words = LogWords(ENGLISH, ROSTER)
    whole = words.logged(Entry(LINE, (), 2))
    assert whole.what == "A step whose details were erased"
    assert whole.details == ("Erased for good: how it was is not known any more.",)
    part = words.logged(entry_of(None, ROSTER.shifts[0], erased=1))
    assert part.details[0] == whole.details[0]
    assert len(part.details) == 2


def test_words_are_found_in_any_order_and_wherever_they_stand() -> None:
    told = LogWords(ENGLISH, ROSTER).logged(entry_of(None, Assistant("n", "Nina", phone="900 00 001")))
    assert told.has("")
    assert told.has("001 nina ASSISTANT")
    assert not told.has("nina ola")


def test_a_line_that_begins_as_a_formula_stays_text_in_the_table() -> None:
    from bpa_desktop.interchange.table_file import write_table

    history, store = history_of(ROSTER)
    add_assistant(history, Assistant("x", "=1+1"))
    words = LogWords(ENGLISH, history.roster)
    content = write_table(ENGLISH, words.listing((words.logged(kept(history, store)),))).decode()
    assert "'=1+1 joined the team" in content


@given(st.sampled_from([None, "kari", "ola", "nobody"]), st.sampled_from([None, Shift, Absence]), st.integers(-1, 1))
def test_what_is_looked_for_is_what_a_slow_reading_finds(
    assistant: str | None, kind: type[Record] | None, days: int
) -> None:
    since = TUESDAY_EVENING + timedelta(days=days)
    records: tuple[Record, ...] = (*ROSTER.shifts, *ROSTER.absences, *ROSTER.assistants)
    entries = [entry_of(None, record) for record in records]
    wanted = Wanted(assistant, kind, since)
    for entry in entries:
        record = entry.changes[0].after
        told = repr(record)
        slow = (
            (assistant is None or f"'{assistant}'" in told)
            and (kind is None or isinstance(record, kind))
            and entry.line.at >= since
        )
        assert wanted.takes(entry) is slow
