"""Verbs about pay agreements: the user's own, and which one the arrangement pays by."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.services.history import History


def keep_pay_agreement(history: History, own: OwnPayAgreement) -> None:
    """Keep an agreement of the user's own, in the place of the one with its id."""
    with history.step("keep_pay_agreement") as record:
        record.put(own)


def choose_pay_agreement(history: History, agreement_id: str | None) -> None:
    """Pay the assistants by an agreement, or by their own wages alone."""
    with history.step("choose_pay_agreement") as record:
        record.put(replace(record.roster.arrangement, pay_agreement=agreement_id))
