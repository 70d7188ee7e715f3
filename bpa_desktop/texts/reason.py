"""Why somebody can take a shift, or cannot, in a few words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.ranking.result import Reason, ReasonCode
from bpa_desktop.texts.finding import finding_text


def reason_text(language: Language, roster: Roster, reason: Reason) -> str:
    """Return a reason: for one that excludes what it would break, else a few words."""
    if reason.finding is not None:
        return finding_text(language, roster, reason.finding)
    return _WORDS[ReasonCode(reason.code)](language, reason)


def _hours(language: Language, reason: Reason) -> str:
    value = reason.fact("hours")
    return language.hours(value) if isinstance(value, Decimal) else ""


def _asked_before(language: Language, reason: Reason) -> str:
    day = reason.fact("on")
    return language.text("last asked {day}", day=language.date(day) if isinstance(day, date) else "")


_WORDS: dict[ReasonCode, Callable[[Language, Reason], str]] = {
    ReasonCode.BACKUP: lambda t, _: t.text("the planned backup"),
    ReasonCode.FREE: lambda t, _: t.text("free"),
    ReasonCode.GRADE_WANTS: lambda t, _: t.text("wants to work then"),
    ReasonCode.GRADE_CAN: lambda t, _: t.text("can work then"),
    ReasonCode.GRADE_PART: lambda t, _: t.text("can work a part of it"),
    ReasonCode.GRADE_ASK_FIRST: lambda t, _: t.text("wants to be asked first"),
    ReasonCode.PART_TIME_PRIORITY: lambda t, _: t.text("part-timer with a right to more hours"),
    ReasonCode.UNDER_CONTRACT: lambda t, r: t.text("{hours} left of the contract this week", hours=_hours(t, r)),
    ReasonCode.WOULD_BE_OVERTIME: lambda t, r: t.text("{hours} of overtime", hours=_hours(t, r)),
    ReasonCode.ON_CALL: lambda t, _: t.text("on call"),
    ReasonCode.ASKED_BEFORE: _asked_before,
    ReasonCode.KNOWS_SHIFT: lambda t, _: t.text("knows the shift"),
}
