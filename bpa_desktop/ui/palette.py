"""The command palette: every action of the registry by a part of its name, and sentences that a reader understands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.actions import ACTIONS, ActionSpec, plain
from bpa_desktop.ui.reading import Reader, Reading
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


def _heading(language: Language, reading: Reading | None, *, found: int) -> str:
    """Return what stands over the lines: how many commands were found, or what Enter does with a sentence."""
    if reading is None:
        return language.plural("{n} command", "{n} commands", n=found)
    return language.text("Enter does nothing yet:") if reading.refused else language.text("Enter does this:")


class _Line(a11y.Accessible, Button):
    """A command or a sentence. One that can't be done now can be reached and read all the same, with the reason."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self.offer: Command | Reading | None = None
        self.setAutoDefault(False)
        self.setStyleSheet("QPushButton { text-align: left; } QPushButton:!focus { border-color: transparent; }")

    @property
    def can_be_done(self) -> bool:
        """Whether pressing it does something."""
        offer = self.offer
        return offer.enabled if isinstance(offer, Command) else offer is not None and not offer.refused

    def show_command(self, command: Command, reason: str) -> None:
        """Take a command to show."""
        self.offer = command
        text = command.name if command.enabled else f"{command.name} ({reason})"
        self._put(f"{text}    {command.key}" if command.key else text)

    def show_reading(self, reading: Reading) -> None:
        """Take a sentence to show, as it was understood."""
        self.offer = reading
        self._put(reading.told)

    def _put(self, text: str) -> None:
        self.setText(text.replace("&", "&&"))
        font = self.font()
        font.setItalic(not self.can_be_done)
        self.setFont(font)

    def accessible_text(self) -> str | None:
        """Return what is shown."""
        return self.text().replace("&&", "&")

    def accessible_states(self) -> dict[str, bool]:
        """Say that it can't be done now, though it can have the focus."""
        return {"disabled": self.offer is not None and not self.can_be_done}

    def accessible_actions(self) -> a11y.Actions:
        """Return what Enter does."""
        return {"Press": (self.click, ["Return"])}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; whatever is typed goes to the field."""
        if not self._palette.line_key(self, event):
            super().keyPressEvent(event)


class Palette(QDialog):
    """A field, what was found, and a line for each: the sentence that was typed first, then the commands."""

    def __init__(
        self, parent: QWidget, actions: dict[str, QAction], language: Language, *, reader: Reader | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._commands = commands(actions, language)
        self._reader = reader
        self._told = ""
        self.chosen = ""
        self.sentence: Reading | None = None
        """The sentence that was chosen, if it was no command."""
        self.setWindowTitle(language.text("Commands"))
        self._lines = [_Line(self) for _ in (None, *self._commands)]
        self._field = QLineEdit()
        self._field.textChanged.connect(self._search)
        self._field.returnPressed.connect(lambda: self._choose((self._shown or self._lines)[0]))
        self._count = QLabel()
        self._build()
        self._search("")

    def _build(self) -> None:
        text = self._language.text
        understands = self._reader is not None
        hint = text("A command, or “move Kari wed to thu”") if understands else text("Type a part of a command")
        self._field.setPlaceholderText(hint)
        self._field.setToolTip(hint)
        self._field.setAccessibleName(text("Command or sentence") if understands else text("Command"))
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

    @property
    def _shown(self) -> list[_Line]:
        return [line for line in self._lines if not line.isHidden()]

    def found(self) -> tuple[Command, ...]:
        """Return the commands that are shown."""
        return matching(self._commands, self._field.text())

    def _search(self, typed: str) -> None:
        found = self.found()
        for i, line in enumerate(self._lines[1:]):
            if i < len(found):
                line.show_command(found[i], self._language.text("not in this view"))
            line.setVisible(i < len(found))
        reading = self._reader.read(typed) if self._reader is not None else None
        if reading is not None and reading.refused and found:
            reading = None  # the beginning of a sentence may be a command's name: new shift
        if reading is not None:
            self._lines[0].show_reading(reading)
        self._lines[0].setVisible(reading is not None)
        self._count.setText(_heading(self._language, reading, found=len(found)))
        self._tell(typed, self._count.text() if reading is None else reading.told)

    def _tell(self, typed: str, text: str) -> None:
        """Say what was found, and a sentence not again at every letter."""
        if typed and text != self._told:
            a11y.announce(self, text)
        self._told = text

    def _choose(self, line: _Line) -> None:
        offer = line.offer
        if line.isHidden() or offer is None:
            return
        if not line.can_be_done:
            a11y.announce(self, line.text(), assertive=True)
            return
        if isinstance(offer, Reading):
            self.sentence = offer
        else:
            self.chosen = offer.id
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down from the field into the lines."""
        if event.key() == Qt.Key.Key_Down and self._field.hasFocus():
            self._focus_line(0)
        else:
            super().keyPressEvent(event)

    def line_key(self, line: _Line, event: QKeyEvent) -> bool:
        """Answer a key in a line; return whether it was one of the palette's."""
        key, here = event.key(), self._shown.index(line)
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
        shown = self._shown
        if shown:
            line = shown[min(index, len(shown) - 1)]
            line.setFocus()
            self._area.ensureWidgetVisible(line)
