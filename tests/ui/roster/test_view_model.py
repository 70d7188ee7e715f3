"""A week as it is shown: which card stands where, and the figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from bpa_desktop.domain.holidays import Holiday
from bpa_desktop.domain.roster import Roster, first_week
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.domain.span import Span, Week
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.ui.roster.view_model import CardModel, Form, WeekModel, with_findings
from bpa_desktop.ui.roster.week_builder import build_week
from tests.ui.desks import week_49

TODAY = date(2026, 11, 24)
W49 = Week(2026, 49)
FRIDAY = 4


def built(roster: Roster, *findings: Finding, week: Week = W49) -> WeekModel:
    return with_findings(build_week(roster, week, today=TODAY), findings)


def cell(model: WeekModel, row: str | None, column: int) -> tuple[CardModel, ...]:
    return next(one for one in model.rows if one.id == row).cells[column]


def with_substitute(roster: Roster, chosen: str) -> Roster:
    return replace(roster, requests=(SubstituteRequest("r", "w49-fri-day", RequestState.FILLED, chosen=chosen),))


def finding(rule: str, *shifts: str, weight: Weight = Weight.SHOULD) -> Finding:
    return Finding(rule, weight, "kari", shifts, None)


def test_the_open_row_is_first_and_the_team_keeps_its_order() -> None:
    rows = built(week_49()).rows
    assert [row.id for row in rows] == [None, "kari", "ola", "amina", "per", "ingrid", "jonas"]


def test_an_absent_person_s_shift_is_open_and_leaves_a_ghost() -> None:
    model = built(week_49())
    ghost = cell(model, "ola", FRIDAY)[0]
    opened = cell(model, None, FRIDAY)
    assert (ghost.form, ghost.other) == (Form.ABSENT, "")
    assert [(card.shift.id if card.shift else "", card.form, card.other) for card in opened] == [
        ("w49-fri-day", Form.OPEN, "Ola Berg"),
        ("w49-fri-eve", Form.OPEN, ""),
    ]
    assert ghost.shift == opened[0].shift


def test_a_substitute_holds_the_shift_and_the_ghost_names_them() -> None:
    model = built(with_substitute(week_49(), "jonas"))
    held = cell(model, "jonas", FRIDAY)[0]
    ghost = cell(model, "ola", FRIDAY)[0]
    assert (held.form, held.other, held.other_short) == (Form.PUBLISHED, "Ola Berg", "Ola")
    assert (ghost.form, ghost.other) == (Form.ABSENT, "Jonas Åsen")


def test_a_substitute_who_is_absent_too_leaves_a_second_ghost() -> None:
    roster = with_substitute(week_49(), "jonas")
    away = replace(roster.absences[0], id="abs-2", assistant="jonas")
    model = built(replace(roster, absences=(*roster.absences, away)))
    assert cell(model, "jonas", FRIDAY)[0].form is cell(model, "ola", FRIDAY)[0].form is Form.ABSENT
    assert len(cell(model, None, FRIDAY)) == 2


def test_two_of_one_first_name_are_told_apart() -> None:
    roster = with_substitute(week_49(), "jonas")
    team = tuple(replace(one, name="Ola Nes") if one.id == "per" else one for one in roster.assistants)
    assert cell(built(replace(roster, assistants=team)), "jonas", FRIDAY)[0].other_short == "Ola Berg"


def test_a_free_day_is_a_card_too() -> None:
    assert cell(built(week_49()), "kari", FRIDAY) == (CardModel(date(2026, 12, 4), "kari"),)


def test_overlapping_shifts_stand_in_one_cell_in_order() -> None:
    roster = week_49()
    extra = replace(roster.shifts_by_id["w49-mon-eve"], id="extra", assistant="kari", state=ShiftState.DRAFT)
    forms = [card.form for card in cell(built(roster.with_shift(extra)), "kari", 0)]
    assert forms == [Form.PUBLISHED, Form.DRAFT]


def test_each_shift_counts_once_in_the_hours_whoever_holds_it() -> None:
    headline = built(week_49()).headline
    assert (headline.planned, headline.granted, headline.open_shifts) == (Decimal(90), Decimal(90), 2)


def test_training_covers_no_need_and_counts_not() -> None:
    roster = week_49()
    training = replace(roster.shifts_by_id["w49-mon-day"], kind=ShiftKind.TRAINING)
    assert built(roster.with_shift(training)).headline.planned == 83


def test_only_the_hours_within_the_week_count() -> None:
    over = Shift("over", Span(datetime(2026, 12, 6, 20, tzinfo=UTC), datetime(2026, 12, 7, 6, tzinfo=UTC)), "per")
    roster = week_49().with_shift(over)
    assert built(roster).headline.planned == 93
    assert built(roster, week=Week(2026, 50)).headline.planned == 7


def test_a_shift_that_began_last_week_stands_on_monday_and_says_so() -> None:
    over = Shift("over", Span(datetime(2026, 12, 6, 20, tzinfo=UTC), datetime(2026, 12, 7, 6, tzinfo=UTC)), "per")
    model = built(week_49().with_shift(over), week=Week(2026, 50))
    card = cell(model, "per", 0)[0]
    assert (card.continued, card.day) == (True, date(2026, 12, 7))
    assert model.days[0].shifts == 0


def test_findings_stand_on_their_cards_and_the_rest_is_about_the_week() -> None:
    rest = finding("daily_rest", "w49-mon-day", "w49-tue-eve", weight=Weight.MUST)
    contract = finding("contract_hours")
    model = built(week_49(), rest, contract, finding("open_shift", "w49-fri-eve", weight=Weight.MUST))
    assert cell(model, "kari", 0)[0].findings == cell(model, "kari", 1)[0].findings == (rest,)
    assert model.general == (contract,)
    assert (model.headline.musts, model.headline.shoulds) == (1, 1)


def test_only_an_open_or_broken_card_is_a_problem_never_a_ghost() -> None:
    model = built(week_49(), finding("absent", "w49-fri-day"))
    problems = [card for row in model.rows for one in row.cells for card in one if card.has_problem]
    assert [card.form for card in problems] == [Form.OPEN, Form.OPEN]


def test_who_is_not_employed_has_no_row_unless_at_work() -> None:
    roster = week_49()
    posts = tuple(
        replace(post, days=replace(post.days, last=date(2026, 11, 1))) for post in roster.assistants[5].employments
    )
    gone = replace(roster.assistants[5], employments=posts)
    left = replace(roster, assistants=(*roster.assistants[:5], gone))
    assert "jonas" not in [row.id for row in built(left).rows]
    assert "jonas" in [row.id for row in built(with_substitute(left, "jonas")).rows]


def test_holidays_and_today_are_in_the_headings() -> None:
    model = build_week(week_49(), Week(2026, 52), today=date(2026, 12, 23))
    assert [day.is_today for day in model.days].index(True) == 2
    assert model.days[4].holidays == (Holiday.CHRISTMAS_DAY,)
    assert model.days[6].is_red


def test_the_hours_of_a_row_stand_beside_the_contract() -> None:
    kari = built(week_49()).rows[1]
    assert (kari.hours, kari.contract, kari.shifts) == (Decimal(21), Decimal("22.5"), 3)


def test_the_first_week_is_the_next_in_which_something_is_planned() -> None:
    assert first_week(week_49(), TODAY) == W49
    assert first_week(week_49(), date(2027, 1, 5)) == Week(2027, 1)


def test_a_contract_is_about_the_row_and_marks_no_card() -> None:
    contract = finding("contract_hours", "w49-mon-day", "w49-tue-eve")
    model = built(week_49(), contract)
    assert model.rows[1].findings == model.general == (contract,)
    assert not any(card.findings for one in model.rows[1].cells for card in one)


def test_what_an_open_card_shows_is_told_once() -> None:
    evening = week_49().shifts_by_id["w49-fri-eve"]
    told = Finding("uncovered_need", Weight.SHOULD, None, (), evening.span)
    morning = Finding("uncovered_need", Weight.SHOULD, None, (), week_49().shifts_by_id["w49-wed-day"].span)
    model = built(week_49(), told, morning, finding("absent", "w49-fri-day", weight=Weight.MUST))
    assert model.general == (morning,)
    assert (model.headline.musts, model.headline.shoulds) == (0, 1)


def test_rows_nothing_new_is_found_about_stay_the_same_ones() -> None:
    before = built(week_49())
    shift = next(card.shift for row in before.rows for card in row.cards if card.row == "kari" and card.shift)
    finding = Finding("daily_rest", Weight.MUST, "kari", (shift.id,), shift.span)
    after = with_findings(before, (finding,))
    changed = [row.id for row, now in zip(before.rows, after.rows, strict=True) if row is not now]
    assert changed == ["kari"]
    assert with_findings(after, ()) == before
