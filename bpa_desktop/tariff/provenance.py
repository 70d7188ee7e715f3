"""Where a figure comes from, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Fact = str | int | Decimal | date | None
"""A measured or read thing that a sentence can be made of."""

Facts = Mapping[str, Fact]


class Mark(StrEnum):
    """How sure a figure is."""

    SEEN = "SEEN"
    DERIVED = "DERIVED"
    KNOWN = "KNOWN"
    DOUBTFUL = "DOUBTFUL"


class SourceKind(StrEnum):
    """What was read."""

    WEB = "web"
    PDF = "pdf"
    LETTER = "letter"
    PHONE = "phone"
    SEED = "seed"


@dataclass(frozen=True)
class Source:
    """What was read, where in it, and when; `retrieved` is None when the day was not written down."""

    id: str
    kind: SourceKind
    ref: str
    lines: str = ""
    retrieved: date | None = None
    quote: str = ""
