"""A backup is chosen in the roster, for a shift or for a whole day; who would break a rule is refused in words."""

from __future__ import annotations

import pytest

from tests.ui.roster.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def choose(stage: Stage, command: str, name: str) -> None:
    stage.act(command)
    next(one for one in stage.menu().actions() if one.text() == name).trigger()


def backups(stage: Stage) -> dict[str, str | None]:
    return {one.id: one.backup for one in stage.roster.shifts if one.id.startswith("w49-mon")}


def test_a_backup_is_chosen_for_the_shift_in_focus_and_taken_away_again(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    choose(stage, "choose_backup", "Ingrid Sæther")
    assert backups(stage) == {"w49-mon-day": "ingrid", "w49-mon-eve": None}
    choose(stage, "choose_backup", "No backup")
    assert set(backups(stage).values()) == {None}


def test_a_backup_for_the_day_stands_on_each_shift_of_it_in_one_step(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    choose(stage, "choose_backup_day", "Per Ødegård")
    assert backups(stage) == {"w49-mon-day": "per", "w49-mon-eve": "per"}
    assert stage.verbs == ["choose_backup"]


def test_who_has_the_shift_is_not_its_backup(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    choose(stage, "choose_backup", "Kari Lunde")
    assert stage.heard.refused != []
    assert set(backups(stage).values()) == {None}


def test_who_would_break_a_rule_is_refused_in_words(stage: Stage) -> None:
    stage.focus("w49-tue-day")
    before = stage.roster
    choose(stage, "choose_backup", "Ola Berg")  # comes from the evening before
    assert len(stage.heard.refused) == 1
    assert "Ola Berg" in stage.heard.refused[0]
    assert stage.roster == before
