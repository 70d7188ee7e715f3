"""RotationDrawer: what a rotation is called, how many weeks it has, and from when it is in force."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QPushButton

from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.i18n import mark
from bpa_desktop.services.rotation import keep_rotation, remove_rotation
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.entry import new_rotation, read_rotation, rotation_entry
from bpa_desktop.ui.rotation.pattern_drawer import PatternDrawer, problem_texts

_LABELS = {
    "name": mark("What the rotation is called"),
    "weeks": mark("How many weeks before it begins anew, 1 to 12"),
    "from": mark("First day; its week is week 1"),
    "to": mark("Last day; empty if none is set"),
}


class RotationDrawer(PatternDrawer):
    """One that is there can be taken away: its shifts stay."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _LABELS, choices=())
        self._rotation = new_rotation(desk.today)
        self._remove = QPushButton()
        self._remove.clicked.connect(self._take_away)
        self.buttons.addWidget(self._remove)

    @property
    def is_orphan(self) -> bool:
        """Whether it is open on a rotation that is no longer there."""
        of = self._rotation.id
        return not self.isHidden() and bool(of) and self.desk.history.records.get(Rotation, of) is None

    def open_on(self, rotation: Rotation | None) -> None:
        """Open on a rotation, or on a new one."""
        text = self.desk.language.text
        self._rotation = rotation or new_rotation(self.desk.today)
        self._remove.setVisible(rotation is not None)
        heading = text("New rotation") if rotation is None else text("Change the rotation")
        self.show_form(heading, rotation_entry(self._rotation))

    def keep(self) -> Mapping[str, str]:
        """Keep the rotation in one step; the lines are those it has now."""
        known = self.desk.history.records.get(Rotation, self._rotation.id) if self._rotation.id else None
        rotation = read_rotation(self.form.values(), known or self._rotation, today=self.desk.today)
        if isinstance(rotation, dict):
            return problem_texts(self.desk.language, rotation)
        self.kept.emit(keep_rotation(self.desk.history, rotation))
        return {}

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        self._remove.setText(self.desk.language.text("Take the rotation away"))

    def _take_away(self) -> None:
        remove_rotation(self.desk.history, self._rotation.id)
        self.closed.emit()
