"""Publication (publisering): what was published of the roster, frozen; who got it, and who confirmed it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import Span, instant, optional_instant
from bpa_desktop.domain.substitute import Channel


@dataclass(frozen=True)
class ToldShift:
    """One shift as an assistant is told of it; `shift` is its id."""

    shift: str
    assistant: str
    span: Span
    kind: ShiftKind = ShiftKind.ACTIVE
    place: str = ""
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Receipt:
    """An assistant got what was published: when, by which way, and when they confirmed it."""

    assistant: str
    at: datetime
    way: Channel
    confirmed_at: datetime | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", instant(self.at))
        object.__setattr__(self, "confirmed_at", optional_instant(self.confirmed_at))


@dataclass(frozen=True)
class Publication:
    """What everybody was told of the shifts that begin in a span; `hash` shows that nothing of it was changed since."""

    id: str
    span: Span
    at: datetime
    author: str
    shifts: tuple[ToldShift, ...]
    hash: str
    receipts: tuple[Receipt, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", instant(self.at))

    @property
    def is_whole(self) -> bool:
        """Tell whether the shifts are still those that were published."""
        return self.hash == fingerprint(self.shifts)

    def receipt_of(self, assistant: str) -> Receipt | None:
        """Return the receipt of an assistant, or None for who has not got it."""
        return next((one for one in self.receipts if one.assistant == assistant), None)

    def with_receipt(self, receipt: Receipt) -> Publication:
        """Return the publication with a receipt, in the place of an earlier one of the same assistant."""
        others = tuple(one for one in self.receipts if one.assistant != receipt.assistant)
        return replace(self, receipts=(*others, receipt))

    def without_receipt(self, assistant: str) -> Publication:
        """Return the publication as if an assistant had not got it."""
        return replace(self, receipts=tuple(one for one in self.receipts if one.assistant != assistant))


def fingerprint(shifts: Iterable[ToldShift]) -> str:
    """Return SHA-256 over all that is told, in hexadecimal; it does not hang on the order of the shifts."""
    return hashlib.sha256("\n".join(sorted(_line(told) for told in shifts)).encode()).hexdigest()


def _line(told: ToldShift) -> str:
    """Return all of a shift as one text, each part with its length before it, so that no two shifts have the same."""
    times = (moment.astimezone(UTC).isoformat() for moment in (told.span.start, told.span.end))
    parts = (told.shift, told.assistant, *times, told.kind.value, told.place, *told.tasks)
    return "".join(f"{len(part)}:{part}" for part in parts)
