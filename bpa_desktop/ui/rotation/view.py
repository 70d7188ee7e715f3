"""The rotation: who comes in which week, and what is left uncovered?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.step import Step
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.rotation.line_drawer import LineDrawer
from bpa_desktop.ui.rotation.need_drawer import NeedDrawer
from bpa_desktop.ui.rotation.pattern_bar import PatternBar
from bpa_desktop.ui.rotation.pattern_card import PatternCard
from bpa_desktop.ui.rotation.pattern_commands import PatternCommands
from bpa_desktop.ui.rotation.pattern_drawer import PatternDrawer
from bpa_desktop.ui.rotation.pattern_grid import PatternGrid
from bpa_desktop.ui.rotation.pattern_menu import open_pattern_menu
from bpa_desktop.ui.rotation.roll_out_panel import RollOutPanel
from bpa_desktop.ui.rotation.rotation_drawer import RotationDrawer
from bpa_desktop.ui.rotation.view_model import Item, PatternModel, build_pattern, chosen_rotation
from bpa_desktop.ui.rotation.wording import Wording, lead
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.header import ScreenHeader

_LETTERS_WIDE = 72
_RESTS_ON = (Rotation, Need, Shift, Assistant, Arrangement)


class RotationScreen(Screen):
    """The pattern with the needs below it; above it the form that is open. Rolling out takes the grid's place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen = ""
        self.model = PatternModel(None, ())
        self.grid = PatternGrid()
        self.line_drawer, self.need_drawer = LineDrawer(desk), NeedDrawer(desk)
        self._rotation_drawer = RotationDrawer(desk)
        self._drawers: tuple[PatternDrawer, ...] = (self.line_drawer, self.need_drawer, self._rotation_drawer)
        self._header, self._bar = ScreenHeader(), PatternBar()
        self._scroll, self._panel = QScrollArea(), RollOutPanel(desk)
        self._commands = PatternCommands(desk, self)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._header.main_pressed.connect(self._main)
        self._bar.chosen.connect(self._choose)
        for part in (self._bar, self.grid):
            part.wanted.connect(self._run)
        self.grid.menu_wanted.connect(self._open_menu)
        self.grid.moved.connect(lambda card: self._scroll.ensureWidgetVisible(card, GAP, GAP))
        self._panel.closed.connect(self._close)
        self._scroll.setWidget(self.grid)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * GAP)
        whole.addWidget(self._header)
        whole.addWidget(self._bar)
        for drawer in self._drawers:
            drawer.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
            drawer.closed.connect(self._close)
            drawer.kept.connect(self._go_to)
            whole.addWidget(drawer)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._panel, 1)

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id."""
        found: Handlers = {
            "rotation": self._close,
            "week_grid": lambda: self._to_roster("week_grid"),
            "agenda": lambda: self._to_roster("agenda"),
            "new_rotation": self._begin_rotation,
        }
        if self.model.rotation is not None:
            found |= {"edit_rotation": self._edit_rotation, "roll_out": self._roll_out}
        return {**found, **self._commands.handlers()} if self._panel.isHidden() else found

    def show_target(self, target: str) -> None:
        """Put the focus on the pattern; where there is none yet, on the button that begins one."""
        self._close()

    def concerns(self, step: Step) -> bool:
        """Tell whether a step changes what is shown here."""
        return step.touches(*_RESTS_ON)

    def retranslate(self) -> None:
        """Make every text again."""
        text = self.desk.language.text
        self._header.title.setText(text("Rotation"))
        self._scroll.setAccessibleName(text("The pattern, week by week"))
        self._bar.retranslate(self.desk.language)
        for drawer in self._drawers:
            drawer.retranslate()
        self._panel.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Draw the pattern anew."""
        desk = self.desk
        rotation = chosen_rotation(desk.roster, self._chosen, today=desk.today)
        self.model = build_pattern(desk.roster, rotation, limits=desk.limits, today=desk.today)
        text = desk.language.text
        self._header.lead.put(lead(desk.language, self.model))
        self._header.main.setText(text("Roll out") if rotation is not None else text("New rotation"))
        self._bar.show_rotations(desk.roster.rotations, rotation)
        self.grid.show_pattern(self.model, language=desk.language, wording=Wording(desk.language, desk.roster))
        if self._rotation_drawer.is_orphan:
            self._close()
        self._panel.refresh()

    def begin(self, drawer: PatternDrawer | None) -> None:
        """Make room for a form that is about to open: only one is."""
        for other in self._drawers:
            if other is not drawer:
                other.hide()
        self._panel.hide()
        self._bar.show()
        self._scroll.show()

    def _run(self, action_id: str) -> None:
        handler = self.handlers().get(action_id)
        if handler is not None:
            handler()

    def _main(self) -> None:
        self._run("roll_out" if self.model.rotation is not None else "new_rotation")

    def _choose(self, rotation: str) -> None:
        self._chosen = rotation
        self.refresh()
        self.desk.bulletin.said.emit(lead(self.desk.language, self.model))

    def _begin_rotation(self) -> None:
        self.begin(self._rotation_drawer)
        self._rotation_drawer.open_on(None)

    def _edit_rotation(self) -> None:
        self.begin(self._rotation_drawer)
        self._rotation_drawer.open_on(self.model.rotation)

    def _roll_out(self) -> None:
        if self.model.rotation is not None:
            self.begin(None)
            self._bar.hide()
            self._scroll.hide()
            self._panel.open_on(self.model.rotation)

    def _go_to(self, kept: Item | Rotation) -> None:
        """Show what was kept; the drawer closes after that, and the focus stays on it."""
        if isinstance(kept, Rotation):
            self._chosen = kept.id
            self.refresh()
        else:
            self.grid.focus_item(kept)

    def _close(self) -> None:
        self.begin(None)
        if self.model.rotation is None and not self.desk.roster.needs:
            self._header.main.setFocus()
        else:
            self.grid.focus_current()

    def _open_menu(self, card: PatternCard) -> QMenu:
        return open_pattern_menu(self.desk, card)

    def _to_roster(self, view: str) -> None:
        self.desk.bulletin.wanted.emit("roster", "")
        self.desk.actions[view].trigger()
