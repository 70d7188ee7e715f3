"""Who can take a shift, in what order, and why; who cannot, and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import DayRange
from bpa_desktop.domain.substitute import Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant, EmploymentKind, Grade
from bpa_desktop.ranking.result import Candidate, Excluded, Ranking, Reason
from bpa_desktop.ranking.standing import Terms
from bpa_desktop.ranking.substitutes import rank
from tests.rosters import MONDAY, absence, asker_week_49, assistant, at, post, roster, said, shift

LIMITS = shipped_limits()
NOW = at("fri 07:00")
OPEN = shift("fri 15:00", "22:00", None)
TEMPORARY, ON_CALL = EmploymentKind.TEMPORARY, EmploymentKind.ON_CALL


def ranked(plan: Roster, shift_id: str = OPEN.id) -> Ranking:
    """Return the ranking for a shift on Friday morning."""
    return rank(plan, shift_id, terms=Terms(LIMITS), at=NOW)


def order(plan: Roster, shift_id: str = OPEN.id) -> list[str]:
    """Return the candidates' ids in order."""
    return [candidate.assistant for candidate in ranked(plan, shift_id).candidates]


def why_not(plan: Roster, who: str, shift_id: str = OPEN.id) -> list[str]:
    """Return the codes that exclude somebody."""
    (excluded,) = [one for one in ranked(plan, shift_id).excluded if one.assistant == who]
    return [reason.code for reason in excluded.reasons]


def candidate(plan: Roster, who: str, shift_id: str = OPEN.id) -> Candidate:
    """Return a candidate by id."""
    (found,) = [one for one in ranked(plan, shift_id).candidates if one.assistant == who]
    return found


def reason(plan: Roster, who: str, code: str) -> Reason | None:
    """Return a candidate's reason by code, or None."""
    return next((one for one in candidate(plan, who).reasons if one.code == code), None)


def plan_of(*team: Assistant, shifts: tuple[Shift, ...] = ()) -> Roster:
    """Return a roster with an open Friday evening and a team."""
    return roster(OPEN, *shifts, team=team)


def test_friday_evening_of_the_example_can_be_taken_by_four_in_this_order() -> None:
    assert order(asker_week_49(), "fri-15.00-open") == ["kari", "amina", "per", "ingrid"]
    assert [one.rank for one in ranked(asker_week_49(), "fri-15.00-open").candidates] == [1, 2, 3, 4]


def test_friday_evening_of_the_example_cannot_be_taken_by_two_for_these_reasons() -> None:
    assert why_not(asker_week_49(), "ola", "fri-15.00-open") == ["absent"]
    assert why_not(asker_week_49(), "jonas", "fri-15.00-open") == ["skills"]


def test_friday_day_of_the_example_leaves_out_who_was_planned() -> None:
    ranking = ranked(asker_week_49(), "fri-08.00-ola")
    assert [one.assistant for one in ranking.candidates] == ["kari", "per", "ingrid"]
    assert [one.assistant for one in ranking.excluded] == ["amina", "jonas"]
    assert "daily_rest" in why_not(asker_week_49(), "amina", "fri-08.00-ola")


def test_an_excluding_reason_bears_the_finding() -> None:
    (excluded,) = [one for one in ranked(asker_week_49(), "fri-08.00-ola").excluded if one.assistant == "amina"]
    rest = next(one for one in excluded.reasons if one.code == "daily_rest")
    assert rest.finding is not None
    assert rest.finding.measured == 10
    assert rest.finding.limit == 11


def test_a_shift_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        ranked(asker_week_49(), "nonsense")


KARI, OLA = assistant("Kari"), assistant("Ola")


