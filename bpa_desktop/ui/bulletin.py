"""Bulletin: a step becomes a Qt signal, and so does what has to be said."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from bpa_desktop.services.step import Step


class Bulletin(QObject):
    """Where every part of the window hears what the others did."""

    kept = Signal(object)
    """A Step was kept: done, undone or redone. Each view asks `step.touches(...)` and draws itself anew."""
    said = Signal(str)
    """A result in one sentence, for the status line and the screen reader."""
    refused = Signal(str)
    """A refusal in one sentence with how to mend it; spoken at once."""
    language_changed = Signal()
    """Every text has to be made again."""
    contents_chosen = Signal(object)
    """Other Contents were chosen for what is handed out: to be remembered."""
    hours_zoomed = Signal(int)
    """Hours are drawn so high, in percent of what is usual: to be remembered."""
    silence_chosen = Signal(bool)
    """It was chosen whether silence counts as a no: to be remembered."""
    settings_changed = Signal()
    """The desk says otherwise what counts among substitutes, or whether kinds of absence are shown."""
    wanted = Signal(str, str)
    """Another screen is wanted: its name, and the id of what to show there ("" for nothing in particular)."""

    def announce(self, step: Step) -> None:
        """Pass a step on; what the history's subscriber calls."""
        self.kept.emit(step)
