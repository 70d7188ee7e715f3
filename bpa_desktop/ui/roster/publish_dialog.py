"""PublishDialog: the review before a week is published, and afterwards who has got it and who has confirmed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.span import Week
from bpa_desktop.services import publication as verbs
from bpa_desktop.ui import clipboard
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.news_block import NewsBlock, NewsDeeds
from bpa_desktop.ui.roster.publishing import Publishing, build_publishing
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Subtitle, Words


class PublishDialog(QDialog):
    """One block a person. Publishing leaves it open: the same blocks then note who got it and who confirmed."""

    def __init__(self, desk: Desk, parent: QWidget, *, week: Week, model: Publishing) -> None:
        super().__init__(parent)
        self._desk = desk
        self._week = week
        self._model = model
        self.setWindowTitle(desk.language.text("Publish week {number}", number=week.number))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lead, self._column, self.blocks = Words(bold=True), ScrollColumn(), list[NewsBlock]()
        self._copies, self._earlier = Words(quiet=True), Subtitle()
        self.publish, self._close = QPushButton(), QPushButton()
        self._build()
        self._show()
        open_at(self, letters=90, lines=40)
        (self.publish if self.publish.isEnabled() else self._close).setFocus()

    def _build(self) -> None:
        text = self._desk.language.text
        self.publish.setText(text("&Publish"))
        self.publish.setProperty("main", True)
        self.publish.clicked.connect(self._publish)
        self._close.setText(text("&Close"))
        self._close.clicked.connect(self.reject)
        self._column.setAccessibleName(text("What is new, by person"))
        self._earlier.setText(text("Frozen copies"))
        whole, buttons = QVBoxLayout(self), FlowLayout()
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        spaced(whole, 2 * GAP)
        for button in (self.publish, self._close):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        whole.addWidget(self.lead)
        whole.addWidget(self._column, 1)
        whole.addLayout(buttons)
        self._column.column.addWidget(self._earlier)
        self._column.column.addWidget(self._copies)
        self._column.column.addStretch()
        self._desk.bulletin.kept.connect(self._follow)
        self.finished.connect(lambda _result: self._desk.bulletin.kept.disconnect(self._follow))

    def _follow(self, _step: object) -> None:
        """Show how it stands now; leave where undo has taken away all there was to show."""
        model = build_publishing(self._desk, self._week)
        if model is None:
            self.reject()
            return
        self._model = model
        self._show()

    def _show(self) -> None:
        self.lead.put(self._model.lead)
        self.publish.setEnabled(self._model.can_publish)
        while len(self.blocks) < len(self._model.people):
            self.blocks.append(NewsBlock(self._desk.language, self._deeds()))
            self._column.column.insertWidget(len(self.blocks) - 1, self.blocks[-1])
        for place, block in enumerate(self.blocks):
            block.setVisible(place < len(self._model.people))
            if place < len(self._model.people):
                block.show_news(self._model.people[place], is_published=not self._model.can_publish)
        self._earlier.setVisible(bool(self._model.copies))
        self._copies.put("\n".join(self._model.copies))

    def _deeds(self) -> NewsDeeds:
        history = self._desk.history
        return NewsDeeds(
            copy=self._copy,
            hand_out=lambda who, way: self._about(lambda of: verbs.hand_out(history, of, assistant=who, way=way)),
            confirm=lambda who: self._about(lambda of: verbs.confirm_publication(history, of, assistant=who)),
            take_back=lambda who: self._about(lambda of: verbs.take_back_receipt(history, of, assistant=who)),
        )

    def _about(self, deed: Callable[[str], object]) -> None:
        """Do something about the publication that is shown."""
        if self._model.publication is not None:
            deed(self._model.publication.id)

    def _copy(self, message: str, name: str) -> None:
        clipboard.copy(message)
        self._desk.bulletin.said.emit(self._desk.language.text("The message to {name} is copied.", name=name))

    def _publish(self) -> None:
        verbs.publish_roster(self._desk.history, self._week.span(self._desk.zone))
        shown = next((block for block in self.blocks if block.isVisible()), None)
        (shown.copy if shown is not None else self._close).setFocus()


def open_publishing(desk: Desk, parent: QWidget, *, week: Week) -> None:
    """Open the review of a week, or say that there is nothing to publish."""
    model = build_publishing(desk, week)
    if model is None:
        text = desk.language.text("Nothing new to publish in week {number}", number=week.number)
        desk.bulletin.refused.emit(text)
        return
    PublishDialog(desk, parent, week=week, model=model).open()
