"""How large a card has to be: its fonts, its lines of text, the room they take. Everything follows the text's size."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetrics

from bpa_desktop.ui.roster.card_wording import CardFace, CardText
from bpa_desktop.ui.roster.view_model import Form
from bpa_desktop.ui.theme import card_height, least_target
from bpa_desktop.ui.widgets.edge import EDGE

PADDING = 5
MARGIN = 3
"""Around the outline, for the ring of the focus."""
_TIMES_SCALE = 1.15
_MOST_LINES = 3
_NAME_LETTERS = 10
_SHORT_TIMES = len("08–15?")


@dataclass(frozen=True)
class CardLines:
    """A card's text in lines that fit its width; `extra` is "" where it does not fit. `beside` is a sign's room."""

    times: tuple[str, ...]
    notes: tuple[str, ...]
    problem: tuple[str, ...]
    extra: str
    beside: int = 0
    spare: bool = False
    """Whether a free line below keeps the signs of a note and a lock clear of the text."""

    @property
    def below_times(self) -> int:
        """How many lines stand below the times."""
        return len(self.notes) + len(self.problem) + bool(self.extra) + self.spare


def times_font(font: QFont) -> QFont:
    """Return the font of the times: first and largest."""
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * _TIMES_SCALE)
    larger.setBold(True)
    return larger


@lru_cache(maxsize=16)
def _times_metrics(font: QFont) -> QFontMetrics:
    """Return how large the times are: hundreds of cards of a week ask for the same."""
    return QFontMetrics(times_font(font))


def sign_size(font: QFont) -> int:
    """Return the side of a sign in pixels."""
    return QFontMetrics(font).ascent()


def card_size(texts: Collection[CardText], font: QFont, *, width: int) -> tuple[int, int]:
    """Return the least width of the cards that show these texts, and their height at a width."""
    target = card_height()
    sizes = [_size(text, font, width=width, target=target) for text in texts]
    return max(wide for wide, _ in sizes), max(high for _, high in sizes)


def hour_card_size(text: CardText, font: QFont, *, width: int) -> tuple[int, int]:
    """Return the least width of a card that is as high as its hours, and the height of its times at a width.

    Beside the times is room for the sign that something is wrong: there may be none below. What stands below them has
    room for a name.
    """
    return _hour_size(text, font, width=width, target=least_target())


def narrowest_hour_card(text: CardText, font: QFont) -> int:
    """Return the width in which the times of such a card are whole, with the sign beside them; a name may be cut."""
    return max(least_target(), _least_width(text, font) + (sign_size(font) if text.weight else 0))


@lru_cache(maxsize=4096)
def _hour_size(text: CardText, font: QFont, *, width: int, target: int) -> tuple[int, int]:
    wide = narrowest_hour_card(text, font)
    if text.lines:
        wide = max(wide, _NAME_LETTERS * QFontMetrics(font).averageCharWidth() + 2 * MARGIN + EDGE + 2 * PADDING)
    lines = len(_lines(text, font, width=max(width, wide)).times)
    return wide, max(target, _times_metrics(font).height() * lines + 2 * MARGIN)


@lru_cache(maxsize=4096)
def _size(text: CardText, font: QFont, *, width: int, target: int) -> tuple[int, int]:
    """Return the same size for the same text: some hundred cards of a week say the same few dozen things."""
    return _least_width(text, font), max(target, height_of(_lines(text, font, width=width), font))


def before_times(face: CardFace | CardText, font: QFont) -> int:
    """Return the room of the plus that stands before the times of an open shift, in the place of the edge."""
    return sign_size(font) - EDGE if face.form is Form.OPEN else 0


def least_width(face: CardFace, font: QFont) -> int:
    """Return the width in which the times are not cut, on two lines if need be."""
    return _least_width(face.text, font)


def _least_width(face: CardText, font: QFont) -> int:
    metrics = _times_metrics(font)
    widest = max(metrics.horizontalAdvance(part) for part in _halves(face.times))
    return widest + before_times(face, font) + 2 * MARGIN + EDGE + 2 * PADDING


def _text_width(width: int) -> int:
    return width - 2 * MARGIN - EDGE - 2 * PADDING


def card_lines(face: CardFace, font: QFont, *, width: int) -> CardLines:
    """Return a card's text in lines for a width; the extra line only where it fits whole."""
    return _lines(face.text, font, width=width)


@lru_cache(maxsize=4096)
def _lines(face: CardText, font: QFont, *, width: int) -> CardLines:
    metrics = QFontMetrics(font)
    room = _text_width(width)
    large = _times_metrics(font)
    whole = large.horizontalAdvance(face.times) <= room - before_times(face, font)
    notes = tuple(line for text in face.lines for line in wrapped(text, metrics, width=room))
    beside = sign_size(font) + 4 if face.weight else 0
    problem = wrapped(face.problem, metrics, width=room, indent=beside) if face.problem else ()
    crowded = bool(notes or problem) or metrics.horizontalAdvance(face.extra) > room
    times = (face.times,) if whole else _halves(face.times)
    if face.form is Form.NOTE:
        times = ()
    extra = "" if crowded else face.extra
    last = (*notes, *problem, *([extra] if extra else []))[-1:]
    signs = face.has_note + face.is_locked
    clear = last and metrics.horizontalAdvance(last[0]) + beside + signs * sign_size(font) <= room
    return CardLines(times, notes, problem, extra, beside, spare=bool(signs) and not clear)


def _halves(times: str) -> tuple[str, ...]:
    """Return times on two lines: from, to."""
    start, dash, end = times.partition("–")
    return (f"{start}{dash}", end) if len(times) > _SHORT_TIMES else (times,)


def height_of(lines: CardLines, font: QFont) -> int:
    """Return the height in pixels that the lines need; never less than a target may have."""
    text = _times_metrics(font).height() * len(lines.times)
    text += QFontMetrics(font).lineSpacing() * lines.below_times
    return max(card_height(), text + 2 * (MARGIN + PADDING) - 2)


def wrapped(text: str, metrics: QFontMetrics, *, width: int, indent: int = 0) -> tuple[str, ...]:
    """Return a text in at most three lines of a width, the first of them indented.

    A word too long for what the indent leaves begins below it. What does not fit the last line, and a word too long for
    its own, ends in an ellipsis.
    """
    words = text.split()
    whole = " ".join(words)
    if metrics.horizontalAdvance(whole) <= width - indent:
        return (whole,)
    lines: list[str] = []
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        room = width if lines else width - indent
        if (line or room < width) and metrics.horizontalAdvance(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    few = fewer(lines, _MOST_LINES)
    return tuple(elided(line, metrics, width=width if place else width - indent) for place, line in enumerate(few))


def fewer(lines: Sequence[str], most: int) -> Sequence[str]:
    """Return no more lines than so many: those that are too many stand in the last one."""
    return lines if len(lines) <= most else [*lines[: most - 1], " ".join(lines[most - 1 :])]


def elided(line: str, metrics: QFontMetrics, *, width: int) -> str:
    """Return a line as long as a width takes; what does not fit ends in an ellipsis."""
    if metrics.horizontalAdvance(line) <= width:
        return line
    kept = line
    while kept and metrics.horizontalAdvance(f"{kept}…") > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
