"""A user who does anything in any order, restarts included: what is kept equals what was seen."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pytest import MonkeyPatch

from bpa_desktop.domain import held, kept
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.roll_out import Hold, RollOut
from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.substitute import Answer, Channel, NotAllowedError
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services import (
    absence,
    arrangement,
    booking,
    day_note,
    deeds,
    publication,
    rotation,
    shift,
    shift_lock,
    substitute,
    team,
)
from bpa_desktop.services.history import History
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.records import KINDS, Records
from bpa_desktop.services.step import Step
from bpa_desktop.store.sqlite_store import SqliteStore
from tests.memory import TUESDAY_EVENING, FakeClock
from tests.store.stores import KEY, fresh_store

EXAMPLES = 1000 if settings.get_current_profile_name() == "thorough" else 10
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # waiting for a disk proves nothing here
MONDAY = date(2026, 11, 23)
WHICH = st.integers(0, 1000)
QUARTERS = st.integers(0, 4 * 24 * 7)
LENGTHS = st.integers(1, 4 * 30)
SPANS = st.builds(
    lambda start, length: Span(
        TUESDAY_EVENING + timedelta(minutes=15 * start), TUESDAY_EVENING + timedelta(minutes=15 * (start + length))
    ),
    QUARTERS,
    LENGTHS,
)


def content(records: Records) -> dict[str, tuple[object, ...]]:
    """Return what the records hold, of every kind, in order."""
    return {kind.__name__: records.all(kind) for kind in KINDS}


def has(*kinds: type[Record]) -> Callable[[User], bool]:
    """Return a condition: a record of each kind is there; undo may have taken the team back."""
    return lambda user: all(user.history.records.all(kind) for kind in kinds)


class User(RuleBasedStateMachine):
    """Plays the user on a real store; `announced` is what a window was told of since the first start."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = MonkeyPatch()
        for module, size in ((deeds, "PORTION"), (kept, "BLOCK"), (held, "BLOCK")):
            self.patch.setattr(module, size, 3)  # so that what is asked for lies across the borders
        self.folder = Path(tempfile.mkdtemp(prefix="bpa-machine-", dir=IN_MEMORY))
        self.store = fresh_store(self.folder)
        self.clock = FakeClock()
        self.announced: list[Step] = []
        self.history = self._history()

    def _history(self) -> History:
        history = History(self.store, self.clock, author="user")
        history.subscribe(self.announced.append)
        return history

    def _pick(self, kind: type[Record], which: int) -> str:
        kept = self.history.records.all(kind)
        return kept[which % len(kept)].id

    @initialize()
    def begin(self) -> None:
        arrangement.create_arrangement(self.history, Arrangement("home", "Home", "3203"))
        for name in ("Kari", "Ola", "Per"):
            team.add_assistant(self.history, Assistant("", name))

    @precondition(has(Arrangement))
    @rule(span=SPANS, which=st.none() | WHICH)
    def add(self, span: Span, which: int | None) -> None:
        holder = None if which is None or not has(Assistant)(self) else self._pick(Assistant, which)
        shift.add_shift(self.history, Shift("", span, holder))

    @precondition(has(Shift, Assistant))
    @rule(which=WHICH, who=WHICH)
    def assign(self, which: int, who: int) -> None:
        with suppress(booking.TakenError, LockedError):  # nobody stands in who is absent or at work
            shift.assign_shifts(self.history, {self._pick(Shift, which): self._pick(Assistant, who)})

    @precondition(has(Shift))
    @rule(which=WHICH, span=SPANS)
    def move(self, which: int, span: Span) -> None:
        self._move(self._pick(Shift, which), span)

    @precondition(has(Shift))
    @rule(which=WHICH, spans=st.lists(SPANS, min_size=1, max_size=4))
    def hold_a_key(self, which: int, spans: list[Span]) -> None:
        moved = self._pick(Shift, which)
        held = False
        before = content(self.history.records)
        for span in spans:
            latest = self.history.undoable
            with self.history.continuing(latest.line.id if latest is not None and held else None):
                kept = len(self.announced)
                self._move(moved, span)
                held = held or len(self.announced) > kept
        if held:
            self.history.undo()
            assert content(self.history.records) == before
            self.history.redo()

    def _move(self, moved: str, span: Span) -> None:
        roster = self.history.roster
        with suppress(LockedError):
            shift.place_shifts(self.history, (shift.Place(moved, span, roster.holder(roster.shifts_by_id[moved])),))

    @precondition(has(Shift))
    @rule(which=WHICH, other=WHICH)
    def swap(self, which: int, other: int) -> None:
        with suppress(booking.TakenError, LockedError):
            shift.swap_shifts(self.history, self._pick(Shift, which), second=self._pick(Shift, other))

    @precondition(has(Shift))
    @rule(which=WHICH, quarters=st.integers(-1, 4 * 31))
    def split(self, which: int, quarters: int) -> None:
        whole = self.history.roster.shifts_by_id[self._pick(Shift, which)]
        expected = self.history.roster.expected(whole)
        at = whole.span.start + quarters * shift.SHORTEST
        with suppress(shift.NoSplitError, LockedError):
            second = shift.split_shift(self.history, whole.id, at=at)
            first = self.history.roster.shifts_by_id[whole.id]
            assert (first.span.start, first.span.end, second.span.end) == (whole.span.start, at, whole.span.end)
            assert second.span.start == at
            assert [self.history.roster.expected(part) for part in (first, second)] == [expected] * 2

    @precondition(has(Shift))
    @rule(which=WHICH)
    def remove(self, which: int) -> None:
        with suppress(LockedError):
            shift.remove_shifts(self.history, (self._pick(Shift, which),))

    @precondition(has(Assistant))
    @rule(who=WHICH, span=SPANS, kind=st.sampled_from(AbsenceKind))
    def absent(self, who: int, span: Span, kind: AbsenceKind) -> None:
        with suppress(absence.OverlapError):
            absence.register_absence(self.history, Absence("", self._pick(Assistant, who), span, kind))

    @precondition(has(Absence))
    @rule(which=WHICH, span=SPANS, of_all=st.booleans())
    def away_otherwise(self, which: int, span: Span, of_all: bool) -> None:
        kept = self.history.records.get(Absence, self._pick(Absence, which))
        assert kept is not None
        lost = absence.given_away(self.history.roster, kept, span=span)
        with suppress(absence.OverlapError, LockedError):
            absence.change_absence(
                self.history, replace(kept, span=span), back=[one.id for one in lost] if of_all else ()
            )

    @precondition(has(Absence))
    @rule(which=WHICH)
    def back_again(self, which: int) -> None:
        absence.remove_absence(self.history, self._pick(Absence, which))

    @precondition(has(Shift, Assistant))
    @rule(which=WHICH, who=WHICH, answer=st.sampled_from(Answer))
    def request(self, which: int, who: int, answer: Answer) -> None:
        try:
            search = substitute.open_requests(self.history, (self._pick(Shift, which),))[0]
            assistant = self._pick(Assistant, who)
            substitute.ask_assistants(
                self.history, (search.id,), assistants=(assistant,), way=substitute.Way(Channel.SMS)
            )
            substitute.log_answer(self.history, search.id, assistant=assistant, answer=answer)
            substitute.confirm_substitute(self.history, search.id, assistant=assistant)
        except (NotAllowedError, booking.TakenError):
            pass  # refused in words of the field; what was done before it stays done

    @precondition(has(Shift))
    @rule(which=WHICH)
    def lock(self, which: int) -> None:
        shift_lock.lock_shifts(self.history, (self._pick(Shift, which),))

    @precondition(has(ShiftLock))
    @rule(which=WHICH)
    def unlock(self, which: int) -> None:
        shift_lock.unlock_shifts(self.history, (self._pick(ShiftLock, which),))

    @precondition(has(Arrangement))
    @rule(days=st.integers(0, 9), text=st.sampled_from(("Hyttetur", "Tannlege")))
    def write_note(self, days: int, text: str) -> None:
        day_note.keep_day_note(self.history, DayNote("", MONDAY, MONDAY + timedelta(days=days), text))

    @precondition(has(DayNote))
    @rule(which=WHICH)
    def lose_note(self, which: int) -> None:
        day_note.remove_day_note(self.history, self._pick(DayNote, which))

    @precondition(has(Shift))
    @rule(span=SPANS)
    def publish(self, span: Span) -> None:
        publication.publish_roster(self.history, span)

    @precondition(has(Assistant))
    @rule(who=WHICH, weekdays=st.lists(st.integers(1, 7), max_size=3), weeks=st.integers(1, 3))
    def rotate(self, who: int, weekdays: list[int], weeks: int) -> None:
        holder = self._pick(Assistant, who)
        lines = tuple(RotationLine(week, day, time(8), time(15), holder) for week in (1, 2) for day in weekdays)
        rotation.keep_rotation(self.history, Rotation("turnus", "Turnus", weeks, DayRange(MONDAY), lines))

    @precondition(has(Arrangement, Rotation))
    @rule(of_all=st.booleans())
    def roll_out(self, of_all: bool) -> None:
        plan = RollOut("turnus", MONDAY, MONDAY + timedelta(days=20))
        lines = rotation.difference(self.history, plan)
        free = [line.id for line in lines if line.hold is not Hold.LOCKED]
        rotation.roll_out(self.history, plan, accepted=free if of_all else None)
        left = rotation.difference(self.history, plan)
        held = tuple(line for line in lines if line.hold is not None)
        assert left == (tuple(line for line in held if line.hold is Hold.LOCKED) if of_all else held)

    @precondition(has(Rotation))
    @rule()
    def stop_rotating(self) -> None:
        rotation.remove_rotation(self.history, "turnus")

    @precondition(has(Assistant))
    @rule(who=WHICH, note=st.text(max_size=5))
    def edit(self, who: int, note: str) -> None:
        kept = self.history.records.all(Assistant)
        team.edit_assistant(self.history, replace(kept[who % len(kept)], notes=note))

    @precondition(lambda self: self.history.undoable is not None)
    @rule(count=st.integers(1, 5))
    def undo(self, count: int) -> None:
        self.history.undo(count)

    @precondition(lambda self: self.history.redoable is not None)
    @rule(count=st.integers(1, 5))
    def redo(self, count: int) -> None:
        self.history.redo(count)

    @rule()
    def restart(self) -> None:
        shown = content(self.history.records), self.history.undoable, self.history.redoable
        self.store.close()
        self.store = SqliteStore(self.store.path, KEY)
        self.history = self._history()
        assert (content(self.history.records), self.history.undoable, self.history.redoable) == shown

    @invariant()
    def what_is_kept_is_what_was_seen(self) -> None:
        assert content(Records.of(self.store.slots())) == content(self.history.records)

    @precondition(has(Arrangement))
    @invariant()
    def what_a_roster_was_handed_on_is_what_it_would_work_out(self) -> None:
        handed, anew = self.history.roster, Records.of(self.store.slots()).roster
        assert handed == anew
        assert handed.shifts_by_holder == anew.shifts_by_holder
        assert handed.shifts_by_id == anew.shifts_by_id
        assert handed.days == anew.days

    @invariant()
    def what_is_locked_is_there(self) -> None:
        known = {one.id for one in self.history.records.all(Shift)}
        assert {lock.id for lock in self.history.records.all(ShiftLock)} <= known

    @invariant()
    def every_step_kept_was_announced_once_in_its_order(self) -> None:
        assert [line.id for line in self.store.journal()] == [step.line.id for step in self.announced]

    def undo_all_and_redo_all(self) -> None:
        before, steps = content(self.history.records), 0
        while self.history.undoable is not None:
            self.history.undo()
            steps += 1
        assert not any(content(self.history.records).values())
        assert not any(content(Records.of(self.store.slots())).values())
        for _ in range(steps):
            self.history.redo()
        assert content(self.history.records) == before
        assert content(Records.of(self.store.slots())) == before

    def teardown(self) -> None:
        self.undo_all_and_redo_all()
        self.store.close()
        shutil.rmtree(self.folder)
        self.patch.undo()


TestUser = User.TestCase
TestUser.settings = settings(max_examples=EXAMPLES, stateful_step_count=30, deadline=None)
