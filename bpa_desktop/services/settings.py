"""Settings: how the program looks and speaks on this computer; no word of anybody's arrangement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from bpa_desktop.ranking.weights import USUAL, Weights, weights_from
from bpa_desktop.services.handout import Contents

LANGUAGES = ("", "nb", "nn", "en")
THEMES = ("system", "light", "dark", "high_contrast")
TEXT_PERCENTS = (100, 110, 125, 150, 175, 200)
USUAL_HOUR = 100
HOUR_PERCENTS = (50, 75, USUAL_HOUR, 150, 200, 300, 400)
LOCK_MINUTES = (0, 5, 10, 15, 30, 60)
CLIPBOARD_MINUTES = (0, 1, 5, 10, 30)

_CHOICES: dict[str, tuple[object, ...]] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "hour_percent": HOUR_PERCENTS,
    "lock_minutes": LOCK_MINUTES,
    "clipboard_minutes": CLIPBOARD_MINUTES,
}


@dataclass(frozen=True)
class Settings:
    """One value for everything that can be set; each field with its default and its meaning.

    `language`: nb, nn or en; "" follows the desktop. `theme`: one of THEMES; "system" is light, or high contrast where
    the desktop asks for contrast. `text_percent`: size of text, 100 to 200. `large_targets`: cards and buttons 60
    pixels high. `notification`: the status line also shows itself as a notification, for screen readers that know no
    announcements. `tell_whole_names`, `tell_places`, `tell_tasks`, `tell_notes`: what was last chosen to be told of
    the shifts that are handed out. `single_letters`: single letters and digits do something by themselves while a card
    or a row has the focus. `silence_is_no`: who has not answered in time counts as having said no. `keys`: an action's
    id and the key it has instead of its own, "" for none. `weights`: what counts how much among substitutes who are
    otherwise alike. `hour_percent`: how high an hour is in a day or week by the hour, one of HOUR_PERCENTS.
    `hide_kinds`: absences are shown without their kind, for when others look on.
    `lock_minutes`: the window locks after so long without a key or a pointer, or after the computer slept; 0 is never,
    and usual, since a lock can strand a person who needs help to type. `emergency_when_locked`: who comes next, with
    telephone numbers, stands on the locked page. `clipboard_minutes`: what the program copied is taken off the
    clipboard after so long, when it locks, and when it ends; 0 is never.
    """

    language: str = ""
    theme: str = "system"
    text_percent: int = 100
    large_targets: bool = False
    notification: bool = True
    tell_whole_names: bool = False
    tell_places: bool = False
    tell_tasks: bool = False
    tell_notes: bool = False
    single_letters: bool = True
    silence_is_no: bool = False
    keys: tuple[tuple[str, str], ...] = ()
    weights: Weights = USUAL
    hour_percent: int = USUAL_HOUR
    hide_kinds: bool = False
    lock_minutes: int = 0
    emergency_when_locked: bool = False
    clipboard_minutes: int = 10

    @property
    def contents(self) -> Contents:
        """How much is told of a shift that is handed out."""
        return Contents(self.tell_whole_names, self.tell_places, self.tell_tasks, self.tell_notes)

    def telling(self, contents: Contents) -> Settings:
        """Return the settings with another choice of what is told."""
        told = {f"tell_{name}": value for name, value in asdict(contents).items()}
        return replace(self, **told)


def steps(now: int, percents: Sequence[int], *, usual: int) -> tuple[int | None, int | None, int | None]:
    """Return the next larger of some sizes, the next smaller, and the usual one; None where there is no other."""
    larger = next((one for one in percents if one > now), None)
    smaller = next((one for one in reversed(percents) if one < now), None)
    return larger, smaller, usual if now != usual else None


def settings_from(data: object) -> Settings:
    """Return the settings that a file holds; what is unknown or makes no sense falls back to its default.

    A settings file is never a reason not to start.
    """
    known = data if isinstance(data, dict) else {}
    settings = Settings()
    for field in fields(Settings):
        value = known.get(field.name)
        settings = with_setting(settings, field.name, value=_READ.get(field.name, _as_is)(value))
    return settings


def with_setting(settings: Settings, name: str, *, value: object) -> Settings:
    """Return the settings with one of them changed; the same settings when the value makes no sense there.

    Raises AttributeError for a setting there is not.
    """
    if type(value) is not type(getattr(settings, name)) or not _makes_sense(name, value):
        return settings
    changed: dict[str, Any] = {name: value}  # its type was just compared with the field's
    return replace(settings, **changed)


def settings_data(settings: Settings) -> dict[str, str | int | bool]:
    """Return the settings as plain data for a file: keys and weights are lines, each a name, a blank and a word."""
    pairs = {"keys": settings.keys, "weights": settings.weights.words.items()}
    return asdict(settings) | {name: "\n".join(f"{key} {word}" for key, word in each) for name, each in pairs.items()}


def _makes_sense(name: str, value: object) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name == "text_percent":
        return isinstance(value, int) and TEXT_PERCENTS[0] <= value <= TEXT_PERCENTS[-1]
    return name != "keys" or _are_keys(value)


def _pairs_of(value: object) -> tuple[tuple[str, str], ...]:
    lines = value.split("\n") if isinstance(value, str) else ()
    return tuple((action, key) for action, blank, key in (line.partition(" ") for line in lines) if action and blank)


def _weights_of(value: object) -> Weights:
    return weights_from(dict(_pairs_of(value)))


def _as_is(value: object) -> object:
    return value


_READ: dict[str, Callable[[object], object]] = {"keys": _pairs_of, "weights": _weights_of}


def _are_keys(value: object) -> bool:
    """Tell whether keys are pairs that a file can hold, at most one for an action."""
    if not isinstance(value, tuple) or not all(isinstance(pair, tuple) and len(pair) == 2 for pair in value):
        return False
    texts = [text for pair in value for text in pair]
    actions = [action for action, _ in value]
    return (
        all(isinstance(text, str) and "\n" not in text for text in texts)
        and all(action and " " not in action for action in actions)
        and len(set(actions)) == len(actions)
    )
