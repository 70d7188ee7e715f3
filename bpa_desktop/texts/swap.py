"""Why two should not change places: in a few words each, or in two or three where there is little room."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.ranking.result import Reason
from bpa_desktop.ranking.swap import Swap
from bpa_desktop.texts.finding import finding_short
from bpa_desktop.texts.reason import reason_text
from bpa_desktop.texts.shift import name_of


def swap_reasons(language: Language, roster: Roster, *, swap: Swap) -> tuple[str, ...]:
    """Return what a swap would break first, for each of the two who would; nothing where both can."""
    return _said(language, roster, swap=swap, words=lambda reason: reason_text(language, roster, reason=reason))


def swap_short(language: Language, roster: Roster, *, swap: Swap) -> tuple[str, ...]:
    """Return the same in two or three words each, for a menu."""
    return _said(language, roster, swap=swap, words=lambda reason: _short(language, reason))


def _short(language: Language, reason: Reason) -> str:
    return finding_short(language, reason.finding) if reason.finding is not None else ""


def _said(language: Language, roster: Roster, *, swap: Swap, words: Callable[[Reason], str]) -> tuple[str, ...]:
    names = ((name_of(language, roster, assistant=who), reason) for who, reason in swap.against)
    return tuple(language.text("{name}: {reason}", name=name, reason=words(reason)) for name, reason in names)
