"""A roster to the bytes of a `bpa-roster/1` file."""

from __future__ import annotations

import json

from bpa_desktop.domain.roster import Roster
from bpa_desktop.interchange.schema import DocumentModel


def write_roster(roster: Roster) -> bytes:
    """Return the file of a roster: the same bytes for equal rosters, keys in the order of the format.

    Optional keys at their default are left out; times stand in the arrangement's zone, with offset.
    """
    document = DocumentModel.of(roster)
    tree = document.model_dump(mode="json", by_alias=True, exclude_defaults=True, context=roster.arrangement.zone)
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", errors="replace")  # half a sign, typed somewhere, must not stop an export
