"""Rule, and Finding: facts about what a roster breaks, never a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Span
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.limits import Basis, Limit, Limits, Mark, Unit

Fact = str | int | Decimal | date | Span


class Weight(StrEnum):
    """How heavy a finding is: what law or agreement forbids, or what somebody should look at."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True)
class Finding:
    """One thing a roster breaks: by whom, in which shifts, when, by how much, and by which paragraph.

    `assistant` is None where nobody is meant. `measured`, `limit` and `unit` are None for a rule that has no figure.
    `facts` holds what else a sentence can be made of, by name.
    """

    rule: str
    weight: Weight
    assistant: str | None
    shifts: tuple[str, ...]
    span: Span | None
    measured: Decimal | date | None = None
    limit: Decimal | date | None = None
    unit: Unit | None = None
    reference: str = ""
    mark: Mark = Mark.DERIVED
    facts: tuple[tuple[str, Fact], ...] = ()

    @property
    def decimal(self) -> Decimal | None:
        """What was measured, where it is a number."""
        return self.measured if isinstance(self.measured, Decimal) else None

    def fact(self, name: str) -> Fact | None:
        """Return a fact by name, or None."""
        return dict(self.facts).get(name)


Look = Callable[[Case, str | None], Iterator[Finding]]


def _nowhere(_case: Case, _who: str | None) -> Iterator[Finding]:
    yield from ()


@dataclass(frozen=True)
class Rule:
    """What law or agreement demands, by its interchange name.

    `far` finds what one assistant or nobody breaks in all that they hold. `near` does so too, and each finding of it
    stands on the shifts round its start only: see `stretch`.
    """

    name: str
    far: Look = _nowhere
    near: Look = _nowhere

    def look(self, case: Case, who: str | None) -> Iterator[Finding]:
        """Yield what one assistant or nobody breaks."""
        yield from self.near(case, who)
        yield from self.far(case, who)

    def findings(self, roster: Roster, limits: Limits) -> Iterator[Finding]:
        """Yield every finding of the rule in a roster."""
        case = Case(roster, limits)
        for assistant in case.people:
            yield from self.look(case, assistant)


@dataclass(frozen=True)
class Place:
    """Where a finding is: whose, in which shifts, when; and what else a sentence about it can be made of."""

    assistant: str | None
    shifts: tuple[str, ...]
    span: Span
    facts: tuple[tuple[str, Fact], ...] = ()


def told(rule: str, place: Place, *, weight: Weight, basis: Basis) -> Finding:
    """Return the finding of a rule that has no figure."""
    return Finding(
        rule,
        weight,
        place.assistant,
        place.shifts,
        place.span,
        reference=basis.reference,
        mark=basis.mark,
        facts=place.facts,
    )


@dataclass(frozen=True)
class Measure:
    """What was measured against which limit."""

    measured: Decimal
    limit: Limit


def exceeded(rule: str, place: Place, *, weight: Weight, measure: Measure) -> Finding:
    """Return the finding of a rule with a figure; what the law leaves doubtful is never more than a should."""
    limit = measure.limit
    return Finding(
        rule,
        Weight.SHOULD if limit.mark is Mark.DOUBTFUL else weight,
        place.assistant,
        place.shifts,
        place.span,
        measure.measured,
        limit.value,
        limit.unit,
        limit.reference,
        limit.mark,
        (*place.facts, *_agreement(limit)),
    )


def _agreement(limit: Limit) -> Iterator[tuple[str, Fact]]:
    """Yield by which agreement a limit holds, or when the one that made it milder ended."""
    if limit.agreement:
        yield "agreement", limit.agreement
    if limit.agreement_over is not None:
        yield "agreement_over", limit.agreement_over
