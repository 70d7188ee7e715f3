"""What becomes of the settings when a key is changed, and in words why one is not."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.settings import Settings
from bpa_desktop.ui.actions import plain
from bpa_desktop.ui.key_rules import KeyRefused, Why, keymap_of, refusal
from bpa_desktop.ui.keymap import SPECS, Keymap, declared_keys, native

_REFUSALS = {
    Why.TAKEN: mark("{key} is the key of {holder}. Choose another."),
    Why.WRITING: mark("{key} is needed to write and to move. Choose another."),
    Why.WALKING: mark("{key} moves shifts in the week. Choose another."),
    Why.ALTGR: mark("Ctrl+Alt is AltGr on a Norwegian keyboard. Choose another."),
    Why.SYSTEM: mark("The computer itself needs {key}. Choose another."),
    Why.MENU: mark("Alt and a letter open menus. Choose another."),
    Why.LETTERS_OFF: mark("Single-letter keys are switched off. Choose another."),
    Why.OTHER_VIEW: mark("{key} alone cannot do this. Add Ctrl."),
}


class KeyChanges:
    """The settings as they become; each change returns what to say, and whether it was refused."""

    def __init__(self, settings: Settings, language: Language) -> None:
        self.settings = settings
        self._language = language

    @property
    def keymap(self) -> Keymap:
        """The keys as they stand."""
        return keymap_of(self.settings)

    def command(self, action_id: str) -> str:
        """Return what a command is called."""
        return plain(self._language.text(SPECS[action_id].text))

    def give(self, action_id: str, key: str) -> tuple[str, bool]:
        """Give a command a key, "" for none."""
        refused = refusal(self.keymap, action_id, key=key) if key else None
        if refused is not None:
            return self._why_not(refused, key), True
        return self._put(self.keymap.with_key(action_id, key), action_id)

    def give_usual(self, action_id: str) -> tuple[str, bool]:
        """Give a command its own keys again, unless another has one of them by now."""
        for key in declared_keys(SPECS[action_id]):
            refused = refusal(self.keymap, action_id, key=key)
            if refused is not None and refused.why is Why.TAKEN:
                return self._why_not(refused, key), True
        return self._put(self.keymap.with_own_keys(action_id), action_id)

    def give_all_usual(self) -> tuple[str, bool]:
        """Give every command its own keys again."""
        self.settings = replace(self.settings, keys=())
        return self._language.text("All commands have their usual keys."), False

    def switch_letters(self, *, on: bool) -> tuple[str, bool]:
        """Have single letters and digits do something by themselves, or not."""
        self.settings = replace(self.settings, single_letters=on)
        text = self._language.text
        return (text("Single-letter keys are on.") if on else text("Single-letter keys are switched off.")), False

    def _put(self, keymap: Keymap, action_id: str) -> tuple[str, bool]:
        self.settings = replace(self.settings, keys=keymap.chosen)
        keys = native(keymap.keys(SPECS[action_id])) or self._language.text("no key")
        return f"{self.command(action_id)}: {keys}", False

    def _why_not(self, refused: KeyRefused, key: str) -> str:
        holder = self.command(refused.holder) if refused.holder else ""
        return self._language.text(_REFUSALS[refused.why], key=native((key,)), holder=holder)
