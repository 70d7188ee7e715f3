"""Questions: what is typed on a card, and what is done with it: until when to answer, other times, a part."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.span import Span
from bpa_desktop.domain.substitute import Answer, SubstituteRequest
from bpa_desktop.services.fit import Room, fit_shift, room_for
from bpa_desktop.services.substitute import log_answer, log_part, set_deadline
from bpa_desktop.texts import error_text, span_text
from bpa_desktop.texts.substitute_message import first_name
from bpa_desktop.ui.absence.card_entry import Question
from bpa_desktop.ui.absence.request_card import RequestCard
from bpa_desktop.ui.absence.times_typed import Wrong, moment_ahead, moment_entry, times_near
from bpa_desktop.ui.absence.view_model import Candidate, Card, latest_answer
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.widgets.time_entry import times_of


class Questions:
    """Opens the line of a card; nothing is kept before Enter, and a refusal stands beside the line."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, card: RequestCard, shown: Card, *, action_id: str) -> None:
        """Ask until when answers are wanted, or for other times of the shift."""
        question = self._deadline(shown) if action_id == "set_deadline" else self._times(shown)
        if question is not None:
            card.entry.begin(self._desk.language, question)

    def ask_part(self, card: RequestCard, request: SubstituteRequest, *, candidate: Candidate) -> None:
        """Ask which part of the shift somebody can take; without times it is kept that it is a part."""
        history, who, shift = self._desk.history, candidate.assistant, self._desk.roster.shifts_by_id[request.shift]
        known = candidate.ask.part if candidate.ask is not None else None

        def keep(typed: str) -> None:
            if typed.strip():
                part = times_near(typed, shift.span, zone=self._desk.zone)
                log_part(history, request.id, assistant=who.id, part=part)
            else:
                log_answer(history, request.id, assistant=who.id, answer=Answer.PART)

        label = self._desk.language.text("What {name} can take, as 15–19", name=first_name(who))
        typed = times_of(known or shift.span, self._desk.zone)
        card.entry.begin(self._desk.language, Question(label, typed, self._kept(keep)))

    def _deadline(self, shown: Card) -> Question | None:
        request, now, zone = shown.request, self._desk.history.clock.now(), self._desk.zone
        if request is None:
            return None

        def keep(typed: str) -> None:
            set_deadline(self._desk.history, request.id, deadline=moment_ahead(typed, now=now, zone=zone))

        text = self._desk.language.text
        until = latest_answer(request, shown.shift, now=now)
        hint = text("A time, or a day and a time. Empty: no time is set. Nothing is decided by it.")
        return Question(text("Answer by"), moment_entry(until, zone), self._kept(keep), hint=hint)

    def _times(self, shown: Card) -> Question:
        shift, zone = shown.shift, self._desk.zone

        def keep(typed: str) -> None:
            fit_shift(self._desk.history, shift.id, span=times_near(typed, shift.span, zone=zone))

        label = self._desk.language.text("Other times for the shift")
        hint = self._room_text(room_for(self._desk.roster, shift))
        return Question(label, times_of(shift.span, zone), self._kept(keep), hint=hint)

    def _room_text(self, room: Room) -> str:
        text = self._desk.language.text
        if room.within is None:
            return text("No need asks for this shift: it may be at any time.")
        within = self._span(room.within)
        if room.needed is None:
            return text("Others cover the need: anywhere within {within}.", within=within)
        return text(
            "Somebody is needed {needed}; it may be within {within}.", needed=self._span(room.needed), within=within
        )

    def _span(self, span: Span) -> str:
        return span_text(self._desk.language, span, zone=self._desk.zone)

    def _kept(self, keep: Callable[[str], None]) -> Callable[[str], str]:
        """Return what keeps a text, and says in words why it was refused."""

        def told(typed: str) -> str:
            try:
                keep(typed)
            except Wrong:
                return self._desk.language.text("Write times like 15-19, or a moment like 4.12 14.30.")
            except Exception as error:
                why = error_text(self._desk.language, error)
                if why is None:
                    raise
                return why
            return ""

        return told
