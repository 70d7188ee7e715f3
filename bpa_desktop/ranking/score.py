"""Score: what the settled order leaves open, as one figure by the weights; the smaller stands first.

Each factor is a share from 0, nothing against, to 1; the hours' balance begins at -1, as hours may be owed. Made worse,
a factor only grows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from bpa_desktop.ranking.standing import Standing
from bpa_desktop.ranking.weights import FACTORS, Weights

_MOST, _NOTHING = Decimal(1), Decimal(0)
_MANY_CALLS, _WELL_KNOWN, _LONG_WAY, _MANY_WEEKENDS = 5, 5, 60, 26
"""So many questions, shifts alike, minutes, and weekends of a year are the most that is told apart."""


def scores(standings: list[Standing], weights: Weights, *, norm: Decimal) -> list[Decimal]:
    """Return the score of each; `norm` is the full-time week in hours. What it costs is compared with the dearest."""
    dearest = max((one.cost.amount for one in standings if one.cost is not None), default=_NOTHING)
    return [_score(one, weights, balance=_balance(one, norm), cost=_cost(one, dearest)) for one in standings]


def _score(standing: Standing, weights: Weights, *, balance: Decimal, cost: Decimal) -> Decimal:
    shares = {"hours_balance": balance, "cost": cost, **{name: of(standing) for name, of in _OWN.items()}}
    return sum((getattr(weights, name) * shares[name] for name in FACTORS), _NOTHING)


def _balance(standing: Standing, norm: Decimal) -> Decimal:
    """Return the hours against the contract as a share of the full-time week, from -1 to 1."""
    against = standing.hours.worked - standing.contract
    return max(-_MOST, min(_MOST, against / norm)) if norm else _NOTHING


def _cost(standing: Standing, dearest: Decimal) -> Decimal:
    """Return the cost as a share of the dearest; of whom it is not known counts as the dearest."""
    if not dearest:
        return _NOTHING
    return standing.cost.amount / dearest if standing.cost is not None else _MOST


def _share(amount: Decimal | int, most: int) -> Decimal:
    return min(_MOST, Decimal(amount) / most)


_OWN: Mapping[str, Callable[[Standing], Decimal]] = {
    "knows_shift": lambda one: _MOST - _share(one.known, _WELL_KNOWN),
    "travel": lambda one: _share(one.assistant.travel_minutes or 0, _LONG_WAY),
    "recent_load": lambda one: one.load.share,
    "fair_asking": lambda one: _share(one.calls.weight, _MANY_CALLS),
    "weekend_share": lambda one: _share(one.weekends or 0, _MANY_WEEKENDS),
    "disruption": lambda one: _MOST if one.is_backup_elsewhere or one.spoils_rest else _NOTHING,
}
