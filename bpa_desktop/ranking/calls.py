"""Calls: who was asked to step in during twelve months, what they answered, and how many weekends they work.

So that nobody is always asked first. What was asked or answered after an instant is not known then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import ONE_DAY, Span, Week, days_span, instant
from bpa_desktop.domain.substitute import Answer, Ask, RequestState
from bpa_desktop.rules.timeline import Timeline

A_YEAR = timedelta(days=365)
_FADES = ((timedelta(days=30), 4), (timedelta(days=90), 2), (A_YEAR, 1))
"""How much a question counts, by its age: one of the last month as much as four of half a year ago."""
_FULL = Decimal(4)


@dataclass(frozen=True)
class Calls:
    """The questions to one assistant during twelve months, the oldest first, and how many shifts they stepped in for.

    `weight` is how many questions of the last month they count as.
    """

    assistant: str
    asks: tuple[Ask, ...] = ()
    taken: int = 0
    weight: Decimal = Decimal(0)

    @property
    def asked(self) -> int:
        """How often they were asked."""
        return len(self.asks)

    @property
    def last_asked(self) -> datetime | None:
        """When they were last asked."""
        return self.asks[-1].at if self.asks else None

    def answered(self, *answers: Answer) -> int:
        """Return how often they gave one of some answers; `none` is that there was no answer."""
        return sum(ask.answer in answers for ask in self.asks)


def calls_of(roster: Roster, at: datetime) -> Mapping[str, Calls]:
    """Return the calls to everybody in the team, as they are known at an instant."""
    until = instant(at)
    asks: dict[str, list[Ask]] = {assistant.id: [] for assistant in roster.assistants}
    taken = dict.fromkeys(asks, 0)
    for request in roster.requests:
        for ask in request.asks:
            if ask.assistant in asks and until - A_YEAR <= ask.at <= until:
                asks[ask.assistant].append(_as_known(ask, until))
        shift = roster.shifts_by_id.get(request.shift)
        who = request.chosen if request.state is RequestState.FILLED else None
        if shift is not None and who in taken and until - A_YEAR <= shift.span.start <= until:
            taken[who] += 1
    return {
        who: Calls(who, tuple(sorted(each, key=lambda ask: ask.at)), taken[who], _weight(each, until))
        for who, each in asks.items()
    }


def _as_known(ask: Ask, at: datetime) -> Ask:
    """Return a question without the answer that has not come yet."""
    if ask.answered_at is None or ask.answered_at <= at:
        return ask
    return Ask(ask.assistant, ask.at, ask.channel, answer_by=ask.answer_by)


def _weight(asks: Sequence[Ask], at: datetime) -> Decimal:
    return sum((_faded(at - ask.at) for ask in asks), Decimal(0)) / _FULL


def _faded(age: timedelta) -> Decimal:
    return Decimal(next(worth for until, worth in _FADES if age <= until))


@dataclass(frozen=True)
class Weekends:
    """The weekends of twelve months to an instant that lie within the roster's data, in time order."""

    roster: Roster
    spans: tuple[Span, ...]

    def worked(self, assistant: str) -> int:
        """Return in how many of them an assistant is there."""
        held = self.roster.shifts_by_holder.get(assistant, ())
        there = Timeline((shift.span, shift) for shift in held if shift.is_presence)
        return sum(next(there.at(span), None) is not None for span in self.spans)


def weekends_before(roster: Roster, at: datetime) -> Weekends:
    """Return the weekends of twelve months that have begun at an instant."""
    return Weekends(roster, tuple(_weekends(roster, instant(at))))


def _weekends(roster: Roster, at: datetime) -> Iterator[Span]:
    if roster.days is None:
        return
    zone = roster.arrangement.zone
    last = at.astimezone(zone).date()
    week = Week.of(max(roster.days[0], last - A_YEAR))
    while week.days[5] <= last:
        saturday = week.days[5]
        yield days_span(saturday, saturday + ONE_DAY, zone=zone)
        week = week.later(1)
