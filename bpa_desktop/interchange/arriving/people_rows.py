"""The rows of a table of people."""

from __future__ import annotations

from datetime import date

from bpa_desktop.domain.team import Assistant
from bpa_desktop.interchange.arriving.clock_words import day_and_clock, day_of
from bpa_desktop.interchange.arriving.people import person
from bpa_desktop.interchange.arriving.plain_text import quoted
from bpa_desktop.interchange.arriving.refusal import LeftOutError
from bpa_desktop.interchange.arriving.row import Row
from bpa_desktop.services.arrival import Arrival


def person_of(row: Row, *, today: date) -> Arrival:
    """Return who stands in a row. Raises LeftOutError."""
    name = row.cell("name") or f"{row.cell('first')} {row.cell('last')}".strip()
    if not name:
        raise LeftOutError("no_name")
    town = f"{row.cell('code')} {row.cell('town')}".strip()
    found = Assistant(
        "",
        name,
        birth_date=_born(row.cell("birth_date"), today),
        phone=row.cell("phone"),
        email=row.cell("email"),
        address=", ".join(part for part in (row.cell("address"), town) if part),
        languages=row.cells("languages"),
    )
    return person(row.place, found)


def _born(text: str, today: date) -> date | None:
    """Return when somebody was born, None where it is not said. Raises LeftOutError for what is no day that was."""
    if not text:
        return None
    day = day_of(day_and_clock(text)[0], last=today)
    if day is None or day > today:
        raise LeftOutError("no_day", {"found": quoted(text)})
    return day
