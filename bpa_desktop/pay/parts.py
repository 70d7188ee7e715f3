"""An assistant's pieces as parts of the cost: wages, supplements and overtime, then what is on top of the pay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bpa_desktop.domain.team import Assistant
from bpa_desktop.pay.agreement import PayFigure, PayRules, Supplement, Unit
from bpa_desktop.pay.cost import ZERO, Basis, Part
from bpa_desktop.pay.kind import FigureName, Kind
from bpa_desktop.pay.money import hundredths, ore
from bpa_desktop.pay.piece import Piece
from bpa_desktop.pay.wage import HourlyWage

_PERCENT = 100
_NONE = Fraction(0)
_SENIOR_YEARS = 59
"""Whoever turns 60 next year earns the extra holiday pay this year: ferieloven § 10 nr 3, § 5 nr 2."""

Paid = tuple[Piece, HourlyWage]
_Key = tuple[Kind, Basis | None, Fraction, Decimal | None]
"""What is paid for, by what, kroner an hour, and the percentage of the wage that makes them."""


def pay_parts(paid: Iterable[Paid], rules: PayRules, *, without: Iterable[Paid] = ()) -> Iterator[Part]:
    """Yield what the hours cost, one part for each kind and rate; of what is paid without, only what is more or less.

    `without` is what would be paid anyway.
    """
    sums: dict[_Key, tuple[Fraction, Fraction]] = {}
    for sign, pieces in ((1, paid), (-1, without)):
        for piece, wage in pieces:
            for key in _keys(piece, wage, rules=rules):
                hours, worth = sums.get(key, (_NONE, _NONE))
                sums[key] = hours + sign * piece.hours, worth + sign * piece.paid
    order = tuple(Kind)
    for key in sorted(sums, key=lambda key: (order.index(key[0]), key[2])):
        if sums[key] != (_NONE, _NONE):
            yield _part(key, hours=sums[key][0], worth=sums[key][1])


def _part(key: _Key, *, hours: Fraction, worth: Fraction) -> Part:
    kind, basis, rate, percent = key
    return Part(kind, ore(worth * rate), basis, hundredths(hours), hundredths(worth), rate=ore(rate), percent=percent)


def _keys(piece: Piece, wage: HourlyWage, *, rules: PayRules) -> Iterator[_Key]:
    own = wage.years is None
    kroner = Fraction(wage.kroner)
    yield piece.kind, None if own else Basis(wage.mark, wage.source, wage.years), kroner, None
    for row in piece.supplements:
        if row.value is not None:
            yield _supplement_key(row, row.value, kroner=kroner)
    figure = rules.figure(FigureName.OVERTIME, piece.day) if piece.is_overtime else None
    if figure is not None and figure.value is not None:
        rate = kroner * Fraction(figure.value) / _PERCENT
        yield Kind.OVERTIME, Basis(figure.mark, figure.source), rate, figure.value


def _supplement_key(row: Supplement, value: Decimal, *, kroner: Fraction) -> _Key:
    basis = Basis(row.weakest_mark, row.source)
    if row.unit is Unit.PERCENT:
        return row.kind, basis, kroner * Fraction(value) / _PERCENT, value
    return row.kind, basis, Fraction(value), None


def on_cost_parts(pay: Decimal, assistant: Assistant | None, *, month: date, rules: PayRules) -> Iterator[Part]:
    """Yield holiday pay and pension of the pay, then the employer's contribution of all three.

    The extra holiday pay counts the whole pay; the law stops it at 6 G a year, which a month does not tell.
    """
    on_top = ZERO
    for kind, figure, percent in _percentages(assistant, month, rules=rules):
        of = pay + on_top if kind is Kind.EMPLOYER_CONTRIBUTION else pay
        amount = ore(Fraction(of) * Fraction(percent) / _PERCENT)
        on_top += amount
        yield Part(kind, amount, Basis(figure.mark, figure.source), percent=percent, of=of)


_ON_TOP = (
    (Kind.HOLIDAY_PAY, FigureName.HOLIDAY_PAY),
    (Kind.PENSION, FigureName.PENSION),
    (Kind.EMPLOYER_CONTRIBUTION, FigureName.EMPLOYER_CONTRIBUTION),
)


def _percentages(
    assistant: Assistant | None, month: date, *, rules: PayRules
) -> Iterator[tuple[Kind, PayFigure, Decimal]]:
    for kind, name in _ON_TOP:
        figure = rules.figure(name, month)
        if figure is not None and figure.value is not None:
            extra = _senior_extra(assistant, month, rules=rules) if kind is Kind.HOLIDAY_PAY else ZERO
            yield kind, figure, figure.value + extra


def _senior_extra(assistant: Assistant | None, month: date, *, rules: PayRules) -> Decimal:
    born = assistant.birth_date if assistant is not None else None
    if born is None or month.year - born.year < _SENIOR_YEARS:
        return ZERO
    return rules.value(FigureName.HOLIDAY_PAY_SENIOR, month) or ZERO


def unknown_on_top(rules: PayRules, month: date) -> tuple[Kind, ...]:
    """Return what is on top of the pay and not known."""
    return tuple(kind for kind, name in _ON_TOP if rules.value(name, month) is None)


def sum_of(parts: Iterable[Part]) -> Decimal:
    """Return what some parts come to, in kroner."""
    return sum((part.amount for part in parts), ZERO)
