"""What cards, candidates and timelines say. Plain Python, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bpa_desktop.domain.absence import WHOLE, Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.substitute import Answer, Ask, Outcome, SubstituteRequest, counts_as_no
from bpa_desktop.i18n import Language
from bpa_desktop.texts import away_text, capital, name_of, span_text, word
from bpa_desktop.texts.shift import clock_range
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
    silence_is_no: bool = False
    """Whether who has not answered in time counts as having said no."""

    def lead(self, model: AbsenceModel) -> str:
        """Return the screen in one sentence."""
        text = self.language.text
        if not model.cards:
            return text("Nothing to answer: somebody comes to every shift ahead.")
        shifts = self.language.plural("{n} shift needs somebody", "{n} shifts need somebody", n=model.waiting)
        first = model.cards[0].shift
        when = span_text(self.language, first.span, zone=self.zone)
        return text("{shifts}. First: {when}, {soon}.", shifts=shifts, when=when, soon=self.soon(first.span.start))

    def soon(self, moment: datetime) -> str:
        """Return how long it is until a moment: in 9 hours, in 9 days, now."""
        left = moment - self.now
        if left <= timedelta(0):
            return self.language.text("going on now")
        if left < _HOUR:
            return self.language.plural("in {n} minute", "in {n} minutes", n=max(1, int(left.total_seconds() // 60)))
        if left < _TWO_DAYS:
            return self.language.plural("in {n} hour", "in {n} hours", n=int(left / _HOUR))
        days = (moment.astimezone(self.zone).date() - self.now.astimezone(self.zone).date()).days
        return self.language.plural("in {n} day", "in {n} days", n=days)

    def card_title(self, card: Card) -> str:
        """Return a card's day and times, and how soon that is."""
        when = span_text(self.language, card.shift.span, zone=self.zone)
        return capital(f"{when} · {self.soon(card.shift.span.start)}")

    def card_state(self, card: Card) -> str:
        """Return how far the search is, and what the shift asks for."""
        text = self.language.text
        if card.stage is Stage.NOT_BEGUN:
            parts = [text("nobody is looked for yet")]
        elif card.stage is Stage.GIVEN_UP or card.request is None:
            parts = [text("nobody was found")]
            if card.request is not None and card.request.outcome is not Outcome.NONE:
                parts.append(word(self.language, card.request.outcome))
        else:
            parts = [word(self.language, card.request.state), *self._due(card.request)]
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

    def _due(self, request: SubstituteRequest) -> tuple[str, ...]:
        """Return until when the first of the answers is waited for, and how long that is; it decides nothing."""
        waiting = (ask.answer_by for ask in request.latest_asks if ask.is_waiting and ask.answer_by is not None)
        by = min((moment for moment in waiting if moment > self.now), default=request.deadline)
        if by is None or by <= self.now:
            return ()
        return (self.language.text("answer by {clock}, {soon}", clock=self.moment(by), soon=self.soon(by)),)

    def answer(self, candidate: Candidate) -> str:
        """Return what somebody was asked and answered about this shift; nothing where they were not asked."""
        return answer_text(self, candidate.ask) if candidate.ask is not None else ""

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


def answer_text(wording: Wording, ask: Ask) -> str:
    """Return what somebody answered, with its sign: silence after its time is no answer, or a no where that is set."""
    text = wording.language.text
    if ask.answer is Answer.PART and ask.part is not None:
        times = clock_range(wording.language, ask.part, zone=wording.zone)
        return _SIGNS[ask.answer] + text("can take {times}", times=times)
    if ask.answer is not Answer.NONE:
        return _SIGNS[ask.answer] + word(wording.language, ask.answer)
    if counts_as_no(ask, now=wording.now, passive=wording.silence_is_no):
        return _SIGNS[Answer.NO] + text("no answer, counts as no")
    if ask.answered_at is not None:
        return _SIGNS[ask.answer] + text("not reached {clock}", clock=wording.moment(ask.answered_at))
    if ask.answer_by is not None and ask.answer_by <= wording.now:
        return _SIGNS[ask.answer] + text("no answer in time")
    return _SIGNS[ask.answer] + text("asked {clock}", clock=wording.moment(ask.at))


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
