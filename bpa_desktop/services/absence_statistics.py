"""A quarter's absence statistics, by the lengths of cases that the law asks for (folketrygdloven § 25-2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bpa_desktop.domain.absence_statistics import Bins, Figures, Quarter, absence_statistics
from bpa_desktop.domain.roster import Roster
from bpa_desktop.rules.limits import Limits

_BINS = ("statistics_short", "statistics_middle", "statistics_weeks")


@dataclass(frozen=True)
class QuarterFigures:
    """The figures of each assistant, by id, and of all together."""

    quarter: Quarter
    bins: Bins
    by_assistant: Mapping[str, Figures]

    @property
    def total(self) -> Figures:
        """The figures of all together."""
        return sum(self.by_assistant.values(), Figures())


def quarter_figures(roster: Roster, quarter: Quarter, *, limits: Limits, today: date) -> QuarterFigures:
    """Return the figures of a quarter as they are known today."""
    bins = Bins(*(int(limits.on(key, quarter.last, arrangement=roster.arrangement).value) for key in _BINS))
    return QuarterFigures(quarter, bins, absence_statistics(roster, quarter, bins=bins, on=today))
