"""A work supervisor who plans week 50 by keys: what is done in words, each a few keys."""

from __future__ import annotations

from pathlib import Path

from bpa_desktop.domain.shift import Shift, ShiftState
from tests.plain_text import plain
from tests.stories.hands import Hands

_WEEK = 50
_UNPUBLISHED = {ShiftState.DRAFT: " draft", ShiftState.OFFERED: " offered", ShiftState.PUBLISHED: ""}


class Supervisor(Hands):
    """Knows what was said, in either language, and what the store holds of the week."""

    def hears(self, *, en: str, nb: str) -> None:
        """Have had this said last."""
        assert plain(self.heard) == {"en": en, "nb": nb}[self.language], self.heard

    def is_at(self, *, en: str, nb: str) -> None:
        """Have the focus on what is called so, or begins so."""
        assert self.stands_on.startswith({"en": en, "nb": nb}[self.language]), self.stands_on

    def has_kept(self, *lines: str) -> None:
        """Have these shifts in the store for the week, no more and no fewer."""
        week = [shift for shift in self.kept.shifts if shift.span.start.isocalendar().week == _WEEK]
        noted = [self._noted(shift) for shift in sorted(week, key=lambda one: one.span)]
        assert noted == list(lines), noted

    def _noted(self, shift: Shift) -> str:
        """Return a shift as one would note it down: Mon 08-15 kari draft."""
        roster = self.kept
        start, end = (at.astimezone(roster.arrangement.zone) for at in (shift.span.start, shift.span.end))
        return f"{start:%a %H}-{end:%H} {roster.holder(shift) or 'nobody'}{_UNPUBLISHED[shift.state]}"


def make_a_shift(supervisor: Supervisor, times: str) -> None:
    """Type times on a free day: the first figure opens the form."""
    supervisor.press(times[0])
    supervisor.write(times[1:])
    supervisor.press("Return")


def give_to_the_first_of_the_team(supervisor: Supervisor) -> None:
    """Choose the first name of the menu."""
    supervisor.press("Ctrl+B", "Return")


def copy_to_the_next_day(supervisor: Supervisor) -> None:
    """A letter is enough while a shift has the focus."""
    supervisor.press("N")


def move_to_the_next_day(supervisor: Supervisor) -> None:
    """The shift goes where the arrow points."""
    supervisor.press("Alt+Right")


def hand_down_to_the_next_of_the_team(supervisor: Supervisor) -> None:
    """The shift goes to the row below."""
    supervisor.press("Alt+Down")


def pick_up_carry_and_put_down(supervisor: Supervisor, *arrows: str) -> None:
    """Lift the shift, go where it shall be, and leave it there."""
    supervisor.press("F7", *arrows, "Return")


def swap_with_the_first_that_is_offered(supervisor: Supervisor) -> None:
    """Choose the first shift of the menu."""
    supervisor.press("Ctrl+R", "Return")


def split_at(supervisor: Supervisor, time: str) -> None:
    """Make two shifts of the one in focus."""
    supervisor.press("Ctrl+L")
    supervisor.write(time)
    supervisor.press("Return")


def go_to_the_next_problem(supervisor: Supervisor) -> None:
    """Nobody has to look for it."""
    supervisor.press("F8")


def mend_the_problem(supervisor: Supervisor) -> None:
    """Let the program make the smallest change that helps."""
    supervisor.press("Ctrl+M")


def register_that_the_holder_is_absent(supervisor: Supervisor) -> None:
    """The form is filled from the shift in focus: leave it as it is, and go on to its button."""
    supervisor.press("Ctrl+Shift+F", "Tab", "Return")


def say_in_the_palette(supervisor: Supervisor, *, en: str, nb: str) -> None:
    """Write a sentence, and have it done."""
    supervisor.press("Ctrl+K")
    supervisor.write({"en": en, "nb": nb}[supervisor.language])
    supervisor.press("Return")


def undo(supervisor: Supervisor) -> None:
    """Take back what was done last."""
    supervisor.press("Ctrl+Z")


def choose_in_the_history_list(supervisor: Supervisor, *arrows: str) -> None:
    """Go from what was done last to another line, and back or forth to it."""
    supervisor.press("Ctrl+H", *arrows, "Return", "Escape")


def export_to(supervisor: Supervisor, path: Path) -> None:
    """Write a roster file, by typing where it shall be."""
    supervisor.press("Ctrl+E", "Ctrl+A")
    supervisor.write(str(path))
    supervisor.press("Return")
