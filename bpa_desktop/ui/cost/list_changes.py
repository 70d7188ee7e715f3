"""What can be done to a price list that is being typed; each returns a new draft. Plain Python, no Qt, no texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from bpa_desktop.tariff.price import Free
from bpa_desktop.tariff.price_list import Band, InBpa, Service, Unit
from bpa_desktop.ui.cost.list_draft import (
    KRONER,
    BandDraft,
    ListDraft,
    ServiceDraft,
    Spot,
    Texts,
    band_draft,
    shared_key,
)
from bpa_desktop.ui.widgets.entry import NoAmountError, amount_entry, parse_amount

_KRONE = Decimal(1)
_HUNDRED = Decimal(100)
_TIER_AMOUNT = re.compile(r"(?<=:)([^;]*)")
_LOWER = {"to_g": "from_g", "printed_kr[1]": "printed_kr[0]"}
"""What follows in the next line when an upper limit is typed."""
_FOLLOWS = {"to_g": Decimal(0), "printed_kr[1]": _KRONE}
"""How much later a line begins that goes on where the one before ended; some lists print one krone more."""


def put(draft: ListDraft, spot: Spot, *, text: str) -> ListDraft:
    """Return the draft with a text in a field. The line above follows a limit; a limit in kroner goes with its G."""
    if spot.service is None:
        return replace(draft, texts={**draft.texts, spot.key: text})
    if spot.band is None:
        return _with_service(draft, spot.service, change=lambda one: replace(one, texts={**one.texts, spot.key: text}))
    before = draft.text(spot)
    draft = _put_in_band(draft, spot, text=text)
    above = spot._replace(band=spot.band + 1)
    if spot.key in _LOWER and spot.band + 1 < len(draft.services[spot.service].bands):
        lower = above._replace(key=_LOWER[spot.key])
        if _touches(draft.text(lower), before, within=_FOLLOWS[spot.key]):
            draft = _put_in_band(draft, lower, text=text)
    if spot.key == "to_g" and text != before:
        draft = _put_in_band(draft, spot._replace(key="printed_kr[1]"), text="")
        if spot.band + 1 < len(draft.services[spot.service].bands):
            draft = _put_in_band(draft, above._replace(key="printed_kr[0]"), text="")
    return draft


def _touches(lower: str, upper: str, *, within: Decimal) -> bool:
    """Tell whether one line went on where the other ended, or so little later."""
    try:
        return lower == upper or 0 <= parse_amount(lower) - parse_amount(upper) <= within
    except NoAmountError:
        return False


def add_band(draft: ListDraft, service: int) -> ListDraft:
    """Return the draft with one line more at the top: the last one ends, and a new one like it begins there."""
    bands = draft.services[service].bands
    if not bands:
        return _with_bands(draft, service, bands=(band_draft(Band(Decimal(0), None, Free())),))
    last = bands[-1]
    limit = last.texts["to_g"] or _one_more(last.texts["from_g"])
    ended = replace(last, texts={**last.texts, "to_g": limit, "printed_kr[1]": ""})
    fresh = replace(last.kept, to_inclusive=None, edge="", assumed=())
    begun = BandDraft({**last.texts, "from_g": limit, "to_g": "", "printed_kr[0]": "", "printed_kr[1]": ""}, fresh)
    return _with_bands(draft, service, bands=(*bands[:-1], ended, begun))


def _one_more(text: str) -> str:
    try:
        return amount_entry(parse_amount(text) + 1)
    except NoAmountError:
        return ""


def remove_band(draft: ListDraft, service: int, *, band: int) -> ListDraft:
    """Return the draft without a line; the one below goes up to where it went."""
    bands = list(draft.services[service].bands)
    gone = bands.pop(band)
    if band > 0:
        upper = {key: gone.texts[key] for key in _LOWER}
        bands[band - 1] = replace(bands[band - 1], texts={**bands[band - 1].texts, **upper})
    elif bands:
        lower = {key: gone.texts[key] for key in _LOWER.values()}
        bands[0] = replace(bands[0], texts={**bands[0].texts, **lower})
    return _with_bands(draft, service, bands=tuple(bands))


def add_service(draft: ListDraft) -> ListDraft:
    """Return the draft with a service more: a monthly price at every income, still without a name."""
    known = {service.kept.id for service in draft.services}
    name = next(f"service-{n}" for n in range(1, len(known) + 2) if f"service-{n}" not in known)
    texts = {"label": "", "unit": Unit.MONTH.value, "bpa": InBpa.NO.value, "step": ""}
    kept = Service(name, "", Unit.MONTH, (), bpa=InBpa.NO)
    added = ServiceDraft(texts, (band_draft(Band(Decimal(0), None, Free())),), kept)
    return replace(draft, services=(*draft.services, added))


def remove_service(draft: ListDraft, service: int) -> ListDraft:
    """Return the draft without a service; a ceiling it shared with others holds for those."""
    gone = draft.services[service].kept.id
    groups = tuple(
        replace(group, services=tuple(name for name in group.services if name != gone))
        for group in draft.kept.cap_groups
    )
    return replace(
        draft,
        kept=replace(draft.kept, cap_groups=groups),
        services=draft.services[:service] + draft.services[service + 1 :],
    )


def raise_prices(draft: ListDraft, percent: Decimal) -> ListDraft:
    """Return the draft with every price so many per cent dearer, in whole kroner, a tie up; counts and limits stay."""

    def raised(text: str) -> str:
        try:
            dearer = parse_amount(text) * (_HUNDRED + percent) / _HUNDRED
        except NoAmountError:
            return text
        return amount_entry(max(dearer, Decimal(0)).quantize(_KRONE, ROUND_HALF_UP))

    def line(texts: Texts) -> Texts:
        tiers = _TIER_AMOUNT.sub(lambda found: f" {raised(found.group())}", texts["tiers"])
        return {**texts, **{key: raised(texts[key]) for key in KRONER}, "tiers": tiers}

    services = tuple(
        replace(service, bands=tuple(replace(band, texts=line(band.texts)) for band in service.bands))
        for service in draft.services
    )
    shared = {shared_key(place): raised(draft.texts[shared_key(place)]) for place in range(len(draft.kept.cap_groups))}
    return replace(draft, services=services, texts={**draft.texts, **shared})


def _with_service(draft: ListDraft, place: int, *, change: Callable[[ServiceDraft], ServiceDraft]) -> ListDraft:
    services = draft.services
    return replace(draft, services=(*services[:place], change(services[place]), *services[place + 1 :]))


def _with_bands(draft: ListDraft, service: int, *, bands: tuple[BandDraft, ...]) -> ListDraft:
    return _with_service(draft, service, change=lambda one: replace(one, bands=bands))


def _put_in_band(draft: ListDraft, spot: Spot, *, text: str) -> ListDraft:
    assert spot.service is not None
    assert spot.band is not None
    bands = draft.services[spot.service].bands
    changed = replace(bands[spot.band], texts={**bands[spot.band].texts, spot.key: text})
    return _with_bands(draft, spot.service, bands=(*bands[: spot.band], changed, *bands[spot.band + 1 :]))
