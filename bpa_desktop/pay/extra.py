"""What one more shift costs in pay: with it and without it, line by line. What is on top of the pay is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.team import Assistant
from bpa_desktop.pay.agreement import PayRules
from bpa_desktop.pay.cost import Part
from bpa_desktop.pay.kind import FigureName, Kind
from bpa_desktop.pay.money import hundredths, ore
from bpa_desktop.pay.parts import Paid, pay_parts, sum_of
from bpa_desktop.pay.piece import Piece, pieces_of, weeks_round, with_overtime, worked
from bpa_desktop.pay.resting import base_kind, elapsed
from bpa_desktop.pay.wage import HourlyWage, hourly_wage


@dataclass(frozen=True)
class ExtraPay:
    """The parts in kroner, and of which kinds there is more whose figure nobody has read."""

    parts: tuple[Part, ...]
    unknown: tuple[Kind, ...] = ()

    @property
    def amount(self) -> Decimal:
        """What the parts come to, in kroner."""
        return sum_of(self.parts)


def extra_pay(roster: Roster, shift: Shift, *, assistant: Assistant, rules: PayRules) -> ExtraPay | None:
    """Return what a shift costs in pay if an assistant takes it; None where nothing says what its hours cost.

    Overtime is what the shift makes of the week, its own hours or those of a later shift. Without a pay agreement it
    is the hourly wage times the hours, and no more.
    """
    zone, norm = roster.arrangement.zone, roster.arrangement.weekly_norm
    wage = hourly_wage(assistant, worked(shift).first_day(zone), rules=rules, norm=norm)
    if wage is None:
        return None
    if rules.agreement is None:
        hours = elapsed(worked(shift))
        rate = Fraction(wage.kroner)
        told = hundredths(hours)
        return ExtraPay((Part(Kind.BASE, ore(hours * rate), None, told, told, rate=ore(rate)),))
    week = _Week(roster, assistant, rules, weeks_round(worked(shift), zone))
    return week.with_shift(shift)


def _length(hours: Decimal) -> timedelta:
    return timedelta(seconds=float(hours * 3600))


@dataclass(frozen=True)
class _Week:
    """The whole weeks a shift lies in, of one assistant."""

    roster: Roster
    assistant: Assistant
    rules: PayRules
    span: Span

    def with_shift(self, shift: Shift) -> ExtraPay | None:
        """Return what is paid more with a shift."""
        held = self._held(shift)
        own = tuple(self._pieces((shift,)))
        if any(piece.share is None for piece in own):
            return None
        if not self._has_overtime((*held, shift)):
            return self._told(own, ())
        before, after = (self._in_order(shifts) for shifts in (held, (*held, shift)))
        return self._told(after, before)

    def _held(self, shift: Shift) -> tuple[Shift, ...]:
        held = self.roster.shifts_by_holder.get(self.assistant.id, ())
        return tuple(row for row in held if row.id != shift.id and worked(row).overlaps(self.span))

    def _has_overtime(self, shifts: Sequence[Shift]) -> bool:
        if self.roster.arrangement.agreement.averaging_weeks is not None:
            return False  # what is above one week's norm is made up for in another
        whole = sum((worked(shift).length for shift in shifts), timedelta())
        if whole <= _length(self.roster.arrangement.weekly_norm) and all(base_kind(row) is Kind.BASE for row in shifts):
            return False  # no week has as many hours as they have together
        agreement = self.rules.agreement
        plain = replace(self.rules, agreement=agreement and replace(agreement, supplements=()))
        return any(piece.is_overtime for piece in self._in_order(shifts, plain))

    def _in_order(self, shifts: Iterable[Shift], rules: PayRules | None = None) -> tuple[Piece, ...]:
        norm = Fraction(self.roster.arrangement.weekly_norm)
        return tuple(with_overtime(self._pieces(shifts, rules), norm))

    def _pieces(self, shifts: Iterable[Shift], rules: PayRules | None = None) -> Iterator[Piece]:
        zone = self.roster.arrangement.zone
        return pieces_of(shifts, self.span, rules=rules or self.rules, zone=zone)

    def _told(self, after: Sequence[Piece], before: Sequence[Piece]) -> ExtraPay:
        parts = tuple(pay_parts(self._paid(after), self.rules, without=self._paid(before)))
        return ExtraPay(parts, tuple(dict.fromkeys(self._unknown(after))))

    def _paid(self, pieces: Iterable[Piece]) -> Iterator[Paid]:
        for piece in pieces:
            wage = self._wage(piece)
            if wage is not None and piece.share is not None:
                yield piece, wage

    def _wage(self, piece: Piece) -> HourlyWage | None:
        norm = self.roster.arrangement.weekly_norm
        return hourly_wage(self.assistant, piece.day, rules=self.rules, norm=norm)

    def _unknown(self, pieces: Iterable[Piece]) -> Iterator[Kind]:
        for piece in pieces:
            yield from (row.kind for row in piece.supplements if row.value is None)
            if piece.is_overtime and self.rules.value(FigureName.OVERTIME, piece.day) is None:
                yield Kind.OVERTIME
