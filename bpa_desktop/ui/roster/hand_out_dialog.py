"""HandOutDialog: the roster for others to see: looked at, then saved, printed, or copied as a message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.span import Week
from bpa_desktop.interchange.roster_pages import SheetKind
from bpa_desktop.services.handout import Contents
from bpa_desktop.ui import clipboard
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.file_save import Wish, choose_place, save_and_say
from bpa_desktop.ui.roster.hand_out_files import OTHERS, PDF, FileKind
from bpa_desktop.ui.roster.handed import SHEETS, Handed
from bpa_desktop.ui.sheets import print_sheet, show_sheet
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.paper import Paper
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Tick

_LEAST_LINES = 8
"""The sheet is so many lines of text high at least; where there is no room for it one scrolls to it."""


class HandOutDialog(QDialog):
    """Which sheet, of whom, how much is told; below it the sheet, and what can be done with it."""

    def __init__(self, desk: Desk, parent: QWidget, *, week: Week) -> None:
        super().__init__(parent)
        self._desk = desk
        self._week = week
        text = desk.language.text
        self.setWindowTitle(text("Print or hand out the roster"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form(save=lambda: None, leave=self.reject)
        self.ticks: dict[str, Tick] = {}
        self.preview = Paper(text("The sheet as it will be printed"))
        self._build()
        self._draw()
        open_at(self, letters=100, lines=42)

    def _build(self) -> None:
        text = self._desk.language.text
        for key, label in (("sheet", text("&Which sheet")), ("who", text("W&hose shifts"))):
            self.form.add(key, "choice")
            self.form.label(key, label)
        self.form.offer("sheet", [(kind.value, text(name)) for kind, name in SHEETS])
        people = [(one.id, one.name) for one in self._desk.roster.assistants]
        self.form.offer("who", [("", text("Everybody's")), *people])
        self.form.changed.connect(self._draw)
        note = Words(text("What is saved, printed or copied is not encrypted any more."), quiet=True)
        whole = QVBoxLayout(self)
        spaced(whole, GAP)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        scroll = ScrollColumn()
        scroll.setAccessibleName(self.windowTitle())
        spaced(scroll.column, GAP)
        scroll.column.addWidget(self.form)
        scroll.column.addLayout(self._tick_line())
        scroll.column.addWidget(self.preview, 1)
        scroll.column.addWidget(note)
        self.preview.setMinimumHeight(self.fontMetrics().height() * _LEAST_LINES)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._button_line())

    def _tick_line(self) -> FlowLayout:
        text, line = self._desk.language.text, FlowLayout(2 * GAP)
        for key, name in (
            ("large", text("&Large type")),
            ("whole_names", text("Whole &names")),
            ("places", text("&Places")),
            ("tasks", text("&Tasks")),
            ("notes", text("N&otes")),
        ):
            tick = self.ticks[key] = Tick()
            tick.setText(name)
            tick.setObjectName(key)
            tick.setChecked(bool(asdict(self._desk.contents).get(key)))
            tick.toggled.connect(self._choose)
            line.addWidget(tick)
        return line

    def _button_line(self) -> FlowLayout:
        text, line = self._desk.language.text, FlowLayout()
        saved = [(kind.ending, text(kind.button), partial(self._save, kind)) for kind in (PDF, *OTHERS)]
        deeds: list[tuple[str, str, Callable[[], object]]] = [
            saved[0],
            ("print", text("Pr&int…"), self._print),
            ("copy", text("&Copy as text"), self._copy),
            *saved[1:],
            ("close", text("Close"), self.reject),
        ]
        for key, name, deed in deeds:
            button = QPushButton(name)
            button.setObjectName(key)
            button.setAutoDefault(False)
            button.setProperty("main", key == PDF.ending)
            button.clicked.connect(lambda _checked=False, act=deed: act())
            line.addWidget(button)
        return line

    @property
    def handed(self) -> Handed:
        """What is chosen."""
        chosen = self.form.values()
        ticked = {key: tick.isChecked() for key, tick in self.ticks.items()}
        large = ticked.pop("large")
        return Handed(SheetKind(chosen["sheet"]), self._week, Contents(**ticked), chosen["who"] or None, large)

    def _choose(self) -> None:
        """Remember how much is told, and show it."""
        if self.handed.contents != self._desk.contents:
            self._desk.contents = self.handed.contents
            self._desk.bulletin.contents_chosen.emit(self._desk.contents)
        self._draw()

    def _draw(self) -> None:
        show_sheet(self.preview, self.handed.paper(self._desk))

    def _save(self, kind: FileKind) -> None:
        text, handed = self._desk.language.text, self.handed
        wish = Wish(text(kind.title), text(kind.shown), f"{handed.name(self._desk)}.{kind.ending}")
        path = choose_place(self, wish)
        if path is not None:
            save_and_say(self._desk, path, content=kind.content(self._desk, handed))

    def _print(self) -> None:
        print_sheet(self._desk, self.handed.paper(self._desk), parent=self)

    def _copy(self) -> None:
        clipboard.copy(self.handed.message(self._desk))
        self._desk.bulletin.said.emit(self._desk.language.text("Copied. Paste it into a message."))
