"""How a year's weekends, evenings, nights and holidays are shared in the team. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.team import Assistant
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.memory import Memory
from bpa_desktop.rules.turns import TurnKind, Turns, turns_by_year
from bpa_desktop.ui.team.view_model import TeamModel

KINDS = (TurnKind.WEEKEND, TurnKind.EVENING, TurnKind.NIGHT, TurnKind.HOLIDAY)
Counts = Mapping[TurnKind, int]


@dataclass(frozen=True)
class SharingLine:
    """How many turns of each kind somebody has in a year, and had in the one before."""

    assistant: Assistant
    this_year: Counts
    last_year: Counts


@dataclass(frozen=True)
class SharingModel:
    """The year that the week shown begins in, and a line for each of the team, in its order."""

    year: int
    lines: tuple[SharingLine, ...]


def build_sharing(roster: Roster, team: TeamModel, *, limits: Limits, memory: Memory) -> SharingModel:
    """Return how the year is shared, without any lines where the arrangement asks for no advice.

    `memory` holds what was counted before in a roster that was mostly the same.
    """
    year, case = team.week.monday.year, Case(roster, limits, memory=memory)
    shown = team.lines if roster.arrangement.advice else ()
    return SharingModel(year, tuple(_line(case, line.assistant, year=year) for line in shown))


def _line(case: Case, assistant: Assistant, *, year: int) -> SharingLine:
    years = turns_by_year(case, assistant.id)
    return SharingLine(assistant, _counts(years.get(year, {})), _counts(years.get(year - 1, {})))


def _counts(turns: Turns) -> Counts:
    return {kind: len(turns.get(kind, ())) for kind in KINDS}
