"""A shift on its three clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.data.pay_book import shipped_pay_book
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.i18n import Language
from bpa_desktop.services.clocks import Clocks, clocks_of
from bpa_desktop.texts.clocks import clocks_text
from tests.plain_text import plain
from tests.rosters import award, roster, shift, span

YEAR = DayRange(date(2026, 1, 1), date(2026, 12, 31))
VIRKE = shipped_pay_book().rules("virke-bpa")
NIGHT = ShiftKind.RESTING_NIGHT
EN = Language("en")


def clocks(held: Shift, *awards: Award) -> Clocks:
    """Return the clocks of a shift under some awards, paid by the agreement of Virke."""
    return clocks_of(replace(roster(held), awards=awards), held, rules=VIRKE)


def hours(found: Clocks) -> list[float | None]:
    """Return present, drawn and paid."""
    return [None if one is None else float(one) for one in (found.present, found.drawn, found.paid)]


@pytest.mark.parametrize(
    ("held", "factor", "expected"),
    [
        (shift("mon 08:00", "15:00"), "0.5", [7, 7, 7]),
        (shift("mon 22:00", "07:00", kind=NIGHT), "1", [9, 9, 3]),
        (shift("mon 22:00", "07:00", kind=NIGHT), "0.5", [9, 4.5, 3]),
        (shift("mon 22:00", "07:00", kind=NIGHT, active_minutes=40), "1", [9, 9, 4]),
        (shift("mon 08:00", "15:00", kind=ShiftKind.MEETING), "1", [7, 0, 7]),
        (shift("mon 08:00", "15:00", actual=span("mon 08:00", "16:30")), "1", [8.5, 8.5, 8.5]),
        (shift("2026-10-24 22:00", "07:00"), "1", [10, 10, 10]),
    ],
)
def test_present_drawn_and_paid_are_three_clocks(held: Shift, factor: str, expected: list[float]) -> None:
    assert hours(clocks(held, award(YEAR, overnight=factor))) == expected


def test_a_shift_over_new_year_is_drawn_as_far_as_there_is_an_award() -> None:
    assert hours(clocks(shift("2026-12-31 20:00", "04:00"), award(YEAR))) == [8, 4, 8]


def test_what_the_agreement_says_nothing_of_is_not_known() -> None:
    held = shift("mon 22:00", "07:00", kind=NIGHT)
    found = clocks_of(roster(held), held, rules=shipped_pay_book().rules(None))
    assert (found.factor, found.paid) == (None, None)
    assert found.drawn == 0


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            Clocks(Decimal(9), Decimal("0.5"), Decimal("4.5"), Decimal(3)),
            (
                "Present: 9 hours.",
                "Drawn from the award: 9 × 0.5 = 4.5 hours.",
                "Paid: 3 hours of 9 hours, and supplements.",
            ),
        ),
        (
            Clocks(Decimal(7), Decimal(1), Decimal(7), Decimal(7)),
            ("Present: 7 hours.", "Drawn from the award: 7 hours.", "Paid: 7 hours, and supplements."),
        ),
        (
            Clocks(Decimal(7), Decimal(0), Decimal(0), None),
            (
                "Present: 7 hours.",
                "Drawn from the award: nothing, since it does not count this kind.",
                "Paid: not known, the pay agreement has no figure for this kind.",
            ),
        ),
        (
            Clocks(Decimal(7), None, Decimal(0), Decimal(7)),
            (
                "Present: 7 hours.",
                "Drawn from the award: nothing, no award is in force.",
                "Paid: 7 hours, and supplements.",
            ),
        ),
    ],
)
def test_each_clock_is_said_with_the_sum_that_made_it(found: Clocks, said: tuple[str, ...]) -> None:
    assert tuple(plain(line) for line in clocks_text(EN, found)) == said
