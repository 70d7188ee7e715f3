"""The editor shows a shift on its three clocks while it is typed."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.ui.roster.shift_editor import ShiftEditor
from tests.plain_text import plain
from tests.ui.desks import week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import Stage

DAY = "w49-mon-day"


def editor(stage: Stage) -> ShiftEditor:
    """Return the editor of the current shift."""
    stage.act("edit_shift")
    found = stage.dialog()
    assert isinstance(found, ShiftEditor)
    return found


def test_the_clocks_stand_in_the_editor_with_their_sums(stage: Stage) -> None:
    stage.focus(DAY)
    said = plain(editor(stage).clocks.text())
    assert said.splitlines() == [
        "Present: 7 hours.",
        "Drawn from the award: 7 hours.",
        "Paid: 7 hours, and supplements.",
    ]


def test_they_follow_what_is_typed_and_are_silent_while_it_makes_no_sense(stage: Stage) -> None:
    stage.focus(DAY)
    found = editor(stage)
    found.form.fill({"times": "22-7", "kind": ShiftKind.RESTING_NIGHT.value})
    assert "Paid: 3 hours of 9 hours" in plain(found.clocks.text())
    found.form.fill({"kind": ShiftKind.MEETING.value})
    assert "nothing, since it does not count this kind" in found.clocks.text()
    found.form.fill({"times": "29-7"})
    assert found.clocks.isHidden()


def test_an_agreement_that_is_not_known_leaves_the_pay_unknown_only_where_it_is_asked(make_stage: StageMaker) -> None:
    roster = week_49()
    stage = make_stage(replace(roster, arrangement=replace(roster.arrangement, pay_agreement="gone")))
    stage.focus(DAY)
    found = editor(stage)
    assert "Paid: 7 hours" in plain(found.clocks.text())
    found.form.fill({"kind": ShiftKind.RESTING_NIGHT.value})
    assert "Paid: not known" in found.clocks.text()
