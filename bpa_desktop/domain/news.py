"""News: what each assistant is told of the roster, and what of it is new to them since they were told last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bpa_desktop.domain.publication import Publication, ToldShift
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import Span


@dataclass(frozen=True)
class News:
    """What is new to an assistant about a shift: None before is a new one, None after one they have no more."""

    before: ToldShift | None
    after: ToldShift | None

    @property
    def starts_at(self) -> datetime:
        """When it begins: the earlier of then and now."""
        return min(told.span.start for told in (self.before, self.after) if told is not None)


def told_of(roster: Roster, span: Span) -> tuple[ToldShift, ...]:
    """Return what the holders of the shifts that begin in a span are to be told, in the order of time."""
    held = ((shift, roster.holder(shift)) for shift in roster.shifts_in(span) if span.contains(shift.span.start))
    return tuple(_told(shift, holder) for shift, holder in held if holder is not None)


def told_before(publications: Iterable[Publication], roster: Roster, *, span: Span) -> tuple[ToldShift, ...]:
    """Return what they were told last: by the publications, the later instead of the earlier where both tell of a time.

    A shift that came published with a file, and of which no publication tells, counts as told the way it is.
    """
    known: list[ToldShift] = []
    covered: list[Span] = []
    for publication in sorted(publications, key=lambda one: one.at):  # those of one instant in the order they were made
        known = [told for told in known if not publication.span.contains(told.span.start)] + [*publication.shifts]
        covered.append(publication.span)
    for told in told_of(roster, span):
        came = roster.shifts_by_id[told.shift].state is ShiftState.PUBLISHED
        if came and not any(one.contains(told.span.start) for one in covered):
            known.append(told)
    return tuple(told for told in known if span.contains(told.span.start))


def news(before: Iterable[ToldShift], after: Iterable[ToldShift]) -> dict[str, tuple[News, ...]]:
    """Return by assistant what is new to them, in the order of time; who has no news is not there."""
    then = {(told.assistant, told.shift): told for told in before}
    now = {(told.assistant, told.shift): told for told in after}
    found: dict[str, list[News]] = {}
    for key in dict.fromkeys((*then, *now)):
        if then.get(key) != now.get(key):
            found.setdefault(key[0], []).append(News(then.get(key), now.get(key)))
    return {who: tuple(sorted(lines, key=lambda one: one.starts_at)) for who, lines in found.items()}


def _told(shift: Shift, holder: str) -> ToldShift:
    return ToldShift(shift.id, holder, shift.span, shift.kind, shift.place, shift.tasks)
