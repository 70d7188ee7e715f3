"""Reads pay agreements, and what the law says about pay, refusing what is wrong with the place named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from bpa_desktop.data.problem import DataError, Problem, ProblemCode
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.data.toml_file import parse, read_bytes
from bpa_desktop.pay.agreement import PayAgreement, PayFigure, Supplement, Wage, Window
from bpa_desktop.pay.kind import FigureName, Kind

if TYPE_CHECKING:
    from bpa_desktop.data.pay_agreement_models import FigureRow, PayAgreementFile, SupplementRow, WageRow

_DIVISORS = frozenset(
    {FigureName.RESTING_NIGHT, FigureName.STANDBY_HOME, FigureName.ACTIVATION_BLOCK, FigureName.ALL_ACTIVE_PART}
)
"""Figures that something is divided by: a 0 would say nothing."""


@cache
def shipped_pay_agreements() -> tuple[PayAgreement, ...]:
    """Return the agreements that come with the program. Raises DataError for a damaged installation."""
    paths = sorted((resources_folder() / "agreements").glob("*.toml"))
    return tuple(parse_pay_agreement(read_bytes(path), path.name) for path in paths)


@cache
def shipped_pay_law() -> tuple[PayFigure, ...]:
    """Return what the law says about pay. Raises DataError for a damaged installation."""
    path = resources_folder() / "pay_law.toml"
    return parse_pay_law(read_bytes(path), path.name)


def parse_pay_agreement(content: bytes, name: str) -> PayAgreement:
    """Return the agreement of one file's content. Raises DataError with every problem and its place."""
    from bpa_desktop.data.models import validated
    from bpa_desktop.data.pay_agreement_models import SCHEMA, PayAgreementFile

    model, problems = validated(PayAgreementFile, parse(content, name, schema=SCHEMA))
    if model is None:
        raise DataError(name, problems)
    problems += [*_repeated(model), *_unsaid(model), *_zeros(model.figure)]
    if problems:
        raise DataError(name, problems)
    return PayAgreement(
        model.id,
        model.title,
        model.full_time_week,
        tuple(_wage(row) for row in model.wage),
        tuple(_supplement(row) for row in model.supplement),
        tuple(_figure(row) for row in model.figure),
        model.known_to,
    )


def parse_pay_law(content: bytes, name: str) -> tuple[PayFigure, ...]:
    """Return the figures of the law of one file's content. Raises DataError with every problem and its place."""
    from bpa_desktop.data.models import validated
    from bpa_desktop.data.pay_agreement_models import LAW_SCHEMA, PayLawFile

    model, problems = validated(PayLawFile, parse(content, name, schema=LAW_SCHEMA))
    if model is None:
        raise DataError(name, problems)
    problems += [*_twice("figure", [(row.name, row.zone, row.valid_from) for row in model.figure])]
    problems += [*_zeros(model.figure)]
    if problems:
        raise DataError(name, problems)
    return tuple(_figure(row) for row in model.figure)


def _wage(row: WageRow) -> Wage:
    return Wage(row.valid_from, row.years, row.value, row.unit, row.mark, row.source)


def _supplement(row: SupplementRow) -> Supplement:
    windows = tuple(Window(one.days, one.start, one.end, one.mark) for one in row.window)
    facts = (row.value, row.unit, row.mark, row.source)
    return Supplement(row.kind, row.valid_from, *facts, windows, frozenset(row.not_with))


def _figure(row: FigureRow) -> PayFigure:
    return PayFigure(row.name, row.valid_from, row.value, row.mark, row.source, row.zone)


def _repeated(model: PayAgreementFile) -> Iterator[Problem]:
    """Yield what stands twice for the same day: which of them counts would be chance."""
    yield from _twice("wage", [(row.years, row.valid_from) for row in model.wage])
    yield from _twice("supplement", [(row.kind, row.valid_from) for row in model.supplement])
    yield from _twice("figure", [(row.name, row.valid_from) for row in model.figure])


def _twice(table: str, keys: Sequence[tuple[object, ...]]) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], int] = {}
    for index, key in enumerate(keys):
        first = seen.setdefault(key, index)
        if first != index:
            facts = {"id": str(key[0]), "first": f"{table}[{first}]"}
            yield Problem(f"{table}[{index}]", ProblemCode.DUPLICATE_ID, facts)


def _unsaid(model: PayAgreementFile) -> Iterator[Problem]:
    """Yield the supplements an agreement does not mention: what is not paid says 0, what is not known says nothing."""
    said = {row.kind for row in model.supplement}
    for kinds in (
        (Kind.EVENING_NIGHT, Kind.EVENING),
        (Kind.EVENING_NIGHT, Kind.NIGHT),
        (Kind.WEEKEND,),
        (Kind.HOLIDAY,),
    ):
        if not said & set(kinds):
            yield Problem("supplement", ProblemCode.MISSING, {"key": kinds[-1]})


def _zeros(rows: Sequence[FigureRow]) -> Iterator[Problem]:
    for index, row in enumerate(rows):
        if row.name in _DIVISORS and row.value == 0:
            yield Problem(f"figure[{index}].value", ProblemCode.OUT_OF_RANGE, {"value": str(row.value)})
