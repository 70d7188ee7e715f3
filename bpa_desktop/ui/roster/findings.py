"""What the rules say about a week, and in which words. The rules are imported when they are first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange, Week
from bpa_desktop.i18n import Language

if TYPE_CHECKING:
    from bpa_desktop.rules.limits import Limits
    from bpa_desktop.rules.rule import Finding

_SIGNS = {"must": "▲", "should": "△"}


def week_findings(roster: Roster, limits: Limits, *, week: Week) -> tuple[Finding, ...]:
    """Return what the rules find in a week."""
    from bpa_desktop.rules.catalogue import check

    return tuple(check(roster, limits, days=DayRange(week.days[0], week.days[-1])))


def in_few_words(language: Language, finding: Finding) -> str:
    """Return a finding in a few words, for a card."""
    from bpa_desktop.texts.finding import finding_short

    return finding_short(language, finding)


def in_a_sentence(language: Language, roster: Roster, *, finding: Finding) -> str:
    """Return a finding in a sentence, with its sign."""
    from bpa_desktop.texts.finding import finding_text

    text = finding_text(language, roster, finding=finding)
    if finding.reference:  # a paragraph and its number stay on one line
        text = text.replace(finding.reference, finding.reference.replace(" ", "\N{NO-BREAK SPACE}"))
    return f"{_SIGNS[finding.weight]} {text}"
