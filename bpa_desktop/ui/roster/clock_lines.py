"""The three clocks of a shift as the editor shows them. Pay is read when first asked for."""

from __future__ import annotations

from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.shift import Shift
from bpa_desktop.ui.desk import Desk


def clock_lines(desk: Desk, shift: Shift) -> str:
    """Return present, drawn and paid in lines, as the shift would be."""
    from bpa_desktop.data.pay_book import pay_book_with
    from bpa_desktop.services.clocks import clocks_of
    from bpa_desktop.services.labour import NoPayAgreementError
    from bpa_desktop.texts.clocks import clocks_text

    book = pay_book_with(desk.history.records.all(OwnPayAgreement))
    try:
        rules = book.rules(desk.roster.arrangement.pay_agreement)
    except NoPayAgreementError:
        rules = book.rules(None)
    return "\n".join(clocks_text(desk.language, clocks_of(desk.roster, shift, rules=rules)))
