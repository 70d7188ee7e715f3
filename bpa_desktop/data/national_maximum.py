"""The state's maxima for households under 2 G shipped with the program, from `national_maximum.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bpa_desktop.data.problem import DataError
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.data.toml_file import parse, read_bytes
from bpa_desktop.tariff.national_maximum import NationalMaximum, NationalMaximumEntry


@cache
def shipped_national_maximum() -> NationalMaximum:
    """Return the shipped maxima. Raises DataError for a damaged installation."""
    return read_national_maximum_file(resources_folder() / "national_maximum.toml")


def read_national_maximum_file(path: Path) -> NationalMaximum:
    """Return the maxima of a file. Raises DataError with every problem and its place."""
    from bpa_desktop.data.base_amount_models import MAXIMUM_SCHEMA, NationalMaximumFile
    from bpa_desktop.data.models import validated

    model, problems = validated(NationalMaximumFile, parse(read_bytes(path), path.name, schema=MAXIMUM_SCHEMA))
    if model is None:
        raise DataError(path.name, problems)
    return NationalMaximum(
        tuple(NationalMaximumEntry(row.year, row.amount, model.to_g, row.mark, row.source) for row in model.maximum)
    )
