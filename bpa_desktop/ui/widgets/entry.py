"""What people type for days and amounts, and back. Plain Python, no Qt."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

_NORWEGIAN = re.compile(r"(\d{1,2})[./ ]\s*(\d{1,2})(?:[./ ]\s*(\d{2}|\d{4}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_AMOUNT = re.compile(r"-?\d+(?:\.\d+)?")
_BLANKS = re.compile(r"[\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]")
_CENTURY = 2000


class NoDayError(ValueError):
    """A text that is no day; what was typed."""


class NoAmountError(ValueError):
    """A text that is no amount; what was typed."""


def parse_day(text: str, *, near: date) -> date:
    """Return the day a text names: 4.12.2026, 4.12.26, 4.12 (in the year of `near`), 2026-12-04. Raises NoDayError."""
    typed = text.strip()
    iso, norwegian = _ISO.fullmatch(typed), _NORWEGIAN.fullmatch(typed)
    try:
        if iso is not None:
            return date(int(iso.group(1)), int(iso.group(2)), int(iso.group(3)))
        if norwegian is not None:
            year = int(norwegian.group(3) or near.year)
            return date(year + _CENTURY if year < 100 else year, int(norwegian.group(2)), int(norwegian.group(1)))
    except ValueError as error:
        raise NoDayError(text) from error
    raise NoDayError(text)


def optional_day(text: str, *, near: date) -> date | None:
    """Return the day a text names, None where nothing is typed. Raises NoDayError."""
    return parse_day(text, near=near) if text.strip() else None


def day_entry(day: date | None) -> str:
    """Return a day as it can be typed again: 04.12.2026; nothing for None."""
    return f"{day:%d.%m.%Y}" if day is not None else ""


def parse_amount(text: str) -> Decimal:
    """Return the amount a text holds: 480 000, 480000,50, 37.5. Raises NoAmountError."""
    typed = _BLANKS.sub("", text).replace(",", ".")
    if _AMOUNT.fullmatch(typed) is None:
        raise NoAmountError(text)
    return Decimal(typed)


def amount_entry(amount: Decimal | None) -> str:
    """Return an amount as it can be typed again, without needless zeros; nothing for None."""
    if amount is None:
        return ""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def listed_entry(text: str) -> tuple[str, ...]:
    """Return the things a text lists between commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
