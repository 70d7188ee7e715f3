"""The panel beside the grid: everything about the shift that has the focus, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.i18n import Language
from bpa_desktop.texts import capital, clock_range, day_text, name_of, word
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.card_wording import away_words
from bpa_desktop.ui.roster.day_note_wording import note_name
from bpa_desktop.ui.roster.findings import in_a_sentence, kept_sentence
from bpa_desktop.ui.roster.view_model import CardModel, WeekModel
from bpa_desktop.ui.roster.week_grid import WeekGrid
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.fact_list import FactList
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Subtitle, Words
from bpa_desktop.ui.widgets.wrapping import Button

_FOR_SHIFT = ("edit_shift", "assign_shift", "find_substitute", "move_shift", "copy_shift", "remove_shift")
_FOR_FREE_DAY = ("new_shift", "day_note")
_FOR_NOTE = ("day_note",)
_FOR_LANDING = ("put_down", "put_back")
_FOR_PROBLEM = ("mend_problem", "keep_problem")
_FOR_KEPT = ("release_problem",)
_SAID_ABOVE = frozenset({"open_shift"})
"""Rules whose finding the lines about the shift say already."""


@dataclass(frozen=True)
class DetailsText:
    """What the panel says: a heading, lines below it, facts, problems, those of the whole week."""

    heading: str
    lines: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    general: tuple[str, ...]
    kept: tuple[str, ...] = ()


def details_text(language: Language, roster: Roster, *, card: CardModel, week: WeekModel) -> DetailsText:
    """Return what the panel says about a card, and about the week."""
    about_week = tuple(in_a_sentence(language, roster, finding=finding) for finding in week.general)
    heading = capital(day_text(language, card.day))
    if card.is_notes:
        told_note = note_name(language, card.note) if card.note is not None else language.text("No note")
        return DetailsText(heading, (told_note, ""), (), (), about_week)
    if card.gap is not None:
        when = clock_range(language, card.gap, zone=roster.arrangement.zone)
        told = tuple(in_a_sentence(language, roster, finding=one) for one in card.findings)
        lines = (f"{when} · {language.hours(card.gap.hours)}", language.text("Somebody is needed, and nobody comes"))
        return DetailsText(heading, lines, (), told, about_week)
    if card.shift is None:
        nothing = capital(away_words(language, card, zone=roster.arrangement.zone)) or language.text("No shift")
        return DetailsText(heading, (_who(language, roster, card=card), nothing), (), (), about_week)
    shift = card.shift
    times = clock_range(language, shift.span, zone=roster.arrangement.zone)
    length = language.hours(shift.span.hours)
    return DetailsText(
        heading,
        (f"{times} · {length}", _who(language, roster, card=card)),
        _facts(language, roster, shift=shift, locked=card.locked),
        tuple(in_a_sentence(language, roster, finding=one) for one in card.findings if one.rule not in _SAID_ABOVE),
        about_week,
        tuple(
            kept_sentence(language, roster, kept=(finding, by)) for finding, by in week.kept if shift.id in by.shifts
        ),
    )


def _who(language: Language, roster: Roster, *, card: CardModel) -> str:
    text = language.text
    if card.is_ghost:
        name = name_of(language, roster, assistant=card.row)
        if card.other:
            return text("{name} is absent, {other} comes instead", name=name, other=card.other)
        return text("{name} is absent, nobody comes instead yet", name=name)
    if card.row is None:
        if card.shift is None:
            return text("Uncovered") if card.uncovered else text("Open shifts")
        return text("Open, {name} is absent", name=card.other) if card.other else text("Open: nobody has it yet")
    name = name_of(language, roster, assistant=card.row)
    return text("{name}, instead of {other}", name=name, other=card.other) if card.other else name


def _facts(language: Language, roster: Roster, *, shift: Shift, locked: bool) -> tuple[tuple[str, str], ...]:
    text = language.text
    states = (word(language, shift.state), *((text("locked"),) if locked else ()))
    facts = [
        (text("State"), ", ".join(states)),
        (text("Kind"), word(language, shift.kind) if shift.kind is not ShiftKind.ACTIVE else ""),
        (text("Place"), shift.place),
        (text("Tasks"), language.listed(shift.tasks)),
        (text("Requirements"), language.listed(shift.skills)),
        (text("Backup"), name_of(language, roster, assistant=shift.backup) if shift.backup else ""),
        (text("Note"), shift.note),
    ]
    return tuple((label, value) for label, value in facts if value)


def _offered(card: CardModel, *, is_kept: bool, is_carrying: bool) -> tuple[str, ...]:
    """Return the actions that fit a card; while something is carried, nothing but its landing."""
    if is_carrying:
        return _FOR_LANDING
    if card.is_notes:
        return _FOR_NOTE
    if card.shift is None:
        return _FOR_FREE_DAY
    has_problem = any(finding.rule not in _SAID_ABOVE for finding in card.findings)
    return (*(_FOR_PROBLEM if has_problem else ()), *(_FOR_KEPT if is_kept else ()), *_FOR_SHIFT)


class Details(ScrollColumn):
    """Shows a DetailsText with buttons for the actions that fit."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, desk: Desk, grid: WeekGrid) -> None:
        super().__init__()
        self._desk = desk
        self._grid = grid
        self._told: tuple[object, ...] = (None,) * 5
        """From what it was told last: values that do not change."""
        for changed in (grid.current_changed, grid.carried):
            changed.connect(self.show_current)
        self._heading = Subtitle()
        self._lines = [Words(bold=True), Words()]
        self._facts = FactList()
        self._problems = Words()
        self._general_heading = Subtitle()
        self._general = Words()
        named = (*_FOR_LANDING, *_FOR_PROBLEM, *_FOR_KEPT, *_FOR_FREE_DAY, *_FOR_SHIFT)
        self._buttons = {name: Button() for name in named}
        for widget in (self._heading, *self._lines, self._problems, self._facts):
            self.column.addWidget(widget)
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, action=name: self._do(action))
            self.column.addWidget(button)
        self.column.addWidget(self._general_heading)
        self.column.addWidget(self._general)
        self.column.addStretch(1)
        spaced(self.column, GAP)

    def _do(self, wanted: str) -> None:
        """Land what is carried, which no key does from here; all else is an action's."""
        landings = {"put_down": self._grid.put_down, "put_back": self._grid.put_back}
        if wanted in landings:
            landings[wanted]()
        else:
            self.wanted.emit(wanted)

    def show_current(self) -> None:
        """Show what is known about the current card, and what the rules say about the week."""
        current, week = self._grid.roving.current, self._grid.model
        card = current.model if current is not None else None
        if card is None or week is None:
            return
        is_carrying = self._grid.carry.shift is not None
        asked = self._desk.language, self._desk.roster, card, week, is_carrying
        if all(one is other for one, other in zip(asked, self._told, strict=True)):
            return
        self._told = asked
        shown = details_text(self._desk.language, self._desk.roster, card=card, week=week)
        self._heading.setText(shown.heading)
        for label, text in zip(self._lines, shown.lines, strict=True):
            label.put(text)
        self._facts.show_facts(shown.facts)
        self._facts.setVisible(bool(shown.facts))
        self._problems.put("\n\n".join((*shown.problems, *shown.kept)))
        self._general.put("\n\n".join(shown.general))
        self._general_heading.setVisible(bool(shown.general))
        for name, button in self._buttons.items():
            button.setVisible(name in _offered(card, is_kept=bool(shown.kept), is_carrying=is_carrying))

    def retranslate(self) -> None:
        """Make the panel's own texts again."""
        text = self._desk.language.text
        self.setAccessibleName(text("Details"))
        self._general_heading.setText(text("About the week"))
        for name, label in (
            ("put_down", text("Put down here")),
            ("put_back", text("Put back")),
            ("mend_problem", text("Mend the problem")),
            ("keep_problem", text("Keep as it is…")),
            ("release_problem", text("No longer keep as it is")),
            ("new_shift", text("New shift here")),
            ("day_note", text("Note on the day…")),
            ("edit_shift", text("Edit")),
            ("assign_shift", text("Give to")),
            ("find_substitute", text("Find a substitute")),
            ("move_shift", text("Move")),
            ("copy_shift", text("Copy to the next day")),
            ("remove_shift", text("Delete")),
        ):
            self._buttons[name].setText(label)
