"""Settings: what makes no sense falls back, and nothing in the file stops the program."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.ranking.weights import FACTORS, Importance, Weights
from bpa_desktop.services.settings import (
    HOUR_PERCENTS,
    LANGUAGES,
    THEMES,
    Settings,
    settings_data,
    settings_from,
    with_setting,
)

plain_data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda below: st.lists(below) | st.dictionaries(st.text(), below),
)


words = st.text(st.characters(exclude_characters=" \n"), min_size=1)
keys = st.dictionaries(words, st.text(st.characters(exclude_characters="\n"))).map(lambda found: tuple(found.items()))


@given(
    st.builds(
        Settings,
        st.sampled_from(LANGUAGES),
        st.sampled_from(THEMES),
        st.integers(100, 200),
        *(st.booleans() for _ in range(8)),
        keys,
        hour_percent=st.sampled_from(HOUR_PERCENTS),
    )
)
def test_settings_come_back_as_they_were_kept(settings: Settings) -> None:
    assert settings_from(settings_data(settings)) == settings


@given(plain_data)
def test_whatever_a_file_holds_gives_settings(data: object) -> None:
    assert isinstance(settings_from(data), Settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [("text_percent", 99), ("text_percent", 201), ("text_percent", True), ("theme", "pink"), ("language", "sv")]
    + [("keys", value) for value in ("quit", 3, ["quit Ctrl+L"], " Ctrl+L", "quit A\nquit B")]
    + [("single_letters", "no"), ("hour_percent", 99), ("hour_percent", True)],
)
def test_what_makes_no_sense_falls_back_to_the_default(name: str, value: object) -> None:
    assert settings_from({name: value}) == Settings()
    assert with_setting(Settings(), name, value=value) == Settings()


def test_the_sense_of_one_does_not_hang_on_another() -> None:
    assert settings_from({"theme": "dark", "language": "klingon", "unknown": 1}) == Settings(theme="dark")


@given(st.builds(Weights, **{name: st.sampled_from(Importance) for name in FACTORS}))
def test_weights_are_kept_as_words(weights: Weights) -> None:
    data = settings_data(Settings(weights=weights))
    assert settings_from(data).weights == weights
    assert set(str(data["weights"]).split()[1::2]) <= {"not", "a_little", "important"}


def test_a_weight_that_is_not_known_or_left_out_has_its_default() -> None:
    said = settings_from({"weights": "travel important\ncost hugely\nmoon important"}).weights
    assert said == replace(Weights(), travel=Importance.IMPORTANT)
