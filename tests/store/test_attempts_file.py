"""Wrong tries at a store survive a restart, tell no secret, and lock nobody out."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bpa_desktop.i18n import Language
from bpa_desktop.services.attempts import LONGEST
from bpa_desktop.services.trouble import MistypedCodeError, TooManyTriesError, WrongKeyError
from bpa_desktop.store.attempts_file import ATTEMPTS_NAME, slowed
from bpa_desktop.texts import error_text
from tests.memory import FakeClock


def wrong(folder: Path, clock: FakeClock, *, error: type[WrongKeyError] = WrongKeyError) -> None:
    with pytest.raises(error), slowed(folder, clock.now):
        raise error


def right(folder: Path, clock: FakeClock) -> None:
    with slowed(folder, clock.now):
        pass


@pytest.mark.parametrize("error", [WrongKeyError, MistypedCodeError])
def test_after_three_wrong_ones_no_try_is_heard_until_a_time_that_is_told(
    tmp_path: Path, error: type[WrongKeyError]
) -> None:
    clock = FakeClock()
    for _ in range(3):
        wrong(tmp_path, clock, error=error)
    with pytest.raises(TooManyTriesError) as refused:
        right(tmp_path, clock)
    local = refused.value.until.astimezone()
    assert f"{local:%H:%M:%S}" in (error_text(Language("en"), refused.value) or "")
    clock.at = refused.value.until
    right(tmp_path, clock)


def test_a_right_one_ends_the_counting(tmp_path: Path) -> None:
    clock = FakeClock()
    for _ in range(4):
        wrong(tmp_path, clock)
        wrong(tmp_path, clock)
        right(tmp_path, clock)
    assert list(tmp_path.iterdir()) == []


def test_what_else_goes_wrong_is_not_counted(tmp_path: Path) -> None:
    for _ in range(9):
        with pytest.raises(OSError, match="disk"), slowed(tmp_path, FakeClock().now):
            raise OSError("disk")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"wrong": "x", "until": ""}', '{"wrong": 9, "until": "2026-11-24"}', "[" * 100_000]
)
def test_a_file_that_makes_no_sense_keeps_nobody_out(tmp_path: Path, content: str) -> None:
    (tmp_path / ATTEMPTS_NAME).write_text(content)
    right(tmp_path, FakeClock())


def test_every_wait_is_over_after_half_a_minute(tmp_path: Path) -> None:
    clock = FakeClock()
    for _ in range(12):
        wrong(tmp_path, clock)
        clock.go_on(LONGEST + timedelta(seconds=1))
    right(tmp_path, clock)
