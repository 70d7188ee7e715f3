"""What the rules find is mended by a key, or kept as it is with a reason where no law forbids it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Span
from bpa_desktop.rules.rule import Finding
from bpa_desktop.services.finding import Grounds, keep_finding, release_finding
from bpa_desktop.ui.roster.findings import kept_sentence
from bpa_desktop.ui.roster.keep_dialog import KeepDialog
from tests.plain_text import plain
from tests.ui.desks import week_49
from tests.ui.roster.conftest import REAL, StageMaker
from tests.ui.roster.stage import Stage, settle

EVENING = "w49-mon-eve"


def long_evening(roster: Roster | None = None) -> Roster:
    """Return the example with Ola's Monday evening seven hours longer: a day of fourteen."""
    roster = roster or week_49()
    held = roster.shifts_by_id[EVENING]
    return roster.with_shift(replace(held, span=Span(held.span.start, held.span.end + timedelta(hours=7))))


def short_break() -> Roster:
    """Return the example with a recorded break that is too short."""
    roster = week_49()
    held = roster.shifts_by_id[EVENING]
    span = Span(held.span.start, held.span.end + timedelta(hours=1))
    return roster.with_shift(replace(held, span=span, break_minutes=10))


def checked(make_stage: StageMaker, roster: Roster) -> Stage:
    """Return a stage on which the rules themselves have looked, with the focus on Monday evening."""
    stage = make_stage(roster)
    stage.found += [finding for finding in real(stage) if finding.rule in ("break", "daily_hours", "notice")]
    stage.screen.check()
    stage.focus(EVENING)
    return stage


def real(stage: Stage) -> list[Finding]:
    """Return what the rules find."""
    return list(REAL(stage.screen.findings, stage.roster, stage.screen.week))


def buttons(stage: Stage) -> list[str]:
    """Return the buttons of the panel that are offered."""
    return [one.text() for one in stage.screen.details.findChildren(QPushButton) if one.isVisible()]


def test_a_problem_is_mended_in_one_step_that_is_said_and_undone(make_stage: StageMaker) -> None:
    stage = checked(make_stage, long_evening())
    before = stage.roster.shifts_by_id[EVENING]
    assert "Mend the problem" in buttons(stage)
    stage.act("mend_problem")
    assert stage.verbs == ["mend_finding"]
    after = stage.roster.shifts_by_id[EVENING]
    assert (after.span.start, int(after.span.hours)) == (before.span.start, 13)
    assert stage.current.model is not None
    assert stage.current.model.shift == after
    stage.desk.history.undo()
    assert stage.roster.shifts_by_id[EVENING] == before


def test_where_there_is_no_problem_it_says_where_the_next_one_is(make_stage: StageMaker) -> None:
    stage = make_stage(week_49())
    stage.focus(EVENING)
    for command in ("mend_problem", "keep_problem"):
        stage.act(command)
        assert stage.heard.refused[-1] == "There is no problem here. F8 goes to the next one."
    assert not stage.verbs


def test_what_the_law_forbids_cannot_be_kept(make_stage: StageMaker) -> None:
    stage = checked(make_stage, long_evening())
    stage.act("keep_problem")
    assert stage.heard.refused[-1].startswith("The law forbids this")
    assert not stage.verbs


def test_a_finding_is_kept_by_keys_with_its_reason_and_stays_listed(make_stage: StageMaker) -> None:
    stage = checked(make_stage, short_break())
    stage.act("keep_problem")
    stage.write("agreed by telephone")
    stage.key(Qt.Key.Key_Tab)
    stage.write("Åse")
    stage.key(Qt.Key.Key_Tab)
    stage.write("agreement 3")
    stage.key(Qt.Key.Key_Return)
    (kept,) = stage.desk.history.records.all(KeptFinding)
    assert (kept.rule, kept.reason, kept.author) == ("break", "agreed by telephone", "Åse")
    assert kept.agreement == "agreement 3"
    stage.screen.check()
    settle()
    assert stage.current.model is not None
    assert not stage.current.model.findings
    said = plain(stage.screen.details._problems.text())
    assert "10 minutes of break" in said
    assert "✓ Kept as it is: agreed by telephone, agreement 3 (Åse, " in said
    assert "No longer keep as it is" in buttons(stage)
    stage.act("release_problem")
    assert stage.desk.history.records.all(KeptFinding) == ()
    stage.screen.check()
    assert [finding.rule for finding in stage.current.model.findings] == ["break"]


