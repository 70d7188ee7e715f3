"""AccountColumn: the accounts below each other, and above them the form in which an award is entered or changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.award import Award
from bpa_desktop.ui.account.award_drawer import AwardDrawer
from bpa_desktop.ui.account.panel import AccountPanel
from bpa_desktop.ui.account.view_model import AccountModel
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Words

_LETTERS_WIDE = 72
_ABOVE = 2
"""What stands above the accounts: the form, and what is said where there are none."""


class AccountColumn(ScrollColumn):
    """A panel an award; they are used again. What opened the form gets the focus back, else `home`."""

    week_wanted = Signal(str)
    """The Monday of a week that is wanted in the roster."""
    award_kept = Signal(object)

    def __init__(self, desk: Desk, home: QWidget) -> None:
        super().__init__()
        self._desk, self._home = desk, home
        self._drawer, self._empty = AwardDrawer(desk), Words()
        self._panels: list[AccountPanel] = []
        self._awards: tuple[Award, ...] = ()
        self._opened_from = home
        self._drawer.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self._drawer.kept.connect(self.award_kept)
        self._drawer.closed.connect(self._close)
        self.column.addWidget(self._drawer)
        self.column.addWidget(self._empty)
        self.column.addStretch(1)

    def show_accounts(self, models: tuple[AccountModel, ...]) -> None:
        """Show the accounts, or what belongs here."""
        language = self._desk.language
        self._awards = tuple(model.award for model in models)
        while len(self._panels) < len(models):
            self._add_panel(len(self._panels))
        for place, panel in enumerate(self._panels):
            panel.setVisible(place < len(models))
        for panel, model in zip(self._panels, models, strict=False):
            panel.show_account(model, language, is_alone=len(models) == 1)
        teaching = language.text(
            "No award is entered, so there is no account of hours yet. Enter the municipality's decision (vedtak): "
            "how many hours a week it grants, and from when."
        )
        self._empty.put("" if models else teaching)
        if self._drawer.is_orphan:
            self._close()

    def enter_award(self) -> None:
        """Open the form on a new award."""
        self._open(None, self._home)

    def edit_award(self) -> None:
        """Open the form on the award whose account has the focus, else on the first."""
        focused = self.focusWidget()
        inside = (place for place, panel in enumerate(self._panels) if focused and panel.isAncestorOf(focused))
        self._edit(next(inside, 0))

    def retranslate(self) -> None:
        """Make every fixed text again."""
        self.setAccessibleName(self._desk.language.text("Hour account"))
        self._drawer.retranslate()

    def _add_panel(self, place: int) -> None:
        panel = AccountPanel()
        panel.weeks.wanted.connect(lambda monday: self.week_wanted.emit(monday.isoformat()))
        panel.edit.clicked.connect(partial(self._edit, place))
        self.column.insertWidget(_ABOVE + place, panel)
        self._panels.append(panel)

    def _edit(self, place: int, _checked: bool = False) -> None:
        self._open(self._awards[place], self._panels[place].edit)

    def _open(self, award: Award | None, opened_from: QWidget) -> None:
        self._opened_from = opened_from
        self._drawer.open_on(award)
        self.verticalScrollBar().setValue(0)  # the form stands above the accounts, with a heading of its own

    def _close(self) -> None:
        self._drawer.hide()
        self.verticalScrollBar().setValue(0)
        (self._opened_from if self._opened_from.isVisible() else self._home).setFocus()
