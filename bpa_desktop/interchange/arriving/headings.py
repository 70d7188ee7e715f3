"""The headings of tables that are understood, as this program, other programs and people write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_LONGEST = 64
"""Characters of a heading."""
# In each line the surest word comes first. Without blanks, dots and hyphens, in small letters.
_SHIFTS: Mapping[str, tuple[str, ...]] = {
    "date": ("date", "dato", "startdate", "startdato", "vaktdato", "fradato", "frådato", "datofra", "day", "dag"),
    "start": (
        *("start", "starttime", "starttid", "fra", "frå", "from", "frakl", "fråkl", "klfra", "klfrå"),
        *("begins", "begynner", "byrjar", "starter", "startar"),
    ),
    "end_date": ("enddate", "sluttdato", "tildato", "datotil"),
    "end": (
        *("end", "endtime", "slutt", "slutttid", "sluttid", "til", "to", "tilkl", "kltil"),
        *("ends", "slutter", "sluttar"),
    ),
    "times": ("times", "time", "tid", "klokkeslett", "tidspunkt", "tidsrom", "arbeidstid"),
    "hours": ("hours", "timer", "timar", "antalltimer"),
    "assistant": (
        *("assistant", "assistent", "employee", "ansatt", "tilsett", "medarbeider", "medarbeidar"),
        *("name", "navn", "namn", "who", "hvem", "kven"),
    ),
    "kind": ("kind", "type", "slag", "shifttype", "vakttype", "vaktkode"),
    "place": ("place", "sted", "stad", "location", "lokasjon", "arbeidssted", "arbeidsstad"),
    "tasks": ("tasks", "oppgaver", "oppgåver", "task", "oppgave", "oppgåve"),
    "note": ("note", "notat", "notes", "notater", "merknad", "kommentar", "comment"),
}
_PEOPLE: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "navn", "namn", "fullname", "fulltnavn", "fulltnamn", "displayname", "visningsnavn"),
    "assistant": ("assistant", "assistent", "ansatt", "tilsett", "employee"),
    "first": ("firstname", "fornavn", "fornamn", "givenname"),
    "last": ("lastname", "etternavn", "etternamn", "familyname", "surname"),
    "phone": (
        *("mobile", "mobil", "mobiltelefon", "mobilnummer", "mobilnr", "mobilephone", "cellphone"),
        *("phone", "telephone", "telefon", "tlf", "tlfnr", "telefonnummer", "telefonnr", "phonenumber", "phone1value"),
    ),
    "email": ("email", "epost", "emailaddress", "epostadresse", "mail", "email1value"),
    "address": ("address", "adresse", "streetaddress", "gateadresse", "street", "gate", "homestreet"),
    "code": ("postalcode", "postnr", "postnummer", "postcode", "zip", "homepostalcode"),
    "town": ("city", "poststed", "poststad", "town", "by", "homecity"),
    "birth_date": (
        *("birthdate", "dateofbirth", "fødselsdato", "født", "fødd", "fødselsdag"),
        *("born", "birthday", "bursdag"),
    ),
    "languages": ("languages", "språk", "language"),
}
_OF_PEOPLE = frozenset({"phone", "email", "address", "birth_date"})
"""Beside one of these, whoever is called an assistant is told about; else only named."""
Columns = Mapping[str, int]
"""Where each field stands."""


def shift_columns(headings: Sequence[str]) -> Columns | None:
    """Return where the fields of shifts stand, or None for headings that do not tell when a shift is."""
    found = _found(headings, _SHIFTS)
    begins = "date" in found or "start" in found
    return found if begins and ("end" in found or "times" in found) else None


def people_columns(headings: Sequence[str]) -> Columns | None:
    """Return where the fields of people stand, or None for headings that do not tell a name."""
    found = _found(headings, _PEOPLE)
    if "name" not in found and "assistant" in found and found.keys() & _OF_PEOPLE:
        return {**found, "name": found["assistant"]}
    return found if "name" in found or "first" in found else None


def _found(headings: Sequence[str], fields: Mapping[str, tuple[str, ...]]) -> Columns:
    words = [_bare(heading) for heading in headings]
    where: dict[str, int] = {}
    for place, word in reversed(tuple(enumerate(words))):  # of two that are the same, the first holds
        where[word] = place
    known = {field: next((where[word] for word in names if word in where), None) for field, names in fields.items()}
    return {field: place for field, place in known.items() if place is not None}


def _bare(heading: str) -> str:
    """Return a heading without what is explained in brackets, in letters and figures alone."""
    return "".join(sign for sign in heading[:_LONGEST].partition("(")[0].casefold() if sign.isalnum())
