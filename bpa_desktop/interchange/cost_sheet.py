"""The co-payment as a sheet of paper: what stands on it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


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
class CostSheet:
    """What stands on the sheet, in words; `language` and `region` as in `nb` and `no`. Empty parts are left out."""

    layout: ClassVar[str] = "cost.typ"

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
