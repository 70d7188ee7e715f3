"""One run of the real program on a real screen and bus, met by an accessibility client in another process."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from system import SYSTEM_PYTHON

from tests.desktop.session import DesktopSession

pytestmark = pytest.mark.desktop
PROGRAM = (sys.executable, "-m", "bpa_desktop", "--demo", "--lang", "en")
READER = Path(__file__).with_name("reader.py")
Facts = dict[str, object]


@pytest.fixture(scope="module")
def met() -> Iterator[Facts]:
    """What the client met, and how the program ended."""
    with DesktopSession() as desktop:
        data = Path(desktop.environment["HOME"]) / "data"
        program = desktop.start([*PROGRAM, "--data-dir", str(data)])
        answer = desktop.run([SYSTEM_PYTHON, str(READER), str(program.pid)], seconds=120)
        assert answer.returncode == 0, answer.stderr.decode()[-2000:]
        facts: Facts = json.loads(answer.stdout)
        facts["status"] = program.wait(15)
        yield facts


def names(met: Facts, key: str) -> list[str]:
    """Return a list of names among the facts."""
    found = met[key]
    assert isinstance(found, list)
    return [str(name) for name in found]


def test_every_shift_of_the_week_is_a_button_with_day_and_times_in_its_name(met: Facts) -> None:
    shifts = [name for name in names(met, "cards") if re.search(r"\d\d:\d\d to \d\d:\d\d", name)]
    assert len(shifts) >= 10
    assert all(re.search(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", name) for name in shifts)


def test_a_shift_can_be_pressed_and_has_a_menu_without_a_keyboard(met: Facts) -> None:
    assert {"press", "showmenu"} <= set(names(met, "actions"))


def test_everything_that_can_have_the_focus_has_a_name(met: Facts) -> None:
    assert names(met, "nameless") == []


def test_the_right_arrow_says_the_next_day(met: Facts) -> None:
    assert str(met["right"]) in names(met, "cards")
    assert met["right"] != met["first"]


def test_press_answers(met: Facts) -> None:
    assert names(met, "pressed")


def test_ctrl_k_opens_the_palette_and_typing_announces_the_number_found(met: Facts) -> None:
    assert "Commands" in names(met, "palette")
    assert re.search(r"\d+ commands?", names(met, "number")[-1])


def test_ctrl_q_ends_the_program_with_status_0(met: Facts) -> None:
    assert met["status"] == 0
