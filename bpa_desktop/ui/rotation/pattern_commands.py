"""What is done to the place of the grid that has the focus: add, change, delete, copy to the next day."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Protocol
from zoneinfo import ZoneInfo

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import RotationLine
from bpa_desktop.services.need import keep_need, remove_need
from bpa_desktop.services.rotation import keep_rotation
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.rotation.pattern_forms import PatternForms
from bpa_desktop.ui.rotation.pattern_grid import PatternGrid
from bpa_desktop.ui.rotation.view_model import NEEDS, Item, PatternModel

_A_WEEK = 7


class ShownPattern(Protocol):
    """The screen, as these commands need it."""

    model: PatternModel
    grid: PatternGrid
    forms: PatternForms


class PatternCommands:
    """The same commands as for shifts of the roster, with the same keys."""

    def __init__(self, desk: Desk, screen: ShownPattern) -> None:
        self._desk = desk
        self._screen = screen

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        item = self._screen.grid.current
        if item is None:
            return {}
        found: Handlers = {"new_shift": self._add, "edit_shift": self._edit, "new_need": self._add_need}
        if item.line is not None or item.need is not None:
            found |= {"remove_shift": self._remove, "copy_shift": self._copy}
        return found

    def _add(self) -> None:
        """Open the form on a new line, or on a new need in the row of needs."""
        item, rotation = self._screen.grid.current, self._screen.model.rotation
        if item is not None and item.week != NEEDS and rotation is not None:
            self._screen.forms.open_line(rotation, _new_line(item, self._desk.zone), is_new=True)
        else:
            self._add_need()

    def _add_need(self) -> None:
        """Open the form on a new need, on the weekday one stands on."""
        item = self._screen.grid.current
        self._screen.forms.open_need(Need("", item.weekday if item is not None else 1, time.min, time.min))

    def _edit(self) -> None:
        item, rotation = self._screen.grid.current, self._screen.model.rotation
        if item is not None and item.need is not None:
            self._screen.forms.open_need(item.need)
        elif item is not None and item.line is not None and rotation is not None:
            self._screen.forms.open_line(rotation, item.line, is_new=False)
        else:
            self._add()

    def _remove(self) -> None:
        item, rotation = self._screen.grid.current, self._screen.model.rotation
        if item is not None and item.need is not None:
            remove_need(self._desk.history, item.need.id)
        elif item is not None and item.line is not None and rotation is not None:
            keep_rotation(self._desk.history, rotation.without_line(item.line))

    def _copy(self) -> None:
        """Copy to the next day and go there; what is there already is not there twice."""
        item, rotation = self._screen.grid.current, self._screen.model.rotation
        if item is not None and item.need is not None:
            self._copy_need(item.need)
        elif item is not None and item.line is not None and rotation is not None:
            line = item.line.a_day_later(rotation.weeks)
            if line in rotation.lines:
                self._refuse()
            else:
                keep_rotation(self._desk.history, rotation.with_line(line))
            self._screen.grid.focus_item(Item(line.week, line.weekday, line=line))

    def _copy_need(self, need: Need) -> None:
        copy = replace(need, id="", weekday=need.weekday % _A_WEEK + 1)
        known = _like(copy, self._desk.roster)
        if known is not None:
            self._refuse()
        else:
            known = keep_need(self._desk.history, copy)
        self._screen.grid.focus_item(Item(NEEDS, known.weekday, need=known))

    def _refuse(self) -> None:
        self._desk.bulletin.refused.emit(self._desk.language.text("The next day has it already."))


def _like(need: Need, roster: Roster) -> Need | None:
    """Return a need that is the same but for its id, or None."""
    return next((one for one in roster.needs if replace(one, id=need.id) == need), None)


def _new_line(item: Item, zone: ZoneInfo) -> RotationLine:
    """Return what a new line begins with: the times of what is uncovered, where one stands on it."""
    if item.gap is None:
        return RotationLine(item.week, item.weekday, time.min, time.min)
    start, end = (at.astimezone(zone).time() for at in (item.gap.span.start, item.gap.span.end))
    return RotationLine(item.week, item.weekday, start, end)
