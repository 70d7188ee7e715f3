"""Swaps: with whom the holder of a shift can change places, both ways checked, in order; and why not with others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.ranking.result import Reason
from bpa_desktop.ranking.substitutes import why_not
from bpa_desktop.ranking.trial import Trials
from bpa_desktop.rules.limits import Limits


@dataclass(frozen=True)
class Swap:
    """A shift, by its id, that could be had for another: who would give that away, and who holds this one.

    Who is to come and is absent gives their shift away all the same, for one at another time.

    `against_holder` is what the one would break by this shift, `against_other` what the other would by that.
    """

    shift: str
    holder: str | None
    other: str | None
    against_holder: tuple[Reason, ...] = ()
    against_other: tuple[Reason, ...] = ()

    @property
    def breaks_nothing(self) -> bool:
        """Tell whether both can."""
        return not (self.against_holder or self.against_other)

    @property
    def against(self) -> tuple[tuple[str | None, Reason], ...]:
        """The first reason against it of each of the two, with whose it is."""
        first = ((self.holder, reason) for reason in self.against_holder[:1])
        return (*first, *((self.other, reason) for reason in self.against_other[:1]))


def swaps(roster: Roster, shift_id: str, *, among: Iterable[Shift], limits: Limits) -> tuple[Swap, ...]:
    """Return the swap of a shift for each of some others that somebody else holds: those that break nothing first.

    Then those nearest in time, by the holder's name and the id. None where nobody was to come to the shift. Raises
    KeyError for a shift that is not there.
    """
    shift = roster.shifts_by_id[shift_id]
    own = roster.expected(shift)
    trials = Trials(roster, limits)
    theirs = [other for other in among if roster.holder(other) not in (None, own)] if own is not None else []
    found = [(_swap(trials, shift, other=other), other) for other in theirs]
    found.sort(key=lambda each: (not each[0].breaks_nothing, _apart(shift, each[1]), *_named(roster, each[0])))
    return tuple(swap for swap, _ in found)


def swap_of(roster: Roster, shift: Shift, *, other: Shift, limits: Limits) -> Swap:
    """Return what it would break if who has a shift and who has another changed places; an open shift is nobody's."""
    return _swap(Trials(roster, limits), shift, other=other)


def _swap(trials: Trials, shift: Shift, *, other: Shift) -> Swap:
    return Swap(
        other.id,
        trials.roster.expected(shift),
        trials.roster.expected(other),
        _against(trials, given_away=shift, gained=other),
        _against(trials, given_away=other, gained=shift),
    )


def _against(trials: Trials, *, given_away: Shift, gained: Shift) -> tuple[Reason, ...]:
    who = trials.roster.assistants_by_id.get(trials.roster.expected(given_away) or "")
    if who is None:
        return ()
    return tuple(why_not(finding) for finding in trials.of(gained, who, given_away=given_away.id).breaches)


def _apart(shift: Shift, other: Shift) -> timedelta:
    return abs(other.span.start - shift.span.start)


def _named(roster: Roster, swap: Swap) -> tuple[str, str]:
    them = roster.assistants_by_id.get(swap.other or "")
    return them.name if them is not None else "", swap.shift
