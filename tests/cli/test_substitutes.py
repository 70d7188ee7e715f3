"""Who can take a shift, by the command line: who is left out and by which code, and who stands above whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import DayRange, shifted_days
from bpa_desktop.domain.substitute import Answer, Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant, EmploymentKind, Grade
from bpa_desktop.interchange.roster_file import write_roster
from tests.cli.conftest import Call
from tests.rosters import OSLO, absence, arrangement, assistant, at, post, roster, said, shift

AT = "2026-12-04T07:00:00+01:00"
OPEN = shift("fri 15:00", "22:00", None)
ANNE, BERIT = assistant("Anne"), assistant("Berit")
ON_CALL, TEMPORARY = EmploymentKind.ON_CALL, EmploymentKind.TEMPORARY
BORN_ON_FRIDAY = date(2008, 12, 4)
Rank = Callable[..., Any]


@pytest.fixture
def rank(call: Call) -> Rank:
    """Return a function that writes a roster as a file and ranks the team for its open shift."""

    def ranking(plan: Roster, *, shift_id: str = OPEN.id) -> Any:
        outcome = call("substitutes", "-", "--shift", shift_id, "--at", AT, "--json", stdin=write_roster(plan))
        assert outcome.err == ""
        data = outcome.data
        named = [one["assistant"] for one in (*data["candidates"], *data["excluded"])]
        assert sorted(named) == sorted(one.id for one in plan.assistants)
        assert outcome.status == (0 if data["candidates"] else 1)
        return data

    return ranking


def team_of(*team: Assistant, shifts: tuple[Shift, ...] = (), wanted: Shift = OPEN) -> Roster:
    """Return a roster with an open shift and a team."""
    return roster(wanted, *shifts, team=team)


def weeks(days: str, start: str, end: str, *, back: range) -> tuple[Shift, ...]:
    """Return Anne's shifts on some days of the weeks so many weeks back."""
    plans = [shift(f"{day} {start}", end, "anne") for day in days.split()]
    return tuple(
        replace(plan, id=f"{plan.id}-{week}", span=shifted_days(plan.span, -7 * week, zone=OSLO))
        for week in back
        for plan in plans
    )


FOUR_NINES = tuple(shift(f"{day} 07:00", "16:00", "anne") for day in ("mon", "tue", "wed", "thu"))
AVERAGED = arrangement(AgreementLevel.INDIVIDUAL, averaging=8)


@pytest.mark.parametrize(
    ("code", "plan"),
    [
        ("double_booking", team_of(ANNE, BERIT, shifts=(shift("fri 21:45", "23:00", "anne"),))),
        ("absent", replace(team_of(ANNE, BERIT), absences=(absence("anne", "fri 21:45", "sat 12:00"),))),
        (
            "unavailable",
            replace(team_of(ANNE, BERIT), availability=(said("anne", Grade.CANNOT, start="fri 21:45", end="23:00"),)),
        ),
        ("unavailable", team_of(assistant("Anne", posts=(post(days=DayRange(None, date(2026, 12, 3))),)), BERIT)),
        ("unavailable", team_of(assistant("Anne", posts=(post(days=DayRange(date(2026, 12, 5))),)), BERIT)),
        ("daily_rest", team_of(ANNE, BERIT, shifts=(shift("sat 08:45", "12:00", "anne"),))),
        ("daily_hours", team_of(ANNE, BERIT, shifts=(shift("fri 08:00", "14:15", "anne"),))),
        (
            "weekly_rest",
            team_of(
                ANNE,
                BERIT,
                shifts=tuple(
                    shift(f"{day} 15:00", "19:00", "anne") for day in ("mon", "tue", "wed", "thu", "sat", "sun")
                ),
            ),
        ),
        ("overtime_week", team_of(ANNE, BERIT, shifts=(*FOUR_NINES, shift("fri 07:00", "14:30", "anne")))),
        (
            "overtime_four_weeks",
            team_of(
                ANNE,
                BERIT,
                shifts=(*FOUR_NINES, *weeks("mon tue wed thu fri", "07:00", "16:30", back=range(1, 4))),
            ),
        ),
        (
            "sunday_rest",
            team_of(
                ANNE,
                BERIT,
                wanted=shift("sun 10:00", "15:00", None),
                shifts=weeks("sun", "10:00", "15:00", back=range(1, 2)),
            ),
        ),
        (
            "under_18",
            team_of(
                assistant("Anne", born=BORN_ON_FRIDAY + timedelta(days=1)),
                BERIT,
                wanted=shift("fri 16:00", "23:15", None),
            ),
        ),
        ("skills", team_of(ANNE, assistant("Berit", skills=("lift",)), wanted=replace(OPEN, skills=("lift",)))),
        (
            "never_together",
            team_of(
                replace(ANNE, never_with=("cato",)),
                BERIT,
                assistant("Cato"),
                shifts=(shift("fri 21:45", "23:00", "cato"),),
            ),
        ),
        (
            "never_together",
            team_of(
                ANNE,
                BERIT,
                replace(assistant("Cato"), never_with=("anne",)),
                shifts=(shift("fri 21:45", "23:00", "cato"),),
            ),
        ),
        (
            "weekly_hours",
            team_of(
                ANNE,
                BERIT,
                shifts=(
                    *FOUR_NINES,
                    *weeks("mon tue wed thu fri sat", "07:00", "15:20", back=range(1, 8)),
                ),
            ),
        ),
    ],
)
def test_who_would_break_something_is_left_out_by_its_code(rank: Rank, code: str, plan: Roster) -> None:
    wanted = next(one for one in plan.shifts if one.assistant is None)
    data = rank(plan, shift_id=wanted.id)
    reasons = {one["assistant"]: [reason["code"] for reason in one["reasons"]] for one in data["excluded"]}
    assert code in reasons["anne"]
    assert "berit" in [one["assistant"] for one in data["candidates"]]
    texts = [reason["text"] for one in data["excluded"] for reason in one["reasons"]]
    assert all(texts)


