"""Phrases of the steps that erase for good; they name nobody."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.absence import Absence
from bpa_desktop.texts.told import Told


def _forget_absences(told: Told) -> str:
    return told.language.plural("{n} absence erased for good", "{n} absences erased for good", n=told.touched(Absence))


def _forget_assistant(told: Told) -> str:
    return told.language.text("An assistant's details erased for good")


ERASURE_PHRASES: dict[str, Callable[[Told], str]] = {
    "forget_absences": _forget_absences,
    "forget_assistant": _forget_assistant,
}
