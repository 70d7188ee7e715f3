"""NewsBlock: one person's news with what can be done about it: copy the message, note that they got it, or agreed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.substitute import Channel
from bpa_desktop.i18n import Language
from bpa_desktop.texts import word
from bpa_desktop.ui.roster.publishing import PersonNews
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.words import Subtitle, Words


@dataclass(frozen=True)
class NewsDeeds:
    """What the buttons of a block do, for an assistant by id; a message is copied for somebody by name."""

    copy: Callable[[str, str], None]
    hand_out: Callable[[str, Channel], None]
    confirm: Callable[[str], None]
    take_back: Callable[[str], None]


class NewsBlock(QWidget):
    """Receipts can be noted once it is published: before that nobody can have got it."""

    def __init__(self, language: Language, deeds: NewsDeeds) -> None:
        super().__init__()
        self._language = language
        self._deeds = deeds
        self._news: PersonNews | None = None
        self.title, self.lines, self.progress = Subtitle(), Words(), Words(quiet=True)
        self.must_agree = Words(bold=True)
        self.copy, self.got, self.confirmed, self.not_got = (QPushButton() for _ in range(4))
        self.way = Choice()
        for way in Channel:
            self.way.addItem(word(language, way), way)
        buttons, column = FlowLayout(), QVBoxLayout(self)
        for part, deed in (
            (self.copy, lambda news: deeds.copy(news.message, news.name)),
            (self.got, lambda news: deeds.hand_out(news.assistant, Channel(self.way.currentData()))),
            (self.confirmed, lambda news: deeds.confirm(news.assistant)),
            (self.not_got, lambda news: deeds.take_back(news.assistant)),
        ):
            part.setAutoDefault(False)
            part.clicked.connect(lambda _checked=False, act=deed: self._do(act))
            if part is self.got:
                buttons.addWidget(self.way)
            buttons.addWidget(part)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP // 2)
        for shown in (self.title, self.must_agree, self.lines, self.progress):
            column.addWidget(shown)
        column.addLayout(buttons)

    def _do(self, deed: Callable[[PersonNews], None]) -> None:
        if self._news is not None:
            deed(self._news)

    def show_news(self, news: PersonNews, *, is_published: bool) -> None:
        """Show what is new to a person and how far it has come."""
        self._news = news
        text = self._language.text
        self.title.setText(news.name)
        self.must_agree.put(f"△ {news.must_agree}" if news.must_agree else "")
        self.lines.setText("\n".join(news.lines))
        self.progress.setText(news.progress)
        for part, seen, spoken in (
            (self.copy, text("Copy the message"), text("Copy the message to {name}", name=news.name)),
            (self.got, text("Has got it"), text("{name} has got it", name=news.name)),
            (self.confirmed, text("Has confirmed"), text("{name} has confirmed", name=news.name)),
            (self.not_got, text("Has not got it after all"), text("{name} has not got it after all", name=news.name)),
        ):
            part.setText(seen)
            part.setAccessibleName(spoken)
        self.way.setAccessibleName(text("How {name} got it", name=news.name))
        self.way.setVisible(is_published and not news.has_got)
        self.got.setVisible(is_published and not news.has_got)
        self.confirmed.setVisible(is_published and not news.has_confirmed)
        self.not_got.setVisible(is_published and news.has_got)
