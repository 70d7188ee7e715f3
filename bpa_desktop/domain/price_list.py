"""A price list (prisliste) of the user's own, kept as it is written down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OwnPriceList:
    """One municipality's list that the user typed or brought in: the text of a `bpa-tariff/1` file with that one id.

    Kept as text, since a text can be read by eye, given to others, and brought back letter for letter.
    """

    id: str
    text: str
