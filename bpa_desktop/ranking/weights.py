"""Weights: what counts after the fixed order, in words. Light: the settings are read before the first frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import IntEnum


class Importance(IntEnum):
    """How much a thing counts among those who are otherwise alike: three times a little is important."""

    NOT = 0
    A_LITTLE = 1
    IMPORTANT = 3

    @property
    def word(self) -> str:
        """How it is written in the settings: not, a_little, important."""
        return self.name.lower()


@dataclass(frozen=True)
class Weights:
    """How much each thing counts that the settled order leaves open.

    `hours_balance`: few hours against the contract come first; important, as the contract is what one has promised,
    and § 14-4 a counts what is above it. `recent_load`: days in a row, nights, a short night before or after;
    important, for it is others' health. `fair_asking`: who was asked little in twelve months comes first; important,
    so that nobody is always asked first. `disruption`: the shift would spoil something else; important, for it only
    moves the hole. `cost`, `knows_shift`, `travel`, `weekend_share` count a little: they matter to the user's money and
    ease, and are soon made up for by the others.
    """

    hours_balance: Importance = Importance.IMPORTANT
    cost: Importance = Importance.A_LITTLE
    knows_shift: Importance = Importance.A_LITTLE
    travel: Importance = Importance.A_LITTLE
    recent_load: Importance = Importance.IMPORTANT
    fair_asking: Importance = Importance.IMPORTANT
    weekend_share: Importance = Importance.A_LITTLE
    disruption: Importance = Importance.IMPORTANT

    @property
    def words(self) -> dict[str, str]:
        """Each weight by its name, in a word."""
        return {name: getattr(self, name).word for name in FACTORS}


USUAL = Weights()
FACTORS = tuple(field.name for field in fields(Weights))
"""What is weighed, by name."""


def weights_from(words: Mapping[str, str]) -> Weights:
    """Return the weights that words say; what is unknown or left out has its default."""
    known = {one.word: one for one in Importance}
    said = {name: known[word] for name, word in words.items() if name in FACTORS and word in known}
    return replace(USUAL, **said)
