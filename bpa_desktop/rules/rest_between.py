"""What two rules of advice share: rests between two shifts that the law allows and that are short all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from bpa_desktop.domain.span import Span
from bpa_desktop.rules.case import Case, as_length
from bpa_desktop.rules.duty import Block
from bpa_desktop.rules.rule import Finding, Measure, Place, Weight, exceeded


def short_rests(case: Case, who: str, *, name: str, is_meant: Callable[[Block, Span], bool]) -> Iterator[Finding]:
    """Yield the rests shorter than the limit of a name that a rule means, by the work before; none that the law tells.

    What is less than the daily rest is told of by `daily_rest`.
    """
    for before, after in pairwise(case.blocks(who)):
        rest = Span(before.end, after.start)
        limit = case.limit(name, case.day(rest.start))
        is_short = case.length("daily_rest", rest.start) <= rest.length < as_length(limit.value)
        if is_short and is_meant(before, rest):
            place = Place(who, (before.last.id, after.shifts[0].id), rest, (("rest", rest),))
            yield exceeded(name, place, weight=Weight.SHOULD, measure=Measure(rest.hours, limit))
