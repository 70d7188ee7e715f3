"""A week as it is shown: rows, days and cards as frozen values. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.holidays import Holiday, holidays_on, is_red
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import Span, Week, hours
from bpa_desktop.domain.team import Assistant

if TYPE_CHECKING:
    from bpa_desktop.rules.rule import Finding
    from bpa_desktop.ui.roster.findings import Kept

_WHOLE = Decimal(100)
_NO_TIME = timedelta(0)
UNCOVERED_NEED = "uncovered_need"
"""The rule whose findings have a row of their own."""
SEEN_BY_SHAPE = frozenset({"open_shift", "absent"})
"""Rules whose findings an open card shows by being open: they are said in the panel, and not again as a problem."""
ABOUT_MANY = frozenset(
    {
        "contract_hours",
        "weekly_hours",
        "averaged_hours",
        "overtime_week",
        "overtime_four_weeks",
        "overtime_year",
        "night_average",
        "award_hours",
    }
)
"""Rules about all that somebody works, or all that is planned: said in the row's heading, not on each card."""


class Form(StrEnum):
    """What a card is drawn as: the state of a shift by its shape."""

    EMPTY = "empty"
    DRAFT = "draft"
    OFFERED = "offered"
    PUBLISHED = "published"
    OPEN = "open"
    ABSENT = "absent"
    GAP = "gap"
    NOTE = "note"


_FORM_OF_STATE = {
    ShiftState.DRAFT: Form.DRAFT,
    ShiftState.OFFERED: Form.OFFERED,
    ShiftState.PUBLISHED: Form.PUBLISHED,
}


@dataclass(frozen=True)
class CardModel:
    """One shift on its day in somebody's row, or a free day. `row` is an assistant's id, None the row of open shifts.

    `other` is the other person in an absence: who steps in on the card of the absent, who is away on the card of the
    one that steps in and of an open shift; `other_short` by the first name where that is enough. `continued` is a
    shift that began before the week.
    """

    day: date
    row: str | None
    form: Form = Form.EMPTY
    shift: Shift | None = None
    other: str = ""
    other_short: str = ""
    continued: bool = False
    findings: tuple[Finding, ...] = ()
    in_list: bool = False
    """Whether it stands in the list of a day, where the place says nothing about the person."""
    on: date | None = None
    """The day on whose clock it stands; it may begin before. None where a place says nothing of the hour."""
    hours: tuple[float, float] = (0.0, 0.0)
    """From when to when it stands on that clock."""

    uncovered: bool = False
    """Whether it stands in the row of needs that nobody covers; `gap` is when nobody comes."""
    gap: Span | None = None
    kept_back: int = 0
    """How many shifts a filter keeps out of sight here, where nothing else is."""
    locked: bool = False
    """Whether its shift is locked."""
    is_notes: bool = False
    """Whether it stands among the notes on days; `note` is the one it shows, None where the day has none."""
    note: DayNote | None = None

    @property
    def here(self) -> date:
        """The day one stands on: the one that is shown by the hour, else its own."""
        return self.on or self.day

    @property
    def span(self) -> Span | None:
        """When it is: a shift's time, or when nobody comes; None for a free day."""
        return self.shift.span if self.shift is not None else self.gap

    @property
    def is_ghost(self) -> bool:
        """Tell whether the card only shows where the absent person would have been."""
        return self.form is Form.ABSENT

    @property
    def has_problem(self) -> bool:
        """Tell whether the card asks for something to be done."""
        return not self.is_ghost and (bool(self.findings) or self.form is Form.OPEN)


@dataclass(frozen=True)
class DayModel:
    """One day's heading; `shifts` and `open_shifts` begin on it; `notes` are about it."""

    day: date
    holidays: tuple[Holiday, ...]
    is_red: bool
    is_today: bool
    shifts: int
    open_shifts: int
    notes: tuple[DayNote, ...] = ()


@dataclass(frozen=True)
class RowModel:
    """One row: the open shifts (`id` None), or an assistant. Hours in this week; `colour` is the place in the team.

    In the list a row is a `day`. Needs that nobody covers have a row too, and notes on days; their `id` is None.
    """

    id: str | None
    name: str
    hours: Decimal
    contract: Decimal | None
    colour: int
    cells: tuple[tuple[CardModel, ...], ...]
    findings: tuple[Finding, ...] = ()
    day: date | None = None
    is_uncovered: bool = False
    is_notes: bool = False

    @property
    def is_about_shifts(self) -> bool:
        """Whether a shift can stand in the row: somebody's, the open ones', or a day's in the list."""
        return not (self.is_uncovered or self.is_notes)

    @property
    def cards(self) -> Iterator[CardModel]:
        """Every card of the row, day by day."""
        return (card for cell in self.cells for card in cell)

    @property
    def shifts(self) -> int:
        """How many shifts are held in the row."""
        return sum(card.shift is not None and not card.is_ghost for card in self.cards)


