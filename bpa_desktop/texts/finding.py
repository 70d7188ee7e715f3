"""What a roster breaks, as a sentence, and in the few words a card has room for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language, mark
from bpa_desktop.rules.limits import Mark
from bpa_desktop.rules.rule import Finding
from bpa_desktop.texts.shift import name_of, span_text

_SHORT = {
    "double_booking": mark("two shifts at once"),
    "absent": mark("absent"),
    "unavailable": mark("cannot work then"),
    "daily_rest": mark("short rest"),
    "weekly_rest": mark("short weekly rest"),
    "daily_hours": mark("long day"),
    "skills": mark("lacks a skill"),
    "open_shift": mark("nobody has it"),
    "uncovered_need": mark("need not covered"),
    "contract_hours": mark("above the contract"),
}


def finding_short(language: Language, finding: Finding) -> str:
    """Return a finding in two or three words."""
    return language.text(_SHORT[finding.rule])


def finding_text(language: Language, roster: Roster, *, finding: Finding) -> str:
    """Return what is broken, by whom, when, by how much, and by which paragraph."""
    sentence = _SENTENCES[finding.rule](_Told(language, roster, finding=finding))
    source = [finding.reference] if finding.reference else []
    if finding.mark is Mark.DOUBTFUL:
        source.append(language.text("the law can be read in another way"))
    return f"{sentence} ({'; '.join(source)})" if source else sentence


class _Told:
    """A finding with what it takes to say it."""

    def __init__(self, language: Language, roster: Roster, *, finding: Finding) -> None:
        self.language = language
        self.finding = finding
        self.name = name_of(language, roster, assistant=finding.assistant)
        span = finding.span
        self.when = span_text(language, span, zone=roster.arrangement.zone) if span is not None else ""

    def say(self, message: str) -> str:
        """Return a message with name, time and figures put in."""
        return self.language.text(
            message,
            name=self.name,
            when=self.when,
            measured=self.figure(self.finding.measured),
            limit=self.figure(self.finding.limit),
            hours=self.hours(self.finding.measured),
        )

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


def _sentence(message: str) -> Callable[[_Told], str]:
    return lambda told: told.say(message)


_SENTENCES: dict[str, Callable[[_Told], str]] = {
    "double_booking": _sentence(mark("{name} has two shifts at once, {when}.")),
    "absent": _sentence(mark("{name} is absent and nobody has taken the shift {when}.")),
    "unavailable": _unavailable,
    "daily_rest": _sentence(mark("{name} has {measured} hours' rest, {when}; {limit} are required.")),
    "weekly_rest": _sentence(
        mark("{name} has at most {measured} hours off in a row in the seven days {when}; {limit} are required.")
    ),
    "daily_hours": _sentence(mark("{name} works {measured} hours between two rests, {when}; the limit is {limit}.")),
    "skills": _skills,
    "open_shift": _sentence(mark("Nobody has the shift {when}.")),
    "uncovered_need": _sentence(mark("There are fewer assistants than needed for {hours}, {when}.")),
    "contract_hours": _sentence(
        mark("{name} is planned {measured} hours a week on average; the contract is for {limit}.")
    ),
}
SAID_RULES = frozenset(_SENTENCES)
