"""The shape of `resources/agreements/*.toml`, schema `bpa-pay-agreement/1`, and of what the law says about pay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from decimal import Decimal
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from bpa_desktop.data.models import Day, DecimalText, Id, PrintedLimit, Strict, Text
from bpa_desktop.data.problem import ProblemCode
from bpa_desktop.pay.agreement import Unit
from bpa_desktop.pay.days import DayClass
from bpa_desktop.pay.kind import SUPPLEMENTS, FigureName, Kind
from bpa_desktop.pay.mark import Mark

SCHEMA = "bpa-pay-agreement/1"
LAW_SCHEMA = "bpa-pay-law/1"
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])|24:00")
_MOST = Decimal(100_000_000)
_MOST_ON_TOP = Decimal(1000)
Choice = TypeVar("Choice", Kind, Unit)


def _clock(value: object) -> time:
    """Accept a time of the clock as a string; 24:00 is the midnight that ends a day."""
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError(ProblemCode.NOT_A_CLOCK_TIME, "a time of the clock written HH:MM")
    return time(int(found[1] or 0), int(found[2] or 0))


def _within(value: Decimal | None) -> Decimal | None:
    if value is not None and value > _MOST_ON_TOP:
        raise PydanticCustomError(ProblemCode.OUT_OF_RANGE, "at most a thousand")
    return value


def _supplement_kind(value: object) -> Kind:
    return _chosen(value, {kind.value: kind for kind in SUPPLEMENTS})


def _wage_unit(value: object) -> Unit:
    return _chosen(value, {unit.value: unit for unit in (Unit.KRONER_AN_HOUR, Unit.KRONER_A_YEAR)})


def _supplement_unit(value: object) -> Unit:
    return _chosen(value, {unit.value: unit for unit in (Unit.KRONER_AN_HOUR, Unit.PERCENT)})


def _chosen(value: object, choices: Mapping[str, Choice]) -> Choice:
    """Return one of some members of an enum by its name, since not all of them fit here."""
    if not isinstance(value, str) or value not in choices:
        expected = " or ".join(f"'{name}'" for name in choices)
        raise PydanticCustomError(ProblemCode.NOT_A_CHOICE, "one of the choices", {"expected": expected})
    return choices[value]


_Clock = Annotated[time, BeforeValidator(_clock)]
_OnTop = Annotated[PrintedLimit, AfterValidator(_within)]
_Mark = Annotated[Mark, Field(strict=False)]
_BY_NAME = Field(strict=False)
_SupplementKind = Annotated[Kind, BeforeValidator(_supplement_kind)]
_Source = Annotated[str, Field(min_length=1, max_length=2000)]


class WageRow(Strict):
    """One step of the ladder; every step of a ladder has its first day."""

    valid_from: Day
    years: Annotated[int, Field(ge=0, le=60)]
    value: Annotated[DecimalText, Field(gt=0, le=_MOST)]
    unit: Annotated[Unit, BeforeValidator(_wage_unit)]
    mark: _Mark
    source: _Source


class WindowRow(Strict):
    """When a supplement is paid."""

    days: Annotated[DayClass, _BY_NAME]
    start: _Clock
    end: _Clock
    mark: _Mark


class SupplementRow(Strict):
    """A supplement; an empty value is one that nobody has read."""

    kind: _SupplementKind
    valid_from: Day
    value: _OnTop
    unit: Annotated[Unit, BeforeValidator(_supplement_unit)]
    mark: _Mark
    source: _Source
    not_with: list[_SupplementKind] = Field(default_factory=list)
    window: Annotated[list[WindowRow], Field(min_length=1)]


class FigureRow(Strict):
    """Another figure, in the unit its name has; an empty value is one that nobody has read."""

    name: Annotated[FigureName, _BY_NAME]
    valid_from: Day
    value: _OnTop
    mark: _Mark
    source: _Source
    zone: Annotated[str, Field(max_length=8)] = ""


class PayAgreementFile(Strict):
    """A whole agreement."""

    schema_: Literal["bpa-pay-agreement/1"] = Field(alias="schema")
    id: Id
    title: Annotated[Text, Field(min_length=1)]
    full_time_week: Annotated[DecimalText, Field(ge=1, le=48)]
    known_to: Day | None = None
    wage: list[WageRow] = Field(default_factory=list)
    supplement: list[SupplementRow] = Field(default_factory=list)
    figure: list[FigureRow] = Field(default_factory=list)


class PayLawFile(Strict):
    """What the law says about pay, whatever was agreed."""

    schema_: Literal["bpa-pay-law/1"] = Field(alias="schema")
    figure: Annotated[list[FigureRow], Field(min_length=1)]
