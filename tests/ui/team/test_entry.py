"""The form about an assistant: what is typed becomes a value, or an error with its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.span import DayRange
from bpa_desktop.domain.team import Assistant, Employment, EmploymentKind
from bpa_desktop.ui.team.entry import NotYet, Problem, entry_of, read_entry
from tests.ui.desks import week_49

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("assistant", week_49().assistants, ids=lambda one: one.id)
def test_saving_without_a_change_changes_nothing(assistant: Assistant) -> None:
    assert read_entry(entry_of(assistant, TODAY), assistant, today=TODAY) == assistant


def test_a_new_assistant_needs_a_name_and_nothing_else() -> None:
    values = entry_of(None, TODAY)
    assert read_entry(values, None, today=TODAY) == NotYet({"name": Problem.NO_NAME})
    eva = read_entry({**values, "name": " Eva "}, None, today=TODAY)
    assert isinstance(eva, Assistant)
    assert eva.name == "Eva"
    assert eva.employments == (Employment(DayRange(TODAY), EmploymentKind.PERMANENT, Decimal(0), seniority_from=TODAY),)


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        ("child_days", "ten", Problem.NO_DAYS),
        ("child_days", "367", Problem.NO_DAYS),
        ("child_days", "03661", Problem.NO_DAYS),
        ("child_days", "-1", Problem.NO_DAYS),
        ("email", "kari at example", Problem.NO_EMAIL),
        ("percent", "a lot", Problem.NO_AMOUNT),
        ("percent", "101", Problem.NO_SHARE),
        ("wage", "-3", Problem.NO_AMOUNT),
        ("from", "yesterday", Problem.NO_DAY),
        ("to", "31.2.2027", Problem.NO_DAY),
        ("to", "1.1.2020", Problem.ENDS_BEFORE),
    ],
)
def test_each_error_is_told_with_its_field(field: str, typed: str, problem: Problem) -> None:
    kari = week_49().assistants[0]
    entry = read_entry({**entry_of(kari, TODAY), field: typed}, kari, today=TODAY)
    assert entry == NotYet({field: problem})


@pytest.mark.parametrize(("typed", "days"), [("", None), ("0", 0), (" 15 ", 15), ("366", 366)])
def test_days_with_a_sick_child_are_a_whole_number_or_left_to_the_law(typed: str, days: int | None) -> None:
    kari = replace(week_49().assistants[0], child_days=10)
    entry = read_entry({**entry_of(kari, TODAY), "child_days": typed}, kari, today=TODAY)
    assert isinstance(entry, Assistant)
    assert entry.child_days == days


def test_what_people_write_is_understood() -> None:
    kari = week_49().assistants[0]
    typed = {"percent": "62,5 %", "wage": "251,30", "from": "1/3-21".replace("-", "/"), "skills": "driving, , cooking"}
    entry = read_entry({**entry_of(kari, TODAY), **typed}, kari, today=TODAY)
    assert isinstance(entry, Assistant)
    post = entry.employments[0]
    assert (post.percent, post.hourly_wage, post.days.first) == (Decimal("62.5"), Decimal("251.30"), date(2021, 3, 1))
    assert entry.skills == ("driving", "cooking")


def test_earlier_posts_and_what_the_form_does_not_show_stay() -> None:
    kari = week_49().assistants[0]
    earlier = Employment(DayRange(date(2019, 1, 1), date(2020, 1, 1)), EmploymentKind.TEMPORARY, Decimal(10))
    kari = replace(kari, birth_date=date(1990, 1, 1), employments=(earlier, *kari.employments))
    entry = read_entry({**entry_of(kari, TODAY), "percent": "80"}, kari, today=TODAY)
    assert isinstance(entry, Assistant)
    assert entry.birth_date == kari.birth_date
    assert entry.employments == (earlier, replace(kari.employments[1], percent=Decimal(80)))
