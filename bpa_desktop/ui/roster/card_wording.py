"""What a card says: short to look at, whole sentences to hear. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span, days_span
from bpa_desktop.i18n import Language
from bpa_desktop.texts import clock_range, short_times, spoken_range, word
from bpa_desktop.ui.roster.day_note_wording import note_name, note_seen
from bpa_desktop.ui.roster.uncovered import lacking
from bpa_desktop.ui.roster.view_model import SEEN_BY_SHAPE, CardModel, Form, RowModel
from bpa_desktop.ui.roster.week_wording import row_name, spoken_day

if TYPE_CHECKING:
    from bpa_desktop.rules.rule import Finding

FindingWords = Callable[[Language, "Finding"], str]
"""A finding in a few words."""


class CardText(NamedTuple):
    """What is written on a card, as in its CardFace."""

    form: Form
    times: str
    lines: tuple[str, ...]
    extra: str
    weight: str
    problem: str
    has_note: bool
    is_locked: bool


@dataclass(frozen=True)
class CardFace:
    """Everything that is drawn of a card: it is drawn again only when this differs.

    `lines` are always shown, `extra` where there is room. `weight` is must, should or "" for no problem. `colour` is
    the place in the team, -1 for none.
    """

    form: Form
    times: str = ""
    lines: tuple[str, ...] = ()
    extra: str = ""
    weight: str = ""
    problem: str = ""
    has_note: bool = False
    is_locked: bool = False
    colour: int = -1
    tip: str = ""
    """The whole of what may be cut, for the pointer."""

    @cached_property
    def text(self) -> CardText:
        """What is written on the card: by it alone the card is as large as it is."""
        return CardText(
            self.form,
            self.times,
            self.lines,
            self.extra,
            weight=self.weight,
            problem=self.problem,
            has_note=self.has_note,
            is_locked=self.is_locked,
        )

    @cached_property
    def look(self) -> str:
        """The same for faces that are drawn the same, different for all others."""
        return repr((self.text, self.colour))


@lru_cache(maxsize=4096)
def _face(text: CardText, colour: int) -> CardFace:
    """Return the face with a text: hundreds of cards of a week have one of a few dozen."""
    return CardFace(*text, colour=colour)


class CardWording:
    """Makes the texts of cards in one language."""

    def __init__(self, language: Language, zone: ZoneInfo, *, finding_words: FindingWords) -> None:
        self._language = language
        self.zone = zone
        self.finding_words = finding_words

    def face(self, card: CardModel, row: RowModel) -> CardFace:
        """Return what a card shows."""
        shift = card.shift
        if card.note is not None:
            return CardFace(card.form, lines=(note_seen(card.note),), tip=note_name(self._language, card.note))
        problem = _heaviest(card)
        text = CardText(
            card.form,
            self.times(card),
            self._lines(card, shift) if shift is not None else _about_nobody(self._language, card, zone=self.zone),
            "" if shift is None or card.is_ghost else next(iter((*shift.tasks, shift.place)), ""),
            weight=problem.weight if problem is not None else "",
            problem=self._problem(card, problem),
            has_note=shift is not None and bool(shift.note) and not card.is_ghost,
            is_locked=card.locked and not card.is_ghost,
        )
        return _face(text, row.colour)

    def times(self, card: CardModel) -> str:
        """Return a card's times as short as they can be read: 08–15, 08:30–15; an offered shift asks."""
        span = card.span
        if span is None:
            return ""
        return self.range(span) + ("?" if card.form is Form.OFFERED else "")

    def range(self, span: Span) -> str:
        """Return the times of a span as short as they can be read."""
        return _short_range(self._language, span.start, end=span.end, zone=self.zone)

    def _lines(self, card: CardModel, shift: Shift) -> tuple[str, ...]:
        text = self._language.text
        lines = []
        if card.is_ghost:
            lines += [text("absent"), text("{name} comes", name=card.other_short) if card.other else text("nobody yet")]
        elif card.other:
            lines.append(text("for {name}", name=card.other_short))
        if card.continued:
            lines.append(text("since {day}", day=self._language.date(shift.span.first_day(self.zone), "short")))
        if shift.kind is not ShiftKind.ACTIVE:
            lines.append(word(self._language, shift.kind))
        return tuple(lines)

    def _problem(self, card: CardModel, problem: Finding | None) -> str:
        if problem is None:
            return ""
        more = sum(finding.rule not in SEEN_BY_SHAPE for finding in card.findings) - 1
        words = self.finding_words(self._language, problem)
        return self._language.text("{problem}, and {n} more", problem=words, n=more) if more > 0 else words

    def card_name(self, card: CardModel, row: RowModel) -> str:
        """Return a card's name: assistant, day, time, state, problem, whether there is a note. Made when asked for."""
        text = self._language.text
        if card.note is not None:
            return note_name(self._language, card.note)
        parts = [self.who(card, row), spoken_day(self._language, card.day)]
        if card.gap is not None:
            when = spoken_range(self._language, card.gap, zone=self.zone)
            return ", ".join([*parts, when, *_lacking(self._language, card), *map(self._weighed, card.findings)])
        if card.is_notes:
            return ", ".join([*parts, text("no note")])
        if card.shift is None:
            away = away_words(self._language, card, zone=self.zone, say=spoken_range)
            nothing = text("nothing") if card.uncovered else away or text("no shift")
            return ", ".join([*parts, *(_kept_back(self._language, card) or (nothing,))])
        parts += [spoken_range(self._language, card.shift.span, zone=self.zone), *self._state(card, card.shift)]
        if not card.is_ghost:
            parts += [self._weighed(finding) for finding in card.findings if finding.rule not in SEEN_BY_SHAPE]
            parts += [text("has a note")] if card.shift.note else []
        return ", ".join(parts)

    def who(self, card: CardModel, row: RowModel) -> str:
        """Return whose a card is, or that it is open."""
        if card.shift is not None and not row.name:
            return self._language.text("Open shift")
        return row_name(self._language, row)

    def _state(self, card: CardModel, shift: Shift) -> list[str]:
        text = self._language.text
        if card.is_ghost:
            comes = text("{name} comes instead", name=card.other) if card.other else text("nobody comes instead yet")
            return [text("absent"), comes]
        parts = [word(self._language, shift.state)]
        if card.locked:
            parts.append(text("locked"))
        if shift.kind is not ShiftKind.ACTIVE:
            parts.append(word(self._language, shift.kind))
        if card.other:
            parts.append(text("instead of {name}", name=card.other))
        return parts

    def _weighed(self, finding: Finding) -> str:
        words = self.finding_words(self._language, finding)
        if finding.weight == "must":
            return self._language.text("must be mended: {problem}", problem=words)
        return self._language.text("warning: {problem}", problem=words)


