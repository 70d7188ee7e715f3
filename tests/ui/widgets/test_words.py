"""Headings and bold words are larger where the text is, also when that is changed while they are shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpa_desktop.ui import theme
from bpa_desktop.ui.widgets.words import Subtitle, Title, Words


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """The usual look before and after."""
    theme.apply(qapp, theme.LIGHT)
    yield
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize(
    ("words", "times"), [(Title, 1.6), (Subtitle, 1.25), (lambda text: Words(text, bold=True), 1), (Words, 1)]
)
def test_words_that_are_shown_grow_and_shrink_with_the_text(
    qtbot: QtBot, qapp: QApplication, words: type[Title], times: float
) -> None:
    shown = words("Uke 49")
    qtbot.addWidget(shown)
    shown.show()
    for percent in (110, 200, 100):
        theme.apply(qapp, theme.LIGHT, text_percent=percent)
        assert shown.font().pointSizeF() == pytest.approx(theme.BASE_POINTS * times * percent / 100)


def test_bold_words_stay_bold_when_the_text_grows(qtbot: QtBot, qapp: QApplication) -> None:
    shown = Words("Ola Berg", bold=True)
    qtbot.addWidget(shown)
    theme.apply(qapp, theme.DARK, text_percent=200)
    assert shown.font().bold()
