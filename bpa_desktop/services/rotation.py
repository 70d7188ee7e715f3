"""Verbs about rotations: keep a pattern, and lay it out on days without undoing what was done by hand."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from dataclasses import replace

from bpa_desktop.domain.roll_out import Difference, Hold, Known, RollOut, differences
from bpa_desktop.domain.roster import Roster, held_by
from bpa_desktop.domain.rotation import Rotation, made_on
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span
from bpa_desktop.services.history import History, Recorder, UnknownRecordError
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.overdraw import within_awards
from bpa_desktop.services.shift import drop_shifts, forget_substitute, put_changed
from bpa_desktop.services.shift_lock import is_locked
from bpa_desktop.services.step import Step

_Plan = tuple[Span, str | None, ShiftKind]


def keep_rotation(history: History, plan: Rotation) -> Rotation:
    """Keep a rotation, in the place of the one with its id, or as a new one where it has none; return it.

    Lines of weeks that the pattern no longer has go.
    """
    lines = tuple(line for line in plan.lines if line.week <= plan.weeks)
    rotation = replace(plan, id=plan.id or new_id(history.clock.now()), lines=lines)
    with history.step("keep_rotation") as record:
        record.put(rotation)
    return rotation


def remove_rotation(history: History, rotation_id: str) -> None:
    """Take a rotation away; its shifts stay, as if each had been made by hand. Raises UnknownRecordError."""
    with history.step("remove_rotation") as record:
        record.remove(record.get(Rotation, rotation_id))
        for shift in record.roster.shifts:
            if shift.rotation == rotation_id:
                record.put(replace(shift, rotation=None))


def roll_out(history: History, plan: RollOut, *, accepted: Collection[str] | None = None) -> tuple[Difference, ...]:
    """Do the accepted lines of the difference between pattern and plan, in one step; return them.

    They are named by their ids; None stands for all that nothing holds back. Raises UnknownRecordError,
    OverdrawnError, LockedError for a line about a locked shift.
    """
    lines = tuple(line for line in difference(history, plan) if _is_accepted(line, accepted))
    with history.step("roll_out") as record, within_awards(history, record):
        drop_shifts(record, [line.id for line in lines if line.after is None])
        for line in lines:
            if line.after is not None:
                _put(history, record, before=line.before, after=line.after)
    return lines


def _is_accepted(line: Difference, accepted: Collection[str] | None) -> bool:
    return line.hold is None if accepted is None else line.id in accepted


def _put(history: History, record: Recorder, *, before: Shift | None, after: Shift) -> None:
    if before is None:
        record.put(after)
        return
    if before.assistant != after.assistant:
        forget_substitute(record, after.id)
    put_changed(history, record, before=before, after=after)


def difference(history: History, plan: RollOut) -> tuple[Difference, ...]:
    """Return the lines in which the plan differs from a rotation on some days. Raises UnknownRecordError.

    A locked shift stays. Who is absent, or has a shift then that is none of the rotation's, gets none unasked. What was
    edited or deleted by hand is told from what the steps say the rotation made; where no step tells, a shift that some
    version of the pattern would have made is taken to be as it was made.
    """
    rotation = history.records.get(Rotation, plan.rotation)
    if rotation is None:
        raise UnknownRecordError(plan.rotation)
    known = tuple(_known(history, rotation, plan=plan))
    lines = differences(rotation, known, plan=plan, zone=history.roster.arrangement.zone)
    own = {one.id for one in known}
    taken = (_unless_taken(history.roster, line, own=own) for line in lines)
    return tuple(replace(line, hold=Hold.LOCKED) if is_locked(history, line.id) else line for line in taken)


def _unless_taken(roster: Roster, line: Difference, *, own: Container[str]) -> Difference:
    """Hold a line back that gives a shift to somebody who is absent, or has one then that is none of the rotation's."""
    after = line.after
    if line.hold is not None or after is None or after.assistant is None:
        return line
    if roster.absence_of(after.assistant, after.span) is not None:
        return replace(line, hold=Hold.ABSENT)
    is_busy = any(one.id not in own for one in held_by(roster, after.assistant, span=after.span))
    return replace(line, hold=Hold.BUSY) if is_busy else line


def _known(history: History, rotation: Rotation, *, plan: RollOut) -> Iterator[Known]:
    """Yield every shift made from the rotation that is there, or that somebody has deleted."""
    roster, zone = history.roster, history.roster.arrangement.zone
    made = _made(history, rotation.id)
    former = _former_plans(history, plan)
    for shift in roster.shifts:
        day = made_on(rotation.id, shift.id)
        if day is None and shift.rotation != rotation.id:
            continue
        as_made = made.get(shift.id) or (shift if _plan_of(shift) in former else None)
        is_promised = roster.request_for(shift.id) is not None
        yield Known(shift.id, day or (as_made or shift).span.first_day(zone), as_made, shift, is_promised)
    for shift_id, shift in made.items():
        if shift_id not in roster.shifts_by_id:
            yield Known(shift_id, made_on(rotation.id, shift_id) or shift.span.first_day(zone), shift, None)


def _made(history: History, rotation: str) -> dict[str, Shift]:
    """Return the shifts of a rotation by id as they were made, or as they were when somebody deleted them."""
    made: dict[str, Shift] = {}
    for step in history.deeds.in_force(("roll_out", "remove_shift")):
        is_deletion = step.line.verb == "remove_shift"
        for change in step.changes:
            shift = change.before if is_deletion else change.after
            if isinstance(shift, Shift) and shift.rotation == rotation:
                if not (is_deletion and change.id in made):
                    made[change.id] = shift
            elif change.kind is Shift and not is_deletion:
                made.pop(change.id, None)  # the pattern itself took it away
    return made


def _former_plans(history: History, plan: RollOut) -> set[_Plan]:
    """Return what the pattern would have made on the days of a roll-out, as it ever was."""
    zone = history.roster.arrangement.zone
    versions = set(_versions(history.deeds.in_force(("keep_rotation", "import_roster")), plan.rotation))
    return {_plan_of(shift) for version in versions for shift in version.occurrences(plan.first, plan.last, zone=zone)}


def _versions(steps: Iterator[Step], rotation: str) -> Iterator[Rotation]:
    for step in steps:
        for change in step.changes:
            if change.kind is Rotation and change.id == rotation:
                yield from (one for one in (change.before, change.after) if isinstance(one, Rotation))


def _plan_of(shift: Shift) -> _Plan:
    return shift.span, shift.assistant, shift.kind
