"""Pages on a printer: each picture on a sheet of its own, as large as it goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.ui.printing import paint_pages, print_pages
from tests.ui.asked import same_in_norwegian


def picture() -> bytes:
    image = QImage(124, 175, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt takes a device, the stubs a name
    return bytes(held.data())


def to_file(path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(path))
    return printer


def test_each_picture_gets_a_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    assert paint_pages(to_file(tmp_path / "out.pdf"), (picture(), picture(), picture()))
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") == 3


@pytest.mark.qt_log_ignore("QPainter::begin")  # what Qt says of it
def test_a_printer_that_takes_nothing_is_told_apart(qtbot: QtBot, tmp_path: Path) -> None:
    assert not paint_pages(to_file(tmp_path / "no" / "out.pdf"), (picture(),))


def test_nothing_is_printed_where_no_printer_was_chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: QDialog.DialogCode.Rejected)
    assert not print_pages((picture(),), window)


def test_the_choice_of_a_printer_speaks_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    def make() -> None:
        qtbot.addWidget(QPrintDialog(QPrinter(QPrinter.PrinterMode.HighResolution)))

    assert same_in_norwegian(qapp, "QPrint", make=make) == {"Type:", "..."}
