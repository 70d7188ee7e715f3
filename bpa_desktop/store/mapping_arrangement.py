"""Arrangement and award: row to value and back."""

from __future__ import annotations

from decimal import Decimal

from bpa_desktop.domain.arrangement import Agreement, AgreementLevel, Arrangement, Regime, SelfCertification, ServiceUse
from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver, Overdraw, WeeklyHours
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.store.columns import Columns, day_text, days_of, number_of, number_text
from bpa_desktop.store.tables import ArrangementRow, AwardRow


def arrangement_columns(value: Arrangement) -> Columns:
    """Return the row of an arrangement."""
    agreement = value.agreement
    return {
        "id": value.id,
        "name": value.name,
        "municipality_no": value.municipality_no,
        "district": value.district,
        "time_zone": value.time_zone,
        "regime": value.regime.value,
        "agreement_level": agreement.level.value,
        "averaging_weeks": agreement.averaging_weeks,
        "sunday_averaging": agreement.sunday_averaging,
        "reduced_rest": agreement.reduced_rest,
        "agreement_reference": agreement.reference,
        "agreement_first_day": day_text(agreement.days.first),
        "agreement_last_day": day_text(agreement.days.last),
        "agreement_collective": agreement.collective,
        "weekly_norm": str(value.weekly_norm),
        "tariff": value.tariff,
        "pay_agreement": value.pay_agreement,
        "household_income": number_text(value.household_income),
        "services": [{"service": use.service, "units": str(use.units)} for use in value.services],
        "advice": value.advice,
        "self_certification": value.self_certification.value,
    }


def arrangement_of(row: ArrangementRow) -> Arrangement:
    """Return the arrangement of a row."""
    return Arrangement(
        row.id,
        row.name,
        row.municipality_no,
        district=row.district,
        time_zone=row.time_zone,
        regime=Regime(row.regime),
        agreement=_agreement_of(row),
        weekly_norm=Decimal(row.weekly_norm),
        tariff=row.tariff,
        pay_agreement=row.pay_agreement,
        household_income=number_of(row.household_income),
        services=tuple(ServiceUse(str(use["service"]), Decimal(str(use["units"]))) for use in row.services),
        advice=row.advice,
        self_certification=SelfCertification(row.self_certification),
    )


def _agreement_of(row: ArrangementRow) -> Agreement:
    return Agreement(
        AgreementLevel(row.agreement_level),
        averaging_weeks=row.averaging_weeks,
        sunday_averaging=row.sunday_averaging,
        reduced_rest=row.reduced_rest,
        reference=row.agreement_reference,
        days=days_of(row.agreement_first_day, row.agreement_last_day),
        collective=row.agreement_collective,
    )


def award_columns(value: Award) -> Columns:
    """Return the row of an award."""
    carried = value.carry_over
    return {
        "id": value.id,
        "first_day": day_text(value.days.first),
        "last_day": day_text(value.days.last),
        "personal": str(value.weekly_hours.personal),
        "practical": str(value.weekly_hours.practical),
        "other": str(value.weekly_hours.other),
        "account_period": value.account_period.value,
        "carry_over": carried.value if isinstance(carried, CarryOver) else str(carried),
        "overnight_factor": str(value.overnight_factor),
        "reference": value.reference,
        "also_drawn": [kind.value for kind in value.also_drawn],
        "overdraw": value.overdraw.value,
    }


def award_of(row: AwardRow) -> Award:
    """Return the award of a row."""
    return Award(
        row.id,
        days_of(row.first_day, row.last_day),
        WeeklyHours(Decimal(row.personal), Decimal(row.practical), Decimal(row.other)),
        account_period=AccountPeriod(row.account_period),
        carry_over=_carry_over_of(row.carry_over),
        overnight_factor=Decimal(row.overnight_factor),
        reference=row.reference,
        also_drawn=tuple(ShiftKind(kind) for kind in row.also_drawn),
        overdraw=Overdraw(row.overdraw),
    )


def _carry_over_of(text: str) -> CarryOver | Decimal:
    """Return the word, or the number of hours where it is none."""
    return CarryOver(text) if text in CarryOver.__members__.values() else Decimal(text)
