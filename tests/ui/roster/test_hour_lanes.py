"""What overlaps stands side by side, and as wide as can be."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bpa_desktop.ui.roster.hour_lanes import lanes, shared_widths

_EXTENTS = st.lists(
    st.tuples(st.integers(0, 100), st.integers(1, 40)).map(lambda one: (float(one[0]), float(one[0] + one[1]))),
    max_size=20,
).map(sorted)


def meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@given(_EXTENTS)
@example([(0.0, 1.0), (1.0, 2.0)])
@example([(0.0, 9.0), (1.0, 2.0), (3.0, 4.0), (3.0, 4.0)])
def test_nothing_lies_over_anything_else_and_there_are_as_few_lanes_as_can_be(
    extents: list[tuple[float, float]],
) -> None:
    found = lanes(extents)
    reached = {n: {n} for n in range(len(extents))}
    for _ in extents:  # whoever meets somebody is with everybody that one is with
        for n in reached:
            for m in reached:
                if meet(extents[n], extents[m]):
                    reached[n] |= reached[m]
    for n, lane in enumerate(found):
        together = [extents[m] for m in reached[n]]
        assert lane.of == max(sum(begin <= at < end for begin, end in together) for at, _ in together)
        assert 0 <= lane.place < lane.of
        for m in range(n):
            if meet(extents[m], extents[n]):
                assert found[m].place != lane.place
                assert found[m].of == lane.of


@given(st.integers(0, 2000), st.lists(st.integers(1, 300), min_size=1, max_size=9))
def test_columns_fill_the_room_as_equally_as_their_least_widths_let_them(room: int, leasts: list[int]) -> None:
    widths = shared_widths(room, leasts)
    assert all(width >= least for width, least in zip(widths, leasts, strict=True))
    assert sum(widths) == max(room, sum(leasts))
    wider = [width for width, least in zip(widths, leasts, strict=True) if width > least]
    assert max(wider, default=0) <= min(widths) + 1