@pytest.mark.parametrize(
    ("code", "plan"),
    [
        ("double_booking", plan_of(KARI, OLA, shifts=(shift("fri 20:00", "23:00"),))),
        ("daily_rest", plan_of(KARI, OLA, shifts=(shift("sat 08:00", "12:00"),))),
        (
            "weekly_rest",
            plan_of(
                KARI,
                OLA,
                shifts=tuple(shift(f"{day} 15:00", "20:00") for day in ("mon", "tue", "wed", "thu", "sat", "sun")),
            ),
        ),
        ("daily_hours", plan_of(KARI, OLA, shifts=(shift("fri 08:00", "15:00"),))),
        ("unavailable", plan_of(assistant("Kari", posts=(post(days=DayRange(None, MONDAY)),)), OLA)),
        (
            "unavailable",
            replace(plan_of(KARI, OLA), availability=(said("kari", Grade.CANNOT, start="fri 21:00", end="23:00"),)),
        ),
        ("absent", replace(plan_of(KARI, OLA), absences=(absence("kari", "fri 21:00", "sat 12:00"),))),
    ],
)
def test_a_breach_that_the_shift_itself_would_cause_excludes(code: str, plan: Roster) -> None:
    assert code in why_not(plan, "kari")
    assert order(plan) == ["ola"]


@pytest.mark.parametrize(
    ("start", "end", "is_told"),
    [
        ("fri 01:00", "fri 04:30", True),
        ("sat 08:00", "10:00", True),
        ("fri 01:00", "fri 04:00", False),
        ("sat 09:00", "10:00", False),
    ],
)
def test_who_is_the_backup_of_a_shift_within_the_daily_rest_is_told_to_be(start: str, end: str, is_told: bool) -> None:
    other = replace(shift(start, end, None), id="else", backup="kari")
    told = reason(plan_of(KARI, OLA, shifts=(other,)), "kari", "backup_elsewhere")
    assert (told is not None) is is_told


def test_a_breach_that_is_there_already_excludes_nobody() -> None:
    short_rest = (shift("mon 15:00", "22:00"), shift("tue 07:00", "12:00"))
    assert order(plan_of(KARI, shifts=short_rest)) == ["kari"]


