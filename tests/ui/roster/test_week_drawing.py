"""A week is drawn with little: nothing is drawn, named or told that stands there already, and all of it is right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.services.shift import remove_shifts
from bpa_desktop.ui.roster import details
from bpa_desktop.ui.roster.card_painter import NO_MARKS
from bpa_desktop.ui.roster.card_wording import CardWording
from bpa_desktop.ui.roster.findings import Findings
from bpa_desktop.ui.roster.roster_filter import RosterFilter
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.view import RosterScreen
from bpa_desktop.ui.roster.view_model import CardModel, RowModel, WeekModel
from tests.ui.desks import make_desk, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import ALT, Key, Stage, settle

IDENTIFIER, NAME = QAccessible.Text.Identifier, QAccessible.Text.Name


class Painted(QObject):
    """Notes the cards that are painted whole."""

    def __init__(self) -> None:
        super().__init__()
        self.whole: list[ShiftCard] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, ShiftCard):
            self.whole += [watched] if event.rect() == watched.rect() else []
        return False


@contextmanager
def painting() -> Iterator[Painted]:
    app = QApplication.instance()
    assert app is not None
    painted = Painted()
    app.installEventFilter(painted)
    yield painted
    app.removeEventFilter(painted)


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> list[CardModel]:
    """The cards whose name was worked out."""
    found: list[CardModel] = []
    card_name = CardWording.card_name

    def noted(wording: CardWording, card: CardModel, row: RowModel) -> str:
        found.append(card)
        return card_name(wording, card, row)

    monkeypatch.setattr(CardWording, "card_name", noted)
    return found


def twice_on_tuesday() -> Roster:
    """Return the example week with a second shift of Kari's on the day of her evening."""
    plan = week_49()
    evening = plan.shifts_by_id["w49-tue-eve"]
    return plan.with_shift(replace(evening, id="second", span=evening.span))


