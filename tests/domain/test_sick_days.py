"""Which days count, and how they are put together: against a slow walk from day to day, and the edges of the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.employer_period import employer_periods
from bpa_desktop.domain.sick_days import Away, SickDay, employed_since, periods_of
from bpa_desktop.domain.span import DayRange, Span, days_span
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.domain.team import EmploymentKind
from tests.domain import sick_oracle as slow
from tests.rosters import MONDAY, OSLO, absence, assistant, post, roster, shift, span

NIGHT = span("mon 22:00", "08:00")
DATES = st.integers(0, 90).map(lambda n: MONDAY + timedelta(n))


def away(*absences: Absence, work: tuple[Span, ...] = ()) -> Away:
    return Away(absences, work, OSLO)


def days(*absences: Absence, work: tuple[Span, ...] = ()) -> list[int]:
    """Return the days taken, counted from Monday."""
    known = away(*absences, work=work)
    return [(day - MONDAY).days for one in absences for day in known.days_of(one)]


def ill(first: int, last: int, kind: AbsenceKind = AbsenceKind.SELF_CERTIFIED) -> Absence:
    """Return whole days of absence, counted from Monday."""
    whole = days_span(MONDAY + timedelta(first), MONDAY + timedelta(last), zone=OSLO)
    return Absence(f"{first}-{last}-{kind}", "kari", whole, kind)


def at_work(*numbers: int) -> tuple[Span, ...]:
    """Return eight hours of work on days counted from Monday."""
    return tuple(span(f"{MONDAY + timedelta(number)} 08:00", "16:00") for number in numbers)


def paid(*absences: Absence, work: tuple[Span, ...]) -> list[list[int]]:
    """Return the employer's periods as days from Monday."""
    found = employer_periods(away(*absences, work=work).sick_days(), length=16, gap=16)
    return [[(day - MONDAY).days for day in one.days] for one in found]


def test_a_night_from_one_day_to_the_next_is_one_day() -> None:
    assert days(replace(absence("kari", "mon 22:00", "08:00"), span=NIGHT), work=(NIGHT,)) == [0]


def test_who_goes_home_in_the_middle_of_the_night_takes_the_day_it_happened() -> None:
    assert days(absence("kari", "tue 02:00", "08:00"), work=(NIGHT,)) == [1]


def test_a_night_and_the_next_days_shift_are_two_days() -> None:
    assert days(absence("kari", "mon 22:00", "tue 16:00"), work=(NIGHT, span("tue 12:00", "16:00"))) == [0, 1]


def test_whole_days_are_all_of_them_though_only_a_night_was_planned() -> None:
    assert days(ill(0, 1), work=(NIGHT,)) == [0, 1]


@given(slow.aways())
def test_the_days_taken_are_those_of_a_walk_through_every_half_hour(known: Away) -> None:
    for one in known.absences:
        assert set(known.days_of(one)) == slow.days_taken(known, one)


@given(st.sets(DATES), st.integers(1, 20))
def test_periods_are_those_of_a_walk_from_day_to_day(chosen: set[date], apart: int) -> None:
    assert list(periods_of(chosen, apart=apart)) == slow.walked_periods(chosen, apart)


@pytest.mark.parametrize(("again", "periods"), [(16, [[0, 16]]), (17, [[0], [17]])])
def test_ill_again_within_sixteen_days_adds_to_the_days_before(again: int, periods: list[list[int]]) -> None:
    found = away(ill(0, 0), ill(again, again)).self_certified(joined=16)
    assert [[(day - MONDAY).days for day in one] for one in found] == periods


def test_days_with_a_sick_note_join_periods_and_are_not_counted_as_ones_own_word() -> None:
    known = away(ill(0, 1), ill(2, 20, AbsenceKind.SICK_NOTE), ill(30, 30))
    assert [len(one) for one in known.self_certified(joined=16)] == [3]
    overlaid = away(ill(0, 2), ill(2, 20, AbsenceKind.SICK_NOTE))
    assert [len(one) for one in overlaid.self_certified(joined=16)] == [2]


@given(st.sets(DATES, max_size=40), st.sets(DATES), st.integers(1, 20), st.integers(1, 20))
def test_the_employers_period_is_that_of_a_walk_from_day_to_day(
    sick: set[date], working: set[date], length: int, gap: int
) -> None:
    known = tuple(SickDay(day, has_note=True, may_begin=day in working) for day in sorted(sick))
    found = [one.days for one in employer_periods(known, length=length, gap=gap)]
    assert found == slow.walked_employer_periods(known, length=length, gap=gap)
    assert all(len(one) <= length for one in found)


def test_the_employers_period_has_sixteen_calendar_days_and_counts_days_off_with_a_note() -> None:
    note = ill(0, 29, AbsenceKind.SICK_NOTE)
    assert paid(note, work=at_work(0, 3)) == [list(range(16))]


