"""Price lists: those shipped with the program, and any file of the schema `bpa-tariff/1`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from bpa_desktop.data.problem import DataError, Problem, ProblemCode
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.data.toml_file import parse, read_bytes
from bpa_desktop.tariff.price_list import Tariff

SCHEMA = "bpa-tariff/1"


@cache
def shipped_tariffs() -> tuple[Tariff, ...]:
    """Return every shipped price list, by id. Raises DataError for a damaged installation."""
    files = sorted((resources_folder() / "tariffs").glob("*.toml"))
    found = [tariff for file in files for tariff in read_tariff_file(file)]
    return tuple(sorted(found, key=lambda tariff: tariff.id))


def tariff_by_id(tariff_id: str) -> Tariff | None:
    """Return the shipped price list of that id, or None when there is none."""
    return next((tariff for tariff in shipped_tariffs() if tariff.id == tariff_id), None)


def read_tariff_file(path: Path) -> tuple[Tariff, ...]:
    """Return the price lists of a file, in its order. Raises DataError with every problem and its place."""
    return read_tariffs(read_bytes(path), path.name)


def read_tariffs(content: bytes, name: str) -> tuple[Tariff, ...]:
    """Return the price lists in a file's content; `name` is what messages call it. Raises DataError."""
    # pydantic takes longer to load than all the rest of this floor: only a reader pays for it
    from bpa_desktop.data.models import validated
    from bpa_desktop.data.price_list_models import PriceListFile, kind_problems
    from bpa_desktop.data.price_list_values import tariff_of

    tables = parse(content, name, schema=SCHEMA)
    model, problems = validated(PriceListFile, tables)
    problems += kind_problems(tables)
    if model is None or problems:
        raise DataError(name, sorted(problems, key=lambda problem: problem.place))
    tariffs = tuple(tariff_of(table) for table in model.tariff)
    problems = [*_duplicates(tariffs), *_loops(tariffs)]
    if problems:
        raise DataError(name, problems)
    return tariffs


def _duplicates(tariffs: Sequence[Tariff]) -> Iterator[Problem]:
    yield from _twice([tariff.id for tariff in tariffs], "tariff")
    for index, tariff in enumerate(tariffs):
        yield from _twice([service.id for service in tariff.services], f"tariff[{index}].service")
        yield from _twice([group.id for group in tariff.cap_groups], f"tariff[{index}].cap_group")
        yield from _twice([source.id for source in tariff.sources], f"tariff[{index}].source")


def _twice(ids: Sequence[str], place: str) -> Iterator[Problem]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            yield Problem(
                f"{place}[{index}].id", ProblemCode.DUPLICATE_ID, {"id": name, "first": f"{place}[{ids.index(name)}]"}
            )


def _loops(tariffs: Sequence[Tariff]) -> Iterator[Problem]:
    """Yield the lists that, followed from list to replaced list, come back to themselves."""
    replaced = {tariff.id: tariff.replaces for tariff in tariffs}
    for index, tariff in enumerate(tariffs):
        reached: set[str] = set()
        waiting = list(tariff.replaces)
        while waiting:
            current = waiting.pop()
            if current not in reached:
                reached.add(current)
                waiting += replaced.get(current, ())
        if tariff.id in reached:
            yield Problem(f"tariff[{index}].replaces", ProblemCode.REPLACES_LOOP, {"value": tariff.id})
