"""Every step has a phrase, and says the same when it is undone."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import bpa_desktop.services
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.substitute import Answer, Channel
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services import absence, arrangement, roster, shift, substitute, team
from bpa_desktop.services.history import History
from bpa_desktop.texts.step import VERBS, step_phrase, step_text
from tests.memory import history_of

ENGLISH = Language("en")
HOME = Arrangement("home", "Home", "3203")
SPAN = Span(datetime(2026, 12, 4, 14, tzinfo=UTC), datetime(2026, 12, 4, 22, tzinfo=UTC))
LATER = Span(datetime(2026, 12, 5, 14, tzinfo=UTC), datetime(2026, 12, 5, 22, tzinfo=UTC))
DAY = Span(datetime(2026, 12, 3, 23, tzinfo=UTC), datetime(2026, 12, 4, 23, tzinfo=UTC))
KARI, OLA = Assistant("kari", "Kari"), Assistant("ola", "Ola")
WHOLE = Roster(HOME, assistants=(KARI, OLA), shifts=(Shift("s", SPAN, "ola"), Shift("open", SPAN)))


def ask_kari(history: History) -> None:
    request = substitute.open_request(history, "open")
    substitute.ask_assistant(history, request.id, assistant="kari", channel=Channel.PHONE)


def maybe_said(history: History) -> None:
    ask_kari(history)
    request = history.roster.requests[0].id
    substitute.log_answer(history, request, assistant="kari", answer=Answer.MAYBE)


def fall_ill(history: History) -> None:
    absence.register_absence(history, Absence("", "ola", DAY, AbsenceKind.SICK_NOTE, Decimal(100)))


def come_back(history: History) -> None:
    fall_ill(history)
    absence.remove_absence(history, history.roster.absences[0].id)


DEEDS: dict[str, tuple[Callable[[History], object], str]] = {
    "add_shift": (
        lambda h: shift.add_shift(h, Shift("", LATER, "kari")),
        "New shift Saturday 5 December 15:00–23:00 for Kari",
    ),
    "edit_shift": (
        lambda h: shift.edit_shift(h, Shift("s", LATER, "ola", note="x")),
        "Shift Saturday 5 December 15:00–23:00 changed",
    ),
    "assign_shift": (
        lambda h: shift.assign_shift(h, "s", assistant="kari"),
        "Friday 4 December 15:00–23:00 given to Kari",
    ),
    "move_shift": (
        lambda h: shift.move_shift(h, "s", span=LATER),
        "Ola moved to Saturday 5 December 15:00–23:00",
    ),
    "remove_shift": (lambda h: shift.remove_shift(h, "s"), "Shift Friday 4 December 15:00–23:00 deleted"),
    "register_absence": (fall_ill, "Ola is absent Friday 4 December: 1 shift opened"),
    "remove_absence": (come_back, "Ola is not absent Friday 4 December after all"),
    "open_request": (
        lambda h: substitute.open_request(h, "open"),
        "Looking for a substitute for Friday 4 December 15:00–23:00",
    ),
    "ask_assistant": (ask_kari, "Kari was asked about Friday 4 December 15:00–23:00"),
    "log_answer": (maybe_said, "Kari answered maybe"),
    "confirm_substitute": (
        lambda h: substitute.confirm_substitute(h, substitute.open_request(h, "open").id, assistant="kari"),
        "Kari takes Friday 4 December 15:00–23:00",
    ),
    "withdraw_request": (
        lambda h: substitute.withdraw_request(h, substitute.open_request(h, "open").id),
        "Stopped looking for a substitute for Friday 4 December 15:00–23:00",
    ),
    "give_up_request": (
        lambda h: substitute.give_up_request(h, substitute.open_request(h, "open").id),
        "Nobody was found for Friday 4 December 15:00–23:00",
    ),
    "add_assistant": (lambda h: team.add_assistant(h, Assistant("", "Per")), "Per joined the team"),
    "edit_assistant": (lambda h: team.edit_assistant(h, Assistant("kari", "Kari L.")), "Kari L. changed"),
    "create_arrangement": (
        lambda h: arrangement.create_arrangement(h, Arrangement("home", "Cabin", "3203")),
        "Cabin begun",
    ),
    "edit_arrangement": (
        lambda h: arrangement.edit_arrangement(h, Arrangement("home", "Flat", "3203")),
        "Flat changed",
    ),
    "import_roster": (lambda h: roster.import_roster(h, Roster(HOME)), "4 records brought in"),
    "publish_roster": (lambda h: roster.publish_roster(h, DAY), "1 shift published"),
}


@pytest.mark.parametrize("verb", DEEDS)
def test_a_step_says_what_was_done_and_undo_names_the_same(verb: str) -> None:
    deed, phrase = DEEDS[verb]
    history, store = history_of(WHOLE)
    deed(history)
    step = store.kept[-1]
    assert step.line.verb == verb
    assert step_phrase(ENGLISH, step, roster=history.roster) == phrase
    undone = history.undo()
    assert step_text(ENGLISH, undone, roster=history.roster) == f"Undone: {phrase}."
    redone = history.redo()
    assert step_text(ENGLISH, redone, roster=history.roster) == f"Done again: {phrase}."


def test_every_verb_of_the_services_has_a_phrase() -> None:
    opened = set()
    for module in Path(bpa_desktop.services.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "step":
                opened |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    assert opened == set(VERBS)
    assert opened <= set(DEEDS)


def test_the_kind_of_an_absence_is_never_said() -> None:
    history, store = history_of(WHOLE)
    fall_ill(history)
    said = step_text(ENGLISH, store.kept[-1], roster=history.roster)
    assert "sick" not in said.lower()
