"""Absence statistics of a quarter (fraværsstatistikk): man-days and cases, in numbers. No figure stands here.

A man-day is a day somebody was to work; an absence of part of it, or a graded one, takes that part. Holiday is no
absence, and its days are no agreed ones. A case is unbroken days of own sickness; its length is what it was by the end
of the quarter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from bpa_desktop.domain.absence import WHOLE, Absence, AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.sick_days import OWN_SICKNESS, Away, Days, periods_of
from bpa_desktop.domain.span import ONE_DAY, Span, month_end, to_hundredths

_MONTHS = 3
_PERCENT = 100
_TICK = timedelta(microseconds=1)
_NONE = Fraction(0)


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year, 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """Return the quarter a day lies in."""
        return cls(day.year, (day.month - 1) // _MONTHS + 1)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, (self.number - 1) * _MONTHS + 1, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return month_end(self.year, self.number * _MONTHS)

    def before(self) -> Quarter:
        """Return the quarter before."""
        return Quarter.of(self.first - ONE_DAY)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Bins:
    """How many calendar days a short case has at most, a middle one, and a long one that is not yet very long."""

    short: int
    middle: int
    weeks: int


@dataclass(frozen=True)
class Figures:
    """Man-days and cases. `very_long` is the part of `long` that lasted more than the weeks asked for."""

    agreed: Fraction = _NONE
    self_certified: Fraction = _NONE
    doctor_certified: Fraction = _NONE
    short_days: Fraction = _NONE
    middle_days: Fraction = _NONE
    long_days: Fraction = _NONE
    very_long_days: Fraction = _NONE
    child: Fraction = _NONE
    other: Fraction = _NONE
    short_cases: int = 0
    middle_cases: int = 0
    long_cases: int = 0
    very_long_cases: int = 0

    @property
    def sick(self) -> Fraction:
        """Man-days of own sickness."""
        return self.self_certified + self.doctor_certified

    @property
    def percent(self) -> Decimal | None:
        """Own sickness in percent of the agreed man-days, to the hundredth; None where none were agreed."""
        return in_hundredths(self.sick / self.agreed * _PERCENT) if self.agreed else None

    def __add__(self, other: Figures) -> Figures:
        return Figures(**{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(Figures)})


def in_hundredths(amount: Fraction) -> Decimal:
    """Return an amount to the hundredth, a half up."""
    return to_hundredths(Decimal(amount.numerator) / Decimal(amount.denominator))


def absence_statistics(roster: Roster, quarter: Quarter, *, bins: Bins, on: date) -> dict[str, Figures]:
    """Return the figures of each assistant, by id, as they are known on a day."""
    return {one.id: _figures(Away.of(roster, one.id, on=on), quarter, bins=bins) for one in roster.assistants}


def _figures(away: Away, quarter: Quarter, *, bins: Bins) -> Figures:
    cases = _cases(away, quarter)
    total = sum((_counted(case, bins) for case in cases if any(day in quarter for day in case)), Figures())
    days = {day: len(case) for case in cases for day in case}
    total += Figures(agreed=_agreed(away, quarter))
    for kind, day, lost in _lost_days(away, quarter):
        total += _lost(kind, lost, length=days.get(day, 1), bins=bins)
    return total


def _cases(away: Away, quarter: Quarter) -> tuple[Days, ...]:
    """Return the cases of own sickness, as long as they were by the end of the quarter."""
    sick = (day for one in away.of_kind(*OWN_SICKNESS) for day in away.days_of(one))
    return periods_of((day for day in sick if day <= quarter.last), apart=1)


def _counted(case: Days, bins: Bins) -> Figures:
    if len(case) <= bins.short:
        return Figures(short_cases=1)
    if len(case) <= bins.middle:
        return Figures(middle_cases=1)
    return Figures(long_cases=1, very_long_cases=int(len(case) > bins.weeks))


def _lost(kind: AbsenceKind, lost: Fraction, *, length: int, bins: Bins) -> Figures:
    if kind is AbsenceKind.CHILD_SICK:
        return Figures(child=lost)
    if kind not in OWN_SICKNESS:
        return Figures() if kind is AbsenceKind.HOLIDAY else Figures(other=lost)
    said = lost if kind is AbsenceKind.SELF_CERTIFIED else _NONE
    by_word = Figures(self_certified=said, doctor_certified=lost - said)
    if length <= bins.short:
        return by_word + Figures(short_days=lost)
    if length <= bins.middle:
        return by_word + Figures(middle_days=lost)
    return by_word + Figures(long_days=lost, very_long_days=lost if length > bins.weeks else _NONE)


def _agreed(away: Away, quarter: Quarter) -> Fraction:
    """Return how many days somebody was to work, without those of holiday."""
    holiday = (lost for kind, _, lost in _lost_days(away, quarter) if kind is AbsenceKind.HOLIDAY)
    return len(_work_by_day(away, quarter)) - sum(holiday, _NONE)


def _lost_days(away: Away, quarter: Quarter) -> Iterator[tuple[AbsenceKind, date, Fraction]]:
    """Yield what part of a day each kind of absence takes; of two at once the whole one counts, then the earlier."""
    ordered = sorted(away.absences, key=lambda one: (one.grade < WHOLE, one.span, one.id))
    for day, work in _work_by_day(away, quarter).items():
        whole = sum(span.length // _TICK for span in work)
        for span in work:
            for absence, lost in _taken(span, ordered):
                part = Fraction(lost.length // _TICK, whole)
                yield absence.kind, _sick_day(absence, day, zone=away.zone), part * Fraction(absence.grade) / _PERCENT


def _sick_day(absence: Absence, day: date, *, zone: ZoneInfo) -> date:
    """Return the day of the absence that a lost day belongs to: of a session already begun it is the next one."""
    return max(day, absence.span.first_day(zone))


def _taken(span: Span, absences: Iterable[Absence]) -> Iterator[tuple[Absence, Span]]:
    """Yield each stretch of a span with the first of the absences that takes it."""
    left = [span]
    for absence in absences:
        taken = [common for piece in left if (common := piece.common(absence.span)) is not None]
        yield from ((absence, one) for one in taken)
        left = [rest for piece in left for rest in _without(piece, absence.span)]


def _without(span: Span, other: Span) -> Iterator[Span]:
    if not span.overlaps(other):
        yield span
        return
    if span.start < other.start:
        yield Span(span.start, other.start)
    if other.end < span.end:
        yield Span(other.end, span.end)


def _work_by_day(away: Away, quarter: Quarter) -> dict[date, list[Span]]:
    found: dict[date, list[Span]] = {}
    for span in sorted(away.work):
        day = span.first_day(away.zone)
        if day in quarter:
            found.setdefault(day, []).append(span)
    return found