def test_days_off_that_are_no_days_of_sickness_do_not_count() -> None:
    assert paid(ill(0, 1), ill(4, 5), work=at_work(0, 1, 4, 5)) == [[0, 1, 4, 5]]


def test_it_begins_on_no_day_off_and_on_no_part_of_a_day() -> None:
    off_first = ill(0, 2, AbsenceKind.SICK_NOTE)
    assert paid(off_first, work=at_work(1)) == [[1, 2]]
    went_home = replace(absence("kari", "mon 12:00", "16:00"), id="part")
    assert paid(went_home, ill(1, 1), work=at_work(0, 1)) == [[1]]


def test_it_begins_on_no_day_of_holiday() -> None:
    holiday = ill(0, 0, AbsenceKind.HOLIDAY)
    assert paid(holiday, ill(0, 1, AbsenceKind.SICK_NOTE), work=at_work(0, 1)) == [[1]]


@pytest.mark.parametrize(("well", "periods"), [(15, [3]), (16, [2, 1])])
def test_an_unused_period_goes_on_until_sixteen_days_have_passed(well: int, periods: list[int]) -> None:
    again = 2 + well
    assert [len(one) for one in paid(ill(0, 1), ill(again, again), work=at_work(0, 1, again))] == periods


@pytest.mark.parametrize(("well", "periods"), [(15, 1), (16, 2)])
def test_a_used_up_period_is_followed_by_another_only_after_sixteen_days(well: int, periods: int) -> None:
    note, again = ill(0, 15, AbsenceKind.SICK_NOTE), 16 + well
    assert len(paid(note, ill(again, again), work=at_work(0, again))) == periods


def test_days_with_a_sick_child_are_those_of_missed_work_in_the_year() -> None:
    child = ill(0, 40, AbsenceKind.CHILD_SICK)  # from 30 November, over New Year
    known = away(child, work=(*at_work(0, 1, 31, 32), NIGHT))
    assert (known.child_days(2026), known.child_days(2027)) == (3, 1)


def test_until_further_notice_lasts_to_the_day_that_is_asked_about() -> None:
    plan = roster(shift("mon 08:00", "16:00"))
    open_ended = replace(ill(0, 13), open_ended=True)
    for on, taken in ((1, 2), (20, 21)):
        known = Away.of(replace(plan, absences=(open_ended,)), "kari", on=MONDAY + timedelta(on))
        assert len(list(known.days_of(known.absences[0]))) == taken


def test_the_work_of_who_is_absent_is_what_was_planned_for_them_whoever_takes_it() -> None:
    first, second, third = shift("mon 08:00", "16:00"), shift("tue 08:00", "16:00"), shift("wed 08:00", "16:00")
    others = shift("thu 08:00", "16:00", "ola")
    taken = tuple(
        SubstituteRequest(who + one.id, one.id, RequestState.FILLED, chosen=who)
        for one, who in ((second, "ola"), (third, "ola"), (others, "kari"))
    )
    plan = replace(roster(first, second, third, others), requests=taken, absences=(ill(0, 1),))
    known = Away.of(plan, "kari", on=MONDAY)
    # Wednesday is Ola's: Kari was well, and let it go
    assert sorted(known.work) == [first.span, second.span, others.span]


def test_employment_is_counted_from_its_beginning_over_short_breaks() -> None:
    first = post(days=DayRange(date(2026, 1, 1), date(2026, 3, 31)))
    for begun, since in ((15, date(2026, 1, 1)), (16, date(2026, 4, 16))):
        second = post(days=DayRange(date(2026, 4, begun)))
        kari = assistant("Kari", posts=(second, first))
        assert employed_since(kari, away(), on=date(2026, 6, 1), longest_break=14) == since


def test_who_is_not_employed_any_more_is_employed_since_no_day() -> None:
    left = assistant("Kari", posts=(post(days=DayRange(date(2026, 1, 1), date(2026, 3, 31))),))
    for on, since in ((date(2026, 4, 15), date(2026, 1, 1)), (date(2026, 4, 16), None)):
        assert employed_since(left, away(), on=on, longest_break=14) == since
    assert employed_since(left, away(), on=date(2025, 6, 1), longest_break=14) is None


@pytest.mark.parametrize(("apart", "since"), [(15, 0), (16, 16)])
def test_who_is_on_call_is_employed_as_long_as_they_work(apart: int, since: int) -> None:
    kari = assistant("Kari", posts=(post("0", kind=EmploymentKind.ON_CALL),))
    known = away(work=at_work(0, apart))
    on = MONDAY + timedelta(apart + 1)
    assert employed_since(kari, known, on=on, longest_break=14) == MONDAY + timedelta(since)
