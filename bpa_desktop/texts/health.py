"""The health of a store in words: what was looked at, what was found, and what to do about it."""

from __future__ import annotations

from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.health import Check, Checked, Fault, Health, Problem
from bpa_desktop.texts.error import error_text

_CHECKS = {
    Check.PLACE: mark("The place: on this computer, and in no synchronised folder"),
    Check.STORE: mark("The file is there"),
    Check.KEYS: mark("The keys beside it"),
    Check.KEY: mark("The key opens it"),
    Check.CONTENT: mark("Every page and every reference in it"),
    Check.PERMISSIONS: mark("Nobody else may read it"),
    Check.ROOM: mark("Room on the disk"),
    Check.BACKUPS: mark("The backups, byte for byte"),
    Check.SECOND_PLACE: mark("The second place for backups"),
}
_FAULTS = {
    Fault.OTHERS_MAY_READ: mark("{about} may be read by others on this computer. Take that right away from them."),
    Fault.LITTLE_ROOM: mark("There is little room left on the disk of {about}. Make room, or backups will fail."),
    Fault.NO_BACKUP: mark("There is no backup of what you have written. Make one now."),
    Fault.OLD_BACKUP: mark("What you wrote more than a week ago is in no backup. Make one now."),
    Fault.DAMAGED_BACKUP: mark("The backup {about} is not what was checked. Do not rely on it."),
    Fault.HIDDEN_BACKUPS: mark("The backups in {about} cannot be listed. Give yourself the right to read that folder."),
    Fault.SECOND_PLACE_OLD: mark("{about} has had no copy for more than a week. Connect it, and make a backup."),
}


def check_text(language: Language, check: Check) -> str:
    """Return what was looked at."""
    return language.text(_CHECKS[check])


def fault_text(language: Language, problem: Problem) -> str:
    """Return what is wrong and what to do."""
    if isinstance(problem.cause, Fault):
        return language.text(_FAULTS[problem.cause], about=problem.about)
    return error_text(language, problem.cause) or problem.code


def checked_lines(language: Language, one: Checked) -> tuple[str, ...]:
    """Return what was looked at, with a sign of whether it is well; below it what is wrong and what to do."""
    sign = "▲" if one.problems else "✓"
    return (f"{sign} {check_text(language, one.check)}", *(fault_text(language, problem) for problem in one.problems))


def spoken_check(language: Language, one: Checked) -> str:
    """Return the same for a screen reader: what the sign means in words."""
    found = " ".join(fault_text(language, problem) for problem in one.problems) or language.text("in order")
    return f"{check_text(language, one.check)}: {found}"


def health_text(language: Language, health: Health) -> str:
    """Return it all in one sentence."""
    if not health.opens:
        return language.text("The arrangement cannot be opened.")
    if not health.problems:
        return language.text("Everything is well.")
    return language.plural("{n} thing needs attention.", "{n} things need attention.", n=len(health.problems))
