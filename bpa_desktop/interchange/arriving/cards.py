"""Cards (vCard 2.1, 3.0, 4.0) to people: name, telephone, e-mail, address, birthday; a picture or a note never."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bpa_desktop.domain.team import Assistant
from bpa_desktop.interchange.arriving.clock_words import day_of
from bpa_desktop.interchange.arriving.content_lines import Component, ContentLine, components
from bpa_desktop.interchange.arriving.people import person
from bpa_desktop.interchange.arriving.plain_text import tidy
from bpa_desktop.services.arrival import Arrival, LeftOut

_WANTED = frozenset({"FN", "N", "NICKNAME", "TEL", "EMAIL", "ADR", "BDAY"})
_MOBILE = frozenset({"cell", "mobile", "iphone"})
_NO_CALLS = frozenset({"fax", "pager", "modem", "x-fax"})
_STREET, _TOWN, _CODE, _COUNTRY = 2, 3, 5, 6
"""Where they stand in an address."""


def read_cards(text: str, *, today: date) -> Iterator[Arrival | LeftOut]:
    """Yield who stands on the cards of a file, in order. Raises ForeignFileError."""
    for place, card in enumerate(components(text, "VCARD", wanted=_WANTED), start=1):
        name = _name(card)
        if not name:
            yield LeftOut(place, "no_name", {"unit": "card"})
            continue
        found = Assistant(
            "",
            name,
            birth_date=_birthday(card, today),
            phone=_phone(card),
            email=tidy(_preferred(card.all("EMAIL"))).removeprefix("mailto:"),
            address=_address(card),
        )
        yield person(place, found)


def _name(card: Component) -> str:
    whole, parts = card.first("FN"), card.first("N")
    if whole is not None and tidy(whole.text):
        return tidy(whole.text)
    pieces = parts.pieces if parts is not None else ()
    return tidy(" ".join((*pieces[1:3], *pieces[:1])))


def _phone(card: Component) -> str:
    """Return the number of a mobile telephone, else the preferred or first one that is for calls."""
    numbers = [line for line in card.all("TEL") if not line.kinds() & _NO_CALLS]
    mobile = [line for line in numbers if line.kinds() & _MOBILE]
    return tidy(_preferred(tuple(mobile or numbers)).removeprefix("tel:").partition(";")[0])


def _preferred(lines: tuple[ContentLine, ...]) -> str:
    ordered = sorted(lines, key=lambda line: not ("pref" in line.kinds() or line.parameter("PREF") == "1"))
    return next((line.text for line in ordered if tidy(line.text)), "")


def _address(card: Component) -> str:
    line = card.first("ADR")
    pieces = [tidy(piece) for piece in line.pieces] if line is not None else []
    pieces += [""] * (_COUNTRY + 1 - len(pieces))
    town = f"{pieces[_CODE]} {pieces[_TOWN]}".strip()
    return ", ".join(part for part in (pieces[_STREET], town, pieces[_COUNTRY]) if part)


def _birthday(card: Component, today: date) -> date | None:
    """Return the birthday where it has its year; for one without, Apple writes 1604."""
    line = card.first("BDAY")
    if line is None:
        return None
    day = day_of(tidy(line.value).partition("T")[0], last=today)
    return day if day is not None and day <= today else None