def test_without_a_reason_it_says_what_is_missing_and_nothing_is_kept(make_stage: StageMaker) -> None:
    stage = checked(make_stage, short_break())
    stage.act("keep_problem")
    stage.key(Qt.Key.Key_Return)
    assert stage.heard.refused[-1].startswith("Write why it is all right")
    assert stage.dialog().isVisible()
    stage.key(Qt.Key.Key_Escape)
    assert not stage.verbs


def test_where_nothing_is_kept_there_is_nothing_to_take_back(make_stage: StageMaker) -> None:
    stage = checked(make_stage, short_break())
    stage.act("release_problem")
    assert stage.heard.refused[-1] == "Nothing is kept as it is here."


def test_what_is_left_of_the_award_stands_above_the_week_and_follows(make_stage: StageMaker) -> None:
    stage = make_stage(week_49())
    stage.screen.check()
    before = plain(stage.screen.header.account.text())
    assert before.startswith("Left of the award until 31 Dec 2026: ")
    stage.focus(EVENING)
    stage.act("remove_shift")
    stage.screen.check()
    assert plain(stage.screen.header.account.text()) != before


def test_a_week_under_no_award_says_nothing_of_one(make_stage: StageMaker) -> None:
    stage = make_stage(replace(week_49(), awards=()))
    stage.screen.check()
    assert stage.screen.header.account.isHidden()


def test_every_refusal_is_said_in_norwegian_too(make_stage: StageMaker) -> None:
    stage = make_stage(long_evening(), code="nb")
    stage.found += [finding for finding in real(stage) if finding.rule == "daily_hours"]
    stage.screen.check()
    stage.focus(EVENING)
    stage.act("keep_problem")
    assert stage.heard.refused[-1] == "Loven forbyr dette, uansett hva som er avtalt. Det må rettes."
    stage.screen.findings.repair = lambda *_: None  # type: ignore[method-assign]
    stage.act("mend_problem")
    assert stage.heard.refused[-1].startswith("Ingen enkeltendring retter dette")


def test_where_no_name_is_known_a_kept_finding_bears_its_day_alone(make_stage: StageMaker) -> None:
    stage = checked(make_stage, short_break())
    finding = next(one for one in stage.found if one.rule == "break")
    kept = keep_finding(stage.desk.history, finding, grounds=Grounds("agreed"))
    english = stage.desk.language
    named = kept_sentence(english, stage.roster, kept=(finding, kept))
    assert named.endswith(f"✓ Kept as it is: agreed ({kept.author}, 24 Nov 2026)")
    nameless = kept_sentence(english, stage.roster, kept=(finding, replace(kept, author="")))
    assert nameless.endswith("✓ Kept as it is: agreed (24 Nov 2026)")


def test_who_decided_last_and_the_agreement_in_force_stand_in_the_dialog(make_stage: StageMaker) -> None:
    roster = short_break()
    agreement = replace(roster.arrangement.agreement, reference="agreement 3")
    stage = checked(make_stage, replace(roster, arrangement=replace(roster.arrangement, agreement=agreement)))
    finding = next(one for one in stage.found if one.rule == "break")
    kept = keep_finding(stage.desk.history, finding, grounds=Grounds("agreed", author="Åse"))
    release_finding(stage.desk.history, kept)
    keep_finding(stage.desk.history, replace(finding, shifts=("other",)), grounds=Grounds("agreed", author="Siri"))
    stage.act("keep_problem")
    dialog = stage.dialog()
    assert isinstance(dialog, KeepDialog)
    assert dialog.form.values() == {"reason": "", "author": "Siri", "agreement": "agreement 3"}
