"""Bytes to text, and texts of a file to such as may be kept: no control signs, no more room than they may take."""

from __future__ import annotations

import codecs
import re

from bpa_desktop.interchange.arriving.limits import LONGEST_TEXT
from bpa_desktop.interchange.arriving.refusal import ForeignFileError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNMARKED = ("utf-8", "cp1252")
_LONGEST_QUOTED = 40
_BLANK = re.compile(r"\s+")
# Control signs, halves of signs, what turns the direction of writing, marks of byte order, and what is no character.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\uffff]"
)


def decoded(data: bytes) -> str:
    """Return the text of a file by its mark, else as UTF-8, else as Windows wrote it here. Raises ForeignFileError."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for name in (marked,) if marked else _UNMARKED:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ForeignFileError("not_text")


def tidy(text: str) -> str:
    """Return a text on one line, without signs that cannot be seen."""
    return _BLANK.sub(" ", _UNSEEN.sub("", text)).strip()


def is_long(*texts: str, longest: int = LONGEST_TEXT) -> bool:
    """Tell whether one of some texts is longer than such a text may be."""
    return any(len(text) > longest for text in texts)


def cut(text: str, longest: int = LONGEST_TEXT) -> str:
    """Return a text no longer than it may be."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def quoted(text: str) -> str:
    """Return so much of a text of the file that one finds it there again."""
    return cut(tidy(text), _LONGEST_QUOTED)
