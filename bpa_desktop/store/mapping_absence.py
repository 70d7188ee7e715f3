"""Absence and substitute request: row to value and back."""

from __future__ import annotations

from decimal import Decimal

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.substitute import Answer, Ask, Channel, Outcome, RequestState, SubstituteRequest
from bpa_desktop.store.columns import (
    Columns,
    instant_of,
    instant_text,
    optional_instant_of,
    optional_span_of,
    optional_text,
    span_of,
)
from bpa_desktop.store.tables import AbsenceRow, Json, SubstituteRequestRow


def absence_columns(value: Absence) -> Columns:
    """Return the row of an absence."""
    return {
        "id": value.id,
        "assistant": value.assistant,
        "starts_at": instant_text(value.span.start),
        "ends_at": instant_text(value.span.end),
        "kind": value.kind.value,
        "grade": str(value.grade),
        "reported_at": instant_text(value.reported_at),
        "reported_how": None if value.reported_how is None else value.reported_how.value,
        "open_ended": value.open_ended,
    }


def absence_of(row: AbsenceRow) -> Absence:
    """Return the absence of a row."""
    return Absence(
        row.id,
        row.assistant,
        span_of(row.starts_at, row.ends_at),
        AbsenceKind(row.kind),
        grade=Decimal(row.grade),
        reported_at=optional_instant_of(row.reported_at),
        reported_how=None if row.reported_how is None else Channel(row.reported_how),
        open_ended=row.open_ended,
    )


def request_columns(value: SubstituteRequest) -> Columns:
    """Return the row of a substitute request."""
    return {
        "id": value.id,
        "shift": value.shift,
        "state": value.state.value,
        "deadline": instant_text(value.deadline),
        "asks": [_ask_entry(ask) for ask in value.asks],
        "chosen": value.chosen,
        "outcome": value.outcome.value,
    }


def request_of(row: SubstituteRequestRow) -> SubstituteRequest:
    """Return the substitute request of a row."""
    return SubstituteRequest(
        row.id,
        row.shift,
        state=RequestState(row.state),
        deadline=optional_instant_of(row.deadline),
        asks=tuple(_ask_of(entry) for entry in row.asks),
        chosen=row.chosen,
        outcome=Outcome(row.outcome),
    )


def _ask_entry(ask: Ask) -> Json:
    return {
        "assistant": ask.assistant,
        "at": instant_text(ask.at),
        "channel": ask.channel.value,
        "answer": ask.answer.value,
        "answered_at": instant_text(ask.answered_at),
        "answer_by": instant_text(ask.answer_by),
        "part_start": None if ask.part is None else instant_text(ask.part.start),
        "part_end": None if ask.part is None else instant_text(ask.part.end),
        "told_at": instant_text(ask.told_at),
    }


def _ask_of(entry: Json) -> Ask:
    return Ask(
        str(entry["assistant"]),
        instant_of(entry["at"]),
        Channel(str(entry["channel"])),
        answer=Answer(str(entry["answer"])),
        answered_at=optional_instant_of(entry["answered_at"]),
        answer_by=optional_instant_of(entry["answer_by"]),
        part=optional_span_of(optional_text(entry["part_start"]), optional_text(entry["part_end"])),
        told_at=optional_instant_of(entry["told_at"]),
    )
