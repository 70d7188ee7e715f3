"""XML read once from its beginning to its end: no entities, no references outwards, no depth, no end without reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from bpa_desktop.interchange.arriving.limits import DEEPEST
from bpa_desktop.interchange.arriving.refusal import ForeignFileError

_MOST_ELEMENTS = 1_000_000
"""Of one part: ten thousand rows of forty columns have about 800,000."""
_BETWEEN = " "
Begin = Callable[[str, Mapping[str, str]], None]
End = Callable[[str, str], None]


class EnoughError(Exception):
    """Raised by who reads, when nothing further is wanted."""


def _nothing(_name: str, _text: str) -> None:
    """Look at no end."""


def read_xml(content: bytes, *, begin: Begin, end: End = _nothing) -> None:
    """Read a part: `begin` gets each element's name and attributes, `end` its name and the text at its end.

    Names come without their namespace. The text is what stood since the latest begin or end. Raises ForeignFileError.
    """
    reader = _Reader(begin, end)
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text.append
    try:
        parser.Parse(content, True)  # in one piece: piece by piece a long text is read again for each
    except EnoughError:
        return
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise ForeignFileError("broken") from error


class _Reader:
    def __init__(self, begin: Begin, end: End) -> None:
        self._begin, self._end = begin, end
        self._depth = 0
        self._elements = 0
        self.text: list[str] = []

    def refuse(self, *_: object) -> None:
        """Refuse a declaration of entities: no program writes one into a workbook."""
        raise ForeignFileError("broken")

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST:
            raise ForeignFileError("broken")
        if self._elements > _MOST_ELEMENTS:
            raise ForeignFileError("bomb")
        self.text.clear()
        self._begin(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self._end(_local(name), "".join(self.text))
        self.text.clear()


def _local(name: str) -> str:
    return name.rpartition(_BETWEEN)[2]
