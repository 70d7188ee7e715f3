"""Whom to ask next, as a sentence with its reason."""

from __future__ import annotations

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.wave import Wave, WaveKind
from bpa_desktop.texts.shift import moment_text, name_of

_SENTENCES = {
    WaveKind.CONFIRM: mark("Said yes: {names}. Confirm one."),
    WaveKind.WAIT: mark("Waiting for {names}."),
    WaveKind.BEST: mark("There is time: ask the best first, {names}."),
    WaveKind.ALL: mark("Less than a day left: ask all your own at once, {names}."),
    WaveKind.ON_CALL: mark("Your own have been asked: now those on call, {names}."),
    WaveKind.OUTSIDE: mark("Everybody has been asked. Turn to a relative, the pool or the telephone on duty."),
}


def wave_text(language: Language, roster: Roster, *, wave: Wave) -> str:
    """Return the proposal in words."""
    names = language.listed(tuple(name_of(language, roster, assistant=who) for who in wave.assistants))
    if wave.kind is WaveKind.WAIT and wave.until is not None:
        until = moment_text(language, wave.until, zone=roster.arrangement.zone)
        return language.text("Waiting for {names} until {until}.", names=names, until=until)
    return language.text(_SENTENCES[wave.kind], names=names)
