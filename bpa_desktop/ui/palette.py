"""The command palette: every action of the registry by typing a part of its name."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.actions import ACTIONS, ActionSpec, plain
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.wrapping import Button


@dataclass(frozen=True)
class Command:
    """One line of the palette: what to call it, its key, and whether it can be done now."""

    id: str
    name: str
    key: str
    enabled: bool
    source: str
    """The English name: found by it too, for who is helped over the telephone."""


def commands(actions: dict[str, QAction], language: Language) -> tuple[Command, ...]:
    """Return every action of the registry but the palette's own, as it stands now."""
    return tuple(_command(spec, actions[spec.id]) for spec in ACTIONS if spec.id != "palette")


def _command(spec: ActionSpec, action: QAction) -> Command:
    of_view = action.text().partition("\t")[2]
    key = of_view or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Command(spec.id, plain(action.text()), key, action.isEnabled(), plain(spec.text))


def matching(all_commands: tuple[Command, ...], typed: str) -> tuple[Command, ...]:
    """Return the commands that hold every typed word; those that can be done and begin with it first."""
    words = typed.casefold().split()
    found = [one for one in all_commands if all(word in f"{one.name} {one.source}".casefold() for word in words)]
    return tuple(sorted(found, key=lambda one: (not one.enabled, not one.name.casefold().startswith(typed.casefold()))))


class _Line(a11y.Accessible, Button):
    """A command. One that can't be done now can be reached and read all the same, with the reason."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self.command: Command | None = None
        self.setAutoDefault(False)
        self.setStyleSheet("QPushButton { text-align: left; } QPushButton:!focus { border-color: transparent; }")

    def show_command(self, command: Command, reason: str) -> None:
        """Take a command to show."""
        self.command = command
        text = command.name if command.enabled else f"{command.name} ({reason})"
        self.setText((f"{text}    {command.key}" if command.key else text).replace("&", "&&"))
        font = self.font()
        font.setItalic(not command.enabled)
        self.setFont(font)

    def accessible_text(self) -> str | None:
        """Return what is shown."""
        return self.text().replace("&&", "&")

    def accessible_states(self) -> dict[str, bool]:
        """Say that it can't be done now, though it can have the focus."""
        return {"disabled": self.command is not None and not self.command.enabled}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; whatever is typed goes to the field."""
        if not self._palette.line_key(self, event):
            super().keyPressEvent(event)


class Palette(QDialog):
    """A field, the number found, and a line for each command found."""

    def __init__(self, parent: QWidget, actions: dict[str, QAction], language: Language) -> None:
        super().__init__(parent)
        self._language = language
        self._commands = commands(actions, language)
        self.chosen = ""
        self.setWindowTitle(language.text("Commands"))
        self._lines = [_Line(self) for _ in self._commands]
        self._field = QLineEdit()
        self._field.setPlaceholderText(language.text("Type a part of a command"))
        self._field.setAccessibleName(language.text("Command"))
        self._field.textChanged.connect(self._search)
        self._field.returnPressed.connect(lambda: self._choose(self._lines[0]))
        self._count = QLabel()
        self._build()
        self._search("")

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        spaced(column, GAP // 2)
        for line in self._lines:
            line.clicked.connect(lambda _checked=False, chosen=line: self._choose(chosen))
            column.addWidget(line)
        column.addStretch()
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self._language.text("Commands found"))
        whole = QVBoxLayout(self)
        for part in (self._field, self._count, self._area):
            whole.addWidget(part)
        open_at(self, letters=70, lines=26)

    def found(self) -> tuple[Command, ...]:
        """Return the commands that are shown."""
        return matching(self._commands, self._field.text())

    def _search(self, typed: str) -> None:
        found = self.found()
        for i, line in enumerate(self._lines):
            if i < len(found):
                line.show_command(found[i], self._language.text("not in this view"))
            line.setVisible(i < len(found))
        text = self._language.plural("{n} command", "{n} commands", n=len(found))
        self._count.setText(text)
        if typed:
            a11y.announce(self, text)

    def _choose(self, line: _Line) -> None:
        command = line.command
        if line.isHidden() or command is None:
            return
        if not command.enabled:
            a11y.announce(self, line.text(), assertive=True)
            return
        self.chosen = command.id
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down from the field into the lines."""
        if event.key() == Qt.Key.Key_Down and self._field.hasFocus():
            self._focus_line(0)
        else:
            super().keyPressEvent(event)

    def line_key(self, line: _Line, event: QKeyEvent) -> bool:
        """Answer a key in a line; return whether it was one of the palette's."""
        key, here = event.key(), self._lines.index(line)
        steps = {Qt.Key.Key_Down: here + 1, Qt.Key.Key_Up: here - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: 10_000}
        if key in steps:
            self._focus_line(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(line)
        elif event.text().isprintable() and event.text() and key != Qt.Key.Key_Space:
            self._field.setFocus()
            self._field.insert(event.text())
        else:
            return False
        return True

    def _focus_line(self, index: int) -> None:
        if index < 0:
            self._field.setFocus()
            return
        shown = [line for line in self._lines if not line.isHidden()]
        if shown:
            line = shown[min(index, len(shown) - 1)]
            line.setFocus()
            self._area.ensureWidgetVisible(line)
