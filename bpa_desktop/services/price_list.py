"""Verbs about price lists: the user's own, and which one the arrangement is charged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bpa_desktop.domain.arrangement import ServiceUse
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.services.cost import PriceBook
from bpa_desktop.services.history import History, Recorder
from bpa_desktop.tariff.doubt import Doubt


class BrokenListError(Exception):
    """The list has no sound answer for some household, and cannot be chosen; `doubts` are the breaking ones."""

    def __init__(self, list_id: str, doubts: tuple[Doubt, ...]) -> None:
        super().__init__(list_id)
        self.list_id = list_id
        self.doubts = doubts


def keep_price_list(history: History, own: OwnPriceList, *, use: bool = False) -> None:
    """Keep a list of the user's own, in the place of the one with its id; and charge by it, when that is wanted.

    Whether it can be chosen is for the caller to know: what is typed has been looked at already.
    """
    with history.step("keep_price_list") as record:
        record.put(own)
        if use:
            _charge_by(record, own.id)


def remove_price_list(history: History, list_id: str) -> None:
    """Take a list of the user's own away; an arrangement charged by it has none then. Raises UnknownRecordError."""
    with history.step("remove_price_list") as record:
        record.remove(record.get(OwnPriceList, list_id))
        if record.roster.arrangement.tariff == list_id:
            _charge_by(record, None)


def choose_price_list(history: History, list_id: str | None, *, prices: PriceBook) -> None:
    """Charge the arrangement by a list, or by none. Raises NoTariffError, BrokenListError."""
    if list_id is not None:
        check_usable(list_id, prices=prices)
    with history.step("choose_price_list") as record:
        _charge_by(record, list_id)


def choose_services(history: History, services: Sequence[ServiceUse]) -> None:
    """Keep what the municipality charges for beside practical assistance, by the list's own names and units a month."""
    with history.step("choose_services") as record:
        record.put(replace(record.roster.arrangement, services=tuple(services)))


def check_usable(list_id: str, *, prices: PriceBook) -> None:
    """Refuse a list with a doubt that leaves some household without an answer.

    Raises NoTariffError, BrokenListError.
    """
    breaking = tuple(doubt for doubt in prices.doubts(prices.tariff(list_id)) if doubt.breaking)
    if breaking:
        raise BrokenListError(list_id, breaking)


def _charge_by(record: Recorder, list_id: str | None) -> None:
    record.put(replace(record.roster.arrangement, tariff=list_id))
