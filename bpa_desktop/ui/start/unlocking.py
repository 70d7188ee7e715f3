"""Unlocking: without a question where that is arranged, else by the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bpa_desktop.ui.start.doors import Doors, OpenStore
from bpa_desktop.ui.start.stage import Stage
from bpa_desktop.ui.start.unlock import UnlockPage


class Unlocking:
    """Opens the store there is."""

    def __init__(self, stage: Stage, doors: Doors) -> None:
        self._stage = stage
        self._doors = doors

    def begin(self) -> None:
        """Open by the environment, a file or the key store; ask where there is none of these, or it is refused."""
        self._stage.wait()
        self._stage.run(self._doors.open_without_asking, done=self._opened_or_ask, failed=self._ask_after)

    def _opened_or_ask(self, store: OpenStore | None) -> None:
        if store is None:
            self._ask()
        else:
            self._stage.finish(store, None)

    def _ask_after(self, error: BaseException) -> None:
        self._stage.refuse(self._ask(), error)

    def _ask(self) -> UnlockPage:
        page = UnlockPage(self._stage.language)
        page.passphrase_given.connect(lambda typed: self._unlock(page, self._doors.open_by_passphrase, typed=typed))
        page.code_given.connect(lambda typed: self._unlock(page, self._doors.open_by_code, typed=typed))
        self._stage.show(page)
        return page

    def _unlock(self, page: UnlockPage, door: Callable[[str], OpenStore], *, typed: str) -> None:
        self._stage.run(
            partial(door, typed),
            done=lambda store: self._stage.finish(store, None),
            failed=lambda error: self._stage.refuse(page, error),
        )
