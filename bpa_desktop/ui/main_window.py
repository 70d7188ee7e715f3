"""The main window: places the screens, and passes commands to the one that is shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui.actions import ACTIONS, build_actions, plain
from bpa_desktop.ui.keymap import DECLARED, Keymap, dress_actions
from bpa_desktop.ui.menus import build_menus, translate_menus
from bpa_desktop.ui.navigation import HOMES, Navigation
from bpa_desktop.ui.once import Ticks
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.spacing import least_gap, spaced
from bpa_desktop.ui.status_line import StatusLine
from bpa_desktop.ui.theme import GAP

if TYPE_CHECKING:
    from bpa_desktop.ui.desk import Desk, Handlers
    from bpa_desktop.ui.reading import Reader

PROGRAM_NAME = "BPA Desktop"
ScreenMaker = Callable[["Desk"], Screen]


class MainWindow(QMainWindow):
    """The frame: menus, navigation, the screens, the status line. It says that it opens until there is a page.

    A screen is made when it is shown for the first time: the first frame waits for none of them.
    """

    def __init__(self, language: Language, *, ticks: Ticks = time.monotonic) -> None:
        super().__init__()
        self.language = language
        self.keymap: Keymap = DECLARED
        """The keys in force; what shows them follows with `retranslate`."""
        self.actions_by_id = build_actions(self, self.run, ticks=ticks)
        self.status = StatusLine(self.actions_by_id["undo"], self.actions_by_id["backups"])
        self.navigation = Navigation()
        self.navigation.chosen.connect(self.show_screen)
        self._own_handlers: Callable[[], Handlers] = dict
        self._desk: Desk | None = None
        self._makers: dict[str, ScreenMaker] = {}
        self._screens: dict[str, Screen] = {}
        self.shown = ""
        """The name of the screen in front; "" while a page stands there."""
        self._stack = QStackedWidget()
        self.opening = QLabel()
        self.opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self.opening)
        self._menus = build_menus(self.menuBar(), self.actions_by_id)
        self.setAnimated(False)
        centre = _placed(self.navigation, self._stack, status=self.status)
        centre.unanswered.connect(partial(_refuse_greyed, self))
        self.setCentralWidget(centre)
        self.retranslate(language)
        self.update_enabled()

    def set_handlers(self, handlers: Callable[[], Handlers]) -> None:
        """Take what answers which action id by the window's own; the shown screen answers the same ids first."""
        self._own_handlers = handlers
        self.update_enabled()

    def show_page(self, page: QWidget) -> None:
        """Show a page that is no screen, such as the welcome."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.shown = ""
        self.update_enabled()

    def open(self, desk: Desk | None, makers: dict[str, ScreenMaker]) -> None:
        """Take the screens of an opened arrangement in the place of those there were, and show the first.

        Without a desk and makers there is nothing open any more.
        """
        for screen in self._screens.values():
            self._stack.removeWidget(screen)
            screen.deleteLater()
        self._desk, self._makers, self._screens = desk, makers, {}
        self.navigation.offer(makers)
        if makers:
            self.show_screen(next(iter(makers)))

    def show_screen(self, name: str, target: str = "") -> None:
        """Bring a screen to the front, and what is wanted in it."""
        if name not in self._screens:
            assert self._desk is not None
            self._screens[name] = self._makers[name](self._desk)
            self._stack.addWidget(self._screens[name])
        screen = self._screens[name]
        self._stack.setCurrentWidget(screen)
        self.shown = name
        self.navigation.mark_shown(name)
        screen.show_target(target)
        self.update_enabled()

    def current_screen(self) -> Screen | None:
        """Return the screen that is shown, or None while there is none."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Screen) else None

    @property
    def reader(self) -> Reader | None:
        """What understands sentences: they are about the roster in whichever view they are typed."""
        return next((screen.reader for screen in self._screens.values() if screen.reader is not None), None)

    def run(self, action_id: str) -> None:
        """Do what an action stands for: the shown screen answers first, then the window."""
        handler = self._handlers().get(action_id)
        if handler is not None:
            handler()
            self.update_enabled()

    def _handlers(self) -> Handlers:
        views = {f"show_{name}": lambda wanted=name: self.show_screen(wanted) for name in self._makers}
        homes = {action: partial(_do_at_home, self, action) for action, home in HOMES.items() if home in self._makers}
        screen = self.current_screen()
        return {**views, **homes, **self._own_handlers(), **(screen.handlers() if screen is not None else {})}

    def update_enabled(self) -> None:
        """Grey what nobody answers just now."""
        handlers = self._handlers()
        for action_id, action in self.actions_by_id.items():
            action.setEnabled(action_id in handlers)

    def retranslate(self, language: Language) -> None:
        """Make every text of the frame again; the screens hear of it by the bulletin."""
        self.language = language
        dress_actions(self.actions_by_id, language, keymap=self.keymap)
        translate_menus(self._menus, language)
        self.menuBar().setAccessibleName(language.text("Menus"))
        self.navigation.retranslate(language)
        self.opening.setText(language.text(mark("Opening…")))
        self.status.retranslate(language)


def leave(window: MainWindow) -> None:
    """End the program, with status 0."""
    window.close()


class _Centre(QWidget):
    """Everything below the menus. Enter presses the button that has the focus: Qt has that in dialogs only."""

    unanswered = Signal(str)
    """A key that nothing that has the focus, and no command, answered."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            if not event.isAutoRepeat():
                focused.click()
        else:
            super().keyPressEvent(event)
            if not event.isAutoRepeat():
                self.unanswered.emit(QKeySequence(event.keyCombination()).toString())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the setting for large targets, which comes with a new style sheet, in the gap below the menus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.keep_apart()

    def keep_apart(self) -> None:
        """Put the gap between the menus and what is below them."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(2 * GAP, max(GAP, least_gap()), 2 * GAP, GAP)


def _refuse_greyed(window: MainWindow, key: str) -> None:
    """Say so where a key is that of a command that is greyed just now: silence would be no answer."""
    greyed = (spec for spec in ACTIONS if not window.actions_by_id[spec.id].isEnabled())
    found = next((spec for spec in greyed if key in window.keymap.shortcuts(spec)), None)
    if found is not None:
        text = window.language.text
        window.status.refuse(text("“{command}” can't be used just now", command=plain(text(found.text))))


def _do_at_home(window: MainWindow, action_id: str) -> None:
    window.show_screen(HOMES[action_id])
    window.run(action_id)


def _placed(navigation: QWidget, stack: QWidget, *, status: QWidget) -> _Centre:
    """Return the navigation left of the screens, and the status line below both."""
    beside = QHBoxLayout()
    beside.setSpacing(2 * GAP)
    beside.addWidget(navigation)
    beside.addWidget(stack, 1)
    centre = _Centre()
    whole = QVBoxLayout(centre)
    centre.keep_apart()
    spaced(whole, GAP)
    whole.addLayout(beside, 1)
    whole.addWidget(status)
    return centre
