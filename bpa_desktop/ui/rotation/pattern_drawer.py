"""PatternDrawer: what the forms of a line, a need and a rotation share; each is kept in one step."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.i18n import Language, mark
from bpa_desktop.texts import word
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer
from bpa_desktop.ui.rotation.entry import Problem, Problems
from bpa_desktop.ui.widgets.words import Subtitle

TIMES = mark("From when to when, for example 8-15 or 22-8")
KIND = mark("Kind of shift")
_PROBLEMS = {
    Problem.NO_TIMES: mark("Write when it begins and ends, such as 8-15 or 22-8."),
    Problem.TOO_LONG: mark("It lasts 24 hours at most. Write the rest on the next day."),
    Problem.NO_PEOPLE: mark("Write a number of people, from 1 to 20."),
    Problem.NO_NAME: mark("Write a name."),
    Problem.NO_WEEKS: mark("Write a number of weeks, from 1 to 12."),
    Problem.NO_FIRST_DAY: mark("Write the first day, like 4.1.2027."),
    Problem.NO_DAY: mark("Write a day like 31.12.2027."),
    Problem.ENDS_BEFORE: mark("The last day is before the first."),
    Problem.TOO_FAR: mark("That is more than a year. Write an earlier last day."),
}


def problem_texts(language: Language, problems: Problems) -> dict[str, str]:
    """Return what is wrong by field."""
    return {key: language.text(_PROBLEMS[problem]) for key, problem in problems.items()}


class PatternDrawer(Drawer):
    """A form with a heading that says what it is about."""

    kept = Signal(object)
    """What was kept, as it is now: an Item of the grid, or a Rotation."""

    def __init__(self, desk: Desk, labels: Mapping[str, str], *, choices: tuple[str, ...]) -> None:
        super().__init__(desk)
        self._labels = labels
        self.heading = Subtitle()
        self.column.insertWidget(0, self.heading)
        for key in labels:
            self.form.add(key, "choice" if key in choices else "line")

    @property
    def is_orphan(self) -> bool:
        """Whether it is open on something that is no longer there."""
        return False

    def show_form(self, heading: str, values: dict[str, str]) -> None:
        """Open with these values, and the focus in the first field."""
        self.heading.setText(heading)
        self.teaching.hide()
        self.form.fill(values)
        self.show()
        self.form.focus(next(iter(self._labels)))

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        for key, label in self._labels.items():
            self.form.label(key, self.desk.language.text(label))
        if "kind" in self._labels:
            self.form.offer("kind", [(kind.value, word(self.desk.language, kind)) for kind in ShiftKind])
