"""What cannot be brought in: a whole file, or one thing of it."""

from __future__ import annotations

from collections.abc import Mapping

from bpa_desktop.interchange.arriving.limits import MOST


class ForeignFileError(Exception):
    """Why nothing of a file can be brought in: a code, and facts to say it with.

    Codes and facts: too_large (mebibytes), too_many (most), bomb, empty, not_text, broken, archive, picture, pdf,
    old_excel, protected, roster_file, backup, no_columns (found: the headings there are, empty where there are none).
    """

    def __init__(self, code: str, facts: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, str] = facts or {}


def refuse_more(found: int, most: int = MOST) -> None:
    """Raise ForeignFileError where a file holds more than is read of one."""
    if found > most:
        raise ForeignFileError("too_many", {"most": str(MOST)})


class LeftOutError(Exception):
    """Why one row, event or card cannot be brought in: a code of texts/arrival.py, and facts to say it with."""

    def __init__(self, code: str, facts: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, str] = facts or {}
