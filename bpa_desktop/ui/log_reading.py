"""LogReading: the steps that are looked for in the change log, read page by page, the newest first. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, field

from bpa_desktop.services.audit import Wanted
from bpa_desktop.services.history import History
from bpa_desktop.texts.audit import Logged, LogWords


@dataclass
class LogReading:
    """What is looked for, what was found so far, and whether the log is read to its end."""

    history: History
    words: LogWords
    wanted: Wanted
    typed: str
    found: list[Logged] = field(default_factory=list)
    is_end: bool = False
    _last: str | None = None

    def read(self, page: int) -> None:
        """Read so many steps more; what lies further back is not read yet."""
        entries = self.history.entries(self._last, page)
        self._last = entries[-1].line.id if entries else self._last
        told = (self.words.logged(entry) for entry in entries if self.wanted.takes(entry))
        self.found += [one for one in told if one.has(self.typed)]
        since = self.wanted.since
        self.is_end = len(entries) < page or (since is not None and entries[-1].line.at < since)
