"""Small rosters for tests: week 49 of 2026 begins on Monday 30 November."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Agreement, AgreementLevel, Arrangement, Regime
from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver, WeeklyHours
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.team import Assistant, Availability, Employment, EmploymentKind, Grade

OSLO = ZoneInfo("Europe/Oslo")
MONDAY = date(2026, 11, 30)
SINCE = date(2020, 1, 1)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def at(moment: str) -> datetime:
    """Return an instant in Oslo: `2026-12-04 15:00`, or `fri 15:00` and `fri+1 15:00` in week 49 and the next."""
    day, clock = moment.split()
    return datetime.combine(_day(day), time.fromisoformat(clock), OSLO)


def _day(text: str) -> date:
    name, _, weeks = text.partition("+")
    if name not in _WEEKDAYS:
        return date.fromisoformat(text)
    return MONDAY + timedelta(days=_WEEKDAYS.index(name) + 7 * int(weeks or 0))


def span(start: str, end: str) -> Span:
    """Return a span in Oslo; an end that is a time only is on the start's day, or the next where it is not later."""
    begins = at(start)
    if " " in end:
        return Span(begins, at(end))
    day = begins.date() if time.fromisoformat(end) > begins.time() else begins.date() + timedelta(days=1)
    return Span(begins, datetime.combine(day, time.fromisoformat(end), OSLO))


class ShiftFields(TypedDict, total=False):
    """What a shift may have beside its id, times and assistant."""

    kind: ShiftKind
    active_minutes: int | None
    break_minutes: int
    state: ShiftState
    backup: str | None
    place: str
    skills: tuple[str, ...]
    actual: Span | None
    published_at: datetime | None


def shift(start: str, end: str, assistant: str | None = "kari", **fields: Unpack[ShiftFields]) -> Shift:
    """Return a shift whose id is when it starts and who has it: `fri-15:00-kari`."""
    name = f"{start.replace(' ', '-').replace(':', '.').replace('+', '_')}-{assistant or 'open'}"
    return Shift(name, span(start, end), assistant, **fields)


def post(
    percent: str = "50",
    *,
    kind: EmploymentKind = EmploymentKind.PERMANENT,
    days: DayRange | None = None,
    wage: str | None = None,
) -> Employment:
    """Return an employment, permanent and half time since 2020 unless told otherwise."""
    return Employment(days or DayRange(SINCE), kind, Decimal(percent), Decimal(wage) if wage else None)


def assistant(
    name: str,
    *,
    skills: tuple[str, ...] = (),
    posts: tuple[Employment, ...] | None = None,
    preference: int = 3,
    born: date | None = None,
) -> Assistant:
    """Return an assistant whose id is the name in small letters; with one post unless told otherwise."""
    employments = (post(),) if posts is None else posts
    return Assistant(name.lower(), name, born, skills=skills, employments=employments, user_preference=preference)


def arrangement(
    level: AgreementLevel = AgreementLevel.NONE,
    *,
    averaging: int | None = None,
    reduced_rest: bool = False,
    sundays: bool = False,
    regime: Regime = Regime.AML,
) -> Arrangement:
    """Return an arrangement in Asker, under no agreement unless told otherwise."""
    agreement = Agreement(level, averaging, sundays, reduced_rest)
    return Arrangement("test", "Test", "3203", regime=regime, agreement=agreement)


def award(
    days: DayRange,
    *,
    weekly: str = "35",
    period: AccountPeriod = AccountPeriod.CALENDAR_YEAR,
    carry: CarryOver | Decimal = CarryOver.NONE,
    overnight: str = "1",
    name: str = "award",
) -> Award:
    """Return an award of so many personal hours a week."""
    granted = WeeklyHours(Decimal(weekly), Decimal(0), Decimal(0))
    return Award(name, days, granted, period, carry, Decimal(overnight))


