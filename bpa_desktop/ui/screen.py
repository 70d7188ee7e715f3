"""Screen: what a view has to be, so that the main window can place it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # the frame needs to know what a screen is before there is anything to show: no domain for that
    from bpa_desktop.services.step import Step
    from bpa_desktop.ui.desk import Desk, Handlers
    from bpa_desktop.ui.reading import Reader


class Screen(QWidget):
    """One of the views. Subclasses draw themselves from frozen values of their view model."""

    reader: Reader | None = None
    """What understands sentences about the screen, where something does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        desk.bulletin.kept.connect(self._on_kept)
        desk.bulletin.language_changed.connect(self.retranslate)
        desk.bulletin.settings_changed.connect(self.refresh)

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id; the others are greyed while it is shown."""
        return {}

    def show_target(self, target: str) -> None:
        """Bring something into view and give it the focus: an id, or "" for the screen as it is."""

    def retranslate(self) -> None:
        """Make every text again in the desk's language."""
        self.refresh()

    def refresh(self) -> None:
        """Draw anew from what is kept."""

    def concerns(self, step: Step) -> bool:
        """Tell whether a step changes what is shown here."""
        return True

    def _on_kept(self, step: Step) -> None:
        if self.concerns(step):
            self.refresh()
