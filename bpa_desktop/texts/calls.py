"""Who was asked to step in, in words and as a table: the user's memory, so that nobody is always asked first."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import instant
from bpa_desktop.domain.substitute import Answer
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.ranking.calls import Calls, calls_of, weekends_before
from bpa_desktop.rules.extra_causes import IN_ANOTHERS_PLACE, Cause
from bpa_desktop.rules.extra_hours import ExtraHours, extra_hours_of
from bpa_desktop.rules.limits import Limits
from bpa_desktop.texts.listing import Cell, Listing

_PERHAPS = (Answer.MAYBE, Answer.PART)


def calls_text(language: Language, roster: Roster, *, calls: Calls) -> str:
    """Return how often somebody was asked in twelve months, what they answered, and when it was last."""
    if calls.last_asked is None:
        return ""
    asked = language.plural("Asked {n} time in twelve months", "Asked {n} times in twelve months", n=calls.asked)
    answers = language.listed(tuple(_answers(language, calls)))
    day = calls.last_asked.astimezone(roster.arrangement.zone).date()
    last = language.text("last {day}", day=language.date(day, "date"))
    return language.text("{asked}: {answers}; {last}.", asked=asked, answers=answers, last=last)


def _answers(language: Language, calls: Calls) -> list[str]:
    counted = (
        (calls.answered(Answer.YES), language.text("yes")),
        (calls.answered(Answer.NO), language.text("no")),
        (calls.answered(*_PERHAPS), language.text("maybe or a part")),
        (calls.answered(Answer.NONE), language.text("without answer")),
    )
    return [language.text("{n} {answer}", n=count, answer=answer) for count, answer in counted if count]


def team_columns(language: Language) -> tuple[str, ...]:
    """Return the headings of the team's figures, the name first."""
    text = language.text
    return (
        *calls_columns(language),
        text("Last asked"),
        text("Weekends worked"),
        text("Weekends in all"),
        text("Hours by contract"),
        text("Hours worked"),
        text("Extra hours"),
        text("Of the hours worked: open shifts"),
        text("Of the hours worked: in another's place"),
    )


def calls_columns(language: Language) -> tuple[str, ...]:
    """Return the headings of who was asked, the name first."""
    text = language.text
    return text("Name"), text("Asked"), text("Yes"), text("No"), text("Perhaps"), text("No answer"), text("Stepped in")


def calls_figures(calls: Calls) -> tuple[int, ...]:
    """Return what stands below those headings, the name left out."""
    answers = ((Answer.YES,), (Answer.NO,), _PERHAPS, (Answer.NONE,))
    return calls.asked, *(calls.answered(*each) for each in answers), calls.taken


def team_listing(language: Language, roster: Roster, *, limits: Limits, at: datetime) -> Listing:
    """Return the team's twelve months to an instant: calls, weekends, and hours beyond the contract by why.

    That somebody was ill is not told: what was in another's place is one figure. Nor is what the user prefers.
    """
    calls, weekends = calls_of(roster, at), weekends_before(roster, at)
    on = instant(at).astimezone(roster.arrangement.zone).date()
    lines = []
    for one in roster.assistants:
        extra = extra_hours_of(roster, one, limits=limits, on=on)
        asked = _asked(roster, one, calls=calls[one.id])
        lines.append((*asked, weekends.worked(one.id), len(weekends.spans), *_hours(extra)))
    return Listing(team_columns(language), tuple(lines))


def _asked(roster: Roster, assistant: Assistant, *, calls: Calls) -> tuple[Cell, ...]:
    last = calls.last_asked
    day: Cell = last.astimezone(roster.arrangement.zone).date() if last is not None else ""
    return assistant.name, *calls_figures(calls), day


def _hours(extra: ExtraHours | None) -> tuple[Cell, ...]:
    """Return the hours of a part-timer; nothing for anybody else."""
    if extra is None:
        return ("",) * 5
    by_cause = dict(extra.causes)
    others = sum((by_cause.get(cause, Decimal(0)) for cause in IN_ANOTHERS_PLACE), Decimal(0))
    return extra.agreed, extra.worked, extra.extra, by_cause.get(Cause.OPEN_SHIFT, Decimal(0)), others
