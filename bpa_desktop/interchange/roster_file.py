"""The roster file, `bpa-roster/1`: what carries a whole arrangement in and out."""

from bpa_desktop.interchange.problems import Problem, RosterFileError
from bpa_desktop.interchange.reader import read_roster
from bpa_desktop.interchange.writer import write_roster

__all__ = ["Problem", "RosterFileError", "read_roster", "write_roster"]
