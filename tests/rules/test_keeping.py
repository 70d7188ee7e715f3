"""What may be left as it is, and until when that holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.rules.keeping import is_law, kept_by
from bpa_desktop.rules.rule import Finding, Weight
from tests.rosters import shift

DAY = shift("mon 08:00", "15:00", "kari")
LATE = Finding("notice", Weight.SHOULD, "kari", (DAY.id,), DAY.span, Decimal(48), Decimal(336))


def kept(finding: Finding, measured: Decimal | None = None) -> KeptFinding:
    """Return that a finding was left as it is, as bad as it is or was."""
    return KeptFinding(
        "kept",
        finding.rule,
        finding.assistant,
        finding.shifts,
        measured or finding.decimal,
        author="Åse",
        reason="agreed",
        agreement="",
        at=datetime(2026, 11, 27, tzinfo=UTC),
    )


@pytest.mark.parametrize("rule", ["unavailable", "skills"])
def test_what_somebody_has_said_of_themselves_is_theirs_to_change(rule: str) -> None:
    assert not is_law(replace(LATE, rule=rule, weight=Weight.MUST))


def test_a_must_of_any_other_rule_is_law_and_a_should_never() -> None:
    assert is_law(replace(LATE, rule="daily_rest", weight=Weight.MUST))
    assert not is_law(replace(LATE, rule="daily_rest"))


def test_what_is_kept_holds_as_long_as_it_is_no_worse() -> None:
    for measured in (48, 50, 336):
        assert kept_by(replace(LATE, measured=Decimal(measured)), [kept(LATE)]) == kept(LATE)
    assert kept_by(replace(LATE, measured=Decimal("47.9")), [kept(LATE)]) is None


@pytest.mark.parametrize(
    "other",
    [
        replace(LATE, shifts=("other",)),
        replace(LATE, shifts=()),
        replace(LATE, rule="break"),
        replace(LATE, assistant="ola"),
        replace(LATE, weight=Weight.MUST),
        replace(LATE, measured=None),
        replace(LATE, measured=date(2026, 1, 1)),
    ],
)
def test_it_holds_for_nothing_else(other: Finding) -> None:
    assert kept_by(other, [kept(LATE)]) is None


def test_what_has_no_figure_is_kept_as_such() -> None:
    skill = Finding("skills", Weight.MUST, "kari", (DAY.id,), DAY.span)
    assert kept_by(skill, [kept(skill)]) == kept(skill)
    assert kept_by(skill, [kept(skill, Decimal(1))]) is None


def test_the_first_that_is_about_it_is_given() -> None:
    about_another, worse = kept(replace(LATE, assistant="ola")), kept(LATE, Decimal(40))
    assert kept_by(LATE, [about_another, worse, kept(LATE)]) == worse
    assert kept_by(LATE, []) is None
