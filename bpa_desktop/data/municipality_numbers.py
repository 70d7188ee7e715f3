"""The municipalities' numbers shipped with the program, from `municipality_numbers.toml`."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from bpa_desktop.data.problem import DataError, Problem, ProblemCode
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.data.toml_file import parse, read_bytes
from bpa_desktop.tariff.municipality import Municipality, MunicipalityNumber, MunicipalityNumbers

if TYPE_CHECKING:
    from bpa_desktop.data.municipality_numbers_models import MunicipalityTable, NumbersFile


@cache
def shipped_municipality_numbers() -> MunicipalityNumbers:
    """Return the shipped numbers. Raises DataError for a damaged installation."""
    return read_municipality_numbers_file(resources_folder() / "municipality_numbers.toml")


def read_municipality_numbers_file(path: Path) -> MunicipalityNumbers:
    """Return the numbers of a file. Raises DataError with every problem and its place."""
    from bpa_desktop.data.models import validated
    from bpa_desktop.data.municipality_numbers_models import SCHEMA, NumbersFile

    model, problems = validated(NumbersFile, parse(read_bytes(path), path.name, schema=SCHEMA))
    if model is not None:
        problems += _problems(model)
    if model is None or problems:
        raise DataError(path.name, problems)
    return MunicipalityNumbers(tuple(_municipality(table, model.source) for table in model.municipality))


def _municipality(table: MunicipalityTable, source: str) -> Municipality:
    numbers = tuple(MunicipalityNumber(row.number, row.from_) for row in table.number)
    return Municipality(table.name, numbers, table.mark, table.source or source)


def _problems(model: NumbersFile) -> list[Problem]:
    """Return the numbers given twice, and those not in the order of their days; only the first may have none."""
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for index, table in enumerate(model.municipality):
        for at, row in enumerate(table.number):
            place = f"municipality[{index}].number[{at}]"
            if row.number in first:
                facts = {"id": row.number, "first": first[row.number]}
                problems.append(Problem(f"{place}.number", ProblemCode.DUPLICATE_ID, facts))
            first.setdefault(row.number, place)
        for at, (before, after) in enumerate(pairwise(table.number), start=1):
            if after.from_ is None or (before.from_ is not None and after.from_ <= before.from_):
                problems.append(Problem(f"municipality[{index}].number[{at}].from", ProblemCode.OUT_OF_ORDER))
    return problems
