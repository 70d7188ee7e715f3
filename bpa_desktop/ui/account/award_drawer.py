"""AwardDrawer: an award as the municipality's letter has it, entered or changed in one step."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver, Overdraw
from bpa_desktop.i18n import mark
from bpa_desktop.services.award import add_award, edit_award, remove_award
from bpa_desktop.texts.words import word
from bpa_desktop.ui.account.entry import BESIDES, SOME_HOURS, Problem, entry_of, new_award, read_entry
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer
from bpa_desktop.ui.widgets.form import Choices
from bpa_desktop.ui.widgets.words import Subtitle

_LABELS = {
    "reference": mark("Name or case number of the award"),
    "from": mark("First day"),
    "to": mark("Last day; empty if none is set"),
    "personal": mark("Hours a week of personal assistance"),
    "practical": mark("Hours a week of practical help"),
    "other": mark("Other hours a week"),
    "account_period": mark("The hours have to be used within"),
    "carry_over": mark("Hours that were not used"),
    "carried_hours": mark("At most so many hours are carried over"),
    "overnight": mark("Drawn of each hour of a resting night, in percent"),
    "also_drawn": mark("Is training or meetings drawn from the award?"),
    "overdraw": mark("A plan that takes more than is granted"),
}
_PROBLEMS = {
    Problem.NO_FIRST_DAY: mark("Write the day the award begins, like 1.1.2027."),
    Problem.NO_DAY: mark("Write a day like 31.12.2027."),
    Problem.ENDS_BEFORE: mark("The last day is before the first."),
    Problem.NO_HOURS: mark("Write hours like 37.5."),
    Problem.NOTHING_GRANTED: mark("Write how many hours a week are granted, in one of the three fields."),
    Problem.NO_PERCENT: mark("Write a number from 0 to 100."),
}
_BESIDES = (mark("neither is"), mark("training is"), mark("meetings are"), mark("both are"))
_CHOICES = ("account_period", "carry_over", "also_drawn", "overdraw")


class AwardDrawer(Drawer):
    """A new award begins like the latest there is; one that is there can be taken away."""

    kept = Signal(object)
    """The award as it is now, before the drawer says that it is closed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._award = new_award((), desk.today)
        self._heading = Subtitle()
        self.column.insertWidget(0, self._heading)
        for key in _LABELS:
            self.form.add(key, "choice" if key in _CHOICES else "line")
        self.form.changed.connect(self._show_fields)
        self._remove = QPushButton()
        self._remove.clicked.connect(self._take_away)
        self.buttons.addWidget(self._remove)

    @property
    def is_orphan(self) -> bool:
        """Whether it is open on an award that is no longer there: undo, or an import, has taken it away."""
        known = {award.id for award in self.desk.roster.awards}
        return not self.isHidden() and bool(self._award.id) and self._award.id not in known

    def open_on(self, award: Award | None) -> None:
        """Open on an award, or on a new one."""
        self._award = award or new_award(self.desk.roster.awards, self.desk.today)
        self.begin()

    def begin(self) -> None:
        """Open with the focus on the first field."""
        text = self.desk.language.text
        self._heading.setText(text("Edit the award") if self._award.id else text("New award"))
        self._remove.setVisible(bool(self._award.id))
        self.form.fill(entry_of(self._award))
        self._show_fields()
        self.show()
        self.form.focus("reference")

    def keep(self) -> Mapping[str, str]:
        """Keep the award in one step."""
        text = self.desk.language.text
        award = read_entry(self.form.values(), self._award, today=self.desk.today)
        if isinstance(award, dict):
            return {key: text(_PROBLEMS[problem]) for key, problem in award.items()}
        if not award.id:
            award = add_award(self.desk.history, award)
        elif award != self._award:
            edit_award(self.desk.history, award)
        self.kept.emit(award)
        return {}

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        text = self.desk.language.text
        for key, label in _LABELS.items():
            self.form.label(key, text(label))
        for key, kind in (("account_period", AccountPeriod), ("carry_over", CarryOver), ("overdraw", Overdraw)):
            choices: Choices = [(term.value, word(self.desk.language, term)) for term in kind]
            some = [(SOME_HOURS, text("are carried over, up to a number of hours"))] if kind is CarryOver else []
            self.form.offer(key, [*choices, *some])
        self.form.offer(
            "also_drawn",
            [(" ".join(kinds), text(name)) for kinds, name in zip(BESIDES, _BESIDES, strict=True)],
        )
        self._remove.setText(text("Take the award away"))
        self.teaching.put(
            text(
                "It stands in the letter from the municipality. An hour under two awards is drawn from the one that "
                "ends first: give the old one a last day where this one takes its place."
            )
        )

    def _show_fields(self) -> None:
        self.form.show_field("carried_hours", self.form.values()["carry_over"] == SOME_HOURS)

    def _take_away(self) -> None:
        remove_award(self.desk.history, self._award.id)
        self.closed.emit()
