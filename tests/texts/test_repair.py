"""What mends a finding, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bpa_desktop.domain.shift import Shift
from bpa_desktop.i18n import Language
from bpa_desktop.rules.repair import Repair
from bpa_desktop.texts import repair_text
from tests.rosters import assistant, roster, shift, span

DAY = shift("mon 08:00", "15:00", "kari")
PLAN = roster(DAY, team=(assistant("Kari"), assistant("Ola")))


@pytest.mark.parametrize(
    ("after", "english", "norwegian"),
    [
        (
            replace(DAY, span=span("mon 09:00", "15:00")),
            "Let the shift Monday 30 November 08:00–15:00 begin at 09:00.",
            "La vakta mandag 30. november 08:00–15:00 begynne klokka 09:00.",
        ),
        (
            replace(DAY, span=span("mon 08:00", "14:30")),
            "Let the shift Monday 30 November 08:00–15:00 end at 14:30.",
            "La vakta mandag 30. november 08:00–15:00 slutte klokka 14:30.",
        ),
        (
            replace(DAY, span=span("tue 08:00", "15:00")),
            "Move the shift Monday 30 November 08:00–15:00 to Tuesday 1 December 08:00–15:00.",
            "Flytt vakta mandag 30. november 08:00–15:00 til tirsdag 1. desember 08:00–15:00.",
        ),
        (
            replace(DAY, assistant="ola"),
            "Give the shift Monday 30 November 08:00–15:00 to Ola.",
            "Gi vakta mandag 30. november 08:00–15:00 til Ola.",
        ),
        (
            replace(DAY, break_minutes=30),
            "Give the shift Monday 30 November 08:00–15:00 a break of 30 minutes.",
            "Gi vakta mandag 30. november 08:00–15:00 en pause på 30 minutter.",
        ),
    ],
)
def test_each_change_is_said_plainly(after: Shift, english: str, norwegian: str) -> None:
    assert repair_text(Language("en"), PLAN, repair=Repair(DAY, after)) == english
    assert repair_text(Language("nb"), PLAN, repair=Repair(DAY, after)) == norwegian
