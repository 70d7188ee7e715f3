"""IncomeDrawer: the household's income as one figure or member by member, and whose income counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox

from bpa_desktop.domain.household import Role
from bpa_desktop.i18n import mark
from bpa_desktop.services.household import set_household, set_income
from bpa_desktop.tariff.errors import TariffError
from bpa_desktop.texts.words import word
from bpa_desktop.ui.cost.entry import BY_MEMBER, ONE_FIGURE, income_entry, read_income
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer

_LABELS = {
    "how": mark("How the income is written down"),
    "income": mark("Household's income a year, in kroner"),
    "own": mark("Your own income a year, in kroner"),
    "own_added": mark("Your help benefits (hjelpestønad) a year, in kroner"),
    "partner": mark("Who you live with"),
    "partners": mark("Their income a year, in kroner"),
    "partners_added": mark("Their help benefits (hjelpestønad) a year, in kroner"),
}
_OF_MEMBERS = ("own", "own_added", "partner")
_OF_PARTNER = ("partners", "partners_added")


class IncomeDrawer(Drawer):
    """Fields that do not count for how it is written down are hidden."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        for key in _LABELS:
            self.form.add(key, "choice" if key in ("how", "partner") else "line")
        for key in ("how", "partner"):
            box = self.form.findChild(QComboBox, key)
            assert isinstance(box, QComboBox)
            box.currentIndexChanged.connect(lambda _place: self._show_fields())

    def begin(self) -> None:
        """Open with the focus on the income that is written down."""
        roster = self.desk.roster
        self.form.fill(income_entry(roster.household, roster.arrangement.household_income))
        self._show_fields()
        self.show()
        self.form.focus("income" if self.form.values()["how"] == ONE_FIGURE else "own")

    def keep(self) -> Mapping[str, str]:
        """Keep the income in one step."""
        entry = read_income(self.form.values())
        if isinstance(entry, dict):
            return dict.fromkeys(entry, self.desk.language.text("Write an amount like 480 000."))
        try:
            if entry.members:
                set_household(self.desk.history, entry.members)
            else:
                set_income(self.desk.history, entry.income)
        except TariffError as error:
            return {"own" if entry.members else "income": self.why_refused(error)}
        return {}

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        text = self.desk.language.text
        for key, label in _LABELS.items():
            self.form.label(key, text(label))
        self.form.offer("how", [(ONE_FIGURE, text("As one figure")), (BY_MEMBER, text("Member by member"))])
        partners = [("", text("nobody whose income counts"))]
        partners += [(role.value, word(self.desk.language, role)) for role in (Role.SPOUSE, Role.COHABITANT)]
        self.form.offer("partner", partners)
        self.teaching.put(
            text(
                "Your own income counts, and that of a spouse or cohabitant. Parents never count for a grown-up, even "
                "under the same roof: they have no duty to keep you. Nor do grown children or flatmates. For a child, "
                "the help counts as given to the parents. What counts is the taxable net income before special "
                "deductions, by the last tax assessment on 1 January; most lists add help benefits. Wealth does not "
                "count. If the municipality counts anything else, ask for the reason in writing: you can complain."
            )
        )

    def _show_fields(self) -> None:
        values = self.form.values()
        by_member = values["how"] == BY_MEMBER
        self.form.show_field("income", not by_member)
        for key in _OF_MEMBERS:
            self.form.show_field(key, by_member)
        for key in _OF_PARTNER:
            self.form.show_field(key, by_member and bool(values["partner"]))
