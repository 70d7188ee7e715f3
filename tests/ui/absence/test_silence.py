"""How silence is counted is a setting: the screen begins with it, and what is chosen there is kept."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.ui.look import Look
from bpa_desktop.ui.widgets.wrapping import Tick
from tests.ui.conftest import ShellMaker, look, shell_of, spoken, with_demo

__all__ = ["look", "shell_of", "spoken"]


def test_what_is_chosen_is_kept_with_the_settings(shell_of: ShellMaker, look: Look) -> None:
    look.change(replace(look.settings, silence_is_no=True))
    shell = with_demo(shell_of)
    shell.window.show_screen("absence", "")
    ticks = [one for one in shell.window.findChildren(Tick) if one.text().startswith("Who has not answered")]
    assert [one.isChecked() for one in ticks] == [True]
    ticks[0].setChecked(False)
    assert not look.settings.silence_is_no
