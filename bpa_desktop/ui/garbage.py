"""How seldom Python looks for garbage: what the program makes goes by itself, and looking stops everything."""

from __future__ import annotations

import gc

_NEW_THINGS = 50_000
"""Python's own 700 has it look a dozen times while one week is drawn."""


def look_seldom() -> None:
    """Have Python look for garbage seldom, and never again at what is there already: it stays to the end.

    Records, faces and models hold each other in no circles, so that they go with the last who holds them; only closed
    windows wait to be found. Looking through ten years of shifts takes longer than to draw a week of them.
    """
    gc.freeze()
    gc.set_threshold(_NEW_THINGS, *gc.get_threshold()[1:])
