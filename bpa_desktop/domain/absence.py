"""Absence (fravær): a layer over the plan; the planned person stays linked. No diagnosis, no free text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.span import Span, optional_instant

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
    """An assistant is away; `grade` in percent, 100 is wholly."""

    id: str
    assistant: str
    span: Span
    kind: AbsenceKind
    grade: Decimal = WHOLE
    reported_at: datetime | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "reported_at", optional_instant(self.reported_at))

    def opens(self, assistant: str | None, span: Span) -> bool:
        """Tell whether the absence takes an assistant away from a span: only a whole one does."""
        return self.grade == WHOLE and self.assistant == assistant and self.span.overlaps(span)
