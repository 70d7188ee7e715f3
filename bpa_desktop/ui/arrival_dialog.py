"""ArrivalDialog: what a file of another program brings, to be looked at and ticked before anything of it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.services.arrival import Arrival, bring_in
from bpa_desktop.services.history import History
from bpa_desktop.services.overdraw import OverdrawnError
from bpa_desktop.texts.arrival_step import coming_text
from bpa_desktop.texts.error import error_text
from bpa_desktop.ui import a11y
from bpa_desktop.ui.arrival_wording import Coming, Preview
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.lines import Lines
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.tick_lines import TickLines
from bpa_desktop.ui.widgets.words import Words

_SHARE = (3, 1)
"""Of the room, for what comes in and for what is left out."""


class ArrivalDialog(QDialog):
    """A line a thing that comes; Space ticks it, Enter brings in what is ticked. Esc leaves everything."""

    def __init__(self, history: History, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._history = history
        self._language = language
        self._coming: tuple[Coming, ...] = ()
        self._left_out = 0
        self.is_over = False
        """Whether it was closed: what is read then is shown no more."""
        self.finished.connect(self._end)
        self.setWindowTitle(language.text("Bring in from another program"))
        self.lead = a11y.Notification()
        self.lead.setWordWrap(True)
        self.list, self.rest = TickLines(), Lines()
        self.list.setAccessibleName(language.text("What may come in"))
        self.rest.setAccessibleName(language.text("What is left out"))
        self.list.chosen.connect(self.bring_in)
        self.list.ticks_changed.connect(self._count)
        self.rest_title = Words(language.text("What is left out"), bold=True)
        self.all, self.none = QPushButton(language.text("Tick &all")), QPushButton(language.text("Tick &none"))
        self.all.clicked.connect(lambda: self.list.tick_all(True))
        self.none.clicked.connect(lambda: self.list.tick_all(False))
        self.count = Words(bold=True)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.button = buttons.addButton(self._language.text("&Bring in"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setProperty("main", True)
        self.button.setDefault(True)
        buttons.accepted.connect(self.bring_in)
        line = buttons.layout()
        assert isinstance(line, QHBoxLayout)  # of Qt's own, as its buttons lie beside each other
        spaced(line, GAP)
        ways = FlowLayout()
        for way in (self.all, self.none):
            ways.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        spaced(column, GAP)
        column.addWidget(self.lead)
        column.addWidget(self.list, _SHARE[0])
        column.addLayout(ways)
        column.addWidget(self.rest_title)
        column.addWidget(self.rest, _SHARE[1])
        column.addWidget(self.count)
        column.addWidget(buttons)
        open_at(self, letters=70, lines=8)
        self._show_parts(coming=False, rest=False)

    def _end(self) -> None:
        self.is_over = True

    def _show_parts(self, *, coming: bool, rest: bool) -> None:
        coming_parts: tuple[QWidget, ...] = (self.list, self.all, self.none, self.count, self.button)
        for part in coming_parts:
            part.setVisible(coming)
        self.rest_title.setVisible(rest)
        self.rest.setVisible(rest)

    def wait(self, name: str) -> None:
        """Say that a file is being read."""
        self.lead.setText(self._language.text("Reading {name}…", name=name))

    def refuse(self, text: str) -> None:
        """Say why nothing comes in, and how to mend it."""
        self.lead.setText(f"▲ {text}")
        a11y.announce(self, text, assertive=True)

    def show_preview(self, preview: Preview) -> None:
        """Show what a file brings: what is here already is not ticked."""
        self._coming, self._left_out = preview.coming, len(preview.left_out)
        self.lead.setText(
            self._language.text("Look it through. What is ticked comes in, as one step that undo takes back.")
        )
        self.rest.addItems(list(preview.left_out))
        self._grow()
        self._show_parts(coming=True, rest=bool(preview.left_out))
        (self.list if preview.coming else self.rest).setFocus()
        self.list.fill((one.shown, one.spoken, one.arrival.is_new) for one in preview.coming)

    def _grow(self) -> None:
        """Take the room of a list, about the same middle."""
        middle = self.geometry().center()
        open_at(self, letters=100, lines=34)
        place = self.geometry()
        place.moveCenter(middle)
        self.setGeometry(place)

    @property
    def _ticked(self) -> list[Arrival]:
        return [self._coming[place].arrival for place in self.list.ticked]

    def _count(self) -> None:
        """Say how much is ticked."""
        kinds = [type(arrival.record) for arrival in self._ticked]
        left_out = self._left_out + len(self._coming) - len(kinds)
        self.count.setText(coming_text(self._language, kinds, left_out=left_out))
        self.button.setEnabled(bool(kinds))
        a11y.announce(self, self.count.text())

    def bring_in(self) -> None:
        """Keep what is ticked, in one step, and close; or say why nothing of it may be kept."""
        ticked = self._ticked
        if not ticked:
            return
        try:
            bring_in(self._history, ticked)
        except OverdrawnError as error:
            self.refuse(error_text(self._language, error) or "")
        else:
            self.accept()