@dataclass(frozen=True)
class Headline:
    """The week in figures. Hours count each shift that covers a need once, within the week, whoever holds it."""

    planned: Decimal
    granted: Decimal | None
    open_shifts: int
    musts: int = 0
    shoulds: int = 0


@dataclass(frozen=True)
class WeekModel:
    """A week as it is shown; `kept` are findings that were left as they are."""

    week: Week
    days: tuple[DayModel, ...]
    rows: tuple[RowModel, ...]
    headline: Headline
    findings: tuple[Finding, ...] = ()
    kept: tuple[Kept, ...] = ()

    @cached_property
    def general(self) -> tuple[Finding, ...]:
        """The findings that stand on no card: an uncovered need, a contract."""
        shown = {finding for row in self.rows for card in row.cards for finding in card.findings}
        return tuple(finding for finding in self.findings if finding not in shown)


def build_week(roster: Roster, week: Week, *, today: date) -> WeekModel:
    """Return what is shown of a week, before its rules have looked."""
    cards = _Cards(roster, week)
    rows = (_open_row(cards), *(_row(cards, place, assistant=who) for place, who in enumerate(roster.assistants)))
    return WeekModel(
        week,
        days=tuple(_day(cards, day, today=today) for day in week.days),
        rows=tuple(row for row in rows if row is not None),
        headline=_headline(cards),
    )


def with_findings(model: WeekModel, findings: Iterable[Finding], *, kept: tuple[Kept, ...] = ()) -> WeekModel:
    """Return a week with what its rules have found; rows and cards that nothing new is found about are the same ones.

    An open shift is told as such, and not again as a finding.
    """
    told = untold(findings, (card.shift for card in model.rows[0].cards if card.shift is not None))
    by_shift: dict[str, tuple[Finding, ...]] = {}
    for finding in told:
        for about in dict.fromkeys(finding.shifts if finding.rule not in ABOUT_MANY else ()):
            by_shift[about] = (*by_shift.get(about, ()), finding)
    others = [finding for finding in told if finding.rule not in SEEN_BY_SHAPE]
    headline = replace(
        model.headline,
        musts=sum(finding.weight == "must" for finding in others),
        shoulds=sum(finding.weight == "should" for finding in others),
    )
    rows = tuple(_row_with(row, told, by_shift=by_shift) for row in model.rows)
    return replace(model, rows=rows, headline=headline, findings=told, kept=kept)


def untold(findings: Iterable[Finding], opened: Iterable[Shift]) -> tuple[Finding, ...]:
    """Return the findings but for needs that are uncovered only because a shift of that time is open."""
    spans = [shift.span for shift in opened]

    def is_told(finding: Finding) -> bool:
        span = finding.span
        return finding.rule == UNCOVERED_NEED and span is not None and any(one.covers(span) for one in spans)

    return tuple(finding for finding in findings if not is_told(finding))


def _row_with(row: RowModel, findings: tuple[Finding, ...], *, by_shift: Mapping[str, tuple[Finding, ...]]) -> RowModel:
    mine = tuple(one for one in findings if row.id is not None and one.rule in ABOUT_MANY and one.assistant == row.id)
    cells = tuple(tuple(_card_with(card, by_shift) for card in cell) for cell in row.cells)
    is_as_before = cells == row.cells and mine == row.findings
    return row if is_as_before else replace(row, cells=cells, findings=mine)


def _card_with(card: CardModel, by_shift: Mapping[str, tuple[Finding, ...]]) -> CardModel:
    told = by_shift.get(card.shift.id, ()) if card.shift is not None and not card.is_ghost else ()
    return card if card.findings == told else replace(card, findings=told)


def _name(roster: Roster, assistant: str | None) -> str:
    known = roster.assistants_by_id.get(assistant or "")
    return known.name if known is not None else ""


