"""Every member of the field's enums has a word, in both languages."""

from __future__ import annotations

from enum import StrEnum

import pytest

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.arrangement import AgreementLevel, Regime, SelfCertification
from bpa_desktop.domain.award import AccountPeriod, CarryOver, Overdraw
from bpa_desktop.domain.fallback import FallbackKind
from bpa_desktop.domain.holidays import Holiday
from bpa_desktop.domain.household import Role
from bpa_desktop.domain.incident import IncidentKind
from bpa_desktop.domain.shift import ShiftKind, ShiftState
from bpa_desktop.domain.substitute import Answer, Channel, Outcome, RequestState
from bpa_desktop.domain.team import EmploymentKind, Grade
from bpa_desktop.i18n import Language
from bpa_desktop.texts import word

ENUMS: tuple[type[StrEnum], ...] = (
    AbsenceKind,
    AccountPeriod,
    AgreementLevel,
    Answer,
    CarryOver,
    Channel,
    EmploymentKind,
    FallbackKind,
    Grade,
    Holiday,
    IncidentKind,
    Outcome,
    Overdraw,
    Regime,
    RequestState,
    Role,
    SelfCertification,
    ShiftKind,
    ShiftState,
)


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("enum", ENUMS)
def test_every_term_has_a_word(enum: type[StrEnum], code: str) -> None:
    for term in enum:
        assert word(Language(code), term)


def test_equal_strings_of_different_enums_keep_their_own_words() -> None:
    english = Language("en")
    assert word(english, Grade.PART) == "can work part of it"
    assert word(english, Answer.PART) == "part of it"
