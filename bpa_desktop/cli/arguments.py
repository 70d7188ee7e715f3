"""The options that every command shares: found before or after the command, without anything heavy imported."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bpa_desktop.i18n import CODES

_VALUED = ("--lang", "--data-dir", "--passphrase-file")
_SOURCE_LANGUAGE = "en"


class SharedOptionError(Exception):
    """A shared option without its value, or with one it does not take: the option, and the value or None."""

    def __init__(self, option: str, value: str | None, language: str) -> None:
        super().__init__(option)
        self.option = option
        self.value = value
        self.language = language


@dataclass(frozen=True)
class SharedOptions:
    """Where the arrangement is, in which language it is spoken of, whether it is the demo, and in safe mode.

    `language` is nb, nn or en; `language_chosen` tells whether it was asked for, or is the desktop's.
    """

    language: str = _SOURCE_LANGUAGE
    language_chosen: bool = False
    data_dir: Path | None = None
    passphrase_file: Path | None = None
    demo: bool = False
    safe: bool = False


def split(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> tuple[SharedOptions, list[str]]:
    """Return the shared options, and the arguments that are left in their order. Raises SharedOptionError."""
    options = SharedOptions(language=desktop_language(os.environ if environment is None else environment))
    waiting, rest = list(arguments), []
    while waiting:
        argument = waiting.pop(0)
        name, equals, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *waiting]
            break
        if argument == "--demo":
            options = replace(options, demo=True)
        elif argument == "--safe-mode":
            options = replace(options, safe=True)
        elif name in _VALUED:
            given = value if equals else waiting.pop(0) if waiting else None
            options = _with(options, name, given)
        else:
            rest.append(argument)
    return options, rest


def _with(options: SharedOptions, name: str, value: str | None) -> SharedOptions:
    if not value or (name == "--lang" and value not in CODES):
        raise SharedOptionError(name, value, options.language)
    if name == "--lang":
        return replace(options, language=value, language_chosen=True)
    if name == "--data-dir":
        return replace(options, data_dir=Path(value))
    return replace(options, passphrase_file=Path(value))


def desktop_language(environment: Mapping[str, str]) -> str:
    """Return the desktop's language where the program speaks it, else English."""
    said = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    code = said.replace("-", "_").split("_")[0].split(".")[0].lower()
    code = "nb" if code == "no" else code
    return code if code in CODES else _SOURCE_LANGUAGE
