"""Whom to ask next: the best few while there is time, all one's own when it is short, then outside. Nobody twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.substitute import Answer, Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.domain.team import EmploymentKind
from bpa_desktop.i18n import Language
from bpa_desktop.services.wave import Wave, WaveKind, next_wave
from bpa_desktop.texts.wave import wave_text
from tests.rosters import assistant, at, post, roster, shift

ON_CALL = post("0", kind=EmploymentKind.ON_CALL)
NAMES = ("Kari", "Ola", "Per", "Amina", "Ingrid")
TEAM = (*(assistant(name) for name in NAMES), assistant("Jonas", posts=(ON_CALL,)))
EVENING = shift("fri 15:00", "23:00", None)
ROSTER = roster(EVENING, team=TEAM)
ORDER = ("per", "kari", "jonas", "ola", "amina", "ingrid")
EARLY, LATE = at("thu 14:59"), at("thu 15:00")
NOTHING = SubstituteRequest("r", EVENING.id)


def asked(*said: tuple[str, Answer], by: str = "fri 12:00", when: str = "thu 12:00") -> SubstituteRequest:
    asks = tuple(
        Ask(who, at(when), Channel.SMS, answer, at(when) if answer is not Answer.NONE else None, at(by))
        for who, answer in said
    )
    return replace(NOTHING, state=RequestState.ASKING, asks=asks)


@pytest.mark.parametrize(
    ("request_", "now", "wave"),
    [
        (NOTHING, EARLY, Wave(WaveKind.BEST, ("per", "kari", "jonas"))),
        (NOTHING, LATE, Wave(WaveKind.ALL, ("per", "kari", "ola", "amina", "ingrid"))),
        (asked(("per", Answer.NONE)), EARLY, Wave(WaveKind.WAIT, ("per",), at("fri 12:00"))),
        (asked(("per", Answer.NO)), EARLY, Wave(WaveKind.BEST, ("kari", "jonas", "ola"))),
        (asked(("per", Answer.NONE), by="thu 14:00"), EARLY, Wave(WaveKind.BEST, ("kari", "jonas", "ola"))),
        (asked(("per", Answer.NONE)), LATE, Wave(WaveKind.ALL, ("kari", "ola", "amina", "ingrid"))),
        (asked(("per", Answer.YES), ("ola", Answer.YES)), LATE, Wave(WaveKind.CONFIRM, ("per", "ola"))),
        (asked(*((who, Answer.NO) for who in ORDER if who != "jonas")), LATE, Wave(WaveKind.ON_CALL, ("jonas",))),
        (asked(*((who, Answer.NO) for who in ORDER)), LATE, Wave(WaveKind.OUTSIDE)),
        (asked(*((who, Answer.NO) for who in ORDER)), EARLY, Wave(WaveKind.OUTSIDE)),
        (
            asked(*((who, Answer.NO) for who in ORDER[1:]), ("per", Answer.NONE)),
            LATE,
            Wave(WaveKind.WAIT, ("per",), at("fri 12:00")),
        ),
    ],
)
def test_the_next_wave_is_proposed(request_: SubstituteRequest, now: object, wave: Wave) -> None:
    assert next_wave(ROSTER, request_, order=ORDER, now=now) == wave  # type: ignore[arg-type]  # an instant


def test_a_yes_of_who_cannot_come_any_more_is_not_proposed() -> None:
    yes = asked(("per", Answer.YES))
    assert next_wave(ROSTER, yes, order=ORDER[1:], now=EARLY).kind is WaveKind.BEST


@given(order=st.permutations(ORDER), answers=st.dictionaries(st.sampled_from(ORDER), st.sampled_from(Answer)))
def test_nobody_is_proposed_twice_and_who_is_proposed_stands_in_the_order(
    order: list[str], answers: dict[str, Answer]
) -> None:
    for now in (EARLY, LATE):
        wave = next_wave(ROSTER, asked(*answers.items()), order=order, now=now)
        if wave.kind in (WaveKind.BEST, WaveKind.ALL, WaveKind.ON_CALL):
            assert wave.assistants
            assert not set(wave.assistants) & set(answers)
            assert list(wave.assistants) == [who for who in order if who in wave.assistants]


@pytest.mark.parametrize("kind", WaveKind)
def test_every_proposal_has_words_with_the_names(kind: WaveKind) -> None:
    said = wave_text(Language("en"), ROSTER, wave=Wave(kind, ("kari", "per")))
    assert kind is WaveKind.OUTSIDE or "Kari and Per" in said
    until = wave_text(Language("en"), ROSTER, wave=Wave(WaveKind.WAIT, ("kari",), at("fri 12:00")))
    assert until == "Waiting for Kari until Friday 4 December 12:00."
