"""Numbers on everything that can be pressed: say or type one, and what carries it is focused and pressed.

Nothing waits for time. A number is true only while nothing changes below it, so whatever is no digit takes them away.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.number_places import Picture, placed
from bpa_desktop.ui.number_sheet import Badge, NumberSheet, number_sizes
from bpa_desktop.ui.number_targets import Target, targets_of
from bpa_desktop.ui.number_typing import beginning_with, decided

_HELD = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_GONE = frozenset({QEvent.Type.Resize, QEvent.Type.WindowDeactivate})


def show_numbers(language: Language) -> None:
    """Number what can be pressed in the window that is in front."""
    window = QApplication.activeWindow()
    if window is not None:
        Numbers(window, language)


class Numbers(QObject):
    """The numbers of one showing, over a window or an open menu, which own them."""

    def __init__(self, host: QWidget, language: Language) -> None:
        super().__init__(host)
        self._host = host
        self._language = language
        self._before = QApplication.focusWidget()
        self._typed = ""
        self.targets: list[Target] = targets_of(host)
        """What carries a number, beginning with 1."""
        sizes = number_sizes(host, count=len(self.targets))
        self.places: list[QRect] = placed(Picture(host), [one.area for one in self.targets], sizes=sizes)
        """Where each number stands."""
        self._restore = [
            _describe(one.widget, language.text("Number {number}", number=str(number)))
            for number, one in enumerate(self.targets, start=1)
            if one.action is None  # a menu's parts have no description of their own
        ]
        self.sheet = NumberSheet(host, self)
        self._begin()

    def _begin(self) -> None:
        self.sheet.setAccessibleName(self._language.text("Numbers"))
        self._host.installEventFilter(self)
        self.sheet.show()
        self.sheet.raise_()
        if isinstance(self._host, QMenu):  # keeps the keyboard to itself while it is open
            self._host.aboutToHide.connect(self.leave)
        else:
            self.sheet.setFocus(Qt.FocusReason.PopupFocusReason)
        self._take("")
        count = len(self.targets)
        self._announce(self._language.plural("{n} number. Type it.", "{n} numbers. Type one.", n=count))

    def leave(self) -> None:
        """Take the numbers away; the focus goes back where it was."""
        if self.sheet.isHidden():
            return
        had_focus = self.sheet.hasFocus()
        self.sheet.hide()
        self._host.removeEventFilter(self)
        for restore in self._restore:
            restore()
        if had_focus and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.sheet.deleteLater()
        self.deleteLater()

    def choose(self, number: int) -> None:
        """Press what carries a number; a menu that opens by it gets numbers of its own."""
        self.leave()
        self.targets[number - 1].press()
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            Numbers(menu, self._language)

    def key(self, event: QKeyEvent) -> None:
        """Take a digit, or leave."""
        key = Qt.Key(event.key())
        if event.text().isdecimal():
            self._type(self._typed + event.text())
        elif key == Qt.Key.Key_Backspace and self._typed:
            self._take(self._typed[:-1])
        elif key in _ENTER and self._typed:
            self.choose(int(self._typed))
        elif key not in _HELD:
            self.leave()

    def clicked(self, at: QPoint) -> None:
        """Press what carries the number that was clicked; leave when it was none."""
        number = next((number for number, place in enumerate(self.places, start=1) if place.contains(at)), None)
        if number is not None:
            self.choose(number)
        else:
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the digits that a menu gets, and leave when the window changes its size or goes behind."""
        if event.type() in _GONE:
            self.leave()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QMenu):
            ends = self._typed and event.key() in {*_ENTER, Qt.Key.Key_Backspace}
            if event.text().isdecimal() or ends:
                self.key(event)
                return True
        return False

    def _type(self, typed: str) -> None:
        count = len(self.targets)
        number = decided(typed, count=count)
        if number is not None:
            self.choose(number)
        elif beginning_with(typed, count=count):
            self._take(typed)
            self._announce(self._language.text("{number}: press Enter, or another digit.", number=typed))
        else:
            self._announce(self._language.text("There is no number {number}.", number=typed), assertive=True)

    def _take(self, typed: str) -> None:
        """Draw the numbers that can still be meant."""
        self._typed = typed
        shown = beginning_with(typed, count=len(self.targets))
        self.sheet.draw([Badge(str(one), self.places[one - 1], self.targets[one - 1].area) for one in shown])

    def _announce(self, text: str, *, assertive: bool = False) -> None:
        a11y.announce(self._host, text, assertive=assertive)


def _describe(widget: QWidget, number: str) -> Callable[[], None]:
    """Say a widget's number in its description; return what takes that back."""
    own = widget.accessibleDescription()
    widget.setAccessibleDescription(". ".join(part for part in (number, own or widget.toolTip()) if part))
    return lambda: widget.setAccessibleDescription(own)