@pytest.mark.parametrize(
    "plan",
    [
        team_of(ANNE, shifts=(shift("fri 22:00", "23:00", "anne"),)),
        replace(team_of(ANNE), absences=(absence("anne", "fri 22:00", "sat 12:00"),)),
        replace(team_of(ANNE), absences=(absence("anne", "fri 08:00", "sat 12:00", grade="50"),)),
        replace(team_of(ANNE), availability=(said("anne", Grade.CANNOT, start="fri 22:00", end="23:00"),)),
        team_of(assistant("Anne", posts=(post(days=DayRange(None, date(2026, 12, 4))),))),
        team_of(assistant("Anne", posts=(post(days=DayRange(date(2026, 12, 4))),))),
        team_of(ANNE, shifts=(shift("sat 09:00", "12:00", "anne"),)),
        team_of(ANNE, shifts=(shift("fri 09:00", "14:00", "anne"),)),
        team_of(ANNE, shifts=(*FOUR_NINES, shift("fri 12:00", "15:00", "anne"))),
        team_of(
            ANNE, wanted=shift("sun 10:00", "15:00", None), shifts=weeks("sun", "10:00", "15:00", back=range(2, 3))
        ),
        team_of(assistant("Anne", born=BORN_ON_FRIDAY), wanted=shift("fri 16:00", "23:15", None)),
        team_of(assistant("Anne", born=BORN_ON_FRIDAY + timedelta(days=1)), wanted=shift("fri 16:00", "23:00", None)),
        team_of(replace(ANNE, never_with=("cato",)), assistant("Cato"), shifts=(shift("fri 22:00", "23:00", "cato"),)),
        team_of(
            replace(ANNE, never_with=("cato",)),
            assistant("Cato"),
            shifts=(shift("fri 16:00", "23:00", "cato", kind=ShiftKind.STANDBY_HOME),),
        ),
    ],
)
def test_what_is_only_just_lawful_leaves_nobody_out(rank: Rank, plan: Roster) -> None:
    wanted = next(one for one in plan.shifts if one.assistant is None)
    assert "anne" in [one["assistant"] for one in rank(plan, shift_id=wanted.id)["candidates"]]


def asked(who: str, *, times: int, days_ago: int) -> SubstituteRequest:
    """Return a search that is over, in which somebody was asked so often."""
    moment = at("fri 06:00") - timedelta(days=days_ago)
    asks = tuple(Ask(who, moment + timedelta(minutes=n), Channel.PHONE, Answer.NO) for n in range(times))
    return SubstituteRequest(f"r-{who}-{days_ago}", OPEN.id, RequestState.WITHDRAWN, asks=asks)


def busy(*days: str, who: str = "berit") -> tuple[Shift, ...]:
    """Return an hour at noon on some days."""
    return tuple(shift(f"{day} 12:00", "13:00", who) for day in days)


