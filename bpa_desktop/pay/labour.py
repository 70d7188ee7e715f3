"""What a month's roster costs in pay and on top of it, and what in it has no price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import ONE_DAY, Span, days_span
from bpa_desktop.pay.agreement import PayRules
from bpa_desktop.pay.cost import AssistantCost, LabourCost, Note, NoteCode, Part
from bpa_desktop.pay.kind import FigureName, Kind
from bpa_desktop.pay.money import hundredths
from bpa_desktop.pay.parts import Paid, on_cost_parts, pay_parts, sum_of, unknown_on_top
from bpa_desktop.pay.piece import Piece, overlapping, pieces_of, weeks_round, with_overtime, worked
from bpa_desktop.pay.resting import base_kind, elapsed
from bpa_desktop.pay.wage import hourly_wage

_Gap = tuple[NoteCode, str | None, Kind | None]


@dataclass
class _Month:
    """A month while it is worked out: `gaps` gathers the hours that have no price, by why."""

    roster: Roster
    first: date
    span: Span
    rules: PayRules
    gaps: dict[_Gap, Fraction] = field(default_factory=dict)

    def miss(self, code: NoteCode, hours: Fraction, *, who: str | None = None, kind: Kind | None = None) -> None:
        """Remember hours that have no price; 0 for something that is not counted in hours."""
        self.gaps[code, who, kind] = self.gaps.get((code, who, kind), Fraction(0)) + hours

    def hours(self, shift: Shift) -> Fraction:
        """Return the hours of a shift that lie in the month."""
        inside = worked(shift).common(self.span)
        return elapsed(inside) if inside is not None else Fraction(0)


def month_labour(roster: Roster, month: date, *, rules: PayRules) -> LabourCost:
    """Return what the month that begins on a day costs, cut at local midnight at both ends.

    Open shifts and those of absent people cost nothing here and are said; a shift that is also kept as it really was
    counts as it was. Standing rules: resting nights by the agreement, breaks paid, overtime above the full-time week.
    """
    at_work = _Month(roster, month, days_span(month, _next_month(month) - ONE_DAY, zone=roster.arrangement.zone), rules)
    people = tuple(_people(at_work))
    paid = any(person.parts for person in people)
    if rules.agreement is None and not paid:
        return LabourCost(month, people, (Note(NoteCode.NOTHING_KNOWN),))
    _miss_unheld(at_work)
    if paid:
        for kind in unknown_on_top(rules, month):
            at_work.miss(NoteCode.UNKNOWN, Fraction(0), kind=kind)
    return LabourCost(month, people, (*_standing_notes(at_work, paid=paid), *_gap_notes(at_work)))


def _people(at_work: _Month) -> Iterator[AssistantCost]:
    held = at_work.roster.shifts_by_holder
    named = [assistant.id for assistant in at_work.roster.assistants]
    others = sorted(who for who in held if who is not None and who not in named)
    for who in (*named, *others):
        person = _person(at_work, who, shifts=held.get(who, ()))
        if person.hours:
            yield person


def _person(at_work: _Month, who: str, *, shifts: Sequence[Shift]) -> AssistantCost:
    zone = at_work.roster.arrangement.zone
    around = pieces_of(shifts, weeks_round(at_work.span, zone), rules=at_work.rules, zone=zone)
    norm = Fraction(at_work.roster.arrangement.weekly_norm)
    pieces = [piece for piece in with_overtime(around, norm) if at_work.span.contains(piece.start)]
    twice = overlapping(shifts, at_work.span)
    if twice:
        at_work.miss(NoteCode.OVERLAPPING, twice, who=who)
    if any(shift.active_minutes and base_kind(shift) is not Kind.BASE and at_work.hours(shift) for shift in shifts):
        at_work.miss(NoteCode.ACTIVATIONS, Fraction(0))
    parts = list(pay_parts(list(_paid(at_work, who, pieces=pieces)), at_work.rules))
    parts += _on_top(at_work, who, pay=parts)
    return AssistantCost(who, hundredths(sum((piece.hours for piece in pieces), Fraction(0))), tuple(parts))


def _on_top(at_work: _Month, who: str, *, pay: Sequence[Part]) -> Iterator[Part]:
    if pay:
        assistant = at_work.roster.assistants_by_id.get(who)
        yield from on_cost_parts(sum_of(pay), assistant, month=at_work.first, rules=at_work.rules)


def _paid(at_work: _Month, who: str, *, pieces: Sequence[Piece]) -> Iterator[Paid]:
    """Yield the pieces that have a price, with their wage; what has none is remembered."""
    assistant = at_work.roster.assistants_by_id.get(who)
    arrangement = at_work.roster.arrangement
    for piece in pieces:
        wage = hourly_wage(assistant, piece.day, rules=at_work.rules, norm=arrangement.weekly_norm)
        if wage is None:
            at_work.miss(NoteCode.NO_WAGE, piece.hours, who=who)
        elif piece.share is None:
            at_work.miss(NoteCode.UNKNOWN, piece.hours, kind=piece.kind)
        else:
            if wage.is_guessed:
                at_work.miss(NoteCode.SENIORITY, Fraction(0), who=who)
            yield _without_averaged(at_work, piece), wage
            _miss_unknown(at_work, piece)


def _without_averaged(at_work: _Month, piece: Piece) -> Piece:
    """Take overtime away where the week is averaged: what is above one week's norm is made up for in another."""
    if not piece.is_overtime or at_work.roster.arrangement.agreement.averaging_weeks is None:
        return piece
    at_work.miss(NoteCode.AVERAGED, piece.paid)
    return replace(piece, is_overtime=False)


def _miss_unknown(at_work: _Month, piece: Piece) -> None:
    for row in piece.supplements:
        if row.value is None:
            at_work.miss(NoteCode.UNKNOWN, piece.paid, kind=row.kind)
    averaged = at_work.roster.arrangement.agreement.averaging_weeks is not None
    if piece.is_overtime and not averaged and at_work.rules.value(FigureName.OVERTIME, piece.day) is None:
        at_work.miss(NoteCode.UNKNOWN, piece.paid, kind=Kind.OVERTIME)


def _miss_unheld(at_work: _Month) -> None:
    roster = at_work.roster
    for shift in roster.shifts_by_holder.get(None, ()):
        hours = at_work.hours(shift)
        expected = roster.substitutes.get(shift.id, shift.assistant)
        if hours:
            at_work.miss(NoteCode.OPEN if expected is None else NoteCode.ABSENT, hours, who=expected)


def _standing_notes(at_work: _Month, *, paid: bool) -> Iterator[Note]:
    agreement = at_work.rules.agreement
    if agreement is None:
        yield Note(NoteCode.NO_AGREEMENT)
    elif agreement.known_to is not None and at_work.first > agreement.known_to:
        yield Note(NoteCode.OLD, day=agreement.known_to)
    contribution = at_work.rules.figure(FigureName.EMPLOYER_CONTRIBUTION, at_work.first)
    if contribution is not None and contribution.zone and paid:
        yield Note(NoteCode.ZONE, zone=contribution.zone)


def _gap_notes(at_work: _Month) -> Iterator[Note]:
    order = tuple(NoteCode)
    for (code, who, kind), hours in sorted(at_work.gaps.items(), key=lambda gap: order.index(gap[0][0])):
        yield Note(code, who, kind, hundredths(hours) if hours else None)


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
