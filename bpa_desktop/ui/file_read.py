"""A file the user chose: read up to a limit, or why not in words."""

from __future__ import annotations

from pathlib import Path

from bpa_desktop.i18n import Language
from bpa_desktop.store.files import read_at_most
from bpa_desktop.texts.error import error_text


def read_file(path: Path) -> bytes:
    """Return a file's bytes, no more than show that it is too large to be read. Raises OSError."""
    from bpa_desktop.interchange.json_text import LARGEST_MEBIBYTES, MEBIBYTE  # heavy: not before a file is read

    return read_at_most(path, LARGEST_MEBIBYTES * MEBIBYTE + 1)


def unread_text(language: Language, path: Path, *, error: OSError) -> str:
    """Return why a file could not be read."""
    reason = error.strerror or ""
    said = language.text("Could not read {name}: {reason}", name=path.name, reason=reason)
    return error_text(language, error) or said
