"""What the data files' pydantic models share: strictness, decimals as strings, and errors turned into problems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from bpa_desktop.data.problem import Problem, ProblemCode, place_of, shown
from bpa_desktop.tariff.provenance import Mark

DECIMAL = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")
"""An amount: never negative, no exponent, a point and no comma, at most a million million."""


def _decimal(value: object) -> Decimal:
    if not isinstance(value, str) or not DECIMAL.fullmatch(value):
        raise PydanticCustomError(ProblemCode.NOT_A_DECIMAL, "a decimal number of 0 or more, as a string")
    return Decimal(value)


def _decimal_or_none(value: object) -> Decimal | None:
    """Accept an empty string for a limit that is not printed."""
    return None if value == "" else _decimal(value)


def _units(value: object) -> Decimal:
    return Decimal(value) if type(value) is int and 0 <= value <= 10_000 else _decimal(value)


def _day_or_none(value: object) -> date | None:
    """Accept an empty string for a day that is not known."""
    return None if value == "" else _day(value)


def _day(value: object) -> date:
    """Accept a date, and a date as a string."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        if isinstance(value, str):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError(ProblemCode.NOT_A_DATE, "a day written YYYY-MM-DD")


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


DecimalText = Annotated[Decimal, BeforeValidator(_decimal)]
PrintedLimit = Annotated[Decimal | None, BeforeValidator(_decimal_or_none)]
Units = Annotated[Decimal, BeforeValidator(_units)]
Day = Annotated[date, BeforeValidator(_day)]
OptionalDay = Annotated[date | None, BeforeValidator(_day_or_none)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
Text = Annotated[str, Field(max_length=2000)]
UpperCase = BeforeValidator(_upper)
MarkChoice = Annotated[Mark, Field(strict=False), UpperCase]
MunicipalityNo = Annotated[str, Field(pattern=r"^[0-9]{4}$")]


class Strict(BaseModel):
    """A table that refuses unknown keys and converts nothing; names of choices are the exception."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Model = TypeVar("Model", bound=Strict)


def validated(model: type[Model], tables: Mapping[str, object]) -> tuple[Model | None, list[Problem]]:
    """Return the tables as a model, or None and every problem found in them."""
    try:
        return model.model_validate(tables), []
    except ValidationError as error:
        return None, [_problem(detail) for detail in error.errors(include_url=False)]


_CODES = {
    "missing": ProblemCode.MISSING,
    "extra_forbidden": ProblemCode.UNKNOWN_KEY,
    "enum": ProblemCode.NOT_A_CHOICE,
    "literal_error": ProblemCode.NOT_A_CHOICE,
}
_ID_PATTERN = "string_pattern_mismatch"
_NO_IDS = frozenset({"municipality_no", "number"})


def _problem(detail: ErrorDetails) -> Problem:
    kind, steps = detail["type"], detail["loc"]
    if kind in set(ProblemCode):
        code = ProblemCode(kind)
    elif kind == _ID_PATTERN and steps[-1] not in _NO_IDS:
        code = ProblemCode.BAD_ID
    else:
        code = _CODES.get(kind, ProblemCode.WRONG_TYPE if kind.endswith("_type") else ProblemCode.OUT_OF_RANGE)
    return Problem(place_of(steps), code, _facts(code, detail))


def _facts(code: ProblemCode, detail: ErrorDetails) -> dict[str, str]:
    if code in (ProblemCode.MISSING, ProblemCode.UNKNOWN_KEY):
        return {"key": shown(str(detail["loc"][-1]))}
    facts = {"value": _shown(detail["input"])}
    if code is ProblemCode.NOT_A_CHOICE:
        facts["choices"] = str(detail.get("ctx", {}).get("expected", ""))
    elif code is ProblemCode.WRONG_TYPE:
        facts["expected"] = detail["type"].removesuffix("_type")
    return facts


def _shown(value: object) -> str:
    """Return a value short enough for a message; a whole table is not shown."""
    return "" if isinstance(value, dict | list) else shown(str(value))