LATE_BEFORE = shift("fri 00:00", "02:30", "berit")
PAIRS: dict[str, Roster] = {
    "the free backup, whatever else": team_of(
        assistant("Zoe", posts=(post("0", kind=ON_CALL),), preference=1),
        assistant("Berit", preference=5),
        wanted=replace(OPEN, backup="zoe"),
    ),
    "without overtime before with": team_of(
        assistant("Zoe", posts=(post("0", kind=ON_CALL),), preference=1),
        assistant("Berit", preference=5),
        shifts=tuple(shift(f"{day} 08:00", "17:00", "berit") for day in ("mon", "tue", "wed", "thu")),
    ),
    "permanent before temporary": team_of(
        assistant("Zoe", preference=1), assistant("Berit", posts=(post(kind=TEMPORARY),), preference=5)
    ),
    "temporary before on call": team_of(
        assistant("Zoe", posts=(post(kind=TEMPORARY),), preference=1),
        assistant("Berit", posts=(post("0", kind=ON_CALL),), preference=5),
    ),
    "a permanent part-timer before on call who wants": replace(
        team_of(assistant("Zoe", preference=1), assistant("Berit", posts=(post("0", kind=ON_CALL),), preference=5)),
        availability=(said("berit", Grade.WANTS, start="fri 15:00", end="22:00"),),
    ),
    "who wants before who can": replace(
        team_of(assistant("Zoe", preference=1), assistant("Berit", preference=5)),
        availability=(said("zoe", Grade.WANTS, start="fri 15:00", end="22:00"),),
    ),
    "who can before who can a part": replace(
        team_of(assistant("Zoe"), assistant("Berit", preference=5)),
        availability=(said("berit", Grade.PART, start="fri 15:00", end="22:00"),),
    ),
    "a part before ask first": replace(
        team_of(assistant("Zoe"), assistant("Berit", preference=5)),
        availability=(
            said("zoe", Grade.PART, start="fri 15:00", end="22:00"),
            said("berit", Grade.ASK_FIRST, start="fri 15:00", end="22:00"),
        ),
    ),
    "the preferred before hours, and before the part-timer": team_of(
        assistant("Zoe", posts=(post("100"),), preference=4), assistant("Berit", preference=3)
    ),
    "the part-timer before the full-timer": team_of(
        assistant("Zoe", posts=(post("60"), post("20"))), assistant("Berit", posts=(post("60"), post("40")))
    ),
    "who has hours left before who has not": team_of(
        assistant("Zoe"),
        assistant("Berit"),
        shifts=tuple(shift(f"{day} 08:00", "14:00", "berit") for day in ("mon", "tue")),
    ),
    "the cheaper before the dearer": team_of(
        assistant("Zoe", posts=(post(wage="200"),)), assistant("Berit", posts=(post(wage="300"),))
    ),
    "who knows the shift before who does not": team_of(
        assistant("Zoe"), assistant("Berit"), shifts=(shift("2026-11-06 15:00", "22:00", "zoe"),)
    ),
    "the short way before the long one": team_of(
        replace(assistant("Zoe"), travel_minutes=10), replace(assistant("Berit"), travel_minutes=45)
    ),
    "the rested before who would work many days in a row": team_of(
        assistant("Zoe"),
        assistant("Berit"),
        shifts=(*busy("mon", "tue", "wed", "thu"), *busy("mon", "wed", "sat", "sun", who="zoe")),
    ),
    "who was not asked before who was": replace(
        team_of(assistant("Zoe"), assistant("Berit")), requests=(asked("berit", times=1, days_ago=5),)
    ),
    "who was asked long ago before who was lately": replace(
        team_of(assistant("Zoe"), assistant("Berit")),
        requests=(asked("berit", times=1, days_ago=5), asked("zoe", times=1, days_ago=200)),
    ),
    "who is no backup for another shift before who is": team_of(
        assistant("Zoe"),
        assistant("Berit"),
        shifts=(replace(shift("sat 08:00", "12:00", None), id="other", backup="berit"),),
    ),
    "by name where nothing else tells": team_of(
        assistant("Zoe"), replace(assistant("Aase"), id="berit", name="Zoe B"), shifts=()
    ),
}


