"""A sheet of paper: content set in one layout to a tagged PDF, or to pictures of its pages for screen and printer."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict
from pathlib import Path

from bpa_desktop.interchange.cost_sheet import CostSheet
from bpa_desktop.interchange.roster_sheet import RosterSheet

PIXELS_PER_INCH = 150
_NOT_PRINTED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Signs that no font draws: control and format signs, unassigned and private ones, halves, line separators."""

Sheet = CostSheet | RosterSheet
"""What can be set: `layout` names the file that does, `text` says all of it to who does not see its picture."""


def sheet_pdf(sheet: Sheet, layouts: Path) -> bytes:
    """Return the sheet as a tagged PDF (PDF/UA-1), by the layout in a folder.

    Signs the font lacks make no PDF/UA; then it is a PDF with tags and without that promise.
    """
    import typst  # heavy: not before something is printed

    content, layout = _json(sheet), (layouts / sheet.layout).read_bytes()
    try:
        return bytes(
            typst.compile(layout, sys_inputs=content, pdf_standards="ua-1", format="pdf", ignore_system_fonts=True)
        )
    except typst.TypstError:
        return bytes(typst.compile(layout, sys_inputs=content, format="pdf"))


def sheet_pages(sheet: Sheet, layouts: Path) -> tuple[bytes, ...]:
    """Return each page as a PNG of 150 pixels an inch."""
    import typst  # heavy: not before something is printed

    layout = (layouts / sheet.layout).read_bytes()
    made = typst.compile(layout, sys_inputs=_json(sheet), format="png", ppi=PIXELS_PER_INCH)
    return tuple(made) if isinstance(made, list) else (bytes(made),)


def _json(sheet: Sheet) -> dict[str, str]:
    return {"sheet": json.dumps(_printable(asdict(sheet)), ensure_ascii=False)}


def _printable(value: object) -> object:
    """Return content without the signs that no font draws; each leaves a blank."""
    if isinstance(value, str):
        return "".join(_sign(one) for one in value)
    if isinstance(value, dict):
        return {key: _printable(inside) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(inside) for inside in value]
    return value


def _sign(one: str) -> str:
    return " " if unicodedata.category(one) in _NOT_PRINTED and one != "\n" else one
