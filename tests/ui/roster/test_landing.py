"""What would come of putting a shift down somewhere is told before it is done, and it is what would come of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.award import Overdraw
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import ONE_DAY, Week, clock_span, days_span
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.services import shift as verbs
from bpa_desktop.services.publication import publish_roster
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.findings import Findings
from bpa_desktop.ui.roster.gesture import Drop
from bpa_desktop.ui.roster.landing import Verdict, landing_sentence, short_words, spoken_words, verdict
from bpa_desktop.ui.roster.moves import put_down
from bpa_desktop.ui.roster.view_model import RowModel
from bpa_desktop.ui.roster.week_builder import build_week
from tests.memory import history_of
from tests.ui.desks import HOME, TUESDAY_EVENING, make_desk, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import Key, Stage, settle

WEEK = Week(2026, 49)
MONDAY, TUESDAY, FRIDAY = WEEK.days[0], WEEK.days[1], WEEK.days[4]


def with_jonas_trained() -> Roster:
    """Return the example week where Jonas, who is free on Friday evening, can do what it asks for."""
    roster = week_49()
    team = tuple(replace(one, skills=("transfer",)) if one.id == "jonas" else one for one in roster.assistants)
    return replace(roster, assistants=team)


@pytest.fixture
def desk(qapp: object) -> Desk:
    return make_desk(with_jonas_trained())[0]


def told(desk: Desk, shift: str, day: date, row: str | None) -> Verdict:
    return verdict(desk, Findings(desk.limits), drop=Drop(shift, day, row))


def row_of(desk: Desk, who: str | None) -> RowModel:
    rows = build_week(desk.roster, WEEK, today=desk.today).rows
    return next(row for row in rows if row.id == who)


def words(desk: Desk, found: Verdict) -> tuple[str, str]:
    row = row_of(desk, found.drop.row)
    return short_words(desk.language, found, row=row), spoken_words(desk.language, found)


def test_where_nothing_new_is_broken_it_fits_and_tells_the_hours_there_would_be(desk: Desk) -> None:
    found = told(desk, "w49-fri-eve", FRIDAY, "jonas")
    assert words(desk, found) == ("✓ 8 h", "fits")


def test_who_is_absent_cannot_have_it(desk: Desk) -> None:
    found = told(desk, "w49-fri-eve", FRIDAY, "ola")
    assert words(desk, found) == ("✗ absent", "not possible: absent")


def test_what_breaks_a_rule_says_which(desk: Desk) -> None:
    found = told(desk, "w49-mon-day", MONDAY, "ola")  # the day before his evening: fourteen hours at a stretch
    short, spoken = words(desk, found)
    assert short.startswith("✗ ")
    assert spoken.startswith("breaks a rule: ")
    assert found.breaks[0].weight == "must"


def test_a_warning_is_no_refusal(desk: Desk) -> None:
    found = told(desk, "w49-tue-day", TUESDAY, "per")  # 14 hours in a week of 11.25
    short, spoken = words(desk, found)
    assert short.startswith("△ ")
    assert spoken.startswith("warning: ")


def test_an_award_that_may_not_be_overdrawn_refuses(qapp: object) -> None:
    roster = week_49()
    tight = replace(
        roster.awards[0],
        overdraw=Overdraw.BLOCK,
        days=replace(roster.awards[0].days, first=date(2026, 12, 1), last=date(2026, 12, 6)),
    )
    earlier = Shift("before", clock_span(date(2026, 11, 28), time(0), end=time(23, 59), zone=HOME.zone))
    desk, _ = make_desk(replace(roster, awards=(tight,), shifts=(*roster.shifts, earlier)))
    assert words(desk, told(desk, "before", FRIDAY, "jonas"))[0] == "✗ more than the award grants"


def test_another_period_s_account_is_told_with_it(qapp: object) -> None:
    desk, _ = make_desk()
    shift = replace(
        week_49().shifts[0], id="new-year", span=clock_span(date(2026, 12, 31), time(8), end=time(15), zone=HOME.zone)
    )
    verbs.add_shift(desk.history, shift)
    added = next(one for one in desk.roster.shifts if one.span == shift.span)
    same, other = (told(desk, added.id, day, "kari") for day in (date(2026, 12, 30), date(2027, 1, 4)))
    assert "Left of the award" not in landing_sentence(desk, same, row=row_of(desk, "kari"))
    assert "Left of the award until 31 Dec 2027" in landing_sentence(desk, other, row=row_of(desk, "kari"))


_WHO = st.sampled_from([None, "kari", "ola", "amina", "per", "ingrid", "jonas"])


@given(st.sampled_from([shift.id for shift in week_49().shifts]), st.integers(-3, 9), _WHO, _WHO)
def test_the_roster_of_the_answer_is_the_roster_of_the_deed(
    shift_id: str, days: int, row: str | None, chosen: str | None
) -> None:
    start = week_49()
    if chosen is not None:
        request = SubstituteRequest("r", "w49-fri-day", RequestState.FILLED, chosen=chosen)
        start = replace(start, requests=(request,))
    history, _ = history_of(start, at=TUESDAY_EVENING)
    shift = start.shifts_by_id[shift_id]
    day = MONDAY + days * ONE_DAY
    span = days_span(day, day, zone=HOME.zone)
    after = start.placed(shift, span=span, holder=row)
    verbs.place_shifts(history, (verbs.Place(shift_id, span, row),))
    assert after.shifts == history.roster.shifts
    assert after.holder(after.shifts_by_id[shift_id]) == history.roster.holder(history.roster.shifts_by_id[shift_id])
    assert after.substitutes == history.roster.substitutes


def test_a_shift_carried_back_to_what_its_person_agreed_to_is_published_again_in_the_answer_too(
    qapp: object,
) -> None:
    drafts = tuple(replace(one, state=ShiftState.DRAFT) for one in week_49().shifts)
    desk, _ = make_desk(replace(week_49(), shifts=drafts))
    publish_roster(desk.history, WEEK.span(desk.zone))
    agreed = desk.roster.shifts_by_id["w49-thu-day"]
    thursday = agreed.span.first_day(desk.zone)
    for day, is_warned in ((FRIDAY, False), (thursday, True)):  # published two days ahead, and then only offered
        drop = Drop(agreed.id, day, agreed.assistant)
        found = told(desk, agreed.id, day, agreed.assistant)
        assert ("notice" in {one.rule for one in found.breaks}) is is_warned
        verbs.place_shifts(desk.history, [put_down(desk, drop)])
        assert found.after is not None
        assert found.after.shifts == desk.roster.shifts
    assert desk.roster.shifts_by_id[agreed.id] == agreed


def test_the_rules_are_asked_about_the_roster_as_it_is_now(desk: Desk) -> None:
    findings = Findings(shipped_limits())
    drop = Drop("w49-mon-day", MONDAY, "ola")
    assert verdict(desk, findings, drop=drop).sign == "✗"
    verbs.remove_shifts(desk.history, ("w49-mon-eve",))
    assert verdict(desk, findings, drop=drop).sign == "✓"


def headings(stage: Stage) -> dict[str | None, str]:
    return {row.model.id: row.heading.accessible_text() for row in stage.screen.grid.rows() if row.model is not None}


def pick_up(stage: Stage, shift: str) -> None:
    stage.focus(shift)
    stage.act("move_shift")
    for _ in range(12):
        settle()


def test_every_row_answers_while_a_shift_is_carried(make_stage: StageMaker) -> None:
    stage = make_stage(with_jonas_trained())
    calm = headings(stage)
    pick_up(stage, "w49-fri-eve")
    while_carried = headings(stage)
    assert while_carried["ola"] == f"{calm['ola']}, not possible: absent"
    assert while_carried["jonas"] == f"{calm['jonas']}, fits"
    assert while_carried[None] == calm[None]  # its own place
    stage.key(Key.Key_Escape)
    assert headings(stage) == calm


def test_where_it_is_held_is_said_once(stage: Stage) -> None:
    pick_up(stage, "w49-mon-day")
    before = len(stage.heard.said)
    stage.key(Key.Key_Down)
    settle()
    assert len(stage.heard.said) == before + 1
    assert stage.heard.said[-1].startswith("✗ Ola Berg, Monday 30 November: breaks a rule: ")
    stage.key(Key.Key_Up)
    assert len(stage.heard.said) == before + 1  # home again: nothing would come of it


def test_nothing_moves_when_the_answers_come(stage: Stage) -> None:
    places = [card.geometry() for card in stage.cards()]
    pick_up(stage, "w49-mon-day")
    stage.key(Key.Key_Down)
    stage.screen.refresh()
    assert [card.geometry() for card in stage.cards()] == places


def test_a_step_by_somebody_else_makes_the_answers_anew(stage: Stage) -> None:
    pick_up(stage, "w49-mon-day")
    stage.key(Key.Key_Down)
    assert headings(stage)["ola"].endswith("breaks a rule: " + stage.heard.said[-1].rsplit("breaks a rule: ")[1])
    verbs.remove_shifts(stage.desk.history, ("w49-mon-eve",))
    for _ in range(12):
        settle()
    assert headings(stage)["ola"].endswith(", fits")


def test_a_shift_that_is_taken_away_meanwhile_is_carried_no_further(stage: Stage) -> None:
    calm = {who: heading for who, heading in headings(stage).items() if who != "kari"}
    pick_up(stage, "w49-mon-day")
    stage.key(Key.Key_Down)
    verbs.remove_shifts(stage.desk.history, ("w49-mon-day",))
    settle()
    assert stage.screen.grid.carry.shift is None
    assert {who: heading for who, heading in headings(stage).items() if who != "kari"} == calm
