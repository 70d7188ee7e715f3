"""Notes on days, as the views of the roster show them. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.ui.roster.month_model import MonthModel
from bpa_desktop.ui.roster.view_model import CardModel, DayModel, Form, RowModel, WeekModel


def notes_on(notes: Iterable[DayNote], day: date) -> tuple[DayNote, ...]:
    """Return the notes about a day: those that began first stand first."""
    return tuple(sorted((one for one in notes if one.is_about(day)), key=lambda one: (one.first, one.id)))


def with_notes(model: WeekModel, notes: Iterable[DayNote]) -> WeekModel:
    """Return a week whose days know their notes, with a lane of them above the rows where there is any."""
    known = tuple(notes)
    days = tuple(replace(day, notes=notes_on(known, day.day)) for day in model.days)
    if not any(day.notes for day in days):
        return model
    lane = RowModel(None, "", Decimal(0), None, colour=-1, cells=tuple(map(_cell, days)), is_notes=True)
    return replace(model, days=days, rows=(lane, *model.rows))


def _cell(day: DayModel) -> tuple[CardModel, ...]:
    return note_cards(day) or (CardModel(day.day, None, is_notes=True),)


def note_cards(day: DayModel) -> tuple[CardModel, ...]:
    """Return a card a note of a day."""
    return tuple(CardModel(day.day, None, Form.NOTE, note=note, is_notes=True) for note in day.notes)


def month_with_notes(model: MonthModel, notes: Iterable[DayNote]) -> MonthModel:
    """Return a month or four weeks whose days know their notes."""
    known = tuple(notes)
    return replace(model, days=tuple(replace(day, notes=notes_on(known, day.day)) for day in model.days))