def test_a_week_that_lacks_its_rest_already_lacks_no_more_of_it() -> None:
    every_day = tuple(shift(f"{day} 10:00", "12:00") for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    assert order(plan_of(KARI, shifts=every_day)) == ["kari"]


def test_a_breach_that_gets_worse_excludes() -> None:
    worked = tuple(shift(f"{day} 15:00", "20:00") for day in ("mon", "tue", "wed", "thu", "sat"))
    long = (*worked, shift("sun 06:00", "09:00"))
    assert "weekly_rest" in why_not(plan_of(KARI, shifts=long), "kari")


def test_of_who_has_no_post_listed_nothing_is_known_and_they_stand_last() -> None:
    assert order(plan_of(assistant("Anne", posts=()), assistant("Berit", posts=(post("0", kind=ON_CALL),)))) == [
        "berit",
        "anne",
    ]


def test_the_free_backup_stands_first_and_the_busy_one_nowhere() -> None:
    backed = replace(OPEN, backup="per")
    team = (KARI, assistant("Per", posts=(post("0", kind=ON_CALL),), preference=1))
    assert order(roster(backed, team=team)) == ["per", "kari"]
    assert reason(roster(backed, team=team), "per", "backup")
    busy = roster(backed, shift("fri 16:00", "17:00", "per"), team=team)
    assert order(busy) == ["kari"]


def test_without_overtime_stands_before_with_whatever_the_post() -> None:
    week = tuple(shift(f"{day} 08:00", "17:00") for day in ("mon", "tue", "wed", "thu"))
    plan = plan_of(assistant("Kari", preference=5), assistant("Zoe", posts=(post("0", kind=ON_CALL),)), shifts=week)
    assert order(plan) == ["zoe", "kari"]
    overtime = reason(plan, "kari", "would_be_overtime")
    assert overtime is not None
    assert overtime.fact("hours") == 3
    assert reason(plan, "kari", "part_time_priority") is None


def test_a_day_above_the_ordinary_is_overtime_too() -> None:
    plan = plan_of(KARI, shifts=(shift("fri 11:00", "14:00"),))
    overtime = reason(plan, "kari", "would_be_overtime")
    assert overtime is not None
    assert overtime.fact("hours") == 1


def test_permanent_stands_before_temporary_before_on_call_whatever_the_preference() -> None:
    team = (
        assistant("Anne", posts=(post("0", kind=ON_CALL),), preference=5),
        assistant("Berit", posts=(post("20", kind=TEMPORARY),), preference=5),
        assistant("Cato", posts=(post("20"),), preference=1),
    )
    assert order(plan_of(*team)) == ["cato", "berit", "anne"]


def test_who_wants_stands_before_who_can_before_part_before_ask_first() -> None:
    team = tuple(assistant(name, preference=preference) for preference, name in enumerate(("D", "C", "B", "A"), 1))
    grades = ((Grade.ASK_FIRST, "a"), (Grade.PART, "b"), (Grade.WANTS, "d"))
    entries = tuple(said(who, grade, start="fri 15:00", end="22:00") for grade, who in grades)
    plan = replace(plan_of(*team), availability=entries)
    assert order(plan) == ["d", "c", "b", "a"]
    assert [one.grade for one in ranked(plan).candidates] == [Grade.WANTS, Grade.CAN, Grade.PART, Grade.ASK_FIRST]


def test_the_worst_that_is_said_of_a_part_counts_and_wants_only_for_the_whole() -> None:
    wants = said("kari", Grade.WANTS, start="fri 15:00", end="21:00")
    rest = said("kari", Grade.WANTS, start="fri 21:00", end="23:00")
    part = said("kari", Grade.PART, start="fri 21:59", end="23:00")
    for entries, grade in (((wants,), Grade.CAN), ((rest, wants), Grade.WANTS), ((wants, rest, part), Grade.PART)):
        assert candidate(replace(plan_of(KARI), availability=entries), "kari").grade is grade


def test_the_users_preference_comes_after_the_grade_and_before_the_weights() -> None:
    team = (assistant("Anne", posts=(post("80"),), preference=2), assistant("Berit", posts=(post("10"),), preference=4))
    assert order(plan_of(*team)) == ["berit", "anne"]


def test_who_has_fewer_hours_against_the_contract_stands_first_then_who_was_asked_less() -> None:
    fuller = plan_of(assistant("Anne"), assistant("Berit"), shifts=(shift("mon 08:00", "15:00", "anne"),))
    assert order(fuller) == ["berit", "anne"]
    asked = SubstituteRequest("r", "other", RequestState.UNFILLED, asks=(Ask("anne", at("thu 12:00"), Channel.PHONE),))
    assert order(replace(plan_of(assistant("Anne"), assistant("Berit")), requests=(asked,))) == ["berit", "anne"]


def test_questions_of_the_future_and_of_long_ago_do_not_count() -> None:
    asks = tuple(Ask("kari", at(moment), Channel.PHONE) for moment in ("2025-12-03 12:00", "thu 12:00", "fri 08:00"))
    plan = replace(plan_of(KARI), requests=(SubstituteRequest("r", "other", asks=asks),))
    asked = reason(plan, "kari", "asked_before")
    assert asked is not None
    assert asked.fact("times") == 1


def test_names_and_then_ids_settle_what_is_left() -> None:
    anne, other = assistant("Anne"), replace(assistant("Anne"), id="a-1")
    assert order(plan_of(assistant("Berit"), anne, other)) == ["a-1", "anne", "berit"]


def test_hours_above_the_contract_are_those_of_the_shifts_week() -> None:
    plan = plan_of(
        assistant("Kari", posts=(post("40"),)), shifts=(shift("mon 08:00", "17:00"), shift("mon+1 08:00", "17:00"))
    )
    assert candidate(plan, "kari").extra_hours == 1
    assert candidate(plan_of(assistant("Kari", posts=(post("0", kind=ON_CALL),))), "kari").extra_hours == 7
    assert candidate(plan_of(assistant("Kari", posts=(post("10"), post("6")))), "kari").extra_hours == 1


def test_a_shift_over_two_weeks_is_held_against_both() -> None:
    night = shift("sun 22:00", "06:00", None)
    plan = roster(
        night,
        shift("mon 08:00", "15:00"),
        shift("tue+1 08:00", "15:00"),
        team=(assistant("Kari", posts=(post("20"),)),),
    )
    assert candidate(plan, "kari", night.id).extra_hours == 7 + 8 + 7 - 15


def test_hours_that_the_contract_has_left_are_a_reason() -> None:
    left = reason(plan_of(assistant("Kari", posts=(post("40"),))), "kari", "under_contract")
    assert left is not None
    assert left.fact("hours") == 8
    full = plan_of(assistant("Kari", posts=(post("20"),)), shifts=(shift("mon 08:00", "08:30"),))
    assert reason(full, "kari", "under_contract") is None


def test_only_a_permanent_part_timer_has_priority() -> None:
    for one, has_priority in ((post("99"), True), (post("100"), False), (post("50", kind=TEMPORARY), False)):
        plan = plan_of(assistant("Kari", posts=(one,)))
        assert (reason(plan, "kari", "part_time_priority") is not None) == has_priority


def test_the_wage_where_it_is_known_makes_the_cost() -> None:
    assert candidate(plan_of(assistant("Kari", posts=(post(wage="213.38"),))), "kari").cost_delta == Decimal("1493.66")
    assert candidate(plan_of(KARI), "kari").cost_delta is None


def test_who_held_a_shift_like_it_knows_it() -> None:
    last_week = shift("2026-11-27 15:00", "22:00")
    knows = reason(plan_of(KARI, OLA, shifts=(last_week,)), "kari", "knows_shift")
    assert knows is not None
    assert knows.fact("times") == 1
    assert reason(plan_of(KARI, OLA, shifts=(last_week,)), "ola", "knows_shift") is None
    assert reason(plan_of(KARI, shifts=(shift("2026-11-26 15:00", "22:00"),)), "kari", "knows_shift") is None
    cabin = replace(OPEN, place="cabin")
    there = shift("2026-11-24 08:00", "12:00", place="cabin")
    assert reason(roster(cabin, there, team=(KARI,)), "kari", "knows_shift")


def test_who_has_no_other_shift_that_day_is_free() -> None:
    assert reason(plan_of(KARI), "kari", "free")
    assert reason(plan_of(KARI, shifts=(shift("fri 12:00", "14:00"),)), "kari", "free") is None


def test_a_chosen_substitute_holds_the_shift_and_stands_in_neither_list() -> None:
    request = SubstituteRequest("r", OPEN.id, RequestState.FILLED, chosen="kari")
    ranking = ranked(replace(plan_of(KARI, OLA), requests=(request,)))
    assert [one.assistant for one in ranking.candidates] == ["ola"]
    assert not ranking.excluded


GRADES = st.sampled_from(Grade)
POSTS = st.builds(post, st.sampled_from(["0", "20", "50", "100"]), kind=st.sampled_from(EmploymentKind), wage=st.none())


@st.composite
def teams(draw: st.DrawFn) -> Roster:
    """Draw a roster of some assistants with some shifts round Friday evening."""
    names = draw(st.lists(st.sampled_from(["Anne", "Berit", "Cato", "Dina", "Even"]), min_size=1, unique=True))
    team = tuple(assistant(name, posts=(draw(POSTS),), preference=draw(st.integers(1, 5))) for name in names)
    who = st.sampled_from([one.id for one in team])
    days = draw(
        st.lists(st.tuples(st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), who), max_size=9)
    )
    shifts = tuple(replace(shift(f"{day} 08:00", "14:00", name), id=f"s{n}") for n, (day, name) in enumerate(days))
    entries = tuple(said(one.id, draw(GRADES), start="fri 12:00", end="sat 00:00") for one in team)
    return replace(roster(OPEN, *shifts, team=team), availability=entries)


