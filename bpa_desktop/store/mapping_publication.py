"""Publication: row to value and back."""

from __future__ import annotations

import json

from bpa_desktop.domain.publication import Publication, Receipt, ToldShift
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.substitute import Channel
from bpa_desktop.store.columns import Columns, instant_of, instant_text, optional_instant_of, span_of
from bpa_desktop.store.tables import Json, PublicationRow


def publication_columns(value: Publication) -> Columns:
    """Return the row of a publication."""
    return {
        "id": value.id,
        "starts_at": instant_text(value.span.start),
        "ends_at": instant_text(value.span.end),
        "at": instant_text(value.at),
        "author": value.author,
        "shifts": [_told_entry(told) for told in value.shifts],
        "hash": value.hash,
        "receipts": [_receipt_entry(receipt) for receipt in value.receipts],
    }


def publication_of(row: PublicationRow) -> Publication:
    """Return the publication of a row."""
    return Publication(
        row.id,
        span_of(row.starts_at, row.ends_at),
        instant_of(row.at),
        row.author,
        tuple(_told_of(entry) for entry in row.shifts),
        row.hash,
        tuple(_receipt_of(entry) for entry in row.receipts),
    )


def _told_entry(told: ToldShift) -> Json:
    return {
        "shift": told.shift,
        "assistant": told.assistant,
        "start": instant_text(told.span.start),
        "end": instant_text(told.span.end),
        "kind": told.kind.value,
        "place": told.place,
        "tasks": json.dumps(told.tasks),  # an entry of a list holds no list
    }


def _told_of(entry: Json) -> ToldShift:
    return ToldShift(
        str(entry["shift"]),
        str(entry["assistant"]),
        span_of(str(entry["start"]), str(entry["end"])),
        ShiftKind(str(entry["kind"])),
        str(entry["place"]),
        tuple(json.loads(str(entry["tasks"]))),
    )


def _receipt_entry(receipt: Receipt) -> Json:
    return {
        "assistant": receipt.assistant,
        "at": instant_text(receipt.at),
        "way": receipt.way.value,
        "confirmed_at": instant_text(receipt.confirmed_at),
    }


def _receipt_of(entry: Json) -> Receipt:
    return Receipt(
        str(entry["assistant"]),
        instant_of(entry["at"]),
        Channel(str(entry["way"])),
        optional_instant_of(entry["confirmed_at"]),
    )
