"""How much of an hour is paid: all of work, a part of a resting night and of standby.

Source: Virke, Landsoverenskomst for BPA, on passive work on site; each figure is the agreement's.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span
from bpa_desktop.pay.agreement import PayRules
from bpa_desktop.pay.kind import FigureName, Kind

_MINUTES_AN_HOUR = 60
_SECONDS_AN_HOUR = 3600
_ON_SITE = (ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_ON_SITE)


def elapsed(span: Span) -> Fraction:
    """Return elapsed time in hours, exactly."""
    length = span.length
    seconds = length.days * 86_400 + length.seconds + Fraction(length.microseconds, 1_000_000)
    return Fraction(seconds) / _SECONDS_AN_HOUR


def base_kind(shift: Shift) -> Kind:
    """Return what a shift's hours are paid as."""
    if shift.kind in _ON_SITE:
        return Kind.RESTING_NIGHT
    return Kind.STANDBY_HOME if shift.kind is ShiftKind.STANDBY_HOME else Kind.BASE


def paid_share(shift: Shift, span: Span, *, rules: PayRules, day: date) -> Fraction | None:
    """Return how much of each hour of a shift is paid, or None where the agreement's figure is not known.

    A shift says how long the assistant was active and not when, so that what it comes to is spread over the whole.
    """
    kind = base_kind(shift)
    if kind is Kind.BASE:
        return Fraction(1)
    whole = elapsed(span)
    active = min(Fraction(shift.active_minutes or 0, _MINUTES_AN_HOUR), whole)
    name = FigureName.RESTING_NIGHT if kind is Kind.RESTING_NIGHT else FigureName.STANDBY_HOME
    divisor = rules.value(name, day)
    if divisor is None:
        return None
    if kind is Kind.STANDBY_HOME:
        return ((whole - active) / Fraction(divisor) + active) / whole
    part = rules.value(FigureName.ALL_ACTIVE_PART, day)
    if part is not None and active * Fraction(part) >= whole:
        return Fraction(1)
    block = rules.value(FigureName.ACTIVATION_BLOCK, day)
    return (whole / Fraction(divisor) + _in_blocks(active, block)) / whole


def _in_blocks(active: Fraction, block: Decimal | None) -> Fraction:
    """Return active hours rounded up to whole blocks of so many minutes, as one entry into active work."""
    if block is None:
        return active
    length = Fraction(block) / _MINUTES_AN_HOUR
    return ceil(active / length) * length
