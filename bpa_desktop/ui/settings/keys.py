"""Keys: every command's key, changed by pressing another; in force, and kept, at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.settings import Settings
from bpa_desktop.ui import a11y
from bpa_desktop.ui.actions import ACTIONS
from bpa_desktop.ui.settings.key_changes import KeyChanges
from bpa_desktop.ui.settings.key_row import KeyRow
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.rows import RowGroup
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Button, Tick


class KeysDialog(QDialog):
    """Says what was changed by `changed`; whoever listens puts it in force and keeps it."""

    changed = Signal(object)
    """The new Settings."""

    def __init__(self, settings: Settings, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes = KeyChanges(settings, language)
        self._language = language
        self._waiting = False
        self.rows: RowGroup[KeyRow] = RowGroup(KeyRow)
        self.answer = a11y.Notification()
        """What came of the latest key."""
        self._letters = Tick()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        self._column.setSpacing(2 * GAP)
        self._build()
        self._build_buttons()
        self._draw()
        open_at(self, letters=70, lines=30)
        self.rows.focus_current()

    def _build(self) -> None:
        text = self._language.text
        self.setWindowTitle(text("Keys"))
        teaching = Words()
        teaching.setText(text("Choose a command and press Enter, then its new key. Delete takes the key away."))
        self._letters.setText(text("Keys of a single &letter or digit"))
        self._letters.setChecked(self._changes.settings.single_letters)
        self._letters.toggled.connect(lambda on: self._told(*self._changes.switch_letters(on=on)))
        area = ScrollColumn()
        for part in (area, self.rows):
            part.setAccessibleName(text("Commands and their keys"))
        area.column.addWidget(self.rows)
        for row in self.rows.set_count(len(ACTIONS)):
            row.given.connect(self._give)
            row.taken_away.connect(lambda: self._told(*self._changes.give(self._chosen, "")))
        self.rows.pressed.connect(lambda _place: self._wait())
        self.rows.letter.connect(self._jump)
        self.answer.setWordWrap(True)
        for widget in (teaching, self._letters, area, self.answer):
            self._column.addWidget(widget)

    def _build_buttons(self) -> None:
        changes, line = self._changes, FlowLayout()
        for source, deed in (
            (mark("&New key"), self._wait),
            (mark("&Take the key away"), lambda: self._told(*changes.give(self._chosen, ""))),
            (mark("&Usual key"), lambda: self._told(*changes.give_usual(self._chosen))),
            (mark("Usual keys for &all"), lambda: self._told(*changes.give_all_usual())),
        ):
            button = Button()
            button.setText(self._language.text(source))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, chosen=deed: chosen())
            line.addWidget(button)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        self._column.addLayout(line)
        self._column.addWidget(close)

    @property
    def _chosen(self) -> str:
        return ACTIONS[self.rows.current].id

    def _wait(self) -> None:
        """Wait for a key, in the row that is chosen."""
        self.rows.focus_current()
        self._waiting = True
        self._draw()
        self._say(self._language.text("Press the new key. Esc leaves it as it is."))

    def _give(self, key: str) -> None:
        """Take the key that was pressed; after a refusal the row goes on waiting."""
        if not key:
            self._waiting = False
            self._draw()
            return
        said, refused = self._changes.give(self._chosen, key)
        self._waiting = refused
        self._told(said, refused)

    def _told(self, said: str, refused: bool) -> None:
        """Put a change in force, unless it was refused, and say what came of it."""
        self._draw()
        if not refused:
            self.changed.emit(self._changes.settings)
        self._say(said, assertive=refused)

    def _draw(self) -> None:
        keymap = self._changes.keymap
        for place, (row, spec) in enumerate(zip(self.rows.rows, ACTIONS, strict=True)):
            waits = self._waiting and place == self.rows.current
            row.show_command(self._language, spec, keymap=keymap, waits=waits)

    def _jump(self, place: int, letter: str) -> None:
        """Go to the next command that begins with a letter."""
        names = [self._changes.command(spec.id) for spec in ACTIONS]
        order = [*range(place + 1, len(names)), *range(place + 1)]
        found = next((one for one in order if names[one].upper().startswith(letter)), place)
        self.rows.rows[found].setFocus()

    def _say(self, text: str, *, assertive: bool = False) -> None:
        self.answer.setText(text)
        a11y.announce(self, text, assertive=assertive)
