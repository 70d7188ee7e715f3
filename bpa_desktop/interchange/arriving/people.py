"""People as they arrive: whatever their texts were, they are such as may be kept."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.team import Assistant
from bpa_desktop.interchange.arriving.plain_text import cut, is_long
from bpa_desktop.services.arrival import Arrival, Oddity


def person(place: int, found: Assistant) -> Arrival:
    """Return somebody as they arrive, no text longer than it may be."""
    texts = (found.name, found.phone, found.email, found.address, *found.languages)
    kept = replace(
        found,
        name=cut(found.name),
        phone=cut(found.phone),
        email=cut(found.email),
        address=cut(found.address),
        languages=tuple(map(cut, found.languages)),
    )
    return Arrival(place, kept, (Oddity.CUT,) if is_long(*texts) else ())
