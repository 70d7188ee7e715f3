"""Phrases of the steps that change what repeats: rotations and needs."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import Shift
from bpa_desktop.texts.pattern import times_text, weekday_text
from bpa_desktop.texts.told import Told


def _rotation_name(told: Told) -> str:
    rotation = told.after(Rotation) or told.before(Rotation)
    return rotation.name if rotation is not None else ""


def _keep_rotation(told: Told) -> str:
    return told.language.text("Rotation {name} saved", name=_rotation_name(told))


def _remove_rotation(told: Told) -> str:
    return told.language.text("Rotation {name} taken away", name=_rotation_name(told))


def _roll_out(told: Told) -> str:
    return told.language.plural(
        "Rotation rolled out: {n} shift", "Rotation rolled out: {n} shifts", n=told.touched(Shift)
    )


def _need_time(told: Told) -> str:
    need = told.after(Need) or told.before(Need)
    if need is None:
        return ""
    return f"{weekday_text(told.language, need.weekday)} {times_text(told.language, need.start, end=need.end)}"


def _keep_need(told: Told) -> str:
    return told.language.text("Need on {when} saved", when=_need_time(told))


def _remove_need(told: Told) -> str:
    return told.language.text("Need on {when} taken away", when=_need_time(told))


PATTERN_PHRASES: dict[str, Callable[[Told], str]] = {
    "keep_rotation": _keep_rotation,
    "remove_rotation": _remove_rotation,
    "roll_out": _roll_out,
    "keep_need": _keep_need,
    "remove_need": _remove_need,
}
