"""Stage: shows one page at a time, and runs what a page asks for beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.start.doors import OpenStore
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.worker import Worker, is_gone

R = TypeVar("R")
Content = Roster | Arrangement | None


@dataclass(frozen=True)
class Opening:
    """An open store, what is to be put into it, whether it is the demo, or what is left of a damaged one."""

    store: OpenStore
    content: Content = None
    is_demo: bool = False
    is_rescued: bool = False


class Refusable(Protocol):
    """A page that can say why something failed."""

    def refused(self, text: str) -> None:
        """Say it beside the field."""
        ...


class Stage:
    """Where the pages of the start stand, until a store is open."""

    def __init__(self, window: MainWindow, worker: Worker, *, opened: Callable[[Opening], None]) -> None:
        self.window = window
        self._worker = worker
        self._opened = opened
        self._page: StartPage | None = None

    @property
    def is_set(self) -> bool:
        """Tell whether a page is shown: none is while something is being opened, nor once it is open."""
        return self._page is not None

    @property
    def language(self) -> Language:
        """The language of new pages."""
        return self.window.language

    def show(self, page: StartPage) -> None:
        """Put a page in the place of the one before, with the focus where it begins."""
        before, self._page = self._page, page
        self.window.show_page(page)
        page.begin()
        _drop(before)

    def wait(self) -> None:
        """Take the page away and say that something is being opened: that may take a second or two."""
        before, self._page = self._page, None
        self.window.show_page(self.window.opening)
        a11y.announce(self.window, self.window.opening.text())
        _drop(before)

    def run(self, job: Callable[[], R], *, done: Callable[[R], None], failed: Callable[[BaseException], None]) -> None:
        """Run something slow beside the window."""
        self._worker.run(lambda _progress: job(), done=done, failed=failed)

    def refuse(self, page: Refusable, error: BaseException) -> None:
        """Have a page say why something failed. Raises the error again when it is a fault of the program."""
        from bpa_desktop.texts.error import error_text  # with all it knows of, not before it is needed

        text = error_text(self.language, error) if isinstance(error, Exception) else None
        if text is None:
            raise error
        self.tell(page, text)

    def tell(self, page: Refusable, text: str) -> None:
        """Have a page say why something failed, or the status line where the page was left meanwhile."""
        if is_gone(page):
            self.window.status.refuse(text)
        else:
            page.refused(text)

    def finish(self, store: OpenStore, content: Content, *, is_demo: bool = False) -> None:
        """Hand the open store over; the page goes."""
        before, self._page = self._page, None
        self._opened(Opening(store, content, is_demo))
        _drop(before)

    def finish_rescued(self, store: OpenStore) -> None:
        """Hand over what could be read of a damaged store; the page goes."""
        before, self._page = self._page, None
        self._opened(Opening(store, is_rescued=True))
        _drop(before)

    def retranslate(self, language: Language) -> None:
        """Make the texts of the page again."""
        if self._page is not None:
            self._page.retranslate(language)


def _drop(page: QWidget | None) -> None:
    if page is not None:
        page.setParent(None)
        page.deleteLater()
