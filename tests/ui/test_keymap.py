"""Which key stands for what: as declared, as changed, and never one key for two things at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.i18n import Language
from bpa_desktop.services.settings import Settings
from bpa_desktop.ui import help_pages
from bpa_desktop.ui.actions import ACTIONS, plain
from bpa_desktop.ui.key_rules import Why, keymap_of, refusal
from bpa_desktop.ui.keymap import DECLARED, SPECS, Keymap, declared_keys, is_letter, is_of_views

IDS = [spec.id for spec in ACTIONS]
KEYS = ("Ctrl+J", "F6", "X", "N", "Del", "J", "PgUp", "Ctrl+2", "Ctrl+5", "Ctrl+B", "F7", "Ctrl+Z", "Ctrl+Alt+L", "Tab")
pytestmark = pytest.mark.usefixtures("qapp")  # it knows the keys of the platform
chosen = st.lists(st.tuples(st.sampled_from([*IDS, "unknown"]), st.sampled_from(["", *KEYS]) | st.text()), max_size=8)


def clashes(keymap: Keymap) -> list[tuple[str, str, str]]:
    """Return every key that two actions have which no view keeps apart."""
    found = []
    for place, one in enumerate(ACTIONS):
        for other in ACTIONS[place + 1 :]:
            for key in set(keymap.keys(one)) & set(keymap.keys(other)):
                shared = key in declared_keys(one) and key in declared_keys(other)
                apart = is_of_views(key) and (one.menu == "absence") != (other.menu == "absence")
                found += [] if shared or apart else [(key, one.id, other.id)]
    return found


def why(keymap: Keymap, action_id: str, key: str) -> Why | None:
    refused = refusal(keymap, action_id, key=key)
    return refused.why if refused is not None else None


@given(chosen, st.booleans())
def test_whatever_the_settings_hold_no_key_does_two_things(pairs: list[tuple[str, str]], letters: bool) -> None:
    keymap = keymap_of(Settings(keys=tuple(dict(pairs).items()), single_letters=letters))
    assert clashes(keymap) == []
    assert keymap.single_letters == letters


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(KEYS)), max_size=6))
def test_what_is_allowed_one_after_the_other_is_what_the_settings_give_back(pairs: list[tuple[str, str]]) -> None:
    keymap = DECLARED
    for action_id, key in pairs:
        if refusal(keymap, action_id, key=key) is None:
            keymap = keymap.with_key(action_id, key)
    assert clashes(keymap) == []
    assert keymap_of(Settings(keys=keymap.chosen)) == keymap


def test_a_senseless_key_falls_back_to_the_usual_one_or_to_none_where_another_has_that() -> None:
    keymap = keymap_of(Settings(keys=(("assign_shift", "Tab"), ("unknown", "F6"))))
    assert keymap == DECLARED
    keymap = keymap_of(Settings(keys=(("move_shift", "Ctrl+B"), ("assign_shift", "Tab"))))
    assert keymap.keys(SPECS["move_shift"]) == ("Ctrl+B",)
    assert keymap.keys(SPECS["assign_shift"]) == ()


def test_two_commands_can_change_keys_with_each_other() -> None:
    keymap = keymap_of(Settings(keys=(("move_shift", "Ctrl+B"), ("assign_shift", "F7"))))
    assert keymap.keys(SPECS["move_shift"]) == ("Ctrl+B",)
    assert keymap.keys(SPECS["assign_shift"]) == ("F7",)


@given(st.sampled_from(IDS))
def test_every_action_may_have_its_own_keys_and_none(action_id: str) -> None:
    for key in declared_keys(SPECS[action_id]):
        assert refusal(DECLARED, action_id, key=key) is None
    assert DECLARED.with_key(action_id, "").keys(SPECS[action_id]) == ()
    assert DECLARED.with_key(action_id, "").with_own_keys(action_id) == DECLARED


def test_a_key_that_another_has_is_refused_with_its_name() -> None:
    refused = refusal(DECLARED, "move_shift", key="Ctrl+B")
    assert refused is not None
    assert (refused.why, refused.holder) == (Why.TAKEN, "assign_shift")
    assert why(DECLARED.with_key("assign_shift", "Ctrl+J"), "move_shift", "Ctrl+B") is None


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("Ctrl+Left", Why.WRITING),
        ("Ctrl+A", Why.WRITING),
        ("Ctrl+C", Why.WRITING),
        ("Ctrl+Backspace", Why.WRITING),
        ("Space", Why.WRITING),
        ("Return", Why.WRITING),
        ("Shift+Tab", Why.WRITING),
        ("7", Why.WRITING),
        ("Alt+Left", Why.WALKING),
        ("Shift+Alt+Up", Why.WALKING),
        ("Ctrl+Alt+L", Why.ALTGR),
        ("Meta+L", Why.SYSTEM),
        ("Alt+F4", Why.SYSTEM),
        ("F10", Why.SYSTEM),
        ("Alt+F", Why.MENU),
        ("X", Why.OTHER_VIEW),
        ("Del", Why.OTHER_VIEW),
        ("Ctrl+J", None),
        ("F6", None),
        ("Shift+F6", None),
        ("Alt+7", None),
        ("Ctrl+Shift+L", None),
    ],
)
def test_keys_that_cannot_work_are_refused_each_for_its_reason(key: str, reason: Why | None) -> None:
    assert why(DECLARED, "publish_week", key) == reason


def test_a_letter_may_stand_for_one_thing_in_each_view() -> None:
    assert why(DECLARED, "copy_shift", "X") is None
    assert why(DECLARED, "remove_shift", "N") == Why.TAKEN
    assert why(DECLARED, "answer_yes", "N") == Why.TAKEN
    assert why(DECLARED.with_key("answer_no", "X"), "answer_yes", "N") is None
    assert why(DECLARED, "answer_yes", "Del") == Why.OTHER_VIEW


def test_letters_that_are_switched_off_do_nothing_are_shown_nowhere_and_are_not_given() -> None:
    off = Keymap(single_letters=False)
    assert [spec.id for spec in ACTIONS if any(is_letter(key) for key in off.working(spec))] == []
    assert off.view_key("copy_shift") == ""
    assert off.view_key("remove_shift") == "Del"
    assert off.answered("N", menus=("view", "shift")) == ""
    assert why(off, "copy_shift", "X") == Why.LETTERS_OFF
    assert off.named("Confirm Kari", "confirm_substitute") == "Confirm Kari"
    assert DECLARED.named("Confirm Kari", "confirm_substitute") == "Confirm Kari (B)"


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_the_list_of_keys_in_the_help_shows_those_in_force(code: str) -> None:
    language = Language(code)
    page = help_pages.keys_page(language, DECLARED.with_key("move_shift", "Ctrl+J").with_key("copy_shift", ""))
    assert f"- **Ctrl+J**: {plain(language.text(SPECS['move_shift'].text))}\n" in page
    assert f"- **{language.text('no key')}**: {plain(language.text(SPECS['copy_shift'].text))}\n" in page
    assert "**F7**" not in page
