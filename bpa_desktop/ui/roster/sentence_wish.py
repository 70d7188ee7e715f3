"""What a sentence can want of the roster, and what it can lack. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.ui.roster.sentence_words import Deed
from bpa_desktop.ui.widgets.time_entry import TimeEntry


@dataclass(frozen=True)
class Who:
    """Somebody by id, or nobody; where a sentence says neither there is no Who."""

    id: str | None


@dataclass(frozen=True)
class Which:
    """The shift that is meant: its day, and as much more as was said."""

    day: date
    who: Who | None = None
    times: TimeEntry | None = None


@dataclass(frozen=True)
class NewShift:
    """A shift that is not there yet."""

    day: date
    times: TimeEntry
    who: Who


@dataclass(frozen=True)
class MoveShift:
    """A shift moved to what was said of somebody, a day, times; the rest stays as it is."""

    which: Which
    who: Who | None = None
    day: date | None = None
    times: TimeEntry | None = None


@dataclass(frozen=True)
class GiveShift:
    """A shift given to somebody: an open one before one that stands with another."""

    which: Which
    to: Who


@dataclass(frozen=True)
class RemoveShift:
    """A shift taken away."""

    which: Which


@dataclass(frozen=True)
class BeAway:
    """An absence of whole days, or of times on one day."""

    who: str
    kind: AbsenceKind
    first: date
    last: date
    times: TimeEntry | None = None


class Reach(StrEnum):
    """How much one goes to."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class GoTo:
    """Another week, month or day to be shown; of a week or month `day` is the first."""

    day: date
    reach: Reach = Reach.DAY


Wish = NewShift | MoveShift | GiveShift | RemoveShift | BeAway | GoTo


class Lack(StrEnum):
    """Why a sentence is not understood."""

    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_NUMBER = "no_such_number"
    NO_SUCH_NAME = "no_such_name"
    NO_SUCH_WEEK = "no_such_week"
    SEVERAL_NAMES = "several_names"
    TWO_MEANINGS = "two_meanings"
    TOO_MUCH = "too_much"
    NO_PERSON = "no_person"
    NO_DAY = "no_day"
    NO_TIMES = "no_times"
    NO_TARGET = "no_target"
    NO_KIND = "no_kind"
    UNFINISHED = "unfinished"
    ENDS_BEFORE = "ends_before"
    NO_SUCH_SHIFT = "no_such_shift"
    SEVERAL_SHIFTS = "several_shifts"
    SAME_SHIFTS = "same_shifts"


@dataclass(frozen=True)
class Problem:
    """What a sentence lacks: the word it is about, the people who fit it, or the shift that was looked for.

    `known` are the ids of people or shifts.
    """

    lack: Lack
    deed: Deed
    word: str = ""
    known: tuple[str, ...] = ()
    which: Which | None = None
