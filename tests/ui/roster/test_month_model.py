"""A month and four weeks: which days they hold, and what each day holds, against a slow count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.holidays import Holiday
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span, Week, clock_span
from bpa_desktop.i18n import Language
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.ui.roster.month_model import DayFigures, MonthModel, Stretch, build_month
from bpa_desktop.ui.roster.month_wording import day_spoken, sentence, title
from tests.ui.desks import HOME, week_49

TODAY = date(2026, 11, 24)
DECEMBER = Stretch.of_month(date(2026, 12, 2))
_DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))
_SHIFTS = st.lists(
    st.tuples(
        st.integers(-3, 40), st.integers(0, 23), st.integers(1, 40), st.sampled_from([None, "kari", "ola", "amina"])
    ),
    max_size=20,
)


def planned(lines: list[tuple[int, int, int, str | None]]) -> Roster:
    """Return a roster of shifts so many days and hours after 30 November."""
    start = datetime.combine(DECEMBER.days[0], time(0), HOME.zone)
    shifts = (
        Shift(f"s{place}", Span(begins, begins + timedelta(hours=long)), who)
        for place, (day, hour, long, who) in enumerate(lines)
        for begins in [start + timedelta(days=day, hours=hour)]
    )
    return replace(week_49(), shifts=tuple(shifts))


def day_of(model: MonthModel, day: date) -> DayFigures:
    return next(one for one in model.days if one.day == day)


@given(_DAYS)
def test_a_month_is_shown_in_whole_weeks_and_no_more(day: date) -> None:
    stretch = Stretch.of_month(day)
    of_month = [one for one in stretch.days if (one.year, one.month) == (day.year, day.month)]
    assert [one for one in stretch.days if one in stretch.own_days] == of_month
    assert of_month[0].day == 1
    assert (of_month[-1] + timedelta(days=1)).day == 1
    assert all(any(one in stretch.own_days for one in week.days) for week in stretch.weeks)
    assert [one - stretch.days[0] for one in stretch.days] == [timedelta(days=n) for n in range(len(stretch.days))]


@given(_DAYS, st.integers(-30, 30), st.booleans())
def test_so_many_steps_forth_and_back_lead_to_the_same_days(day: date, steps: int, month: bool) -> None:
    stretch = Stretch.of_month(day) if month else Stretch.of_four_weeks(day)
    assert stretch.later(steps).later(-steps) == stretch


@given(_DAYS, _DAYS, st.booleans())
def test_every_day_is_held_by_a_step_of_the_same_kind(shown: date, day: date, month: bool) -> None:
    stretch = Stretch.of_month(shown) if month else Stretch.of_four_weeks(shown)
    found = stretch.holding(day)
    assert day in found.own_days
    assert (found.month is None, month or len(found.weeks)) == (not month, month or 4)
    if not month:
        assert (found.days[0] - stretch.days[0]).days % 28 == 0


@given(_SHIFTS)
def test_each_day_holds_what_a_slow_count_finds(lines: list[tuple[int, int, int, str | None]]) -> None:
    roster = planned(lines)
    model = build_month(roster, DECEMBER, today=TODAY)
    names = {"kari": "Kari", "ola": "Ola", "amina": "Amina"}
    for day in model.days:
        begun = [one for one in roster.shifts if one.span.start.astimezone(HOME.zone).date() == day.day]
        away = [one for one in begun if one.assistant == "ola" and roster.absences[0].span.overlaps(one.span)]
        still_open = [one for one in begun if one.assistant is None or one in away]
        come = {names[one.assistant] for one in begun if one not in still_open and one.assistant is not None}
        assert (day.shifts, day.open_shifts) == (len(begun), len(still_open))
        assert {comer.name for comer in day.comers} == come
        assert len(day.comers) == len(come)
    assert model.planned == sum((_hours_in_december(one.span) for one in roster.shifts), Decimal(0))


def _hours_in_december(span: Span) -> Decimal:
    begin = datetime(2026, 12, 1, tzinfo=HOME.zone)
    quarters = (begin + timedelta(minutes=15 * n) for n in range(31 * 24 * 4))
    return Decimal(sum(span.contains(quarter) for quarter in quarters)) / 4


def test_training_covers_no_need_and_is_not_planned_for_one() -> None:
    roster = week_49()
    training = replace(roster.shifts_by_id["w49-wed-day"], kind=ShiftKind.TRAINING)
    model = build_month(roster.with_shift(training), DECEMBER, today=TODAY)
    assert model.planned == Decimal(70)
    assert day_of(model, date(2026, 12, 2)).shifts == 2


def test_those_who_come_stand_in_the_order_of_time_with_their_place_in_the_team() -> None:
    monday = day_of(build_month(week_49(), DECEMBER, today=TODAY), date(2026, 11, 30))
    assert [(comer.name, comer.colour) for comer in monday.comers] == [("Kari", 0), ("Ola", 1)]


def test_a_finding_counts_once_on_each_day_it_is_about() -> None:
    rest = Finding("daily_rest", Weight.MUST, "kari", ("w49-mon-day", "w49-tue-eve", "w49-mon-day"), None)
    late = Finding("late_to_early", Weight.SHOULD, "kari", ("w49-tue-eve",), None)
    contract = Finding("contract_hours", Weight.SHOULD, "kari", ("w49-mon-day",), None)
    told = Finding("open_shift", Weight.MUST, None, ("w49-fri-eve",), None)
    model = build_month(week_49(), DECEMBER, today=TODAY, findings=(rest, late, contract, told))
    figures = [(day.musts, day.shoulds) for day in model.days[:7]]
    assert figures == [(1, 0), (1, 1), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)]


def test_a_need_counts_on_its_day_unless_an_open_shift_tells_of_it() -> None:
    evening = week_49().shifts_by_id["w49-fri-eve"].span
    told = Finding("uncovered_need", Weight.SHOULD, None, (), evening)
    night = clock_span(date(2026, 12, 9), time(22), end=time(8), zone=HOME.zone)
    model = build_month(
        week_49(), DECEMBER, today=TODAY, findings=(told, Finding("uncovered_need", Weight.SHOULD, None, (), night))
    )
    assert {day.day: day.uncovered for day in model.days if day.uncovered} == {date(2026, 12, 9): 1}
    assert day_of(model, date(2026, 12, 9)).has_problem


def test_today_holidays_and_other_months_are_told_apart() -> None:
    model = build_month(week_49(), DECEMBER, today=date(2026, 12, 25))
    christmas = day_of(model, date(2026, 12, 25))
    assert (christmas.holidays, christmas.is_red, christmas.is_today) == ((Holiday.CHRISTMAS_DAY,), True, True)
    assert not day_of(model, date(2026, 11, 30)).is_own
    assert not day_of(model, date(2027, 1, 1)).is_own


def test_a_day_says_everything_in_words() -> None:
    english = Language("en")
    model = build_month(week_49(), DECEMBER, today=date(2026, 12, 4))
    assert day_spoken(english, day_of(model, date(2026, 12, 4))) == (
        "Friday 4 December, week 49, today, 2 shifts, 2 of them open"
    )
    assert day_spoken(english, day_of(model, date(2026, 12, 2))) == (
        "Wednesday 2 December, week 49, 2 shifts, Ola, Per"
    )


def test_it_leads_with_a_title_and_a_sentence() -> None:
    english = Language("en")
    month = build_month(week_49(), DECEMBER, today=TODAY)
    assert title(english, month) == "December 2026"
    assert sentence(english, month) == "76 hours planned · 10 shifts · 2 open shifts"
    four = build_month(week_49(), Stretch.of_four_weeks(date(2026, 12, 2)), today=TODAY)
    assert title(english, four) == "Weeks 49 to 52 · 30 Nov – 27 Dec 2026"
    assert sentence(english, four) == "90 hours planned · 12 shifts · 2 open shifts"
    empty = build_month(week_49(), Stretch.of_month(date(2027, 2, 1)), today=TODAY)
    assert sentence(english, empty) == "Nothing is planned here. Choose a day and press Enter."
    assert four.stretch.weeks[0] == Week(2026, 49)
