"""Unlocking: without a question where that is arranged, else by the page; a damaged store leads to its rescue."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bpa_desktop.services.ports import Clock
from bpa_desktop.services.trouble import DamagedStoreError
from bpa_desktop.ui.start.doors import Doors, Knock, OpenStore, Way, opened_by
from bpa_desktop.ui.start.rescuing import Rescuing
from bpa_desktop.ui.start.stage import Refusable, Stage
from bpa_desktop.ui.start.unlock import Locked, UnlockPage


class Unlocking:
    """Opens the store there is."""

    def __init__(self, stage: Stage, doors: Doors, *, clock: Clock) -> None:
        self._stage = stage
        self._doors = doors
        self._clock = clock
        self.opened: Callable[[OpenStore, Knock], None] = lambda _store, _knock: None
        """Told of a store that was opened, and by which knock."""
        self.close: Callable[[], None] = lambda: None
        """Closes what is open of a store that turned out to be damaged."""

    def begin(self) -> None:
        """Open by the environment, a file or the key store; ask where there is none of these, or it is refused."""
        self._stage.wait()
        self._stage.run(self._doors.open_without_asking, done=self._opened_or_ask, failed=self._ask_after)

    def _opened_or_ask(self, store: OpenStore | None) -> None:
        if store is None:
            self.ask()
        else:
            self._finish(store, Knock(Way.WITHOUT_ASKING))

    def _finish(self, store: OpenStore, knock: Knock) -> None:
        try:
            self._stage.finish(store, None)
        except DamagedStoreError:  # a large file is not looked at before it is read
            self.close()
            store.close()
            self.rescue(knock)
        else:
            self.opened(store, knock)

    def _ask_after(self, error: BaseException) -> None:
        if isinstance(error, DamagedStoreError):
            self.rescue(Knock(Way.WITHOUT_ASKING))
        else:
            self._stage.refuse(self.ask(), error)

    def ask(self, locked: Locked | None = None) -> UnlockPage:
        """Ask for the passphrase or the code, whatever else could open it."""
        page = UnlockPage(self._stage.language, locked)
        page.key_given.connect(lambda knock: self._unlock(page, knock))
        self._stage.show(page)
        self._stage.run(_have_at_hand, done=lambda _nothing: None, failed=lambda _error: None)  # opening meets it again
        return page

    def _unlock(self, page: Refusable, knock: Knock) -> None:
        def failed(error: BaseException) -> None:
            if isinstance(error, DamagedStoreError):
                self.rescue(knock)
            else:
                self._stage.refuse(page, error)

        self._stage.run(
            partial(opened_by, self._doors, knock), done=lambda store: self._finish(store, knock), failed=failed
        )

    def rescue(self, knock: Knock) -> None:
        """Show what can be done about a damaged store, which nobody has open."""
        Rescuing(self._stage, self._doors, clock=self._clock).begin(knock)


def _have_at_hand() -> None:
    """Import what opens a store while somebody types: half a second that nobody has to wait for afterwards."""
    import bpa_desktop.store.opening  # noqa: F401