@given(teams())
def test_everybody_is_in_exactly_one_list_and_the_order_of_records_changes_nothing(plan: Roster) -> None:
    ranking = ranked(plan)
    lists: list[Candidate | Excluded] = [*ranking.candidates, *ranking.excluded]
    named = [one.assistant for one in lists]
    assert sorted(named) == sorted(one.id for one in plan.assistants)
    assert all(one.reasons for one in lists)
    turned = replace(
        plan, assistants=plan.assistants[::-1], shifts=plan.shifts[::-1], availability=plan.availability[::-1]
    )
    assert ranked(turned) == ranking


@given(teams())
def test_the_order_never_lifts_a_later_thing_above_an_earlier(plan: Roster) -> None:
    posts = [EmploymentKind.PERMANENT, EmploymentKind.TEMPORARY, EmploymentKind.ON_CALL]
    keys = []
    for one in ranked(plan).candidates:
        kind = plan.assistants_by_id[one.assistant].employments[0].kind
        codes = {reason.code for reason in one.reasons}
        preference = plan.assistants_by_id[one.assistant].user_preference
        grade = [Grade.WANTS, Grade.CAN, Grade.PART, Grade.ASK_FIRST].index(one.grade)
        keys.append(("would_be_overtime" in codes, posts.index(kind), grade, -preference))
    assert keys == sorted(keys)
    assert [one.rank for one in ranked(plan).candidates] == list(range(1, len(keys) + 1))


