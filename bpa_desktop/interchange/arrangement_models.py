"""Arrangement and awards as `bpa-roster/1` writes them: each object of the file beside the value it stands for.

Keys stand in the order of the format; a default here is a key that may be left out, and is left out when written.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field, PlainSerializer, PlainValidator

from bpa_desktop.domain.arrangement import Agreement, AgreementLevel, Arrangement, Regime, SelfCertification, ServiceUse
from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver, Overdraw, WeeklyHours
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.interchange.fields import (
    SINCE_EVER,
    Amount,
    Day,
    FileModel,
    Id,
    Text,
    ZoneName,
    choice_of,
    decimal_or,
    whole,
    written_decimal,
)

Norm = Annotated[
    Decimal,
    PlainValidator(choice_of("40", "38", "37.5", "36", "35.5", "33.6")),
    PlainSerializer(written_decimal),
]


def _written_carry_over(value: CarryOver | Decimal) -> str:
    return value.value if isinstance(value, CarryOver) else written_decimal(value)


Carried = Annotated[
    CarryOver | Decimal,
    PlainValidator(decimal_or(CarryOver, tuple(CarryOver))),
    PlainSerializer(_written_carry_over),
]


class AgreementModel(FileModel):
    """`agreement`: what has been agreed about working time."""

    level: Annotated[AgreementLevel, Field(strict=False)] = AgreementLevel.NONE
    averaging_weeks: Annotated[int, whole(1, 52)] | None = None
    sunday_averaging: bool = False
    reduced_rest: bool = False
    reference: Text = ""
    first: Day | None = Field(default=None, alias="from")
    last: Day | None = Field(default=None, alias="to")
    collective: Text = ""

    def value(self) -> Agreement:
        """Return the value."""
        return Agreement(
            self.level,
            self.averaging_weeks,
            self.sunday_averaging,
            self.reduced_rest,
            reference=self.reference,
            days=DayRange(self.first, self.last),
            collective=self.collective,
        )

    @classmethod
    def of(cls, value: Agreement) -> AgreementModel:
        """Return the object for a value."""
        return cls.model_construct(
            level=value.level,
            averaging_weeks=value.averaging_weeks,
            sunday_averaging=value.sunday_averaging,
            reduced_rest=value.reduced_rest,
            reference=value.reference,
            first=value.days.first,
            last=value.days.last,
            collective=value.collective,
        )


class ServiceModel(FileModel):
    """One of `services`: what else the municipality charges for."""

    service: Text
    units: Amount


class ArrangementModel(FileModel):
    """`arrangement`."""

    id: Id
    name: Text
    municipality_no: Text
    district: Text = ""
    time_zone: ZoneName = "Europe/Oslo"
    regime: Annotated[Regime, Field(strict=False)] = Regime.AML
    agreement: AgreementModel = AgreementModel()
    weekly_norm: Norm = Decimal("37.5")
    tariff: Text | None = None
    pay_agreement: Text | None = None
    household_income: Amount | None = None
    services: list[ServiceModel] = Field(default_factory=list)
    advice: bool = False
    self_certification: Annotated[SelfCertification, Field(strict=False)] = SelfCertification.LAW

    def value(self) -> Arrangement:
        """Return the value."""
        return Arrangement(
            self.id,
            self.name,
            self.municipality_no,
            district=self.district,
            time_zone=self.time_zone,
            regime=self.regime,
            agreement=self.agreement.value(),
            weekly_norm=self.weekly_norm,
            tariff=self.tariff,
            pay_agreement=self.pay_agreement,
            household_income=self.household_income,
            services=tuple(ServiceUse(use.service, use.units) for use in self.services),
            advice=self.advice,
            self_certification=self.self_certification,
        )

    @classmethod
    def of(cls, value: Arrangement) -> ArrangementModel:
        """Return the object for a value."""
        return cls.model_construct(
            id=value.id,
            name=value.name,
            municipality_no=value.municipality_no,
            district=value.district,
            time_zone=value.time_zone,
            regime=value.regime,
            agreement=AgreementModel.of(value.agreement),
            weekly_norm=value.weekly_norm,
            tariff=value.tariff,
            pay_agreement=value.pay_agreement,
            household_income=value.household_income,
            services=[ServiceModel.model_construct(service=use.service, units=use.units) for use in value.services],
            advice=value.advice,
            self_certification=value.self_certification,
        )


class WeeklyHoursModel(FileModel):
    """`weekly_hours` of an award."""

    personal: Amount
    practical: Amount
    other: Amount


class AwardModel(FileModel):
    """One of `awards`."""

    id: Id
    first: Day = Field(alias="from")
    last: Day | None = Field(default=None, alias="to")
    weekly_hours: WeeklyHoursModel
    account_period: Annotated[AccountPeriod, Field(strict=False)] = AccountPeriod.CALENDAR_YEAR
    carry_over: Carried = CarryOver.NONE
    overnight_factor: Amount = Decimal(1)
    reference: Text = ""
    also_drawn: list[Annotated[ShiftKind, Field(strict=False)]] = Field(default_factory=list)
    overdraw: Annotated[Overdraw, Field(strict=False)] = Overdraw.WARN

    def value(self) -> Award:
        """Return the value."""
        granted = self.weekly_hours
        return Award(
            self.id,
            DayRange(self.first, self.last),
            WeeklyHours(granted.personal, granted.practical, granted.other),
            account_period=self.account_period,
            carry_over=self.carry_over,
            overnight_factor=self.overnight_factor,
            reference=self.reference,
            also_drawn=tuple(self.also_drawn),
            overdraw=self.overdraw,
        )

    @classmethod
    def of(cls, value: Award) -> AwardModel:
        """Return the object for a value."""
        granted = value.weekly_hours
        return cls.model_construct(
            id=value.id,
            first=value.days.first or SINCE_EVER,
            last=value.days.last,
            weekly_hours=WeeklyHoursModel.model_construct(
                personal=granted.personal, practical=granted.practical, other=granted.other
            ),
            account_period=value.account_period,
            carry_over=value.carry_over,
            overnight_factor=value.overnight_factor,
            reference=value.reference,
            also_drawn=list(value.also_drawn),
            overdraw=value.overdraw,
        )
