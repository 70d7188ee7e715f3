"""The file of the municipalities' numbers as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bpa_desktop.data.models import MarkChoice, MunicipalityNo, OptionalDay, Strict, Text

SCHEMA = "bpa-municipality-numbers/1"


class NumberTable(Strict):
    """A number, and the day it was taken into use."""

    number: MunicipalityNo
    from_: Annotated[OptionalDay, Field(alias="from")] = None


class MunicipalityTable(Strict):
    """A municipality, and its numbers, oldest first; its own source where it has one."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    mark: MarkChoice
    source: Text = ""
    number: Annotated[list[NumberTable], Field(min_length=1)]


class NumbersFile(Strict):
    """The municipalities."""

    schema_: Annotated[Literal["bpa-municipality-numbers/1"], Field(alias="schema")]
    source: Text
    municipality: list[MunicipalityTable]
