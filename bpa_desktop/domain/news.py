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
    earlier = tuple(publications)
    came = (told for told in told_of(roster, span) if roster.shifts_by_id[told.shift].state is ShiftState.PUBLISHED)
    return (*_told_by(earlier, span), *(told for told in came if not _is_covered(told, earlier)))


def new_with(
    publication: Publication, earlier: Iterable[Publication], *, roster: Roster
) -> dict[str, tuple[News, ...]]:
    """Return by assistant what was new to them with a publication, after the earlier ones."""
    before = tuple(earlier)
    known = (told for told in publication.shifts if _is_older(roster.shifts_by_id.get(told.shift), publication))
    came = (told for told in known if not _is_covered(told, before))
    return news((*_told_by(before, publication.span), *came), publication.shifts)


def _is_older(shift: Shift | None, publication: Publication) -> bool:
    """Tell whether a shift was published before the publication, and needed nobody's yes then."""
    if shift is None or shift.state is not ShiftState.PUBLISHED:
        return False
    return shift.published_at is None or shift.published_at < publication.at


def _told_by(publications: Iterable[Publication], span: Span) -> tuple[ToldShift, ...]:
    """Return what publications tell of the shifts that begin in a span, the later ones instead of the earlier."""
    known: list[ToldShift] = []
    for publication in sorted(publications, key=lambda one: one.at):  # those of one instant in the order they were made
        known = [told for told in known if not publication.span.contains(told.span.start)] + [*publication.shifts]
    return tuple(told for told in known if span.contains(told.span.start))


def _is_covered(told: ToldShift, publications: Iterable[Publication]) -> bool:
    return any(publication.span.contains(told.span.start) for publication in publications)


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