def test_who_would_have_more_overtime_than_allowed_is_left_out() -> None:
    days = ("mon", "tue", "wed", "thu")
    plan = plan_of(assistant("Kari"), shifts=tuple(shift(f"{day} 06:00", "16:30", "kari") for day in days))
    assert order(plan) == ["kari"]  # 42 hours and 7: overtime, but no more than ten hours
    more = plan_of(assistant("Kari"), shifts=tuple(shift(f"{day} 06:00", "17:30", "kari") for day in days))
    assert why_not(more, "kari") == ["overtime_week"]


def test_a_year_of_overtime_is_remembered() -> None:
    long = [
        shift(f"{MONDAY - timedelta(days=7 * week - day)} 08:00", "16:30", "kari")
        for week in range(1, 40)
        for day in range(5)
    ]
    sixth = [shift(f"{MONDAY - timedelta(days=7 * week - 5)} 08:00", "10:30", "kari") for week in range(1, 40)]
    plan = plan_of(assistant("Kari"), shifts=(*long, *sixth, shift("mon 07:00", "16:00", "kari")))
    assert order(plan) == ["kari"]  # 195 hours of overtime, and a short week
    full = [shift(f"{day} 07:00", "17:00", "kari") for day in ("tue", "wed", "thu")]
    last = plan_of(assistant("Kari"), shifts=(*plan.shifts[1:], *full))
    assert why_not(last, "kari") == ["overtime_year"]


def test_who_works_on_the_sunday_before_is_left_out_on_the_next() -> None:
    open_sunday = shift("sun 10:00", "15:00", None)
    before = shift("2026-11-29 10:00", "15:00", "kari")
    plan = replace(plan_of(assistant("Kari"), assistant("Ola")), shifts=(open_sunday, before))
    assert order(plan, open_sunday.id) == ["ola"]
    assert why_not(plan, "kari", open_sunday.id) == ["sunday_rest"]


def test_notice_and_breaks_are_no_matter_of_who_takes_the_shift() -> None:
    late = replace(
        shift("fri 15:00", "23:30", None, break_minutes=5), state=ShiftState.PUBLISHED, published_at=at("thu 12:00")
    )
    plan = roster(late, team=(assistant("Kari"),))
    codes = {one.code for one in candidate(plan, "kari", late.id).reasons}
    assert not codes & {"notice", "break"}
