"""A rotation in words: what its cards show, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import RotationLine
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.i18n import Language
from bpa_desktop.services.coverage import Uncovered
from bpa_desktop.texts import capital, name_of, short_times, spoken_range, spoken_times, weekday_text, word
from bpa_desktop.ui.rotation.view_model import NEEDS, Item, PatternModel, PatternRow


@dataclass(frozen=True)
class Face:
    """What a card shows: times, lines below them, the place of the person in the team or -1; and what it is called."""

    times: str
    lines: tuple[str, ...]
    name: str
    colour: int = -1
    is_hollow: bool = False
    """Whether the outline is that of a seat nobody has yet."""
    is_gap: bool = False
    """Whether it is what is uncovered."""


class Wording:
    """Words for the items of one roster."""

    def __init__(self, language: Language, roster: Roster) -> None:
        self._language = language
        self._roster = roster
        self._zone: ZoneInfo = roster.arrangement.zone
        self._places = {assistant.id: place for place, assistant in enumerate(roster.assistants)}

    def face(self, item: Item) -> Face:
        """Return what an item shows."""
        if item.line is not None:
            return self._line(item.line, item)
        if item.need is not None:
            return self._need(item.need, item)
        if item.gap is not None:
            return self._gap(item.gap, item)
        text = self._language.text
        nothing = text("no need yet") if item.week == NEEDS else text("no shift yet")
        return Face("", (), f"{capital(self._where(item))}, {nothing}")

    def _where(self, item: Item) -> str:
        weekday = weekday_text(self._language, item.weekday)
        if item.week == NEEDS:
            return weekday
        return self._language.text("{weekday}, week {number}", weekday=weekday, number=item.week)

    def _line(self, line: RotationLine, item: Item) -> Face:
        language = self._language
        is_seat = line.assistant is None
        seat = language.text("Nobody yet")
        name = seat if is_seat else name_of(language, self._roster, assistant=line.assistant)
        kind = word(language, line.kind) if line.kind is not ShiftKind.ACTIVE else ""
        spoken = ", ".join(
            part for part in (name, spoken_times(language, line.start, end=line.end), kind, self._where(item)) if part
        )
        lines = tuple(part for part in (name, kind) if part)
        return Face(
            short_times(language, line.start, end=line.end),
            lines,
            spoken,
            colour=self._places.get(line.assistant or "", -1),
            is_hollow=is_seat,
        )

    def _need(self, need: Need, item: Item) -> Face:
        language = self._language
        kind = word(language, need.kind) if need.kind is not ShiftKind.ACTIVE else ""
        several = language.plural("{n} person", "{n} people", n=need.people)
        lines = tuple(part for part in (several if need.people > 1 else "", kind, ", ".join(need.skills)) if part)
        times = spoken_times(language, need.start, end=need.end)
        spoken = (language.text("Need {times}", times=times), self._where(item), several, kind, ", ".join(need.skills))
        return Face(short_times(language, need.start, end=need.end), lines, ", ".join(part for part in spoken if part))

    def _gap(self, gap: Uncovered, item: Item) -> Face:
        language = self._language
        several = language.plural("{n} person lacking", "{n} people lacking", n=gap.people)
        start, end = (at.astimezone(self._zone) for at in (gap.span.start, gap.span.end))
        times = short_times(language, start, end=end)
        spoken = language.text("Uncovered {times}", times=spoken_range(language, gap.span, zone=self._zone))
        parts = (spoken, self._where(item), several, language.hours(gap.hours))
        lines = (language.text("△ uncovered"), *((several,) if gap.people > 1 else ()))
        return Face(times, lines, ", ".join(parts), is_gap=True)


def row_title(language: Language, row: PatternRow) -> str:
    """Return what a row is called."""
    return language.text("Need") if row.week == NEEDS else language.text("Week {number}", number=row.week)


def row_lines(language: Language, row: PatternRow) -> Iterator[str]:
    """Yield what is said of a row below its title: its hours, and what is uncovered."""
    yield language.hours(row.hours)
    if row.uncovered:
        yield language.text("△ {hours} uncovered", hours=language.hours(row.uncovered))


def lead(language: Language, model: PatternModel) -> str:
    """Return the rotation in a sentence, or what belongs here."""
    rotation = model.rotation
    if rotation is None:
        return language.text(
            "No rotation yet. A rotation is a pattern of weeks: draw it once, and roll it out on the days you choose."
        )
    weeks = language.plural("{n} week in turn", "{n} weeks in turn", n=rotation.weeks)
    hours = language.text("{hours} a week", hours=language.hours(model.hours_a_week))
    return " · ".join((f"{rotation.name}: {weeks}", hours, _covered(language, model)))


def _covered(language: Language, model: PatternModel) -> str:
    if not any(not item.is_empty for cell in model.rows[-1].cells for item in cell):
        return language.text("no need is entered yet")
    if not model.uncovered:
        return language.text("everything needed is covered")
    return language.text("{hours} uncovered", hours=language.hours(model.uncovered))
