"""A window with the roster screen on the example week, what was said, and hands for the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.rules.rule import Finding
from bpa_desktop.ui import a11y
from bpa_desktop.ui.actions import build_actions
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.keymap import dress_actions
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.view import RosterScreen
from tests.memory import MemoryStore
from tests.ui.desks import Heard, listen, make_desk

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class FakeTicks:
    """Says that so many seconds have passed since it was asked last."""

    between: float = 1.0
    now: float = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        self.now += self.between
        return self.now


@dataclass
class Stage:
    """Everything a test needs; `found` is what the rules will find next."""

    window: QMainWindow
    desk: Desk
    store: MemoryStore
    screen: RosterScreen
    heard: Heard
    found: list[Finding]
    ticks: FakeTicks

    @property
    def roster(self) -> Roster:
        """Everything as it is kept."""
        return self.desk.roster

    @property
    def current(self) -> ShiftCard:
        """The card with the tab stop."""
        card = self.screen.grid.roving.current
        assert card is not None
        return card

    @property
    def verbs(self) -> list[str]:
        """The steps that were kept."""
        return [step.line.verb for step in self.store.kept]

    def card(self, shift: str, *, ghost: bool = False) -> ShiftCard:
        """Return the card of a shift."""
        return next(
            card
            for card in self.cards()
            if card.model is not None
            and card.model.shift is not None
            and (card.model.shift.id, card.model.is_ghost) == (shift, ghost)
        )

    def cards(self) -> list[ShiftCard]:
        """Return the cards that are shown."""
        return [card for row in self.screen.grid.rows() for card in row.cards()]

    def cell(self, row: str | None, column: int) -> ShiftCard:
        """Return the first card of a cell."""
        rows = self.screen.grid.rows()
        return next(one for one in rows if one.model is not None and one.model.id == row).cell(column)[0]

    def focus(self, shift: str) -> None:
        """Put the focus on a shift."""
        self.screen.show_target(shift)
        assert self.current.hasFocus()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.activePopupWidget() or focused(), key, modifiers)
        settle()

    def write(self, text: str) -> None:
        """Type a text where the focus is, over what is selected."""
        QTest.keyClicks(focused(), text)

    def act(self, action: str) -> None:
        """Choose a command, as from the menu."""
        self.desk.actions[action].trigger()
        settle()

    def dialog(self) -> QDialog:
        """Return the dialog that is open."""
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def menu(self) -> QMenu:
        """Return the menu that is open."""
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found


def focused() -> QWidget:
    """Return what has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def settle() -> None:
    """Let what waits for the event loop happen."""
    QApplication.processEvents()
    QApplication.processEvents()


def centre(card: ShiftCard) -> QPoint:
    """Return the middle of a card."""
    return card.rect().center()


def set_stage(
    qtbot: QtBot, patch: Callable[[Callable[..., object]], None], *, roster: Roster | None, code: str
) -> Stage:
    """Show the roster screen in a window that passes commands on, as the main window does."""
    a11y.install()
    desk, store = make_desk(roster, code=code)
    found: list[Finding] = []
    patch(lambda *_args, **_kwargs: tuple(found))
    window = QMainWindow()
    heard = listen(desk.bulletin)
    screen = RosterScreen(desk)
    desk.actions.clear()
    ticks = FakeTicks()
    desk.actions.update(build_actions(window, lambda action: screen.handlers()[action](), ticks=ticks))
    dress_actions(desk.actions, desk.language)
    window.setCentralWidget(screen)
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    screen.show_target("")
    settle()
    return Stage(window, desk, store, screen, heard, found, ticks)
