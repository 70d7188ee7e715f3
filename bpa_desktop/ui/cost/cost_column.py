"""CostColumn: one of two costs side by side: what it comes to, why, and its ladder."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.cost.ladder_picture import LadderPicture
from bpa_desktop.ui.cost.view_model import CostModel, Unknown
from bpa_desktop.ui.cost.what_if_model import ladder_of
from bpa_desktop.ui.cost.what_if_wording import side_amount, side_cautions, side_reasons
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.words import Subtitle, Words


class CostColumn(QWidget):
    """Draws itself from a side; the ladder by a scale that both sides share."""

    def __init__(self) -> None:
        super().__init__()
        self.heading, self._amount, self._reasons = Subtitle(), Words(bold=True), Words()
        self._ladder, self._cautions = LadderPicture(), Words(quiet=True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        for part in (self.heading, self._amount, self._ladder, self._reasons, self._cautions):
            column.addWidget(part)
        column.addStretch(1)

    def show_side(self, side: CostModel | Unknown, language: Language, *, left_out: tuple[str, ...] = ()) -> None:
        """Show what a side comes to; services its list does not have are named."""
        self._amount.put(side_amount(language, side))
        self._reasons.put(side_reasons(language, side))
        self._cautions.put(side_cautions(language, side, left_out=left_out))

    def show_ladder(self, side: CostModel | Unknown, language: Language, *, highest: Decimal) -> None:
        """Draw the ladder of a side that has one."""
        ladder = ladder_of(side)
        self._ladder.setVisible(ladder is not None)
        if ladder is not None:
            self._ladder.show_ladder(ladder, language, highest=highest)
            self._ladder.setAccessibleName(f"{self.heading.text()}: {self._ladder.accessibleName()}")
