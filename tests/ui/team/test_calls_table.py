"""Who was asked in twelve months: a table in the team's view, and saved for other programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.substitute import Answer, Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.ui import a11y
from bpa_desktop.ui.team.view import TeamScreen
from tests.ui.a11y_walk import cut_labels
from tests.ui.accessibility import nameless
from tests.ui.desks import listen, make_desk, week_49
from tests.ui.screens import focused, press, read, shown
from tests.ui.team.test_view import field

HEADING = "Asked to step in during twelve months"


def asked() -> Roster:
    """Return the week in which Per was asked twice before."""
    asks = tuple(
        Ask("per", datetime(2026, 11, day, 8, tzinfo=UTC), Channel.SMS, answer, datetime(2026, 11, day, 9, tzinfo=UTC))
        for day, answer in ((3, Answer.NO), (10, Answer.YES))
    )
    request = SubstituteRequest("r", "w49-fri-day", RequestState.ASKING, asks=asks)
    return replace(week_49(), requests=(*week_49().requests, request))


def test_the_table_is_there_once_somebody_was_asked_and_opens_the_person(qtbot: QtBot) -> None:
    a11y.install()
    assert HEADING not in read(shown(qtbot, TeamScreen, make_desk(replace(week_49(), requests=()))[0]))
    screen = shown(qtbot, TeamScreen, make_desk(asked())[0])
    assert HEADING in read(screen)
    while "Asked" not in focused():
        press(Qt.Key.Key_Tab)
    for _ in range(3):
        press(Qt.Key.Key_Down)
    assert focused() == "Per Ødegård, Asked 2, Yes 1, No 1, Perhaps 0, No answer 0, Stepped in 0"
    assert nameless(screen) == []
    press(Qt.Key.Key_Return)
    assert field(screen, "name").text() == "Per Ødegård"


def test_the_details_tell_of_the_calls(qtbot: QtBot) -> None:
    screen = shown(qtbot, TeamScreen, make_desk(asked())[0])
    screen.show_target("per")
    assert "Asked 2 times in twelve months: 1 yes and 1 no; last 10 Nov 2026." in read(screen)


def test_the_figures_are_saved_as_a_table_and_that_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk, _ = make_desk(asked())
    heard = listen(desk.bulletin)
    screen = shown(qtbot, TeamScreen, desk)
    proposed: list[str] = []

    def choose(_parent: object, _title: str, start: str, *_rest: object, **_options: object) -> tuple[str, str]:
        proposed.append(Path(start).name)
        return str(tmp_path / "figures"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    screen.handlers()["export_team"]()
    lines = (tmp_path / "figures.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Name,Asked,Yes,No,")
    assert next(line for line in lines if line.startswith("Per")).startswith("Per Ødegård,2,1,1,0,0,0,2026-11-10")
    assert heard.said == ["Exported: figures.csv"]
    assert proposed == [f"team-{desk.today.isoformat()}.csv"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    screen.handlers()["export_team"]()
    assert heard.said == ["Exported: figures.csv"]


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_nothing_in_the_table_is_cut(qtbot: QtBot, code: str) -> None:
    assert cut_labels(shown(qtbot, TeamScreen, make_desk(asked(), code=code)[0])) == []
