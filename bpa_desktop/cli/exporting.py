"""export: what is in the store, to a file for other programs, for people or for the next computer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bpa_desktop.cli import values
from bpa_desktop.cli.checking import Json
from bpa_desktop.cli.session import STANDARD, RefusedError, Session, Status
from bpa_desktop.i18n import Language, mark

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Roster
    from bpa_desktop.domain.span import Week
    from bpa_desktop.services.handout import Extent
    from bpa_desktop.services.history import History
    from bpa_desktop.texts.shift_words import ShiftWords

_TELLABLE = ("names", "places", "tasks", "notes")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", help=mark("Write what is in the store to a file."))(export)


@dataclass(frozen=True)
class _Wish:
    """Of which week and assistant the shifts are wanted, and what is told of them beside the least."""

    week: Week | None = None
    assistant: str | None = None
    told: frozenset[str] = frozenset()

    def extent(self, language: Language, roster: Roster) -> Extent:
        """Return which shifts that is. Raises RefusedError for an assistant there is not."""
        from bpa_desktop.services.handout import Extent

        if self.assistant is not None and self.assistant not in roster.assistants_by_id:
            known = language.listed(tuple(roster.assistants_by_id))
            raise RefusedError(
                language.text("There is no assistant {name} here. There is {known}.", name=self.assistant, known=known)
            )
        return Extent(self.week.span(roster.arrangement.zone) if self.week is not None else None, self.assistant)

    def words(self, language: Language, roster: Roster) -> ShiftWords:
        """Return how the shifts are written, telling no more than is asked for."""
        from bpa_desktop.services.handout import Contents
        from bpa_desktop.texts.shift_words import ShiftWords

        return ShiftWords(language, roster, Contents(*(name in self.told for name in _TELLABLE)))


def export(
    ctx: typer.Context,
    form: Annotated[
        str, typer.Option("--format", metavar="json|ics|csv|xlsx|pdf", help=mark("The format of the file."))
    ],
    out: Annotated[str, typer.Option(metavar="PATH", help=mark("The file to write; - is standard output."))],
    week: Annotated[
        str | None, typer.Option(metavar="YYYY-Www", help=mark("The shifts of one week only, as 2026-W49."))
    ] = None,
    assistant: Annotated[
        str | None, typer.Option(metavar="ID", help=mark("The shifts of one assistant only, by their id."))
    ] = None,
    told: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="names|places|tasks|notes", help=mark("Tell more; repeat for each.")),
    ] = None,
    as_json: Json = False,
) -> int:
    """Write the whole content of the store as a roster file, or shifts in another format."""
    from bpa_desktop.cli.opening import opened_history

    session: Session = ctx.obj
    maker = _maker(session.language, form)
    wish = _wish(session.language, week, assistant, told=told or [])
    if maker is _roster_file and wish != _Wish():
        raise RefusedError(
            session.language.text("A roster file holds everything: --week, --assistant, --with go with other formats.")
        )
    if as_json and out == STANDARD:
        raise RefusedError(session.language.text("--json and --out - would both write to standard output."))
    with opened_history(session) as history:
        content = maker(session.language, history, wish)
    write_out(session.language, out, content)
    if as_json:
        session.give({"format": form, "out": out, "bytes": len(content)})
    elif out != STANDARD:
        session.say(session.language.text("Written: {name}", name=out))
    return Status.DONE


_Maker = Callable[["Language", "History", _Wish], bytes]


def _maker(language: Language, form: str) -> _Maker:
    if form not in _MAKERS:
        known = language.listed(tuple(_MAKERS))
        raise RefusedError(language.text("There is no format {name} here. There is {known}.", name=form, known=known))
    return _MAKERS[form]


def _wish(language: Language, week: str | None, assistant: str | None, *, told: list[str]) -> _Wish:
    """Return what is wanted. Raises RefusedError."""
    if not set(told) <= set(_TELLABLE):
        raise RefusedError(
            language.text("{option} must be one of {choices}.", option="--with", choices=", ".join(_TELLABLE))
        )
    return _Wish(values.week(language, week) if week is not None else None, assistant, frozenset(told))


def _roster_file(_language: Language, history: History, _wish: _Wish) -> bytes:
    from bpa_desktop.interchange.roster_file import write_roster

    return write_roster(history.roster)


def _for_others(ending: str) -> _Maker:
    def make(language: Language, history: History, wish: _Wish) -> bytes:
        from bpa_desktop.interchange.shift_files import shift_file

        words, extent = wish.words(language, history.roster), wish.extent(language, history.roster)
        return shift_file(ending, history, words=words, extent=extent)

    return make


def _sheet(language: Language, history: History, wish: _Wish) -> bytes:
    from bpa_desktop.data.resources import sheet_layouts
    from bpa_desktop.interchange.roster_pages import SheetKind, SheetOrder, roster_sheet
    from bpa_desktop.interchange.sheet import sheet_pdf

    kind = SheetKind.WEEK if wish.assistant is None else SheetKind.LIST
    now = history.clock.now().astimezone(history.roster.arrangement.zone)
    extent = wish.extent(language, history.roster)
    sheet = roster_sheet(wish.words(language, history.roster), SheetOrder(kind, extent, now))
    return sheet_pdf(sheet, sheet_layouts())


def write_out(language: Language, out: str, content: bytes) -> None:
    """Write a file whole or not at all. Raises RefusedError."""
    from bpa_desktop.services.trouble import StoresOwnFileError
    from bpa_desktop.store.files import hand_out
    from bpa_desktop.texts.error import error_text

    if out == STANDARD:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        path = Path(out).resolve()
        if path.exists() and not path.is_file():  # a pipe or a device is written to, never put aside
            path.write_bytes(content)
        else:
            hand_out(path, content)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        told = language.text("{name} could not be written: {reason}", name=out, reason=reason)
        named_wrong = (FileNotFoundError, NotADirectoryError, IsADirectoryError, StoresOwnFileError, ValueError)
        status = Status.BAD_INPUT if isinstance(error, named_wrong) else Status.FAILED
        raise RefusedError(error_text(language, error) or told, status) from error


_MAKERS: dict[str, _Maker] = {
    "json": _roster_file,
    **{ending: _for_others(ending) for ending in ("ics", "csv", "xlsx")},
    "pdf": _sheet,
}
