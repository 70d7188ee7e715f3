"""Seeded words that nothing but the encrypted store may hold, and what looks for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

NAME, PHONE, NOTE = "Kanarine Fuglesangen", "98765012", "kanarinotat om nøklene"
PASSPHRASE = "sju gule kanarifugler"
WORDS = (NAME, PHONE, NOTE, PASSPHRASE)
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def finds(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every file below a folder that holds one of the words, with the word."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            yield from (
                (str(path.relative_to(folder)), word)
                for word in WORDS
                if any(word.encode(encoding) in content for encoding in _ENCODINGS)
            )