class _Cards:
    """The week's cards by row and day."""

    def __init__(self, roster: Roster, week: Week) -> None:
        self.roster = roster
        self.week = week
        self.zone = roster.arrangement.zone
        self.span = week.span(self.zone)
        self.shifts = roster.shifts_in(self.span)
        self.first_days = {shift.id: shift.span.first_day(self.zone) for shift in self.shifts}
        self.held: dict[str | None, list[Shift]] = {}
        for shift in self.shifts:
            self.held.setdefault(roster.holder(shift), []).append(shift)
        self._cards: dict[tuple[str | None, date], list[CardModel]] = {}
        for holder, shifts in self.held.items():
            for shift in shifts:
                self._place(shift, holder)

    def _place(self, shift: Shift, holder: str | None) -> None:
        first = self.first_days[shift.id]
        day = max(first, self.week.monday)
        away = self._away(shift, holder)
        card = CardModel(
            day,
            holder,
            _FORM_OF_STATE[shift.state] if holder is not None else Form.OPEN,
            shift,
            other=_name(self.roster, away[0]) if away else "",
            other_short=self.roster.short_names.get(away[0], "") if away else "",
            continued=first < day,
        )
        self._cards.setdefault((holder, day), []).append(card)
        for absent in away:
            ghost = replace(
                card,
                row=absent,
                form=Form.ABSENT,
                other=_name(self.roster, holder),
                other_short=self.roster.short_names.get(holder or "", ""),
            )
            self._cards.setdefault((absent, day), []).append(ghost)

    def _away(self, shift: Shift, holder: str | None) -> tuple[str, ...]:
        """Return who should have come and is absent: the planned person first, then a substitute."""
        if holder == shift.assistant and shift.id not in self.roster.substitutes:
            return ()
        expected = dict.fromkeys((shift.assistant, self.roster.substitutes.get(shift.id)))
        return tuple(
            who
            for who in expected
            if who is not None and who != holder and self.roster.absence_of(who, shift.span) is not None
        )

    def cells(self, row: str | None) -> tuple[tuple[CardModel, ...], ...]:
        """Return a row's seven cells; a day without a shift holds an empty card."""
        return tuple(tuple(self._cards.get((row, day), ())) or (CardModel(day, row),) for day in self.week.days)


def _open_row(cards: _Cards) -> RowModel:
    return RowModel(None, "", _hours_in(cards, None), None, colour=-1, cells=cards.cells(None))


def _row(cards: _Cards, place: int, *, assistant: Assistant) -> RowModel | None:
    """Return an assistant's row, or None for one who is neither employed nor at work in the week."""
    cells = cards.cells(assistant.id)
    employed = not assistant.employments or any(assistant.employment_on(day) for day in cards.week.days)
    if not employed and all(card.shift is None for cell in cells for card in cell):
        return None
    post = assistant.employment_on(cards.week.monday) or assistant.employment_on(cards.week.days[-1])
    contract = post.percent / _WHOLE * cards.roster.arrangement.weekly_norm if post is not None else None
    hours = _hours_in(cards, assistant.id)
    return RowModel(assistant.id, assistant.name, hours, contract, colour=place, cells=cells)


def _hours_in(cards: _Cards, holder: str | None) -> Decimal:
    return hours_within((shift.span for shift in cards.held.get(holder, ())), cards.span)


def hours_within(spans: Iterable[Span], within: Span) -> Decimal:
    """Return the hours of spans that lie within another."""
    lengths = (min(span.end, within.end) - max(span.start, within.start) for span in spans)
    return hours(sum((length for length in lengths if length > _NO_TIME), _NO_TIME))


def _day(cards: _Cards, day: date, *, today: date) -> DayModel:
    begun = sum(first == day for first in cards.first_days.values())
    still_open = sum(cards.first_days[shift.id] == day for shift in cards.held.get(None, ()))
    return DayModel(
        day, holidays_on(day), is_red=is_red(day), is_today=day == today, shifts=begun, open_shifts=still_open
    )


def _headline(cards: _Cards) -> Headline:
    """Return the week's figures."""
    awards = [award for award in cards.roster.awards if any(day in award.days for day in cards.week.days)]
    return Headline(
        planned=hours_within((shift.span for shift in cards.shifts if shift.covers_need), cards.span),
        granted=sum((award.weekly_hours.total for award in awards), Decimal(0)) if awards else None,
        open_shifts=sum(cards.first_days[shift.id] >= cards.week.monday for shift in cards.held.get(None, ())),
    )


def first_week(roster: Roster, today: date) -> Week:
    """Return the week to begin with: this one, or the next in which something is planned."""
    week = Week.of(today)
    start = week.span(roster.arrangement.zone).start
    ahead = [shift.span.start for shift in roster.shifts if shift.span.end > start]
    return max(week, Week.of(min(ahead).astimezone(roster.arrangement.zone).date())) if ahead else week
