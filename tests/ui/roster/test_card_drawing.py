"""How a card is measured and drawn: nothing cut, no state and no person by colour alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QWidget

from bpa_desktop.ui import theme
from bpa_desktop.ui.roster import card_painter
from bpa_desktop.ui.roster.card_measure import (
    MARGIN,
    PADDING,
    card_lines,
    height_of,
    hour_card_size,
    least_width,
    wrapped,
)
from bpa_desktop.ui.roster.card_painter import CardMarks, card_picture, paint_card
from bpa_desktop.ui.roster.card_wording import CardFace
from bpa_desktop.ui.roster.day_painter import day_lines, paint_day
from bpa_desktop.ui.roster.month_model import Comer
from bpa_desktop.ui.roster.month_wording import DayFace, Sign
from bpa_desktop.ui.roster.view_model import Form
from bpa_desktop.ui.widgets.edge import paint_edge

pytestmark = pytest.mark.usefixtures("qapp")
FACE = CardFace(Form.PUBLISHED, times="08–15", colour=0)
SHIFTS = (Form.DRAFT, Form.OFFERED, Form.PUBLISHED, Form.OPEN, Form.ABSENT, Form.GAP)


def drawn(face: CardFace, marks: CardMarks = CardMarks()) -> QImage:  # noqa: B008
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.LIGHT.paper))
    painter = QPainter(image)
    paint_card(painter, QRectF(0, 0, 100, 60), face=face, marks=marks)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.fixture(params=list(theme.THEMES.values()), ids=list(theme.THEMES))
def in_theme(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paint in a theme; nothing else in the process changes."""
    monkeypatch.setattr(card_painter, "current", lambda: request.param)
    monkeypatch.setattr("bpa_desktop.ui.roster.day_painter.current", lambda: request.param)


@pytest.mark.usefixtures("in_theme")
def test_every_state_has_a_shape_of_its_own_in_grey() -> None:
    images = [drawn(replace(FACE, form=form)) for form in SHIFTS]
    assert all(one != other for one, other in combinations(images, 2))


@pytest.mark.usefixtures("in_theme")
def test_every_problem_and_mark_shows_in_grey() -> None:
    must, should = (replace(FACE, weight=weight, problem="short rest") for weight in ("must", "should"))
    marked = [drawn(FACE, marks) for marks in (CardMarks(True), CardMarks(selected=True), CardMarks(lifted=True))]
    signed = [replace(FACE, has_note=True), replace(FACE, is_locked=True), replace(FACE, has_note=True, is_locked=True)]
    images = [drawn(FACE), drawn(must), drawn(should), *map(drawn, signed)]
    assert all(one != other for one, other in combinations([*images, *marked], 2))


def test_a_problem_has_one_sign_also_where_its_first_word_stands_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    signs: list[QRectF] = []
    monkeypatch.setattr(card_painter, "_triangle", lambda _painter, box, **_: signs.append(box))
    face = replace(FACE, weight="must", problem="Nattarbeidsgjennomsnitt")
    assert card_lines(face, QFont(), width=100).problem[0] == ""
    drawn(face)
    assert len(signs) == 1


def low(face: CardFace, high: int) -> QImage:
    """Draw a wide card that is as high as a short shift."""
    image = QImage(180, high, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.LIGHT.paper))
    painter = QPainter(image)
    paint_card(painter, QRectF(image.rect()), face=face, marks=CardMarks())
    painter.end()
    return image


def first_ink(image: QImage) -> int:
    paper = image.pixelColor(0, 0)
    across = range(image.width())
    return next(y for y in range(image.height()) if any(image.pixelColor(x, y) != paper for x in across))


def test_a_card_as_low_as_its_times_has_them_whole_and_says_beside_them_who_and_that_something_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    signs: list[QRectF] = []
    monkeypatch.setattr(card_painter, "_triangle", lambda _painter, box, **_: signs.append(box))
    plain = replace(FACE, form=Form.ABSENT)
    high = hour_card_size(plain.text, QFont(), width=180)[1]
    named = replace(plain, lines=("Kari",))
    one, other = low(plain, high), low(named, high)
    assert one.copy(0, 0, 60, high) == other.copy(0, 0, 60, high)
    assert one.copy(60, 0, 120, high) != other.copy(60, 0, 120, high)
    assert first_ink(one) < first_ink(low(plain, 3 * high))
    problem = low(replace(named, weight="must", problem="short rest"), high)
    assert len(signs) == 1
    assert QRectF(problem.rect()).contains(signs[0])


