"""Texts as a test writes them."""

from __future__ import annotations


def plain(text: str) -> str:
    """Return a text with plain blanks, where the program keeps a number and its unit on one line."""
    return text.replace("\N{NO-BREAK SPACE}", " ")
