"""Absence (fravær): a layer over the plan; the planned person stays linked. No diagnosis, no free text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.span import Span, optional_instant
from bpa_desktop.domain.substitute import Channel

WHOLE = Decimal(100)


class AbsenceKind(StrEnum):
    """The class of an absence, as the quarterly statistics need it; never its reason."""

    SELF_CERTIFIED = "self_certified"
    SICK_NOTE = "sick_note"
    CHILD_SICK = "child_sick"
    HOLIDAY = "holiday"
    LEAVE = "leave"
    OTHER = "other"


@dataclass(frozen=True)
class Absence:
    """An assistant is away; `grade` in percent, 100 is wholly. `reported_at` and `reported_how` say when and how.

    Until further notice it is `open_ended`: then the end of the span only says how far ahead shifts are opened.
    """

    id: str
    assistant: str
    span: Span
    kind: AbsenceKind
    grade: Decimal = WHOLE
    reported_at: datetime | None = None
    reported_how: Channel | None = None
    open_ended: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "reported_at", optional_instant(self.reported_at))

    def opens(self, assistant: str | None, span: Span) -> bool:
        """Tell whether the absence takes an assistant away from a span: only a whole one does."""
        return self.grade == WHOLE and self.assistant == assistant and self.span.overlaps(span)
