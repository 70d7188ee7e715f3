"""Deeds as a slow oracle: every line of the journal played from the first on, each time somebody asks."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bpa_desktop.services.step import ERASING, Direction, StepLine


def played(lines: Sequence[StepLine]) -> tuple[list[list[str]], list[list[str]], list[str]]:
    """Return the ids of the deeds that can be undone, newest first, and done again; and all steps not undone."""
    done: list[list[str]] = []
    undone: list[list[str]] = []
    final = 0
    for line in lines:
        if line.direction is Direction.DONE:
            undone = []
            done = [*done[:-1], [*done[-1], line.id]] if line.continues else [*done, [line.id]]
            final = len(done) if line.verb in ERASING else final
            continue
        source, target = (done, undone) if line.direction is Direction.UNDONE else (undone, done)
        at = next(place for place, deed in enumerate(source) if deed[-1] == line.of)
        target.extend(reversed(source[at:]))
        del source[at:]
    return done[final:][::-1], undone[::-1], [step_id for deed in done for step_id in deed]


def in_force(lines: Sequence[StepLine], verbs: Collection[str]) -> list[str]:
    """Return the ids of the steps of some verbs that were not undone, oldest first."""
    verb_of = {line.id: line.verb for line in lines}
    return [step_id for step_id in played(lines)[2] if verb_of[step_id] in verbs]
