"""notice: published two weeks before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.rules.limits import Unit
from bpa_desktop.rules.notice import RULE
from bpa_desktop.rules.rule import Weight
from tests.rosters import absence, arrangement, at, roster, shift
from tests.rules.checking import figures, found, one

MONDAY = date(2026, 11, 30)


def published(before: timedelta, *, state: ShiftState = ShiftState.PUBLISHED, who: str | None = "kari") -> Shift:
    """Return a shift on Monday that was published so long before."""
    return shift("mon 08:00", "15:00", who, state=state, published_at=at("mon 08:00") - before)


def test_two_weeks_are_in_time_and_a_minute_less_is_not() -> None:
    assert not found(RULE, roster(published(timedelta(days=14))))
    finding = one(RULE, roster(published(timedelta(days=14) - timedelta(minutes=1))))
    assert finding.weight is Weight.SHOULD
    assert figures(finding) == (Decimal("335.98"), 336)
    assert (finding.unit, finding.reference, finding.shifts) == (Unit.HOURS, "AML § 10-3", ("mon-08.00-kari",))


def test_what_was_published_after_it_began_is_below_none() -> None:
    assert one(RULE, roster(published(timedelta(hours=-2)))).measured == -2


def test_two_weeks_are_as_long_as_they_are_lived() -> None:
    late = shift("2026-10-26 08:00", "15:00", state=ShiftState.PUBLISHED, published_at=at("2026-10-12 08:00"))
    assert not found(RULE, roster(late))  # an hour more than 336, since the clocks were turned back
    early = shift("2026-03-30 08:00", "15:00", state=ShiftState.PUBLISHED, published_at=at("2026-03-16 08:00"))
    assert one(RULE, roster(early)).measured == 335


@pytest.mark.parametrize("state", [ShiftState.DRAFT, ShiftState.OFFERED])
def test_what_is_not_published_needs_no_notice(state: ShiftState) -> None:
    assert not found(RULE, roster(published(timedelta(hours=1), state=state)))
    assert not found(RULE, roster(replace(shift("mon 08:00", "15:00"), state=ShiftState.PUBLISHED)))


def test_it_is_about_who_holds_the_shift() -> None:
    plan = roster(published(timedelta(hours=1)), published(timedelta(hours=1), who=None))
    assert {finding.assistant for finding in found(RULE, plan)} == {"kari", None}
    away = replace(roster(published(timedelta(hours=1))), absences=(absence("kari", "mon 00:00", "tue 00:00"),))
    assert one(RULE, away).assistant is None


def test_a_collective_agreement_is_named_where_its_own_limit_holds() -> None:
    place = arrangement(AgreementLevel.UNION)
    virke = replace(place, agreement=replace(place.agreement, collective="virke-bpa"))
    finding = one(RULE, roster(published(timedelta(hours=1)), place=virke))
    assert finding.reference.startswith("Landsoverenskomst for BPA")
    assert finding.fact("agreement") == "virke-bpa"
