"""What an assistive technology meets in the running program. Run by the system's Python, which has AT-SPI.

Prints one JSON object of facts; test_at_spi.py says what they have to be. Standard library and gi only.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

Thing = Any
"""An Atspi.Accessible: the library has no types."""
R = TypeVar("R")
PATIENCE = 60.0
importlib.import_module("gi").require_version("Atspi", "2.0")
Atspi = importlib.import_module("gi.repository.Atspi")
GLib = importlib.import_module("gi.repository.GLib")


def wait(found: Callable[[], R], what: str) -> R:
    """Return what `found` returns once that is something, and let events in meanwhile; end when it never is."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            result = found()
            if result:
                return result
        except GLib.Error:  # something went while it was being read
            pass
        time.sleep(0.02)
    raise SystemExit(f"did not come: {what}")


def application(pid: int) -> Thing:
    """Return the program's root in the tree."""
    desktop = Atspi.get_desktop(0)
    children = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
    return next((child for child in children if child and child.get_process_id() == pid), None)


def below(root: Thing) -> Iterator[Thing]:
    """Yield a thing and everything under it."""
    yield root
    for i in range(root.get_child_count()):
        child = root.get_child_at_index(i)
        if child is not None:
            yield from below(child)


def has(thing: Thing, *names: str) -> bool:
    """Tell whether a thing is in every one of the states."""
    states = thing.get_state_set()
    return all(states.contains(getattr(Atspi.StateType, name)) for name in names)


def actions_of(thing: Thing) -> list[str]:
    """Return the names of what can be done with a thing, without the blanks that Qt's versions differ in."""
    return [thing.get_action_name(i).replace(" ", "").casefold() for i in range(thing.get_n_actions())]


def cards_of(root: Thing) -> list[Thing]:
    """Return the shifts of the week: buttons with a weekday in their name that open a menu."""
    return [
        thing
        for thing in below(root)
        if thing.get_role() == Atspi.Role.PUSH_BUTTON and has(thing, "SHOWING") and "showmenu" in actions_of(thing)
    ]


def focused_card(root: Thing) -> Thing:
    """Return the card that has the focus."""
    return next((card for card in cards_of(root) if has(card, "FOCUSED")), None)


def key(name: str) -> None:
    """Press a key, as a keyboard does."""
    subprocess.run(["xdotool", "key", name], check=True)


class Ears:
    """Hears events of some kinds."""

    def __init__(self, *kinds: str) -> None:
        self.heard: list[tuple[str, int, str, str]] = []
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in kinds:
            self._listener.register(kind)

    def _hear(self, event: Thing, *_: object) -> None:
        text = event.any_data if isinstance(event.any_data, str) else ""
        self.heard.append((event.type, event.detail1, event.source.get_name(), text))

    def said(self) -> list[str]:
        """Return what was announced."""
        return [text for kind, _, _, text in self.heard if kind.startswith("object:announcement")]

    def focused(self) -> list[str]:
        """Return the names of what got the focus."""
        return [name for kind, on, name, _ in self.heard if kind.startswith("object:state-changed:focused") and on]


def facts(pid: int) -> dict[str, object]:
    """Go through the program as one who does not see it."""
    root = wait(lambda: application(pid), "the program in the tree")
    first = wait(lambda: focused_card(root), "a card with the focus")
    found: dict[str, object] = {"first": first.get_name(), "cards": [card.get_name() for card in cards_of(root)]}
    found["actions"] = actions_of(first)
    found["nameless"] = [
        f"{thing.get_role_name()} in {thing.get_parent().get_name()!r}"
        for thing in below(root)
        if has(thing, "FOCUSABLE", "SHOWING") and not thing.get_name().strip()
    ]
    ears = Ears("object:state-changed:focused", "object:announcement")
    key("Right")
    found["right"] = wait(ears.focused, "a focus event after the right arrow")[-1]
    card = wait(lambda: focused_card(root), "the next card with the focus")
    ears.heard.clear()
    card.do_action(actions_of(card).index("press"))
    found["pressed"] = wait(lambda: [n for n in ears.focused() + ears.said() if n], "an answer to Press")
    key("Escape")
    key("ctrl+k")
    found["palette"] = wait(
        lambda: [t.get_name() for t in below(root) if t.get_role() == Atspi.Role.DIALOG and has(t, "SHOWING")],
        "the palette",
    )
    ears.heard.clear()
    for letter in "team":
        key(letter)
    found["number"] = wait(ears.said, "the number of commands")
    key("Escape")
    wait(lambda: focused_card(root), "the card with the focus again")
    key("ctrl+q")
    return found


if __name__ == "__main__":
    Atspi.init()
    sys.stdout.write(json.dumps(facts(int(sys.argv[1]))))
