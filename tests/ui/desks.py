"""A desk over the example arrangement in Asker, week 49 of 2026: Friday evening is open, Ola is absent on Friday."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import lru_cache

from PySide6.QtWidgets import QWidget

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.data.municipality_numbers import shipped_municipality_numbers
from bpa_desktop.data.national_maximum import shipped_national_maximum
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Agreement, AgreementLevel, Arrangement, ServiceUse
from bpa_desktop.domain.award import Award, WeeklyHours
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import DayRange, clock_span, days_span
from bpa_desktop.domain.team import Assistant, Availability, Employment, EmploymentKind, Grade
from bpa_desktop.i18n import Language
from bpa_desktop.services.cost import PriceBook
from bpa_desktop.ui.actions import build_actions
from bpa_desktop.ui.bulletin import Bulletin
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.keymap import dress_actions
from tests.memory import MemoryStore, history_of

TUESDAY_EVENING = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
"""19:00 in Oslo, ten days before the open Friday evening."""

HOME = Arrangement(
    "asker-demo",
    "Ordning i Asker",
    "3203",
    agreement=Agreement(AgreementLevel.INDIVIDUAL, averaging_weeks=8, sunday_averaging=True),
    tariff="asker-seed",
    pay_agreement="virke-bpa",
    household_income=Decimal(480_000),
    services=(ServiceUse("alarm", Decimal(1)),),
)
_TEAM = (
    ("kari", "Kari Lunde", "60", ("driving", "transfer"), 5),
    ("ola", "Ola Berg", "50", ("driving", "transfer", "ventilator"), 4),
    ("amina", "Amina Yusuf", "50", ("transfer",), 4),
    ("per", "Per Ødegård", "30", ("driving", "transfer"), 3),
    ("ingrid", "Ingrid Sæther", "20", ("transfer",), 3),
    ("jonas", "Jonas Åsen", "0", ("driving",), 3),
)
_SHIFTS = (
    ("w49-mon-day", 1, 8, 15, "kari"),
    ("w49-mon-eve", 1, 15, 22, "ola"),
    ("w49-tue-day", 2, 8, 15, "amina"),
    ("w49-tue-eve", 2, 15, 22, "kari"),
    ("w49-wed-day", 3, 9, 15, "ola"),
    ("w49-wed-eve", 3, 15, 22, "per"),
    ("w49-thu-day", 4, 8, 15, "kari"),
    ("w49-thu-eve", 4, 15, 22, "amina"),
    ("w49-fri-day", 5, 8, 15, "ola"),
    ("w49-fri-eve", 5, 15, 23, None),
    ("w49-sat-long", 6, 10, 20, "ingrid"),
    ("w49-sun-long", 7, 10, 20, "amina"),
)


def _assistant(place: int) -> Assistant:
    key, name, percent, skills, preference = _TEAM[place]
    kind = EmploymentKind.PERMANENT if percent != "0" else EmploymentKind.ON_CALL
    return Assistant(
        key,
        name,
        phone=f"+47 900 00 00{place + 1}",
        email=f"{key}@example.org",
        languages=("nb", "en", "so") if key == "amina" else ("nb",),
        skills=skills,
        user_preference=preference,
        employments=(
            Employment(DayRange(date(2021 + place, 3, 1)), kind, Decimal(percent), employee_no=str(1041 + place)),
        ),
    )


def _shift(key: str, weekday: int, start: int, end: int, assistant: str | None) -> Shift:
    return Shift(
        key,
        clock_span(date.fromisocalendar(2026, 49, weekday), time(start), end=time(end), zone=HOME.zone),
        assistant,
        state=ShiftState.PUBLISHED if assistant is not None else ShiftState.DRAFT,
        place="home",
        skills=("transfer",),
        backup="per" if key == "w49-sat-long" else None,
        tasks=("morning routine", "physiotherapy at 11") if key == "w49-mon-day" else (),
    )


def week_49() -> Roster:
    """Return the example arrangement."""
    friday = date(2026, 12, 4)
    return Roster(
        HOME,
        awards=(
            Award(
                "vedtak-2026",
                DayRange(date(2026, 1, 1), date(2027, 12, 31)),
                WeeklyHours(Decimal(62), Decimal(22), Decimal(6)),
                reference="Vedtak 2025/4711",
            ),
        ),
        assistants=tuple(_assistant(place) for place in range(len(_TEAM))),
        availability=(
            Availability("a-jonas", "jonas", clock_span(friday, time(12), end=time(23, 59), zone=HOME.zone), Grade.CAN),
        ),
        needs=tuple(
            Need(f"need-{weekday}-{start}", weekday, time(start), time(end), skills=("transfer",))
            for weekday in range(1, 8)
            for start, end in (((8, 15), (15, 22)) if weekday <= 5 else ((10, 20),))
        ),
        shifts=tuple(_shift(*line) for line in _SHIFTS),
        absences=(Absence("abs-1", "ola", days_span(friday, friday, zone=HOME.zone), AbsenceKind.SELF_CERTIFIED),),
    )


@dataclass
class Heard:
    """What was said and refused."""

    said: list[str]
    refused: list[str]
    wanted: list[tuple[str, str]]


def listen(bulletin: Bulletin) -> Heard:
    """Write down what the bulletin carries from now on."""
    heard = Heard([], [], [])
    bulletin.said.connect(heard.said.append)
    bulletin.refused.connect(heard.refused.append)
    bulletin.wanted.connect(lambda name, target: heard.wanted.append((name, target)))
    return heard


@lru_cache(maxsize=1)
def price_book() -> PriceBook:
    """Return the shipped price lists, base amounts and maxima."""
    return PriceBook(
        shipped_tariffs(), shipped_base_amounts(), shipped_national_maximum(), shipped_municipality_numbers()
    )


def make_desk(
    roster: Roster | None = None,
    *,
    code: str = "en",
    at: datetime = TUESDAY_EVENING,
    run: Callable[[str], None] = lambda _action: None,
) -> tuple[Desk, MemoryStore]:
    """Return a desk over a roster kept in memory, and the store below. Needs the QApplication (qtbot)."""
    history, store = history_of(roster if roster is not None else week_49(), at=at)
    bulletin = Bulletin()
    history.subscribe(bulletin.announce)
    language = Language(code)
    holder = QWidget()
    actions = build_actions(holder, run)
    dress_actions(actions, language)
    desk = Desk(history, bulletin, language, limits=shipped_limits(), shipped_prices=price_book(), actions=actions)
    desk.keep_alive = holder  # type: ignore[attr-defined]  # the actions die with their parent
    return desk, store
