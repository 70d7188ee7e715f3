"""Assistant and availability: row to value and back."""

from __future__ import annotations

from decimal import Decimal

from bpa_desktop.domain.team import Assistant, Availability, Employment, EmploymentKind, Grade
from bpa_desktop.store.columns import (
    Columns,
    day_of,
    day_text,
    days_of,
    instant_text,
    number_of,
    number_text,
    span_of,
)
from bpa_desktop.store.tables import AssistantRow, AvailabilityRow, Json


def assistant_columns(value: Assistant) -> Columns:
    """Return the row of an assistant."""
    return {
        "id": value.id,
        "name": value.name,
        "birth_date": day_text(value.birth_date),
        "phone": value.phone,
        "email": value.email,
        "address": value.address,
        "languages": list(value.languages),
        "skills": list(value.skills),
        "notes": value.notes,
        "user_preference": value.user_preference,
        "employments": [_employment_entry(post) for post in value.employments],
        "travel_minutes": value.travel_minutes,
        "never_with": list(value.never_with),
        "child_days": value.child_days,
    }


def assistant_of(row: AssistantRow) -> Assistant:
    """Return the assistant of a row."""
    return Assistant(
        row.id,
        row.name,
        birth_date=day_of(row.birth_date),
        phone=row.phone,
        email=row.email,
        address=row.address,
        languages=tuple(row.languages),
        skills=tuple(row.skills),
        notes=row.notes,
        user_preference=row.user_preference,
        employments=tuple(_employment_of(entry) for entry in row.employments),
        travel_minutes=row.travel_minutes,
        never_with=tuple(row.never_with),
        child_days=row.child_days,
    )


def _employment_entry(post: Employment) -> Json:
    return {
        "first_day": day_text(post.days.first),
        "last_day": day_text(post.days.last),
        "kind": post.kind.value,
        "percent": str(post.percent),
        "hourly_wage": number_text(post.hourly_wage),
        "seniority_from": day_text(post.seniority_from),
        "employee_no": post.employee_no,
    }


def _employment_of(entry: Json) -> Employment:
    return Employment(
        days_of(entry["first_day"], entry["last_day"]),
        EmploymentKind(str(entry["kind"])),
        Decimal(str(entry["percent"])),
        hourly_wage=number_of(entry["hourly_wage"]),
        seniority_from=day_of(entry["seniority_from"]),
        employee_no=str(entry["employee_no"]),
    )


def availability_columns(value: Availability) -> Columns:
    """Return the row of what an assistant said about a stretch of time."""
    return {
        "id": value.id,
        "assistant": value.assistant,
        "starts_at": instant_text(value.span.start),
        "ends_at": instant_text(value.span.end),
        "grade": value.grade.value,
        "note": value.note,
    }


def availability_of(row: AvailabilityRow) -> Availability:
    """Return what an assistant said about a stretch of time."""
    return Availability(row.id, row.assistant, span_of(row.starts_at, row.ends_at), Grade(row.grade), row.note)