def _about_nobody(language: Language, card: CardModel, *, zone: ZoneInfo) -> tuple[str, ...]:
    """Return what stands on a card without a shift."""
    away = away_words(language, card, zone=zone)
    return _lacking(language, card) or _kept_back(language, card) or ((away,) if away else ())


def away_words(language: Language, card: CardModel, *, zone: ZoneInfo, say: Callable[..., str] = clock_range) -> str:
    """Return that whose row a free day is in is absent, and when, where that is not the whole day; else ""."""
    if card.away is None:
        return ""
    if card.away == days_span(card.day, card.day, zone=zone):
        return language.text("absent")
    return language.text("absent {times}", times=say(language, card.away, zone=zone))


def _lacking(language: Language, card: CardModel) -> tuple[str, ...]:
    """Return how many are lacking where it is more than one."""
    many = lacking(card)
    return (language.plural("{n} assistant lacking", "{n} assistants lacking", n=many),) if many > 1 else ()


def _kept_back(language: Language, card: CardModel) -> tuple[str, ...]:
    """Return how many shifts a filter keeps out of sight."""
    many = card.kept_back
    return (language.plural("{n} not shown", "{n} not shown", n=many),) if many else ()


@lru_cache(maxsize=1024)
def _short_range(language: Language, start: datetime, *, end: datetime, zone: ZoneInfo) -> str:
    """Return the times from an instant to another; many of a week are the same."""
    return short_times(language, start.astimezone(zone), end=end.astimezone(zone))


def _heaviest(card: CardModel) -> Finding | None:
    """Return the finding shown on the card: that it is open is shown by its shape already."""
    if not card.findings:  # nearly always: asked about each of hundreds of cards
        return None
    shown = [finding for finding in card.findings if finding.rule not in SEEN_BY_SHAPE]
    musts = [finding for finding in shown if finding.weight == "must"]
    return next(iter((*musts, *shown)), None)
