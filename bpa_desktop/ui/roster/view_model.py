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
from bpa_desktop.domain.holidays import Holiday
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, Week, hours
from bpa_desktop.rules.memory import Memory

if TYPE_CHECKING:
    from bpa_desktop.rules.rule import Finding
    from bpa_desktop.ui.roster.findings import Kept

NO_TIME = timedelta(0)
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


_ByShift = Mapping[str, tuple["Finding", ...]]


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
    away: Span | None = None
    """How much of a free day whose row it is in is absent."""
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

    @cached_property
    def held(self) -> frozenset[str]:
        """The ids of the shifts that are held in the row."""
        return frozenset(card.shift.id for card in self.cards if card.shift is not None and not card.is_ghost)

    @cached_property
    def on_shifts(self) -> frozenset[str]:
        """The ids of the shifts that have a card in the row."""
        return frozenset(card.shift.id for card in self.cards if card.shift is not None)

    @property
    def shifts(self) -> int:
        """How many shifts are held in the row."""
        return len(self.held)

    @cached_property
    def on_cards(self) -> frozenset[Finding]:
        """The findings that stand on its cards."""
        return frozenset(finding for card in self.cards for finding in card.findings)


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
        shown: frozenset[Finding] = frozenset().union(*(row.on_cards for row in self.rows))
        return tuple(finding for finding in self.findings if finding not in shown)


def with_findings(
    model: WeekModel, findings: Iterable[Finding], *, kept: tuple[Kept, ...] = (), memory: Memory | None = None
) -> WeekModel:
    """Return a week with what its rules have found; rows and cards that nothing new is found about are the same ones.

    An open shift is told as such, and not again as a finding.
    """
    told = untold(findings, (card.shift for card in model.rows[0].cards if card.shift is not None))
    if not told and not model.findings:  # a week is drawn first before the rules have looked
        return replace(model, kept=kept)
    by_shift: dict[str, tuple[Finding, ...]] = {}
    by_person: dict[str | None, tuple[Finding, ...]] = {}
    for finding in told:
        if finding.rule in ABOUT_MANY:
            by_person[finding.assistant] = (*by_person.get(finding.assistant, ()), finding)
            continue
        for about in dict.fromkeys(finding.shifts):
            by_shift[about] = (*by_shift.get(about, ()), finding)
    others = [finding for finding in told if finding.rule not in SEEN_BY_SHAPE]
    headline = replace(
        model.headline,
        musts=sum(finding.weight == "must" for finding in others),
        shoulds=sum(finding.weight == "should" for finding in others),
    )
    told_before = memory or Memory()
    rows = tuple(
        _row_with(row, by_person.get(row.id, ()) if row.id is not None else (), by_shift=by_shift, memory=told_before)
        for row in model.rows
    )
    return replace(model, rows=rows, headline=headline, findings=told, kept=kept)


def untold(findings: Iterable[Finding], opened: Iterable[Shift]) -> tuple[Finding, ...]:
    """Return the findings but for needs that are uncovered only because a shift of that time is open."""
    spans = [shift.span for shift in opened]

    def is_told(finding: Finding) -> bool:
        span = finding.span
        return finding.rule == UNCOVERED_NEED and span is not None and any(one.covers(span) for one in spans)

    return tuple(finding for finding in findings if not is_told(finding))


def _row_with(row: RowModel, mine: tuple[Finding, ...], *, by_shift: _ByShift, memory: Memory) -> RowModel:
    inside = {shift: by_shift[shift] for shift in by_shift.keys() & row.held}

    def told() -> RowModel:
        cells = tuple(tuple(_card_with(card, inside) for card in cell) for cell in row.cells)
        is_as_before = cells == row.cells and mine == row.findings
        return row if is_as_before else replace(row, cells=cells, findings=mine)

    return memory.recall(("told", row.id), (row, mine, inside), work_out=told)


def _card_with(card: CardModel, by_shift: _ByShift) -> CardModel:
    told = by_shift.get(card.shift.id, ()) if card.shift is not None and not card.is_ghost else ()
    return card if card.findings == told else replace(card, findings=told)


def hours_within(spans: Iterable[Span], within: Span) -> Decimal:
    """Return the hours of spans that lie within another."""
    return hours(length_within(spans, within))


def length_within(spans: Iterable[Span], within: Span) -> timedelta:
    """Return how much time of spans lies within another."""
    lengths = (min(span.end, within.end) - max(span.start, within.start) for span in spans)
    return sum((length for length in lengths if length > NO_TIME), NO_TIME)
