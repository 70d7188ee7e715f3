"""A typed price list read as a value, or what is wrong field by field. Plain Python, no Qt, no texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.tariff.g_policy import FOLLOWS_TABLE, GPolicy, GPolicyKind
from bpa_desktop.tariff.price import Cheapest, Flat, Free, Kind, Metered, Period, Price, Switch, Tier, Tiers
from bpa_desktop.tariff.price_list import Band, CapGroup, InBpa, Service, Status, Tariff, Unit
from bpa_desktop.tariff.provenance import Mark, Source, SourceKind
from bpa_desktop.ui.cost.list_draft import BandDraft, ListDraft, ServiceDraft, Spot, shared_key
from bpa_desktop.ui.widgets.entry import NoAmountError, NoDayError, parse_amount, parse_day

ZERO = Decimal(0)
_MOST = Decimal(10) ** 12
_DECIMALS = -6
"""What a file of price lists can hold: at most a million million, with six decimals."""
_LONGEST_NAME, _LONGEST_TEXT, _LONGEST_ID = 200, 2000, 50
_NUMBER = re.compile(r"[0-9]{4}")
_TIER = re.compile(r"\s*([\d.,]+)\s*(?:[-–]\s*([\d.,]+)\s*)?:([^:]+)")
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "á": "a", "š": "s", "č": "c", "đ": "d", "ŋ": "n", "ž": "z"})


class Fault(StrEnum):
    """Why a field cannot be read."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NO_AMOUNT = "no_amount"
    NO_DAY = "no_day"
    NO_NUMBER = "no_number"  # of a municipality
    NO_TIERS = "no_tiers"
    NO_G = "no_g"  # a policy that brings its amount, without one


@dataclass(frozen=True)
class Reading:
    """The list, or the faults by the place of their fields where there are any."""

    tariff: Tariff | None
    faults: Mapping[str, Fault]


def read_draft(draft: ListDraft, *, taken: Collection[str], today: date) -> Reading:
    """Return what was typed; a new list gets an id from municipality and year that is not among those taken."""
    reader = _Reader(draft, today)
    tariff = _tariff(reader, taken)
    return Reading(None if reader.faults else tariff, reader.faults)


