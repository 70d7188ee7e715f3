"""The screen as a whole: it draws, follows what is kept, and shows what the rules find."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.services import shift as verbs
from bpa_desktop.services.team import edit_assistant
from bpa_desktop.ui import theme
from bpa_desktop.ui.roster import grid_row
from bpa_desktop.ui.roster.card_measure import least_width
from bpa_desktop.ui.roster.card_wording import CardFace, CardWording
from bpa_desktop.ui.roster.findings import Findings, in_a_sentence
from bpa_desktop.ui.roster.grid_row import GridRow
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.view_model import CardModel, RowModel, WeekModel
from bpa_desktop.ui.roster.week_grid import WeekGrid
from tests.ui.a11y_walk import cut_labels
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import REAL, StageMaker
from tests.ui.roster.stage import ALT, Key, Stage, settle

REST = Finding("daily_rest", Weight.MUST, "kari", ("w49-tue-eve",), None)


def test_it_leads_with_the_week_and_a_sentence(stage: Stage) -> None:
    assert stage.screen.header.title.text() == "Week 49 · 30 Nov – 6 Dec 2026"
    assert stage.screen.header.lead.text() == "90 of 90 hours planned · 2 open shifts"


def test_an_empty_week_says_how_to_begin(stage: Stage) -> None:
    stage.act("next_week")
    assert stage.screen.header.lead.text() == (
        "Nothing is planned in this week. Choose a day and press Enter to plan a shift."
    )


def test_an_arrangement_with_nobody_in_it_can_be_shown(make_stage: StageMaker) -> None:
    stage = make_stage(Roster(HOME))
    assert stage.current.name == "Open shifts, Tuesday 24 November, no shift"


def test_the_week_is_drawn_before_the_rules_look(make_stage: StageMaker) -> None:
    stage = make_stage()
    stage.found.append(REST)
    stage.screen.refresh()
    face = stage.card("w49-tue-eve").face
    assert face is not None
    assert face.weight == ""
    settle()
    face = stage.card("w49-tue-eve").face
    assert face is not None
    assert (face.weight, face.problem) == ("must", "short rest")
    assert stage.screen.header.lead.text().endswith("1 thing to mend")


def test_what_was_found_stays_until_the_rules_have_looked_again(stage: Stage) -> None:
    stage.found.append(REST)
    stage.screen.check()
    verbs.remove_shifts(stage.desk.history, ("w49-mon-day",))
    face = stage.card("w49-tue-eve").face
    assert face is not None
    assert face.weight == "must"


def test_a_finding_is_a_sentence_in_the_panel(stage: Stage) -> None:
    stage.found += [REST, Finding("contract_hours", Weight.SHOULD, "ola", (), None)]
    stage.screen.check()
    stage.focus("w49-tue-eve")
    texts = _panel(stage)

    assert any(text.startswith("▲ Kari Lunde") for text in texts)
    assert any(text.startswith("△ Ola Berg") for text in texts)


def _panel(stage: Stage) -> list[str]:
    return [label.text() for label in stage.screen.details.findChildren(QLabel) if label.isVisible()]


def test_the_panel_tells_about_the_shift_with_the_focus(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    texts = _panel(stage)
    assert texts[:3] == ["Monday 30 November", "08:00–15:00 · 7 hours", "Kari Lunde"]
    assert "morning routine and physiotherapy at 11" in texts
    stage.focus("w49-fri-day")
    assert "Open, Ola Berg is absent" in _panel(stage)


def test_a_change_made_elsewhere_is_drawn_and_the_focus_stays(stage: Stage) -> None:
    stage.focus("w49-thu-day")
    verbs.assign_shifts(stage.desk.history, {"w49-thu-day": "jonas"})
    assert stage.current is stage.card("w49-thu-day")
    assert stage.current.hasFocus()
    assert stage.current.name.startswith("Jonas Åsen")


def test_the_focus_is_not_stolen_by_a_change(stage: Stage) -> None:
    button = stage.screen.header._buttons["today"]
    button.setFocus()
    verbs.remove_shifts(stage.desk.history, ("w49-mon-day",))
    assert button.hasFocus()


def test_the_cards_are_used_again(stage: Stage) -> None:
    stage.act("next_week")
    stage.act("previous_week")
    before = set(stage.screen.grid.findChildren(ShiftCard))
    for _ in range(5):
        stage.act("next_week")
        stage.act("previous_week")
        stage.screen.refresh()
    assert set(stage.screen.grid.findChildren(ShiftCard)) == before


def test_only_a_card_that_differs_is_drawn_again(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    shown = {card: card.face for card in stage.cards()}
    verbs.remove_shifts(stage.desk.history, ("w49-sun-long",))
    changed = [card for card in stage.cards() if card.face is not shown.get(card)]
    assert [card.name for card in changed] == ["Amina Yusuf, Sunday 6 December, no shift"]


def test_a_new_name_in_the_team_is_on_the_cards(stage: Stage) -> None:
    kari = stage.roster.assistants_by_id["kari"]
    edit_assistant(stage.desk.history, replace(kari, name="Kari Nes"))
    assert stage.card("w49-mon-day").name.startswith("Kari Nes, Monday")


def test_undo_draws_the_week_as_it_was(stage: Stage) -> None:
    names = [card.name for card in stage.cards()]
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Delete)
    stage.desk.history.undo()
    assert [card.name for card in stage.cards()] == names


def test_a_target_is_a_shift_or_a_day(stage: Stage) -> None:
    stage.screen.show_target("2026-12-25")
    assert stage.screen.week == Week(2026, 52)
    assert stage.current.name == "Open shifts, Friday 25 December, no shift"
    stage.screen.show_target("w49-sun-long")
    assert stage.screen.week == Week(2026, 49)
    assert stage.current is stage.card("w49-sun-long")


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_the_language_changes_while_running(stage: Stage, code: str) -> None:
    stage.found.append(REST)
    stage.screen.check()
    stage.desk.language = Language(code)
    stage.desk.bulletin.language_changed.emit()
    assert stage.screen.header.title.text() != "Week 49 · 30 Nov – 6 Dec 2026"
    assert "6. des" in stage.screen.header.title.text()
    stage.act("new_shift")
    stage.key(Key.Key_Escape)


def application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_at_any_text_size(make_stage: StageMaker, percent: int) -> None:
    theme.apply(application(), theme.LIGHT, text_percent=percent)
    try:
        stage = make_stage(week_49())
        stage.found.append(REST)
        stage.screen.check()
        settle()
        for card in stage.cards():
            assert card.face is not None
            assert card.width() >= least_width(card.face, card.font())
            assert card.height() >= card.needs(card.width()).height() >= theme.CARD_HEIGHT
        assert cut_labels(stage.screen) == []
    finally:
        theme.apply(application(), theme.LIGHT)


def test_large_targets_make_large_cards(make_stage: StageMaker) -> None:
    theme.apply(application(), theme.LIGHT, large_targets=True)
    try:
        stage = make_stage()
        assert all(card.height() >= theme.LARGE for card in stage.cards())
    finally:
        theme.apply(application(), theme.LIGHT)


def test_the_card_with_the_focus_is_never_hidden_by_headings_or_edges(make_stage: StageMaker) -> None:
    theme.apply(application(), theme.LIGHT, text_percent=200)
    try:
        stage = make_stage()
        stage.window.resize(800, 500)
        settle()
        scroll = stage.screen.grid.parentWidget()
        assert scroll is not None
        for shift in ("w49-sun-long", "w49-mon-day", "w49-fri-eve", "w49-sat-long"):
            stage.focus(shift)
            settle()
            row = stage.screen.grid.roving.row_of(stage.current)
            at = stage.current.mapTo(scroll, stage.current.rect().topLeft())
            assert row.heading.width() <= at.x() <= scroll.width() - stage.current.width()
            assert at.y() >= 0
    finally:
        theme.apply(application(), theme.LIGHT)


def test_the_real_rules_find_what_is_wrong_in_the_week(stage: Stage) -> None:
    found = REAL(Findings(shipped_limits()), stage.roster, stage.screen.week)
    assert {"open_shift", "absent", "uncovered_need"} <= {finding.rule for finding in found}
    stage.found += found
    stage.screen.check()
    assert stage.screen.header.lead.text().startswith("90 of 90 hours planned · 2 open shifts · ")
    assert all(
        text[0] in "▲△"
        for finding in found
        for text in [in_a_sentence(stage.desk.language, stage.roster, finding=finding)]
    )


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_in_the_dialogs(make_stage: StageMaker, percent: int) -> None:
    theme.apply(application(), theme.LIGHT, text_percent=percent)
    try:
        stage = make_stage()
        stage.act("go_to_week")
        stage.write("99")
        stage.key(Key.Key_Return)
        assert cut_labels(stage.dialog()) == []
        stage.key(Key.Key_Escape)
        stage.window.activateWindow()
        stage.act("new_shift")
        stage.key(Key.Key_Return)
        assert cut_labels(stage.dialog()) == []
        stage.key(Key.Key_Escape)
    finally:
        theme.apply(application(), theme.LIGHT)


def test_a_team_with_nobody_in_it_is_what_one_begins_with(make_stage: StageMaker) -> None:
    assert make_stage(Roster(HOME)).screen.header.lead.text().startswith("Begin with your team: ")


def test_the_panel_does_not_say_twice_that_a_shift_is_open(stage: Stage) -> None:
    stage.found.append(Finding("open_shift", Weight.SHOULD, None, ("w49-fri-eve",), None))
    stage.screen.check()
    stage.focus("w49-fri-eve")
    texts = _panel(stage)
    assert "Open: nobody has it yet" in texts
    assert not any(text.startswith("△") for text in texts)


def test_a_heading_begins_with_a_capital_in_norwegian_too(stage: Stage) -> None:
    stage.desk.language = Language("nb")
    stage.screen.retranslate()
    stage.focus("w49-mon-day")
    assert _panel(stage)[0] == "Mandag 30. november"


def test_an_absence_is_registered_from_the_shift_with_the_focus(stage: Stage) -> None:
    wanted: list[tuple[str, str]] = []
    stage.desk.bulletin.wanted.connect(lambda view, target: wanted.append((view, target)))
    stage.focus("w49-mon-day")
    stage.act("register_absence")
    assert wanted == [("absence", "w49-mon-day")]


def test_a_week_the_rules_have_looked_at_is_drawn_once_with_what_they_found(
    make_stage: StageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = make_stage()
    monkeypatch.setattr(Findings, "of_week", REAL)
    stage.screen.check()
    shown: list[int] = []
    show_week = WeekGrid.show_week

    def noted(grid: WeekGrid, model: WeekModel, *, language: Language, wording: CardWording) -> None:
        shown.append(len(model.findings))
        show_week(grid, model, language=language, wording=wording)

    monkeypatch.setattr(WeekGrid, "show_week", noted)
    stage.key(Key.Key_PageDown)
    stage.key(Key.Key_PageUp)
    assert shown[1] > 0
    assert len(shown) == 2


def test_cards_that_say_the_same_are_not_worded_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[str | None] = []
    face = CardWording.face

    def noted(wording: CardWording, card: CardModel, row: RowModel) -> CardFace:
        worded.append(row.id)
        return face(wording, card, row)

    monkeypatch.setattr(CardWording, "face", noted)
    stage.screen.refresh()
    assert worded == []
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Right, ALT)
    assert set(worded) == {"kari"}
    assert len(worded) <= 3  # the free Monday, and two shifts on Tuesday


def test_rows_that_show_the_same_are_not_placed_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    placed: list[GridRow] = []
    place = grid_row._place_days

    def noted(row: GridRow, *, heading_width: int, column_width: int) -> int:
        placed.append(row)
        return place(row, heading_width=heading_width, column_width=column_width)

    monkeypatch.setattr(grid_row, "_place_days", noted)
    stage.screen.refresh()
    assert placed == []
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Right, ALT)
    assert {row.model.id for row in placed if row.model is not None} == {"kari"}


@pytest.mark.parametrize("day", [date(2026, 11, 30), date(2026, 12, 4)])
def test_what_has_the_focus_is_in_sight_in_whichever_view_one_changes_to(stage: Stage, day: date) -> None:
    stage.window.resize(1280, 420)
    settle()
    views = ("day_grid", "week_grid", "week_hours", "agenda")
    for before, after in ((one, other) for one in views for other in views if one != other):
        stage.act("week_grid")
        stage.screen.show_day(day, row=None)
        stage.act(before)
        bar = stage.screen._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())
        stage.act(after)
        assert stage.current.hasFocus()
        if not stage.current.is_whole_day:
            at = stage.current.mapTo(stage.screen._scroll.viewport(), QPoint(0, 0)).y()
            assert 0 <= at < stage.screen._scroll.viewport().height() - 20, (before, after)


@pytest.mark.parametrize(("wide", "is_beside"), [(1000, True), (620, False)])
def test_the_title_has_a_line_of_its_own_before_it_is_broken(stage: Stage, wide: int, is_beside: bool) -> None:
    header = stage.screen.header
    header.resize(wide, 100)
    settle()
    button = header._buttons["today"]
    assert header.title.height() < 2 * header.title.fontMetrics().lineSpacing()
    assert (button.y() < header.title.geometry().bottom()) is is_beside
    assert header._buttons["new_shift"].geometry().right() == header.rect().right()
