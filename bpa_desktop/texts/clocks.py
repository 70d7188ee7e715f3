"""The three clocks of a shift in words, each with the sum that made it."""

from __future__ import annotations

from bpa_desktop.i18n import Language
from bpa_desktop.services.clocks import Clocks


def clocks_text(language: Language, clocks: Clocks) -> tuple[str, str, str]:
    """Return how long somebody is present, what is drawn, and what is paid."""
    present = language.text("Present: {hours}.", hours=language.hours(clocks.present))
    return present, _drawn(language, clocks), _paid(language, clocks)


def _drawn(language: Language, clocks: Clocks) -> str:
    if clocks.factor is None:
        return language.text("Drawn from the award: nothing, no award is in force.")
    if clocks.factor == 0:
        return language.text("Drawn from the award: nothing, since it does not count this kind.")
    if clocks.factor == 1:
        return language.text("Drawn from the award: {hours}.", hours=language.hours(clocks.drawn))
    return language.text(
        "Drawn from the award: {present} × {factor} = {hours}.",
        present=language.number(clocks.present),
        factor=language.number(clocks.factor),
        hours=language.hours(clocks.drawn),
    )


def _paid(language: Language, clocks: Clocks) -> str:
    if clocks.paid is None:
        return language.text("Paid: not known, the pay agreement has no figure for this kind.")
    if clocks.paid == clocks.present:
        return language.text("Paid: {hours}, and supplements.", hours=language.hours(clocks.paid))
    return language.text(
        "Paid: {hours} of {present}, and supplements.",
        hours=language.hours(clocks.paid),
        present=language.hours(clocks.present),
    )
