"""LineDrawer: one shift of the pattern, typed or changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.i18n import mark
from bpa_desktop.services.rotation import keep_rotation
from bpa_desktop.texts import weekday_text
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.entry import line_entry, read_line
from bpa_desktop.ui.rotation.pattern_drawer import KIND, TIMES, PatternDrawer, problem_texts
from bpa_desktop.ui.rotation.view_model import Item

_LABELS = {"times": TIMES, "assistant": mark("Who"), "kind": KIND}
_NOTHING = RotationLine(1, 1, time.min, time.min)


class LineDrawer(PatternDrawer):
    """Times, who, kind. It is open on a line that is there, or on one that is to be added."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _LABELS, choices=("assistant", "kind"))
        self._rotation = ""
        self._line = _NOTHING
        self._before: RotationLine | None = None

    @property
    def is_orphan(self) -> bool:
        """Whether it is open on a line of a rotation that is no longer there."""
        return not self.isHidden() and self.desk.history.records.get(Rotation, self._rotation) is None

    def open_on(self, rotation: Rotation, line: RotationLine, *, is_new: bool) -> None:
        """Open on a line of a rotation; a new one begins with what is known of it, and no times."""
        text = self.desk.language.text
        self._rotation, self._line, self._before = rotation.id, line, None if is_new else line
        self._offer_people()
        where = text(
            "{weekday}, week {number}",
            weekday=weekday_text(self.desk.language, line.weekday),
            number=line.week,
        )
        heading = text("New shift: {where}", where=where) if is_new else text("Change the shift: {where}", where=where)
        is_blank = is_new and line.start == line.end
        self.show_form(heading, {**line_entry(line), **({"times": ""} if is_blank else {})})

    def keep(self) -> Mapping[str, str]:
        """Keep the rotation with the line, in one step."""
        line = read_line(self.form.values(), self._line)
        if isinstance(line, dict):
            return problem_texts(self.desk.language, line)
        rotation = self.desk.history.records.get(Rotation, self._rotation)
        if rotation is not None:
            keep_rotation(self.desk.history, rotation.with_line(line, instead_of=self._before))
            self.kept.emit(Item(line.week, line.weekday, line=line))
        return {}

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        self._offer_people()

    def _offer_people(self) -> None:
        nobody = self.desk.language.text("Nobody yet: a seat to fill later")
        people = [(assistant.id, assistant.name) for assistant in self.desk.roster.assistants]
        self.form.offer("assistant", [("", nobody), *people])
