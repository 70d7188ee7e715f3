"""Whom a message is for, and so in which language it is written."""

from __future__ import annotations

from functools import cache

from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import CODES, Language

_spoken = cache(Language)


def language_for(assistant: Assistant, own: Language) -> Language:
    """Return the first of the assistant's languages that the program speaks; the user's own where it speaks none."""
    return next((_spoken(code) for code in assistant.languages if code in CODES), own)
