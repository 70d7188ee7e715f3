"""Extra hours in words: how much was worked beyond the contract, and how regularly."""

from __future__ import annotations

from bpa_desktop.i18n import Language, mark
from bpa_desktop.rules.extra_causes import Cause
from bpa_desktop.rules.extra_hours import ExtraHours
from bpa_desktop.texts.shift import capital


def extra_hours_text(language: Language, report: ExtraHours) -> str:
    """Return a part-timer's months in a few sentences, by the paragraph that gives a right to more."""
    since = language.date(report.months[0].first, "date")
    if not report.months_above:
        return language.text("No month above the contract since {first}.", first=since)
    return " ".join((_how_much(language, report, since=since), *_besides(language, report)))


_CAUSES = {
    Cause.OWN_PLAN: mark("in their own plan"),
    Cause.OPEN_SHIFT: mark("in open shifts"),
    Cause.SICKNESS: mark("for somebody ill"),
    Cause.HOLIDAY: mark("for somebody on holiday"),
    Cause.LEAVE: mark("for somebody on leave"),
    Cause.EXCHANGE: mark("in exchange with somebody"),
}


def causes_text(language: Language, report: ExtraHours) -> str:
    """Return why what was worked was worked: for the user's own eyes, as it says whether others were ill."""
    if all(cause is Cause.OWN_PLAN for cause, _ in report.causes):
        return ""
    said = (
        language.text("{hours} {cause}", hours=language.hours(amount), cause=language.text(_CAUSES[cause]))
        for cause, amount in report.causes
    )
    return capital(language.listed(tuple(said)))


def _how_much(language: Language, report: ExtraHours, *, since: str) -> str:
    above = language.text(
        "above the contract in {n} of {months} months", n=report.months_above, months=len(report.months)
    )
    last = language.date(report.months[-1].last, "date")
    if len(report.months) == 1:  # nothing is regular yet
        hours = language.hours(report.extra)
        return language.text("{hours} more than agreed from {first} to {last}.", hours=hours, first=since, last=last)
    if not report.extra:
        return language.text(
            "Not more than agreed from {first} to {last}, but {above}.", first=since, last=last, above=above
        )
    return language.text(
        "{hours} more than agreed from {first} to {last}, {above}. Who regularly works more can ask for a larger post "
        "({reference}).",
        hours=language.hours(report.extra),
        first=since,
        last=last,
        above=above,
        reference=report.reference.replace(" ", "\N{NO-BREAK SPACE}"),  # a paragraph and its number on one line
    )


def _besides(language: Language, report: ExtraHours) -> list[str]:
    """Return what has to be known to judge it."""
    said = []
    if report.in_anothers_place:
        hours = language.hours(report.in_anothers_place)
        said.append(language.text("{hours} of it all was work in the place of somebody absent.", hours=hours))
    if report.extra and not report.throughout:
        said.append(language.text("Not permanently employed all that time."))
    return said
