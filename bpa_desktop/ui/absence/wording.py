"""What cards, candidates and timelines say. Plain Python, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bpa_desktop.domain.absence import WHOLE, Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import Answer, Ask
from bpa_desktop.i18n import Language
from bpa_desktop.texts import away_text, capital, name_of, span_text, word
from bpa_desktop.ui.absence.view_model import AbsenceModel, Candidate, Card, ReasonWords, Stage

_HOUR = timedelta(hours=1)
_TWO_DAYS = timedelta(hours=48)
_SIGNS = {Answer.YES: "✓ ", Answer.NO: "✗ ", Answer.MAYBE: "? ", Answer.PART: "◐ ", Answer.NONE: "… "}


@dataclass(frozen=True)
class Wording:
    """Makes the texts of the screen in one language."""

    language: Language
    zone: ZoneInfo
    now: datetime
    reason_words: ReasonWords

    def lead(self, model: AbsenceModel) -> str:
        """Return the screen in one sentence."""
        text = self.language.text
        if not model.cards:
            return text("Nothing to answer: somebody comes to every shift ahead.")
        shifts = self.language.plural("{n} shift needs somebody", "{n} shifts need somebody", n=model.waiting)
        first = model.cards[0].shift
        when = span_text(self.language, first.span, zone=self.zone)
        return text("{shifts}. First: {when}, {soon}.", shifts=shifts, when=when, soon=self.soon(first))

    def soon(self, shift: Shift) -> str:
        """Return how long it is until a shift: in 9 hours, in 9 days, now."""
        left = shift.span.start - self.now
        if left <= timedelta(0):
            return self.language.text("going on now")
        if left < _HOUR:
            return self.language.plural("in {n} minute", "in {n} minutes", n=max(1, int(left.total_seconds() // 60)))
        if left < _TWO_DAYS:
            return self.language.plural("in {n} hour", "in {n} hours", n=int(left / _HOUR))
        days = (shift.span.first_day(self.zone) - self.now.astimezone(self.zone).date()).days
        return self.language.plural("in {n} day", "in {n} days", n=days)

    def card_title(self, card: Card) -> str:
        """Return a card's day and times, and how soon that is."""
        when = span_text(self.language, card.shift.span, zone=self.zone)
        return capital(f"{when} · {self.soon(card.shift)}")

    def card_state(self, card: Card) -> str:
        """Return how far the search is, and what the shift asks for."""
        text = self.language.text
        if card.stage is Stage.NOT_BEGUN:
            parts = [text("nobody is looked for yet")]
        elif card.stage is Stage.GIVEN_UP or card.request is None:
            parts = [text("nobody was found")]
        else:
            parts = [word(self.language, card.request.state)]
        if card.shift.skills:
            parts.append(text("needs {skills}", skills=self.language.listed(card.shift.skills)))
        if card.shift.place:
            parts.append(text("place: {place}", place=card.shift.place))
        return " · ".join(parts)

    def reasons(self, candidate: Candidate) -> str:
        """Return why somebody stands where they stand."""
        parts = [self.reason_words(reason) for reason in candidate.reasons]
        if candidate.wages is not None:
            parts.append(self.language.text("{wages} in wages", wages=self.language.money(candidate.wages)))
        return ", ".join(parts)

    def answer(self, candidate: Candidate) -> str:
        """Return what somebody was asked and answered about this shift; nothing where they were not asked."""
        ask = candidate.ask
        if ask is None:
            return ""
        if ask.answer is Answer.NONE:
            return _SIGNS[ask.answer] + self.language.text("asked {clock}", clock=self.moment(ask.at))
        return _SIGNS[ask.answer] + word(self.language, ask.answer)

    def candidate_name(self, candidate: Candidate) -> str:
        """Return everything a candidate's line says, for a screen reader."""
        answer = self.answer(candidate)[2:] or self.language.text("not asked")
        return ", ".join(part for part in (candidate.assistant.name, self.reasons(candidate), answer) if part)

    def cannot(self, card: Card) -> str:
        """Return who cannot come, each with the reason, one a line."""
        said = ((one.assistant.name, self.reasons(one)) for one in card.cannot)
        return "\n".join(why if name in why else f"{name}: {why}" for name, why in said)

    def moment(self, moment: datetime) -> str:
        """Return a time: the clock today, with the day on any other."""
        local = moment.astimezone(self.zone)
        day, clock = local.date(), self.language.clock(local)
        if day == self.now.astimezone(self.zone).date():
            return clock
        return f"{self.language.date(day, 'short')} {clock}"


def timeline(wording: Wording, roster: Roster, *, card: Card) -> str:
    """Return the questions asked so far, oldest first, one a line."""
    asks = card.request.asks if card.request is not None else ()
    return "\n".join(_asked(wording, roster, ask=ask) for ask in asks)


def _asked(wording: Wording, roster: Roster, *, ask: Ask) -> str:
    language = wording.language
    facts = {
        "at": wording.moment(ask.at),
        "name": name_of(language, roster, assistant=ask.assistant),
        "channel": word(language, ask.channel),
        "answer": word(language, ask.answer),
    }
    if ask.answered_at is None:
        return language.text("{at}: {name} asked {channel}, {answer}", **facts)
    answered = wording.moment(ask.answered_at)
    return language.text("{at}: {name} asked {channel}, answered {answer} {answered}", answered=answered, **facts)


def absence_texts(wording: Wording, roster: Roster, *, absence: Absence, hide_kind: bool) -> tuple[str, str]:
    """Return who is away, and when and by what kind; of a hidden kind not even the grade, which few can have."""
    name = name_of(wording.language, roster, assistant=absence.assistant)
    when = away_text(wording.language, absence, zone=wording.zone)
    if hide_kind:
        return name, when
    parts = [when, word(wording.language, absence.kind)]
    if absence.grade < WHOLE:
        parts.append(wording.language.text("{percent} %", percent=wording.language.number(absence.grade)))
    return name, " · ".join(parts)
