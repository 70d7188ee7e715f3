"""The small dialog that asks at what time a shift is split in two."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.services.overdraw import OverdrawnError
from bpa_desktop.services.shift import SHORTEST, NoSplitError
from bpa_desktop.texts import error_text, shift_text, spoken_range
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.tab_order import tab_as_laid_out
from bpa_desktop.ui.widgets.time_entry import NoSuchTimeError, moment_within
from bpa_desktop.ui.widgets.words import Words

_QUARTER = 15 * 60


class SplitDialog(QDialog):
    """Takes a time such as 11 or 11:30; Enter splits there, Esc leaves the shift whole. The middle stands there."""

    def __init__(self, desk: Desk, parent: QWidget, *, shift: Shift, split: Callable[[datetime], object]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shift = shift
        self._split = split
        text = desk.language.text
        self.setWindowTitle(text("Split shift"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form(save=self.split, leave=self.reject)
        self.form.add("at")
        self.form.label("at", text("&Split at, such as 11 or 11:30"))
        self.form.fill({"at": desk.language.clock(middle(shift.span).astimezone(desk.zone))})
        self.parts = Words(quiet=True)
        button = QPushButton(text("Split"))
        button.setProperty("main", True)
        button.setAutoDefault(False)
        button.clicked.connect(self.split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        whole.setSpacing(2 * GAP)
        for part in (Words(shift_text(desk.language, desk.roster, shift=shift)), self.form, self.parts):
            whole.addWidget(part)
        whole.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 52)
        tab_as_laid_out(self)
        self.form.changed.connect(self._show_parts)
        self._show_parts()
        self.form.focus("at")

    def _at(self) -> datetime | None:
        """Return the moment that is typed, None where the shift does not hold it. Raises NoSuchTimeError."""
        return moment_within(self.form.values()["at"], self._shift.span, zone=self._desk.zone)

    def _show_parts(self) -> None:
        """Say what the parts would be, as it is typed; nothing while that makes no sense."""
        try:
            at = self._at()
        except NoSuchTimeError:
            at = None
        if at is None:
            self.parts.put("")
            return
        spans = (Span(self._shift.span.start, at), Span(at, self._shift.span.end))
        first, second = (spoken_range(self._desk.language, span, zone=self._desk.zone) for span in spans)
        self.parts.put(self._desk.language.text("{first}, and {second}", first=first, second=second))

    def split(self) -> None:
        """Split and close; or say beside the field what is wrong."""
        if not self.isVisible():
            return
        text = self._desk.language.text
        try:
            at = self._at()
            if at is None:
                raise NoSplitError
            self._split(at)
        except NoSuchTimeError as error:
            self._complain(
                text("“{typed}” is no time. Write hours from 0 to 24, such as 8 or 08:30.", typed=str(error))
            )
        except (NoSplitError, OverdrawnError) as error:
            self._complain(error_text(self._desk.language, error) or "")
        else:
            self.accept()

    def _complain(self, said: str) -> None:
        self.form.complain({"at": said})
        self._desk.bulletin.refused.emit(said)


def middle(span: Span) -> datetime:
    """Return the quarter of an hour that is next to the middle, or the middle itself where that is too near an end."""
    exact = span.start + span.length / 2
    quarter = datetime.fromtimestamp(round(exact.timestamp() / _QUARTER) * _QUARTER, UTC)
    return quarter if min(quarter - span.start, span.end - quarter) >= SHORTEST else exact
