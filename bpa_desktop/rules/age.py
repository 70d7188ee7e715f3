"""How old an assistant is: who is young works by stricter limits."""

from __future__ import annotations

from datetime import date

from bpa_desktop.rules.case import Case


def is_young(case: Case, who: str | None, *, day: date) -> bool:
    """Tell whether an assistant is known to be under 18 on a day. AML § 11-1."""
    return is_younger(case, who, day=day, key="young_below")


def is_younger(case: Case, who: str | None, *, day: date, key: str) -> bool:
    """Tell whether an assistant is known to be younger on a day than a limit in years says."""
    assistant = case.roster.assistants_by_id.get(who) if who is not None else None
    if assistant is None or assistant.birth_date is None:
        return False
    return age_on(assistant.birth_date, day) < case.limit(key, day).value


def age_on(birth: date, day: date) -> int:
    """Return the whole years from a birth to a day; who is born on 29 February gets older on 1 March in other years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
