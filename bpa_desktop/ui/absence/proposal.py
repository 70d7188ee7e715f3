"""The next step of a search, in words: the sentence and its button. Plain Python, no Qt."""

from __future__ import annotations

from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.wave import Wave, WaveKind
from bpa_desktop.texts.substitute_message import first_name
from bpa_desktop.texts.wave import wave_text
from bpa_desktop.ui.absence.view_model import Card
from bpa_desktop.ui.absence.wording import Wording

_ASKING = frozenset({WaveKind.BEST, WaveKind.ALL, WaveKind.ON_CALL})


def asks(wave: Wave | None) -> bool:
    """Tell whether it is proposed to ask somebody."""
    return wave is not None and wave.kind in _ASKING


def proposal_text(wording: Wording, roster: Roster, *, card: Card) -> str:
    """Return what is proposed and why; nothing where nobody is looked for."""
    if card.backup is not None:
        name = card.backup.name
        return wording.language.text("{name} is the backup, and can come: call first.", name=name)
    return wave_text(wording.language, roster, wave=card.wave) if card.wave is not None else ""


def wave_button(wording: Wording, wave: Wave) -> str:
    """Return what asking those who are proposed is called."""
    n = len(wave.assistants)
    if wave.kind is WaveKind.BEST and n == 1:
        return wording.language.text("Log that the best is asked")
    if wave.kind is WaveKind.BEST:
        return wording.language.text("Log that the {n} best are asked", n=n)
    return wording.language.plural("Log that {n} is asked", "Log that all {n} are asked", n=n)


def backup_button(wording: Wording, card: Card) -> str:
    """Return what calling the backup is called."""
    name = first_name(card.backup) if card.backup is not None else ""
    return wording.language.text("Call the backup: {name} comes", name=name)
