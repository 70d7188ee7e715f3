"""notice: a shift was published less than two weeks before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from bpa_desktop.domain.shift import ShiftState
from bpa_desktop.domain.span import hours, to_hundredths
from bpa_desktop.rules.case import Case, as_length
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    for shift in case.held(who):
        if shift.state is not ShiftState.PUBLISHED or shift.published_at is None:
            continue
        limit = case.limit(RULE.name, case.day(shift.span.start))
        ahead = shift.span.start - shift.published_at
        if ahead < as_length(limit.value):
            place = Place(who, (shift.id,), shift.span)
            yield exceeded(RULE.name, place, weight=Weight.SHOULD, measure=Measure(to_hundredths(hours(ahead)), limit))


RULE = Rule("notice", near=_findings)
"""Measured: hours from when a shift was published to its start, below none if it had begun; limit 336. Should.

Drafts, and shifts of which it is not known when they were published, give nothing. AML § 10-3.
"""