@pytest.mark.parametrize("plan", PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize("turned", [False, True], ids=["as written", "turned round"])
def test_zoe_stands_above_berit(rank: Rank, plan: Roster, turned: bool) -> None:
    """Whatever order the file has them in; the names alone would put Berit first in all but the last."""
    team = plan.assistants[::-1] if turned else plan.assistants
    found = [one["assistant"] for one in rank(replace(plan, assistants=team))["candidates"]]
    assert found == ["zoe", "berit"]


def test_fewer_weekends_stand_above_more_on_a_weekend_only(rank: Rank) -> None:
    wanted = shift("sat 15:00", "20:00", None)
    worked = (shift("2026-11-21 12:00", "13:00", "berit"), shift("2026-11-19 12:00", "13:00", "zoe"))
    plan = team_of(assistant("Zoe"), assistant("Berit"), shifts=worked, wanted=wanted)
    data = rank(plan, shift_id=wanted.id)
    assert [one["assistant"] for one in data["candidates"]] == ["zoe", "berit"]
    assert "weekends_worked" in [reason["code"] for reason in data["candidates"][1]["reasons"]]
    on_friday = rank(replace(plan, shifts=(OPEN, *worked)))
    assert [one["assistant"] for one in on_friday["candidates"]] == ["berit", "zoe"]


def test_averaged_hours_leave_out_whom_the_whole_period_has_no_room_for(rank: Rank) -> None:
    full = weeks("mon tue wed thu fri", "07:00", "15:00", back=range(1, 9))
    team = (ANNE, BERIT)
    day_off = shift("2026-10-05 08:00", "12:00", "berit")
    plan = roster(
        OPEN, *full, *FOUR_NINES, shift("2026-12-27 08:00", "09:00", "berit"), day_off, team=team, place=AVERAGED
    )
    excluded = {one["assistant"]: [each["code"] for each in one["reasons"]] for one in rank(plan)["excluded"]}
    assert "averaged_hours" in excluded["anne"]
    less = replace(plan, shifts=tuple(one for one in plan.shifts if one not in full[:5]))
    assert "anne" in [one["assistant"] for one in rank(less)["candidates"]]


def test_the_whole_period_is_that_of_the_data_and_not_of_the_candidates_own_shifts(rank: Rank) -> None:
    """Six weeks of 48 hours and one of 43 are 41.4 a week over eight, the first of which Anne was off."""
    full = weeks("mon tue wed thu fri sat", "07:00", "15:00", back=range(1, 7))
    long_ago = shift("2026-10-05 08:00", "12:00", "berit")
    plan = roster(OPEN, *full, *FOUR_NINES, long_ago, team=(ANNE, BERIT), place=AVERAGED)
    excluded = {one["assistant"]: [each["code"] for each in one["reasons"]] for one in rank(plan)["excluded"]}
    assert excluded == {"anne": ["averaged_hours"]}


def test_the_extra_cost_has_its_parts_by_the_pay_agreement(rank: Rank) -> None:
    place = replace(arrangement(), pay_agreement="virke-bpa")
    wanted = shift("sat 15:00", "23:00", None)
    busy_week = tuple(shift(f"{day} 08:00", "16:00", "berit") for day in ("mon", "tue", "wed", "thu"))
    team = (assistant("Zoe", posts=(post(wage="200"),)), assistant("Berit", posts=(post(wage="200"),)))
    data = rank(roster(wanted, *busy_week, team=team, place=place), shift_id=wanted.id)
    costs = {one["assistant"]: one for one in data["candidates"]}
    parts = {who: {part["kind"]: part["amount"] for part in one["cost_parts"]} for who, one in costs.items()}
    assert parts["zoe"] == {"base": "1600.00", "evening_night": "360.00", "weekend": "456.00"}
    assert costs["zoe"]["cost_delta"] == "2416.00"
    # 2.5 hours above 37.5, by the law's 40 percent: the agreement has no figure of its own
    assert parts["berit"] == {
        **parts["zoe"],
        "overtime": "200.00",
    }
    assert costs["berit"]["cost_delta"] == "2616.00"


def test_without_a_pay_agreement_it_is_the_wage_times_the_hours(rank: Rank) -> None:
    data = rank(team_of(assistant("Zoe", posts=(post(wage="213.38"),)), BERIT))
    costs = {one["assistant"]: one["cost_delta"] for one in data["candidates"]}
    assert costs == {"zoe": "1493.66", "berit": None}


def test_an_agreement_that_is_not_known_is_none(rank: Rank) -> None:
    place = replace(arrangement(), pay_agreement="nothing")
    data = rank(roster(OPEN, team=(assistant("Zoe", posts=(post(wage="200"),)),), place=place))
    assert data["candidates"][0]["cost_delta"] == "1400.00"


def test_the_users_preference_is_no_reason_that_is_told(rank: Rank) -> None:
    data = rank(team_of(assistant("Zoe", preference=5), assistant("Berit", preference=1)))
    assert "prefer" not in str(data)
