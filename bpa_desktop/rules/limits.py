"""The limits in force on a day under an agreement: dated data with source and mark. No figure stands here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from bpa_desktop.domain.arrangement import Agreement, AgreementLevel, Arrangement, Regime


class Mark(StrEnum):
    """How sure a figure is: read in its source, worked out, known without a source, or doubtful."""

    SEEN = "SEEN"
    DERIVED = "DERIVED"
    KNOWN = "KNOWN"
    DOUBTFUL = "DOUBTFUL"


class Unit(StrEnum):
    """What a figure counts."""

    HOURS = "hours"
    COUNT = "count"
    DATE = "date"


class Requirement(StrEnum):
    """What an agreement has to say, beyond its level, before a limit counts."""

    NOTHING = "nothing"
    AVERAGING = "averaging"
    REDUCED_REST = "reduced_rest"
    SUNDAY_AVERAGING = "sunday_averaging"

    def is_met(self, agreement: Agreement) -> bool:
        """Tell whether the agreement says it."""
        if self is Requirement.AVERAGING:
            return agreement.averaging_weeks is not None
        if self is Requirement.SUNDAY_AVERAGING:
            return agreement.sunday_averaging
        return self is Requirement.NOTHING or agreement.reduced_rest


@dataclass(frozen=True)
class Limit:
    """One figure of law: from which day, under which regime and level of agreement, by which paragraph.

    `regime` is None where the figure holds whoever employs. `collective` is set on a figure of a collective agreement.
    A limit that was asked for also bears by which agreement it holds, or since when the agreement that made it milder
    is over.
    """

    key: str
    value: Decimal
    unit: Unit
    level: AgreementLevel
    regime: Regime | None
    reference: str
    source: str
    mark: Mark
    valid_from: date
    requires: Requirement = Requirement.NOTHING
    collective: str = ""
    agreement: str = ""
    agreement_over: date | None = None


@dataclass(frozen=True)
class Basis:
    """What a rule without a figure rests on: a paragraph, or nothing but sense."""

    rule: str
    reference: str
    mark: Mark


class UnknownLimitError(KeyError):
    """A key that no file of limits has."""


_RESTS = ("daily_rest", "weekly_rest")
# Who may depart further from the main rule stands first; what a level does not change it takes from the next.
_FALLS_BACK = {
    AgreementLevel.UNION: (AgreementLevel.UNION, AgreementLevel.INDIVIDUAL, AgreementLevel.NONE),
    AgreementLevel.INDIVIDUAL: (AgreementLevel.INDIVIDUAL, AgreementLevel.NONE),
    AgreementLevel.NONE: (AgreementLevel.NONE,),
}


@dataclass(frozen=True)
class Limits:
    """Every limit known, to be asked by key, day and arrangement."""

    limits: tuple[Limit, ...]
    bases: tuple[Basis, ...] = ()

    def on(self, key: str, day: date, *, arrangement: Arrangement) -> Limit:
        """Return the limit in force: the newest of the highest level agreed on whose requirement is met.

        A key the arrangement's regime lacks is taken from the Working Environment Act, and a day before the first
        is answered by the first; both are then doubtful. Raises UnknownLimitError.
        """
        asked = (key, day.toordinal(), arrangement.regime, arrangement.agreement)
        found = self._answers.get(asked)
        if found is None:
            found = self._answers[asked] = self._find(key, day, arrangement=arrangement)
        return found

    def basis(self, rule: str) -> Basis:
        """Return what a rule without a figure rests on."""
        return self._bases.get(rule, Basis(rule, "", Mark.DERIVED))

    def is_steady(self, key: str) -> bool:
        """Tell whether the value of a key has never changed, so that one day's answer serves for all days.

        An agreement that begins or ends changes it all the same.
        """
        return all(len({limit.valid_from for limit in rows}) == 1 for rows in self._rows_of(key))

    def _rows_of(self, key: str) -> Iterator[tuple[Limit, ...]]:
        return (rows for (name, _, _), rows in self._rows.items() if name == key)

    def _find(self, key: str, day: date, *, arrangement: Arrangement) -> Limit:
        agreement = arrangement.agreement
        if day in agreement.days:
            return self._agreed(key, day, arrangement=arrangement, agreement=agreement)
        limit = self._agreed(key, day, arrangement=arrangement, agreement=Agreement())
        over = agreement.days.last
        if over is None or day <= over:
            return limit
        milder = self._agreed(key, day, arrangement=arrangement, agreement=agreement)
        return limit if milder.value == limit.value else replace(limit, agreement_over=over)

    def _agreed(self, key: str, day: date, *, arrangement: Arrangement, agreement: Agreement) -> Limit:
        for regime in dict.fromkeys((arrangement.regime, None, Regime.AML)):
            for level in _FALLS_BACK[agreement.level]:
                rows = self._rows.get((key, regime, level), ())
                limit = _in_force(rows, day, agreement=agreement)
                if limit is not None:
                    return limit if regime in (arrangement.regime, None) else replace(limit, mark=Mark.DOUBTFUL)
        raise UnknownLimitError(key)

    @cached_property
    def _bases(self) -> dict[str, Basis]:
        return {basis.rule: basis for basis in self.bases}

    @cached_property
    def _answers(self) -> dict[tuple[str, int, Regime, Agreement], Limit]:
        return {}

    @cached_property
    def _rows(self) -> dict[tuple[str, Regime | None, AgreementLevel], tuple[Limit, ...]]:
        rows: dict[tuple[str, Regime | None, AgreementLevel], tuple[Limit, ...]] = {}
        for limit in sorted(self.limits, key=lambda limit: limit.valid_from):
            place = (limit.key, limit.regime, limit.level)
            rows[place] = (*rows.get(place, ()), limit)
        return rows


def _in_force(rows: Iterable[Limit], day: date, *, agreement: Agreement) -> Limit | None:
    """Return the newest limit of a level: of the collective agreement where it has one, else of the law."""
    met = [row for row in rows if row.requires.is_met(agreement) and row.collective in ("", agreement.collective)]
    limit = _newest((row for row in met if row.collective), day) or _newest(
        (row for row in met if not row.collective), day
    )
    if limit is None or (limit.level is AgreementLevel.NONE and not limit.collective):
        return limit
    return replace(limit, agreement=agreement.reference or limit.collective)


def _newest(rows: Iterable[Limit], day: date) -> Limit | None:
    ordered = list(rows)
    in_force = [limit for limit in ordered if limit.valid_from <= day]
    if in_force:
        return in_force[-1]
    return replace(ordered[0], mark=Mark.DOUBTFUL) if ordered else None


def weekly_key(weekly_norm: Decimal) -> str:
    """Return the key of the law's week that a full-time norm stands on: `weekly_hours/37.5`."""
    return f"weekly_hours/{format(weekly_norm.normalize(), 'f')}"


def weekly_ordinary(limits: Limits, day: date, *, arrangement: Arrangement) -> Limit:
    """Return how long a single week may be before it is overtime: the law's week, or longer where hours are averaged.

    Raises UnknownLimitError for a norm that no law's week stands under.
    """
    try:
        return limits.on("weekly_hours_averaged", day, arrangement=arrangement)
    except UnknownLimitError:
        law = limits.on(weekly_key(arrangement.weekly_norm), day, arrangement=arrangement)
    agreement = arrangement.agreement
    over = agreement.days.last
    was_averaged = agreement.level is not AgreementLevel.NONE and agreement.averaging_weeks is not None
    return replace(law, agreement_over=over) if was_averaged and over is not None and day > over else law


def shortened_rests(limits: Iterable[Limit]) -> Iterator[Limit]:
    """Yield the limits by which an individual agreement would shorten a rest: there is no such agreement in law."""
    rows = tuple(limits)
    main = {(row.key, row.regime): row.value for row in rows if row.level is AgreementLevel.NONE}
    for row in rows:
        is_rest = row.level is AgreementLevel.INDIVIDUAL and row.key.startswith(_RESTS)
        if is_rest and row.value < main.get((row.key, row.regime), row.value):
            yield row
