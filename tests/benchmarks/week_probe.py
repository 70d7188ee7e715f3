"""The roster screen under a stopwatch, in a process of its own; the child of weeks.py. Prints one JSON object.

Times are milliseconds of processor time: all of it is work, and nothing waits, so that what else runs on the machine
counts as little as can be. A key is timed from its event until the week is drawn, and until the rules have looked at it
and what they found is drawn too. Before the clock starts everything is imported, and a window was shown.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from datetime import time as clock
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.actions import build_actions
from bpa_desktop.ui.garbage import look_seldom, pass_over_what_is_there
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.view import RosterScreen
from tests.benchmarks.plans import FIRST, crowded, plan_of
from tests.rosters import OSLO
from tests.ui.desks import make_desk

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
TEAM, YEARS = 29, 520
"""So many assistants with four shifts a week have 60 000 in ten years of so many weeks."""
BUTTONS = 500
CHANGES, READ_AT_ONCE = 1_000, 40
"""So many changes of week, twice; so many things each assistive client reads between two of them."""
Facts = dict[str, object]


def draw() -> None:
    """Let the window be drawn; what waits for a timer waits on."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.X11ExcludeTimers)


@dataclass
class Looked:
    """The screen with the stopwatch."""

    screen: RosterScreen
    window: QMainWindow
    first: float
    drawn: list[float] = field(default_factory=list)
    checked: list[float] = field(default_factory=list)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is; note when the week is drawn, and when it is checked and drawn again."""
        started = time.process_time()
        self.strike(key, held)
        self.drawn.append((time.process_time() - started) * 1000)
        self.settle()
        self.checked.append((time.process_time() - started) * 1000)

    def strike(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is, and let what comes of it at once be drawn."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, held)
        draw()

    def settle(self) -> None:
        """Let the rules look, and draw what they found."""
        QApplication.processEvents()
        while self.screen.is_waiting:
            QApplication.processEvents()
        draw()

    def times(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE, rounds: int) -> dict[str, list[float]]:
        """Press keys in turn, so many rounds after one that is not counted; return both kinds of times."""
        for key in keys:
            self.press(key, held)
        self.drawn, self.checked = [], []
        for _ in range(rounds):
            for key in keys:
                self.press(key, held)
        return {"drawn": self.drawn[:], "checked": self.checked[:]}


class Painted(QObject):
    """Counts the cards that are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count a paint."""
        self.count += event.type() == QEvent.Type.Paint and isinstance(watched, ShiftCard)
        return False


def looked_at(roster: Roster, *, week: int) -> Looked:
    """Show the roster in a window, in one of its weeks."""
    day = FIRST + timedelta(days=7 * week)
    desk, _ = make_desk(roster, at=datetime.combine(day, clock(9), OSLO))
    pass_over_what_is_there()  # as the program does
    started = time.process_time()
    roster = desk.roster
    screen = RosterScreen(desk)
    window = QMainWindow()
    desk.actions.update(build_actions(window, lambda action: screen.handlers()[action]()))
    window.setCentralWidget(screen)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    draw()
    found = Looked(screen, window, (time.process_time() - started) * 1000)
    screen.show_target("")
    found.settle()
    assert screen.week == Week.of(day)
    return found


def timed(roster: Roster, *, week: int, rounds: int) -> Facts:
    """Return the times of a roster: shown first, another week, a shift moved by a day."""
    looked = looked_at(roster, week=week)
    painted = cards_painted_at_once(looked)
    turned = looked.times(Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, rounds=rounds)
    somebody = next(row for row in looked.screen.model.rows if row.id is not None)
    tuesday = somebody.cells[1][0].shift
    assert tuesday is not None
    looked.screen.show_target(tuesday.id)
    looked.settle()
    moved = looked.times(Qt.Key.Key_Right, Qt.Key.Key_Left, held=ALT, rounds=rounds)
    return {
        "first": looked.first,
        "turned": turned,
        "moved": moved,
        "painted": painted,
        "bare": bare(BUTTONS, rounds=rounds),
    }


def cards_painted_at_once(looked: Looked) -> int:
    """Change the week there and back; return how many cards were painted before the rules had looked."""
    painted, app = Painted(), QApplication.instance()
    assert app is not None
    app.installEventFilter(painted)
    looked.strike(Qt.Key.Key_PageDown)
    app.removeEventFilter(painted)
    assert looked.screen.is_waiting
    looked.settle()
    looked.press(Qt.Key.Key_PageUp)
    return painted.count


def bare(count: int, *, rounds: int) -> Facts:
    """Return how long so many plain buttons take to be made and drawn, and to be given another text and drawn."""
    started = time.process_time()
    window = QMainWindow()
    window.resize(1280, 800)
    buttons = [QPushButton("07:30–09:30", window) for _ in range(count)]
    for place, button in enumerate(buttons):
        button.setGeometry(place % 28 * 46, place // 28 * 44, 46, 44)
    window.show()
    draw()
    first = (time.process_time() - started) * 1000
    again = []
    for turn in range(rounds):
        started = time.process_time()
        for button in buttons:
            button.setText(f"0{turn % 10}:30–09:30")
        draw()
        again.append((time.process_time() - started) * 1000)
    return {"first": first, "again": again}


def below(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield everything in the accessibility tree under a window."""
    for at in range(root.childCount()):
        child = root.child(at)
        if child is not None and child.isValid():
            yield child
            yield from below(child)


def reading(window: QMainWindow) -> Iterator[str]:
    """Read the window as an assistive client does, again and again: name, role, state, place and actions of each."""
    while True:
        for thing in below(QAccessible.queryAccessibleInterface(window)):
            thing.role(), thing.rect(), thing.state()
            actions = thing.actionInterface()
            if actions is not None:
                actions.actionNames()
            yield thing.text(QAccessible.Text.Name)


def resident() -> int:
    """Return how many KiB of memory the process has, after everything that can go has gone."""
    gc.collect()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def remembered(roster: Roster) -> Facts:
    """Change the week some thousand times while two clients read; return the memory before, between and after."""
    looked = looked_at(roster, week=1)
    clients = [reading(looked.window) for _ in range(2)]
    list(islice(clients[1], 200))  # the second is elsewhere in the tree
    _change_and_read(looked, clients, 100)
    memory = [resident()]
    for _ in range(2):
        _change_and_read(looked, clients, CHANGES)
        memory.append(resident())
    return {"memory": memory}


def _change_and_read(looked: Looked, clients: list[Iterator[str]], changes: int) -> None:
    for change in range(changes):
        looked.press(Qt.Key.Key_PageUp if change % 4 >= 2 else Qt.Key.Key_PageDown)
        for client in clients:
            list(islice(client, READ_AT_ONCE))
    looked.drawn.clear()
    looked.checked.clear()


def main(arguments: list[str]) -> Facts:
    """Measure what is asked for: `crowded`, `few`, `years` or `memory`, with a number of rounds."""
    what, rounds = arguments[0], int(arguments[1])
    app = QApplication(sys.argv[:1])
    a11y.install()
    look_seldom()  # as the program does
    Language("en").number(1)  # imports what writes numbers and dates
    warm = QLabel("a")
    warm.show()
    app.processEvents()
    warm.hide()
    if what == "memory":
        return remembered(crowded(4))
    if what == "crowded":
        return timed(crowded(4), week=1, rounds=rounds)
    weeks = YEARS if what == "years" else 3
    return timed(plan_of(weeks, TEAM), week=weeks // 2, rounds=rounds)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1:])))
