"""BackDrawer: somebody is back at work on a day, or was not absent after all; who has the shifts then."""

from __future__ import annotations

from collections.abc import Mapping

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.span import EmptySpanError
from bpa_desktop.services.absence import OverlapError, end_absence, ended, given_away, remove_absence
from bpa_desktop.services.history import UnknownRecordError
from bpa_desktop.texts import name_of
from bpa_desktop.ui.absence.hand_back import HandBack
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer
from bpa_desktop.ui.widgets.entry import NoDayError, day_entry, parse_day

_BACK_ON = "back_on"


class BackDrawer(Drawer):
    """Asks for the day, and about each shift that a substitute has; one step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._absence: Absence | None = None
        self._removing = False
        self._hand_back = HandBack(desk, save=self._save_once, leave=self.closed.emit)
        self.form.add(_BACK_ON)
        self.form.changed.connect(self._ask)
        self.column.insertWidget(self.column.indexOf(self.form) + 1, self._hand_back)

    def begin_with(self, absence: Absence, *, removing: bool) -> None:
        """Open about an absence: to end it on a day, today unless told otherwise, or to take it away."""
        self._absence, self._removing = absence, removing
        self.retranslate()
        self.form.show_field(_BACK_ON, not removing)
        self.form.fill({_BACK_ON: day_entry(self.desk.today)})
        self._ask()
        self.show()
        if removing:
            self._hand_back.focus()
        else:
            self.form.focus(_BACK_ON)

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        language, absence = self.desk.language, self._absence
        self.form.label(_BACK_ON, language.text("First day back at work"))
        name = name_of(language, self.desk.roster, assistant=absence.assistant if absence is not None else None)
        said = language.text("{name} was not absent after all.", name=name)
        self.teaching.put(said if self._removing else language.text("{name} is back at work.", name=name))
        self._ask()

    def keep(self) -> Mapping[str, str]:
        """End the absence, or take it away; return what is wrong with the day."""
        absence = self._absence
        if absence is None:
            return {}
        text, back = self.desk.language.text, self._hand_back.back
        try:
            if self._removing:
                remove_absence(self.desk.history, absence.id, back=back)
            else:
                day = parse_day(self.form.values()[_BACK_ON], near=self.desk.today)
                end_absence(self.desk.history, absence.id, back_on=day, back=back)
        except NoDayError:
            return {_BACK_ON: text("Write a day like 4.12.2026.")}
        except EmptySpanError:
            return {_BACK_ON: text("Write a day after the absence began, or take it away.")}
        except (OverlapError, UnknownRecordError) as error:
            return {_BACK_ON: self.why_refused(error)}
        return {}

    def _ask(self) -> None:
        """Ask about the shifts that the absence no longer covers."""
        if self._absence is None:
            return
        roster, span = self.desk.roster, None
        if not self._removing:
            try:
                day = parse_day(self.form.values()[_BACK_ON], near=self.desk.today)
                span = ended(roster, self._absence, back_on=day).span
            except (NoDayError, EmptySpanError):
                span = self._absence.span
        self._hand_back.ask(given_away(roster, self._absence, span=span))
