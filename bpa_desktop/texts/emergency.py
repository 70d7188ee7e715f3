"""The emergency sheet in words, a line for each."""

from __future__ import annotations

from bpa_desktop.i18n import Language
from bpa_desktop.services.emergency import Coming, EmergencySheet
from bpa_desktop.texts.shift import capital, span_text


def emergency_lines(language: Language, sheet: EmergencySheet) -> tuple[str, ...]:
    """Return who comes next, then whom to call if nobody does."""
    coming = tuple(_coming(language, one, sheet=sheet) for one in sheet.coming)
    contacts = tuple(_numbered(contact.name, contact.phone) for contact in sheet.contacts)
    return (
        language.text("Who comes next:"),
        *(coming or (language.text("Nobody is planned for the next two days."),)),
        *((language.text("If nobody comes, call:"), *contacts) if contacts else ()),
    )


def _coming(language: Language, one: Coming, *, sheet: EmergencySheet) -> str:
    when = capital(span_text(language, one.span, zone=sheet.zone))
    return ": ".join((when, _numbered(one.name, one.phone) or language.text("nobody yet")))


def _numbered(name: str, phone: str) -> str:
    return ", ".join(part for part in (name, phone) if part)
