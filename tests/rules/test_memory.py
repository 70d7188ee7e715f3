"""Memory gives an answer again only where it was given the same."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.rules.memory import Memory


def counting(asked: list[str], answer: str) -> Callable[[], str]:
    """Return what notes that it was asked."""

    def work_out() -> str:
        asked.append(answer)
        return answer

    return work_out


def test_what_was_given_the_same_is_not_worked_out_again() -> None:
    memory, asked = Memory(), list[str]()
    for given, answer in (((1,), "a"), ((1,), "b"), ((2,), "c"), ((2,), "d"), ((1,), "e")):
        memory.recall("kari", given, work_out=counting(asked, answer))
    assert asked == ["a", "c", "e"]
    assert memory.recall("kari", (1,), work_out=counting(asked, "f")) == "e"


def test_each_thing_is_remembered_by_itself() -> None:
    memory, asked = Memory(), list[str]()
    assert memory.recall("kari", 1, work_out=counting(asked, "a")) == "a"
    assert memory.recall("ola", 1, work_out=counting(asked, "b")) == "b"


def test_a_mere_question_leaves_no_trace() -> None:
    memory, asked = Memory(), list[str]()
    memory.recall("kari", 1, work_out=counting(asked, "a"))
    memory.is_kept = False
    assert memory.recall("kari", 2, work_out=counting(asked, "b")) == "b"
    assert memory.recall("kari", 1, work_out=counting(asked, "c")) == "a"
