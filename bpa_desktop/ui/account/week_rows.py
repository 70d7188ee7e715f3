"""The weeks of an account as rows: used, planned, granted and left; Enter goes to the week in the roster."""

from __future__ import annotations

from PySide6.QtCore import Signal

from bpa_desktop.i18n import Language
from bpa_desktop.ui.account.view_model import AccountModel
from bpa_desktop.ui.account.wording import week_cells, week_columns, week_spoken
from bpa_desktop.ui.widgets.table import Table

_COLUMNS = 5


class WeekRows(Table):
    """Rows with one tab stop; the present week is the one to begin at."""

    wanted = Signal(object)
    """The first day of a week that is to be shown in the roster."""

    def __init__(self) -> None:
        super().__init__(_COLUMNS)
        self._model: AccountModel | None = None
        self.rows.pressed.connect(self._press)

    def show_account(self, model: AccountModel, language: Language) -> None:
        """Show the weeks of a period; another period begins at the present week, or at its first."""
        is_other = self._model is None or self._model.account.period != model.account.period
        self._model = model
        self.rows.setAccessibleName(language.text("The weeks of the period"))
        self.show_rows(
            week_columns(language), [(week_cells(language, week), week_spoken(language, week)) for week in model.weeks]
        )
        if is_other:
            self.rows.keep(next((at for at, week in enumerate(model.weeks) if week.is_now), 0))

    def _press(self, place: int) -> None:
        if self._model is not None:
            self.wanted.emit(self._model.weeks[place].week.monday)
