"""Somebody who uses the program through an assistive technology alone: no key is pressed and no pointer moved.

What is to be pressed or heard is named by the English text of the program, and looked for in the window's language.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from system import SYSTEM_PYTHON

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language
from bpa_desktop.services.history import History
from bpa_desktop.services.roster import import_roster
from bpa_desktop.texts import capital
from bpa_desktop.ui.actions import ACTIONS, MENUS, plain
from bpa_desktop.ui.start.demo import moved
from bpa_desktop.ui.start.store_doors import StoreDoors
from tests.desktop.session import DesktopSession
from tests.memory import FakeClock
from tests.ui.desks import HOME, week_49

_PASSPHRASE = "correct horse"
_SPECS = {spec.id: spec for spec in ACTIONS}
_PATIENCE = 60
"""Seconds until the program has ended."""


class Actor:
    """The example week in a store of its own, moved to the week after this one, and the program that shows it."""

    def __init__(self, desktop: DesktopSession, code: str) -> None:
        self.language = Language(code)
        self._doors = StoreDoors(Path(desktop.environment["HOME"]) / "data", FakeClock(), _PASSPHRASE)
        self.week = Week.of(date.today()).later(1)  # noqa: DTZ011  # the program's own day
        self._begin()
        desktop.environment["BPA_DESKTOP_PASSPHRASE"] = _PASSPHRASE
        command = [sys.executable, "-m", "bpa_desktop", "--lang", code, "--data-dir", str(self._doors.folder)]
        self._program = desktop.start(command)
        agent = [SYSTEM_PYTHON, "-m", "tests.desktop.agent", str(self._program.pid)]
        self._agent = desktop.start(agent, talks=True)

    def _begin(self) -> None:
        """Keep the example in the week after this one: all of it lies ahead."""
        made = self._doors.create(_PASSPHRASE, remember=False)
        days = (self.week.monday - Week(2026, 49).monday).days
        roster = moved(week_49(), days, zone=HOME.zone)
        import_roster(History(made.store, FakeClock(), author="story"), roster)
        made.store.close()

    @property
    def kept(self) -> Roster:
        """What the store holds. Only while the program does not have it open."""
        store = self._doors.open_by_passphrase(_PASSPHRASE)
        roster = History(store, FakeClock(), author="story").roster
        store.close()
        return roster

    def day(self, weekday: int) -> str:
        """Return how a day of the week is called, Monday being 1."""
        return self.language.date(self.week.days[weekday - 1], "day")

    def free_day(self, who: str, weekday: int) -> str:
        """Return how a day without a shift is called, in somebody's row or among the open shifts."""
        return f"{self._text(who)}, {self.day(weekday)}, {self._text('no shift')}"

    def shift(self, who: str, weekday: int) -> str:
        """Return how somebody's first shift of a day begins to be called, or an open one."""
        return f"{self._text(who)}, {self.day(weekday)}, "

    def press(self, name: str) -> None:
        """Press a button."""
        self._ask("act", "PUSH_BUTTON", self._text(name), "press")

    def grab(self, name: str) -> None:
        """Have the focus put on something."""
        self._ask("focus", "PUSH_BUTTON", name)

    def command(self, action: str) -> None:
        """Choose a command from the menu bar."""
        menu = dict(MENUS)[_SPECS[action].menu]
        self._ask("pick", self._text(menu), self._text(_SPECS[action].text))

    def command_on(self, card: str, action: str) -> None:
        """Choose a command from the menu of a card."""
        self._ask("act", "PUSH_BUTTON", card, "showmenu")
        beginning = self._text("Actions for {card}").partition("{")[0]
        self._ask("pick", beginning + card, self._text(_SPECS[action].text))

    def pick(self, menu: str, entry: str) -> None:
        """Choose an entry of a menu that is open."""
        self._ask("pick", self._text(menu), entry)

    def write(self, field: str, text: str) -> None:
        """Write into a field."""
        self._ask("write", "TEXT", self._text(field), text)

    def choose(self, box: str, item: str) -> None:
        """Choose from a list that drops down."""
        assert self._ask("choose", "COMBO_BOX", self._text(box), self._text(item)) == self._text(item)

    def hears(self, text: str, **facts: str) -> None:
        """Wait until this is announced."""
        self._ask("heard", capital(self.language.text(text, **facts)))

    def finds(self, card: str) -> None:
        """Wait until a card that is called so, or begins so, is there."""
        self._ask("there", "PUSH_BUTTON", card)

    def leave(self) -> int:
        """Quit by the menu; return the status the program ends with."""
        self.command("quit")
        return self._program.wait(_PATIENCE)

    def _text(self, source: str) -> str:
        return plain(self.language.text(source))

    def _ask(self, *words: str) -> object:
        assert self._agent.stdin is not None
        assert self._agent.stdout is not None
        self._agent.stdin.write(json.dumps(words).encode() + b"\n")
        self._agent.stdin.flush()
        answer = self._agent.stdout.readline()
        if not answer:
            _, why = self._agent.communicate()
            raise AssertionError(f"{words}: {why.decode()}")
        return json.loads(answer)
