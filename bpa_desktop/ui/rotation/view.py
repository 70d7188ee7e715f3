"""The rotation: who comes in which week, and what is left uncovered?"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.step import Step
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.rotation.pattern_bar import PatternBar
from bpa_desktop.ui.rotation.pattern_commands import PatternCommands
from bpa_desktop.ui.rotation.pattern_forms import PatternForms
from bpa_desktop.ui.rotation.pattern_grid import PatternGrid
from bpa_desktop.ui.rotation.pattern_menu import open_pattern_menu
from bpa_desktop.ui.rotation.roll_out_panel import RollOutPanel
from bpa_desktop.ui.rotation.rotation_commands import RotationCommands
from bpa_desktop.ui.rotation.view_model import Item, PatternModel, build_pattern, chosen_rotation
from bpa_desktop.ui.rotation.wording import Wording, lead
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.view_choice import ViewChoice
from bpa_desktop.ui.widgets.header import ScreenHeader
from bpa_desktop.ui.widgets.scroll import ScrollArea

_RESTS_ON = (Rotation, Need, Shift, Assistant, Arrangement)


class RotationScreen(Screen):
    """The pattern with the needs below it; above it the form that is open. Rolling out takes the grid's place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen = ""
        self.model = PatternModel(None, ())
        self.grid, self.forms, self.panel = PatternGrid(), PatternForms(desk), RollOutPanel(desk)
        self._header, self._bar, self._scroll = ScreenHeader(), PatternBar(), ScrollArea()
        self._choice = ViewChoice()
        self._commands, self._of_place = RotationCommands(desk, self), PatternCommands(desk, self)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._header.main_pressed.connect(self._commands.main)
        self._bar.chosen.connect(self._choose)
        self._header.put_before_main(self._choice)
        for wanted in (self._bar.wanted, self.grid.wanted, self._choice.wanted):
            wanted.connect(lambda action_id: self.handlers().get(action_id, lambda: None)())
        self.grid.answers_key = self._commands.answer_key
        self.grid.menu_wanted.connect(lambda card: open_pattern_menu(self.desk, card))
        self.grid.moved.connect(lambda card: self._scroll.ensureWidgetVisible(card, GAP, GAP))
        self.forms.opening.connect(lambda: self.show_grid(visible=True))
        self.forms.kept.connect(self._go_to)
        for closed in (self.forms.closed, self.panel.closed):
            closed.connect(lambda: self.show_target(""))
        self._scroll.setWidget(self.grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * GAP)
        whole.addWidget(self._header)
        whole.addWidget(self._bar)
        whole.addWidget(self.forms)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.panel, 1)
        self.forms.close_all()

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id."""
        of_place = self._of_place.handlers() if self.panel.isHidden() else {}
        return {**self._commands.handlers(), **of_place}

    def show_target(self, target: str) -> None:
        """Close what is open; the focus goes to the pattern, or to the button that begins one."""
        self.forms.close_all()
        self.show_grid(visible=True)
        if self.model.rotation is None and not self.desk.roster.needs:
            self._header.main.setFocus()
        else:
            self.grid.focus_current()

    def show_grid(self, *, visible: bool) -> None:
        """Show the pattern, or give its place to the roll-out."""
        self._bar.setVisible(visible)
        self._scroll.setVisible(visible)
        if visible:
            self.panel.hide()

    def concerns(self, step: Step) -> bool:
        """Tell whether a step changes what is shown here."""
        return step.touches(*_RESTS_ON)

    def retranslate(self) -> None:
        """Make every text again."""
        text = self.desk.language.text
        self._header.title.setText(text("Rotation"))
        self._choice.show_view("rotation", self.desk.language)
        self._scroll.setAccessibleName(text("The pattern, week by week"))
        self._bar.retranslate(self.desk.language)
        self.forms.retranslate()
        self.panel.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Draw the pattern anew."""
        desk, text = self.desk, self.desk.language.text
        rotation = chosen_rotation(desk.roster, self._chosen, today=desk.today)
        self.model = build_pattern(desk.roster, rotation, limits=desk.limits, today=desk.today)
        self._header.lead.put(lead(desk.language, self.model))
        self._header.main.setText(text("Roll out") if rotation is not None else text("New rotation"))
        self._bar.show_rotations(desk.roster.rotations, rotation)
        self.grid.show_pattern(self.model, language=desk.language, wording=Wording(desk.language, desk.roster))
        self.forms.close_orphan()
        self.panel.refresh()

    def _choose(self, rotation: str) -> None:
        """Show another rotation, and say so."""
        self._chosen = rotation
        self.refresh()
        self.desk.bulletin.said.emit(lead(self.desk.language, self.model))

    def _go_to(self, kept: Item | Rotation) -> None:
        """Show what was kept; the form closes after that, and the focus stays on it."""
        if isinstance(kept, Rotation):
            self._chosen = kept.id
            self.refresh()
        else:
            self.grid.focus_item(kept)
