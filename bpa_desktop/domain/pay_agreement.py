"""A pay agreement (lønnsavtale) of the user's own, kept as it is written down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OwnPayAgreement:
    """What the user pays assistants by where no agreement that comes with the program fits.

    `text` is that of a `bpa-pay-agreement/1` file.
    """

    id: str
    text: str
