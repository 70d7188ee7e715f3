"""Shell: one window with everything in it, from the welcome to an open arrangement and its end."""

from __future__ import annotations

from bpa_desktop.i18n import Language
from bpa_desktop.services.ports import Clock
from bpa_desktop.services.settings import Settings
from bpa_desktop.store.memory_store import ReadOnlyStore
from bpa_desktop.ui.backup_commands import BackupCommands
from bpa_desktop.ui.clipboard import ClipboardGuard
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.discretion import Discretion
from bpa_desktop.ui.file_commands import FileCommands
from bpa_desktop.ui.file_look import FileLook
from bpa_desktop.ui.health_commands import HealthCommands
from bpa_desktop.ui.key_commands import KeyCommands
from bpa_desktop.ui.key_rules import keymap_of
from bpa_desktop.ui.locking import Locking
from bpa_desktop.ui.look import Choices, Look
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.privacy_commands import PrivacyCommands
from bpa_desktop.ui.session import Session
from bpa_desktop.ui.start.doors import Doors
from bpa_desktop.ui.start.first_time import FirstTime, arrangement_of
from bpa_desktop.ui.start.stage import Opening, Stage
from bpa_desktop.ui.start.unlocking import Unlocking
from bpa_desktop.ui.window_commands import WindowCommands
from bpa_desktop.ui.worker import Worker
from bpa_desktop.ui.zoom import Zoom


class Shell:
    """Holds the parts together; each does one thing. Made after the first frame: this is where the domain comes in."""

    def __init__(self, window: MainWindow, look: Look, *, doors: Doors, clock: Clock) -> None:
        self._doors = doors
        self._clock = clock
        self._look = look
        self.session: Session | None = None
        self.worker = Worker()
        self.window = window
        window.status.now = clock.now
        self._stage = Stage(self.window, self.worker, opened=self._opened)
        self.files = FileCommands(
            self.window, look, worker=self.worker, begin_with=lambda roster: self.first_time.begin_with(roster)
        )
        self.first_time = FirstTime(self._stage, doors, clock=clock, choose_import=self.files.choose_import)
        self._commands = WindowCommands(self.window, look)
        self.backups = BackupCommands(self.window, self.worker)
        self._health = HealthCommands(self.window, self.worker, doors=doors, clock=clock)
        self.locking = Locking(
            self._stage, Unlocking(self._stage, doors, clock=clock), clock=clock, let_go=self._let_go
        )
        self._file_look = FileLook(self._stage, self.locking)
        self._keys = KeyCommands(self._stage, doors, locking=self.locking, backups=self.backups)
        self._privacy = PrivacyCommands(self.window, self.worker, backups=self.backups)
        self.clipboard = ClipboardGuard(clock)
        self._choices = Choices(look)
        self._zoom = Zoom(self.window, look)
        self._discretion = Discretion(self.window, look)
        self.window.set_handlers(self._handlers)
        look.on_language(self._retranslate)
        look.on_change(self._follow_settings)
        self._follow_settings(look.settings)

    def begin(self, *, demo: bool) -> None:
        """Show the first page, or open at once what needs none."""
        if demo:
            self.first_time.open_demo()
        elif self._doors.exists():
            self.locking.unlocking.begin()
        else:
            self.first_time.show_welcome()

    def end(self) -> None:
        """Let go of the file; what was shown as done is in it already."""
        self.locking.stop()
        self._file_look.stop()
        self.clipboard.stop()
        self.backups.close()
        self.worker.stop()
        if self.session is not None:
            self.session.store.close()

    def _let_go(self) -> None:
        """Close the arrangement, and leave no word of it in the window, nor on the clipboard."""
        session, self.session = self.session, None
        self.clipboard.clear()
        self.backups.close()
        self.backups.show()
        self._commands.history = self.files.history = None
        self._privacy.desk, self._health.store, self.files.can_import = None, None, False
        if session is not None:
            session.end()
        self._retranslate(self.window.language)

    def _handlers(self) -> Handlers:
        own = (
            *(self._commands, self._zoom, self._discretion, self.files, self.backups),
            *(self._keys, self._privacy, self._health),
        )
        handlers = {action: handler for part in own for action, handler in part.handlers().items()}
        if self.session is not None and self.window.shown:
            handlers["edit_arrangement"] = self._edit_arrangement
        return handlers

    def _edit_arrangement(self) -> None:
        from bpa_desktop.ui.arrangement.editor import open_editor

        assert self.session is not None  # greyed while none is open
        open_editor(self.session.desk, self.window)

    def _opened(self, opening: Opening) -> None:
        """Put what was begun into the store, and show it."""
        from bpa_desktop.ui.opened import open_desk, put_into

        desk = open_desk(opening.store, self.window, clock=self._clock, is_demo=opening.is_demo)
        desk.reads_only, desk.is_rescued = isinstance(opening.store, ReadOnlyStore), opening.is_rescued
        settings = self._look.settings
        desk.contents, desk.weights, desk.hides_kinds = settings.contents, settings.weights, settings.hide_kinds
        desk.bulletin.contents_chosen.connect(self._choices.contents)
        shelf = self._doors.shelf(opening.store)
        self.backups.open(shelf, desk)
        self._health.store = opening.store if shelf is not None else None
        desk.hour_percent = self._look.settings.hour_percent
        desk.bulletin.hours_zoomed.connect(self._choices.hours)
        desk.silence_is_no = self._look.settings.silence_is_no
        desk.bulletin.silence_chosen.connect(self._choices.silence)
        if opening.content is not None:
            put_into(desk.history, opening.content)
        self._commands.history = self.files.history = desk.history
        self.files.can_import = not opening.is_demo and not desk.reads_only
        self._privacy.desk = desk
        self.locking.open(None if opening.is_demo or desk.reads_only else desk)
        self.session = Session(opening.store, desk, window=self.window, emptied=self._ask_anew)

    def _ask_anew(self, session: Session) -> None:
        """Ask for a name and a place where undo took the arrangement itself back."""
        from bpa_desktop.ui.opened import put_into
        from bpa_desktop.ui.start.create import CreatePage

        page = CreatePage(self.window.language, self._doors.places(), is_open=True)
        page.submitted.connect(lambda beginning: put_into(session.history, arrangement_of(beginning, self._clock)))
        self._stage.show(page)

    def _follow_settings(self, settings: Settings) -> None:
        self.window.status.as_notification = settings.notification
        if self.session is not None:
            _follow(self.session.desk, settings)
        self.locking.follow(settings)
        self.clipboard.minutes = settings.clipboard_minutes
        keymap = keymap_of(settings)
        if keymap != self.window.keymap:
            self.window.keymap = keymap
            self._retranslate(self.window.language)

    def _retranslate(self, language: Language) -> None:
        self.window.retranslate(language)
        self._stage.retranslate(language)
        if self.session is not None:
            self.session.desk.keymap = self.window.keymap
            self.session.retranslate(language)


def _follow(desk: Desk, settings: Settings) -> None:
    """Put what the screens are drawn by on the desk, and have them drawn anew where that is something else."""
    if (desk.weights, desk.hides_kinds) != (settings.weights, settings.hide_kinds):
        desk.weights, desk.hides_kinds = settings.weights, settings.hide_kinds
        desk.bulletin.settings_changed.emit()
