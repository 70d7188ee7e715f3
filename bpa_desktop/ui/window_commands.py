"""What the window itself does: palette, help, appearance, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.i18n import Language
from bpa_desktop.services.history import HandedOutError, History, NothingToUndoError
from bpa_desktop.texts.error import error_text
from bpa_desktop.ui.desk import Handlers
from bpa_desktop.ui.help_viewer import HelpViewer, page_about
from bpa_desktop.ui.keymap import Keymap
from bpa_desktop.ui.lent_keys import LentKeys
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.main_window import MainWindow, leave
from bpa_desktop.ui.numbers import show_numbers
from bpa_desktop.ui.palette import Palette


class WindowCommands:
    """Answers the actions that need no screen; those that need an arrangement only while there is one."""

    def __init__(self, window: MainWindow, look: Look) -> None:
        self._window = window
        self._look = look
        self._help: HelpViewer | None = None
        LentKeys(window, [window.actions_by_id[name] for name in ("numbers", "help")])
        self.history: History | None = None
        """What undo and redo work on, once an arrangement is open."""

    def handlers(self) -> Handlers:
        """Return what is answered just now."""
        handlers: Handlers = {
            "quit": lambda: leave(self._window),
            "palette": self._show_palette,
            "numbers": lambda: show_numbers(self._look.language),
            "appearance": self._show_appearance,
            "change_keys": self._show_keys,
            "substitute_weights": lambda: _show_weights(self._window, self._look),
            "what_was_said": lambda: _show_said(self._window, self._look.language, history=self.history),
            "help": self._help_about_this,
            "keys": lambda: self._show_help("keys"),
            "about": lambda: self._show_help("about"),
        }
        if self.history is not None and self.history.undoable is not None:
            handlers["undo"] = lambda: self._step_back_or_forth(forth=False)
        if self.history is not None and self.history.redoable is not None:
            handlers["redo"] = lambda: self._step_back_or_forth(forth=True)
        if "undo" in handlers or "redo" in handlers:
            handlers["history_list"] = self._show_history
        return handlers

    def _show_history(self) -> None:
        from bpa_desktop.ui.history_list import HistoryList

        if self.history is not None:
            HistoryList(self.history, self._look.language, self._window).open()

    def _step_back_or_forth(self, *, forth: bool) -> None:
        if self.history is None:
            return
        try:
            self.history.redo() if forth else self.history.undo()
        except (NothingToUndoError, HandedOutError) as error:
            self._window.status.refuse(error_text(self._look.language, error) or "")

    def _show_palette(self) -> None:
        before = QApplication.focusWidget()
        palette = Palette(self._window, self._window.actions_by_id, self._look.language, reader=self._window.reader)
        palette.finished.connect(lambda _result: self._leave_palette(palette, before))
        palette.open()

    def _leave_palette(self, palette: Palette, before: QWidget | None) -> None:
        """Give the focus back first: many commands are about what has it."""
        palette.deleteLater()
        if before is not None:
            before.setFocus()
        if palette.sentence is not None:
            QTimer.singleShot(0, palette.sentence.do)
        elif palette.chosen:
            QTimer.singleShot(0, self._window.actions_by_id[palette.chosen].trigger)

    def _show_appearance(self) -> None:
        from bpa_desktop.ui.settings.appearance import AppearanceDialog

        dialog = AppearanceDialog(self._look.settings, self._look.language, self._window)
        dialog.changed.connect(self._look.change)
        dialog.changed.connect(lambda _settings: dialog.retranslate(self._look.language))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _show_keys(self) -> None:
        from bpa_desktop.ui.settings.keys import KeysDialog

        dialog = KeysDialog(self._look.settings, self._look.language, self._window)
        dialog.changed.connect(self._look.change)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _help_about_this(self) -> None:
        """Show the page of what has the focus; over a dialog in a window of the dialog's own, which it lets be used."""
        page = page_about(QApplication.focusWidget()) or self._window.shown or "start"
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            self._show_help(page)
            return
        viewer = dialog.findChild(HelpViewer) or HelpViewer(dialog, self._look.language)
        _show_page(viewer, page, keymap=self._window.keymap)

    def _show_help(self, name: str) -> None:
        if self._help is None:
            self._help = HelpViewer(self._window, self._look.language)
            self._look.on_language(self._help.retranslate)
        _show_page(self._help, name, keymap=self._window.keymap)


def _show_page(viewer: HelpViewer, name: str, *, keymap: Keymap) -> None:
    viewer.show_keys(keymap)
    viewer.show_page(name)
    viewer.show()
    viewer.activateWindow()


def _show_said(window: MainWindow, language: Language, *, history: History | None) -> None:
    """Show what was said; in the arrangement's time, where one is open."""
    from bpa_desktop.ui.said_list import SaidList

    arrangement = next(iter(history.records.all(Arrangement)), None) if history is not None else None
    zone = arrangement.zone if arrangement is not None else None
    SaidList(window.status.log.newest_first, language, window, zone=zone).open()


def _show_weights(window: MainWindow, look: Look) -> None:
    """Let the user say what counts among substitutes; it is in force at once."""
    from bpa_desktop.ui.settings.weights import WeightsDialog

    dialog = WeightsDialog(look.settings, look.language, window)
    dialog.changed.connect(look.change)
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
