"""Where a moment stands among the hours, also on the two nights when the clocks change."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from bpa_desktop.domain.span import midnight
from bpa_desktop.ui.roster.hour_axis import HourAxis, hours_of

OSLO = ZoneInfo("Europe/Oslo")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
ORDINARY = HourAxis(OSLO)


def at(day: date, hours: float) -> datetime:
    """Return the moment so many hours, as they are lived, after a day has begun."""
    return midnight(day, OSLO) + timedelta(hours=hours)


def test_a_day_has_as_many_hours_as_are_lived() -> None:
    assert hours_of(date(2026, 12, 2), OSLO) == tuple(range(24))
    assert hours_of(SPRING, OSLO) == (0, 1, *range(3, 24))
    assert hours_of(AUTUMN, OSLO) == (0, 1, 2, 2, *range(3, 24))


def test_on_its_own_hours_every_hour_of_a_day_is_equally_high() -> None:
    for day, long in ((SPRING, 23), (AUTUMN, 25)):
        axis = HourAxis(OSLO, hours_of(day, OSLO))
        assert [axis.at(at(day, hour), day) for hour in range(long + 1)] == list(range(long + 1))
        assert axis.left_out(day) == ()


def test_on_ordinary_hours_a_day_stands_by_its_clock() -> None:
    assert [ORDINARY.at(at(AUTUMN, hour), AUTUMN) for hour in (1, 2, 3, 3.5, 4, 5, 25)] == [1, 2, 2.5, 2.75, 3, 4, 24]
    assert [ORDINARY.at(at(SPRING, hour), SPRING) for hour in (1, 1.5, 2, 2.5, 23)] == [1, 1.5, 3, 3.5, 24]
    assert (ORDINARY.left_out(SPRING), ORDINARY.left_out(AUTUMN)) == ((2,), ())


@given(
    st.sampled_from([SPRING, AUTUMN, date(2026, 12, 2)]),
    st.lists(st.floats(-5, 30), min_size=2, max_size=2).map(sorted),
    st.booleans(),
)
@example(AUTUMN, [2.9, 3.1], False)
def test_what_is_later_never_stands_higher_and_all_stands_within_the_day(
    day: date, hours: list[float], is_own: bool
) -> None:
    axis = HourAxis(OSLO, hours_of(day, OSLO)) if is_own else ORDINARY
    first, second = (axis.at(at(day, hour), day) for hour in hours)
    assert 0 <= first <= second <= axis.end
    assert (first == 0) == (hours[0] <= 0) or 0 < hours[0] < 1e-6


@given(
    st.sampled_from([SPRING, AUTUMN, date(2026, 12, 2)]),
    st.integers(0, 25 * 4 - 1).map(lambda quarter: quarter / 4),
    st.booleans(),
)
@example(AUTUMN, 2.75, False)
def test_the_moment_at_a_place_stands_at_that_place(day: date, hours: float, is_own: bool) -> None:
    axis = HourAxis(OSLO, hours_of(day, OSLO)) if is_own else ORDINARY
    moment = at(day, min(hours, len(hours_of(day, OSLO))))
    assert axis.moment(axis.at(moment, day), day) == moment


def test_on_a_line_that_a_day_has_no_hour_for_the_clock_has_gone_on() -> None:
    assert [ORDINARY.moment(line, SPRING) for line in (1.5, 2, 2.5, 3)] == [at(SPRING, hour) for hour in (1.5, 2, 2, 2)]
    assert [ORDINARY.moment(line, AUTUMN) for line in (-3, 30)] == [at(AUTUMN, 0), at(AUTUMN, 25)]
