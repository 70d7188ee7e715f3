"""Why somebody stands where they stand: codes with facts, the heaviest first."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bpa_desktop.domain.team import EmploymentKind
from bpa_desktop.pay.kind import Kind
from bpa_desktop.ranking.result import Reason, ReasonCode
from bpa_desktop.ranking.standing import Standing

_MANY_DAYS, _MANY_NIGHTS = 5, 2


def why(standing: Standing, zone: ZoneInfo) -> Iterator[Reason]:
    """Yield why a candidate stands where they stand; the user's preference is never among the reasons."""
    if standing.is_backup:
        yield Reason(ReasonCode.BACKUP)
    if standing.hours.overtime:
        yield Reason(ReasonCode.WOULD_BE_OVERTIME, (("hours", standing.hours.overtime),))
    yield from _by_post(standing)
    yield Reason(f"grade_{standing.grade}")
    if standing.is_free:
        yield Reason(ReasonCode.FREE)
    if standing.known:
        yield Reason(ReasonCode.KNOWS_SHIFT, (("times", standing.known),))
    yield from _by_cost(standing)
    yield from _by_load(standing)
    if standing.assistant.travel_minutes is not None:
        yield Reason(ReasonCode.TRAVEL, (("minutes", standing.assistant.travel_minutes),))
    if standing.calls.last_asked is not None:
        on = standing.calls.last_asked.astimezone(zone).date()
        answer = standing.calls.asks[-1].answer
        yield Reason(ReasonCode.ASKED_BEFORE, (("times", standing.calls.asked), ("on", on), ("answer", answer)))


def _by_post(standing: Standing) -> Iterator[Reason]:
    post = standing.post
    if post is not None and standing.is_part_timer and not standing.hours.overtime:
        yield Reason(ReasonCode.PART_TIME_PRIORITY, (("percent", post.percent),))
    if post is not None and post.kind is EmploymentKind.ON_CALL:
        yield Reason(ReasonCode.ON_CALL)
    if standing.hours.worked < standing.contract:
        yield Reason(ReasonCode.UNDER_CONTRACT, (("hours", standing.contract - standing.hours.worked),))


def _by_cost(standing: Standing) -> Iterator[Reason]:
    """Yield what the shift costs where that is more than the wage: the whole, and each supplement by its kind."""
    if standing.cost is not None and any(part.kind is not Kind.BASE for part in standing.cost.parts):
        parts = tuple((part.kind.value, part.amount) for part in standing.cost.parts if part.kind is not Kind.BASE)
        yield Reason(ReasonCode.EXTRA_COST, (("amount", standing.cost.amount), *parts))


def _by_load(standing: Standing) -> Iterator[Reason]:
    load = standing.load
    if standing.is_backup_elsewhere:
        yield Reason(ReasonCode.BACKUP_ELSEWHERE)
    if standing.spoils_rest:
        yield Reason(ReasonCode.SPOILS_REST)
    if load.days_in_a_row >= _MANY_DAYS:
        yield Reason(ReasonCode.DAYS_IN_A_ROW, (("days", load.days_in_a_row),))
    if load.short_night is not None:
        yield Reason(ReasonCode.SHORT_NIGHT, (("hours", load.short_night),))
    if load.nights >= _MANY_NIGHTS:
        yield Reason(ReasonCode.NIGHTS_LATELY, (("nights", load.nights),))
    if standing.weekends:
        yield Reason(ReasonCode.WEEKENDS_WORKED, (("weekends", standing.weekends),))
