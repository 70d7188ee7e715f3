"""What has happened about an open shift, in the order it happened. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import Answer, Ask, RequestState, SubstituteRequest
from bpa_desktop.texts import name_of, word
from bpa_desktop.ui.absence.wording import Wording

_Event = tuple[datetime, str]


def timeline(wording: Wording, roster: Roster, *, shift: Shift, request: SubstituteRequest | None) -> str:
    """Return it one a line, oldest first: when somebody was found absent, who was asked, what they answered."""
    events = [*_absent(wording, roster, shift=shift)]
    if request is not None:
        events += _asked(wording, roster, request=request)
        events += _answered(wording, roster, request=request)
        events += _told(wording, roster, request=request)
    lines = [f"{wording.moment(at)}: {said}" for at, said in sorted(events, key=lambda event: event[0])]
    if request is not None and request.state is RequestState.FILLED:
        name = name_of(wording.language, roster, assistant=request.chosen)
        lines.append(wording.language.text("Chosen: {name}", name=name))
    return "\n".join(lines)


def _absent(wording: Wording, roster: Roster, *, shift: Shift) -> Iterator[_Event]:
    absence = roster.absence_of(shift.assistant, shift.span)
    if absence is None or absence.reported_at is None:
        return
    facts = {"name": name_of(wording.language, roster, assistant=absence.assistant)}
    if absence.reported_how is None:
        yield absence.reported_at, wording.language.text("{name} reported absent", **facts)
    else:
        how = word(wording.language, absence.reported_how)
        yield absence.reported_at, wording.language.text("{name} reported absent {channel}", channel=how, **facts)


def _asked(wording: Wording, roster: Roster, *, request: SubstituteRequest) -> Iterator[_Event]:
    """Yield each wave: those asked at the same instant, and until when an answer is waited for."""
    language = wording.language
    in_order = sorted(request.asks, key=lambda ask: ask.at)
    waves = dict.fromkeys((ask.at, ask.channel, ask.answer_by) for ask in in_order)
    for number, (at, channel, by) in enumerate(waves, start=1):
        asked = (ask.assistant for ask in request.asks if (ask.at, ask.channel, ask.answer_by) == (at, channel, by))
        names = language.listed(tuple(name_of(language, roster, assistant=who) for who in asked))
        said = language.text("round {n}, {channel}: {names}", n=number, channel=word(language, channel), names=names)
        if by is not None:
            said = language.text("{round}; answer by {clock}", round=said, clock=wording.moment(by))
        yield at, said


def _answered(wording: Wording, roster: Roster, *, request: SubstituteRequest) -> Iterator[_Event]:
    language = wording.language
    for ask in request.asks:
        if ask.answered_at is None:
            continue
        name = name_of(language, roster, assistant=ask.assistant)
        if ask.answer is Answer.NONE:
            yield ask.answered_at, language.text("{name} was not reached", name=name)
            continue
        said = language.text("{name} answered {answer}", name=name, answer=word(language, ask.answer))
        yield ask.answered_at, language.text("{answer}, late", answer=said) if _is_late(ask) else said


def _told(wording: Wording, roster: Roster, *, request: SubstituteRequest) -> Iterator[_Event]:
    for ask in request.asks:
        if ask.told_at is not None:
            name = name_of(wording.language, roster, assistant=ask.assistant)
            yield ask.told_at, wording.language.text("{name} was told", name=name)


def _is_late(ask: Ask) -> bool:
    return ask.answer_by is not None and ask.answered_at is not None and ask.answered_at > ask.answer_by
