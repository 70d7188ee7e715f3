"""Price lists in and out of the window as files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from bpa_desktop.data.problem import DataError
from bpa_desktop.data.tariffs import read_tariffs
from bpa_desktop.data.toml_file import LARGEST
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.services.price_list import keep_price_list
from bpa_desktop.store.files import read_at_most
from bpa_desktop.tariff.price_list import Tariff
from bpa_desktop.ui.cost.list_wording import problem_lines
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.file_read import unread_text
from bpa_desktop.ui.file_save import NO_NATIVE, Wish, choose_place, save_and_say
from bpa_desktop.ui.problem_list import ProblemList


class ListFiles:
    """Brings the lists of a file in as the user's own, and writes one to a file."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window

    def choose_import(self) -> str | None:
        """Ask which file to bring in; return the id of its first list, or None when there was none."""
        text = self._desk.language.text
        title, kinds = text("Bring in a list file"), text("Price list files (*.toml)") + ";;" + text("All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), kinds, options=NO_NATIVE)
        return self.import_path(Path(name)) if name else None

    def import_path(self, path: Path) -> str | None:
        """Bring in every list of a file, each as one of the user's own, or tell all that is wrong with it."""
        try:
            content = read_at_most(path, LARGEST + 1)
            tariffs = read_tariffs(content, path.name)
        except OSError as error:
            self._desk.bulletin.refused.emit(unread_text(self._desk.language, path, error=error))
            return None
        except DataError as error:
            self._refuse(path, error)
            return None
        for tariff in tariffs:
            keep_price_list(self._desk.history, OwnPriceList(tariff.id, _text(tariff, tariffs, content=content)))
        said = self._desk.language.plural(
            "{n} list brought in from {name}.", "{n} lists brought in from {name}.", n=len(tariffs), name=path.name
        )
        self._desk.bulletin.said.emit(said)
        return tariffs[0].id

    def _refuse(self, path: Path, error: DataError) -> None:
        language = self._desk.language
        lines = problem_lines(language, error.problems)
        heading = language.plural(
            "{n} problem in {name}. Nothing was brought in.",
            "{n} problems in {name}. Nothing was brought in.",
            n=len(lines),
            name=path.name,
        )
        self._desk.bulletin.refused.emit(heading)
        ProblemList(lines, heading, language, self._window).open()

    def choose_export(self, tariff: Tariff) -> None:
        """Ask where a list shall be written."""
        text = self._desk.language.text
        wish = Wish(text("Save the list as a file"), text("Price list files (*.toml)"), f"{tariff.id}.toml")
        path = choose_place(self._window, wish)
        if path is not None:
            self.export_path(path, tariff)

    def export_path(self, path: Path, tariff: Tariff) -> None:
        """Write a list to a file, one of the user's own letter for letter, or say why not."""
        kept = next((own.text for own in self._desk.history.records.all(OwnPriceList) if own.id == tariff.id), None)
        save_and_say(self._desk, path, content=(kept if kept is not None else _written(tariff)).encode())


def _text(tariff: Tariff, tariffs: tuple[Tariff, ...], *, content: bytes) -> str:
    """Return a list's own text: the file's, with its remarks, where it is the only one in it."""
    return content.decode("utf-8-sig") if len(tariffs) == 1 else _written(tariff)


def _written(tariff: Tariff) -> str:
    from bpa_desktop.data.price_list_writer import tariff_text  # heavy: not before a list is written

    return tariff_text(tariff)
