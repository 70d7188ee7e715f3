"""Sick days in words: dates and days left, each with its paragraph and how sure it is; never a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import SelfCertification
from bpa_desktop.domain.span import ONE_DAY
from bpa_desktop.i18n import Language, mark
from bpa_desktop.rules.limits import Limit, Mark
from bpa_desktop.services.sick_days import ChildDays, EmployerPays, SelfCertified, SickDays

_MARKS = {
    Mark.SEEN: mark("seen"),
    Mark.DERIVED: mark("worked out from it"),
    Mark.KNOWN: mark("usual, but not read there"),
    Mark.DOUBTFUL: mark("not certain"),
}
_NEAR = {-1: mark("was yesterday"), 0: mark("is today"), 1: mark("is tomorrow")}


def sick_days_lines(language: Language, facts: SickDays, *, absence: Absence) -> tuple[str, ...]:
    """Return what there is to know of an absence, one thing a line; nothing of an absence that no figure is about."""
    lines = tuple(
        language.text("{said}; {source}.", said=said, source=source_text(language, limit))
        for said, limit in _said(language, facts, grade=absence.grade)
    )
    return (*lines, language.text("Counted from what is registered here. The employer decides.")) if lines else ()


def source_text(language: Language, limit: Limit) -> str:
    """Return the paragraph a figure stands in, and how sure it is: § 8-24 (seen)."""
    paragraph = limit.reference[limit.reference.find("§") :].replace(" ", "\N{NO-BREAK SPACE}")
    return language.text("{paragraph} ({sure})", paragraph=paragraph, sure=language.text(_MARKS[limit.mark]))


_Said = tuple[str, Limit]
"""A fact, and the figure it is about."""


def _said(language: Language, facts: SickDays, *, grade: Decimal) -> Iterator[_Said]:
    if facts.self_certified is not None:
        yield _days_used(language, facts, said=facts.self_certified), facts.self_certified.at_a_time
        yield _months_used(language, facts.self_certified, on=facts.on), facts.self_certified.most
        yield from _waiting(language, facts.self_certified, on=facts.on)
    if facts.employer is not None:
        yield _employer(language, facts.employer, on=facts.on), facts.employer.limit
    if facts.child is not None:
        yield _child(language, facts.child), facts.child.limit
    if facts.least_grade is not None and grade < facts.least_grade.value:
        least = language.number(facts.least_grade.value)
        yield language.text("The lowest grade of a sick note is {least} %", least=least), facts.least_grade


def _days_used(language: Language, facts: SickDays, *, said: SelfCertified) -> str:
    most, used = int(said.at_a_time.value), sum(day <= facts.on for day in said.days)
    count = language.plural(
        "Self-certification: {used} of {n} day used", "Self-certification: {used} of {n} days used", n=most, used=used
    )
    if used >= most or not said.days:
        last = said.days[most - 1] if said.days else facts.on
        return language.text("{count}, day {n} {when}", count=count, n=most, when=_when(language, last, facts=facts))
    ahead = next((day for day in said.days if day > facts.on), None)
    when = _when(language, ahead or max(facts.on, *said.days) + ONE_DAY, facts=facts)
    if ahead is not None:
        return language.text("{count}, day {n} {when}", count=count, n=used + 1, when=when)
    return language.text("{count}; if it goes on, day {n} {when}", count=count, n=used + 1, when=when)


def _when(language: Language, day: date, *, facts: SickDays) -> str:
    """Return when a day is, as it is said today."""
    away = (day - facts.today).days
    if away in _NEAR:
        return language.text(_NEAR[away])
    if away < 0:
        return language.text("was {day}", day=language.date(day, "short"))
    return language.text("is {day}", day=language.date(day, "short"))


def _months_used(language: Language, said: SelfCertified, *, on: date) -> str:
    known = {"used": said.used, "months": int(said.months.value), "day": language.date(on, "date")}
    if said.scheme is SelfCertification.LAW:
        return language.plural(
            "{used} of {n} time used in the {months} months to {day}",
            "{used} of {n} times used in the {months} months to {day}",
            n=int(said.most.value),
            **known,
        )
    return language.plural(
        "{used} of {n} day used in the {months} months to {day}",
        "{used} of {n} days used in the {months} months to {day}",
        n=int(said.most.value),
        **known,
    )


def _waiting(language: Language, said: SelfCertified, *, on: date) -> Iterator[_Said]:
    if said.waited is None or said.waited <= min(said.days, default=on):
        return
    yield (
        language.plural(
            "{n} month of employment is reached on {day}",
            "{n} months of employment are reached on {day}",
            n=int(said.wait.value),
            day=language.date(said.waited, "date"),
        ),
        said.wait,
    )


def _employer(language: Language, pays: EmployerPays, *, on: date) -> str:
    period, most = pays.period, int(pays.limit.value)
    if period is None:
        return language.text("The employer's period: no whole day of planned work is counted yet")
    first, last = (language.date(day, "short") for day in (period.days[0], period.last_if_it_goes_on))
    used = sum(day <= on for day in period.days)
    known = {"used": used, "n": most, "first": first, "last": last}
    if used < most:
        return language.text(
            "The employer's period: day {used} of {n}, from {first}; if it goes on, the last is {last}", **known
        )
    return language.text("The employer's period: {n} of {n} days, from {first} to {last}", **known)


def _child(language: Language, child: ChildDays) -> str:
    known = {"used": child.used, "year": child.year}
    return language.plural(
        "Sick child: {used} of {n} day used in {year}",
        "Sick child: {used} of {n} days used in {year}",
        n=child.most,
        **known,
    )
