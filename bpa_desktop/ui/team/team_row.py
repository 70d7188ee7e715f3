"""TeamRow: one assistant on one line, on several where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout

from bpa_desktop.i18n import Language
from bpa_desktop.ui.team.view_model import Line, TeamModel
from bpa_desktop.ui.team.wording import contact, left_column, line_name, post_text, week_column
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.room import turn
from bpa_desktop.ui.widgets.rows import Row
from bpa_desktop.ui.widgets.words import Words

_LETTERS_ON_ONE_LINE = 76
_STRETCH = (6, 5, 5, 4, 6)


class TeamRow(Row):
    """Name and post, this week, what is left, skills, contact."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._post = Words(bold=True), Words(quiet=True)
        self._week, self._left, self._skills, self._contact = Words(), Words(), Words(quiet=True), Words(quiet=True)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        self._line.setSpacing(2 * GAP)
        first = QVBoxLayout()
        first.setSpacing(0)
        first.addWidget(self._name)
        first.addWidget(self._post)
        first.addStretch()
        self._line.addLayout(first, _STRETCH[0])
        cells = (self._week, self._left, self._skills, self._contact)
        for cell, stretch in zip(cells, _STRETCH[1:], strict=True):
            cell.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._line.addWidget(cell, stretch)
        for label in (self._name, self._post, *cells):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_line(self, language: Language, line: Line, *, model: TeamModel) -> None:
        """Show an assistant."""
        absent = language.text("{post} · absent this week", post=post_text(language, line))
        self._name.setText(line.assistant.name)
        self._post.setText(absent if line.is_absent else post_text(language, line))
        self._week.setText(week_column(language, line))
        self._left.setText(left_column(language, line, model=model))
        self._skills.setText(", ".join(line.assistant.skills))
        self._contact.setText(contact(line.assistant))
        self.name = line_name(language, line, model=model)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts below each other where they do not fit beside each other."""
        super().resizeEvent(event)
        self._line.setSpacing(0 if turn(self._line, self, letters=_LETTERS_ON_ONE_LINE) else 2 * GAP)
