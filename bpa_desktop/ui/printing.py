"""Pages to a printer, by the system's own choice of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def print_pages(pictures: Sequence[bytes], window: QWidget) -> bool:
    """Ask for a printer and print pages given as PNG; tell whether they were sent."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    if QPrintDialog(printer, window).exec() != QDialog.DialogCode.Accepted:
        return False
    return paint_pages(printer, pictures)


def paint_pages(printer: QPrinter, pictures: Sequence[bytes]) -> bool:
    """Paint each picture as large as its sheet allows; tell whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for place, picture in enumerate(pictures):
        if place and not printer.newPage():
            painter.end()
            return False
        image = QImage.fromData(picture)
        area = QRectF(painter.viewport())
        share = min(area.width() / image.width(), area.height() / image.height())
        painter.drawImage(QRectF(0, 0, image.width() * share, image.height() * share), image)
    return painter.end()
