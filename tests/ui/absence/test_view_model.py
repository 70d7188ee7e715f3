"""What must be answered now, and in which words; without Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.substitute import Answer, Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.i18n import Language
from bpa_desktop.ranking.result import Ranking
from bpa_desktop.ranking.standing import Terms
from bpa_desktop.ranking.substitutes import rank
from bpa_desktop.texts import reason_text
from bpa_desktop.ui.absence.timeline import timeline
from bpa_desktop.ui.absence.view_model import (
    BEST,
    MOST_CARDS,
    AbsenceModel,
    Stage,
    build_absence,
    latest_answer,
)
from bpa_desktop.ui.absence.wording import Wording
from tests.ui.desks import TUESDAY_EVENING, week_49

EVENING = "w49-fri-eve"
DAY = "w49-fri-day"
ASKED = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)


def built(roster: Roster, now: datetime = TUESDAY_EVENING) -> AbsenceModel:
    def ranker(shift: str) -> Ranking:
        return rank(roster, shift, terms=Terms(shipped_limits()), at=now)

    return build_absence(roster, now, ranker=ranker)


def searching(*asks: Ask, state: RequestState = RequestState.ASKING, chosen: str | None = None) -> Roster:
    request = SubstituteRequest("r1", EVENING, state, asks=asks, chosen=chosen)
    return replace(week_49(), requests=(request,))


def words(roster: Roster, now: datetime = TUESDAY_EVENING) -> Wording:
    language = Language("en")
    return Wording(language, roster.arrangement.zone, now, lambda reason: reason_text(language, roster, reason=reason))


def test_open_shifts_come_by_urgency_with_or_without_a_request() -> None:
    model = built(week_49())
    assert [(card.shift.id, card.stage) for card in model.cards] == [
        (DAY, Stage.NOT_BEGUN),
        (EVENING, Stage.NOT_BEGUN),
    ]
    assert model.cards[0].candidates == ()


def test_what_is_over_asks_for_nothing() -> None:
    after = datetime(2026, 12, 4, 22, 0, tzinfo=UTC)
    assert built(week_49(), after).cards == ()
    assert built(week_49(), after).absences[0].id == "abs-1"
    assert built(week_49(), after + timedelta(hours=1)).absences == ()


def test_the_best_three_and_everybody_asked_are_shown_at_once() -> None:
    card = built(searching()).cards[1]
    assert card.stage is Stage.SEARCHING
    assert card.first == BEST
    last = card.candidates[-1].assistant.id
    asked = built(searching(Ask(last, ASKED, Channel.SMS))).cards[1]
    assert asked.first == BEST + 1
    assert last in [one.assistant.id for one in asked.candidates[: asked.first]]
    everybody = {one.assistant.id for one in (*asked.candidates, *asked.cannot)}
    assert everybody == {one.id for one in week_49().assistants}


def test_who_cannot_is_told_with_a_reason_each() -> None:
    card = built(searching()).cards[1]
    told = words(week_49()).cannot(card)
    assert "Ola Berg" in told
    assert "Jonas Åsen" in told
    assert len(told.splitlines()) == len(card.cannot)


def test_a_covered_shift_tells_who_waits_for_word() -> None:
    asks = (
        Ask("kari", ASKED, Channel.PHONE, Answer.YES, ASKED),
        Ask("per", ASKED, Channel.PHONE, Answer.MAYBE, ASKED),
        Ask("ingrid", ASKED, Channel.PHONE, Answer.NO, ASKED),
    )
    roster = searching(*asks, state=RequestState.FILLED, chosen="kari")
    model = built(roster)
    assert [card.shift.id for card in model.cards] == [DAY]
    assert [(one.chosen.id, [who.assistant.id for who in one.waiting]) for one in model.covered] == [
        ("kari", ["kari", "per"])
    ]


def test_a_search_given_up_can_be_taken_up_again() -> None:
    card = built(searching(state=RequestState.UNFILLED)).cards[1]
    assert card.stage is Stage.GIVEN_UP
    assert words(week_49()).card_state(card).startswith("nobody was found")


def test_many_open_shifts_are_counted_and_not_all_drawn() -> None:
    roster = week_49()
    more = tuple(
        replace(roster.shifts_by_id[EVENING], id=f"x{n}", span=roster.shifts_by_id[EVENING].span.moved(timedelta(n)))
        for n in range(1, 20)
    )
    model = built(replace(roster, shifts=(*roster.shifts, *more)))
    assert len(model.cards) == MOST_CARDS
    assert model.waiting == 21


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(days=9), "in 9 days"),
        (timedelta(hours=9, minutes=20), "in 9 hours"),
        (timedelta(minutes=40), "in 40 minutes"),
        (timedelta(0), "going on now"),
    ],
)
def test_how_soon_a_shift_is(before: timedelta, said: str) -> None:
    shift = week_49().shifts_by_id[EVENING]
    assert words(week_49(), shift.span.start - before).soon(shift.span.start) == said


def test_the_sentence_leads_with_what_is_first() -> None:
    assert words(week_49()).lead(built(week_49())) == (
        "2 shifts need somebody. First: Friday 4 December 08:00–15:00, in 10 days."
    )
    calm = replace(week_49(), absences=(), shifts=week_49().shifts[:3])
    assert words(calm).lead(built(calm)) == "Nothing to answer: somebody comes to every shift ahead."


def test_an_answer_is_asked_for_in_time() -> None:
    shift = week_49().shifts_by_id[EVENING]
    request = SubstituteRequest("r", EVENING)
    assert latest_answer(request, shift, now=TUESDAY_EVENING) == TUESDAY_EVENING + timedelta(hours=24)
    near = shift.span.start - timedelta(hours=5)
    assert latest_answer(request, shift, now=near) == near + timedelta(hours=2, minutes=30)
    assert latest_answer(request, shift, now=shift.span.start - timedelta(minutes=20)) is None
    own = shift.span.start - timedelta(hours=1)
    assert latest_answer(replace(request, deadline=own), shift, now=near) == own


def told_of(roster: Roster) -> list[str]:
    request = roster.request_for(EVENING)
    return timeline(words(roster), roster, shift=roster.shifts_by_id[EVENING], request=request).splitlines()


def test_the_timeline_tells_each_round_and_each_answer_as_it_came() -> None:
    before, by = ASKED - timedelta(days=1), ASKED + timedelta(hours=1)
    asks = (
        Ask("kari", ASKED, Channel.PHONE, Answer.NO, ASKED + timedelta(minutes=4), answer_by=by),
        Ask("ola", ASKED, Channel.PHONE, answered_at=ASKED + timedelta(minutes=2), answer_by=by),
        Ask("per", before, Channel.SMS, Answer.YES, ASKED + timedelta(minutes=9), answer_by=ASKED),
    )
    assert told_of(searching(*asks)) == [
        "Mon 23 Nov 18:30: round 1, by text message: Per Ødegård; answer by 18:30",
        "18:30: round 2, by phone: Kari Lunde and Ola Berg; answer by 19:30",
        "18:32: Ola Berg was not reached",
        "18:34: Kari Lunde answered no",
        "18:39: Per Ødegård answered yes, late",
    ]


def test_the_timeline_begins_with_the_absence_without_its_kind_and_ends_with_who_was_chosen() -> None:
    shift = week_49().shifts_by_id[DAY]
    absence = replace(week_49().absences[0], reported_at=ASKED, reported_how=Channel.PHONE)
    asked = Ask("per", ASKED, Channel.PHONE, Answer.YES, ASKED, told_at=ASKED + timedelta(minutes=3))
    request = SubstituteRequest("r", DAY, RequestState.FILLED, asks=(asked,), chosen="per")
    roster = replace(week_49(), absences=(absence,), requests=(request,))
    assert timeline(words(roster), roster, shift=shift, request=request).splitlines() == [
        "18:30: Ola Berg reported absent by phone",
        "18:30: round 1, by phone: Per Ødegård",
        "18:30: Per Ødegård answered yes",
        "18:33: Per Ødegård was told",
        "Chosen: Per Ødegård",
    ]


def test_a_candidate_says_everything_in_one_name() -> None:
    roster = searching(Ask("kari", ASKED, Channel.PHONE, Answer.YES, ASKED))
    kari = next(one for one in built(roster).cards[1].candidates if one.assistant.id == "kari")
    wording = words(roster)
    name = wording.candidate_name(kari)
    assert name.startswith("Kari Lunde, ")
    assert wording.reasons(kari) in name
    assert name.endswith(", yes")
    assert "✓" not in name
