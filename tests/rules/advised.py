"""Rosters of arrangements that ask for advice."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from tests.rosters import arrangement, roster


def advised(*shifts: Shift, team: tuple[Assistant, ...] | None = None, place: Arrangement | None = None) -> Roster:
    """Return a roster that is also looked at for fairness and health."""
    return roster(*shifts, team=team, place=replace(place or arrangement(), advice=True))


def unadvised(plan: Roster) -> Roster:
    """Return the same roster where no advice is asked for."""
    return replace(plan, arrangement=replace(plan.arrangement, advice=False))