def roster(*shifts: Shift, team: tuple[Assistant, ...] | None = None, place: Arrangement | None = None) -> Roster:
    """Return a roster of some shifts, with those who are named in them as the team unless told otherwise."""
    names = sorted({shift.assistant for shift in shifts if shift.assistant is not None})
    people = tuple(assistant(name.capitalize(), posts=(post("100"),)) for name in names) if team is None else team
    return Roster(place or arrangement(), assistants=people, shifts=shifts)


def absence(who: str, start: str, end: str, *, grade: str = "100") -> Absence:
    """Return a self-certified absence."""
    return Absence(f"abs-{who}", who, span(start, end), AbsenceKind.SELF_CERTIFIED, Decimal(grade))


def said(who: str, grade: Grade, *, start: str, end: str) -> Availability:
    """Return what an assistant said about a stretch of time."""
    return Availability(f"{who}-{grade}-{start}".replace(" ", "-").replace(":", "."), who, span(start, end), grade)


def need(
    weekday: int,
    start: str,
    *,
    end: str,
    people: int = 1,
) -> Need:
    """Return a need of active help on a weekday, 1 to 7."""
    name = f"need-{weekday}-{start.replace(':', '.')}"
    return Need(name, weekday, time.fromisoformat(start), time.fromisoformat(end), people)


def asker_week_49() -> Roster:
    """Return the small arrangement of the examples: Friday evening open, Ola absent on Friday."""
    transfer = ("transfer",)
    place = Arrangement(
        "asker",
        "Ordning i Asker",
        "3203",
        agreement=Agreement(AgreementLevel.INDIVIDUAL, 8, sunday_averaging=True, reference="Avtale"),
    )
    on_call = post("0", kind=EmploymentKind.ON_CALL)
    team = (
        assistant("Kari", skills=("driving", "transfer"), posts=(post("60"),), preference=5),
        assistant("Ola", skills=("driving", "transfer", "ventilator"), posts=(post("50"),), preference=4),
        assistant("Amina", skills=transfer, posts=(post("50"),), preference=4),
        assistant("Per", skills=("driving", "transfer"), posts=(post("30"),)),
        assistant("Ingrid", skills=transfer, posts=(post("20"),)),
        assistant("Jonas", skills=("driving",), posts=(on_call,)),
    )
    planned = (
        ("mon 08:00", "15:00", "kari"),
        ("mon 15:00", "22:00", "ola"),
        ("tue 08:00", "15:00", "amina"),
        ("tue 15:00", "22:00", "kari"),
        ("wed 09:00", "15:00", "ola"),
        ("wed 15:00", "22:00", "per"),
        ("thu 08:00", "15:00", "kari"),
        ("thu 15:00", "22:00", "amina"),
        ("fri 08:00", "15:00", "ola"),
        ("fri 15:00", "23:00", None),
        ("sat 10:00", "20:00", "ingrid"),
        ("sun 10:00", "20:00", "amina"),
    )
    shifts = tuple(
        shift(start, end, who, skills=transfer, place="home", backup="per" if start.startswith("sat") else None)
        for start, end, who in planned
    )
    weekdays = [
        need(day, start, end=end) for day in range(1, 6) for start, end in (("08:00", "15:00"), ("15:00", "22:00"))
    ]
    weekend = [need(day, "10:00", end="20:00") for day in (6, 7)]
    return Roster(
        place,
        awards=(award(DayRange(date(2026, 1, 1), date(2027, 12, 31)), weekly="90"),),
        assistants=team,
        availability=(
            said("per", Grade.PART, start="sat 00:00", end="mon+1 00:00"),
            said("jonas", Grade.CAN, start="fri 12:00", end="23:59"),
            said("kari", Grade.CANNOT, start="sun 00:00", end="mon+1 00:00"),
        ),
        needs=(*weekdays, *weekend),
        shifts=shifts,
        absences=(absence("ola", "fri 00:00", "sat 00:00"),),
    )
