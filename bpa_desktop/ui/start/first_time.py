"""The first time: welcome, the demo, a new arrangement or a file, and the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.ports import Clock
from bpa_desktop.ui.start.bringing import Bringing
from bpa_desktop.ui.start.create import Beginning, CreatePage
from bpa_desktop.ui.start.doors import Doors, Made
from bpa_desktop.ui.start.recovery import RecoveryPage
from bpa_desktop.ui.start.stage import Content, Stage
from bpa_desktop.ui.start.welcome import NothingOpenPage, WelcomePage


def arrangement_of(beginning: Beginning, clock: Clock) -> Arrangement:
    """Return the arrangement that was described; everything else about it can be filled in later."""
    place = beginning.place
    return Arrangement(
        id=new_id(clock.now()),
        name=beginning.name,
        municipality_no=place.number if place is not None else "",
        tariff=place.tariff if place is not None else None,
    )


class FirstTime:
    """Shows the ways in, and makes a store for the two that keep something."""

    def __init__(self, stage: Stage, doors: Doors, *, clock: Clock, choose_import: Callable[[], None]) -> None:
        self._stage = stage
        self._doors = doors
        self._clock = clock
        self._choose_import = choose_import

    def show_welcome(self) -> None:
        """Show the ways in."""
        page = WelcomePage(self._stage.language)
        page.demo_wanted.connect(lambda: self.open_demo())
        page.begin_wanted.connect(lambda: self._show_create())
        page.backup_wanted.connect(lambda: self._bring_back())
        page.import_wanted.connect(lambda: self._choose_import())
        page.left.connect(lambda: self._show_nothing_open())
        self._stage.show(page)

    def _bring_back(self) -> None:
        Bringing(self._stage, self._doors, clock=self._clock, back=lambda: self.show_welcome()).choose()

    def open_demo(self) -> None:
        """Open the demo: made anew each time, kept nowhere."""

        def failed(error: BaseException) -> None:
            self.show_welcome()
            raise error

        self._stage.wait()
        self._stage.run(
            self._doors.open_demo, done=lambda store: self._stage.finish(store, None, is_demo=True), failed=failed
        )

    def begin_with(self, roster: Roster) -> None:
        """Ask for the passphrase of the store that a roster from a file is to be put into."""
        if self._doors.exists():
            text = self._stage.language.text("Open your arrangement first; then bring in the file.")
            self._stage.window.status.refuse(text)
            return
        self._ask_and_create(CreatePage(self._stage.language, (), for_file=True), lambda _beginning: roster)

    def _show_create(self) -> None:
        page = CreatePage(self._stage.language, self._doors.places())
        self._ask_and_create(page, lambda beginning: arrangement_of(beginning, self._clock))

    def _ask_and_create(self, page: CreatePage, content: Callable[[Beginning], Content]) -> None:
        page.submitted.connect(lambda beginning: self._create(page, beginning, content=content(beginning)))
        page.back_wanted.connect(lambda: self.show_welcome())
        self._stage.show(page)

    def _show_nothing_open(self) -> None:
        page = NothingOpenPage(self._stage.language)
        page.back_wanted.connect(lambda: self.show_welcome())
        self._stage.show(page)

    def _create(self, page: CreatePage, beginning: Beginning, *, content: Content) -> None:
        self._stage.run(
            partial(self._doors.create, beginning.passphrase, remember=beginning.remember),
            done=lambda made: self._show_code(made, content),
            failed=lambda error: self._stage.refuse(page, error),
        )

    def _show_code(self, made: Made, content: Content) -> None:
        page = RecoveryPage(self._stage.language, made.code)
        page.kept.connect(lambda: self._stage.finish(made.store, content))
        self._stage.show(page)
        if made.not_remembered is not None:
            self._stage.refuse(page, made.not_remembered)
