"""How old an assistant is on a day."""

from __future__ import annotations

from datetime import date

import pytest

from bpa_desktop.rules.age import age_on, is_young
from bpa_desktop.rules.case import Case
from tests.rosters import assistant, roster
from tests.rules.checking import LIMITS


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("2008-12-04", "2026-12-03", 17),
        ("2008-12-04", "2026-12-04", 18),
        ("2008-12-04", "2026-11-30", 17),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-29", 20),
    ],
)
def test_a_year_is_full_on_the_birthday(birth: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(birth), date.fromisoformat(day)) == age


def test_only_whose_birth_date_is_known_can_be_young() -> None:
    team = (assistant("Kari", born=date(2010, 1, 1)), assistant("Ola"))
    case = Case(roster(team=team), LIMITS)
    day = date(2026, 12, 1)
    assert is_young(case, "kari", day=day)
    assert not is_young(case, "kari", day=date(2028, 1, 1))
    assert not any(is_young(case, who, day=day) for who in ("ola", "stranger", None))
