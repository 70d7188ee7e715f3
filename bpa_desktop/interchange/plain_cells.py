"""Cells of a table that no spreadsheet takes for a formula."""

from __future__ import annotations

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What OWASP names as the beginning of a formula (CSV Injection, read 2026-11), the wide forms of East Asia too."""


def plain(text: str) -> str:
    """Return a text as it is; with an apostrophe before it where a spreadsheet would work it out."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_BEGINS_A_FORMULA) or text.startswith("\t") else text


def bare(text: str) -> str:
    """Return a text without the apostrophe that `plain` puts before it; one that was there before stays."""
    inner = text.removeprefix("'")
    return inner if plain(inner) == text else text
