"""What is kept of a kind: by id and in the order first kept, whatever changed; and as it was for who has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain import kept
from bpa_desktop.domain.kept import Kept, Listed, kept_of

SIZE = 4
Slots = dict[str, "Thing | None"]


@dataclass(frozen=True)
class Thing:
    """Something that is kept."""

    id: str
    what: int = 0


@pytest.fixture(scope="module", autouse=True)
def small_blocks() -> Iterator[None]:
    """Have few records fill a block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "BLOCK", SIZE)
        yield


def things(count: int) -> Kept[Thing]:
    """Return so many things."""
    return kept_of([Thing(f"{number}") for number in range(count)])


def unlike(before: Kept[Thing], after: Kept[Thing]) -> tuple[int, int]:
    """Return how many blocks of records are not the very same, and how many places are written anew."""
    written = [len(part) for part in after._places.parts if not any(part is one for one in before._places.parts)]
    return len({*map(id, after._blocks)} - {*map(id, before._blocks)}), sum(written)


NAMES = st.sampled_from([f"{number}" for number in range(40)])
CHANGES = st.dictionaries(NAMES, st.none() | st.integers(0, 3), max_size=12)


@given(CHANGES, st.lists(st.tuples(st.integers(0, 100), CHANGES), max_size=12))
def test_after_any_changes_of_any_of_them_each_is_as_a_plain_dictionary_is(
    first: dict[str, int | None], changes: list[tuple[int, dict[str, int | None]]]
) -> None:
    begun: Slots = {name: Thing(name, what) if what is not None else None for name, what in first.items()}
    known: list[tuple[Kept[Thing], Slots]] = [(Kept.of(begun, list(begun.values())), begun)]
    for which, change in changes:
        before, slots = known[which % len(known)]
        after = {name: Thing(name, what) if what is not None else None for name, what in change.items()}
        gone = {name for name, thing in after.items() if thing is None and name not in slots}  # never there: no place
        now = {**slots, **{name: thing for name, thing in after.items() if name not in gone}}
        known.append((before.changed(after), now))
        same = {name for name, thing in now.items() if slots.get(name) is thing}
        others = {thing.id for thing in known[-1][0].other_than(before)}
        assert others == {name for name, thing in now.items() if thing is not None and name not in same}
    for values, slots in known:
        there = {name: thing for name, thing in slots.items() if thing is not None}
        assert dict(values) == there
        assert values.all == tuple(there.values())
        assert list(values) == list(there) and len(values) == len(there)
        assert all((name in values, values.get(name)) == (name in there, there.get(name)) for name in (*slots, "-"))


class Asked(Kept[Thing]):
    """Notes which names it is asked for."""

    names: list[str]

    def __getitem__(self, name: str) -> Thing:
        self.names.append(name)
        return super().__getitem__(name)


def test_what_two_share_is_not_looked_at_to_tell_what_is_other() -> None:
    before = things(100)
    asked, changed = Asked(before._blocks, before._places), Thing("17", 1)
    asked.names = []
    assert list(before.changed({"17": changed, "new": Thing("new")}).other_than(asked)) == [changed, Thing("new")]
    assert len(asked.names) <= 2 * SIZE


def test_of_what_came_from_elsewhere_every_other_thing_is_told() -> None:
    some, others = things(9), kept_of([Thing("new"), *things(9).all[:3], Thing("4", 1)])
    assert {one.id for one in others.other_than(some)} == {"new", "0", "1", "2", "4"}
    assert list(others.other_than(others)) == []


def test_who_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="1"):
        things(3).changed({"1": None})["1"]


@pytest.mark.parametrize("count", [10 * SIZE + 1, 100 * SIZE + 1])
def test_a_change_shares_all_but_one_block_however_many_there_are(count: int) -> None:
    before = things(count)
    assert unlike(before, before.changed({"17": Thing("17", 1)})) == (1, 0)
    assert unlike(before, before.changed({"17": None})) == (1, 0)
    assert unlike(before, before.changed({"new": Thing("new")})) == (1, 1)
    two = {"1": Thing("1", 1), "3": None, "17": Thing("17", 1)}
    assert unlike(before, before.changed(two)) == (2, 0)


def test_as_many_come_one_by_one_few_places_are_written_anew_and_few_have_to_be_looked_at() -> None:
    now, written = things(0), 0
    for number in range(1024):
        before, now = now, now.changed({f"{number}": Thing(f"{number}")})
        written += unlike(before, now)[1]
        assert len(now._places.parts) <= 10
    assert written <= 1024 * 10
    assert [len(block) for block in now._blocks] == [SIZE] * (1024 // SIZE)


def test_listed_they_are_as_good_as_a_tuple() -> None:
    row, listed = things(6).all, Listed(things(6))
    assert listed == row and row == listed and listed == Listed(things(6))
    assert listed != row[:5] and listed != Listed(things(5)) and listed != list(row)
    assert (hash(listed), repr(listed), len(listed)) == (hash(row), repr(row), 6)
    assert (listed[2], listed[-1], listed[1:3], (*listed,)) == (row[2], row[-1], row[1:3], row)
    assert kept_of(listed) is listed.kept


@given(CHANGES, CHANGES)
def test_two_are_listed_alike_where_they_are_as_tuples(
    first: dict[str, int | None], second: dict[str, int | None]
) -> None:
    begun = kept_of([Thing(f"{number}", number % 2) for number in range(20)])
    one, two = (
        begun.changed({name: Thing(name, what) if what is not None else None for name, what in change.items()})
        for change in (first, second)
    )
    assert (Listed(one) == Listed(two)) is (one.all == two.all)
    assert Listed(one) == Listed(kept_of(one.all))
    assert Listed(one.changed({"1": None})) == Listed(kept_of(one.changed({"1": None}).all))


def test_nobody_puts_them_in_a_row_who_changes_one_or_compares_them() -> None:
    before = things(9)
    after = before.changed({"1": None})
    assert Listed(before) != Listed(after)
    assert "all" not in vars(before) and "all" not in vars(after)
