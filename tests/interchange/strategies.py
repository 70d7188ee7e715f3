"""Whole rosters for Hypothesis: every key of the format, every kind, and nights on which the clocks change."""

from __future__ import annotations

import string
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Agreement, AgreementLevel, Arrangement, Regime, SelfCertification, ServiceUse
from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver, Overdraw, WeeklyHours
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.substitute import Answer, Ask, Channel, Outcome, RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant, Availability, Employment, EmploymentKind, Grade

CLOCK_CHANGES = (
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2027, 3, 28, 1, tzinfo=UTC),
    datetime(2027, 10, 31, 1, tzinfo=UTC),
)
ZONES = ("Europe/Oslo", "Arctic/Longyearbyen", "UTC", "Atlantic/Azores", "Africa/Monrovia")

ids = st.text(st.sampled_from(string.ascii_letters + string.digits + "_.-"), min_size=1, max_size=64)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
lists = st.lists(words, max_size=3).map(tuple)
amounts = st.decimals(Decimal(0), Decimal(999_999), places=2)
shares = st.decimals(Decimal(0), Decimal(100), places=1)
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
dates = st.dates(date(1900, 1, 1), date(2199, 12, 31))
near_changes = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes), st.sampled_from(CLOCK_CHANGES), st.integers(-180, 180)
)
instants = near_changes | st.datetimes(datetime(1901, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
spans = st.builds(
    lambda start, length: Span(start, start + length),
    instants,
    st.timedeltas(timedelta(microseconds=1), timedelta(hours=60)),
)


@st.composite
def day_ranges(draw: st.DrawFn, *, begins: bool) -> DayRange:
    """Draw days; where they must begin, a first day is given."""
    first, last = draw(dates if begins else st.none() | dates), draw(st.none() | dates)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return DayRange(first, last)


agreements = st.builds(
    Agreement,
    level=st.sampled_from(AgreementLevel),
    averaging_weeks=st.none() | st.integers(1, 52),
    sunday_averaging=st.booleans(),
    reduced_rest=st.booleans(),
    reference=words,
    days=day_ranges(begins=False),
    collective=words,
)


def arrangements(record_id: str) -> st.SearchStrategy[Arrangement]:
    """Draw an arrangement under an id."""
    return st.builds(
        Arrangement,
        id=st.just(record_id),
        name=words,
        municipality_no=words,
        district=words,
        time_zone=st.sampled_from(ZONES),
        regime=st.sampled_from(Regime),
        agreement=agreements,
        weekly_norm=st.sampled_from([Decimal(norm) for norm in ("40", "38", "37.5", "36", "35.5", "33.6")]),
        tariff=st.none() | words,
        pay_agreement=st.none() | words,
        household_income=st.none() | amounts,
        services=st.lists(st.builds(ServiceUse, words, amounts), max_size=2).map(tuple),
        advice=st.booleans(),
        self_certification=st.sampled_from(SelfCertification),
    )


def awards(record_id: str) -> st.SearchStrategy[Award]:
    """Draw an award under an id."""
    return st.builds(
        Award,
        id=st.just(record_id),
        days=day_ranges(begins=True),
        weekly_hours=st.builds(WeeklyHours, amounts, amounts, amounts),
        account_period=st.sampled_from(AccountPeriod),
        carry_over=st.sampled_from(CarryOver) | amounts,
        overnight_factor=amounts,
        reference=words,
        also_drawn=st.lists(st.sampled_from(ShiftKind), max_size=2).map(tuple),
        overdraw=st.sampled_from(Overdraw),
    )


employments = st.builds(
    Employment,
    days=day_ranges(begins=True),
    kind=st.sampled_from(EmploymentKind),
    percent=shares,
    hourly_wage=st.none() | amounts,
    seniority_from=st.none() | dates,
    employee_no=words,
)


def assistants(record_id: str, team: st.SearchStrategy[str]) -> st.SearchStrategy[Assistant]:
    """Draw an assistant under an id, of a team."""
    return st.builds(
        Assistant,
        id=st.just(record_id),
        name=words,
        birth_date=st.none() | dates,
        phone=words,
        email=words,
        address=words,
        languages=lists,
        skills=lists,
        notes=words,
        user_preference=st.integers(1, 5),
        employments=st.lists(employments, max_size=2).map(tuple),
        travel_minutes=st.none() | st.integers(0, 600),
        never_with=st.lists(team, max_size=2).map(tuple),
        child_days=st.none() | st.integers(0, 30),
    )


def needs(record_id: str) -> st.SearchStrategy[Need]:
    """Draw a need under an id."""
    return st.builds(
        Need,
        id=st.just(record_id),
        weekday=st.integers(1, 7),
        start=clocks,
        end=clocks,
        people=st.integers(1, 4),
        kind=st.sampled_from(ShiftKind),
        skills=lists,
        days=day_ranges(begins=False),
    )


def rotations(record_id: str, team: st.SearchStrategy[str]) -> st.SearchStrategy[Rotation]:
    """Draw a rotation under an id, among a team."""
    line = st.builds(
        RotationLine,
        week=st.integers(1, 4),
        weekday=st.integers(1, 7),
        start=clocks,
        end=clocks,
        assistant=st.none() | team,
        kind=st.sampled_from(ShiftKind),
    )
    return st.builds(
        Rotation,
        id=st.just(record_id),
        name=words,
        weeks=st.integers(4, 12),
        days=day_ranges(begins=True),
        lines=st.lists(line, max_size=2).map(tuple),
    )


def shifts(record_id: str, team: st.SearchStrategy[str], patterns: st.SearchStrategy[str]) -> st.SearchStrategy[Shift]:
    """Draw a shift under an id, among a team."""
    return st.builds(
        Shift,
        id=st.just(record_id),
        span=spans,
        assistant=st.none() | team,
        kind=st.sampled_from(ShiftKind),
        active_minutes=st.none() | st.integers(0, 600),
        break_minutes=st.integers(0, 60),
        state=st.sampled_from(ShiftState),
        published_at=st.none() | instants,
        backup=st.none() | team,
        place=words,
        skills=lists,
        tasks=lists,
        note=words,
        rotation=st.none() | patterns,
        actual=st.none() | spans,
    )


def absences(record_id: str, team: st.SearchStrategy[str]) -> st.SearchStrategy[Absence]:
    """Draw an absence under an id, of a team."""
    return st.builds(
        Absence,
        id=st.just(record_id),
        assistant=team,
        span=spans,
        kind=st.sampled_from(AbsenceKind),
        grade=shares,
        reported_at=st.none() | instants,
        reported_how=st.none() | st.sampled_from(Channel),
        open_ended=st.booleans(),
    )


def requests(
    record_id: str, team: st.SearchStrategy[str], plan: st.SearchStrategy[str]
) -> st.SearchStrategy[SubstituteRequest]:
    """Draw a request under an id, about a plan's shifts, to a team."""
    ask = st.builds(
        Ask,
        assistant=team,
        at=instants,
        channel=st.sampled_from(Channel),
        answer=st.sampled_from(Answer),
        answered_at=st.none() | instants,
        answer_by=st.none() | instants,
        part=st.none() | spans,
        told_at=st.none() | instants,
    )
    return st.builds(
        SubstituteRequest,
        id=st.just(record_id),
        shift=plan,
        state=st.sampled_from(RequestState),
        deadline=st.none() | instants,
        asks=st.lists(ask, max_size=2).map(tuple),
        chosen=st.none() | team,
        outcome=st.sampled_from(Outcome),
    )


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    """Draw a whole roster, of which every reference leads somewhere."""
    fresh = iter(draw(st.lists(ids, min_size=18, max_size=18, unique=True)))

    def some(most: int = 2) -> list[str]:
        return [next(fresh) for _ in range(draw(st.integers(0, most)))]

    team, patterns, plan = some(3), some(), some(3)
    who = st.sampled_from(team) if team else st.nothing()
    what = st.sampled_from(plan) if plan else st.nothing()
    said = st.builds(Availability, st.just(""), who, spans, st.sampled_from(Grade), words)
    return Roster(
        draw(arrangements(next(fresh))),
        awards=tuple(draw(awards(record_id)) for record_id in some()),
        assistants=tuple(draw(assistants(record_id, who)) for record_id in team),
        availability=numbered(draw(st.lists(said, max_size=2)) if team else []),
        needs=tuple(draw(needs(record_id)) for record_id in some()),
        rotations=tuple(draw(rotations(record_id, who)) for record_id in patterns),
        shifts=tuple(
            draw(shifts(record_id, who, st.sampled_from(patterns) if patterns else st.nothing())) for record_id in plan
        ),
        absences=tuple(draw(absences(record_id, who)) for record_id in (some() if team else [])),
        requests=tuple(draw(requests(record_id, who, what)) for record_id in (some() if team and plan else [])),
    )


def numbered(said: list[Availability]) -> tuple[Availability, ...]:
    """Return what was said under the ids that reading a file gives: a file has none for it."""
    return tuple(
        Availability(f"availability-{number}", item.assistant, item.span, item.grade, item.note)
        for number, item in enumerate(said, start=1)
    )
