"""Every step has a phrase, and says the same when it is undone."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

import bpa_desktop.services
from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Arrangement, ServiceUse
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.domain.roll_out import RollOut
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.substitute import Answer, Channel
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.rules.repair import Repair
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.services import (
    absence,
    arrangement,
    arrival,
    award,
    base_amount,
    day_note,
    erasure,
    fallback,
    finding,
    fit,
    household,
    invoice,
    need,
    part,
    pay_agreement,
    price_list,
    publication,
    restoring,
    roster,
    rotation,
    shift,
    shift_lock,
    standby,
    substitute,
    team,
)
from bpa_desktop.services.cost import PriceBook
from bpa_desktop.services.history import History
from bpa_desktop.services.step import ERASING, Slot
from bpa_desktop.texts.step import VERBS, step_phrase, step_text
from tests.memory import history_of
from tests.rosters import award as granted

ENGLISH = Language("en")
HOME = Arrangement("home", "Home", "3203")
SPAN = Span(datetime(2026, 12, 4, 14, tzinfo=UTC), datetime(2026, 12, 4, 22, tzinfo=UTC))
PART = Span(SPAN.start, datetime(2026, 12, 4, 18, tzinfo=UTC))
LATER = Span(datetime(2026, 12, 5, 14, tzinfo=UTC), datetime(2026, 12, 5, 22, tzinfo=UTC))
DAY = Span(datetime(2026, 12, 3, 23, tzinfo=UTC), datetime(2026, 12, 4, 23, tzinfo=UTC))
TWO_DAYS_AWAY = Span(datetime(2026, 12, 3, 23, tzinfo=UTC), datetime(2026, 12, 5, 23, tzinfo=UTC))
KARI, OLA = Assistant("kari", "Kari"), Assistant("ola", "Ola")
OURS = OwnPriceList("ours", "")
NOVEMBER = Invoice("2026-11", date(2026, 11, 1), Decimal(1305))
EXPECTED = ExpectedBaseAmount("2027-05-01", date(2027, 5, 1), Decimal(141_000))
PRICES = PriceBook(shipped_tariffs(), shipped_base_amounts())
GRANTED = granted(DayRange(date(2027, 1, 1)))
TRIP = DayNote("", date(2026, 12, 4), date(2026, 12, 6), "Cabin trip")
FRIDAY_NEED = Need("", 5, time(15), time(22))
WATCH = FallbackContact("", FallbackKind.DUTY, "Municipal duty", "22 00 00 00")
TWO_DAYS = Rotation(
    "",
    "Two days",
    1,
    DayRange(date(2026, 11, 30)),
    tuple(RotationLine(1, day, time(8), time(15), "kari") for day in (1, 2)),
)
WHOLE = Roster(HOME, assistants=(KARI, OLA), shifts=(Shift("s", SPAN, "ola"), Shift("open", SPAN)))


def ask_kari(history: History) -> None:
    request = substitute.open_requests(history, ("open",))[0]
    substitute.ask_assistants(history, (request.id,), assistants=("kari",), way=substitute.Way(Channel.PHONE))


def maybe_said(history: History) -> None:
    ask_kari(history)
    request = history.roster.requests[0].id
    substitute.log_answer(history, request, assistant="kari", answer=Answer.MAYBE)


def forget_illness(history: History) -> None:
    fall_ill(history)
    erasure.forget_absences(history, datetime(2027, 1, 1, tzinfo=UTC))


def asked_about(history: History) -> tuple[str]:
    ask_kari(history)
    return (history.roster.requests[0].id,)


def confirmed(history: History) -> str:
    (request,) = asked_about(history)
    substitute.confirm_substitute(history, request, assistant="kari")
    return request


def choose_kari(history: History) -> None:
    standby.choose_backup(history, ("open",), assistant="kari", limits=shipped_limits())


def call_kari(history: History) -> None:
    choose_kari(history)
    standby.call_backup(history, "open")


def lose_fallback(history: History) -> None:
    fallback.remove_fallback(history, fallback.keep_fallback(history, WATCH).id)


def fall_ill(history: History) -> None:
    absence.register_absence(history, Absence("", "ola", DAY, AbsenceKind.SICK_NOTE, Decimal(100)))


def come_back(history: History) -> None:
    fall_ill(history)
    absence.remove_absence(history, history.roster.absences[0].id)


def stay_away(history: History) -> None:
    fall_ill(history)
    absence.change_absence(history, replace(history.roster.absences[0], span=TWO_DAYS_AWAY))


def recover(history: History) -> None:
    stay_away(history)
    absence.end_absence(history, history.roster.absences[0].id, back_on=date(2026, 12, 5))


def swap(history: History) -> None:
    shift.assign_shifts(history, {"open": "kari"})
    shift.swap_shifts(history, "open", second="s")


def lose_price_list(history: History) -> None:
    price_list.keep_price_list(history, OURS)
    price_list.remove_price_list(history, OURS.id)


def lose_invoice(history: History) -> None:
    invoice.enter_invoice(history, NOVEMBER)
    invoice.remove_invoice(history, NOVEMBER.id)


def mend(history: History) -> None:
    before = history.roster.shifts_by_id["s"]
    finding.mend_finding(history, Repair(before, replace(before, span=LATER)))


def keep(history: History) -> None:
    late = Finding("notice", Weight.SHOULD, "ola", ("s",), SPAN, Decimal(48), Decimal(336))
    finding.keep_finding(history, late, grounds=finding.Grounds("agreed by telephone"))


def published(history: History) -> str:
    made = publication.publish_roster(history, DAY)
    assert made is not None
    publication.hand_out(history, made.id, assistant="ola", way=Channel.SMS)
    return made.id


def agree(history: History) -> None:
    published(history)
    shift.place_shifts(history, (shift.Place("s", LATER, "ola"),))
    publication.confirm_shifts(history, ("s",))


def release(history: History) -> None:
    keep(history)
    finding.release_finding(history, history.records.all(KeptFinding)[0])


def doubt_expected(history: History) -> None:
    base_amount.expect_base_amount(history, EXPECTED)
    base_amount.forget_base_amount(history, EXPECTED.id)


def change_award(history: History) -> None:
    kept = award.add_award(history, GRANTED)
    award.edit_award(history, replace(kept, reference="Vedtak 2"))


def lose_award(history: History) -> None:
    award.remove_award(history, award.add_award(history, GRANTED).id)


def roll_out_a_week(history: History) -> None:
    kept = rotation.keep_rotation(history, TWO_DAYS)
    rotation.roll_out(history, RollOut(kept.id, date(2026, 12, 7), date(2026, 12, 13)))


def lose_rotation(history: History) -> None:
    rotation.remove_rotation(history, rotation.keep_rotation(history, TWO_DAYS).id)


def lose_need(history: History) -> None:
    need.remove_need(history, need.keep_need(history, FRIDAY_NEED).id)


def unlock(history: History) -> None:
    shift_lock.lock_shifts(history, ("s",))
    shift_lock.unlock_shifts(history, ("s",))


def lose_note(history: History) -> None:
    day_note.remove_day_note(history, day_note.keep_day_note(history, replace(TRIP, last=TRIP.first)).id)


def bring_all_in(history: History) -> None:
    shifts = (Shift("", LATER, "kari"), Shift("", DAY))
    arrival.bring_in(history, [arrival.Arrival(1, one) for one in (TRIP, *shifts, Assistant("", "Nina"))])


DEEDS: dict[str, tuple[Callable[[History], object], str]] = {
    "add_shift": (
        lambda h: shift.add_shift(h, Shift("", LATER, "kari")),
        "New shift Saturday 5 December 15:00–23:00 for Kari",
    ),
    "add_award": (lambda h: award.add_award(h, GRANTED), "New award of 35 hours a week from 1 Jan 2027"),
    "edit_award": (change_award, "Award from 1 Jan 2027 changed"),
    "remove_award": (lose_award, "Award from 1 Jan 2027 taken away"),
    "edit_shift": (
        lambda h: shift.edit_shift(h, Shift("s", LATER, "ola", note="x")),
        "Shift Saturday 5 December 15:00–23:00 changed",
    ),
    "assign_shift": (
        lambda h: shift.assign_shifts(h, {"s": "kari"}),
        "Friday 4 December 15:00–23:00 given to Kari",
    ),
    "move_shift": (
        lambda h: shift.place_shifts(h, (shift.Place("s", LATER, "ola"),)),
        "Ola moved to Saturday 5 December 15:00–23:00",
    ),
    "swap_shifts": (swap, "Kari and Ola swapped shifts"),
    "split_shift": (
        lambda h: shift.split_shift(h, "s", at=datetime(2026, 12, 4, 18, tzinfo=UTC)),
        "Shift Friday 4 December 15:00–23:00 split at 19:00",
    ),
    "remove_shift": (lambda h: shift.remove_shifts(h, ("s",)), "Shift Friday 4 December 15:00–23:00 deleted"),
    "register_absence": (fall_ill, "Ola is absent Friday 4 December: 1 shift opened"),
    "remove_absence": (come_back, "Ola is not absent Friday 4 December after all"),
    "change_absence": (stay_away, "Ola is now absent Fri 4 Dec to Sat 5 Dec"),
    "end_absence": (recover, "Ola is back, after absence Friday 4 December"),
    "open_requests": (
        lambda h: substitute.open_requests(h, ("open",))[0],
        "Looking for a substitute for Friday 4 December 15:00–23:00",
    ),
    "ask_assistants": (ask_kari, "Kari was asked about Friday 4 December 15:00–23:00"),
    "log_answer": (maybe_said, "Kari answered maybe"),
    "confirm_substitute": (
        lambda h: substitute.confirm_substitute(h, substitute.open_requests(h, ("open",))[0].id, assistant="kari"),
        "Kari takes Friday 4 December 15:00–23:00",
    ),
    "withdraw_request": (
        lambda h: substitute.withdraw_request(h, substitute.open_requests(h, ("open",))[0].id),
        "Stopped looking for a substitute for Friday 4 December 15:00–23:00",
    ),
    "log_answers": (
        lambda h: substitute.log_answers(h, asked_about(h), assistant="kari", answer=Answer.YES),
        "Kari answered yes",
    ),
    "log_part": (
        lambda h: substitute.log_part(h, asked_about(h)[0], assistant="kari", part=PART),
        "Kari answered part of it",
    ),
    "confirm_part": (
        lambda h: part.confirm_part(h, asked_about(h)[0], assistant="kari", part=PART),
        "Kari takes Friday 4 December 15:00–19:00",
    ),
    "mark_told": (lambda h: substitute.mark_told(h, asked_about(h)[0], assistants=("kari",)), "Told: Kari"),
    "fall_out": (
        lambda h: substitute.fall_out(h, confirmed(h)),
        "Kari cannot take Friday 4 December 15:00–23:00 after all",
    ),
    "set_deadline": (
        lambda h: substitute.set_deadline(h, asked_about(h)[0], deadline=SPAN.start),
        "Answers about Friday 4 December 15:00–23:00 are wanted by Friday 4 December 15:00",
    ),
    "fit_shift": (
        lambda h: fit.fit_shift(h, "open", span=PART),
        "The shift is now Friday 4 December 15:00–19:00",
    ),
    "choose_backup": (choose_kari, "Kari is the backup for Friday 4 December 15:00–23:00"),
    "call_backup": (call_kari, "Kari takes Friday 4 December 15:00–23:00"),
    "keep_fallback": (
        lambda h: fallback.keep_fallback(h, WATCH),
        "Municipal duty can be called when nobody can come",
    ),
    "remove_fallback": (lose_fallback, "Municipal duty is not called any more when nobody can come"),
    "give_up_request": (
        lambda h: substitute.give_up_request(h, substitute.open_requests(h, ("open",))[0].id),
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
    "publish_roster": (lambda h: publication.publish_roster(h, DAY), "1 shift published"),
    "hand_out": (published, "Ola got the plan by text message"),
    "take_back_receipt": (
        lambda h: publication.take_back_receipt(h, published(h), assistant="ola"),
        "Ola has not got the plan after all",
    ),
    "confirm_publication": (
        lambda h: publication.confirm_publication(h, published(h), assistant="ola"),
        "Ola confirmed the plan",
    ),
    "confirm_shift": (agree, "1 shift confirmed"),
    "keep_price_list": (lambda h: price_list.keep_price_list(h, OURS), "Price list ours saved"),
    "remove_price_list": (lose_price_list, "Price list ours taken away"),
    "choose_price_list": (
        lambda h: price_list.choose_price_list(h, "asker-seed", prices=PRICES),
        "Price list asker-seed chosen",
    ),
    "choose_services": (
        lambda h: price_list.choose_services(h, [ServiceUse("alarm", Decimal(1))]),
        "What else the municipality charges for changed",
    ),
    "set_household": (
        lambda h: household.set_income(h, Decimal(480_000)),
        "The household's income changed",
    ),
    "enter_invoice": (lambda h: invoice.enter_invoice(h, NOVEMBER), "Invoice for November 2026 entered"),
    "remove_invoice": (lose_invoice, "Invoice for November 2026 taken away"),
    "expect_base_amount": (
        lambda h: base_amount.expect_base_amount(h, EXPECTED),
        "Expecting G to be 141,000\N{NO-BREAK SPACE}kr from 1 May 2027",
    ),
    "forget_base_amount": (doubt_expected, "The expected G from 1 May 2027 taken away"),
    "mend_finding": (mend, "Mended: the shift is now Saturday 5 December 15:00–23:00"),
    "keep_finding": (keep, "Kept as it is: agreed by telephone"),
    "release_finding": (release, "No longer kept as it is"),
    "keep_pay_agreement": (
        lambda h: pay_agreement.keep_pay_agreement(h, OwnPayAgreement("ours", "")),
        "Pay agreement of your own saved",
    ),
    "keep_rotation": (lambda h: rotation.keep_rotation(h, TWO_DAYS), "Rotation Two days saved"),
    "remove_rotation": (lose_rotation, "Rotation Two days taken away"),
    "roll_out": (roll_out_a_week, "Rotation rolled out: 2 shifts"),
    "keep_need": (lambda h: need.keep_need(h, FRIDAY_NEED), "Need on Friday 15:00–22:00 saved"),
    "remove_need": (lose_need, "Need on Friday 15:00–22:00 taken away"),
    "lock_shift": (
        lambda h: shift_lock.lock_shifts(h, ("s",)),
        "Shift Friday 4 December 15:00–23:00 locked",
    ),
    "unlock_shift": (unlock, "Shift Friday 4 December 15:00–23:00 unlocked"),
    "keep_day_note": (
        lambda h: day_note.keep_day_note(h, TRIP),
        "Note on Friday 4 December to Sunday 6 December saved",
    ),
    "bring_in": (bring_all_in, "2 shifts, 1 person and 1 day note brought in"),
    "restore_backup": (
        lambda h: restoring.restore_backup(h, [Slot(Arrangement, h.roster.arrangement.id, h.roster.arrangement)]),
        "Backup brought back: 4 entries changed",
    ),
    "remove_day_note": (lose_note, "Note on Friday 4 December taken away"),
    "forget_absences": (forget_illness, "1 absence erased for good"),
    "forget_assistant": (
        lambda h: erasure.forget_assistant(h, "ola", name="Former assistant"),
        "An assistant's details erased for good",
    ),
    "choose_pay_agreement": (lambda h: pay_agreement.choose_pay_agreement(h, "ours"), "Pay agreement chosen"),
}


NOT_UNDONE = {"hand_out", *ERASING}
"""What somebody outside knows, or nobody any more."""


@pytest.mark.parametrize("verb", DEEDS)
def test_a_step_says_what_was_done_and_undo_names_the_same(verb: str) -> None:
    deed, phrase = DEEDS[verb]
    history, store = history_of(WHOLE)
    deed(history)
    step = store.kept[-1]
    assert step.line.verb == verb
    assert step_phrase(ENGLISH, step, roster=history.roster) == phrase
    if verb in NOT_UNDONE:
        return
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


def test_several_shifts_of_one_step_are_counted() -> None:
    history = history_of(Roster(HOME, assistants=(KARI, OLA)))[0]
    said: list[str] = []
    history.subscribe(lambda step: said.append(step_text(ENGLISH, step, roster=history.roster)))
    both = shift.add_shifts(history, (Shift("", SPAN, "kari"), Shift("", LATER, "ola")))
    shift.place_shifts(history, [shift.Place(one.id, one.span, "kari") for one in both[1:]])
    shift.place_shifts(history, [shift.Place(one.id, DAY, "ola") for one in both])
    shift.remove_shifts(history, [one.id for one in both])
    assert said[0] == "2 new shifts."
    assert said[2:] == ["2 shifts moved.", "2 shifts deleted."]


def test_several_shifts_given_opened_or_changed_in_one_step_are_counted() -> None:
    history = history_of(Roster(HOME, assistants=(KARI, OLA)))[0]
    said: list[str] = []
    both = shift.add_shifts(history, (Shift("", SPAN), Shift("", LATER)))
    history.subscribe(lambda step: said.append(step_text(ENGLISH, step, roster=history.roster)))
    shift.assign_shifts(history, {one.id: "kari" for one in both})
    shift.assign_shifts(history, {both[0].id: "ola", both[1].id: "ola"})
    shift.assign_shifts(history, {both[0].id: "kari", both[1].id: None})
    shift.assign_shifts(history, {both[1].id: "kari"})
    shift.assign_shifts(history, {one.id: None for one in both})
    shift.edit_shifts(history, [replace(one, note="x") for one in both])
    assert said == [
        "2 shifts given to Kari.",
        "2 shifts given to Ola.",
        "2 shifts given to somebody else.",
        "Saturday 5 December 15:00–23:00 given to Kari.",
        "2 shifts opened.",
        "2 shifts changed.",
    ]


def test_several_shifts_are_counted_where_they_are_looked_for_asked_about_or_get_a_backup() -> None:
    history = history_of(WHOLE)[0]
    said: list[str] = []
    history.subscribe(lambda step: said.append(step_text(ENGLISH, step, roster=history.roster)))
    requests = [one.id for one in substitute.open_requests(history, ("s", "open"))]
    way = substitute.Way(Channel.SMS)
    substitute.ask_assistants(history, requests[:1], assistants=("kari", "ola"), way=way)
    substitute.ask_assistants(history, requests[1:], assistants=("ola",), way=way)
    substitute.log_answer(history, requests[0], assistant="kari", answer=Answer.NONE)
    substitute.ask_assistants(history, requests, assistants=("kari", "ola"), way=way)
    later = shift.add_shift(history, Shift("", LATER))
    standby.choose_backup(history, ("open", later.id), assistant="kari", limits=shipped_limits())
    standby.choose_backup(history, ("open", later.id), assistant=None, limits=shipped_limits())
    substitute.set_deadline(history, requests[0], deadline=SPAN.start)
    substitute.set_deadline(history, requests[0], deadline=None)
    assert said[:3] == [
        "Looking for substitutes for 2 shifts.",
        "Kari and Ola were asked about Friday 4 December 15:00–23:00.",
        "Ola was asked about Friday 4 December 15:00–23:00.",
    ]
    assert said[4] == "Kari asked about 2 shifts."
    assert said[6:8] == ["Kari is the backup for 2 shifts.", "No backup for 2 shifts."]
    assert said[9] == "No deadline for Friday 4 December 15:00–23:00."


@pytest.mark.parametrize(("former", "verb"), [("open_request", "open_requests"), ("ask_assistant", "ask_assistants")])
def test_the_steps_of_earlier_versions_are_told_as_those_of_today(former: str, verb: str) -> None:
    history, store = history_of(WHOLE)
    ask_kari(history)
    step = next(step for step in store.kept if step.line.verb == verb)
    before = replace(step, line=replace(step.line, verb=former))
    assert step_phrase(ENGLISH, before, roster=history.roster) == step_phrase(ENGLISH, step, roster=history.roster)


def test_several_steps_undone_and_done_again_at_once_tell_what_became_of_the_shifts() -> None:
    history = history_of(Roster(HOME, assistants=(KARI, OLA)))[0]
    said: list[str] = []
    plans = (Shift("", SPAN), Shift("", LATER), Shift("", DAY, "kari"), Shift("", SPAN, "kari"))
    first, second, third, fourth = shift.add_shifts(history, plans)
    history.subscribe(lambda step: said.append(step_text(ENGLISH, step, roster=history.roster)))
    shift.place_shifts(history, [shift.Place(first.id, DAY, None), shift.Place(fourth.id, LATER, "kari")])
    shift.assign_shifts(history, {second.id: "ola"})
    shift.remove_shifts(history, [third.id])
    shift.add_shift(history, Shift("", LATER))
    del said[:]
    history.undo(4)
    history.redo(4)
    team.add_assistant(history, Assistant("", "Per Moe"))
    history.undo(2)
    what = "1 new shift, 2 shifts moved, 1 shift changed and 1 shift deleted"
    assert (said[0], said[1]) == (f"Undone: {what}.", f"Done again: {what}.")
    assert said[-1] == "Undone: 1 new shift and something else."


def test_several_steps_about_no_shift_are_said_to_be_several() -> None:
    history, store = history_of(Roster(HOME, assistants=(KARI, OLA)))
    for name in ("Per Moe", "Siri Lie"):
        team.add_assistant(history, Assistant("", name))
    history.undo(2)
    assert step_text(ENGLISH, store.kept[-1], roster=history.roster) == "Undone: Several steps."


def test_a_swap_with_an_open_shift_names_nobody() -> None:
    history, store = history_of(WHOLE)
    shift.swap_shifts(history, "open", second="s")
    assert step_text(ENGLISH, store.kept[-1], roster=history.roster) == "Two shifts swapped."


def test_shifts_that_substitutes_take_are_counted_with_the_others() -> None:
    history, store = history_of(WHOLE)
    fall_ill(history)
    shift.assign_shifts(history, {"s": "kari"})
    assert step_text(ENGLISH, store.kept[-1], roster=history.roster) == "Kari takes Friday 4 December 15:00–23:00."
    history.undo()
    elsewhere = shift.add_shift(history, Shift("", LATER))
    shift.assign_shifts(history, {"s": "kari", elsewhere.id: "kari"})
    assert step_text(ENGLISH, store.kept[-1], roster=history.roster) == "2 shifts given to Kari."
