"""Whoever falls ill, is asked, answers late or falls out, in any order: nobody is at work twice, nothing is lost.

No answer that was logged is gone, and no shift is without somebody who comes, a search, or an incident that is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from itertools import combinations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.incident import incidents
from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import DayRange, EmptySpanError, Span
from bpa_desktop.domain.substitute import (
    Answer,
    Ask,
    Channel,
    NotAllowedError,
    Outcome,
    RequestState,
    SubstituteRequest,
)
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services import absence, booking, fit, part, shift, shift_lock, standby, substitute
from bpa_desktop.services.history import History
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.roster import records_of
from tests.memory import FakeClock, MemoryStore
from tests.rosters import assistant, at, need, post, roster
from tests.rosters import shift as planned

EXAMPLES = 1000 if settings.get_current_profile_name() == "thorough" else 60
WHICH = st.integers(0, 1000)
QUARTERS = st.integers(0, 4 * 9)
LIMITS = shipped_limits()
LEFT = post("50", days=DayRange(date(2020, 1, 1), date(2026, 12, 3)))  # the day before the last shifts
TEAM = (
    assistant("Kari"),
    assistant("Ola"),
    assistant("Per"),
    assistant("Amina", posts=(LEFT,)),
    assistant("Jonas", posts=()),
)
WEEK = Roster(
    roster().arrangement,
    assistants=TEAM,
    needs=(need(5, "09:00", end="14:00"), need(4, "08:00", end="15:00")),
    shifts=(
        planned("thu 08:00", "15:00", "kari"),
        planned("thu 15:00", "22:00", "ola"),
        planned("thu 12:00", "20:00", None),
        planned("fri 08:00", "15:00", "ola"),
        planned("fri 11:00", "19:00", "per"),
        planned("fri 15:00", "23:00", None),
    ),
)
REFUSALS = (
    absence.OverlapError,
    NotAllowedError,
    LockedError,
    booking.TakenError,
    booking.NotEmployedError,
    booking.PastShiftError,
    substitute.DeadlineError,
    substitute.OutsideShiftError,
    fit.OutsideNeedError,
    standby.BackupError,
    standby.NoBackupError,
    shift.NoSplitError,
    EmptySpanError,
)
"""What is said in words instead of being done."""

_Key = tuple[str, str, str]
"""An answer: the request that its question began in, who was asked, and when."""
_Effect = dict[_Key, Answer | None]
"""What a deed does to the answers that are to be found; None where the shift they are about was deleted."""


def has(*kinds: type[Record]) -> Callable[[Supervisor], bool]:
    """Return a condition: a record of each kind is there."""
    return lambda one: all(one.history.records.all(kind) for kind in kinds)


class Supervisor(RuleBasedStateMachine):
    """Does anything about absences and substitutes; `deeds` is what undo would take back, with its effect."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock(at("wed 18:00"))
        self.history = History(MemoryStore(records_of(WEEK)), self.clock, author="test")
        self.deeds: list[_Effect] = []
        self.undone: list[_Effect] = []
        self.origins: dict[str, str] = {}
        self.steps = 0
        self.history.subscribe(self._count)

    def _count(self, _step: object) -> None:
        self.steps += 1

    def _pick(self, kind: type[Record], which: int) -> str:
        kept = self.history.records.all(kind)
        return kept[which % len(kept)].id

    def _request(self, which: int) -> SubstituteRequest:
        kept = self.history.records.all(SubstituteRequest)
        return kept[which % len(kept)]

    def _key(self, request: SubstituteRequest, who: str) -> _Key:
        ask = request.ask_of(who)
        assert ask is not None
        return self._key_of(request, ask)

    def _key_of(self, request: SubstituteRequest, ask: Ask) -> _Key:
        return self.origins.get(request.id, request.id), ask.assistant, ask.at.isoformat()

    @contextmanager
    def _done(self, source: SubstituteRequest | None = None) -> Iterator[_Effect]:
        """Do something a minute later than the last; what it did to answers counts if it was not refused.

        Requests that come into being by it are about the shift of the source.
        """
        self.clock.go_on(timedelta(minutes=1))
        effect: _Effect = {}
        steps, known = self.steps, {one.id for one in self.history.roster.requests}
        with suppress(*REFUSALS):
            yield effect
        if self.steps > steps:
            self.deeds.append(effect)
            self.undone.clear()
        for request in self.history.roster.requests:
            if source is not None and request.id not in known:
                self.origins[request.id] = self.origins.get(source.id, source.id)

    @precondition(has(Shift))
    @rule(who=st.none() | WHICH, which=WHICH, hours=st.integers(1, 12), from_start=st.integers(-4, 6))
    def fall_ill(self, who: int | None, which: int, hours: int, from_start: int) -> None:
        """Have somebody fall ill about the time of a shift: whoever has it, or anybody."""
        near = self.history.roster.shifts_by_id[self._pick(Shift, which)]
        holder = self.history.roster.holder(near)
        name = holder if who is None and holder is not None else self._pick(Assistant, who or 0)
        start = near.span.start + timedelta(hours=from_start)
        with self._done():
            away = Span(start, start + timedelta(hours=hours))
            absence.register_absence(self.history, Absence("", name, away, AbsenceKind.SELF_CERTIFIED))

    @precondition(has(Absence))
    @rule(which=WHICH)
    def come_back(self, which: int) -> None:
        with self._done():
            absence.remove_absence(self.history, self._pick(Absence, which))

    @precondition(has(Shift))
    @rule(which=st.lists(WHICH, min_size=1, max_size=3))
    def look(self, which: list[int]) -> None:
        with self._done():
            substitute.open_requests(self.history, tuple(dict.fromkeys(self._pick(Shift, one) for one in which)))

    @precondition(has(SubstituteRequest))
    @rule(which=st.lists(WHICH, min_size=1, max_size=2), who=st.lists(WHICH, min_size=1, max_size=3))
    def ask(self, which: list[int], who: list[int]) -> None:
        with self._done():
            asked = tuple(dict.fromkeys(self._pick(Assistant, one) for one in who))
            requests = tuple(dict.fromkeys(self._request(one).id for one in which))
            substitute.ask_assistants(self.history, requests, assistants=asked, way=substitute.Way(Channel.SMS))

    @precondition(has(SubstituteRequest))
    @rule(which=WHICH, who=st.none() | WHICH, answer=st.sampled_from(Answer))
    def answer(self, which: int, who: int | None, answer: Answer) -> None:
        """Log an answer of somebody who was asked, or of anybody."""
        asked = [(request, ask.assistant) for request in self.history.roster.requests for ask in request.asks]
        if asked and who is None:
            request, name = asked[which % len(asked)]
        else:
            request, name = self._request(which), self._pick(Assistant, who or 0)
        with self._done() as effect:
            substitute.log_answer(self.history, request.id, assistant=name, answer=answer)
            effect[self._key(request, name)] = answer

    @precondition(has(Shift))
    @rule(which=WHICH, who=WHICH)
    def cover(self, which: int, who: int) -> None:
        """Go the whole way for a shift that nobody comes to."""
        wanted = self.history.roster.shifts_by_holder.get(None, ())
        if wanted:
            shift_id, name = wanted[which % len(wanted)].id, self._pick(Assistant, who)
            self._ask((shift_id,), (name,))
            request = self.history.roster.request_for(shift_id)
            if request is None or request.ask_of(name) is None:
                return
            with self._done() as effect:
                substitute.log_answer(self.history, request.id, assistant=name, answer=Answer.YES)
                effect[self._key(request, name)] = Answer.YES
            with self._done():
                substitute.confirm_substitute(self.history, request.id, assistant=name)

    def _ask(self, shifts: tuple[str, ...], names: tuple[str, ...]) -> None:
        with self._done():
            substitute.open_requests(self.history, shifts)
        with self._done():
            about = [one.id for one in self.history.roster.requests if one.shift in shifts]
            substitute.ask_assistants(self.history, about[-1:], assistants=names, way=substitute.Way(Channel.SMS))

    @precondition(has(SubstituteRequest))
    @rule(which=st.lists(WHICH, min_size=1, max_size=3), who=WHICH, answer=st.sampled_from(Answer))
    def answer_about_several(self, which: list[int], who: int, answer: Answer) -> None:
        name = self._pick(Assistant, who)
        requests = {request.id: request for request in map(self._request, which)}
        with self._done() as effect:
            substitute.log_answers(self.history, tuple(requests), assistant=name, answer=answer)
            effect.update({self._key(request, name): answer for request in requests.values()})

    @precondition(has(SubstituteRequest))
    @rule(which=WHICH, who=WHICH)
    def confirm(self, which: int, who: int) -> None:
        request = self._request(which)
        with self._done():
            substitute.confirm_substitute(self.history, request.id, assistant=self._pick(Assistant, who))
        after = self._request(which)
        assert request.chosen is None or after.chosen == request.chosen  # a late yes takes nobody's place

    @precondition(has(Shift))
    @rule(which=WHICH, who=WHICH, first=st.integers(0, 24), length=st.integers(1, 24))
    def confirm_a_part(self, which: int, who: int, first: int, length: int) -> None:
        """Ask somebody, who can take so many quarters of an hour of a shift, and book that."""
        wanted = self.history.roster.shifts_by_holder.get(None, ())
        if not wanted:
            return
        open_shift, name = wanted[which % len(wanted)], self._pick(Assistant, who)
        self._ask((open_shift.id,), (name,))
        request = self.history.roster.request_for(open_shift.id)
        if request is None or request.ask_of(name) is None:
            return
        start = open_shift.span.start + first * shift.SHORTEST
        wish = Span(start, start + length * shift.SHORTEST)
        with self._done() as effect:
            substitute.log_part(self.history, request.id, assistant=name, part=wish)
            effect[self._key(request, name)] = Answer.PART
        with self._done(request):
            part.confirm_part(self.history, request.id, assistant=name, part=wish)

    @precondition(lambda self: self.history.roster.substitutes)
    @rule(which=WHICH)
    def cannot_after_all(self, which: int) -> None:
        filled = [one for one in self.history.roster.requests if one.chosen is not None]
        request = filled[which % len(filled)]
        with self._done() as effect:
            substitute.fall_out(self.history, request.id)
            if request.chosen is not None and request.ask_of(request.chosen) is not None:
                effect[self._key(request, request.chosen)] = Answer.NO

    @precondition(has(SubstituteRequest))
    @rule(which=WHICH, outcome=st.sampled_from(Outcome))
    def give_up(self, which: int, outcome: Outcome) -> None:
        with self._done():
            substitute.give_up_request(self.history, self._request(which).id, outcome=outcome)

    @precondition(has(SubstituteRequest))
    @rule(which=WHICH)
    def withdraw(self, which: int) -> None:
        with self._done():
            substitute.withdraw_request(self.history, self._request(which).id)

    @precondition(has(SubstituteRequest))
    @rule(which=WHICH, hours=st.integers(-3, 40))
    def set_deadline(self, which: int, hours: int) -> None:
        with self._done():
            by = self.clock.now() + timedelta(hours=hours)
            substitute.set_deadline(self.history, self._request(which).id, deadline=by)

    @precondition(has(SubstituteRequest))
    @rule(which=WHICH)
    def tell_everybody(self, which: int) -> None:
        request = self._request(which)
        with self._done():
            told = {ask.assistant for ask in request.asks}
            substitute.mark_told(self.history, request.id, assistants=told)

    @precondition(has(Shift))
    @rule(which=WHICH, quarters=QUARTERS)
    def split(self, which: int, quarters: int) -> None:
        whole = self.history.roster.shifts_by_id[self._pick(Shift, which)]
        with self._done(self.history.roster.request_for(whole.id)):
            shift.split_shift(self.history, whole.id, at=whole.span.start + quarters * shift.SHORTEST)

    @precondition(has(Shift))
    @rule(which=WHICH, earlier=st.integers(-20, 20), later=st.integers(-20, 20))
    def move_within_the_need(self, which: int, earlier: int, later: int) -> None:
        moved = self.history.roster.shifts_by_id[self._pick(Shift, which)]
        with self._done():
            start, end = moved.span.start + earlier * shift.SHORTEST, moved.span.end + later * shift.SHORTEST
            fit.fit_shift(self.history, moved.id, span=Span(start, end))

    @precondition(has(Shift))
    @rule(which=st.lists(WHICH, min_size=1, max_size=3), who=st.none() | WHICH)
    def choose_backup(self, which: list[int], who: int | None) -> None:
        with self._done():
            shifts = tuple(dict.fromkeys(self._pick(Shift, one) for one in which))
            name = None if who is None else self._pick(Assistant, who)
            standby.choose_backup(self.history, shifts, assistant=name, limits=LIMITS)

    @precondition(has(Shift))
    @rule(which=WHICH)
    def call_backup(self, which: int) -> None:
        called = self.history.roster.shifts_by_id[self._pick(Shift, which)]
        with self._done() as effect:
            standby.call_backup(self.history, called.id)
            request = self.history.roster.request_for(called.id)
            if request is not None and called.backup is not None:
                effect[self._key(request, called.backup)] = Answer.YES

    @precondition(lambda self: has(Shift)(self) and not has(ShiftLock)(self))
    @rule(which=WHICH)
    def lock(self, which: int) -> None:
        with self._done():
            shift_lock.lock_shifts(self.history, (self._pick(Shift, which),))

    @precondition(has(ShiftLock))
    @rule(which=WHICH)
    def unlock(self, which: int) -> None:
        with self._done():
            shift_lock.unlock_shifts(self.history, (self._pick(ShiftLock, which),))

    @precondition(has(Shift))
    @rule(which=WHICH)
    def remove_shift(self, which: int) -> None:
        gone = self._pick(Shift, which)
        requests = [one for one in self.history.roster.requests if one.shift == gone]
        with self._done() as effect:
            shift.remove_shifts(self.history, (gone,))
            effect.update({self._key_of(one, ask): None for one in requests for ask in one.asks})

    @rule(hours=st.integers(1, 6))
    def wait(self, hours: int) -> None:
        self.clock.go_on(timedelta(hours=hours))

    @precondition(lambda self: self.deeds)
    @rule()
    def undo(self) -> None:
        self.history.undo()
        self.undone.append(self.deeds.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.history.redo()
        self.deeds.append(self.undone.pop())

    @invariant()
    def nobody_is_at_work_twice(self) -> None:
        now = self.history.roster
        for one in TEAM:
            held = [kept.span for kept in now.shifts if now.holder(kept) == one.id and kept.is_presence]
            assert not [pair for pair in combinations(held, 2) if pair[0].overlaps(pair[1])]

    @invariant()
    def no_answer_is_lost(self) -> None:
        expected: _Effect = {}
        for effect in self.deeds:
            expected.update(effect)
        found = {(self._key_of(one, ask), ask.answer) for one in self.history.roster.requests for ask in one.asks}
        assert [key for key, answer in expected.items() if answer is not None and (key, answer) not in found] == []

    @invariant()
    def every_shift_has_somebody_a_search_or_an_incident(self) -> None:
        now, moment = self.history.roster, self.clock.now()
        shown = {incident.shift.id for incident in incidents(now, moment)}
        live = (RequestState.OPEN, RequestState.ASKING)
        for kept in now.shifts:
            about = [one for one in now.requests if one.shift == kept.id and one.state is not RequestState.WITHDRAWN]
            assert len(about) <= 1
            is_searched = any(one.state in live for one in about)
            has_somebody = now.holder(kept) is not None
            if kept.span.end > moment:
                assert has_somebody or is_searched or kept.id in shown
            elif about and about[0].outcome is Outcome.NONE:
                assert has_somebody or kept.id in shown
            assert not (has_somebody and kept.id in shown)

    @invariant()
    def who_was_chosen_is_who_comes(self) -> None:
        now = self.history.roster
        for request in now.requests:
            filled = request.state is RequestState.FILLED
            assert filled is (request.chosen is not None)
            assert not filled or now.expected(now.shifts_by_id[request.shift]) == request.chosen

    def teardown(self) -> None:
        while self.deeds:
            self.undo()
        assert self.history.roster == WEEK


TestSupervisor = Supervisor.TestCase
TestSupervisor.settings = settings(max_examples=EXAMPLES, stateful_step_count=40, deadline=None)
