"""A sheet of paper: content set in one layout to a tagged PDF, or to pictures of its pages for screen and printer."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path

LAYOUT = "cost.typ"
PIXELS_PER_INCH = 150
_NOT_PRINTED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Signs that no font draws: control and format signs, unassigned and private ones, halves, line separators."""


@dataclass(frozen=True)
class SheetService:
    """What a service comes to, and why."""

    amount: str
    why: str


@dataclass(frozen=True)
class SheetStep:
    """A step of the price list; `share` is its part of the dearest in per cent; `here` marks the household's."""

    name: str
    amount: str
    share: float
    here: bool = False


@dataclass(frozen=True)
class Sheet:
    """What stands on the sheet, in words; `language` and `region` as in `nb` and `no`. Empty parts are left out."""

    language: str
    region: str
    title: str
    subtitle: str
    lead: str
    services: tuple[SheetService, ...]
    steps_heading: str
    step_columns: tuple[str, str]
    steps: tuple[SheetStep, ...]
    notes: tuple[str, ...]
    year_heading: str
    columns: tuple[str, ...]
    months: tuple[tuple[str, ...], ...]
    total: str
    basis_heading: str
    basis: tuple[str, ...]
    printed: str

    @property
    def text(self) -> str:
        """The whole sheet in plain text, one thing a line, for who does not see its picture."""
        steps = tuple(f"{step.name}: {step.amount}" for step in self.steps)
        months = tuple(", ".join(cell for cell in cells if cell) for cells in self.months)
        services = tuple(f"{one.amount}. {one.why}" for one in self.services)
        head = (self.title, self.subtitle, self.lead, *services)
        middle = (self.steps_heading, *steps, *self.notes) if steps else ()
        year = (self.year_heading, *months, self.total) if months else ()
        return "\n".join(line for line in (*head, *middle, *year, *self.basis, self.printed) if line)


def sheet_pdf(sheet: Sheet, layouts: Path) -> bytes:
    """Return the sheet as a tagged PDF (PDF/UA-1), by the layout in a folder.

    Signs the font lacks make no PDF/UA; then it is a PDF with tags and without that promise.
    """
    import typst  # heavy: not before something is printed

    content, layout = _json(sheet), (layouts / LAYOUT).read_bytes()
    try:
        return bytes(
            typst.compile(layout, sys_inputs=content, pdf_standards="ua-1", format="pdf", ignore_system_fonts=True)
        )
    except typst.TypstError:
        return bytes(typst.compile(layout, sys_inputs=content, format="pdf"))


def sheet_pages(sheet: Sheet, layouts: Path) -> tuple[bytes, ...]:
    """Return each page as a PNG of 150 pixels an inch."""
    import typst  # heavy: not before something is printed

    layout = (layouts / LAYOUT).read_bytes()
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
