"""What the words of a sentence can each be: a person, a day, times. One word may be two things. Plain Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import ONE_DAY, Week
from bpa_desktop.ui.roster.month_entry import MONTHS
from bpa_desktop.ui.roster.sentence_names import is_whole, named
from bpa_desktop.ui.roster.sentence_words import CONNECTORS, FILLERS, KINDS, NOBODY, folded, week_numbers
from bpa_desktop.ui.roster.week_entry import WEEKDAYS, NoSuchDayError, day_from_today, parse_day, parse_week
from bpa_desktop.ui.widgets.time_entry import NoSuchTimeError, NoTimesError, TimeEntry, parse_times

_TWO_TIMES = re.compile(r"[\d:.]+[-–—][\d:.]+")
_LATER = re.compile(r"\+\d")
_BEGUN = re.compile(
    r"\d{1,4}[:.]?|\d[\d:.]*[-–—]|\d{4}-\d{1,2}-?\d?"  # times, a date
    r"|\d{1,2}\.(?:\d{1,2}\.?)?[-–—]\d{0,2}\.?|[^\W\d]+[-–—][^\W\d]{0,2}"  # two days
)
_DAY_ONLY = re.compile(r"\d{1,2}\.?")
_DAY_OR_DAYS = re.compile(r"\d{1,2}\.?(?:[-–—]\d{1,2}\.?)?")
_LONGEST_NAME = 4
_LONGEST_DAY = 3
_MOST_WAYS = 64
_FAR = 3660 * ONE_DAY
"""So many days from the shown week no shift is planned, and a calendar need not reach."""


@dataclass(frozen=True)
class Scene:
    """What a sentence is read against: who is in the team, the shown week, today."""

    roster: Roster
    shown: Week
    today: date


@dataclass(frozen=True)
class People:
    """Everybody a name fits; more than one has to be asked about. `ids` holds None for nobody."""

    word: str
    ids: tuple[str | None, ...]


@dataclass(frozen=True)
class Days:
    """Days from the first to the last, both included. `weekday` tells that it was typed as one."""

    first: date
    last: date
    weekday: bool = False


@dataclass(frozen=True)
class Times:
    """From when to when."""

    entry: TimeEntry


@dataclass(frozen=True)
class To:
    """What parts a sentence, or two days."""


@dataclass(frozen=True)
class Begun:
    """A last word that is still being typed: nothing yet, and nothing wrong."""


@dataclass(frozen=True)
class Unknown:
    """A word that is nothing of these."""

    word: str


Part = People | Days | Times | To | Begun | Unknown
Parts = tuple[Part, ...]


def ways(words: tuple[str, ...], scene: Scene, *, open_end: bool) -> tuple[Parts, ...]:
    """Return the ways to take the words of a sentence; the likeliest first, and not more than anybody needs.

    With an open end the last word may be one that is still being typed, where it is nothing else.
    """
    return tuple(dict.fromkeys(islice(_ways(words, scene, open_end=open_end), _MOST_WAYS)))


def _ways(words: tuple[str, ...], scene: Scene, *, open_end: bool) -> Iterator[Parts]:
    if not words:
        yield ()
        return
    for taken, part in _taken(words, scene, open_end=open_end):
        for rest in _ways(words[taken:], scene, open_end=open_end):
            yield (part, *rest) if part is not None else rest


def _taken(words: tuple[str, ...], scene: Scene, *, open_end: bool) -> Iterator[tuple[int, Part | None]]:
    """Yield how many words at the beginning make a part, and which; None for words that say nothing."""
    word, plain = words[0], folded(words[0])
    if plain in CONNECTORS:
        yield 1, To()
        return
    found = [*_times(words), *_days(words, scene), *_people(words, scene)]
    yield from found
    if not found and plain in FILLERS:
        yield 1, None
    elif not found:
        is_begun = open_end and _is_begun(words, scene)
        yield (len(words), Begun()) if is_begun else (1, Unknown(word))


def _times(words: tuple[str, ...]) -> Iterator[tuple[int, Part]]:
    if _TWO_TIMES.fullmatch(words[0]) is None:
        return
    later = 1 if len(words) > 1 and _LATER.fullmatch(words[1]) else 0
    try:
        yield 1 + later, Times(parse_times(" ".join(words[: 1 + later])))
    except (NoTimesError, NoSuchTimeError):
        return


def _days(words: tuple[str, ...], scene: Scene) -> Iterator[tuple[int, Part]]:
    """Yield the days that one word names, or more where the month is a word of its own, the most words first."""
    for count in range(min(_LONGEST_DAY, len(words)), 0, -1):
        typed = " ".join(words[:count])
        found = (_weeks(typed, scene) if count == 1 else None) or _day(typed, scene) or _from_to(typed, scene)
        if found is not None:
            yield count, found


def _day(word: str, scene: Scene) -> Days | None:
    """Return a day by its date, its weekday in the shown week, or how far from today it is: of one word or more."""
    if word[0] in "+-":
        return None  # counted from what? A sentence names its days
    near = scene.shown.monday
    try:
        day: date | None = parse_day(word, near=near)
    except NoSuchDayError:
        day = day_from_today(word.lower(), scene.today)
    if day is None or abs(day - near) > _FAR:
        return None
    return Days(day, day, weekday=word.rstrip(".").isalpha())


def _weeks(word: str, scene: Scene) -> Days | None:
    numbers = week_numbers(word)
    if numbers is None:
        return None
    try:
        first, last = (parse_week(str(number), shown=scene.shown, today=scene.today) for number in numbers)
    except NoSuchDayError:
        return None
    return Days(first, last + 6 * ONE_DAY)


def _from_to(word: str, scene: Scene) -> Days | None:
    """Return the days between two that a hyphen joins: tor-fre, 20.12-27.12, 20.-27.12, 20.-27. desember."""
    begin, hyphen, end = word.replace("–", "-").partition("-")
    if not (begin and hyphen and end):
        return None
    end_day = _DAY_ONLY.match(end)
    if _DAY_ONLY.fullmatch(begin) and end_day is not None:
        begin = f"{begin.removesuffix('.')}.{end[end_day.end() :].strip()}"
    first, last = _day(begin, scene), _day(end, scene)
    return between(first, last) if first is not None and last is not None else None


def between(first: Days, last: Days) -> Days:
    """Return the days from one to another; a weekday before the first is the one in the week after."""
    end = last.last + 7 * ONE_DAY if last.weekday and last.last < first.first else last.last
    return Days(first.first, end)


def _people(words: tuple[str, ...], scene: Scene) -> Iterator[tuple[int, Part]]:
    """Yield whom one or more words name, the most words first.

    A weekday or a word that says nothing is not the beginning of a name, but may be a name: Tor, An.
    """
    if folded(words[0]) in NOBODY:
        yield 1, People(words[0], (None,))
        return
    team = scene.roster.assistants
    for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
        typed = " ".join(words[:count])
        found = named(team, typed)
        if found and (is_whole(team, typed) or not _says_something_else(words[count - 1], scene)):
            yield count, People(typed, tuple(one.id for one in found))


def _says_something_else(word: str, scene: Scene) -> bool:
    return folded(word) in FILLERS | CONNECTORS or _day(word, scene) is not None


def _is_begun(words: tuple[str, ...], scene: Scene) -> bool:
    """Tell whether the last words may be the beginning of one that is known, of times, or of a date with its month."""
    plain = folded(words[-1])
    if len(words) > 1:
        months = (name for names in MONTHS for name in names)
        return bool(_DAY_OR_DAYS.fullmatch(words[0])) and any(name.startswith(plain) for name in months)
    if _BEGUN.fullmatch(plain):
        return True
    names = (part for one in scene.roster.assistants for part in folded(one.name).replace("-", " ").split())
    kinds = (word for phrase in KINDS for word in phrase)
    weekdays = (folded(name) for day in WEEKDAYS for name in day)
    return any(one.startswith(plain) for group in (weekdays, CONNECTORS, FILLERS, kinds, names) for one in group)
