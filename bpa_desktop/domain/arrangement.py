"""Arrangement (ordning): one person's assistance, its place, and the rules in force for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import ALWAYS, DayRange


class Regime(StrEnum):
    """Whose working-time rules apply: the Working Environment Act, or the regulation for private households."""

    AML = "aml"
    HOUSEHOLD = "household"


class AgreementLevel(StrEnum):
    """Who agreed to depart from the main rules: nobody, the assistant, or the union's representatives."""

    NONE = "none"
    INDIVIDUAL = "individual"
    UNION = "union"


class SelfCertification(StrEnum):
    """How assistants may report themselves sick: as the law has it, or by the employer's longer scheme."""

    LAW = "law"
    EXTENDED = "extended"


@dataclass(frozen=True)
class Agreement:
    """What has been agreed in writing about working time (AML §§ 10-5, 10-8), on which days; the period in weeks.

    `collective` names the collective agreement whose own limits hold, by the id of its file.
    """

    level: AgreementLevel = AgreementLevel.NONE
    averaging_weeks: int | None = None
    sunday_averaging: bool = False
    reduced_rest: bool = False
    reference: str = ""
    days: DayRange = ALWAYS
    collective: str = ""


@dataclass(frozen=True)
class ServiceUse:
    """Something else the municipality charges for: the tariff's service id, and how many units."""

    service: str
    units: Decimal


@dataclass(frozen=True)
class Arrangement:
    """One person's assistance: where it is, who may depart from which rule, and what it is charged by.

    `weekly_norm` is the full-time week in hours; `household_income` in kroner a year, or None when not given. `advice`
    has the checks also advise on what no law demands: fairness and health.
    """

    id: str
    name: str
    municipality_no: str
    district: str = ""
    time_zone: str = "Europe/Oslo"
    regime: Regime = Regime.AML
    agreement: Agreement = Agreement()
    weekly_norm: Decimal = Decimal("37.5")
    tariff: str | None = None
    pay_agreement: str | None = None
    household_income: Decimal | None = None
    services: tuple[ServiceUse, ...] = ()
    advice: bool = False
    self_certification: SelfCertification = SelfCertification.LAW

    @property
    def zone(self) -> ZoneInfo:
        """The time zone the days are counted in. Raises ZoneInfoNotFoundError for an unknown name."""
        return ZoneInfo(self.time_zone)
