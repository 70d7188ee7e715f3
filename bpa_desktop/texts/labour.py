"""Labour cost as text: each line explained, and what is not counted or was assumed."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language, mark
from bpa_desktop.pay.cost import Basis, LabourCost, Note, NoteCode, Part
from bpa_desktop.pay.kind import Kind
from bpa_desktop.pay.mark import Mark
from bpa_desktop.texts.shift import capital, name_of

_KINDS = {
    Kind.BASE: mark("Basic pay"),
    Kind.RESTING_NIGHT: mark("Resting night and standby on site"),
    Kind.STANDBY_HOME: mark("Standby at home"),
    Kind.EVENING: mark("Evening supplement"),
    Kind.NIGHT: mark("Night supplement"),
    Kind.EVENING_NIGHT: mark("Evening and night supplement"),
    Kind.WEEKEND: mark("Weekend supplement"),
    Kind.HOLIDAY: mark("Public holiday supplement"),
    Kind.OVERTIME: mark("Overtime supplement"),
    Kind.HOLIDAY_PAY: mark("Holiday pay"),
    Kind.PENSION: mark("Pension"),
    Kind.EMPLOYER_CONTRIBUTION: mark("Employer's contribution"),
}
_MARKS = {
    Mark.DERIVED: mark("worked out from it"),
    Mark.KNOWN: mark("usual, but not read there"),
    Mark.DOUBTFUL: mark("not certain"),
}


class _Sentence(Protocol):
    def __call__(self, language: Language, note: Note, /, *, name: str) -> str: ...


def kind_text(language: Language, kind: Kind) -> str:
    """Return what a part of the pay is called."""
    return language.text(_KINDS[kind])


def part_text(language: Language, part: Part) -> str:
    """Return a line whole: what it is, the sum behind it, and what it rests on."""
    facts = {"what": kind_text(language, part.kind), "sum": sum_text(language, part)}
    return language.text("{what}: {sum}. {source}.", source=capital(basis_text(language, part.basis)), **facts)


def sum_text(language: Language, part: Part) -> str:
    """Return the sum behind a line: hours at a rate, or a percentage of an amount."""
    amount = language.money(part.amount)
    if part.rate is None:
        percent, of = _percent(language, part), language.money(part.of or Decimal(0))
        return language.text("{amount}, {percent} % of {of}", percent=percent, of=of, amount=amount)
    return language.text(
        "{amount} for {hours} at {rate}", hours=_hours(language, part), rate=_rate(language, part), amount=amount
    )


def _hours(language: Language, part: Part) -> str:
    hours, paid = part.hours or Decimal(0), part.paid_hours or Decimal(0)
    if hours == paid:
        return language.hours(hours)
    return language.text("{hours}, paid as {paid},", hours=language.hours(hours), paid=language.number(paid))


def _rate(language: Language, part: Part) -> str:
    rate = language.money(part.rate or Decimal(0))
    if part.percent is None:
        return rate
    return language.text("{rate} ({percent} % of the hourly wage)", rate=rate, percent=_percent(language, part))


def _percent(language: Language, part: Part) -> str:
    return language.number(round(part.percent or Decimal(0), 2))


def basis_text(language: Language, basis: Basis | None) -> str:
    """Return what a line rests on, and how sure that is where it was not read as it stands."""
    if basis is None:
        return language.text("The assistant's own hourly wage")
    source = basis.source
    if basis.years:
        source = language.plural(
            "{source}, from {n} year of seniority",
            "{source}, from {n} years of seniority",
            n=basis.years,
            source=source,
        )
    if basis.mark not in _MARKS:
        return source
    return language.text("{source} ({sure})", source=source, sure=language.text(_MARKS[basis.mark]))


def labour_text(language: Language, cost: LabourCost) -> str:
    """Return the month in one sentence."""
    month = language.date(cost.month, "month")
    if cost.total is None:
        return language.text("What {month} costs in pay is not known.", month=month)
    facts = {"month": month, "total": language.money(cost.total), "hours": language.hours(cost.hours)}
    contribution = cost.of_kind(Kind.EMPLOYER_CONTRIBUTION)
    if not contribution:
        return language.text("In {month} work costs {total} for {hours}.", **facts)
    return language.text(
        "In {month} work costs {total} for {hours}, of which {contribution} is employer's contribution.",
        contribution=language.money(contribution),
        **facts,
    )


def note_text(language: Language, note: Note, *, roster: Roster) -> str:
    """Return what is not counted, or was assumed."""
    return _NOTES[note.code](language, note, name=name_of(language, roster, assistant=note.assistant))


def _nothing_known(language: Language, _note: Note, *, name: str) -> str:
    return language.text(
        "What the work costs is not known: choose a pay agreement, write down what you pay, or write the hourly wage "
        "in each employment."
    )


def _no_agreement(language: Language, _note: Note, *, name: str) -> str:
    return language.text(
        "No pay agreement is chosen, so supplements are not counted. Choose one, or write down what you pay."
    )


def _no_wage(language: Language, note: Note, *, name: str) -> str:
    return language.text(
        "{name}: {hours} are not counted, because no wage is known. Write the hourly wage in the employment, or choose "
        "a pay agreement.",
        name=name,
        hours=_noted_hours(language, note),
    )


def _unknown(language: Language, note: Note, *, name: str) -> str:
    what = kind_text(language, note.kind or Kind.BASE)
    if note.hours is None:
        return language.text("{what} is not counted: nobody has read what the agreement says.", what=what)
    return language.text(
        "{what} is not counted for {hours}: nobody has read what the agreement says.",
        what=what,
        hours=language.hours(note.hours),
    )


def _open(language: Language, note: Note, *, name: str) -> str:
    return language.text("Not counted: {hours} that nobody has yet.", hours=_noted_hours(language, note))


def _absent(language: Language, note: Note, *, name: str) -> str:
    return language.text(
        "{name} is absent for {hours}: sick pay and the like are not counted.",
        name=name,
        hours=_noted_hours(language, note),
    )


def _overlapping(language: Language, note: Note, *, name: str) -> str:
    return language.text(
        "{name} has {hours} in two shifts at once, and they are paid twice here. Look at the roster.",
        name=name,
        hours=_noted_hours(language, note),
    )


def _averaged(language: Language, note: Note, *, name: str) -> str:
    return language.text(
        "{hours} are above a full week. They are not counted as overtime, because working time is averaged.",
        hours=_noted_hours(language, note),
    )


def _seniority(language: Language, _note: Note, *, name: str) -> str:
    return language.text("{name}: the seniority is not given, so the lowest step is used.", name=name)


def _activations(language: Language, _note: Note, *, name: str) -> str:
    return language.text("Active work on a resting night is counted as one call each night. Several calls cost more.")


def _old(language: Language, note: Note, *, name: str) -> str:
    day = language.date(note.day, "date") if note.day is not None else ""
    return language.text("The agreement's rates are known until {day}. There may be newer ones.", day=day)


def _zone(language: Language, note: Note, *, name: str) -> str:
    return language.text(
        "The employer's contribution is that of zone {zone}, which is assumed: your municipality may be in another.",
        zone=note.zone,
    )


def _noted_hours(language: Language, note: Note) -> str:
    return language.hours(note.hours or Decimal(0))


_NOTES: dict[NoteCode, _Sentence] = {
    NoteCode.NOTHING_KNOWN: _nothing_known,
    NoteCode.NO_AGREEMENT: _no_agreement,
    NoteCode.NO_WAGE: _no_wage,
    NoteCode.UNKNOWN: _unknown,
    NoteCode.OPEN: _open,
    NoteCode.ABSENT: _absent,
    NoteCode.OVERLAPPING: _overlapping,
    NoteCode.AVERAGED: _averaged,
    NoteCode.SENIORITY: _seniority,
    NoteCode.ACTIVATIONS: _activations,
    NoteCode.OLD: _old,
    NoteCode.ZONE: _zone,
}
