"""Which number is meant by the digits typed so far. Plain Python, no Qt."""

from __future__ import annotations


def beginning_with(typed: str, *, count: int) -> list[int]:
    """Return the numbers from 1 to count that begin with the digits typed."""
    return [number for number in range(1, count + 1) if str(number).startswith(typed)]


def decided(typed: str, *, count: int) -> int | None:
    """Return the number that alone can be meant; None while there is more than one, or none."""
    possible = beginning_with(typed, count=count)
    return possible[0] if len(possible) == 1 else None
