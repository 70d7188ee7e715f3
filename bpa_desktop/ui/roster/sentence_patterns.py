"""How the parts of a sentence make a wish: one function a deed. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.ui.roster.month_entry import month_number
from bpa_desktop.ui.roster.sentence_parts import Days, Part, Parts, People, Times, To, Unknown, between
from bpa_desktop.ui.roster.sentence_wish import (
    BeAway,
    GiveShift,
    Lack,
    MoveShift,
    NewShift,
    Problem,
    RemoveShift,
    Which,
    Who,
    Wish,
)
from bpa_desktop.ui.roster.sentence_words import Deed, folded
from bpa_desktop.ui.roster.week_entry import WEEKDAYS

_NAMES_OF_DAYS = tuple(form for names in WEEKDAYS for name in names for form in (folded(name), folded(name)[:3]))


@dataclass(frozen=True)
class Side:
    """The parts of a sentence, or of one side of its "to", sorted by what they are."""

    people: tuple[People, ...]
    days: tuple[Days, ...]
    times: tuple[Times, ...]
    unknown: tuple[Unknown, ...]

    @property
    def who(self) -> Who | None:
        """Who is named, if anybody is."""
        return Who(self.people[0].ids[0]) if self.people else None

    @property
    def which(self) -> Which:
        """The shift that is meant, by what is said of it; a day must be among that."""
        return Which(self.days[0].first, self.who, self.times[0].entry if self.times else None)


def side_of(parts: Parts) -> Side:
    """Return parts sorted by what they are."""
    return Side(
        tuple(part for part in parts if isinstance(part, People)),
        tuple(part for part in parts if isinstance(part, Days)),
        tuple(part for part in parts if isinstance(part, Times)),
        tuple(part for part in parts if isinstance(part, Unknown)),
    )


def new_shift(parts: Parts) -> Wish | Problem:
    """Return the new shift that parts describe; nobody's where nobody is named."""
    side = side_of(parts)
    trouble = _trouble(side, Deed.NEW) or _without_day(side, Deed.NEW)
    if trouble is not None:
        return trouble
    if not side.times:
        return Problem(Lack.NO_TIMES, Deed.NEW)
    return NewShift(side.days[0].first, side.times[0].entry, side.who or Who(None))


def remove_shift(parts: Parts) -> Wish | Problem:
    """Return the shift that parts take away."""
    side = side_of(parts)
    trouble = _trouble(side, Deed.REMOVE) or _without_day(side, Deed.REMOVE)
    return RemoveShift(side.which) if trouble is None else trouble


def move_shift(parts: Parts) -> Wish | Problem:
    """Return where parts move a shift."""
    source, target = _sides(parts)
    trouble = _trouble(source, Deed.MOVE) or _without_day(source, Deed.MOVE)
    if trouble is not None:
        return trouble
    if target is None:
        return Problem(Lack.NO_TARGET, Deed.MOVE)
    return _trouble(target, Deed.MOVE) or _moved(source, target)


def _moved(source: Side, target: Side) -> Wish | Problem:
    if not (target.people or target.days or target.times):
        return Problem(Lack.NO_TARGET, Deed.MOVE)
    return MoveShift(
        source.which,
        target.who,
        target.days[0].first if target.days else None,
        target.times[0].entry if target.times else None,
    )


def give_shift(parts: Parts) -> Wish | Problem:
    """Return whom parts give a shift: gi Kari fre 15-22, gi fre 15-22 til Kari."""
    source, target = _sides(parts)
    trouble = _trouble(source, Deed.GIVE)
    if trouble is None and target is not None:
        trouble = _trouble(target, Deed.GIVE)
    trouble = trouble or _without_day(source, Deed.GIVE)
    if trouble is not None:
        return trouble
    receiver = (source if target is None else target).who
    if receiver is None:
        return Problem(Lack.NO_PERSON, Deed.GIVE)
    if target is not None and (target.days or target.times):
        return Problem(Lack.TOO_MUCH, Deed.GIVE)
    which = Which(source.which.day, source.who if target is not None else None, source.which.times)
    return GiveShift(which, receiver)


def be_away(parts: Parts, kind: AbsenceKind | None) -> Wish | Problem:
    """Return the absence that parts and a kind describe."""
    side = side_of(_joined(parts))
    if kind is None or (side.unknown and side.days):
        return Problem(Lack.NO_KIND, Deed.AWAY)
    trouble = _trouble(side, Deed.AWAY)
    if trouble is not None:
        return trouble
    who = side.who
    if who is None or who.id is None:
        return Problem(Lack.NO_PERSON, Deed.AWAY)
    if not side.days:
        return Problem(Lack.NO_DAY, Deed.AWAY)
    days = side.days[0]
    if days.last < days.first:
        return Problem(Lack.ENDS_BEFORE, Deed.AWAY)
    if side.times and days.first != days.last:
        return Problem(Lack.TOO_MUCH, Deed.AWAY)
    return BeAway(who.id, kind, days.first, days.last, side.times[0].entry if side.times else None)


def _joined(parts: Parts) -> Parts:
    """Return parts where two days with "to" between are the days from one to the other."""
    for place in range(1, len(parts) - 1):
        first, between_them, last = parts[place - 1 : place + 2]
        if isinstance(first, Days) and isinstance(between_them, To) and isinstance(last, Days):
            return (*parts[: place - 1], between(first, last), *parts[place + 2 :])
    return parts


def _sides(parts: Parts) -> tuple[Side, Side | None]:
    """Return what stands before the last "to", and what after: vakta til Kari ons til Ola."""
    places = [place for place, part in enumerate(parts) if isinstance(part, To)]
    if not places or not _has_any(parts[: places[-1]]):
        return side_of(parts), None
    return side_of(parts[: places[-1]]), side_of(parts[places[-1] + 1 :])


def _has_any(parts: tuple[Part, ...]) -> bool:
    return any(not isinstance(part, To) for part in parts)


def _without_day(side: Side, deed: Deed) -> Problem | None:
    if not side.days:
        return Problem(Lack.NO_DAY, deed)
    if side.days[0].first != side.days[0].last:
        return Problem(Lack.TOO_MUCH, deed)
    return None


def _trouble(side: Side, deed: Deed) -> Problem | None:
    """Return what cannot be understood on a side, or None: words nobody knows, names that fit several, too much."""
    if side.unknown:
        return Problem(_kind_of_unknown(side), deed, side.unknown[0].word)
    for people in side.people:
        if len(people.ids) > 1:
            return Problem(Lack.SEVERAL_NAMES, deed, people.word, tuple(one for one in people.ids if one is not None))
    if max(len(side.people), len(side.days), len(side.times)) > 1:
        return Problem(Lack.TOO_MUCH, deed)
    return None


def _kind_of_unknown(side: Side) -> Lack:
    """Return what a word nobody knows was meant to be: by its figures, and by what the side has and has not."""
    word = side.unknown[0].word
    if any(letter.isdigit() for letter in word):
        return Lack.NO_SUCH_NUMBER
    if side.days:
        return Lack.NO_SUCH_NAME
    is_month = month_number(folded(word)) is not None
    looks_like_a_day = is_month or bool(get_close_matches(folded(word), _NAMES_OF_DAYS, cutoff=0.7))
    return Lack.NO_SUCH_DAY if side.people or looks_like_a_day else Lack.NO_SUCH_NAME
