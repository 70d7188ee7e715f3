"""The base amounts (G) shipped with the program, from `base_amount.toml`."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

from bpa_desktop.data.problem import DataError, Problem, ProblemCode
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.data.toml_file import parse, read_bytes
from bpa_desktop.tariff.base_amount import BaseAmount, BaseAmountEntry


@cache
def shipped_base_amounts() -> BaseAmount:
    """Return the shipped base amounts. Raises DataError for a damaged installation."""
    return read_base_amount_file(resources_folder() / "base_amount.toml")


def read_base_amount_file(path: Path) -> BaseAmount:
    """Return the base amounts of a file. Raises DataError with every problem and its place."""
    from bpa_desktop.data.base_amount_models import SCHEMA, BaseAmountFile
    from bpa_desktop.data.models import validated

    model, problems = validated(BaseAmountFile, parse(read_bytes(path), path.name, schema=SCHEMA))
    if model is None:
        raise DataError(path.name, problems)
    entries = tuple(
        BaseAmountEntry(row.from_, row.amount, row.mark, row.source or model.source) for row in model.base_amount
    )
    for index, (before, entry) in enumerate(pairwise(entries), start=1):
        if entry.from_day <= before.from_day:
            problems.append(Problem(f"base_amount[{index}].from", ProblemCode.OUT_OF_ORDER))
    if problems:
        raise DataError(path.name, problems)
    return BaseAmount(entries)
