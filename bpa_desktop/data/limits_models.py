"""The shape of `resources/limits/*.toml`, schema `bpa-limits/1`, as pydantic models."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from bpa_desktop.data.models import Day, DecimalText, Strict
from bpa_desktop.domain.arrangement import AgreementLevel, Regime
from bpa_desktop.rules.limits import Mark, Requirement, Unit

SCHEMA = "bpa-limits/1"
_HIGHEST = Decimal(10_000)

_Name = Annotated[str, Field(min_length=1, max_length=200)]
_BY_NAME = Field(strict=False)


class LimitRow(Strict):
    """One figure; a figure of 0 would forbid everything, or nothing."""

    key: _Name
    level: Annotated[AgreementLevel, _BY_NAME]
    requires: Annotated[Requirement, _BY_NAME] = Requirement.NOTHING
    value: Annotated[DecimalText, Field(gt=0, le=_HIGHEST)]
    unit: Annotated[Unit, _BY_NAME]
    reference: _Name
    source: _Name
    mark: Annotated[Mark, _BY_NAME]
    valid_from: Day


class BasisRow(Strict):
    """What a rule without a figure of its own rests on."""

    rule: _Name
    reference: _Name
    mark: Annotated[Mark, _BY_NAME]


class LimitsFile(Strict):
    """A whole file: the limits of one regime, of the law or of one collective agreement by its id.

    A file without a regime holds whoever employs.
    """

    schema_: Literal["bpa-limits/1"] = Field(alias="schema")
    regime: Annotated[Regime | None, _BY_NAME] = None
    collective: Annotated[str, Field(max_length=64)] = ""
    limit: list[LimitRow]
    basis: list[BasisRow] = Field(default_factory=list)
