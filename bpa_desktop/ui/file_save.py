"""A file the user asked for: where it shall be, written whole or not at all, and said; and a folder asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.store.files import hand_out
from bpa_desktop.ui.desk import Desk

NO_NATIVE = QFileDialog.Option.DontUseNativeDialog  # Qt's own dialog speaks the program's language


@dataclass(frozen=True)
class Wish:
    """What the dialog is called, which kinds of file it shows, and the name it proposes."""

    title: str
    kinds: str
    name: str


def choose_place(window: QWidget, wish: Wish) -> Path | None:
    """Ask where a file shall be; None when nothing was chosen. A name without an ending gets the proposed one."""
    start = str(Path.home() / wish.name)
    chosen, _ = QFileDialog.getSaveFileName(window, wish.title, start, wish.kinds, options=NO_NATIVE)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(Path(wish.name).suffix)


def choose_folder(window: QWidget, title: str) -> Path | None:
    """Ask for a folder; None when nothing was chosen."""
    chosen = QFileDialog.getExistingDirectory(window, title, str(Path.home()), options=NO_NATIVE)
    return Path(chosen) if chosen else None


@dataclass(frozen=True)
class Saved:
    """Whether a file is there now, and that in words."""

    done: bool
    text: str


def save_file(path: Path, content: bytes, *, language: Language) -> Saved:
    """Write a file whole, readable for its owner only, or leave what was there."""
    from bpa_desktop.texts.error import error_text  # with all it knows of, not before it is needed

    try:
        hand_out(path, content)
    except OSError as error:
        reason = error.strerror or ""
        said = language.text("Could not write {name}: {reason}", name=path.name, reason=reason)
        return Saved(False, error_text(language, error) or said)
    return Saved(True, language.text("Exported: {name}", name=path.name))


def save_and_say(desk: Desk, path: Path, *, content: bytes) -> None:
    """Write a file whole, and say so or why not."""
    saved = save_file(path, content, language=desk.language)
    (desk.bulletin.said if saved.done else desk.bulletin.refused).emit(saved.text)
