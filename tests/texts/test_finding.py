"""What the rules of working time find, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel
from bpa_desktop.domain.award import AccountPeriod
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import ShiftKind, ShiftState
from bpa_desktop.domain.span import DayRange
from bpa_desktop.i18n import Language
from bpa_desktop.rules.catalogue import check
from bpa_desktop.texts import finding_short, finding_text
from tests.plain_text import plain
from tests.rosters import arrangement, assistant, at, award, roster, shift
from tests.rules.advised import advised
from tests.rules.checking import LIMITS, worked

EN, NB, NN = Language("en"), Language("nb"), Language("nn")
ALONE = arrangement(AgreementLevel.INDIVIDUAL, averaging=8)
DAYS = ("mon", "tue", "wed", "thu", "fri")
SOME_SUNDAYS = ("01-04", "01-18", "02-01", "02-15", "03-01", "03-15")
NIGHTS = tuple(shift(f"{day} 22:00", f"{after} 06:00") for day, after in pairwise(DAYS))
SUNDAYS = tuple(shift(f"sun+{week} 08:00", "12:00") for week in range(4))
LATE = shift("mon 08:00", "15:00", state=ShiftState.PUBLISHED, published_at=at("sun 08:00").replace(day=5))


def said(plan: Roster, rule: str, language: Language = EN) -> str:
    """Return the first finding of a rule as a sentence."""
    finding = next(one for one in check(plan, LIMITS) if one.rule == rule)
    return plain(finding_text(language, plan, finding=finding))


@pytest.mark.parametrize(
    ("plan", "rule", "english", "norwegian"),
    [
        (
            advised(shift("mon 15:00", "21:00"), shift("tue 08:00", "15:00")),
            "late_to_early",
            "Kari works late and early: 11 hours between Monday 21:00 and Tuesday 08:00, 1 Dec 2026; 13 are better. "
            "(advice, no rule of law)",
            "Kari jobber sent og så tidlig: 11 timer mellom mandag 21:00 og tirsdag 08:00, 1. des. 2026; 13 er bedre. "
            "(råd, ikke lov)",
        ),
        (
            advised(*NIGHTS),
            "nights_in_a_row",
            "Kari works 4 nights in a row, Mon 30 Nov 21:00 to Fri 4 Dec 06:00; more than 3 are hard on anybody. "
            "(advice, no rule of law)",
            "Kari jobber 4 netter på rad, man. 30. nov. 21:00 til fre. 4. des. 06:00; flere enn 3 er hardt for alle. "
            "(råd, ikke lov)",
        ),
        (
            advised(*NIGHTS, shift("sat 08:00", "12:00")),
            "rest_after_nights",
            "Kari has 26 hours' rest after nights, between Friday 06:00 and Saturday 08:00, 5 Dec 2026; 28 are better. "
            "(advice, no rule of law)",
            "Kari har 26 timers hvile etter netter, mellom fredag 06:00 og lørdag 08:00, 5. des. 2026; 28 er bedre. "
            "(råd, ikke lov)",
        ),
        (
            advised(
                shift("2026-01-01 09:00", "10:00", "ola"),
                *(
                    shift(f"2026-{day} 09:00", "15:00")
                    for day in ("01-04", "01-18", "02-01", "02-15", "03-01", "03-15")
                ),
            ),
            "fair_share",
            "Kari has 6 weekends in 2026; by the contracts it would be 3. (advice, no rule of law)",
            "Kari har 6 helger i 2026; etter stillingene ville det vært 3. (råd, ikke lov)",
        ),
        (
            roster(shift("mon 14:00", "22:00"), shift("tue 07:00", "14:00")),
            "daily_rest",
            "Kari has 9 hours' rest between Monday 22:00 and Tuesday 07:00, 1 Dec 2026; 11 are required. "
            "(AML § 10-8 (1))",
            "Kari har 9 timer hvile mellom mandag 22:00 og tirsdag 07:00, 1. des. 2026; kravet er 11. (AML § 10-8 (1))",
        ),
        (
            roster(*worked("41")),
            "weekly_hours",
            "Kari works 41 hours in the week Mon 30 Nov to Sun 6 Dec; the limit is 40. (AML § 10-4 (1))",
            "Kari jobber 41 timer i uka man. 30. nov. til søn. 6. des.; grensen er 40. (AML § 10-4 (1))",
        ),
        (
            roster(*SUNDAYS[:2]),
            "sunday_rest",
            "Kari works on 6 Dec 2026 and on the next Sunday or holiday, 13 Dec 2026; one must be off. "
            "(AML § 10-8 (4))",
            "Kari jobber 6. des. 2026 og den neste søn- eller helligdagen, 13. des. 2026; én av dem må være fri. "
            "(AML § 10-8 (4))",
        ),
        (
            roster(shift("mon 08:00", "16:00", break_minutes=10)),
            "break",
            "Kari has 10 minutes of break in the shift Monday 30 November 08:00–16:00; half an hour is required. "
            "(AML § 10-9 (1))",
            "Kari har 10 minutter pause i vakta mandag 30. november 08:00–16:00; kravet er en halv time. "
            "(AML § 10-9 (1))",
        ),
    ],
)
def test_a_finding_says_what_is_wrong_by_how_much_and_by_which_paragraph(
    plan: Roster, rule: str, english: str, norwegian: str
) -> None:
    assert said(plan, rule) == english
    assert said(plan, rule, NB) == norwegian


def test_a_limit_by_agreement_names_it_and_one_that_is_over_says_why_the_stricter_holds() -> None:
    agreed = replace(ALONE.agreement, reference="Avtale 3", days=DayRange(None, date(2026, 12, 6)))
    plan = roster(*worked("49", "45"), place=replace(ALONE, agreement=agreed))
    first, second = [one for one in check(plan, LIMITS) if one.rule == "weekly_hours"]
    assert finding_text(EN, plan, finding=first).endswith("; by agreement: Avtale 3)")
    assert "the agreement ended 6 Dec 2026, the stricter limit is back" in plain(finding_text(EN, plan, finding=second))


EVERYTHING = (
    roster(*worked(*["62"] * 52)),
    roster(*worked(*["46"] * 8), place=ALONE),
    roster(
        *(shift(f"sun+{week} 08:00", "12:00") for week in range(6, 10)),
        place=arrangement(AgreementLevel.INDIVIDUAL, sundays=True),
    ),
    roster(*(shift(f"{day}+{week} 22:00", "08:00") for week in range(4) for day in DAYS)),
    roster(
        shift("mon 20:00", "08:00"),
        *(shift(f"{day} 08:00", "18:00") for day in ("tue", "wed", "thu", "fri", "sat", "sun")),
        team=(assistant("Kari", born=date(2010, 1, 1)),),
    ),
    roster(LATE, shift("tue 08:00", "16:00", kind=ShiftKind.TRAINING, break_minutes=5)),
    replace(
        roster(*worked("40")),
        awards=(award(DayRange(date(2026, 1, 1)), weekly="0.5", period=AccountPeriod.QUARTER),),
    ),
)


@pytest.mark.parametrize("language", [EN, NB, NN], ids=["en", "nb", "nn"])
@pytest.mark.parametrize("plan", EVERYTHING, ids=range(len(EVERYTHING)))
def test_every_finding_can_be_said_with_nothing_left_open(plan: Roster, language: Language) -> None:
    findings = check(plan, LIMITS)
    assert findings
    for finding in findings:
        text = finding_text(language, plan, finding=finding)
        assert not re.search(r"[{}]|None", text)
        assert finding_short(language, finding)
        if language is NB:
            assert text != finding_text(EN, plan, finding=finding)
