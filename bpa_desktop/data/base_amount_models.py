"""The files of base amounts and of the state's maxima as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bpa_desktop.data.models import Day, DecimalText, MarkChoice, Strict, Text

SCHEMA = "bpa-base-amount/1"
MAXIMUM_SCHEMA = "bpa-national-maximum/1"


class BaseAmountTable(Strict):
    """A base amount, in kroner a year, from a day on; its own source where it has one."""

    from_: Annotated[Day, Field(alias="from")]
    amount: DecimalText
    mark: MarkChoice
    source: Text = ""


class BaseAmountFile(Strict):
    """The base amounts, oldest first."""

    schema_: Annotated[Literal["bpa-base-amount/1"], Field(alias="schema")]
    source: Text
    base_amount: Annotated[list[BaseAmountTable], Field(min_length=1)]


class NationalMaximumTable(Strict):
    """The most a month in a calendar year, in kroner."""

    year: int
    amount: DecimalText
    mark: MarkChoice
    source: Annotated[str, Field(min_length=1, max_length=2000)]


class NationalMaximumFile(Strict):
    """The maxima, for incomes up to `to_g` times G."""

    schema_: Annotated[Literal["bpa-national-maximum/1"], Field(alias="schema")]
    to_g: DecimalText
    maximum: list[NationalMaximumTable]
