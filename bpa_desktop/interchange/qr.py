"""A link as a QR code, for the camera of the telephone that shall send the message."""

from __future__ import annotations

QUIET = 4
"""How many light squares the standard asks for round the code (ISO/IEC 18004)."""


class TooLongError(Exception):
    """More than one code holds."""


def qr_matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the squares of a code, row by row, True for dark, without the light ones round it. Raises TooLongError."""
    import segno  # not before a code is shown

    try:
        made = segno.make(text, micro=False, boost_error=True)
    except segno.DataOverflowError as error:
        raise TooLongError from error
    return tuple(tuple(bool(square) for square in row) for row in made.matrix)
