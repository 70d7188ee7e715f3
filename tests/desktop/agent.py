"""An assistive technology without keys and without a pointer. Run by the system's Python, which has AT-SPI.

Reads one request a line as JSON, `[deed, *words]`, and answers each by one line. Standard library and gi only.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from tests.desktop.reader import Atspi, Ears, Thing, actions_of, application, below, has, wait


class Agent:
    """Finds things by role and name, and does with them what they offer."""

    def __init__(self, pid: int) -> None:
        self._root = wait(lambda: application(pid), "the program in the tree")
        self._ears = Ears("object:announcement")

    def names(self, role: str) -> list[str]:
        """Return the names of everything of a role that shows."""
        wanted = getattr(Atspi.Role, role)
        return [one.get_name() for one in below(self._root) if one.get_role() == wanted and has(one, "SHOWING")]

    def act(self, role: str, name: str, action: str) -> str:
        """Do something with what is called so, or begins so; return its whole name."""
        found = self._found(role, name, "ENABLED")
        whole = str(found.get_name())
        found.do_action(actions_of(found).index(action))
        return whole

    def pick(self, menu: str, entry: str) -> str:
        """Choose an entry of a menu, open or not, by how both begin."""

        def look() -> Thing:
            menus = [one for one in below(self._root) if one.get_role() == Atspi.Role.POPUP_MENU]
            inside = [below(one) for one in menus if one.get_name().startswith(menu)]
            entries = (one for things in inside for one in things if one.get_name().startswith(entry))
            return next((one for one in entries if has(one, "ENABLED")), None)

        found = wait(look, f"“{entry}” in the menu “{menu}”")
        whole = str(found.get_name())
        found.do_action(actions_of(found).index("press"))
        return whole

    def focus(self, role: str, name: str) -> str:
        """Give something the focus, and wait until it has it."""
        found = self._found(role, name)
        found.grab_focus()
        wait(lambda: has(found, "FOCUSED"), f"the focus on “{name}”")
        return str(found.get_name())

    def write(self, role: str, name: str, text: str) -> str:
        """Put a text into a field in the place of what stands there."""
        found = self._found(role, name, "ENABLED", "EDITABLE")
        found.set_text_contents(text)
        return str(found.get_name())

    def choose(self, role: str, name: str, item: str) -> str:
        """Choose from a list by the name of what is chosen."""
        found = self._found(role, name)
        lines = next(one for one in below(found) if one.get_role() == Atspi.Role.LIST)
        places = [lines.get_child_at_index(place).get_name() for place in range(lines.get_child_count())]
        place = next(place for place, line in enumerate(places) if line.startswith(item))
        lines.select_child(place)
        return str(places[place])

    def heard(self, beginning: str) -> str:
        """Wait until something is announced that begins so; return it, and forget what was said before."""
        what = f"announced “{beginning}”; heard {self._ears.said()}"
        said = wait(lambda: [one for one in self._ears.said() if one.startswith(beginning)], what)[-1]
        self._ears.heard.clear()
        return said

    def there(self, role: str, name: str) -> str:
        """Wait until something that is called so shows."""
        return str(self._found(role, name).get_name())

    def _found(self, role: str, name: str, *states: str) -> Thing:
        wanted = getattr(Atspi.Role, role)

        def look() -> Thing:
            found = [one for one in below(self._root) if one.get_role() == wanted and has(one, "VISIBLE", *states)]
            whole = (one for one in found if one.get_name() == name)
            return next(whole, None) or next((one for one in found if one.get_name().startswith(name)), None)

        return wait(look, f"{role} “{name}”")


def serve(agent: Agent) -> None:
    """Answer requests until there are no more."""
    for line in sys.stdin:
        deed, *words = json.loads(line)
        answer: Callable[..., object] = getattr(agent, deed)
        sys.stdout.write(json.dumps(answer(*words)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    Atspi.init()
    serve(Agent(int(sys.argv[1])))
