"""When a shift is: one day and its times, or two days where one would leave it open which is meant."""

from __future__ import annotations

import pytest

from bpa_desktop.i18n import Language
from bpa_desktop.texts.shift import span_text
from tests.plain_text import plain
from tests.rosters import OSLO, span


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("mon 08:00", "15:00", "Monday 30 November 08:00–15:00"),
        ("mon 22:00", "tue 07:00", "Monday 30 November 22:00–07:00"),
        ("mon 15:00", "tue 14:59", "Monday 30 November 15:00–14:59"),
        ("mon 15:00", "tue 15:00", "Mon 30 Nov 15:00 to Tue 1 Dec 15:00"),
        ("mon 15:00", "wed 08:00", "Mon 30 Nov 15:00 to Wed 2 Dec 08:00"),
        ("mon 00:00", "tue 00:00", "Monday 30 November"),
        ("mon 00:00", "thu 00:00", "Mon 30 Nov to Wed 2 Dec"),
    ],
)
def test_when_it_is(start: str, end: str, said: str) -> None:
    assert plain(span_text(Language("en"), span(start, end), zone=OSLO)) == said
