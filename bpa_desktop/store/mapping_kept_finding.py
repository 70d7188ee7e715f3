"""Kept finding: row to value and back."""

from __future__ import annotations

from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.store.columns import Columns, instant_of, instant_text, number_of, number_text
from bpa_desktop.store.tables import KeptFindingRow


def kept_finding_columns(value: KeptFinding) -> Columns:
    """Return the row of a finding that was left as it is."""
    return {
        "id": value.id,
        "rule": value.rule,
        "assistant": value.assistant,
        "shifts": list(value.shifts),
        "measured": number_text(value.measured),
        "author": value.author,
        "reason": value.reason,
        "agreement": value.agreement,
        "at": instant_text(value.at),
    }


def kept_finding_of(row: KeptFindingRow) -> KeptFinding:
    """Return the finding of a row."""
    return KeptFinding(
        row.id,
        row.rule,
        row.assistant,
        tuple(row.shifts),
        number_of(row.measured),
        row.author,
        row.reason,
        row.agreement,
        instant_of(row.at),
    )
