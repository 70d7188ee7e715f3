"""The window from its start to its end. What is heavy is imported after the first frame."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bpa_desktop.services.settings import Settings, settings_data, settings_from
from bpa_desktop.store.settings_file import read_settings, write_settings
from bpa_desktop.ui import a11y
from bpa_desktop.ui.crash import CrashGuard
from bpa_desktop.ui.first_frame import FirstFrame
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.main_window import PROGRAM_NAME, MainWindow, leave

if TYPE_CHECKING:
    from bpa_desktop.services.ports import Clock
    from bpa_desktop.ui.shell import Shell
    from bpa_desktop.ui.start.doors import Doors

_SIZE = (1240, 800)


@dataclass(frozen=True)
class WindowOptions:
    """What the command line says about the window; an empty language is the one of the settings.

    `safe`: the usual settings are in force; the file with the chosen ones is neither read nor written.
    """

    folder: Path
    demo: bool = False
    language: str = ""
    safe: bool = False


def run(options: WindowOptions, doors: Doors, *, clock: Clock) -> int:
    """Show the window until it is closed; return the exit status, 0.

    The first frame has the menus, the navigation and the word that it opens; everything else comes after it.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("bpa-desktop")
    app.setDesktopFileName("bpa-desktop")
    a11y.install()
    settings = Settings() if options.safe else settings_from(read_settings(options.folder))
    look = Look(app, settings, fixed_language=options.language)
    window = MainWindow(look.language)
    window.set_handlers(lambda: {"quit": lambda: leave(window)})
    window.setWindowTitle(PROGRAM_NAME)
    guard = CrashGuard(lambda: look.language, lambda error: _sentence(look, error))
    guard.refused.connect(window.status.refuse)
    guard.install()
    guard.shown_over(window)
    if not options.safe:
        look.on_change(lambda settings: _keep(window, settings, folder=options.folder))
    _fit(window)
    begun: list[Shell] = []

    def begin() -> None:
        from bpa_desktop.ui.shell import Shell

        begun.append(Shell(window, look, doors=doors, clock=clock))
        begun[0].begin(demo=options.demo)

    FirstFrame(window, begin)
    window.show()
    status = app.exec()
    for shell in begun:
        shell.end()
    guard.uninstall()
    return status


def _sentence(look: Look, error: Exception) -> str | None:
    from bpa_desktop.texts.error import error_text  # with all it knows of; not before something went wrong

    return error_text(look.language, error)


def _keep(window: MainWindow, settings: Settings, *, folder: Path) -> None:
    try:
        write_settings(folder, settings_data(settings))
    except OSError as error:
        text = window.language.text("The settings could not be kept: {reason}", reason=error.strerror or "")
        window.status.refuse(text)


def _fit(window: MainWindow) -> None:
    """Give the window its size, within the screen."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))
