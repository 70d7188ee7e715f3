"""The lines that calendars and cards are made of: `group.NAME;PARAMETER=value:value`, unfolded, within BEGIN and END.

RFC 5545 and RFC 6350, and vCard 2.1, whose quoted-printable lines go on after a `=`.
"""

from __future__ import annotations

import io
import quopri
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from bpa_desktop.interchange.arriving.limits import DEEPEST, LONGEST_LINE, MOST_LINES
from bpa_desktop.interchange.arriving.refusal import ForeignFileError, refuse_more

_LONGEST_HEAD = 4096
"""Characters before the value: what has more is no line that is understood."""
_HEAD_PART = re.compile(r'((?:"[^"]*"|[^";:])*)([;:])')
_MOST_LINES = 2_000
"""Of one component that are looked at: an event that is left out every day for five years has fewer."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PIECE = re.compile(r"(?:\\.|[^\\;])*", re.DOTALL)
_CHARSETS = {"utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252"}
"""Encodings that a quoted-printable value may name; others, some of which do harm, are not looked up."""


@dataclass(frozen=True)
class ContentLine:
    """One line: its name in capitals, its parameters (in capitals too, their values as they stand), its raw value."""

    name: str
    parameters: Mapping[str, tuple[str, ...]]
    value: str

    def parameter(self, name: str) -> str:
        """Return the first value of a parameter, or nothing."""
        return next(iter(self.parameters.get(name, ())), "")

    def kinds(self) -> frozenset[str]:
        """Return what TYPE says, in small letters."""
        return frozenset(kind.strip().lower() for one in self.parameters.get("TYPE", ()) for kind in one.split(","))

    @property
    def text(self) -> str:
        """The value as a text, its escapes undone."""
        return unescaped(self._readable)

    @property
    def pieces(self) -> tuple[str, ...]:
        """The parts between semicolons, each with its escapes undone."""
        return tuple(unescaped(piece) for piece in _split(self._readable))

    @property
    def _readable(self) -> str:
        if self.parameter("ENCODING").upper() != "QUOTED-PRINTABLE":
            return self.value
        raw = quopri.decodestring(self.value.encode("utf-8", "replace"))
        named = self.parameter("CHARSET").lower()
        for charset in (named if named in _CHARSETS else "utf-8", "utf-8"):
            try:
                return raw.decode(charset)
            except UnicodeDecodeError:
                continue
        return raw.decode("cp1252", "replace")


@dataclass(frozen=True)
class Component:
    """One VEVENT or VCARD: its own lines, without those of what stands inside it."""

    lines: tuple[ContentLine, ...]

    def all(self, name: str) -> tuple[ContentLine, ...]:
        """Return the lines of a name."""
        return tuple(line for line in self.lines if line.name == name)

    def first(self, name: str) -> ContentLine | None:
        """Return the first line of a name, or None."""
        return next((line for line in self.lines if line.name == name), None)


def components(text: str, name: str, *, wanted: Set[str]) -> Iterator[Component]:
    """Yield every component of a name with the lines that are wanted, in order.

    Raises ForeignFileError for a file that is cut off, too long or too deep.
    """
    within = _Within(name)
    lines: list[ContentLine] = []
    found = 0
    for line in map(_parsed, _unfolded(text)):
        if line is None:
            continue
        if line.name == "BEGIN":
            within.begin(line.value.strip().upper())
        elif line.name == "END":
            if within.end(line.value.strip().upper()):
                found += 1
                yield Component(tuple(lines))
                lines = []
        elif within.is_own and line.name in wanted:
            lines.append(line)
        refuse_more(found)
        refuse_more(len(lines), _MOST_LINES)
    within.finish()


class _Within:
    """What is open where the reading stands: components within components."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[str] = []
        self._at = 0
        """How deep the component stands that is read; 0 outside of any."""

    @property
    def is_own(self) -> bool:
        """Tell whether a line here belongs to the component itself, not to one inside it."""
        return bool(self._at) and len(self._open) == self._at

    def begin(self, name: str) -> None:
        """Go one deeper. Raises ForeignFileError where that is too deep."""
        self._open.append(name)
        if len(self._open) > DEEPEST:
            raise ForeignFileError("broken")
        if name == self._name and not self._at:
            self._at = len(self._open)

    def end(self, name: str) -> bool:
        """Go one up, and tell whether the component that was read is whole now. Raises ForeignFileError."""
        if not self._open or self._open[-1] != name:
            raise ForeignFileError("broken")
        is_whole = self.is_own
        self._open.pop()
        if is_whole:
            self._at = 0
        return is_whole

    def finish(self) -> None:
        """Raise ForeignFileError where something is still open: the file was cut off."""
        if self._open:
            raise ForeignFileError("broken")


def unescaped(text: str) -> str:
    """Return a text with what a backslash hides."""
    return _ESCAPED.sub(lambda hidden: "\n" if hidden[1] in "nN" else hidden[1], text)


def _split(text: str) -> Iterator[str]:
    at = 0
    while at <= len(text):
        piece = _PIECE.match(text, at)
        end = piece.end() if piece is not None else len(text)
        yield text[at:end]
        at = end + 1


def _unfolded(text: str) -> Iterator[str]:
    """Yield the lines with those that go on where they left off; of each no more than may be used."""
    parts: list[str] = []
    length, goes_on = 0, False
    for number, line in enumerate(io.StringIO(text, newline=None)):
        refuse_more(number, MOST_LINES)
        line = line.removesuffix("\n")
        if goes_on or line[:1] in (" ", "\t"):
            more = line if goes_on else line[1:]
        else:
            yield "".join(parts)
            parts, length, more = [], 0, line
        goes_on = line.endswith("=") and _is_quoted(parts[0] if parts else more)
        kept = (more.removesuffix("=") if goes_on else more)[: LONGEST_LINE - length]
        if kept or not parts:
            parts.append(kept)
        length += len(kept)
    yield "".join(parts)


def _is_quoted(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line[:_LONGEST_HEAD].partition(":")[0].upper()


def _parsed(line: str) -> ContentLine | None:
    """Return a line taken apart, or None for one that is none: what is not understood is not used."""
    parts, at = [], 0
    while (part := _HEAD_PART.match(line, at, _LONGEST_HEAD)) is not None:
        parts.append(part[1])
        at = part.end()
        if part[2] == ":":
            name = parts[0].rpartition(".")[2].strip().upper()
            return ContentLine(name, _parameters(parts[1:]), line[at:])
    return None


def _parameters(parts: list[str]) -> dict[str, tuple[str, ...]]:
    """Return parameters by name; vCard 2.1 has some without a name, which say a kind or an encoding."""
    found: dict[str, list[str]] = {}
    for part in parts:
        name, equals, value = part.partition("=")
        if not equals:
            name, value = ("ENCODING" if part.upper() == "QUOTED-PRINTABLE" else "TYPE"), part
        found.setdefault(name.strip().upper(), []).append(value.replace('"', ""))
    return {name: tuple(values) for name, values in found.items()}
