"""What kind of file comes in: the program's own roster file, or what another program wrote."""

from __future__ import annotations

_BEFORE = b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"
"""What may stand before the first sign of a text, as some editors of Windows write it."""


def is_roster_file(data: bytes) -> bool:
    """Tell whether bytes are to be read as a roster file: they begin as one, whole or broken."""
    return data.lstrip(_BEFORE)[:1] in (b"{", b"[")