def proposed_id(municipality: str, year: int | None, *, taken: Collection[str]) -> str:
    """Return an id like asker-2027, with a number behind it where that one is taken."""
    name = _NOT_IN_IDS.sub("-", municipality.lower().translate(_LETTERS)).strip("-")[:_LONGEST_ID] or "list"
    wanted = f"{name}-{year}" if year is not None else name
    numbered = (f"{wanted}-{n}" for n in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(one for one in numbered if one not in taken)


class _Reader:
    """Reads fields, and notes those that can't be read; an unreadable one stands as nothing."""

    def __init__(self, draft: ListDraft, today: date) -> None:
        self.draft = draft
        self.faults: dict[str, Fault] = {}
        self._today = today

    def fault(self, spot: Spot, fault: Fault) -> None:
        """Note what is wrong with a field."""
        self.faults[spot.place] = fault

    def text(self, spot: Spot, kept: str, *, longest: int = _LONGEST_TEXT, needed: bool = False) -> str:
        """Return a text without blanks around it, unless it is the one that was kept."""
        typed = self.draft.text(spot)
        if needed and not typed.strip():
            self.fault(spot, Fault.EMPTY)
        if len(typed) > longest:
            self.fault(spot, Fault.TOO_LONG)
        return typed if typed == kept else typed.strip()

    def optional(self, spot: Spot) -> Decimal | None:
        """Return an amount or a count, or None for an empty field."""
        typed = self.draft.text(spot)
        if not typed.strip():
            return None
        try:
            return _amount(typed)
        except NoAmountError:
            self.fault(spot, Fault.NO_AMOUNT)
            return None

    def amount(self, spot: Spot) -> Decimal:
        """Return an amount or a count that has to be there."""
        if not self.draft.text(spot).strip():
            self.fault(spot, Fault.EMPTY)
        return self.optional(spot) or ZERO

    def day(self, spot: Spot) -> date | None:
        """Return a day, or None for an empty field."""
        typed = self.draft.text(spot)
        try:
            return parse_day(typed, near=self._today) if typed.strip() else None
        except NoDayError:
            self.fault(spot, Fault.NO_DAY)
            return None


def _amount(typed: str) -> Decimal:
    """Return a number that a file can hold. Raises NoAmountError."""
    value = parse_amount(typed.lower().removesuffix("kr"))
    exponent = value.as_tuple().exponent
    if not 0 <= value < _MOST or (isinstance(exponent, int) and exponent < _DECIMALS):
        raise NoAmountError(typed)
    return value


def _tariff(reader: _Reader, taken: Collection[str]) -> Tariff:
    draft, kept = reader.draft, reader.draft.kept
    municipality = reader.text(Spot("municipality"), kept.municipality, longest=_LONGEST_NAME, needed=True)
    number = draft.texts["municipality_no"].strip()
    if not _NUMBER.fullmatch(number):
        reader.fault(Spot("municipality_no"), Fault.NO_NUMBER)
    start = reader.day(Spot("valid_from"))
    source = _source(reader)
    own = kept.sources[0] if kept.sources else None
    return replace(
        kept,
        id=kept.id or proposed_id(municipality, start.year if start is not None else None, taken=taken),
        municipality=municipality,
        municipality_no=number,
        title=reader.text(Spot("title"), kept.title),
        district=reader.text(Spot("district"), kept.district),
        undated=bool(draft.texts["undated"]),
        valid_from=start,
        valid_to=reader.day(Spot("valid_to")),
        status=Status(draft.texts["status"]),
        adopted_ref=reader.text(Spot("adopted_ref"), kept.adopted_ref),
        sources=(*((source,) if source is not None else ()), *kept.sources[1:]),
        mark=kept.mark if source == own else _mark(source),
        g=_g_policy(reader),
        cap_groups=_cap_groups(reader),
        services=tuple(_service(reader, place, draft=one) for place, one in enumerate(draft.services)),
    )


def _mark(source: Source | None) -> Mark:
    """A list is seen when it is told what was read, and when."""
    return Mark.SEEN if source is not None and source.retrieved is not None else Mark.DOUBTFUL


def _source(reader: _Reader) -> Source | None:
    texts, kept = reader.draft.texts, reader.draft.kept.sources
    before = kept[0] if kept else Source("list", SourceKind.WEB, "")
    ref = reader.text(Spot("source[0].ref"), before.ref)
    retrieved = reader.day(Spot("source[0].retrieved"))
    quote = reader.text(Spot("source[0].quote"), before.quote)
    if not ref.strip():
        return None
    return replace(before, kind=SourceKind(texts["source[0].kind"]), ref=ref, retrieved=retrieved, quote=quote)


def _g_policy(reader: _Reader) -> GPolicy:
    kept, kind = reader.draft.kept.g, GPolicyKind(reader.draft.texts["g.policy"])
    amount = reader.optional(Spot("g.amount"))
    if kind not in FOLLOWS_TABLE and not amount:
        reader.faults.setdefault("g.amount", Fault.NO_G)
        return kept
    return GPolicy(kind, amount, kept.stated_from if amount == kept.amount else None)


def _cap_groups(reader: _Reader) -> tuple[CapGroup, ...]:
    """Return the ceilings that services share, without those that none is left to share."""
    groups = enumerate(reader.draft.kept.cap_groups)
    return tuple(
        replace(group, amount=reader.amount(Spot(shared_key(place)))) for place, group in groups if group.services
    )


def _service(reader: _Reader, place: int, *, draft: ServiceDraft) -> Service:
    spot = Spot("label", place)
    return replace(
        draft.kept,
        label=reader.text(spot, draft.kept.label, longest=_LONGEST_NAME, needed=True),
        unit=Unit(draft.texts["unit"]),
        bpa=InBpa(draft.texts["bpa"]),
        step=reader.optional(spot._replace(key="step")),
        bands=tuple(_band(reader, Spot("", place, band), draft=one) for band, one in enumerate(draft.bands)),
    )


def _band(reader: _Reader, spot: Spot, *, draft: BandDraft) -> Band:
    def optional(key: str) -> Decimal | None:
        return reader.optional(spot._replace(key=key))

    return replace(
        draft.kept,
        from_g=reader.amount(spot._replace(key="from_g")),
        to_g=optional("to_g"),
        printed_kr=(optional("printed_kr[0]"), optional("printed_kr[1]")),
        price=_PRICES[draft.kind](reader, spot),
    )


def _period(reader: _Reader, spot: Spot, *, key: str = "per") -> Period:
    return Period(reader.draft.text(spot._replace(key=key)))


def _metered(reader: _Reader, spot: Spot) -> Price:
    most, cap = (reader.optional(spot._replace(key=key)) for key in ("max_units", "cap"))
    said = reader.draft.text(spot._replace(key="max_period"))
    most_period = Period(said) if most is not None and said else None
    cap_period = _period(reader, spot, key="cap_period") if cap is not None else Period.MONTH
    return Metered(reader.amount(spot._replace(key="rate")), most, most_period, cap, cap_period)


def _switch(reader: _Reader, spot: Spot) -> Price:
    rate, at, amount = (reader.amount(spot._replace(key=key)) for key in ("rate", "switch_at", "amount"))
    return Switch(rate, at, amount, _period(reader, spot), reader.optional(spot._replace(key="switch_from")))


def _cheapest(reader: _Reader, spot: Spot) -> Price:
    rate, amount = (reader.amount(spot._replace(key=key)) for key in ("rate", "amount"))
    minimum = reader.optional(spot._replace(key="minimum")) or ZERO
    return Cheapest(rate, amount, _period(reader, spot), minimum)


def _tiers(reader: _Reader, spot: Spot) -> Price:
    where = spot._replace(key="tiers")
    parts = [part for part in reader.draft.text(where).split(";") if part.strip()]
    try:
        return Tiers(tuple(_tier(part) for part in parts), _period(reader, spot))
    except NoAmountError:
        reader.fault(where, Fault.NO_TIERS)
        return Free()


def _tier(text: str) -> Tier:
    found = _TIER.fullmatch(text)
    if found is None:
        raise NoAmountError(text)
    low = _amount(found.group(1))
    return Tier(low, _amount(found.group(2)) if found.group(2) else low, _amount(found.group(3)))


def _flat(reader: _Reader, spot: Spot) -> Price:
    return Flat(reader.amount(spot._replace(key="amount")), _period(reader, spot))


_PRICES: Mapping[Kind, Callable[[_Reader, Spot], Price]] = {
    Kind.FREE: lambda _reader, _spot: Free(),
    Kind.FLAT: _flat,
    Kind.METERED: _metered,
    Kind.SWITCH: _switch,
    Kind.CHEAPEST: _cheapest,
    Kind.TIERS: _tiers,
}
