"""Phrases of the step that brings in what another program wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.texts.told import Told


def things_text(language: Language, kinds: Iterable[type[object]]) -> str:
    """Return how many there are of each kind: shifts, people, notes on days; nothing where there is none."""
    count, plural = Counter(kinds), language.plural
    counted = (
        (count[Shift], plural("{n} shift", "{n} shifts", n=count[Shift])),
        (count[Assistant], plural("{n} person", "{n} people", n=count[Assistant])),
        (count[DayNote], plural("{n} note on a day", "{n} notes on days", n=count[DayNote])),
    )
    return language.listed(tuple(text for number, text in counted if number))


def _bring_in(told: Told) -> str:
    things = things_text(told.language, (change.kind for change in told.step.changes))
    return told.language.text("{things} brought in", things=things)


ARRIVAL_PHRASES: dict[str, Callable[[Told], str]] = {"bring_in": _bring_in}
