"""WhatIfForm: what shall be otherwise than today: an income, hours, a municipality and its list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from bpa_desktop.i18n import mark
from bpa_desktop.services.what_if import WhatIf
from bpa_desktop.ui.cost.what_if_model import AMOUNTS, CHOICES, lists_of, municipalities, read_what_if, what_if_entry
from bpa_desktop.ui.cost.what_if_wording import list_name
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.widgets.form import Form

_LABELS = {
    "income": mark("Household's income a year, in kroner"),
    "hours": mark("Hours of practical assistance a month"),
    "municipality": mark("Municipality"),
    "tariff": mark("Price list"),
}


class WhatIfForm(QWidget):
    """What is typed stays while months and pages are turned; a field nobody changed follows what is kept."""

    changed = Signal()
    """A letter was typed or another list chosen."""
    left = Signal()
    """A field was left, Enter pressed, or a list chosen: now the difference can be said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._month = desk.today.replace(day=1)
        self._today: dict[str, str] = {}
        self._form = Form(save=self.left.emit, leave=self.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        for key in AMOUNTS:
            self._form.add(key)
            line = self._form.findChild(QLineEdit, key)
            assert isinstance(line, QLineEdit)
            line.textEdited.connect(self.changed)
            line.editingFinished.connect(self.left)
        for key in CHOICES:
            self._form.add(key, "choice")
            box = self._form.findChild(QComboBox, key)
            assert isinstance(box, QComboBox)
            box.activated.connect(lambda _place, chosen=key: self._choose(chosen))

    def follow(self, month: date) -> None:
        """Go to a month, and to what is kept now."""
        self._month = month
        values, before = self._form.values(), self._today
        self._today = what_if_entry(self._desk.roster, month, prices=self._desk.prices)
        for keys in (*((key,) for key in AMOUNTS), CHOICES):
            if not before or all(values[key] == before[key] for key in keys):
                values |= {key: self._today[key] for key in keys}
        self._fill(values)

    def change(self) -> WhatIf | None:
        """Return what shall be otherwise, or None and say beside the field what cannot be read."""
        read = read_what_if(self._form.values(), self._today)
        if isinstance(read, WhatIf):
            self._form.complain({})
            return read
        said = self._desk.language.text("Write a number like 480 000.")
        self._form.complain(dict.fromkeys(read, said), focus=False)
        return None

    def take_back(self) -> None:
        """Put today's values into all fields, and the focus into the first."""
        self._fill(self._today)
        self.changed.emit()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus into the income."""
        self._form.focus("income")

    def retranslate(self) -> None:
        """Make every fixed text again; following the month comes after."""
        for key, label in _LABELS.items():
            self._form.label(key, self._desk.language.text(label))

    def _fill(self, values: dict[str, str]) -> None:
        names = dict.fromkeys((values["municipality"], *municipalities(self._desk.prices)))
        nothing = self._desk.language.text("none")
        self._form.offer("municipality", [(name, name or nothing) for name in names])
        self._offer_lists(values["municipality"])
        self._form.fill(values)

    def _offer_lists(self, municipality: str) -> None:
        lists = lists_of(municipality, self._month, prices=self._desk.prices)
        offered = [(one.id, list_name(self._desk.language, one)) for one in lists]
        self._form.offer("tariff", offered or [("", self._desk.language.text("none"))])

    def _choose(self, chosen: str) -> None:
        """Another municipality brings its likeliest list."""
        if chosen == "municipality":
            self._offer_lists(self._form.values()["municipality"])
        self.changed.emit()
        self.left.emit()