DAY = DayFace("name", "2")


def drawn_day(face: DayFace) -> QImage:
    image = QImage(140, 90, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.LIGHT.paper))
    painter = QPainter(image)
    lines = day_lines(face, QFontMetrics(painter.font()), width=140)
    paint_day(painter, QRectF(0, 0, 140, 90), face=face, lines=lines)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.usefixtures("in_theme")
def test_every_sign_of_a_day_has_a_shape_of_its_own_in_grey() -> None:
    images = [drawn_day(replace(DAY, figures=((sign, "1"),))) for sign in Sign]
    images += [drawn_day(replace(DAY, is_today=True)), drawn_day(replace(DAY, comers=(Comer("1", 0),)))]
    assert all(one != other for one, other in combinations(images, 2))


@pytest.mark.usefixtures("in_theme")
def test_a_small_day_shows_whether_there_is_a_shift_and_whether_it_is_today() -> None:
    small = replace(DAY, is_small=True)
    images = [drawn_day(small), drawn_day(replace(small, has_shifts=True)), drawn_day(replace(small, is_today=True))]
    assert all(one != other for one, other in combinations(images, 2))


@given(st.lists(st.sampled_from(["Kari", "Ola", "Amina Bergersen-Yusuf"]), max_size=12), st.integers(60, 300))
def test_the_lines_of_a_day_fit_and_name_or_count_everybody(names: list[str], width: int) -> None:
    metrics = QFontMetrics(QFont())
    face = replace(DAY, comers=tuple(Comer(name, n) for n, name in enumerate(names)))
    pieces = [piece for line in day_lines(face, metrics, width=width) for piece in line]
    assert sum(piece.colour >= 0 for piece in pieces) == min(len(names), 6)
    assert [piece.text for piece in pieces if piece.colour < 0] == ([f"+{len(names) - 6}"] if len(names) > 6 else [])
    assert all(piece.left + metrics.horizontalAdvance(piece.text) <= width for piece in pieces)


@pytest.mark.parametrize("sign", [Sign.NONE, Sign.OPEN])
def test_of_a_figure_that_has_no_room_the_number_is_left_and_a_note_goes_on_as_far_as_it_can(sign: Sign) -> None:
    metrics = QFontMetrics(QFont())
    width = metrics.horizontalAdvance("12 shi") + 2 * (MARGIN + PADDING)
    face = replace(DAY, figures=((sign, "12 shifts"),), notes=("A guest comes",))
    note, figure = (piece.text for line in day_lines(face, metrics, width=width) for piece in line)
    assert figure == "12"
    assert note.startswith("A g")
    assert note.endswith("…")


