"""An arrangement as it is typed into its editor. Plain Python, no Qt, no texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bpa_desktop.domain.arrangement import Arrangement

_MUNICIPALITY_NO = re.compile(r"\d{4}")


class Problem(StrEnum):
    """What is wrong with a field."""

    NO_NAME = "no_name"
    NO_MUNICIPALITY = "no_municipality"


def entry_of(arrangement: Arrangement) -> dict[str, str]:
    """Return what stands in the editor."""
    return {"name": arrangement.name, "municipality_no": arrangement.municipality_no}


def read_entry(values: Mapping[str, str], before: Arrangement) -> Arrangement | dict[str, Problem]:
    """Return the arrangement that the editor describes; or a problem by field."""
    problems: dict[str, Problem] = {}
    name, number = values["name"].strip(), values["municipality_no"].strip()
    if not name:
        problems["name"] = Problem.NO_NAME
    if _MUNICIPALITY_NO.fullmatch(number) is None:
        problems["municipality_no"] = Problem.NO_MUNICIPALITY
    return problems or replace(before, name=name, municipality_no=number)
