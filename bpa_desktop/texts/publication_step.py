"""Phrases of the steps about publishing: what was published, who got it, who confirmed."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.publication import Publication, Receipt
from bpa_desktop.domain.shift import Shift
from bpa_desktop.texts.told import Told
from bpa_desktop.texts.words import word


def _publish_roster(told: Told) -> str:
    if not told.touched(Shift):
        return told.language.text("Changes published")
    return told.language.plural("{n} shift published", "{n} shifts published", n=told.touched(Shift))


def _receipt(told: Told) -> Receipt | None:
    """Return the receipt that the step added, changed or took away."""
    before, after = told.before(Publication), told.after(Publication)
    then = before.receipts if before is not None else ()
    now = after.receipts if after is not None else ()
    return next((one for one in (*now, *then) if (one in now) is not (one in then)), None)


def _whose(told: Told) -> str:
    receipt = _receipt(told)
    return told.name(receipt.assistant if receipt is not None else None)


def _hand_out(told: Told) -> str:
    receipt = _receipt(told)
    way = word(told.language, receipt.way) if receipt is not None else ""
    return told.language.text("{name} got the plan {way}", name=_whose(told), way=way)


def _take_back_receipt(told: Told) -> str:
    return told.language.text("{name} has not got the plan after all", name=_whose(told))


def _confirm_publication(told: Told) -> str:
    return told.language.text("{name} confirmed the plan", name=_whose(told))


def _confirm_shift(told: Told) -> str:
    return told.language.plural("{n} shift confirmed", "{n} shifts confirmed", n=told.touched(Shift))


PUBLICATION_PHRASES: dict[str, Callable[[Told], str]] = {
    "publish_roster": _publish_roster,
    "hand_out": _hand_out,
    "take_back_receipt": _take_back_receipt,
    "confirm_publication": _confirm_publication,
    "confirm_shift": _confirm_shift,
}
