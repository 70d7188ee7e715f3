"""A message as a link that a telephone or a mail program opens: tel (RFC 3966), sms (RFC 5724), mailto (RFC 6068).

A link holds what the message holds, and nothing is sent by it: the other program shows it first.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_SEPARATORS = re.compile(r"[\s().\-/\N{NO-BREAK SPACE}]")
_GLOBAL = re.compile(r"\+[1-9]\d{5,14}")
_LOCAL = re.compile(r"\d{3,8}")
_NORWAY = "+47"
_NORWEGIAN = 8
"""How many digits a Norwegian number has."""


def dialled(phone: str) -> str | None:
    """Return a number as it is dialled, Norwegian ones with the country's code; None for what is no number."""
    number = _SEPARATORS.sub("", phone)
    number = f"+{number[2:]}" if number.startswith("00") else number
    if _GLOBAL.fullmatch(number):
        return number
    if not _LOCAL.fullmatch(number):
        return None
    return f"{_NORWAY}{number}" if len(number) == _NORWEGIAN else number


def tel_link(phone: str) -> str | None:
    """Return a link that calls a number, or None for what is no number."""
    number = dialled(phone)
    return f"tel:{_subscriber(number)}" if number is not None else None


def sms_link(phone: str, body: str) -> str | None:
    """Return a link that begins a text message, or None for what is no number."""
    number = dialled(phone)
    return f"sms:{_subscriber(number)}?body={quote(body, safe='')}" if number is not None else None


def mail_link(address: str, *, subject: str, body: str) -> str | None:
    """Return a link that begins an e-mail, or None for what is no address."""
    name, at, place = address.strip().partition("@")
    if not (name and at and place) or "@" in place or re.search(r"\s", address.strip()):
        return None
    lines = quote("\r\n".join(body.splitlines()), safe="")
    return f"mailto:{quote(name, safe='+')}@{quote(place, safe='')}?subject={quote(subject, safe='')}&body={lines}"


def _subscriber(number: str) -> str:
    """Return a number as a link holds it: a local one says where it is dialled."""
    return number if number.startswith("+") else f"{number};phone-context={_NORWAY}"
