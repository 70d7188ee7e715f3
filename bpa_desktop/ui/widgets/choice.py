"""Choice: one of several, said whole where it is cut, and chosen in its list by assistive technology too."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate


class Choice(QComboBox):
    """A combo box with what is chosen as its tooltip, and so as its description.

    Assistive technology selects a line of the list; Qt's own combo box only marks that line and goes on as before.
    """

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

    def showPopup(self) -> None:
        """Name the list, which has the focus now, as the choice is named."""
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

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
