"""Why two should not change places, in a few words."""

from __future__ import annotations

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.ranking.swap import Swap
from bpa_desktop.texts.reason import reason_text
from bpa_desktop.texts.shift import name_of


def swap_reasons(language: Language, roster: Roster, *, swap: Swap) -> tuple[str, ...]:
    """Return what a swap would break first, for each of the two who would; nothing where both can."""
    return tuple(
        language.text(
            "{name}: {reason}",
            name=name_of(language, roster, assistant=who),
            reason=reason_text(language, roster, reason=reason),
        )
        for who, reason in swap.against
    )
