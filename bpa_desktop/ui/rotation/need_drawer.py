"""NeedDrawer: when somebody must be there each week, whoever it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from bpa_desktop.domain.need import Need
from bpa_desktop.i18n import mark
from bpa_desktop.services.need import keep_need
from bpa_desktop.texts import weekday_text
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.entry import need_entry, read_need
from bpa_desktop.ui.rotation.pattern_drawer import KIND, TIMES, PatternDrawer, problem_texts
from bpa_desktop.ui.rotation.view_model import NEEDS, Item

_LABELS = {
    "times": TIMES,
    "people": mark("How many people"),
    "kind": KIND,
    "skills": mark("Skills, with commas between"),
}


class NeedDrawer(PatternDrawer):
    """Times, people, kind, skills."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _LABELS, choices=("kind",))
        self._need = Need("", 1, time.min, time.min)

    def open_on(self, need: Need) -> None:
        """Open on a need; one without an id is new, and has no times yet."""
        text = self.desk.language.text
        self._need = need
        where = weekday_text(self.desk.language, need.weekday)
        heading = text("Change the need: {where}", where=where) if need.id else text("New need: {where}", where=where)
        self.show_form(heading, {**need_entry(need), **({} if need.id else {"times": ""})})

    def keep(self) -> Mapping[str, str]:
        """Keep the need in one step."""
        need = read_need(self.form.values(), self._need)
        if isinstance(need, dict):
            return problem_texts(self.desk.language, need)
        kept = keep_need(self.desk.history, need)
        self.kept.emit(Item(NEEDS, kept.weekday, need=kept))
        return {}
