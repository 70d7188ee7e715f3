"""An award that may not be overdrawn refuses the step that would take more than it grants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.account import Account, settled_accounts
from bpa_desktop.domain.award import Award, Overdraw
from bpa_desktop.domain.draw import Drawer, Drawn, Period
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.history import History, Recorder

_Left = dict[tuple[str, date | None], Account]
_ENOUGH = Decimal(0)


class OverdrawnError(Exception):
    """A plan would take more hours than an award grants that forbids it; the account as it would be."""

    def __init__(self, award: Award, account: Account) -> None:
        super().__init__(award.id)
        self.award = award
        self.account = account


@contextmanager
def within_awards(history: History, record: Recorder) -> Iterator[None]:
    """Let a step change shifts, and refuse it where it overdraws an award that forbids it.

    What was overdrawn before may stay so, and be mended bit by bit: only what makes it worse is refused.
    Raises OverdrawnError; nothing of the step is kept then.
    """
    yield
    if _forbidding(history.roster):
        today = history.clock.now().astimezone(history.roster.arrangement.zone).date()
        refusal = overdrawn_by(history.roster, record.roster, on=today)
        if refusal is not None:
            raise refusal


def _forbidding(roster: Roster) -> list[Award]:
    return [award for award in roster.awards if award.overdraw is Overdraw.BLOCK]


def overdrawn_by(before: Roster, after: Roster, *, on: date) -> OverdrawnError | None:
    """Return the refusal of a change of shifts, or None where no award forbids it."""
    forbidding = _forbidding(before)
    if not forbidding or not _draws_more((before, after), on=on):
        return None  # nearly always: counting a whole year takes its time
    known_accounts, accounts = _accounts(before, on), _accounts(after, on)
    for award in forbidding:
        for (of, period), account in accounts.items():
            known = known_accounts.get((of, period))
            left = known.left if known is not None else _ENOUGH
            if of == award.id and account.left < min(_ENOUGH, left):
                return OverdrawnError(award, account)
    return None


def _draws_more(rosters: tuple[Roster, Roster], *, on: date) -> bool:
    """Tell whether the shifts that differ draw more of some award in some period than they did before."""
    before, after = rosters
    changed = [*after.shifts_by_id.other_than(before.shifts_by_id)]
    replaced = [before.shifts_by_id[shift.id] for shift in changed if shift.id in before.shifts_by_id]
    drawn = _drawn(Drawer(before, on), replaced)
    return any(hours > drawn.get(of, _ENOUGH) for of, hours in _drawn(Drawer(after, on), changed).items())


def _drawn(drawer: Drawer, shifts: Iterable[Shift]) -> dict[tuple[str, Period], Decimal]:
    found: dict[tuple[str, Period], Decimal] = {}
    for shift in shifts:
        for draw in drawer.draws_of(shift):
            found[draw.award, draw.period] = found.get((draw.award, draw.period), _ENOUGH) + draw.hours
    return found


def _accounts(roster: Roster, on: date) -> _Left:
    found = settled_accounts(roster, Drawn().settlements(roster, on), on=on)
    return {(account.award, account.period.first): account for account, _ in found}
