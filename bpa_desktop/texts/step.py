"""A step as one phrase: what the status line says, and what undo is named after."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services.step import SEVERAL, Direction, Step
from bpa_desktop.texts.arrival_step import ARRIVAL_PHRASES
from bpa_desktop.texts.cost_step import COST_PHRASES
from bpa_desktop.texts.day_note_step import DAY_NOTE_PHRASES
from bpa_desktop.texts.erasure_step import ERASURE_PHRASES
from bpa_desktop.texts.lock_step import LOCK_PHRASES
from bpa_desktop.texts.pattern_step import PATTERN_PHRASES
from bpa_desktop.texts.publication_step import PUBLICATION_PHRASES
from bpa_desktop.texts.several_steps import several_phrase
from bpa_desktop.texts.substitute_step import FORMER_PHRASES, SUBSTITUTE_PHRASES
from bpa_desktop.texts.told import Told


def step_text(language: Language, step: Step, *, roster: Roster | None) -> str:
    """Return what just happened, with undo and redo said as such. The roster, if there is one, gives the names."""
    phrase = step_phrase(language, step, roster=roster)
    if step.line.direction is Direction.UNDONE:
        return language.text("Undone: {phrase}.", phrase=phrase)
    if step.line.direction is Direction.REDONE:
        return language.text("Done again: {phrase}.", phrase=phrase)
    return language.text("{phrase}.", phrase=phrase)


def step_phrase(language: Language, step: Step, *, roster: Roster | None) -> str:
    """Return what the user did, the same phrase for doing, undoing and doing again."""
    if step.line.verb == SEVERAL:
        return several_phrase(Told(language, step, roster=roster))
    phrase = _PHRASES.get(step.line.verb) or FORMER_PHRASES[step.line.verb]
    return phrase(Told(language, step, roster=roster))


def _add_shift(told: Told) -> str:
    shift, several = told.after(Shift), told.touched(Shift)
    if several > 1:
        return told.language.plural("{n} new shift", "{n} new shifts", n=several)
    if shift is None or shift.assistant is None:
        return told.language.text("New open shift {when}", when=told.when(shift))
    return told.language.text("New shift {when} for {name}", when=told.when(shift), name=told.name(shift.assistant))


def _edit_shift(told: Told) -> str:
    if (several := told.touched(Shift)) > 1:
        return told.language.plural("{n} shift changed", "{n} shifts changed", n=several)
    return told.language.text("Shift {when} changed", when=told.when(told.after(Shift)))


def _assign_shift(told: Told) -> str:
    shift, substitutes = told.after(Shift), _substitutes(told)
    if told.touched(Shift) + len(substitutes) > 1:
        return _assign_several(told, substitutes)
    if substitutes:
        return told.language.text("{name} takes {when}", name=told.name(substitutes[0]), when=told.asked_shift())
    if shift is None:
        return told.language.text("The substitute was let go")
    if shift.assistant is None:
        return told.language.text("Shift {when} opened", when=told.when(shift))
    return told.language.text("{when} given to {name}", when=told.when(shift), name=told.name(shift.assistant))


def _substitutes(told: Told) -> list[str]:
    """Return who was chosen to take a shift, one for each."""
    requests = told.all_after(SubstituteRequest)
    return [request.chosen for request in requests if request.chosen is not None]


def _assign_several(told: Told, substitutes: list[str]) -> str:
    plural = told.language.plural
    holders = [*(shift.assistant for shift in told.all_after(Shift)), *substitutes]
    if len(set(holders)) > 1:
        return plural("{n} shift given to somebody else", "{n} shifts given to somebody else", n=len(holders))
    if holders[0] is None:
        return plural("{n} shift opened", "{n} shifts opened", n=len(holders))
    name = told.name(holders[0])
    return plural("{n} shift given to {name}", "{n} shifts given to {name}", n=len(holders), name=name)


def _swap_shifts(told: Told) -> str:
    shifts = told.all_after(Shift)
    holders = [*(shift.assistant for shift in shifts), *_substitutes(told)]
    names = sorted(told.name(holder) for holder in holders if holder is not None)
    if len(names) == 2:
        return told.language.text("{name} and {other} swapped shifts", name=names[0], other=names[1])
    return told.language.text("Two shifts swapped")


def _split_shift(told: Told) -> str:
    at = max(shift.span.start for shift in told.all_after(Shift))
    return told.language.text("Shift {when} split at {time}", when=told.when(told.before(Shift)), time=told.clock(at))


def _move_shift(told: Told) -> str:
    shift, several = told.after(Shift), told.touched(Shift)
    if several > 1:
        return told.language.plural("{n} shift moved", "{n} shifts moved", n=several)
    holder = shift.assistant if shift is not None else None
    if shift is not None and told.roster is not None and not told.touched(SubstituteRequest):
        holder = told.roster.substitutes.get(shift.id, holder)
    if holder is None:
        return told.language.text("Open shift moved to {when}", when=told.when(shift))
    return told.language.text("{name} moved to {when}", when=told.when(shift), name=told.name(holder))


def _remove_shift(told: Told) -> str:
    if (several := told.touched(Shift)) > 1:
        return told.language.plural("{n} shift deleted", "{n} shifts deleted", n=several)
    return told.language.text("Shift {when} deleted", when=told.when(told.before(Shift)))


def _register_absence(told: Told) -> str:
    absence = told.after(Absence)
    name = told.name(absence.assistant if absence else None)
    opened = told.language.plural("{n} shift opened", "{n} shifts opened", n=told.touched(SubstituteRequest))
    return told.language.text("{name} is absent {when}: {opened}", name=name, when=told.when(absence), opened=opened)


def _remove_absence(told: Told) -> str:
    absence = told.before(Absence)
    name = told.name(absence.assistant if absence else None)
    return told.language.text("{name} is not absent {when} after all", name=name, when=told.when(absence))


def _change_absence(told: Told) -> str:
    absence = told.after(Absence)
    name = told.name(absence.assistant if absence else None)
    return told.language.text("{name} is now absent {when}", name=name, when=told.when(absence))


def _end_absence(told: Told) -> str:
    absence = told.after(Absence)
    name = told.name(absence.assistant if absence else None)
    return told.language.text("{name} is back, after absence {when}", name=name, when=told.when(absence))


def _mend_finding(told: Told) -> str:
    before, after = told.before(Shift), told.after(Shift)
    if before is not None and after is not None and before.assistant != after.assistant:
        return told.language.text("{when} given to {name}", when=told.when(after), name=told.name(after.assistant))
    return told.language.text("Mended: the shift is now {when}", when=told.when(after))


def _keep_finding(told: Told) -> str:
    kept = told.after(KeptFinding)
    return told.language.text("Kept as it is: {reason}", reason=kept.reason if kept is not None else "")


def _release_finding(told: Told) -> str:
    return told.language.text("No longer kept as it is")


def _add_assistant(told: Told) -> str:
    assistant = told.after(Assistant)
    return told.language.text("{name} joined the team", name=assistant.name if assistant else "")


def _edit_assistant(told: Told) -> str:
    assistant = told.after(Assistant)
    return told.language.text("{name} changed", name=assistant.name if assistant else "")


def _create_arrangement(told: Told) -> str:
    arrangement = told.after(Arrangement)
    return told.language.text("{name} begun", name=arrangement.name if arrangement else "")


def _edit_arrangement(told: Told) -> str:
    arrangement = told.after(Arrangement)
    return told.language.text("{name} changed", name=arrangement.name if arrangement else "")


def _awarded_from(told: Told, award: Award | None) -> str:
    first = award.days.first if award is not None else None
    return told.language.date(first, "date") if first is not None else ""


def _add_award(told: Told) -> str:
    award = told.after(Award)
    hours = told.language.hours(award.weekly_hours.total if award is not None else Decimal(0))
    return told.language.text("New award of {hours} a week from {day}", hours=hours, day=_awarded_from(told, award))


def _edit_award(told: Told) -> str:
    return told.language.text("Award from {day} changed", day=_awarded_from(told, told.after(Award)))


def _remove_award(told: Told) -> str:
    return told.language.text("Award from {day} taken away", day=_awarded_from(told, told.before(Award)))


def _import_roster(told: Told) -> str:
    return told.language.plural("{n} record brought in", "{n} records brought in", n=len(told.step.changes))


def _restore_backup(told: Told) -> str:
    return told.language.plural(
        "Backup brought back: {n} entry changed", "Backup brought back: {n} entries changed", n=len(told.step.changes)
    )


_PHRASES: dict[str, Callable[[Told], str]] = {
    "add_shift": _add_shift,
    "edit_shift": _edit_shift,
    "assign_shift": _assign_shift,
    "move_shift": _move_shift,
    "swap_shifts": _swap_shifts,
    "split_shift": _split_shift,
    "remove_shift": _remove_shift,
    "register_absence": _register_absence,
    "remove_absence": _remove_absence,
    "change_absence": _change_absence,
    "end_absence": _end_absence,
    "add_assistant": _add_assistant,
    "edit_assistant": _edit_assistant,
    "create_arrangement": _create_arrangement,
    "edit_arrangement": _edit_arrangement,
    "add_award": _add_award,
    "edit_award": _edit_award,
    "remove_award": _remove_award,
    "import_roster": _import_roster,
    "restore_backup": _restore_backup,
    "mend_finding": _mend_finding,
    "keep_finding": _keep_finding,
    "release_finding": _release_finding,
    **PATTERN_PHRASES,
    **COST_PHRASES,
    **PUBLICATION_PHRASES,
    **DAY_NOTE_PHRASES,
    **ARRIVAL_PHRASES,
    **LOCK_PHRASES,
    **ERASURE_PHRASES,
    **SUBSTITUTE_PHRASES,
}
VERBS = tuple(_PHRASES)
