"""An absence as it is typed into the form, and back. Plain Python, no Qt, no texts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from bpa_desktop.domain.absence import WHOLE, Absence, AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import EmptySpanError, Span, days_span, local_instant
from bpa_desktop.domain.substitute import Channel
from bpa_desktop.texts.shift import whole_days
from bpa_desktop.ui.widgets.entry import NoAmountError, NoDayError, amount_entry, day_entry, parse_amount, parse_day
from bpa_desktop.ui.widgets.time_entry import NoSuchTimeError, NoTimesError, parse_clock, parse_times, times_of

WHOLE_DAYS, HOURS, ONGOING = "", "#hours", "#ongoing"
"""What somebody is absent from, beside one shift by its id; no id has such a sign."""
UNSAID = ""
"""A kind that the form does not say: the one that is kept, the usual one of a new absence."""
USUAL = AbsenceKind.SELF_CERTIFIED
_AHEAD = timedelta(days=13)
GRADED = (AbsenceKind.SICK_NOTE, AbsenceKind.LEAVE, AbsenceKind.OTHER)
"""The kinds that can be graded."""
_FIELDS = {WHOLE_DAYS: ("from", "to"), ONGOING: ("from", "to"), HOURS: ("from", "times")}
SOMETIMES_HIDDEN = ("from", "to", "times", "grade")
Values = dict[str, str]


class Problem(StrEnum):
    """What is wrong with a field."""

    NOBODY = "nobody"
    NO_DAY = "no_day"
    NO_TIMES = "no_times"
    NO_GRADE = "no_grade"
    NO_MOMENT = "no_moment"
    NOT_YET = "not_yet"
    ENDS_BEFORE = "ends_before"


def entry_for(assistant: str, today: date, *, shift: str = WHOLE_DAYS) -> Values:
    """Return what the form begins with: whole days from today, or one shift."""
    return {
        "assistant": assistant,
        "what": shift,
        "from": day_entry(today),
        "to": day_entry(today),
        "times": "",
        "kind": USUAL,
        "grade": amount_entry(WHOLE),
        "reported": "",
        "how": "",
    }


def ahead_entry(values: Values, today: date) -> str:
    """Return how far ahead shifts are opened for who is away until further notice: two weeks with the first day."""
    try:
        first = parse_day(values["from"], near=today)
    except NoDayError:
        first = today
    return day_entry(first + _AHEAD)


def entry_of(absence: Absence, roster: Roster) -> Values:
    """Return what the form says of an absence that is to be changed."""
    zone = roster.arrangement.zone
    is_whole = whole_days(absence.span, zone)
    return {
        **entry_for(absence.assistant, absence.span.first_day(zone)),
        "what": ONGOING if absence.open_ended else WHOLE_DAYS if is_whole else HOURS,
        "to": day_entry(absence.span.last_day(zone)),
        "times": times_of(absence.span, zone),
        "kind": absence.kind,
        "grade": amount_entry(absence.grade),
        "reported": _moment_entry(absence.reported_at, zone),
        "how": absence.reported_how or "",
    }


def _moment_entry(moment: datetime | None, zone: ZoneInfo) -> str:
    return "" if moment is None else f"{moment.astimezone(zone):%d.%m.%Y %H:%M}"


def shown_fields(values: Values) -> frozenset[str]:
    """Return which of the fields that are sometimes hidden mean something."""
    graded = ("grade",) if values["kind"] in GRADED else ()
    return frozenset((*_FIELDS.get(values["what"], ()), *graded))


def read_entry(
    values: Values, roster: Roster, *, now: datetime, before: Absence | None = None
) -> Absence | dict[str, Problem]:
    """Return the absence that the form describes, in the place of one before, or a problem by field."""
    return _Reading(values, roster, now, before).absence()


@dataclass
class _Reading:
    """One reading of the form, with what is found to be wrong in it."""

    values: Values
    roster: Roster
    now: datetime
    before: Absence | None
    problems: dict[str, Problem] = field(default_factory=dict)

    @property
    def _zone(self) -> ZoneInfo:
        return self.roster.arrangement.zone

    @property
    def _today(self) -> date:
        return self.now.astimezone(self._zone).date()

    @property
    def _kind(self) -> AbsenceKind:
        chosen = self.values["kind"]
        unsaid = self.before.kind if self.before is not None else USUAL
        return unsaid if chosen == UNSAID else AbsenceKind(chosen)

    def absence(self) -> Absence | dict[str, Problem]:
        """Return the absence, or the problems."""
        if self.values["assistant"] not in self.roster.assistants_by_id:
            return {"assistant": Problem.NOBODY}
        span, grade, reported = self._span(), self._grade(), self._reported()
        if span is None or self.problems:
            return self.problems
        begun = self.before or Absence("", self.values["assistant"], span, AbsenceKind.OTHER)
        return replace(
            begun,
            span=span,
            kind=self._kind,
            grade=grade,
            reported_at=reported,
            reported_how=Channel(self.values["how"]) if self.values["how"] else None,
            open_ended=self.values["what"] == ONGOING,
        )

    def _span(self) -> Span | None:
        shift = self.roster.shifts_by_id.get(self.values["what"])
        if shift is not None:
            return shift.span
        first = self._day("from")
        if self.values["what"] == HOURS:
            return self._hours(first)
        last = self._day("to")
        if first is None or last is None:
            return None
        if last < first:
            self.problems["to"] = Problem.ENDS_BEFORE
            return None
        return self._begun_as_before(days_span(first, last, zone=self._zone))

    def _begun_as_before(self, span: Span) -> Span:
        """Keep the hour at which an absence until further notice began, unless it begins on another day."""
        before = self.before
        if before is None or not before.open_ended:
            return span
        is_same = before.span.first_day(self._zone) == span.first_day(self._zone)
        return Span(before.span.start, span.end) if is_same else span

    def _hours(self, day: date | None) -> Span | None:
        try:
            times = parse_times(self.values["times"])
            return times.span(day, self._zone) if day is not None else None
        except (NoTimesError, NoSuchTimeError, EmptySpanError):
            self.problems["times"] = Problem.NO_TIMES
            return None

    def _grade(self) -> Decimal:
        if self._kind not in GRADED:
            return WHOLE
        try:
            grade = parse_amount(self.values["grade"].replace("%", "") or amount_entry(WHOLE))
        except NoAmountError:
            grade = Decimal(0)
        if not 0 < grade <= WHOLE:
            self.problems["grade"] = Problem.NO_GRADE
        return grade

    def _reported(self) -> datetime | None:
        """Return when it was reported; nothing typed is now. A clock alone is today's."""
        typed = self.values["reported"].split()
        kept = self.before.reported_at if self.before is not None else None
        if " ".join(typed) == _moment_entry(kept, self._zone):
            return kept
        if not typed:
            return None
        try:
            day = parse_day(" ".join(typed[:-1]), near=self._today) if len(typed) > 1 else self._today
            moment = local_instant(day, parse_clock(typed[-1]), zone=self._zone)
        except (NoDayError, NoSuchTimeError):
            self.problems["reported"] = Problem.NO_MOMENT
            return None
        if moment > self.now:
            self.problems["reported"] = Problem.NOT_YET
        return moment

    def _day(self, key: str) -> date | None:
        try:
            return parse_day(self.values[key] or self.values["from"], near=self._today)
        except NoDayError:
            self.problems[key] = Problem.NO_DAY
            return None
