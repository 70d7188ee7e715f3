"""A week as it is shown: rows, days and cards as frozen values. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.holidays import Holiday, holidays_on, is_red
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import Span, Week
from bpa_desktop.domain.team import Assistant

if TYPE_CHECKING:
    from bpa_desktop.rules.rule import Finding
    from bpa_desktop.ui.roster.findings import Kept

_WHOLE = Decimal(100)
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
    def shifts(self) -> int:
        """How many shifts are held in the row."""
        return sum(card.shift is not None and not card.is_ghost for cell in self.cells for card in cell)


@dataclass(frozen=True)
class Headline:
    """The week in figures. Hours count each shift that covers a need once, within the week, whoever holds it."""

    planned: Decimal
    granted: Decimal | None
    open_shifts: int
    musts: int
    shoulds: int


@dataclass(frozen=True)
class WeekModel:
    """A week as it is shown; `kept` are findings that were left as they are."""

    week: Week
    days: tuple[DayModel, ...]
    rows: tuple[RowModel, ...]
    headline: Headline
    findings: tuple[Finding, ...]
    kept: tuple[Kept, ...] = ()

    @property
    def general(self) -> tuple[Finding, ...]:
        """The findings that stand on no card: an uncovered need, a contract."""
        cards = (card for row in self.rows for cell in row.cells for card in cell)
        shown = {finding for card in cards for finding in card.findings}
        return tuple(finding for finding in self.findings if finding not in shown)


def build_week(roster: Roster, week: Week, *, today: date, findings: Iterable[Finding] = ()) -> WeekModel:
    """Return what is shown of a week, with the findings of its rules."""
    cards = _Cards(roster, week, findings=tuple(findings))
    rows = (_open_row(cards), *(_row(cards, place, assistant=who) for place, who in enumerate(roster.assistants)))
    return WeekModel(
        week,
        days=tuple(_day(cards, day, today=today) for day in week.days),
        rows=tuple(row for row in rows if row is not None),
        headline=_headline(cards),
        findings=cards.findings,
    )


def untold(findings: Iterable[Finding], roster: Roster, *, shifts: Iterable[Shift]) -> tuple[Finding, ...]:
    """Return the findings but for needs that are uncovered only because a shift of that time is open."""
    opened = [shift.span for shift in shifts if roster.holder(shift) is None]

    def is_told(finding: Finding) -> bool:
        span = finding.span
        return finding.rule == "uncovered_need" and span is not None and any(one.covers(span) for one in opened)

    return tuple(finding for finding in findings if not is_told(finding))


def _name(roster: Roster, assistant: str | None) -> str:
    known = roster.assistants_by_id.get(assistant or "")
    return known.name if known is not None else ""


class _Cards:
    """The week's cards by row and day."""

    def __init__(self, roster: Roster, week: Week, *, findings: tuple[Finding, ...]) -> None:
        self.roster = roster
        self.week = week
        self.zone = roster.arrangement.zone
        self.span = week.span(self.zone)
        self.shifts = roster.shifts_in(self.span)
        self.findings = untold(findings, roster, shifts=self.shifts)
        self._by_shift: dict[str, tuple[Finding, ...]] = {}
        for finding in self.findings:
            for about in dict.fromkeys(finding.shifts if finding.rule not in ABOUT_MANY else ()):
                self._by_shift[about] = (*self._by_shift.get(about, ()), finding)
        self._cards: dict[tuple[str | None, date], list[CardModel]] = {}
        self.held: dict[str | None, list[Span]] = {}
        self.begun: dict[date, list[Shift]] = {}
        for shift in self.shifts:
            self._place(shift)

    def _place(self, shift: Shift) -> None:
        first = shift.span.first_day(self.zone)
        day = max(first, self.week.monday)
        holder = self.roster.holder(shift)
        self.held.setdefault(holder, []).append(shift.span)
        self.begun.setdefault(first, []).append(shift)
        away = self._away(shift, holder)
        card = CardModel(
            day,
            holder,
            _FORM_OF_STATE[shift.state] if holder is not None else Form.OPEN,
            shift,
            other=_name(self.roster, away[0]) if away else "",
            other_short=self.roster.short_names.get(away[0], "") if away else "",
            continued=first < day,
            findings=self._by_shift.get(shift.id, ()),
        )
        self._cards.setdefault((holder, day), []).append(card)
        for absent in away:
            ghost = replace(
                card,
                row=absent,
                form=Form.ABSENT,
                other=_name(self.roster, holder),
                other_short=self.roster.short_names.get(holder or "", ""),
                findings=(),
            )
            self._cards.setdefault((absent, day), []).append(ghost)

    def _away(self, shift: Shift, holder: str | None) -> tuple[str, ...]:
        """Return who should have come and is absent: the planned person first, then a substitute."""
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
    mine = (one for one in cards.findings if one.rule in ABOUT_MANY and one.assistant == assistant.id)
    return RowModel(assistant.id, assistant.name, hours, contract, colour=place, cells=cells, findings=tuple(mine))


def _hours_in(cards: _Cards, holder: str | None) -> Decimal:
    return hours_within(cards.held.get(holder, ()), cards.span)


def hours_within(spans: Iterable[Span], within: Span) -> Decimal:
    """Return the hours of spans that lie within another."""
    common = (span.common(within) for span in spans)
    return sum((part.hours for part in common if part is not None), Decimal(0))


def _day(cards: _Cards, day: date, *, today: date) -> DayModel:
    begun = cards.begun.get(day, [])
    still_open = sum(cards.roster.holder(shift) is None for shift in begun)
    return DayModel(
        day, holidays_on(day), is_red=is_red(day), is_today=day == today, shifts=len(begun), open_shifts=still_open
    )


def _headline(cards: _Cards) -> Headline:
    """Return the week's figures; an open shift is told as such and not again as a finding."""
    others = [finding for finding in cards.findings if finding.rule not in SEEN_BY_SHAPE]
    begun = [shift for shift in cards.shifts if shift.span.first_day(cards.zone) >= cards.week.monday]
    awards = [award for award in cards.roster.awards if any(day in award.days for day in cards.week.days)]
    return Headline(
        planned=hours_within((shift.span for shift in cards.shifts if shift.covers_need), cards.span),
        granted=sum((award.weekly_hours.total for award in awards), Decimal(0)) if awards else None,
        open_shifts=sum(cards.roster.holder(shift) is None for shift in begun),
        musts=sum(finding.weight == "must" for finding in others),
        shoulds=sum(finding.weight == "should" for finding in others),
    )


def first_week(roster: Roster, today: date) -> Week:
    """Return the week to begin with: this one, or the next in which something is planned."""
    week = Week.of(today)
    start = week.span(roster.arrangement.zone).start
    ahead = [shift.span.start for shift in roster.shifts if shift.span.end > start]
    return max(week, Week.of(min(ahead).astimezone(roster.arrangement.zone).date())) if ahead else week
