"""Sick days in words: dates and days left, the paragraph and the mark, and never a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import SelfCertification
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange, days_span
from bpa_desktop.i18n import Language
from bpa_desktop.services.sick_days import sick_days
from bpa_desktop.texts.sick_days import sick_days_lines
from tests.rosters import MONDAY, OSLO, arrangement, assistant, post, roster, shift

ENGLISH = Language("en")
EVERY_DAY = tuple(shift(f"{MONDAY + timedelta(n)} 08:00", "16:00") for n in range(-60, 60))
LAST = "Counted from what is registered here. The employer decides."


def away(
    first: int, last: int, kind: AbsenceKind = AbsenceKind.SELF_CERTIFIED, *, grade: int = 100, ongoing: bool = False
) -> Absence:
    """Return whole days of absence, counted from Monday 30 November 2026."""
    span = days_span(MONDAY + timedelta(first), MONDAY + timedelta(last), zone=OSLO)
    return Absence(f"a{first}", "kari", span, kind, Decimal(grade), open_ended=ongoing)


def lines(absence: Absence, *others: Absence, today: int = 0, plan: Roster | None = None) -> tuple[str, ...]:
    """Return what is told of an absence, with plain spaces."""
    whole = replace(plan or roster(*EVERY_DAY), absences=others)
    facts = sick_days(whole, absence, limits=shipped_limits(), today=MONDAY + timedelta(today))
    told = sick_days_lines(ENGLISH, facts, absence=absence)
    return tuple(line.replace("\N{NO-BREAK SPACE}", " ") for line in told)


def test_a_day_used_tells_the_next_with_paragraph_and_mark() -> None:
    assert lines(away(0, 0)) == (
        "Self-certification: 1 of 3 days used; if it goes on, day 2 is tomorrow; § 8-24 (seen).",
        "1 of 4 times used in the 12 months to 30 Nov 2026; § 8-27 (seen).",
        "The employer's period: day 1 of 16, from Mon 30 Nov; if it goes on, the last is Tue 15 Dec; § 8-19 (seen).",
        LAST,
    )


@pytest.mark.parametrize(
    ("absence", "today", "said"),
    [
        (away(0, 1), 0, "1 of 3 days used, day 2 is tomorrow"),
        (away(0, 2), 2, "3 of 3 days used, day 3 is today"),
        (away(0, 2), 3, "3 of 3 days used, day 3 was yesterday"),
        (away(0, 4), 4, "5 of 3 days used, day 3 was Wed 2 Dec"),
        (away(7, 7), 0, "1 of 3 days used; if it goes on, day 2 is Tue 8 Dec"),
        (away(0, 13, ongoing=True), 1, "2 of 3 days used; if it goes on, day 3 is tomorrow"),
        (away(0, 1, ongoing=True), 20, "21 of 3 days used, day 3 was Wed 2 Dec"),
    ],
)
def test_the_days_of_ones_own_word_are_told_as_they_are_today(absence: Absence, today: int, said: str) -> None:
    assert lines(absence, today=today)[0] == f"Self-certification: {said}; § 8-24 (seen)."


def test_earlier_days_within_sixteen_are_added_and_make_no_second_time() -> None:
    told = lines(away(0, 0), away(-3, -3))
    assert told[0].startswith("Self-certification: 2 of 3 days used")
    assert told[1].startswith("1 of 4 times")
    apart = lines(away(0, 0), away(-18, -18))
    assert apart[0].startswith("Self-certification: 1 of 3 days used")
    assert apart[1].startswith("2 of 4 times")


def test_times_are_counted_over_twelve_months() -> None:
    years = {-365: "1 of 4", -364: "2 of 4"}
    for first, said in years.items():
        assert lines(away(0, 0), away(first, first))[1].startswith(f"{said} times used in the 12 months to 30 Nov 2026")


def test_the_longer_scheme_counts_days() -> None:
    plan = replace(
        roster(*EVERY_DAY), arrangement=replace(arrangement(), self_certification=SelfCertification.EXTENDED)
    )
    told = lines(away(0, 0), away(-40, -36), plan=plan)
    assert told[0] == "Self-certification: 1 of 8 days used; if it goes on, day 2 is tomorrow; § 8-24 (4) (seen)."
    assert told[1] == "6 of 24 days used in the 12 months to 30 Nov 2026; § 8-24 (4) (seen)."


def test_who_is_new_is_told_when_two_months_are_reached() -> None:
    for begun, said in ((date(2026, 10, 1), "1 Dec 2026"), (date(2026, 9, 30), None)):
        kari = assistant("Kari", posts=(post(days=DayRange(begun)),))
        told = lines(away(0, 0), plan=roster(*EVERY_DAY, team=(kari,)))
        waiting = [line for line in told if "employment" in line]
        assert waiting == ([f"2 months of employment are reached on {said}; § 8-24 (seen)."] if said else [])


def test_a_sick_note_tells_of_the_employers_period_alone() -> None:
    assert lines(away(0, 19, AbsenceKind.SICK_NOTE), today=19) == (
        "The employer's period: 16 of 16 days, from Mon 30 Nov to Tue 15 Dec; § 8-19 (seen).",
        LAST,
    )


def test_a_period_that_has_not_begun_is_told_so() -> None:
    told = lines(away(0, 0, AbsenceKind.SICK_NOTE), plan=roster(team=(assistant("Kari"),)))
    assert told[0] == "The employer's period: no whole day of planned work is counted yet; § 8-19 (seen)."


def test_a_sickness_soon_after_a_used_up_period_is_told_with_that_one() -> None:
    before = away(-30, -5, AbsenceKind.SICK_NOTE)
    assert "16 of 16 days, from Sat 31 Oct" in lines(away(0, 0, AbsenceKind.SICK_NOTE), before)[0]
    long_ago = away(-60, -20, AbsenceKind.SICK_NOTE)
    assert "day 1 of 16, from Mon 30 Nov" in lines(away(0, 0, AbsenceKind.SICK_NOTE), long_ago)[0]


def test_the_period_told_is_the_one_of_this_sickness() -> None:
    assert "from Mon 30 Nov" in lines(away(0, 0), away(40, 45, AbsenceKind.SICK_NOTE))[2]
    only_then = roster(*EVERY_DAY[:20], team=(assistant("Kari"),))
    told = lines(away(0, 0, AbsenceKind.SICK_NOTE), away(-60, -50, AbsenceKind.SICK_NOTE), plan=only_then)
    assert told[0].startswith("The employer's period: no whole day of planned work")


def test_a_grade_below_the_lowest_is_told_with_how_sure_that_is() -> None:
    said = "The lowest grade of a sick note is 20 %; § 8-13 (usual, but not read there)."
    assert said in lines(away(0, 9, AbsenceKind.SICK_NOTE, grade=19))
    assert said not in lines(away(0, 9, AbsenceKind.SICK_NOTE, grade=20))


def test_days_with_a_sick_child_are_those_of_the_year_and_the_assistants_own_number() -> None:
    assert lines(away(0, 1, AbsenceKind.CHILD_SICK)) == ("Sick child: 2 of 10 days used in 2026; § 9-6 (seen).", LAST)
    kari = replace(assistant("Kari"), child_days=15)
    told = lines(away(0, 0, AbsenceKind.CHILD_SICK), plan=roster(*EVERY_DAY, team=(kari,)))
    assert told[0].startswith("Sick child: 1 of 15 days")


@pytest.mark.parametrize("kind", [AbsenceKind.HOLIDAY, AbsenceKind.LEAVE, AbsenceKind.OTHER])
def test_nothing_is_told_of_what_no_figure_is_about(kind: AbsenceKind) -> None:
    assert lines(away(0, 3, kind)) == ()
