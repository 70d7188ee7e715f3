"""A typed sentence read: what it wants, or what it lacks. Plain Python.

Each word may be two things (Tor is Thursday, and a name): every way to take the words is tried, and what makes a whole
sentence is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from bpa_desktop.domain.span import ONE_DAY
from bpa_desktop.ui.roster.month_entry import month_named
from bpa_desktop.ui.roster.sentence_names import named
from bpa_desktop.ui.roster.sentence_parts import Begun, Parts, Scene, To, Unknown, ways
from bpa_desktop.ui.roster.sentence_patterns import be_away, give_shift, move_shift, new_shift, remove_shift
from bpa_desktop.ui.roster.sentence_wish import GoTo, Lack, Problem, Reach, Wish
from bpa_desktop.ui.roster.sentence_words import DEEDS, KINDS, Deed, beginning, folded, kind_in, words_of
from bpa_desktop.ui.roster.week_entry import NoSuchDayError, parse_day, parse_week

Pattern = Callable[[Parts], Wish | Problem]
_PATTERNS: dict[Deed, Pattern] = {
    Deed.NEW: new_shift,
    Deed.MOVE: move_shift,
    Deed.GIVE: give_shift,
    Deed.REMOVE: remove_shift,
}
_A_WEEK = re.compile(r"(?:uke|veke|week|u|w)\d.*")
_MOST_WORDS = 24
_FAR_WEEKS = 52 * 50


def understood(typed: str, scene: Scene) -> Wish | Problem | None:
    """Return what a text wants or lacks, None where it is no sentence."""
    words = words_of(typed)
    if not words or len(words) > _MOST_WORDS:
        return None
    deed, rest = beginning(words, DEEDS)
    if deed is Deed.GO or (deed is None and _A_WEEK.fullmatch(folded(words[0]))):
        return _go_to(" ".join(rest), scene)
    if deed is None and not _is_about_somebody(words, scene):
        return None
    open_end = not typed[-1].isspace()
    if deed is not None:
        return _best(deed, ways(rest, scene, open_end=open_end), pattern=_PATTERNS[deed])
    kind, others = kind_in(words)
    return _best(Deed.AWAY, ways(others, scene, open_end=open_end), pattern=partial(be_away, kind=kind))


def _is_about_somebody(words: tuple[str, ...], scene: Scene) -> bool:
    """Tell whether words begin as those about an absence do: with a name, or with its kind."""
    plain = tuple(folded(word) for word in words)
    begins_with_kind = any(plain[: len(phrase)] == phrase for phrase in KINDS)
    return begins_with_kind or bool(named(scene.roster.assistants, words[0]))


def _go_to(typed: str, scene: Scene) -> Wish | Problem:
    try:
        day = parse_week(typed, shown=scene.shown, today=scene.today)
    except NoSuchDayError:
        return Problem(Lack.NO_SUCH_WEEK, Deed.GO, typed)
    if abs(day - scene.today) > _FAR_WEEKS * 7 * ONE_DAY:
        return Problem(Lack.NO_SUCH_WEEK, Deed.GO, typed)
    return GoTo(day, _reach(typed, scene))


def _reach(typed: str, scene: Scene) -> Reach:
    if month_named(typed.lower(), scene.shown.monday) is not None:
        return Reach.MONTH
    if typed.isalpha():
        return Reach.DAY
    try:
        parse_day(typed, near=scene.shown.monday)
    except NoSuchDayError:
        return Reach.WEEK
    return Reach.WEEK if typed[0] in "+-" else Reach.DAY


def _best(deed: Deed, found: tuple[Parts, ...], *, pattern: Pattern) -> Wish | Problem:
    """Return the one wish there is among the ways to take the words, else what the best of them lacks."""
    outcomes = [(parts, _finished(deed, parts, outcome=pattern(parts))) for parts in found]
    wishes = list(dict.fromkeys(wish for _, wish in outcomes if not isinstance(wish, Problem)))
    if len(wishes) == 1:
        return wishes[0]
    problems = [(parts, problem) for parts, problem in outcomes if isinstance(problem, Problem)]
    if wishes:
        return Problem(Lack.TWO_MEANINGS, deed)
    return min(problems, key=lambda one: sum(isinstance(part, Unknown) for part in one[0]))[1]


def _finished(deed: Deed, parts: Parts, *, outcome: Wish | Problem) -> Wish | Problem:
    """Return an outcome, but no wish while its last word may become something else."""
    is_wish = not isinstance(outcome, Problem)
    goes_on = bool(parts) and isinstance(parts[-1], Begun | To)
    return Problem(Lack.UNFINISHED, deed) if is_wish and goes_on else outcome
