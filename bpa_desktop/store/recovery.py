"""The recovery code: the key itself with check letters, in groups of four that can be read aloud and printed."""

from __future__ import annotations

import base64
import binascii
import hashlib

from bpa_desktop.services.trouble import MistypedCodeError

KEY_BYTES = 32
_CHECK_BYTES = 3
_LIKE_LETTERS = str.maketrans("018", "OIB")  # the code has no such digits: who types one means the letter


def recovery_code(key: bytes) -> str:
    """Return the code of a key: 14 groups of 4 letters and digits (base32, RFC 4648)."""
    letters = base64.b32encode(key + _check(key)).decode()
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def key_of(code: str) -> bytes:
    """Return the key of a code, however it is spaced and in small letters too. Raises MistypedCodeError."""
    letters = "".join(code.replace("-", "").split()).upper().translate(_LIKE_LETTERS)
    try:
        data = base64.b32decode(letters)
    except (binascii.Error, ValueError) as error:
        raise MistypedCodeError from error
    key, check = data[:KEY_BYTES], data[KEY_BYTES:]
    if check != _check(key):
        raise MistypedCodeError
    return key


def _check(key: bytes) -> bytes:
    return hashlib.sha256(b"bpa-desktop recovery" + key).digest()[:_CHECK_BYTES]
