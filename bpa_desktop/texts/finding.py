"""What a roster breaks, as a sentence, and in the few words a card has room for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Span
from bpa_desktop.i18n import Language, mark
from bpa_desktop.rules.advice import ADVICE
from bpa_desktop.rules.limits import Mark
from bpa_desktop.rules.rule import Fact, Finding
from bpa_desktop.texts.shift import name_of, span_text

_SHORT = {
    "double_booking": mark("two shifts at once"),
    "absent": mark("absent"),
    "unavailable": mark("cannot work then"),
    "daily_rest": mark("short rest"),
    "weekly_rest": mark("short weekly rest"),
    "daily_hours": mark("long day"),
    "weekly_hours": mark("long week"),
    "averaged_hours": mark("too long on average"),
    "overtime_week": mark("much overtime"),
    "overtime_four_weeks": mark("much overtime"),
    "overtime_year": mark("much overtime"),
    "sunday_rest": mark("no red day off"),
    "night_average": mark("long weeks with nights"),
    "under_18": mark("under 18"),
    "break": mark("short break"),
    "notice": mark("short notice"),
    "award_hours": mark("above the award"),
    "skills": mark("lacks a skill"),
    "never_together": mark("never together"),
    "open_shift": mark("nobody has it"),
    "uncovered_need": mark("need not covered"),
    "contract_hours": mark("above the contract"),
    "late_to_early": mark("late, then early"),
    "nights_in_a_row": mark("many nights in a row"),
    "rest_after_nights": mark("short rest after nights"),
    "fair_share": mark("more than their share"),
}


def finding_short(language: Language, finding: Finding) -> str:
    """Return a finding in two or three words."""
    return language.text(_SHORT[finding.rule])


def rule_text(language: Language, rule: str) -> str:
    """Return what breaks a rule in two or three words; its bare name where another version of the program has it."""
    return language.text(_SHORT[rule]) if rule in _SHORT else rule


def finding_text(language: Language, roster: Roster, *, finding: Finding) -> str:
    """Return what is broken, by whom, when, by how much, and by which paragraph."""
    name = name_of(language, roster, assistant=finding.assistant)
    return _text(language, finding, name=name, zone=roster.arrangement.zone)


@lru_cache(maxsize=2048)
def _text(language: Language, finding: Finding, *, name: str, zone: ZoneInfo) -> str:
    """Return the sentence of a finding: a week with many is told again at each step of the focus."""
    sentence = _SENTENCES[finding.rule](_Told(language, finding, name=name, zone=zone))
    source = "; ".join(_source(language, finding))
    return f"{sentence} ({source})" if source else sentence


def _source(language: Language, finding: Finding) -> Iterator[str]:
    """Yield by which paragraph and which agreement something is found, and how sure that is."""
    if finding.rule in ADVICE:
        yield language.text("advice, no rule of law")
        return
    if finding.reference:
        yield finding.reference
    yield from _agreement(language, finding)
    if finding.mark is Mark.DOUBTFUL:
        yield language.text("the law can be read in another way")


_IN_SENTENCES = ("weeks", "first", "last", "year", "other")


def _agreement(language: Language, finding: Finding) -> list[str]:
    """Return by which agreement a limit holds, or that the agreement is over and the stricter one is back."""
    over, name = finding.fact("agreement_over"), finding.fact("agreement")
    if isinstance(over, date):
        return [language.text("the agreement ended {day}, the stricter limit is back", day=language.date(over, "date"))]
    return [language.text("by agreement: {name}", name=name)] if name else []


class _Told:
    """A finding with what it takes to say it."""

    def __init__(self, language: Language, finding: Finding, *, name: str, zone: ZoneInfo) -> None:
        self.language = language
        self.finding = finding
        self.name = name
        span = finding.span
        self.zone = zone
        self.when = span_text(language, span, zone=self.zone) if span is not None else ""

    def say(self, message: str) -> str:
        """Return a message with name, time and figures put in."""
        return self.language.text(
            message,
            name=self.name,
            when=self.when,
            measured=self.figure(self.finding.measured),
            limit=self.figure(self.finding.limit),
            hours=self.hours(self.finding.measured),
            **{name: self.fact(value) for name, value in self.finding.facts if name in _IN_SENTENCES},
        )

    def fact(self, value: Fact) -> str:
        """Return a fact as it stands in a sentence."""
        return self.language.date(value, "date") if isinstance(value, date) else str(value)

    def moment(self, at: datetime) -> str:
        """Return an instant as weekday and time of day."""
        local = at.astimezone(self.zone)
        return f"{self.language.date(local.date(), 'weekday')} {self.language.clock(local)}"

    def hours(self, value: Decimal | date | None) -> str:
        """Return a figure of hours with its unit, nothing where there is no such figure."""
        return self.language.hours(value) if isinstance(value, Decimal) else ""

    def figure(self, value: Decimal | date | None) -> str:
        """Return a figure as text: hours or a count as a number, a day as a date."""
        if isinstance(value, date):
            return self.language.date(value, "date")
        return self.language.number(round(value, 2)) if value is not None else ""


def lacking_skills(finding: Finding) -> tuple[str, ...]:
    """Return the skills that a finding says somebody lacks."""
    return tuple(str(value) for name, value in finding.facts if name == "skill")


def _skills(told: _Told) -> str:
    return told.language.text(
        "{name} lacks what the shift {when} asks for: {skills}.",
        name=told.name,
        when=told.when,
        skills=told.language.listed(lacking_skills(told.finding)),
    )


def _unavailable(told: _Told) -> str:
    if told.finding.fact("why") == "not_employed":
        return told.say(mark("{name} is not employed {when}."))
    return told.say(mark("{name} has said that {when} is not possible."))


def _daily_rest(told: _Told) -> str:
    if not isinstance(told.finding.fact("rest"), Span):
        return told.say(mark("{name} has no rest in the 24 hours {when}; {limit} hours are required."))
    return _between(mark("{name} has {measured} hours' rest between {start} and {end}, {day}; {limit} are required."))(
        told
    )


_SHARES = {
    "weekend": mark("{name} has {measured} weekends in {year}; by the contracts it would be {limit}."),
    "evening": mark("{name} has {measured} evenings in {year}; by the contracts it would be {limit}."),
    "night": mark("{name} has {measured} nights in {year}; by the contracts it would be {limit}."),
    "holiday": mark("{name} has {measured} holidays in {year}; by the contracts it would be {limit}."),
}


def _fair_share(told: _Told) -> str:
    return told.say(_SHARES[str(told.finding.fact("kind"))])


def _between(message: str) -> Callable[[_Told], str]:
    """Return what says a rest between two shifts, with its day."""

    def say(told: _Told) -> str:
        rest = told.finding.fact("rest")
        assert isinstance(rest, Span)
        return told.language.text(
            message,
            name=told.name,
            measured=told.figure(told.finding.measured),
            start=told.moment(rest.start),
            end=told.moment(rest.end),
            day=told.language.date(rest.end.astimezone(told.zone).date(), "date"),
            limit=told.figure(told.finding.limit),
        )

    return say


def _weekly_hours(told: _Told) -> str:
    if told.finding.fact("weeks") is not None:
        return told.say(
            mark("{name} works {measured} hours a week on average over {weeks} weeks, {when}; the limit is {limit}.")
        )
    return told.say(mark("{name} works {measured} hours in the week {when}; the limit is {limit}."))


def _sunday_rest(told: _Told) -> str:
    if told.finding.fact("period") is not None:
        message = mark(
            "{name} works on {measured} Sundays and holidays from {first} to {last}; {limit} of so many is the most."
        )
    elif told.finding.limit == 1:
        message = mark("{name} works on {first} and on the next Sunday or holiday, {last}; one must be off.")
    else:
        message = mark(
            "{name} works on {measured} Sundays and holidays in a row, {first} to {last}; {limit} in a row is the most."
        )
    return told.say(message)


_YOUNG = {
    "night": mark("{name} is under 18 and works in the night {when}, when the young must be off."),
    "day": mark("{name} is under 18 and works {measured} hours between two rests, {when}; the limit is {limit}."),
    "week": mark("{name} is under 18 and works {measured} hours in the week {when}; the limit is {limit}."),
    "rest": mark("{name} is under 18 and has {measured} hours' rest, {when}; {limit} are required."),
    "weekly_rest": mark(
        "{name} is under 18 and has at most {measured} hours off in a row in the week {when}; {limit} are required."
    ),
}


def _under_18(told: _Told) -> str:
    return told.say(_YOUNG[str(told.finding.fact("what"))])


def _break(told: _Told) -> str:
    minutes = round((told.finding.decimal or Decimal(0)) * 60)
    return told.language.plural(
        "{name} has {n} minute of break in the shift {when}; half an hour is required.",
        "{name} has {n} minutes of break in the shift {when}; half an hour is required.",
        n=minutes,
        name=told.name,
        when=told.when,
    )


def _notice(told: _Told) -> str:
    if isinstance(told.finding.measured, Decimal) and told.finding.measured <= 0:
        return told.say(mark("The shift {when} was published after it had begun; two weeks before is right."))
    return told.say(mark("The shift {when} was published {hours} before it begins; two weeks before is right."))


def _award_hours(told: _Told) -> str:
    return told.say(mark("{measured} hours are used and planned from {first} to {last}; the award grants {limit}."))


def _sentence(message: str) -> Callable[[_Told], str]:
    return lambda told: told.say(message)


_SENTENCES: dict[str, Callable[[_Told], str]] = {
    "double_booking": _sentence(mark("{name} has two shifts at once, {when}.")),
    "absent": _sentence(mark("{name} is absent and nobody has taken the shift {when}.")),
    "unavailable": _unavailable,
    "daily_rest": _daily_rest,
    "weekly_rest": _sentence(
        mark("{name} has at most {measured} hours off in a row in the seven days {when}; {limit} are required.")
    ),
    "daily_hours": _sentence(mark("{name} works {measured} hours between two rests, {when}; the limit is {limit}.")),
    "weekly_hours": _weekly_hours,
    "averaged_hours": _sentence(
        mark(
            "{name} works {measured} hours a week on average over the {weeks} weeks agreed, {when}; "
            "the limit is {limit}."
        )
    ),
    "overtime_week": _sentence(
        mark("{name} has {measured} hours of overtime in one week, {when}; the limit is {limit}.")
    ),
    "overtime_four_weeks": _sentence(
        mark("{name} has {measured} hours of overtime in four weeks, {when}; the limit is {limit}.")
    ),
    "overtime_year": _sentence(
        mark("{name} has {measured} hours of overtime in 52 weeks, {when}; the limit is {limit}.")
    ),
    "sunday_rest": _sunday_rest,
    "night_average": _sentence(
        mark(
            "{name} often works at night, and {measured} hours a day on average over {weeks} weeks, {when}; "
            "the limit is {limit}."
        )
    ),
    "under_18": _under_18,
    "break": _break,
    "notice": _notice,
    "award_hours": _award_hours,
    "skills": _skills,
    "never_together": _sentence(mark("{name} and {other} never work at the same time, and both are there {when}.")),
    "open_shift": _sentence(mark("Nobody has the shift {when}.")),
    "uncovered_need": _sentence(mark("There are fewer assistants than needed for {hours}, {when}.")),
    "contract_hours": _sentence(
        mark("{name} is planned {measured} hours a week on average; the contract is for {limit}.")
    ),
    "late_to_early": _between(
        mark("{name} works late and early: {measured} hours between {start} and {end}, {day}; {limit} are better.")
    ),
    "nights_in_a_row": _sentence(
        mark("{name} works {measured} nights in a row, {when}; more than {limit} are hard on anybody.")
    ),
    "rest_after_nights": _between(
        mark("{name} has {measured} hours' rest after nights, between {start} and {end}, {day}; {limit} are better.")
    ),
    "fair_share": _fair_share,
}
SAID_RULES = frozenset(_SENTENCES)
