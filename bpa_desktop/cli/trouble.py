"""Errors to lines and an exit status; what is nobody's fault but the program's too."""

from __future__ import annotations

import traceback
from pathlib import Path

import typer

from bpa_desktop.cli.session import Status
from bpa_desktop.i18n import Language
from bpa_desktop.services import trouble
from bpa_desktop.services.backup import UnknownBackupError
from bpa_desktop.services.cost import CostUnknownError
from bpa_desktop.services.history import UnknownRecordError
from bpa_desktop.services.labour import NoPayAgreementError
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.price_list import BrokenListError
from bpa_desktop.services.records import NoArrangementError
from bpa_desktop.services.roster import OtherArrangementError
from bpa_desktop.tariff.errors import TariffError
from bpa_desktop.texts.error import error_text
from bpa_desktop.texts.problem import Problem, problem_text

_BAD_INPUT = (
    BrokenListError,
    UnknownBackupError,
    CostUnknownError,
    NoPayAgreementError,
    UnknownRecordError,
    NoArrangementError,
    OtherArrangementError,
    LockedError,
    TariffError,
    trouble.NoFolderError,
    trouble.OtherStoreError,
)
_DISK = (trouble.DiskFullError, trouble.DiskFailedError, trouble.ReadOnlyStoreError, trouble.BusyError)


def told(language: Language, error: Exception) -> tuple[list[str], Status]:
    """Return what to say about an error, and the exit status."""
    if isinstance(error, typer.TyperException):
        return [usage_text(language, error)], Status.BAD_INPUT
    problems: tuple[Problem, ...] | None = getattr(error, "problems", None)
    if problems:
        return problem_lines(language, problems), Status.BAD_INPUT
    said = error_text(language, error)
    if said is not None:
        return [said], _status(error)
    if isinstance(error, OSError):
        reason = error.strerror or type(error).__name__
        return [f"{error.filename}: {reason}" if error.filename else reason], Status.FAILED
    return [_ours(language, error)], Status.FAILED


def problem_lines(language: Language, problems: tuple[Problem, ...]) -> list[str]:
    """Return what is wrong with a file, one problem a line, under a heading."""
    heading = language.plural(
        "The file has {n} problem; nothing was done.", "The file has {n} problems; nothing was done.", n=len(problems)
    )
    return [heading, *(problem_text(language, problem) for problem in problems)]


def _status(error: Exception) -> Status:
    if isinstance(error, _BAD_INPUT):
        return Status.BAD_INPUT
    if isinstance(error, trouble.StoreError) and not isinstance(error, _DISK):
        return Status.STORE_CLOSED
    return Status.FAILED


def usage_text(language: Language, error: typer.TyperException) -> str:
    """Return what is wrong with how a command was called, and where its help is."""
    kind = type(error).__name__
    parameter = getattr(error, "param", None)
    if kind == "MissingParameter" and parameter is not None:
        name = next((name for name in parameter.opts if name.startswith("-")), parameter.display_name_raw)
        said = language.text("{name} is missing.", name=name)
    elif kind == "NoSuchOption":
        said = language.text("There is no option {name} here.", name=getattr(error, "option_name", ""))
    else:
        format_message = getattr(error, "format_message", None)
        said = str(format_message() if format_message is not None else error).removesuffix(".") + "."
    command = getattr(getattr(error, "ctx", None), "command_path", "bpa-desktop")
    return " ".join((said, language.text("See {command}.", command=f"{command} --help")))


def _ours(language: Language, error: Exception) -> str:
    """Return where the program itself failed, without a word of anybody's arrangement."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return language.text(
        "The program failed by its own fault ({kind} at {place}). Nothing more was done.",
        kind=type(error).__name__,
        place=place,
    )
