"""How seldom Python looks for garbage: nearly all that the program makes goes by itself, and looking stops everything.

Records, faces and models hold each other in no circles, so that each goes with the last who holds it. Only closed
windows have to be looked for.
"""

from __future__ import annotations

import gc
from functools import cache

_NEW_THINGS = 50_000
"""Python's own 700 has it look two dozen times while a change to ten years of shifts is checked."""


def look_seldom() -> None:
    """Have Python look for garbage only when this many new things are there."""
    gc.set_threshold(_NEW_THINGS, *gc.get_threshold()[1:])


@cache
def pass_over_what_is_there() -> None:
    """Have Python never look again at what there is when a file was opened first: it is there to the end.

    Without it a week is drawn half as slowly again whenever Python chooses that moment to look at all of it. What is
    opened later is looked at: among it may be windows of the file before. That it was done is remembered, since to ask
    how much is passed over is to walk through all of it.
    """
    gc.freeze()
