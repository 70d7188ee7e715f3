"""What a month's work costs by the arrangement's pay agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bpa_desktop.domain.roster import Roster
from bpa_desktop.pay.agreement import PayAgreement, PayFigure, PayRules
from bpa_desktop.pay.cost import LabourCost
from bpa_desktop.pay.labour import month_labour

ASSUMED_ZONE = "I"
"""The zone of the employer's contribution where none is given: the one with the highest rate."""


class NoPayAgreementError(Exception):
    """The arrangement names a pay agreement that is not known; `id`, and the ids that are."""

    def __init__(self, agreement_id: str, known: tuple[str, ...]) -> None:
        super().__init__(agreement_id)
        self.id = agreement_id
        self.known = known


@dataclass(frozen=True)
class PayBook:
    """The pay agreements known, what the law says about pay, and the employer's zone."""

    agreements: tuple[PayAgreement, ...]
    law: tuple[PayFigure, ...]
    zone: str = ASSUMED_ZONE

    def agreement(self, agreement_id: str) -> PayAgreement:
        """Return an agreement by id. Raises NoPayAgreementError."""
        for agreement in self.agreements:
            if agreement.id == agreement_id:
                return agreement
        raise NoPayAgreementError(agreement_id, tuple(agreement.id for agreement in self.agreements))

    def rules(self, agreement_id: str | None) -> PayRules:
        """Return what is paid by; no agreement for None. Raises NoPayAgreementError."""
        return PayRules(self.agreement(agreement_id) if agreement_id else None, self.law, self.zone)

    def rules_if_known(self, agreement_id: str | None) -> PayRules:
        """Return what is paid by; no agreement where the named one is not known."""
        try:
            return self.rules(agreement_id)
        except NoPayAgreementError:
            return self.rules(None)


def labour_cost(roster: Roster, month: date, *, agreements: PayBook) -> LabourCost:
    """Return what the month that begins on a day costs in pay and on top of it. Raises NoPayAgreementError."""
    return month_labour(roster, month, rules=agreements.rules(roster.arrangement.pay_agreement))
