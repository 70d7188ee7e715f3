"""A substitute request goes from state to state as it may, and a yes is not a booking."""

from __future__ import annotations

from itertools import product

import pytest

from bpa_desktop.domain.substitute import Answer, Ask, Channel, NotAllowedError, RequestState, SubstituteRequest
from tests.rosters import at

ALLOWED = {
    ("open", "asking"),
    ("open", "filled"),
    ("open", "unfilled"),
    ("open", "withdrawn"),
    ("asking", "filled"),
    ("asking", "unfilled"),
    ("asking", "withdrawn"),
    ("unfilled", "open"),
    ("unfilled", "asking"),
    ("unfilled", "filled"),
    ("unfilled", "withdrawn"),
    ("filled", "asking"),
    ("filled", "open"),
    ("filled", "withdrawn"),
}


@pytest.mark.parametrize(("before", "after"), list(product(RequestState, RequestState)))
def test_only_some_states_may_follow(before: RequestState, after: RequestState) -> None:
    request = SubstituteRequest("r", "s", before)
    if before is after or (before.value, after.value) in ALLOWED:
        assert request.moved_to(after).state is after
    else:
        with pytest.raises(NotAllowedError):
            request.moved_to(after)


def ask(who: str, hour: str = "09:00") -> Ask:
    """Return a question by phone on Friday."""
    return Ask(who, at(f"fri {hour}"), Channel.PHONE)


def test_a_yes_books_nobody() -> None:
    request = SubstituteRequest("r", "s").asked(ask("per")).answered("per", Answer.YES, at=at("fri 09:30"))
    assert request.state is RequestState.ASKING
    assert request.chosen is None
    assert request.is_live


def test_an_answer_goes_to_the_latest_question() -> None:
    request = SubstituteRequest("r", "s").asked(ask("per")).asked(ask("kari")).asked(ask("per", "12:00"))
    answered = request.answered("per", Answer.NO, at=at("fri 12:05"))
    assert [one.answer for one in answered.asks] == [Answer.NONE, Answer.NONE, Answer.NO]
    latest = answered.ask_of("per")
    assert latest is not None
    assert latest.answered_at == at("fri 12:05")


def test_an_answer_nobody_asked_for_is_refused() -> None:
    with pytest.raises(NotAllowedError):
        SubstituteRequest("r", "s").asked(ask("per")).answered("kari", Answer.YES, at=at("fri 10:00"))


def test_nobody_is_asked_once_it_is_withdrawn() -> None:
    with pytest.raises(NotAllowedError):
        SubstituteRequest("r", "s", RequestState.WITHDRAWN).asked(ask("per"))


def test_a_request_that_is_opened_again_has_nobody_chosen() -> None:
    filled = SubstituteRequest("r", "s").moved_to(RequestState.FILLED, chosen="per")
    assert filled.chosen == "per"
    assert filled.moved_to(RequestState.OPEN).chosen is None