def test_each_of_ten_people_has_a_pattern_of_their_own_in_grey(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bpa_desktop.ui.widgets.edge.ASSISTANT_COLOURS", ("#ffffff",))
    images = []
    for place in range(10):
        image = QImage(8, 40, QImage.Format.Format_Grayscale8)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        paint_edge(painter, QRectF(1, 1, 6, 38), place=place)
        painter.end()
        images.append(image)
    assert all(one != other for one, other in combinations(images, 2))


def test_where_a_shift_would_land_shows_its_times() -> None:
    free = CardFace(Form.EMPTY)
    assert drawn(free) != drawn(free, CardMarks(landing="08–15")) != drawn(free, CardMarks(landing="09–16"))


def test_long_times_stand_on_two_lines_where_a_card_is_narrow() -> None:
    font = QFont()
    face = replace(FACE, times="08:30–15:45")
    narrow = least_width(face, font)
    assert card_lines(face, font, width=narrow).times == ("08:30–", "15:45")
    assert card_lines(face, font, width=narrow * 2).times == ("08:30–15:45",)


def test_what_is_extra_gives_way_to_what_must_be_seen() -> None:
    font = QFont()
    face = replace(FACE, extra="physiotherapy")
    assert card_lines(face, font, width=200).extra == "physiotherapy"
    assert card_lines(face, font, width=60).extra == ""
    assert card_lines(replace(face, problem="short rest", weight="must"), font, width=200).extra == ""


def test_more_lines_make_a_taller_card() -> None:
    font = QFont()
    short, long = (card_lines(replace(FACE, lines=lines), font, width=90) for lines in ((), ("absent", "nobody yet")))
    assert height_of(long, font) > height_of(short, font) >= theme.CARD_HEIGHT


@given(st.text("ab ", max_size=60), st.integers(30, 200), st.integers(0, 20))
def test_wrapped_lines_fit_and_lose_nothing_unless_they_say_so(text: str, width: int, indent: int) -> None:
    metrics = QFontMetrics(QFont())
    lines = wrapped(text, metrics, width=width, indent=indent)
    assert len(lines) <= 3
    for place, line in enumerate(lines):
        assert metrics.horizontalAdvance(line) <= width - (0 if place else indent)
    if not any("…" in line for line in lines):
        assert " ".join(lines).split() == text.split()


def test_a_word_too_long_beside_the_sign_begins_below_it() -> None:
    metrics = QFontMetrics(QFont())
    word = "turnover"
    width = metrics.horizontalAdvance(word) + 2
    assert wrapped(word, metrics, width=width, indent=0) == (word,)
    assert wrapped(word, metrics, width=width, indent=20) == ("", word)


def test_a_note_on_a_day_begins_at_the_top_of_its_card() -> None:
    lines = card_lines(CardFace(Form.NOTE, lines=("Cabin trip",)), QFont(), width=200)
    assert (lines.times, lines.notes) == ((), ("Cabin trip",))


def test_each_sign_in_the_corner_is_kept_clear_of_the_last_line() -> None:
    font = QFont()
    line = "home"
    sign = QFontMetrics(font).ascent()
    plain = replace(FACE, lines=(line,))
    tight = least_width(FACE, font) + QFontMetrics(font).horizontalAdvance(line)
    one = next(width for width in range(20, tight + 4 * sign) if not spare(replace(plain, is_locked=True), font, width))
    assert spare(replace(plain, is_locked=True), font, one - 1)
    both = replace(plain, has_note=True, is_locked=True)
    assert spare(both, font, one)
    assert not spare(both, font, one + sign)


def spare(face: CardFace, font: QFont, width: int) -> bool:
    """Tell whether a card leaves a line free for its signs."""
    return card_lines(face, font, width=width).spare


def pictured(face: CardFace, marks: CardMarks = CardMarks()) -> QImage:  # noqa: B008
    card = QWidget()
    card.resize(100, 60)
    return card_picture(face, marks, of=card).toImage()


def test_cards_that_look_the_same_are_drawn_once_whatever_they_are_called(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn_anew: list[CardFace] = []
    paint = card_painter.paint_card

    def noted(painter: QPainter, area: QRectF, *, face: CardFace, marks: CardMarks) -> None:
        drawn_anew.append(face)
        paint(painter, area, face=face, marks=marks)

    monkeypatch.setattr(card_painter, "paint_card", noted)
    face = replace(FACE, extra="drawn once")
    assert pictured(face) == pictured(replace(face, tip="another"))
    assert len(drawn_anew) == 1


@pytest.mark.parametrize("other", [{"times": "09–16"}, {"colour": 1}, {"form": Form.DRAFT}, {"has_note": True}])
def test_cards_that_look_different_have_different_pictures(other: dict[str, object]) -> None:
    assert pictured(FACE) != pictured(replace(FACE, **other))  # type: ignore[arg-type]


def test_a_picture_follows_the_marks_and_the_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pictured(FACE) != pictured(FACE, CardMarks(selected=True))
    light = pictured(FACE)
    monkeypatch.setattr(card_painter, "current", lambda: theme.THEMES["dark"])
    assert pictured(FACE) != light
