"""Reads `resources/limits/*.toml` into limits, refusing what is wrong with the place named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bpa_desktop.data.problem import DataError, Problem, ProblemCode
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.data.toml_file import parse, read_bytes
from bpa_desktop.rules.limits import Basis, Limit, Limits, shortened_rests

if TYPE_CHECKING:
    from bpa_desktop.data.limits_models import LimitRow, LimitsFile


@cache
def shipped_limits() -> Limits:
    """Return the limits that come with the program. Raises DataError for a damaged installation."""
    return read_limits_files(sorted((resources_folder() / "limits").glob("*.toml")))


def read_limits_files(paths: Iterable[Path]) -> Limits:
    """Return the limits of some files together. Raises DataError for the first that is refused, with every problem."""
    read = [parse_limits(read_bytes(path), path.name) for path in paths]
    limits = tuple(limit for each in read for limit in each.limits)
    return Limits(limits, tuple(basis for each in read for basis in each.bases))


def parse_limits(content: bytes, name: str) -> Limits:
    """Return the limits of one file's content. Raises DataError with every problem and its place."""
    from bpa_desktop.data.limits_models import SCHEMA, LimitsFile
    from bpa_desktop.data.models import validated

    model, problems = validated(LimitsFile, parse(content, name, schema=SCHEMA))
    if model is None:
        raise DataError(name, problems)
    limits = tuple(_limit(row, model) for row in model.limit)
    problems += [*_repeated(limits), *_shortened(limits)]
    if problems:
        raise DataError(name, problems)
    return Limits(limits, tuple(Basis(row.rule, row.reference, row.mark) for row in model.basis))


def _limit(row: LimitRow, file: LimitsFile) -> Limit:
    return Limit(
        row.key,
        row.value,
        row.unit,
        row.level,
        file.regime,
        row.reference,
        row.source,
        row.mark,
        row.valid_from,
        row.requires,
        file.collective,
    )


def _repeated(limits: Sequence[Limit]) -> Iterator[Problem]:
    """Yield the limits that stand twice for the same day: which of them counts would be chance."""
    seen: dict[tuple[object, ...], int] = {}
    for index, limit in enumerate(limits):
        first = seen.setdefault((limit.key, limit.level, limit.requires, limit.valid_from), index)
        if first != index:
            facts = {"id": limit.key, "first": f"limit[{first}]"}
            yield Problem(f"limit[{index}].key", ProblemCode.DUPLICATE_ID, facts)


def _shortened(limits: Sequence[Limit]) -> Iterator[Problem]:
    """Yield the individual agreements that would shorten a rest: no law allows one."""
    for limit in shortened_rests(limits):
        yield Problem(f"limit[{limits.index(limit)}].value", ProblemCode.OUT_OF_RANGE, {"value": str(limit.value)})
