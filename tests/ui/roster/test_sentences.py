"""Sentences are told before they are done, refused as keys are, and done by the same verbs in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import lru_cache

import pytest
from hypothesis import given

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.award import Overdraw
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import DayRange, Span, Week, clock_span, days_span
from bpa_desktop.domain.team import Assistant
from bpa_desktop.texts import capital
from bpa_desktop.ui.reading import Reading
from bpa_desktop.ui.roster import sentence_wording
from bpa_desktop.ui.roster.findings import Findings
from bpa_desktop.ui.roster.gesture import Drop
from bpa_desktop.ui.roster.landing import spoken_words, verdict
from bpa_desktop.ui.roster.sentence import understood
from bpa_desktop.ui.roster.sentence_offer import offered
from bpa_desktop.ui.roster.sentence_parts import Scene
from bpa_desktop.ui.roster.sentence_wish import BeAway, GiveShift, Lack, MoveShift, RemoveShift
from bpa_desktop.ui.roster.sentence_words import Deed
from bpa_desktop.ui.roster.sentences import Sentences
from tests.memory import MemoryStore
from tests.ui.desks import HOME, make_desk, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import Stage
from tests.ui.roster.test_landing import with_jonas_trained
from tests.ui.roster.test_sentence import TYPED

WEEK = Week(2026, 49)


def hours(day: date, start: int, end: int) -> Span:
    return clock_span(day, time(start), end=time(end), zone=HOME.zone)


def read(stage: Stage, typed: str) -> Reading:
    found = stage.screen.reader.read(typed) if stage.screen.reader is not None else None
    assert found is not None
    return found


def done(stage: Stage, typed: str) -> str:
    """Do a sentence; return what it was said to do."""
    reading = read(stage, typed)
    assert not reading.refused, reading.text
    reading.do()
    return reading.text


def added(stage: Stage) -> list[Shift]:
    known = week_49().shifts_by_id
    return [shift for shift in stage.roster.shifts if shift.id not in known]


def test_a_new_shift_is_told_and_made_as_a_draft(stage: Stage) -> None:
    told = done(stage, "ny vakt Per tor 10-14")
    assert told == "New shift Thursday 3 December 10:00–14:00 for Per Ødegård"
    (shift,) = added(stage)
    assert (shift.span, shift.assistant, shift.state) == (hours(WEEK.days[3], 10, 14), "per", ShiftState.DRAFT)
    assert stage.verbs == ["add_shift"]
    assert stage.current.hasFocus()
    assert stage.current.name.startswith("Per Ødegård, Thursday 3 December, 10:00 to 14:00")


def test_a_new_shift_of_nobody_s_is_open(stage: Stage) -> None:
    assert done(stage, "new shift sun 20-22") == "New open shift Sunday 6 December 20:00–22:00"
    assert [shift.assistant for shift in added(stage)] == [None]


MOVES = {
    "flytt Kari man til lør": ("Saturday 5 December 08:00–15:00", hours(WEEK.days[5], 8, 15), "kari"),
    "move Kari mon 08-15 to Per": ("Per Ødegård", hours(WEEK.days[0], 8, 15), "per"),
    "flytt Kari man til 10-17": ("10:00–17:00", hours(WEEK.days[0], 10, 17), "kari"),
    "flytt Kari man til Per ons 9-12": (
        "Per Ødegård, Wednesday 2 December 09:00–12:00",
        hours(WEEK.days[2], 9, 12),
        "per",
    ),
    "flytt Kari man til ledig": ("open shifts", hours(WEEK.days[0], 8, 15), None),
}


@pytest.mark.parametrize("typed", MOVES)
def test_a_shift_is_moved_in_time_and_to_people_in_one_step(stage: Stage, typed: str) -> None:
    target, span, holder = MOVES[typed]
    assert done(stage, typed) == f"Move Kari Lunde Monday 30 November 08:00–15:00 to {target}"
    moved = stage.roster.shifts_by_id["w49-mon-day"]
    assert (moved.span, moved.assistant) == (span, holder)
    assert len(stage.verbs) == 1
    assert stage.current.model is not None
    assert stage.current.model.shift == moved
    assert stage.current.hasFocus()


def test_an_open_shift_is_moved_and_stays_open(stage: Stage) -> None:
    told = done(stage, "flytt ledig fre 15-23 til lør")
    assert told.startswith("Move the open shift Friday 4 December 15:00–23:00 to Saturday")


def test_a_shift_moved_to_another_week_is_followed_there_and_the_move_is_said_last(stage: Stage) -> None:
    done(stage, "flytt Kari man til 14.12")
    assert stage.screen.week == Week(2026, 51)
    assert stage.current.name.startswith("Kari Lunde, Monday 14 December")
    week_said = next(place for place, said in enumerate(stage.heard.said) if said.startswith("week 51"))
    assert week_said == 0  # before the step, which the window says


def test_an_open_shift_is_given_and_one_that_somebody_has_is_told_as_theirs(stage: Stage) -> None:
    assert done(stage, "gi Per fre 15-23") == "Give the open shift Friday 4 December 15:00–23:00 to Per Ødegård"
    assert stage.roster.shifts_by_id["w49-fri-eve"].assistant == "per"
    told = done(stage, "gi Amina ons 15-22")
    assert told == "Give Amina Yusuf the shift Wednesday 2 December 15:00–22:00 that Per Ødegård has"
    assert stage.verbs == ["assign_shift", "assign_shift"]


def test_a_shift_of_somebody_absent_is_given_to_a_substitute_in_one_step(stage: Stage) -> None:
    done(stage, "gi Ola fre 8-15 til Per")
    shift = stage.roster.shifts_by_id["w49-fri-day"]
    assert (shift.assistant, stage.roster.holder(shift)) == ("ola", "per")
    assert stage.verbs == ["assign_shift"]


def test_a_shift_is_opened_by_giving_it_to_nobody(stage: Stage) -> None:
    assert done(stage, "gi man 8-15 til ingen") == "Open the shift: Kari Lunde, Monday 30 November 08:00–15:00"
    assert stage.roster.shifts_by_id["w49-mon-day"].assistant is None


def test_a_shift_is_deleted_and_the_focus_stays_on_its_day_and_row(stage: Stage) -> None:
    assert done(stage, "slett Kari man") == "Delete the shift: Kari Lunde, Monday 30 November 08:00–15:00"
    assert "w49-mon-day" not in stage.roster.shifts_by_id
    assert stage.verbs == ["remove_shift"]
    assert stage.current.hasFocus()
    assert stage.current.model is not None
    assert (stage.current.model.row, stage.current.model.day) == ("kari", WEEK.days[0])


def test_an_absence_tells_its_kind_and_what_it_opens_and_opens_it_in_one_step(stage: Stage) -> None:
    told = done(stage, "Kari syk man-tir")
    assert told == "Register: Kari Lunde is absent Mon 30 Nov to Tue 1 Dec, self-certified. 2 shifts will be open."
    absence = stage.roster.absences[-1]
    span = days_span(WEEK.days[0], WEEK.days[1], zone=HOME.zone)
    assert (absence.assistant, absence.span, absence.kind) == ("kari", span, AbsenceKind.SELF_CERTIFIED)
    assert {request.shift for request in stage.roster.requests} == {"w49-mon-day", "w49-tue-eve"}
    assert stage.verbs == ["register_absence"]
    assert stage.current.model is not None
    assert stage.current.model.shift is not None
    assert (stage.current.model.shift.id, stage.current.model.row) == ("w49-mon-day", None)


def test_an_absence_that_touches_no_shift_shows_its_first_day(stage: Stage) -> None:
    assert done(stage, "Kari ferie 20.12-27.12").endswith("holiday. 0 shifts will be open.")
    assert stage.screen.week == Week(2026, 51)
    assert stage.current.model is not None
    assert (stage.current.model.row, stage.current.model.day) == ("kari", date(2026, 12, 20))


def test_an_absence_over_another_is_refused_with_the_first(stage: Stage) -> None:
    reading = read(stage, "Ola syk fre")
    assert reading.refused
    assert reading.text == "Ola Berg is absent already: Friday 4 December. Change that instead."
    assert stage.verbs == []


def test_an_absence_of_hours_is_of_these_hours(stage: Stage) -> None:
    done(stage, "Per permisjon ons 16-18")
    assert stage.roster.absences[-1].span == hours(WEEK.days[2], 16, 18)


def test_the_focus_lands_on_the_shift_that_an_absence_opens_not_on_another_of_that_day(make_stage: StageMaker) -> None:
    roster = week_49()
    second = Shift("second", hours(WEEK.days[0], 17, 20), "kari")
    stage = make_stage(replace(roster, shifts=(*roster.shifts, second)))
    done(stage, "Kari syk man 17-20")
    assert stage.current.model is not None
    assert stage.current.model.shift == second


def test_a_week_is_gone_to_in_the_same_row_and_nothing_is_kept(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    assert done(stage, "gå til uke 31") == "Go to: Week 31 · 27 Jul – 2 Aug 2026"
    assert stage.screen.week == Week(2026, 31)
    assert stage.current.model is not None
    assert stage.current.model.row == "kari"
    assert done(stage, "go to 4.12") == "Go to: Friday 4 December"
    assert stage.verbs == []


def test_weekdays_are_those_of_the_week_that_is_shown(stage: Stage) -> None:
    stage.screen.show_week(Week(2026, 50))
    assert read(stage, "ny vakt ons 8-15").text == "New open shift Wednesday 9 December 08:00–15:00"


def test_what_is_done_can_be_undone_in_one_step(stage: Stage) -> None:
    for typed in ("flytt Kari man til Per ons 9-12", "Kari syk tor", "slett Ola man", "gi Ola fre 8-15 til Per"):
        before = stage.roster
        done(stage, typed)
        assert stage.roster != before
        stage.desk.history.undo()
        assert stage.roster == before


OTHERWISE = "choose somebody else, or another day"
REFUSED = {
    "ny vakt Ola fre 18-20": f"Ola Berg is absent Friday 4 December 18:00–20:00: {OTHERWISE}",
    "flytt Kari man til Ola fre": f"Ola Berg is absent Friday 4 December 08:00–15:00: {OTHERWISE}",
    "flytt Ola man til fre": f"Ola Berg is absent Friday 4 December 15:00–22:00: {OTHERWISE}",
    "gi Ola fre 15-23": f"Ola Berg is absent Friday 4 December 15:00–23:00: {OTHERWISE}",
    "gi Kari man 8-15": "Kari Lunde has this shift already",
    "flytt Kari man til man": "Kari Lunde has this shift already",
    "flytt ledig fre 15-23 til ledig": "The shift is open already",
    "flytt Kari ons til Ola": "Kari Lunde has no shift Wednesday 2 December.",
    "flytt Kari man 9-15 til Ola": "There is no such shift Monday 30 November 09:00–15:00, but 08:00–15:00.",
    "slett ledig man": "There is no open shift Monday 30 November.",
    "slett 24.12": "There is no shift Thursday 24 December.",
    "slett man": "Several shifts Monday 30 November: 08:00–15:00 and 15:00–22:00. Write the times too.",
    "ny vakt fre 15-8 +0": "Write when the shift begins and ends, such as 8-15 or 22-8.",
    "ny vakt onds 8-15": "“onds” is no day. Write for example wed or 2.12.",
    "slett Kri man": "Nobody in the team is called “Kri”.",
    "ny vakt fre lør 8-15": "Too much at once. Write for example: new shift Kari fri 15-22",
    "Kari influensa tor": "Which kind of absence? Write sick, sick child, holiday or leave, never why.",
    "Kari ferie 27.12-20.12": "The last day is before the first. Write a later day.",
    "gå til uke 99": "“uke99” is no week and no day. Write a week like 31 or 2026-31, or a day like 4.12.",
    f"slett {'æ' * 300} man": f"Nobody in the team is called “{'æ' * 40}…”.",
}


@pytest.mark.parametrize("typed", REFUSED)
def test_what_cannot_be_done_is_said_while_it_is_typed(stage: Stage, typed: str) -> None:
    assert read(stage, typed) == Reading(REFUSED[typed], refused=True)


WARNED = {
    "flytt Kari man til Per": "△ Warning: above the contract",
    "gi Ola man 8-15": "✗ Breaks a rule: long day, and 2 more",
    "slett Kari man": "△ Warning: need not covered",
    "Kari syk man": "△ Warning: need not covered",
    "ny vakt Kari man 15-23": "✗ Breaks a rule",
    "flytt ledig fre 15-23 til Jonas": "",
}


@pytest.mark.parametrize("typed", WARNED)
def test_what_a_sentence_would_break_is_told_first_and_it_can_be_done_all_the_same(
    make_stage: StageMaker, typed: str
) -> None:
    stage = make_stage(with_jonas_trained())
    reading = read(stage, typed)
    assert reading.warning.startswith(WARNED[typed])
    assert bool(reading.warning) == bool(WARNED[typed])
    assert reading.told == (f"{reading.warning}. {reading.text}" if reading.warning else reading.text)
    assert not reading.refused


@pytest.mark.parametrize("typed", [one for one in WARNED if not one.startswith("ny vakt")])
def test_the_roster_a_sentence_is_warned_about_is_the_one_it_makes(make_stage: StageMaker, typed: str) -> None:
    stage = make_stage(with_jonas_trained())
    wish = understood(typed, Scene(stage.roster, WEEK, stage.desk.today))
    assert isinstance(wish, MoveShift | GiveShift | RemoveShift | BeAway)
    offer = offered(stage.desk, wish)
    offer.act()
    assert offer.after.shifts == stage.roster.shifts
    assert offer.after.shifts_by_holder == stage.roster.shifts_by_holder
    assert [one.span for one in offer.after.absences] == [one.span for one in stage.roster.absences]


def test_a_shift_carried_and_one_moved_by_a_sentence_are_warned_of_alike(stage: Stage) -> None:
    carried = verdict(stage.desk, stage.screen.findings, drop=Drop("w49-mon-day", WEEK.days[0], "ola"))
    said = capital(spoken_words(stage.desk.language, carried))
    assert read(stage, "flytt Kari man til Ola").warning == f"{carried.sign} {said}"


def test_two_of_a_first_name_are_named(make_stage: StageMaker) -> None:
    roster = week_49()
    stage = make_stage(replace(roster, assistants=(*roster.assistants, Assistant("moe", "Kari Moe"))))
    assert read(stage, "slett Kari man").text == "“Kari” fits Kari Lunde and Kari Moe. Write more of the name."


def test_shifts_that_are_alike_are_chosen_between_in_the_week(make_stage: StageMaker) -> None:
    roster = week_49()
    twin = replace(roster.shifts_by_id["w49-fri-eve"], id="twin")
    stage = make_stage(replace(roster, shifts=(*roster.shifts, twin)))
    assert read(stage, "gi Per fre 15-23").text == "Several shifts fit. Choose one in the week."


def test_a_substitute_who_has_another_shift_then_is_refused(make_stage: StageMaker) -> None:
    roster = week_49()
    busy = Shift("busy", hours(WEEK.days[4], 9, 12), "per")
    stage = make_stage(replace(roster, shifts=(*roster.shifts, busy)))
    assert read(stage, "gi Ola fre 8-15 til Per").text == "Per Ødegård has another shift at that time"


def tight() -> Roster:
    """Return the example week under an award that is used up, and may not be overdrawn."""
    roster = week_49()
    award = replace(
        roster.awards[0],
        overdraw=Overdraw.BLOCK,
        weekly_hours=replace(roster.awards[0].weekly_hours, practical=roster.awards[0].weekly_hours.other),
        days=DayRange(WEEK.days[0], date(2026, 12, 13)),
    )
    full = tuple(Shift(f"full-{day}", hours(date(2026, 12, day), 0, 23), None) for day in range(7, 14))
    return replace(roster, awards=(award,), shifts=(*roster.shifts, *full))


@pytest.mark.parametrize("typed", ["ny vakt lør 22-23", "flytt Kari man til 8-23"])
def test_an_award_that_may_not_be_overdrawn_refuses_before_enter(make_stage: StageMaker, typed: str) -> None:
    stage = make_stage(tight())
    reading = read(stage, typed)
    assert reading.refused
    assert "more than the award grants" in reading.text


def test_what_changed_between_the_preview_and_enter_is_refused_and_nothing_is_kept(stage: Stage) -> None:
    reading = read(stage, "flytt Kari man til Per")
    absence = Absence("a", "per", days_span(WEEK.days[0], WEEK.days[0], zone=HOME.zone), AbsenceKind.LEAVE)
    with stage.desk.history.step("register_absence") as record:
        record.put(absence)
    reading.do()
    assert stage.heard.refused[-1].startswith("Per Ødegård is absent")
    assert stage.verbs == ["register_absence"]


def test_sentences_are_told_in_the_language_of_the_program(make_stage: StageMaker) -> None:
    stage = make_stage(code="nb")
    assert read(stage, "move Kari mon to Ola").text != read(make_stage(code="en"), "move Kari mon to Ola").text


@lru_cache(maxsize=1)
def _still() -> tuple[Sentences, Roster, MemoryStore]:
    """Return a reader over a roster that nothing may change."""
    desk, store = make_desk(week_49())

    class Shown:
        week = WEEK
        findings = Findings(desk.limits)

        def show_day(self, day: date, *, row: str | None) -> None:
            raise AssertionError(day)

    def never(_wanted: object) -> None:
        raise AssertionError

    return Sentences(desk, Shown(), follow=never, go_to=never), desk.roster, store


@given(TYPED)
def test_any_text_is_told_in_words_and_reading_changes_nothing(qapp: object, typed: str) -> None:
    reader, roster, store = _still()
    reading = reader.read(typed)
    assert reading is None or reading.text.strip()
    assert store.kept == []
    assert reader._desk.roster == roster


def test_every_lack_has_words() -> None:
    assert set(sentence_wording._PLAIN) | set(sentence_wording._WITH_FACTS) == set(Lack)
    assert set(sentence_wording._EXAMPLES) == set(Deed)
