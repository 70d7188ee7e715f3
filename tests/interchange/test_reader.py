"""What is wrong with a file is said, all of it, with its place; nothing else ever comes out of the reader."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.json_text import LARGEST_MEBIBYTES, MEBIBYTE
from bpa_desktop.interchange.roster_file import RosterFileError, read_roster, write_roster
from bpa_desktop.texts.problem import PROBLEM_CODES, problem_text
from tests.interchange.faults import END, FAULTS, GONE, GOOD, NO_CLEAN_JSON, START
from tests.interchange.strategies import rosters


def steps_of(place: str) -> list[str | int]:
    """Return the steps of a place: shifts[0].end is shifts, 0, end."""
    names = place.replace("[", ".[").split(".")
    return [int(name[1:-1]) if name.startswith("[") else name for name in names]


def with_fault(tree: Any, place: str, value: object) -> Any:
    """Return a copy of a tree with one value put in, or taken out."""
    changed = copy.deepcopy(tree)
    *way, last = steps_of(place)
    inner = changed
    for step in way:
        inner = inner.setdefault(step, []) if isinstance(inner, dict) else inner[step]
    if value is GONE:
        del inner[last]
    elif isinstance(inner, list) and last == len(inner):
        inner.append(value)
    else:
        inner[last] = value
    return changed


def problems_of(data: bytes) -> list[tuple[str, str]]:
    """Return place and code of every problem of a file that has some."""
    with pytest.raises(RosterFileError) as caught:
        read_roster(data)
    return [(problem.place, problem.code) for problem in caught.value.problems]


def packed(tree: Any) -> bytes:
    """Return the bytes of a tree."""
    return json.dumps(tree).encode()


def test_the_file_without_a_fault_is_read() -> None:
    roster = read_roster(packed(GOOD))
    assert roster.holder(roster.shifts[0]) is None
    assert roster.requests[0].asks[0].assistant == "kari"


@pytest.mark.parametrize(("place", "value", "code"), FAULTS)
def test_a_fault_is_named_with_its_place_and_nothing_else_is_said(place: str, value: object, code: str) -> None:
    found = problems_of(packed(with_fault(GOOD, place, value)))
    # what refers to an id that was spoilt is a fault of its own
    assert [problem for problem in found if problem[1] != "unknown_reference" or code == problem[1]] == [(place, code)]


def test_days_may_begin_and_end_on_the_same_day() -> None:
    assert read_roster(packed(with_fault(GOOD, "awards[0].to", "2026-01-01"))).awards[0].days.last is not None


def test_all_faults_of_a_file_are_listed_at_once_in_its_order() -> None:
    tree = GOOD
    for place, value in (
        ("substitute_requests[0].shift", "nothing"),
        ("shifts[0].end", START),
        ("shifts[0].colour", "red"),
        ("arrangement.regime", "navy"),
        ("awards[0].from", "yesterday"),
    ):
        tree = with_fault(tree, place, value)
    assert problems_of(packed(tree)) == [
        ("arrangement.regime", "not_a_choice"),
        ("awards[0].from", "not_a_date"),
        ("shifts[0].colour", "unknown_key"),
        ("shifts[0].end", "not_after_start"),
        ("substitute_requests[0].shift", "unknown_reference"),
    ]


def test_the_tenth_of_a_list_comes_after_the_second() -> None:
    tree = with_fault(GOOD, "needs", [{**GOOD["needs"][0], "id": f"need-{n}", "people": 0} for n in range(12)])
    assert [place for place, _ in problems_of(packed(tree))] == [f"needs[{n}].people" for n in range(12)]


def test_a_problem_brings_the_facts_to_say_it_with() -> None:
    tree = with_fault(with_fault(GOOD, "needs[0].id", "eve"), "needs[0].weekday", 8)
    with pytest.raises(RosterFileError) as caught:
        read_roster(packed(with_fault(tree, "arrangement.regime", "navy")))
    regime, weekday, repeated = caught.value.problems
    assert regime.facts == {"choices": "aml, household"}
    assert weekday.facts == {"low": "1", "high": "7"}
    assert repeated.place == "shifts[0].id"
    assert repeated.facts == {"id": "eve", "first": "needs[0]"}


def test_every_problem_can_be_said_in_a_sentence() -> None:
    codes = {code for _, _, code in FAULTS} | {code for _, _, code in NO_CLEAN_JSON}
    assert codes <= PROBLEM_CODES
    for place, value, _ in FAULTS:
        with pytest.raises(RosterFileError) as caught:
            read_roster(packed(with_fault(GOOD, place, value)))
        assert all(problem_text(Language("nb"), problem) for problem in caught.value.problems)


def test_an_object_without_a_mark_of_the_format_is_told_so() -> None:
    assert ("format", "missing") in problems_of(b'{"name": "somebody"}')


@pytest.mark.parametrize(("data", "place", "code"), NO_CLEAN_JSON)
def test_what_is_no_clean_json_is_refused(data: bytes, place: str, code: str) -> None:
    assert problems_of(data) == [(place, code)]


def test_a_file_of_exactly_the_largest_size_is_read() -> None:
    data = packed(GOOD)
    assert read_roster(data + b" " * (LARGEST_MEBIBYTES * MEBIBYTE - len(data))) == read_roster(data)


def test_a_mark_before_the_text_and_whole_signs_in_escapes_do_no_harm() -> None:
    tree = with_fault(GOOD, "arrangement.name", "Ordning \U0001f600")
    assert read_roster(b"\xef\xbb\xbf" + packed(tree)).arrangement.name == "Ordning \U0001f600"


def test_a_number_of_ten_thousand_digits_is_only_out_of_range() -> None:
    data = packed(with_fault(GOOD, "shifts[0].break_minutes", 12345678)).replace(b"12345678", b"9" * 10_000)
    assert problems_of(data) == [("shifts[0].break_minutes", "out_of_range")]


def test_a_place_can_be_printed_whatever_the_key() -> None:
    ((place, code),) = problems_of(packed(with_fault(GOOD, "shifts[0]", {**GOOD["shifts"][0], "\x1b[2J" * 99: 1})))
    assert code == "unknown_key"
    assert place.isprintable()
    assert len(place) < 200


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()) | st.sampled_from(["eve", END]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.sampled_from(sorted(GOOD)), inner, max_size=4)
    ),
    max_leaves=12,
)


def outcome(data: bytes) -> Roster | RosterFileError:
    """Return what reading gives; anything but these two is a failure of the test."""
    try:
        return read_roster(data)
    except RosterFileError as error:
        assert error.problems
        return error


@given(st.binary(max_size=200))
def test_any_bytes_give_a_roster_or_problems(data: bytes) -> None:
    outcome(data)


@given(json_values)
def test_any_json_gives_a_roster_or_problems(value: object) -> None:
    outcome(packed(value))


@given(st.sampled_from([place for place, _, _ in FAULTS]), json_values | st.sampled_from([v for _, v, _ in FAULTS]))
def test_any_value_at_any_place_gives_a_roster_that_can_be_written_or_problems(place: str, value: object) -> None:
    if value is GONE:
        return
    found = outcome(packed(with_fault(GOOD, place, value)))
    if isinstance(found, Roster):
        assert read_roster(write_roster(found)) == found


@given(rosters(), st.data())
def test_a_file_that_was_cut_or_spoilt_gives_a_roster_or_problems(roster: Roster, data: st.DataObject) -> None:
    whole = bytearray(write_roster(roster))
    where = data.draw(st.integers(0, len(whole) - 1))
    whole[where] = data.draw(st.integers(0, 255))
    outcome(bytes(whole))
    outcome(bytes(whole[:where]))
