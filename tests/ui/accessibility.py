"""What assistive technology sees of a window, without a screen, a bus or a reader: the tree, and the events.

The tree is asked of Qt's own interfaces. The events are caught where Qt hands them to the platform: the update handler,
which PySide does not wrap, so it is put in by its C++ name (Linux only, and only in tests).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import cast

import PySide6
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_SYMBOL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
_Handler = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


_ROLE = QAccessible.Role
_PRESSED = frozenset({_ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ButtonMenu, _ROLE.MenuItem})
_TITLED = frozenset({_ROLE.Dialog, _ROLE.Window, _ROLE.MenuBar, _ROLE.PopupMenu, _ROLE.Heading, _ROLE.Graphic})
_NO_CONTROL = frozenset({_ROLE.NoRole, _ROLE.Client, _ROLE.Pane, _ROLE.Grouping, _ROLE.LayeredPane, _ROLE.Border})
_SILENT = frozenset({_ROLE.Separator, _ROLE.ScrollBar})


@dataclass(frozen=True)
class Node:
    """One thing in the tree, as it was when asked."""

    role: QAccessible.Role
    name: str
    description: str
    focusable: bool
    focused: bool
    invisible: bool
    disabled: bool
    actions: tuple[str, ...]


@dataclass(frozen=True)
class Event:
    """One event as it would reach a screen reader; `message` for announcements."""

    kind: QAccessible.Event
    name: str
    message: str = ""
    assertive: bool = False


def nodes(widget: QWidget) -> Iterator[Node]:
    """Yield a widget and everything below it, parents first."""
    root = QAccessible.queryAccessibleInterface(widget)
    assert root is not None
    yield from _below(root)


def showing(widget: QWidget) -> list[Node]:
    """Return what is visible."""
    return [node for node in nodes(widget) if not node.invisible]


def nameless(widget: QWidget) -> list[Node]:
    """Return what can have the focus, is visible, and has no name: each is a fault."""
    return [node for node in showing(widget) if node.focusable and not node.name.strip()]


def faults(widget: QWidget) -> list[str]:
    """Return what is visible and cannot be used: no name, a role that no control has, or a button without a press."""
    found = [_fault(node) for node in showing(widget) if node.role not in _SILENT]
    return [fault for fault in found if fault]


def _fault(node: Node) -> str:
    acts = node.role in _PRESSED and not node.disabled
    if (node.focusable or node.role in _PRESSED | _TITLED) and not node.name.strip():
        return f"no name: {node}"
    if node.focusable and node.role in _NO_CONTROL:
        return f"no control's role: {node}"
    return f"no press: {node}" if acts and not {"Press", "Toggle", "ShowMenu"} & set(node.actions) else ""


def named(widget: QWidget, name: str) -> Node:
    """Return the visible node of a name. Raises StopIteration where there is none."""
    return next(node for node in showing(widget) if node.name == name)


def _below(interface: QAccessibleInterface) -> Iterator[Node]:
    yield _node(interface)
    for i in range(interface.childCount()):
        child = interface.child(i)
        if child is not None and child.isValid():
            yield from _below(child)


def _node(interface: QAccessibleInterface) -> Node:
    state = interface.state()
    actions = interface.actionInterface()
    return Node(
        role=interface.role(),
        name=interface.text(QAccessible.Text.Name),
        description=interface.text(QAccessible.Text.Description),
        focusable=bool(state.focusable),
        focused=bool(state.focused),
        invisible=bool(state.invisible),
        disabled=bool(state.disabled),
        actions=tuple(actions.actionNames()) if actions is not None else (),
    )


class Recorder:
    """Notes every event while the `with` block runs."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        library = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"))
        self._install = getattr(library, _SYMBOL)
        self._install.restype = ctypes.c_void_p
        self._install.argtypes = [ctypes.c_void_p]
        self._handler = _Handler(self._note)

    def _note(self, address: int) -> None:
        event = cast(QAccessibleEvent, shiboken6.Shiboken.wrapInstance(address, QAccessibleEvent))
        interface = event.accessibleInterface()
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        kind = event.type()
        if kind == QAccessible.Event.Announcement:
            announced = shiboken6.Shiboken.wrapInstance(address, QAccessibleAnnouncementEvent)
            spoken = cast(QAccessibleAnnouncementEvent, announced)
            assertive = spoken.politeness() == QAccessible.AnnouncementPoliteness.Assertive
            self.events.append(Event(kind, name, spoken.message(), assertive))
        else:
            self.events.append(Event(kind, name))

    def of(self, kind: QAccessible.Event) -> list[Event]:
        """Return the events of a kind, in order."""
        return [event for event in self.events if event.kind == kind]

    @property
    def announcements(self) -> list[str]:
        """Everything that was announced, in order."""
        return [event.message for event in self.of(QAccessible.Event.Announcement)]

    @property
    def focused(self) -> list[str]:
        """The names of what got the focus, in order."""
        return [event.name for event in self.of(QAccessible.Event.Focus)]

    def __enter__(self) -> Recorder:
        self._before = self._install(ctypes.cast(self._handler, ctypes.c_void_p))
        self._was_active = QAccessible.isActive()
        QAccessible.setActive(True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        QAccessible.setActive(self._was_active)
        self._install(self._before)
