"""The team's figures as a table for other programs: twelve months of calls, weekends and extra hours."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bpa_desktop.interchange.table_file import write_table
from bpa_desktop.texts.calls import team_listing
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.file_save import Wish, choose_place, save_and_say


def export_team(desk: Desk, window: QWidget) -> None:
    """Ask where the table shall be, write it, and say so."""
    text = desk.language.text
    wish = Wish(
        text("Save the team's figures as a table"), text("Tables (*.csv)"), f"team-{desk.today.isoformat()}.csv"
    )
    path = choose_place(window, wish)
    if path is not None:
        listing = team_listing(desk.language, desk.roster, limits=desk.limits, at=desk.history.clock.now())
        save_and_say(desk, path, content=write_table(desk.language, listing))
