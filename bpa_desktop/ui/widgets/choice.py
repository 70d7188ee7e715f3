"""Choice: one of several, said whole where it is cut, and chosen in its list by assistive technology too."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QStyledItemDelegate

from bpa_desktop.ui import a11y


class Choice(a11y.Accessible, QComboBox):
    """A combo box with what is chosen as its tooltip, and so as its description.

    Assistive technology selects a line of the list; Qt's own combo box only marks that line and goes on as before. On
    Linux Qt calls a combo box what is chosen in it; here it is called what is asked, as on every other system.
    """

    accessible_role = a11y.Role.ComboBox

    def __init__(self, *, letters: int = 0) -> None:
        """Take how many letters need room where the longest line may be cut; else that has all the room it needs."""
        super().__init__()
        if letters:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(letters)
        self.setItemDelegate(QStyledItemDelegate(self))  # by Qt's own the lines do not follow the size of targets
        self.currentTextChanged.connect(self.setToolTip)
        self.currentIndexChanged.connect(self._mark_in_list)
        # Keys and the pointer select a line first and go to it then: who goes nowhere has selected it from outside.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._take_selected)
        self.view().selectionModel().selectionChanged.connect(lambda *_: self._settled.start())

    def setAccessibleName(self, name: str) -> None:
        """Name the list, too: it has the focus while it is open."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    @property
    def accessible_value(self) -> str:
        """What is chosen."""
        return self.currentText()

    def accessible_states(self) -> dict[str, bool]:
        """Return whether the list is open."""
        return {"expandable": True, "expanded": self.view().isVisible(), "hasPopup": True}

    def accessible_actions(self) -> a11y.Actions:
        """Return that it opens and closes its list."""
        return {"ShowMenu": (self._turn_list, ["Space"]), "Press": (self._turn_list, ["Space"])}

    def accessible_popup(self) -> QAbstractItemView:
        """Return the list: a line of it can be chosen while it is closed, too."""
        return self.view()

    def _turn_list(self) -> None:
        if self.view().isVisible():
            self.hidePopup()
        else:
            self.showPopup()

    def _mark_in_list(self, row: int) -> None:
        """Have the list tell what is chosen while it is closed, too."""
        self.view().setCurrentIndex(self.model().index(row, self.modelColumn()))

    def _take_selected(self) -> None:
        selected = self.view().selectionModel().selectedIndexes()
        if not selected or selected[0] == self.view().currentIndex():
            return
        row = selected[0].row()
        self.hidePopup()
        self.setCurrentIndex(row)
        self.activated.emit(row)
