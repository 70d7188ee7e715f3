"""Why somebody can take a shift, or cannot, in a few words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.pay.kind import Kind
from bpa_desktop.ranking.result import Reason, ReasonCode
from bpa_desktop.rules.rule import Finding
from bpa_desktop.texts.finding import finding_text, lacking_skills
from bpa_desktop.texts.labour import kind_text


def reason_text(language: Language, roster: Roster, *, reason: Reason) -> str:
    """Return a reason in a few words that follow a name; one that excludes says what the shift would break."""
    if reason.finding is None:
        return _WORDS[ReasonCode(reason.code)](language, reason)
    words = _EXCLUDING.get(reason.code)
    if words is None:
        return finding_text(language, roster, finding=reason.finding)
    said = words(language, reason.finding)
    return f"{said} ({reason.finding.reference})" if reason.finding.reference else said


def _hours(language: Language, reason: Reason) -> str:
    value = reason.fact("hours")
    return language.hours(value) if isinstance(value, Decimal) else ""


def _asked_before(language: Language, reason: Reason) -> str:
    day = reason.fact("on")
    return language.text("last asked {day}", day=language.date(day) if isinstance(day, date) else "")


def _extra_cost(language: Language, reason: Reason) -> str:
    amounts = {name: language.money(value) for name, value in reason.facts if isinstance(value, Decimal)}
    whole = amounts.pop("amount", "")
    parts = tuple(f"{_small(kind_text(language, Kind(kind)))} {amount}" for kind, amount in amounts.items())
    return language.text("costs {amount}, of it {parts}", amount=whole, parts=language.listed(parts))


def _small(text: str) -> str:
    """Return a heading as it stands in a sentence."""
    return text[:1].lower() + text[1:]


def _count(reason: Reason, fact: str) -> int:
    value = reason.fact(fact)
    return value if isinstance(value, int) else 0


def _figures(language: Language, finding: Finding) -> dict[str, str]:
    """Return what was measured and its limit, in hours."""
    figures = {"measured": finding.measured, "limit": finding.limit}
    return {name: language.hours(value) if isinstance(value, Decimal) else "" for name, value in figures.items()}


def _lacking(language: Language, finding: Finding) -> str:
    return language.text("lacks {skills}", skills=language.listed(lacking_skills(finding)))


def _unavailable(language: Language, finding: Finding) -> str:
    if finding.fact("why") == "not_employed":
        return language.text("not employed then")
    return language.text("has said that it is not possible")


_EXCLUDING: dict[str, Callable[[Language, Finding], str]] = {
    "absent": lambda t, _: t.text("absent then"),
    "double_booking": lambda t, _: t.text("has another shift then"),
    "unavailable": _unavailable,
    "skills": _lacking,
    "never_together": lambda t, f: t.text("never works at the same time as {other}", other=str(f.fact("other") or "")),
    "daily_rest": lambda t, f: t.text("would have {measured} of rest; {limit} are required", **_figures(t, f)),
    "weekly_rest": lambda t, f: t.text(
        "would have at most {measured} off in a row that week; {limit} are required", **_figures(t, f)
    ),
    "daily_hours": lambda t, f: t.text(
        "would work {measured} between two rests; the limit is {limit}", **_figures(t, f)
    ),
}
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
    ReasonCode.EXTRA_COST: _extra_cost,
    ReasonCode.TRAVEL: lambda t, r: t.plural("{n} minute to travel", "{n} minutes to travel", n=_count(r, "minutes")),
    ReasonCode.DAYS_IN_A_ROW: lambda t, r: t.text("would work {n} days in a row", n=_count(r, "days")),
    ReasonCode.SHORT_NIGHT: lambda t, r: t.text("only {hours} of rest before or after it", hours=_hours(t, r)),
    ReasonCode.NIGHTS_LATELY: lambda t, r: t.text("{n} nights in the week before", n=_count(r, "nights")),
    ReasonCode.WEEKENDS_WORKED: lambda t, r: t.plural(
        "works {n} weekend of the year", "works {n} weekends of the year", n=_count(r, "weekends")
    ),
    ReasonCode.BACKUP_ELSEWHERE: lambda t, _: t.text("the backup for another shift then"),
    ReasonCode.SPOILS_REST: lambda t, _: t.text("would have a short rest that week"),
}
