"""PatternBar: which rotation is shown, and the buttons for it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.flow import FlowLayout

_BUTTONS = {
    "new_shift": mark("New shift"),
    "new_need": mark("New need"),
    "edit_rotation": mark("Change the rotation"),
    "new_rotation": mark("New rotation"),
}
_LETTERS = 24


class PatternBar(QWidget):
    """The choice is there only where there is more than one."""

    chosen = Signal(str)
    """The id of the rotation that is to be shown."""
    wanted = Signal(str)
    """The id of an action."""

    def __init__(self) -> None:
        super().__init__()
        self._choice = Choice()
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(_LETTERS)
        self._choice.currentIndexChanged.connect(lambda _place: self.chosen.emit(self._choice.currentData()))
        self._buttons = {name: QPushButton() for name in _BUTTONS}
        line = FlowLayout()
        self.setLayout(line)
        line.addWidget(self._choice)
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, wanted=name: self.wanted.emit(wanted))
            line.addWidget(button)

    def show_rotations(self, rotations: tuple[Rotation, ...], shown: Rotation | None) -> None:
        """Offer every rotation, with the one that is shown chosen."""
        with QSignalBlocker(self._choice):
            self._choice.clear()
            for rotation in rotations:
                self._choice.addItem(rotation.name, rotation.id)
            self._choice.setCurrentIndex(self._choice.findData(shown.id) if shown is not None else -1)
        self._choice.setToolTip(self._choice.currentText())
        self._choice.setVisible(len(rotations) > 1)
        for name in ("new_shift", "edit_rotation", "new_rotation"):
            self._buttons[name].setVisible(shown is not None)

    def retranslate(self, language: Language) -> None:
        """Make every fixed text again."""
        self._choice.setAccessibleName(language.text("Rotation"))
        for name, text in _BUTTONS.items():
            self._buttons[name].setText(language.text(text))
