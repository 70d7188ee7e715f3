"""Frozen values made in bulk: ten years of shifts at every start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import Any, TypeVar

R = TypeVar("R")


def maker(kind: type[R]) -> Callable[..., R]:
    """Return what makes values of a frozen dataclass with slots, from its fields by place, in half the time.

    The guard that keeps a frozen value as it is stands in the way of each field while the value is made. Here its twin
    without a guard is filled, declared to be of the kind, and looked at as every value of the kind is: nobody ever had
    it in hand unguarded.
    """

    def declare(made: Any) -> None:
        made.__class__ = kind
        made.__post_init__()

    named = [(one.name, Any) for one in fields(kind)]  # type: ignore[arg-type]  # that it is a dataclass
    return make_dataclass(kind.__name__, named, namespace={"__post_init__": declare}, slots=True)
