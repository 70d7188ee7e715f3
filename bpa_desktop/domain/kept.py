"""Kept: the records of one kind by id, in the order first kept, as a value that shares what a change leaves alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, count, zip_longest
from typing import Protocol, TypeVar, overload

BLOCK = 512
"""So many records stand together: a change copies the blocks it touches, and the row of blocks."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Named)
R_co = TypeVar("R_co", bound=_Named, covariant=True)


class Kept(Mapping[str, R_co]):
    """The records that are there, by id. One that is removed leaves its place empty, so that undo puts it back there.

    Never changes: `changed` makes another.
    """

    def __init__(self, blocks: tuple[tuple[R_co | None, ...], ...], places: _Places) -> None:
        self._blocks = blocks
        self._places = places

    @staticmethod
    def of(names: Iterable[str], slots: Sequence[R | None]) -> Kept[R]:
        """Return what stands in places, in their order, with the id of each place; None for one that is empty."""
        blocks = tuple(tuple(slots[at : at + BLOCK]) for at in range(0, len(slots), BLOCK))
        return Kept(blocks, _Places(()).with_more(dict(zip(names, count()))))

    def __getitem__(self, name: str) -> R_co:
        place = self._places.get(name)
        record = self._blocks[place // BLOCK][place % BLOCK] if place is not None else None
        if record is None:
            raise KeyError(name)
        return record

    def __iter__(self) -> Iterator[str]:
        return (record.id for record in self.all)

    def __len__(self) -> int:
        return len(self.all)

    @cached_property
    def all(self) -> tuple[R_co, ...]:
        """The records that are there, in order."""
        return tuple([record for block in self._blocks for record in block if record is not None])

    def changed(self: Kept[R], after: Mapping[str, R | None]) -> Kept[R]:
        """Return what is kept after a change of some records; None for one that is removed."""
        taken = BLOCK * (len(self._blocks) - 1) + len(self._blocks[-1]) if self._blocks else 0
        new = (name for name, record in after.items() if record is not None and self._places.get(name) is None)
        places = self._places.with_more(dict(zip(new, count(taken))))
        blocks = list(self._blocks)
        for at, inside in _by_block(after, places).items():
            block = list(blocks[at]) if at < len(blocks) else []
            for place, record in inside.items():
                block[place : place + 1] = [record]
            blocks[at : at + 1] = [tuple(block)]
        return Kept(tuple(blocks), places)

    def lists_as(self, other: Kept[R_co]) -> bool:
        """Tell whether another has equal records in the same order; what both share is not looked at."""
        if self._blocks == other._blocks:
            return True
        begin = next(at for at in count() if self._blocks[at : at + 1] != other._blocks[at : at + 1])
        rests = (chain.from_iterable(kept._blocks[begin:]) for kept in (self, other))
        return all(one == two for one, two in zip_longest(*(filter(_is_there, rest) for rest in rests)))

    def other_than(self: Kept[R], before: Kept[R]) -> Iterator[R]:
        """Yield the records that are not the very same in another; what both share is not looked at."""
        for at, block in enumerate(self._blocks):
            if at >= len(before._blocks) or before._blocks[at] is not block:
                yield from (one for one in block if one is not None and before.get(one.id) is not one)


class Listed(Sequence[R_co]):
    """What is kept, in order: as good as a tuple, and made only once somebody looks at it."""

    def __init__(self, kept: Kept[R_co]) -> None:
        self.kept = kept

    @overload
    def __getitem__(self, at: int) -> R_co: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[R_co, ...]: ...
    def __getitem__(self, at: int | slice) -> R_co | tuple[R_co, ...]:
        return self.kept.all[at]

    def __iter__(self) -> Iterator[R_co]:
        return iter(self.kept.all)

    def __len__(self) -> int:
        return len(self.kept.all)

    def __eq__(self, other: object) -> bool:
        return self.kept.lists_as(other.kept) if isinstance(other, Listed) else self.kept.all == other

    def __hash__(self) -> int:
        return hash(self.kept.all)

    def __repr__(self) -> str:
        return repr(self.kept.all)


def kept_of(records: Sequence[R]) -> Kept[R]:
    """Return records by id, in their order."""
    return records.kept if isinstance(records, Listed) else Kept.of((record.id for record in records), records)


class _Places:
    """Which place belongs to an id, for good; in dictionaries of which each is at least twice as long as the next.

    Never changes: with more, it shares the long ones.
    """

    def __init__(self, parts: tuple[Mapping[str, int], ...]) -> None:
        self.parts = parts

    def get(self, name: str) -> int | None:
        for part in self.parts:
            if name in part:
                return part[name]
        return None

    def with_more(self, new: Mapping[str, int]) -> _Places:
        parts, more = list(self.parts), new
        while parts and len(parts[-1]) < 2 * len(more):
            more = {**parts.pop(), **more}
        return _Places((*parts, more)) if more else self


def _is_there(record: object) -> bool:
    return record is not None


def _by_block(after: Mapping[str, R | None], places: _Places) -> dict[int, dict[int, R | None]]:
    """Return records by their block and their place in it; not those that were never there."""
    found: dict[int, dict[int, R | None]] = {}
    for name, record in after.items():
        place = places.get(name)
        if place is not None:
            found.setdefault(place // BLOCK, {})[place % BLOCK] = record
    return found
