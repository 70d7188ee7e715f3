"""The shipped pay agreements with what the user has written down of their own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bpa_desktop.data.pay_agreements import parse_pay_agreement, shipped_pay_agreements, shipped_pay_law
from bpa_desktop.data.problem import DataError
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.pay.agreement import PayAgreement
from bpa_desktop.services.labour import PayBook

AGREEMENTS_REMEMBERED = 16


def shipped_pay_book() -> PayBook:
    """Return the agreements that come with the program. Raises DataError for a damaged installation."""
    return PayBook(shipped_pay_agreements(), shipped_pay_law())


def pay_book_with(kept: Iterable[OwnPayAgreement]) -> PayBook:
    """Return the shipped agreements and the user's own, which go before shipped ones with their id.

    A text that cannot be read is left out: whoever pays by it is told that there is no such agreement.
    """
    shipped = shipped_pay_book()
    own = tuple(read for each in kept if (read := own_pay_agreement(each.text)) is not None)
    replaced = {agreement.id for agreement in own}
    others = tuple(agreement for agreement in shipped.agreements if agreement.id not in replaced)
    return PayBook((*own, *others), shipped.law, shipped.zone)


@lru_cache(maxsize=AGREEMENTS_REMEMBERED)
def own_pay_agreement(text: str) -> PayAgreement | None:
    """Return the agreement of a kept text, None where it cannot be read."""
    try:
        return parse_pay_agreement(text.encode(), "")
    except DataError:
        return None
