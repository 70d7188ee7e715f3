"""What a screen reader, a switch or voice control sees: roles, states, actions, announcements, the safe scroll area.

Measured rules: `install` runs after QApplication, whose own factory is asked last then; `interface_cast` is never
overridden; no interface without a widget behind it, and none that keeps its widget; QScrollArea and QGraphicsView get
a plain interface, since Qt's own reads past the end of its children when one has just gone.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QGraphicsView, QLabel, QMenu, QScrollArea, QToolBox, QWidget
from shiboken6 import Shiboken

Role = QAccessible.Role
Actions = dict[str, tuple[Callable[[], None], list[str]]]
"""Qt's standard names (Press, ShowMenu, Toggle) to what they do and the keys that do the same."""


class Accessible:
    """Mixin for a QWidget that is more, or something else, than Qt takes it for."""

    accessible_role = Role.Button

    def accessible_text(self) -> str | None:
        """Return the name worked out now; None means the widget's accessibleName.

        Worked out when asked, so that hundreds of cards can change without hundreds of events: tell only the focused
        one with `notify_name`.
        """
        return None

    @property
    def accessible_identifier(self) -> str | None:
        """What tells it from all others, worked out when asked; None means the widget's accessibleIdentifier."""
        return None

    def accessible_states(self) -> dict[str, bool]:
        """Return fields of QAccessible.State to set."""
        return {}

    def accessible_actions(self) -> Actions:
        """Return what assistive technology can do with the widget."""
        return {}

    @property
    def by_number(self) -> Callable[[], None]:
        """What the widget's number does: the first of its actions."""
        return next(iter(self.accessible_actions().values()))[0]

    @property
    def accessible_value(self) -> str | None:
        """What is chosen or written in it, where that is not its name; None for Qt's own word."""
        return None

    def accessible_popup(self) -> QWidget | None:
        """Return the menu that is open for the widget, or the list it chooses from: Qt leaves popups out of the tree.

        A menu is there while it is open, a list always.
        """
        return None


def _popup(subject: Accessible) -> QAccessibleInterface | None:
    popup = subject.accessible_popup()
    is_there = popup is not None and (popup.isVisible() or not isinstance(popup, QMenu))
    return QAccessible.queryAccessibleInterface(popup) if popup is not None and is_there else None


_GONE = Accessible()


class _Interface(QAccessibleWidget):
    """Holds its widget weakly: PySide never lets go of an interface that a factory returned, though Qt deletes it."""

    def __init__(self, widget: QWidget, subject: Accessible) -> None:
        super().__init__(widget, subject.accessible_role)
        self._held = weakref.ref(subject)

    @property
    def _subject(self) -> Accessible:
        """The widget, or nothing in particular while Qt takes it apart: its end is told of, and its name asked then."""
        subject = self._held()
        return subject if subject is not None and Shiboken.isValid(subject) else _GONE

    def childCount(self) -> int:
        return super().childCount() + (_popup(self._subject) is not None)

    def child(self, index: int) -> QAccessibleInterface:
        if index == super().childCount():
            return cast(QAccessibleInterface, _popup(self._subject))
        return super().child(index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        popup = self._subject.accessible_popup()
        if popup is not None and child.object() is popup:
            return super().childCount()
        return super().indexOfChild(child)

    def role(self) -> QAccessible.Role:
        return self._subject.accessible_role

    def text(self, wanted: QAccessible.Text) -> str:
        subject, own = self._subject, None
        if subject is _GONE:
            own = ""  # Qt would look into the widget
        elif wanted == QAccessible.Text.Name:
            own = subject.accessible_text()
        elif wanted == QAccessible.Text.Value:
            own = subject.accessible_value
        elif wanted == QAccessible.Text.Identifier:
            own = subject.accessible_identifier
        return super().text(wanted) if own is None else own

    def state(self) -> QAccessible.State:
        state = super().state()
        for field, value in self._subject.accessible_states().items():
            setattr(state, field, value)
        return state

    def actionNames(self) -> list[str]:
        own = list(self._subject.accessible_actions()) if self.widget().isEnabled() else []
        return own + [name for name in super().actionNames() if name not in own]

    def keyBindingsForAction(self, name: str) -> list[str]:
        own = self._subject.accessible_actions().get(name)
        return own[1] if own is not None else super().keyBindingsForAction(name)

    def doAction(self, name: str) -> None:
        own = self._subject.accessible_actions().get(name)
        if own is None:
            super().doAction(name)
        elif self.widget().isEnabled():
            own[0]()


def _factory(_key: str, subject: QObject) -> QAccessibleInterface | None:
    if isinstance(subject, Accessible) and isinstance(subject, QWidget):
        return _Interface(subject, subject)
    if isinstance(subject, QScrollArea):
        return QAccessibleWidget(subject, Role.Pane)
    if isinstance(subject, QGraphicsView | QToolBox):
        return QAccessibleWidget(subject, Role.Grouping)
    return None


_installed = False


def install() -> None:
    """Put the factory in, once in a process. The QApplication must exist."""
    global _installed  # Qt keeps one list of factories for the process
    if not _installed:
        QAccessible.installFactory(_factory)
        _installed = True


def announce(window: QWidget, text: str, *, assertive: bool = False) -> None:
    """Ask the screen reader to speak now, without moving the focus; assertive interrupts."""
    event = QAccessibleAnnouncementEvent(window, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)


def notify_focus(widget: QWidget) -> None:
    """Have the focused widget said again: Qt sends nothing when a popup closed over it."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))


def notify_name(widget: QWidget) -> None:
    """Say that the widget's name has changed."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))


def notify_selected(widget: QWidget, *, selected: bool) -> None:
    """Say that the widget was selected, or no longer is."""
    event = QAccessible.Event.SelectionAdd if selected else QAccessible.Event.SelectionRemove
    QAccessible.updateAccessibility(QAccessibleEvent(widget, event))


def notify_state(widget: QWidget, **changed: bool) -> None:
    """Say that fields of the widget's state have changed."""
    state = QAccessible.State()
    for field, value in changed.items():
        setattr(state, field, value)
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, state))


class Heading(Accessible, QLabel):
    """A heading: a plain label would be read aloud as text of the panel each time one enters it."""

    accessible_role = Role.Heading

    def accessible_text(self) -> str | None:
        """Return the fuller name where one was given, else the text shown."""
        return self.accessibleName() or self.text()


class Notification(Accessible, QLabel):
    """The status line's text: one that appears is spoken by readers that do not know announcements yet."""

    accessible_role = Role.Notification

    def accessible_text(self) -> str | None:
        """Return the text shown."""
        return self.text()
