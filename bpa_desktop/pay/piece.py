"""Pieces: shifts cut where what an hour costs may change: at midnight, and where supplements begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from itertools import pairwise
from zoneinfo import ZoneInfo

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import ONE_DAY, Span, Week, clock_span, days_span
from bpa_desktop.pay.agreement import PayRules, Supplement
from bpa_desktop.pay.days import falls_on
from bpa_desktop.pay.kind import Kind
from bpa_desktop.pay.resting import base_kind, elapsed, paid_share


@dataclass(frozen=True)
class Piece:
    """Some elapsed hours of a shift on one local day; `share` of each is paid, None where that is not known."""

    day: date
    start: datetime
    kind: Kind
    hours: Fraction
    share: Fraction | None
    supplements: tuple[Supplement, ...] = ()
    is_overtime: bool = False

    @property
    def paid(self) -> Fraction:
        """The hours that are paid as ordinary ones; 0 where that is not known."""
        return self.hours * self.share if self.share is not None else Fraction(0)


def worked(shift: Shift) -> Span:
    """Return when the assistant was there, as far as it is known, else when they are to be."""
    return shift.actual or shift.span


def pieces_of(shifts: Iterable[Shift], within: Span, *, rules: PayRules, zone: ZoneInfo) -> Iterator[Piece]:
    """Yield the pieces of shifts that lie within a span of whole local days, shift by shift."""
    for shift in shifts:
        inside = worked(shift).common(within)
        if inside is None:
            continue
        share = paid_share(shift, worked(shift), rules=rules, day=worked(shift).first_day(zone))
        for day in inside.days(zone):
            part = inside.common(days_span(day, day, zone=zone))
            if part is not None:
                whole = Piece(day, part.start, base_kind(shift), elapsed(part), share)
                yield from _cut(whole, part, rows=rules.supplements_on(day), zone=zone)


def _cut(whole: Piece, span: Span, *, rows: Sequence[Supplement], zone: ZoneInfo) -> Iterator[Piece]:
    windows = [(row, each) for row in rows for each in _windows(row, whole.day, zone=zone) if each.overlaps(span)]
    edges = {span.start, span.end}
    for _, window in windows:
        edges.update(edge for edge in (window.start, window.end) if span.contains(edge))
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        inside = dict.fromkeys(row for row, window in windows if window.contains(start))
        yield replace(whole, start=start, hours=elapsed(Span(start, end)), supplements=_paid_together(tuple(inside)))


def _windows(row: Supplement, day: date, *, zone: ZoneInfo) -> Iterator[Span]:
    """Yield when a supplement is paid on a day, by the windows that begin on it and on the day before."""
    for begun in (day - ONE_DAY, day):
        for window in row.windows:
            if falls_on(window.days, begun):
                yield clock_span(begun, window.start, end=window.end, zone=zone)


def _paid_together(rows: tuple[Supplement, ...]) -> tuple[Supplement, ...]:
    """Leave out what is not paid beside another; one whose value is not known drives nothing out."""
    known = {row.kind for row in rows if row.value is not None}
    return tuple(row for row in rows if not row.not_with & known)


def with_overtime(pieces: Iterable[Piece], norm: Fraction) -> Iterator[Piece]:
    """Yield the pieces in time order, those hours of an ISO week apart that are above so many paid hours."""
    done: dict[Week, Fraction] = {}
    for piece in sorted(pieces, key=lambda piece: (piece.start, piece.kind, piece.hours)):
        week = Week.of(piece.day)
        left = max(norm - done.get(week, Fraction(0)), Fraction(0))
        done[week] = done.get(week, Fraction(0)) + piece.paid
        if piece.paid <= left:
            yield piece
            continue
        ordinary = piece.hours * left / piece.paid
        if ordinary:
            yield replace(piece, hours=ordinary)
        yield replace(piece, hours=piece.hours - ordinary, is_overtime=True)


def overlapping(shifts: Iterable[Shift], within: Span) -> Fraction:
    """Return the hours within a span that stand in more than one of the shifts."""
    found, until = Fraction(0), within.start
    for span in sorted(worked(shift) for shift in shifts):
        inside = span.common(within)
        if inside is None:
            continue
        if inside.start < until:
            found += elapsed(Span(inside.start, min(inside.end, until)))
        until = max(until, inside.end)
    return found


def weeks_round(span: Span, zone: ZoneInfo) -> Span:
    """Return the whole ISO weeks that a span of days touches: overtime is counted by the week."""
    monday = Week.of(span.first_day(zone)).monday
    return days_span(monday, Week.of(span.last_day(zone)).monday + 6 * ONE_DAY, zone=zone)
