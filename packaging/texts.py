"""Gathers every text of the program into the catalogues: the template, and what each language still lacks.

Run by `packaging/dev texts`, in the private environment.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "bpa_desktop"
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "bpa_desktop.pot"
LANGUAGES = ("nb", "nn")
KEYWORDS: dict[str, tuple[int, ...] | None] = {"text": None, "mark": None, "plural": (1, 2), "ngettext": (1, 2)}


def source_texts(package: Path = PACKAGE) -> Iterator[str | tuple[str, str]]:
    """Yield every text in the code, each once: a string, or one and many."""
    seen: set[str | tuple[str, ...]] = set()
    for module in sorted(package.rglob("*.py")):
        for _line, message, _comments, _context in extract_from_file("python", module, KEYWORDS):
            text = message if isinstance(message, str) else (message[0], message[1])
            if text and text not in seen:
                seen.add(text)
                yield text


def read(path: Path, locale: str | None = None) -> Catalog:
    """Read a catalogue; an empty one where there is none yet."""
    if not path.exists():
        return Catalog(locale=locale, domain="bpa_desktop", project="BPA Desktop", fuzzy=False)
    return read_po(io.BytesIO(path.read_bytes()), locale=locale, abort_invalid=True)


def template() -> Catalog:
    """Return every text of the program and, under their contexts, those of Qt that a catalogue gives."""
    fresh = Catalog(domain="bpa_desktop", project="BPA Desktop", fuzzy=False)
    for text in source_texts():
        fresh.add(text)
    for language in LANGUAGES:
        for message in foreign(read(TRANSLATIONS / language / "bpa_desktop.po", language)):
            fresh.add(message.id, context=message.context)
    return fresh


def foreign(catalogue: Catalog) -> list[Message]:
    """Return Qt's own texts: those with a context."""
    return [message for message in catalogue if message.context]


def save(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue so that it is the same on every machine and day."""
    target = io.BytesIO()
    write_po(target, catalogue, omit_header=False, sort_output=True, no_location=True, width=110)
    lines = target.getvalue().decode("utf-8").splitlines()
    dated = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Report-Msgid-Bugs-To", "Last-Translator")
    kept = [line for line in lines if not line.startswith(tuple(f'"{name}' for name in dated))]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(line for line in kept if not line.startswith("#")).strip() + "\n", encoding="utf-8")


def main() -> None:
    """Write the template and bring each language's catalogue up to it, keeping what is translated."""
    fresh = template()
    save(fresh, TEMPLATE)
    for language in LANGUAGES:
        path = TRANSLATIONS / language / "bpa_desktop.po"
        kept = read(path, language)
        merged = Catalog(locale=language, domain="bpa_desktop", project="BPA Desktop", fuzzy=False)
        for message in fresh:
            if message.id:
                old = kept.get(message.id, message.context)
                merged.add(message.id, old.string if old else None, context=message.context)
        save(merged, path)


if __name__ == "__main__":
    main()
