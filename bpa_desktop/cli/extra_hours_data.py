"""Extra hours beyond the contract as JSON: a part-timer's months to the last day that is looked at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Roster
    from bpa_desktop.rules.extra_hours import ExtraHours
    from bpa_desktop.rules.limits import Limits


def extra_hours_data(roster: Roster, limits: Limits, *, last: date | None) -> list[dict[str, object]]:
    """Return every report to the end of a day, without one to the end of the roster's days."""
    from bpa_desktop.rules.extra_hours import extra_hours

    if roster.days is None:
        return []
    return [_report(one) for one in extra_hours(roster, limits, on=last or roster.days[1])]


def _report(report: ExtraHours) -> dict[str, object]:
    return {
        "assistant": report.assistant,
        "from": report.months[0].first.isoformat(),
        "to": report.months[-1].last.isoformat(),
        "agreed": str(report.agreed),
        "worked": str(report.worked),
        "in_anothers_place": str(report.in_anothers_place),
        "extra": str(report.extra),
        "months_above": report.months_above,
        "permanent_throughout": report.throughout,
        "reference": report.reference,
    }
