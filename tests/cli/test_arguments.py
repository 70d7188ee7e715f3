"""The shared options are found before and after the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from bpa_desktop.cli.arguments import SharedOptionError, SharedOptions, desktop_language, split

NORWEGIAN = {"LANG": "nb_NO.UTF-8"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "en", "--data-dir", "d", "check", "f", "--json"],
        ["check", "f", "--json", "--lang=en", "--data-dir=d"],
        ["check", "--data-dir", "d", "f", "--lang", "en", "--json"],
    ],
)
def test_shared_options_may_stand_anywhere(arguments: list[str]) -> None:
    options, rest = split(arguments, NORWEGIAN)
    assert options == SharedOptions("en", True, Path("d"))
    assert rest == ["check", "f", "--json"]


def test_what_follows_two_hyphens_is_left_alone() -> None:
    options, rest = split(["check", "--", "--lang", "en"], NORWEGIAN)
    assert not options.language_chosen
    assert rest == ["check", "--", "--lang", "en"]


@pytest.mark.parametrize("arguments", [["--lang"], ["--lang="], ["--lang", "de"], ["check", "--data-dir"]])
def test_a_shared_option_without_a_good_value_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SharedOptionError):
        split(arguments, NORWEGIAN)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "no_NO"}, "nb"),
        ({"LANG": "nn_NO.UTF-8"}, "nn"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "nb_NO", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "nb_NO", "LC_MESSAGES": "en_US", "LC_ALL": "nn_NO"}, "nn"),
        ({"LANG": "nb-NO", "LC_ALL": ""}, "nb"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_desktops_where_the_program_speaks_it(environment: dict[str, str], code: str) -> None:
    assert desktop_language(environment) == code


def test_demo_and_passphrase_file_are_shared_too() -> None:
    options, rest = split(["--demo", "--passphrase-file", "p"], {})
    assert options == SharedOptions("en", demo=True, passphrase_file=Path("p"))
    assert rest == []
