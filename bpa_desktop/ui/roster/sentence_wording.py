"""What a sentence would do, and what it lacks, in words. Plain Python."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.absence import opened_by
from bpa_desktop.services.shift import Place
from bpa_desktop.texts import clock_range, day_text, name_of, shift_text, span_text, week_text, word
from bpa_desktop.ui.roster.sentence_wish import GoTo, Lack, Problem, Reach, Which
from bpa_desktop.ui.roster.sentence_words import Deed

_LONGEST_WORD = 40
_EXAMPLES = {
    Deed.NEW: mark("new shift Kari fri 15-22"),
    Deed.MOVE: mark("move Kari wed 8-15 to Ola"),
    Deed.GIVE: mark("give fri 15-22 to Kari"),
    Deed.REMOVE: mark("delete Kari wed 8-15"),
    Deed.AWAY: mark("Kari sick thu"),
    Deed.GO: mark("go to week 31"),
}
_PLAIN = {
    Lack.TWO_MEANINGS: mark("A word can be a day or a name. Write the whole day, or the whole name."),
    Lack.NO_PERSON: mark("Who? Write a name from the team."),
    Lack.NO_DAY: mark("Which day? Write for example wed or 2.12."),
    Lack.NO_TIMES: mark("From when to when? Write for example 8-15."),
    Lack.NO_TARGET: mark("Where to? Write “to” and a day, times or a name."),
    Lack.NO_KIND: mark("Which kind of absence? Write sick, sick child, holiday or leave, never why."),
    Lack.UNFINISHED: mark("The last word is not finished. Type on, or take it away."),
    Lack.ENDS_BEFORE: mark("The last day is before the first. Write a later day."),
    Lack.SAME_SHIFTS: mark("Several shifts fit. Choose one in the week."),
}
_ABOUT_A_WORD = {
    Lack.NO_SUCH_DAY: mark("“{word}” is no day. Write for example wed or 2.12."),
    Lack.NO_SUCH_NUMBER: mark("“{word}” is no day and no time. Write for example 2.12 or 8-15."),
    Lack.NO_SUCH_NAME: mark("Nobody in the team is called “{word}”."),
}


def new_words(language: Language, roster: Roster, *, plan: Shift) -> str:
    """Return that a shift would be added."""
    when = span_text(language, plan.span, zone=roster.arrangement.zone)
    if plan.assistant is None:
        return language.text("New open shift {when}", when=when)
    return language.text(
        "New shift {when} for {name}", when=when, name=name_of(language, roster, assistant=plan.assistant)
    )


def move_words(language: Language, roster: Roster, *, shift: Shift, place: Place) -> str:
    """Return that a shift would be moved, and where to."""
    zone, holder = roster.arrangement.zone, roster.holder(shift)
    when = span_text(language, shift.span, zone=zone)
    target = _target(language, roster, shift=shift, place=place)
    if holder is None:
        return language.text("Move the open shift {when} to {target}", when=when, target=target)
    name = name_of(language, roster, assistant=holder)
    return language.text("Move {name} {when} to {target}", name=name, when=when, target=target)


def _target(language: Language, roster: Roster, *, shift: Shift, place: Place) -> str:
    """Return what is new about a place: who has it, the day with the times, or the times alone."""
    zone = roster.arrangement.zone
    is_same_day = place.span.first_day(zone) == shift.span.first_day(zone)
    when = (clock_range if is_same_day else span_text)(language, place.span, zone=zone)
    if place.holder == roster.holder(shift):
        return when
    who = language.text("open shifts") if place.holder is None else name_of(language, roster, assistant=place.holder)
    return who if place.span == shift.span else language.text("{name}, {when}", name=who, when=when)


def give_words(language: Language, roster: Roster, *, shift: Shift, receiver: str | None) -> str:
    """Return that a shift would be given to somebody, and who has it now."""
    when, holder = span_text(language, shift.span, zone=roster.arrangement.zone), roster.holder(shift)
    name = name_of(language, roster, assistant=receiver)
    if receiver is None:
        return language.text("Open the shift: {shift}", shift=shift_text(language, roster, shift=shift))
    if holder is None:
        return language.text("Give the open shift {when} to {name}", when=when, name=name)
    now = name_of(language, roster, assistant=holder)
    return language.text("Give {name} the shift {when} that {holder} has", name=name, when=when, holder=now)


def remove_words(language: Language, roster: Roster, *, shift: Shift) -> str:
    """Return that a shift would be taken away."""
    return language.text("Delete the shift: {shift}", shift=shift_text(language, roster, shift=shift))


def away_words(language: Language, roster: Roster, *, absence: Absence, hide_kind: bool) -> str:
    """Return that an absence would be registered, of which kind unless it is hidden, and how many shifts it opens."""
    opens = len(opened_by(roster, absence))
    told = {
        "name": name_of(language, roster, assistant=absence.assistant),
        "when": span_text(language, absence.span, zone=roster.arrangement.zone),
        "opened": language.plural("{n} shift will be open", "{n} shifts will be open", n=opens),
    }
    if hide_kind:
        return language.text("Register: {name} is absent {when}. {opened}.", **told)
    return language.text(
        "Register: {name} is absent {when}, {kind}. {opened}.", kind=word(language, absence.kind), **told
    )


def go_words(language: Language, wish: GoTo) -> str:
    """Return where one would go."""
    place = {
        Reach.DAY: lambda: day_text(language, wish.day),
        Reach.WEEK: lambda: week_text(language, Week.of(wish.day)),
        Reach.MONTH: lambda: language.date(wish.day, "month"),
    }[wish.reach]()
    return language.text("Go to: {place}", place=place)


def problem_words(language: Language, roster: Roster, *, problem: Problem) -> str:
    """Return what a sentence lacks, and how to write it."""
    if problem.lack in _PLAIN:
        return language.text(_PLAIN[problem.lack])
    return _WITH_FACTS[problem.lack](_Told(language, roster, problem))


@dataclass(frozen=True)
class _Told:
    """A problem with what it takes to tell it."""

    language: Language
    roster: Roster
    problem: Problem

    @property
    def word(self) -> str:
        """The word it is about: of a very long one only the beginning."""
        word = self.problem.word
        return word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…"

    @property
    def times(self) -> str:
        """The times of the shifts it is about."""
        spans = (self.roster.shifts_by_id[one].span for one in self.problem.known)
        found = (clock_range(self.language, span, zone=self.roster.arrangement.zone) for span in spans)
        return self.language.listed(tuple(dict.fromkeys(found)))


def _about_a_word(told: _Told) -> str:
    return told.language.text(_ABOUT_A_WORD[told.problem.lack], word=told.word)


def _no_such_week(told: _Told) -> str:
    return told.language.text(
        "“{typed}” is no week and no day. Write a week like 31 or 2026-31, or a day like 4.12.", typed=told.word
    )


def _too_much(told: _Told) -> str:
    example = told.language.text(_EXAMPLES[told.problem.deed])
    return told.language.text("Too much at once. Write for example: {example}", example=example)


def _several_names(told: _Told) -> str:
    names = tuple(name_of(told.language, told.roster, assistant=one) for one in told.problem.known)
    fitting = told.language.listed(names)
    return told.language.text("“{word}” fits {names}. Write more of the name.", word=told.word, names=fitting)


def _several_shifts(told: _Told) -> str:
    which = told.problem.which
    when = day_text(told.language, which.day) if which is not None else ""
    return told.language.text("Several shifts {when}: {times}. Write the times too.", when=when, times=told.times)


def _no_such_shift(told: _Told) -> str:
    language, which = told.language, told.problem.which
    assert which is not None  # it is about the shift that was looked for
    when = _when(language, which)
    if told.problem.known:
        return language.text("There is no such shift {when}, but {times}.", when=when, times=told.times)
    if which.who is None:
        return language.text("There is no shift {when}.", when=when)
    if which.who.id is None:
        return language.text("There is no open shift {when}.", when=when)
    name = name_of(language, told.roster, assistant=which.who.id)
    return language.text("{name} has no shift {when}.", name=name, when=when)


_WITH_FACTS: dict[Lack, Callable[[_Told], str]] = {
    **dict.fromkeys(_ABOUT_A_WORD, _about_a_word),
    Lack.NO_SUCH_WEEK: _no_such_week,
    Lack.TOO_MUCH: _too_much,
    Lack.SEVERAL_NAMES: _several_names,
    Lack.SEVERAL_SHIFTS: _several_shifts,
    Lack.NO_SUCH_SHIFT: _no_such_shift,
}


def _when(language: Language, which: Which) -> str:
    day = day_text(language, which.day)
    if which.times is None:
        return day
    return f"{day} {language.clock(which.times.start)}–{language.clock(which.times.end)}"
