"""The forms of cells in a workbook: which numbers are days or times of day, and what such a number says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bpa_desktop.interchange.arriving.clock_words import MINUTES_A_DAY
from bpa_desktop.interchange.arriving.xml_events import read_xml

_OWN_DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The forms of days and times that need no description (ECMA-376 part 1, 18.8.30)."""
_LONGEST_FORM = 255
_NO_SIGN_OF_TIME = re.compile(r'"[^"]*"|\[(?![hms]+\])[^\]]*\]|\\.|_.|\*.', re.IGNORECASE)
_SIGN_OF_TIME = re.compile(r"[dmyhs]", re.IGNORECASE)
_FIRST = date(1899, 12, 30)
"""Day 0, as the numbers after February 1900 have it."""
_FROM_1904 = 1462
_LAST_NUMBER = 2_958_465
_LONGEST_NUMBER = 40


@dataclass(frozen=True)
class CellForms:
    """Which of a workbook's forms are of days or times, by their number in the list of forms."""

    times: frozenset[int]
    is_1904: bool = False

    def text(self, value: str, form: int) -> str:
        """Return a number of a cell as text: a day as 2026-12-04, a time as 15:00, both with a blank between."""
        if len(value) > _LONGEST_NUMBER:
            return value
        try:
            number = float(value)
        except ValueError:
            return value
        if not 0 <= number <= _LAST_NUMBER - _FROM_1904:
            return value
        if form in self.times:
            return self._time(number)
        return f"{int(number)}" if number.is_integer() else f"{Decimal(str(number)):f}"

    def _time(self, number: float) -> str:
        days, minutes = divmod(round(number * MINUTES_A_DAY), MINUTES_A_DAY)
        clock = f"{minutes // 60:02}:{minutes % 60:02}"
        if days == 0:
            return clock
        if (days, minutes) == (1, 0):
            return "24:00"
        day = _FIRST + timedelta(days=days + (_FROM_1904 if self.is_1904 else 0))
        return day.isoformat() if not minutes else f"{day.isoformat()} {clock}"


def read_forms(content: bytes, *, is_1904: bool) -> CellForms:
    """Return the forms of a workbook by its list of styles. Raises ForeignFileError."""
    described: dict[str, str] = {}
    used: list[str] = []
    is_in_list = False

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal is_in_list
        if name == "numFmt":
            described[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            is_in_list = True
        elif name == "xf" and is_in_list:
            used.append(attributes.get("numFmtId", "0"))

    def end(name: str, _: str) -> None:
        nonlocal is_in_list
        is_in_list = is_in_list and name != "cellXfs"

    if content:
        read_xml(content, begin=begin, end=end)
    own = {str(number) for number in _OWN_DAYS}
    is_time = {form: _tells_time(description) for form, description in described.items()}
    return CellForms(frozenset(at for at, form in enumerate(used) if is_time.get(form, form in own)), is_1904)


def _tells_time(description: str) -> bool:
    return _SIGN_OF_TIME.search(_NO_SIGN_OF_TIME.sub("", description[:_LONGEST_FORM])) is not None
