"""Verbs about the base amount (G) the user expects before May's announcement."""

from __future__ import annotations

from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.services.history import History
from bpa_desktop.tariff.household import MOST_INCOME, check_amount


def expect_base_amount(history: History, expected: ExpectedBaseAmount) -> None:
    """Count with an amount from a day on, until the announced one comes with the program. Raises AbsurdAmountError."""
    check_amount("G", expected.amount, most=MOST_INCOME)
    with history.step("expect_base_amount") as record:
        record.put(expected)


def forget_base_amount(history: History, expected_id: str) -> None:
    """Count no longer with an expected amount. Raises UnknownRecordError."""
    with history.step("forget_base_amount") as record:
        record.remove(record.get(ExpectedBaseAmount, expected_id))
