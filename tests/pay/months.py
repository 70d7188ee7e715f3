"""Rosters and rules for the tests of pay: one assistant in Oslo, and an agreement with figures easy to follow."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from bpa_desktop.data.pay_agreements import shipped_pay_agreements, shipped_pay_law
from bpa_desktop.domain.arrangement import Agreement, AgreementLevel, Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.team import Assistant, Employment, EmploymentKind
from bpa_desktop.pay.agreement import PayAgreement, PayFigure, PayRules, Supplement, Unit, Wage, Window
from bpa_desktop.pay.cost import LabourCost
from bpa_desktop.pay.days import DayClass
from bpa_desktop.pay.kind import FigureName, Kind
from bpa_desktop.pay.labour import month_labour
from bpa_desktop.pay.mark import Mark

OSLO = ZoneInfo("Europe/Oslo")
LONG_AGO = date(2000, 1, 1)
AVERAGED = Agreement(AgreementLevel.INDIVIDUAL, averaging_weeks=8)


def at(text: str) -> datetime:
    """Return a local time in Oslo; `fold=1` is not needed here."""
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def shift(start: str, end: str, **facts: object) -> Shift:
    """Return a shift of Kari's, by local times."""
    facts.setdefault("assistant", "kari")
    return Shift(str(facts.pop("id", start)), Span(at(start), at(end)), **facts)  # type: ignore[arg-type]


def kari(**facts: object) -> Assistant:
    """Return Kari, newly employed in 2025."""
    facts.setdefault("days", DayRange(date(2025, 1, 1)))
    born = facts.pop("birth_date", None)
    post = Employment(kind=EmploymentKind.PERMANENT, percent=Decimal(50), **facts)  # type: ignore[arg-type]
    return Assistant("kari", "Kari", birth_date=born, employments=(post,))  # type: ignore[arg-type]


def roster(*shifts: Shift, assistant: Assistant | None = None, **facts: object) -> Roster:
    """Return a roster of shifts."""
    home = Arrangement("home", "Home", "0301", **facts)  # type: ignore[arg-type]
    return Roster(home, assistants=(assistant or kari(),), shifts=shifts)


def shipped(agreement_id: str) -> PayRules:
    """Return the rules of an agreement that comes with the program."""
    found = next(one for one in shipped_pay_agreements() if one.id == agreement_id)
    return PayRules(found, shipped_pay_law(), "I")


VIRKE = shipped("virke-bpa")


def amounts(cost: LabourCost) -> dict[str, str]:
    """Return what each kind comes to, on top of the pay left out."""
    on_top = {Kind.HOLIDAY_PAY, Kind.PENSION, Kind.EMPLOYER_CONTRIBUTION}
    kinds = dict.fromkeys(part.kind for person in cost.people for part in person.parts)
    return {kind.value: str(cost.of_kind(kind)) for kind in kinds if kind not in on_top}


def december(*shifts: Shift, rules: PayRules = VIRKE, **facts: object) -> LabourCost:
    """Return what December 2025 costs."""
    return month_labour(roster(*shifts, **facts), date(2025, 12, 1), rules=rules)  # type: ignore[arg-type]


def _window(days: DayClass, start: int, end: int) -> Window:
    return Window(days, time(start), time(end), Mark.SEEN)


def _supplement(kind: Kind, value: str, *windows: Window, not_with: frozenset[Kind] = frozenset()) -> Supplement:
    unit = Unit.PERCENT if kind in (Kind.HOLIDAY, Kind.NIGHT) else Unit.KRONER_AN_HOUR
    return Supplement(kind, LONG_AGO, Decimal(value), unit, Mark.SEEN, "made up", windows, not_with)


MADE_UP = PayAgreement(
    "made-up",
    "Made up",
    Decimal("37.5"),
    tuple(
        Wage(LONG_AGO, years, Decimal(value), Unit.KRONER_AN_HOUR, Mark.SEEN, "made up")
        for years, value in ((0, "200.13"), (3, "231.07"))
    ),
    (
        _supplement(Kind.EVENING, "31.7", _window(DayClass.EVERY_DAY, 17, 21)),
        _supplement(Kind.NIGHT, "45", _window(DayClass.EVERY_DAY, 21, 6)),
        _supplement(
            Kind.WEEKEND,
            "57.3",
            _window(DayClass.SATURDAY, 0, 0),
            _window(DayClass.SUNDAY, 0, 0),
            not_with=frozenset({Kind.HOLIDAY}),
        ),
        _supplement(Kind.HOLIDAY, "133", _window(DayClass.HOLIDAY, 0, 0), _window(DayClass.CHRISTMAS_EVE, 12, 0)),
    ),
    tuple(
        PayFigure(name, LONG_AGO, Decimal(value), Mark.SEEN, "made up")
        for name, value in (
            (FigureName.OVERTIME, "50"),
            (FigureName.RESTING_NIGHT, "3"),
            (FigureName.STANDBY_HOME, "7"),
            (FigureName.ACTIVATION_BLOCK, "30"),
            (FigureName.ALL_ACTIVE_PART, "3"),
        )
    ),
)
MADE_UP_RULES = PayRules(MADE_UP, shipped_pay_law(), "I")
RESTING, HOME_STANDBY = ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_HOME