def on_screen(stage: Stage) -> QImage:
    """Return what stands on the screen: what was drawn at any time, and moved since."""
    settle()
    settle()  # what the panel says is laid out in a later turn
    return stage.window.screen().grabWindow(stage.window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def drawn_anew(stage: Stage) -> QImage:
    return stage.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def spoken(card: ShiftCard, what: QAccessible.Text) -> str:
    node = QAccessible.queryAccessibleInterface(card)
    assert node is not None
    return node.text(what)


def test_hardly_a_card_is_named_until_somebody_asks_for_its_name(stage: Stage, named: list[CardModel]) -> None:
    stage.act("next_week")
    stage.act("previous_week")
    assert len(named) < 10
    assert spoken(stage.card("w49-mon-day"), NAME) == "Kari Lunde, Monday 30 November, 08:00 to 15:00, published"


def test_a_card_says_after_a_change_what_it_shows_now(stage: Stage) -> None:
    card = stage.card("w49-mon-day")
    assert (spoken(card, NAME), spoken(card, IDENTIFIER)) == (card.name, "shift-w49-mon-day")
    stage.act("next_week")
    assert card.model is not None
    assert spoken(card, NAME) == "Kari Lunde, Monday 7 December, no shift"
    assert spoken(card, IDENTIFIER) == f"free-{card.model.row}-2026-12-07"


def test_a_card_in_the_row_of_another_says_whose_it_is_now(stage: Stage) -> None:
    stage.screen.filter = RosterFilter(people=frozenset({"kari"}))
    stage.screen.refresh()
    told = [(card.name, row.model.name) for row in stage.screen.grid.rows() if row.model for card in row.cards()]
    assert "Kari Lunde" not in {name for _, name in told}
    assert all(spoken.startswith(name) for spoken, name in told)


def test_what_moves_down_with_a_row_is_not_drawn_again_but_for_the_stretch_it_moves_by(make_stage: StageMaker) -> None:
    stage = make_stage(twice_on_tuesday())
    stage.focus("second")
    row = stage.screen.grid.roving.row_of(stage.current)
    stage.key(Key.Key_Right, ALT)
    rows, high = stage.screen.grid.rows(), row.height()
    with painting() as painted:
        stage.key(Key.Key_Left, ALT)
    assert row.height() > high
    assert painted.whole
    assert not [card for card in painted.whole if card.parentWidget() in rows[rows.index(row) + 1 :]]


def test_what_stands_on_the_screen_is_what_would_be_drawn_anew(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Down, Key.Key_Left, Key.Key_Right):
        stage.key(key, ALT)
        assert on_screen(stage) == drawn_anew(stage)
    for action in ("next_week", "previous_week", "agenda", "day_grid", "week_hours", "week_grid"):
        stage.act(action)
        assert on_screen(stage) == drawn_anew(stage)


def test_what_was_told_while_nobody_saw_it_is_in_its_place_when_it_is_seen(make_stage: StageMaker) -> None:
    stage = make_stage(twice_on_tuesday())
    row = stage.screen.grid.roving.row_of(stage.card("second"))
    high = row.height()
    stage.screen.hide()
    remove_shifts(stage.desk.history, ["second"])
    stage.screen.show()
    assert row.height() < high
    assert on_screen(stage) == drawn_anew(stage)


def test_a_card_that_goes_out_of_sight_selected_comes_back_without_a_mark(make_stage: StageMaker) -> None:
    stage = make_stage(twice_on_tuesday())
    grid, second = stage.screen.grid, stage.card("second")
    grid.selected = frozenset({"second", "w49-tue-eve"})
    grid.refresh_marks()
    cell = next(cell for row in grid.rows() if second in (cell := list(row.cards())))
    marked = [card for card in cell if card.marks.selected]
    assert len(marked) == 2
    stage.act("next_week")
    grid.selected = frozenset()
    grid.refresh_marks()
    assert [card.marks for card in marked] == [NO_MARKS, NO_MARKS]


def test_the_panel_is_told_again_only_when_something_has_changed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[CardModel] = []
    details_text = details.details_text

    def noted(language: Language, plan: Roster, *, card: CardModel, week: WeekModel) -> details.DetailsText:
        told.append(card)
        return details_text(language, plan, card=card, week=week)

    monkeypatch.setattr(details, "details_text", noted)
    stage.screen.details.show_current()
    assert told == []
    stage.key(Key.Key_Right)
    assert len(told) == 1


def large_team() -> Roster:
    """Return the example week with so many more assistants that no screen holds their rows."""
    plan = week_49()
    others = tuple(replace(plan.assistants[0], id=f"other{n}", name=f"Other {n}") for n in range(60))
    return replace(plan, assistants=(*plan.assistants, *others))


def test_what_can_be_seen_is_drawn_before_the_rest_is_made(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Findings, "of_days", lambda *_: ())  # nothing that would be a reason to draw it anew
    desk, _ = make_desk(large_team())
    screen = RosterScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    screen.show()
    begun, first = len(screen.grid.rows()), screen.grid.roving.current
    assert screen.grid.is_begun_only
    assert begun < len(screen.model.rows)
    assert screen.grid.rows()[-1].geometry().bottom() > screen.screen().size().height()
    qtbot.waitUntil(lambda: not screen.is_waiting)
    assert not screen.grid.is_begun_only
    assert [row.model for row in screen.grid.rows()] == list(screen.model.rows)
    assert screen.grid.roving.current is first
    screen.refresh()
    assert len(screen.grid.rows()) == len(screen.model.rows)


def test_a_shift_far_below_is_gone_to_at_once(qtbot: QtBot) -> None:
    plan = large_team()
    far = replace(plan.shifts_by_id["w49-wed-day"], assistant="other59")
    desk, _ = make_desk(plan.with_shift(far))
    screen = RosterScreen(desk)
    qtbot.addWidget(screen)
    screen.show_target(far.id)
    current = screen.grid.roving.current
    assert current is not None
    assert current.name.startswith("Other 59, Wednesday 2 December")


def test_a_team_that_a_screen_holds_is_there_from_the_first(qtbot: QtBot) -> None:
    desk, _ = make_desk(week_49())
    screen = RosterScreen(desk)
    qtbot.addWidget(screen)
    assert not screen.grid.is_begun_only
    assert [row.model for row in screen.grid.rows()] == list(screen.model.rows)
