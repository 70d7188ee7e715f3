"""The hour account in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bpa_desktop.domain.account import Account
from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language


def account_sentence(language: Language, account: Account) -> str:
    """Return what people lead by, in one sentence: hours left to the last day, and how much that is a week."""
    last = "" if account.period.last is None else language.date(account.period.last, "date")
    if account.left < 0:
        return language.text(
            "{hours} more than the award grants are used and planned until {last}.",
            hours=language.hours(-account.left),
            last=last,
        )
    return language.text(
        "Left of the award until {last}: {left}, {weekly} a week.",
        left=language.hours(account.left),
        last=last,
        weekly=language.hours(account.per_week_left),
    )


def account_line(language: Language, roster: Roster, *, found: Iterable[Account], shown: date) -> str:
    """Return the sentences of the accounts whose awards are in force on a day."""
    in_force = {award.id for award in roster.awards if shown in award.days}
    return " ".join(account_sentence(language, one) for one in found if one.award in in_force)
