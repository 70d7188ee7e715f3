"""Many more weekends, evenings, nights or holidays than one's part by contract: advice, by year and kind."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import DayRange, days_span
from bpa_desktop.domain.team import Assistant, EmploymentKind
from bpa_desktop.rules.fair_share import RULE, shares
from bpa_desktop.rules.rule import Finding, Weight
from tests.rosters import OSLO, assistant, post, shift
from tests.rules.advised import advised, unadvised
from tests.rules.checking import figures, found, one

SUNDAY = date(2026, 1, 4)
TEAM = (assistant("Kari", posts=(post("50"),)), assistant("Ola", posts=(post("50"),)))
DAYS = (shift("2026-01-01 10:00", "11:00", "ola"), shift("2026-12-30 10:00", "11:00", "ola"))
"""The whole year, whoever works in it."""


def sundays(who: str, count: int, *, first: int = 0) -> tuple[Shift, ...]:
    """Return so many Sundays by day, from one on."""
    days = (SUNDAY + timedelta(weeks=first + n) for n in range(count))
    return tuple(shift(f"{day} 09:00", "15:00", who) for day in days)


def year(kari: int, ola: int, team: tuple[Assistant, ...] = TEAM) -> Roster:
    """Return a year in which Kari and Ola have so many weekends."""
    return advised(*DAYS, *sundays("kari", kari), *sundays("ola", ola, first=kari), team=team)


def weekends(plan: Roster) -> list[Finding]:
    """Return what is found of weekends."""
    return [finding for finding in found(RULE, plan) if finding.fact("kind") == "weekend"]


def test_a_quarter_more_and_three_more_are_told_of_and_not_less() -> None:
    assert [figures(finding) for finding in weekends(year(15, 9))] == [(15, 12)]
    assert weekends(year(14, 10)) == []  # two more
    assert weekends(year(20, 13)) == []  # three and a half more, not a quarter


def test_it_says_how_many_and_what_the_part_would_be() -> None:
    finding = one(RULE, year(16, 8))
    assert (finding.assistant, finding.weight) == ("kari", Weight.SHOULD)
    assert figures(finding) == (16, 12)
    assert (finding.fact("kind"), finding.fact("year")) == ("weekend", 2026)
    assert finding.shifts == tuple(one.id for one in sundays("kari", 4, first=12))
    assert finding.span == days_span(date(2026, 3, 28), date(2026, 4, 18), zone=OSLO)  # from Saturday to Saturday


def test_a_part_is_by_contract() -> None:
    team = (assistant("Kari", posts=(post("80"),)), assistant("Ola", posts=(post("20"),)))
    assert found(RULE, year(16, 4, team)) == []
    (finding,) = weekends(year(12, 8, team))
    assert (finding.assistant, figures(finding)) == ("ola", (Decimal(8), Decimal(4)))


def test_a_part_is_by_the_days_employed() -> None:
    half = DayRange(date(2026, 7, 2), None)
    parts = shares(
        (assistant("Kari", posts=(post("50"),)), assistant("Ola", posts=(post("50", days=half),))),
        DayRange(date(2026, 1, 1), date(2026, 12, 31)),
    )
    assert parts == {"kari": Decimal(365) / (365 + 183), "ola": Decimal(183) / (365 + 183)}


def test_who_is_not_employed_in_the_time_has_no_part() -> None:
    later = DayRange(date(2027, 1, 1))
    team = (assistant("Kari", posts=(post("50"),)), assistant("Ola", posts=(post("50", days=later),)))
    assert shares(team, DayRange(date(2026, 1, 1), date(2026, 12, 31))) == {"kari": 1}


def test_a_part_of_a_turn_is_rounded_up_before_the_turns_beyond_it_are_named() -> None:
    finding = one(RULE, year(17, 8))
    assert figures(finding) == (17, Decimal("12.5"))
    assert finding.shifts == tuple(one.id for one in sundays("kari", 4, first=13))


def test_who_has_no_agreed_hours_is_left_out_with_their_turns() -> None:
    team = (*TEAM, assistant("Per", posts=(post("0", kind=EmploymentKind.ON_CALL),)))
    plan = advised(*DAYS, *sundays("kari", 6), *sundays("ola", 6, first=6), *sundays("per", 30, first=12), team=team)
    assert found(RULE, plan) == []


def test_a_few_turns_are_chance() -> None:
    assert weekends(year(5, 0)) == []  # two and a half more than the part
    assert [figures(finding) for finding in weekends(year(6, 0))] == [(6, 3)]


def test_in_less_than_eight_weeks_nothing_is_said() -> None:
    begin = shift("2026-01-05 10:00", "11:00", "ola")
    eight_weeks = (begin, shift("2026-03-01 10:00", "11:00", "ola"))
    assert weekends(advised(*eight_weeks, *sundays("kari", 7, first=1), team=TEAM)) != []
    a_day_less = (begin, shift("2026-02-28 10:00", "11:00", "ola"))
    assert weekends(advised(*a_day_less, *sundays("kari", 7, first=1), team=TEAM)) == []


def test_each_year_is_counted_by_itself() -> None:
    before = shift("2025-01-01 10:00", "11:00", "ola")
    last_year = tuple(shift(f"{SUNDAY - timedelta(weeks=n)} 09:00", "15:00", "ola") for n in range(2, 18))
    plan = advised(before, *DAYS, *last_year, *sundays("kari", 16), team=TEAM)
    assert sorted((finding.assistant, finding.fact("year")) for finding in weekends(plan)) == [
        ("kari", 2026),
        ("ola", 2025),
    ]


def test_nobody_is_advised_who_did_not_ask() -> None:
    assert found(RULE, unadvised(year(16, 8))) == []


@given(st.lists(st.sampled_from(["10", "50", "80", "100"]), min_size=1, max_size=5))
def test_all_parts_are_one(percents: list[str]) -> None:
    team = tuple(assistant(f"A{place}", posts=(post(percent),)) for place, percent in enumerate(percents))
    parts = shares(team, DayRange(date(2026, 1, 1), date(2026, 3, 1)))
    assert round(sum(parts.values(), Decimal(0)), 20) == 1
