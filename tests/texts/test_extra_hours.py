"""Extra hours are said with how regularly they came, and with what has to be known to judge them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.i18n import Language
from bpa_desktop.rules.extra_hours import ExtraHours, MonthWorked
from bpa_desktop.texts.extra_hours import extra_hours_text
from tests.plain_text import plain

ENGLISH = Language("en")


def month(number: int, worked: str, others: str = "0") -> MonthWorked:
    """Return a month of 2026 with 30 hours agreed."""
    first = date(2026, number, 1)
    return MonthWorked(first, first.replace(day=28), Decimal(30), Decimal(worked), Decimal(others))


def said(*months: MonthWorked, language: Language = ENGLISH) -> str:
    """Return what is said of some months."""
    return plain(extra_hours_text(language, ExtraHours("kari", months, throughout=True, reference="AML § 14-4 a")))


def test_nothing_extra_is_said_in_few_words() -> None:
    assert said(month(1, "30"), month(2, "12")) == "No month above the contract since 1 Jan 2026."


def test_how_much_and_how_regularly_stand_together_with_the_paragraph() -> None:
    assert said(month(1, "44"), month(2, "30"), month(3, "30.5")) == (
        "14.5 hours more than agreed from 1 Jan 2026 to 28 Mar 2026, above the contract in 2 of 3 months. "
        "Who regularly works more can ask for a larger post (AML § 14-4 a)."
    )


def test_one_month_alone_is_not_called_regular() -> None:
    assert said(month(1, "31")) == "1 hour more than agreed from 1 Jan 2026 to 28 Jan 2026."


def test_a_month_above_is_said_though_another_made_up_for_it() -> None:
    assert said(month(1, "31"), month(2, "12")) == (
        "Not more than agreed from 1 Jan 2026 to 28 Feb 2026, but above the contract in 1 of 2 months."
    )


def test_work_in_the_place_of_others_and_a_break_in_the_post_are_said() -> None:
    report = ExtraHours("kari", (month(1, "44", "7"),), throughout=False, reference="§")
    text = plain(extra_hours_text(ENGLISH, report))
    assert "7 hours of it all was work in the place of somebody absent." in text
    assert text.endswith("Not permanently employed all that time.")
    assert "Not permanently" not in plain(extra_hours_text(ENGLISH, replace(report, throughout=True)))


@pytest.mark.parametrize("worked", ["44", "30", "12"])
def test_it_is_said_in_norwegian(worked: str) -> None:
    assert said(month(1, worked), month(2, "12"), language=Language("nb")) != said(month(1, worked), month(2, "12"))
