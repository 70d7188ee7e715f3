"""backup, backups, restore: copies of the store that were opened and checked, made, listed and brought back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bpa_desktop.cli.checking import Json
from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.cli.trouble import told
from bpa_desktop.i18n import mark

if TYPE_CHECKING:
    from bpa_desktop.services.backup import Backup
    from bpa_desktop.services.step import Change, Slot
    from bpa_desktop.store.shelf import Shelf


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("backup", help=mark("Make a backup of the store, open it, and check it."))(make)
    app.command("backups", help=mark("List the backups, newest first. Needs no passphrase."))(listing)
    app.command("restore", help=mark("Bring back a backup; what there is now is backed up, or set aside."))(restore)


def make(
    ctx: typer.Context,
    to: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help=mark("The folder for it, such as on a stick; older ones there are thinned.")),
    ] = None,
    as_json: Json = False,
) -> int:
    """Make a backup; without --to, the second place that was chosen in the window gets a copy too."""
    from bpa_desktop.cli.opening import opened_shelf

    session: Session = ctx.obj
    if to is not None and not to.absolute().parent.is_dir():
        raise RefusedError(session.language.text("There is no folder {name}.", name=to.absolute().parent))
    with opened_shelf(session) as shelf:
        backup = _made(session, shelf, to=to)
        status = Status.DONE if to is not None else _copied(session, shelf)
    if as_json:
        session.give({**_data(backup), "path": str(backup.folder)})
    else:
        session.say(session.language.text("A checked backup was made: {folder}", folder=backup.folder))
    return status


def _made(session: Session, shelf: Shelf, *, to: Path | None) -> Backup:
    from bpa_desktop.services.backup import Reason
    from bpa_desktop.services.trouble import StoreError
    from bpa_desktop.texts.backup import no_backup_text

    try:
        return shelf.make(Reason.BY_HAND, to=to)
    except (StoreError, OSError) as error:
        text = no_backup_text(session.language, error) or str(error)
        raise RefusedError(text, told(session.language, error)[1]) from error


def _copied(session: Session, shelf: Shelf) -> Status:
    """Copy the newest backup into the second place, or say why not; the backup itself is made all the same."""
    from bpa_desktop.services.trouble import StoreError
    from bpa_desktop.texts.backup import second_place_text

    try:
        second = shelf.copy_elsewhere()
    except (StoreError, OSError):
        second = shelf.all().second
    newest = shelf.all().newest
    if second is None or newest is None or second.at == newest.at:
        return Status.DONE
    session.tell(second_place_text(session.language, second, now=session.clock.now()))
    return Status.ATTENTION


def listing(ctx: typer.Context, as_json: Json = False) -> int:
    """List every backup, in the second place too where that can be reached, and what was set aside, marked so."""
    from bpa_desktop.store.folder import data_folder
    from bpa_desktop.store.shelf import shelved_in
    from bpa_desktop.texts.backup import reason_text, size_text, when_text

    session: Session = ctx.obj
    language, now = session.language, session.clock.now()
    backups = shelved_in(data_folder(session.options.data_dir)).copies
    if as_json:
        session.give({"backups": [_data(one) for one in backups]})
    elif not backups:
        session.say(language.text("There is no backup yet."))
    else:
        for one in backups:
            parts = (one.id, when_text(language, one.at, now=now), size_text(language, one.bytes))
            session.say("  ".join((*parts, reason_text(language, one))))
    return Status.DONE


def restore(
    ctx: typer.Context,
    backup_id: Annotated[
        str, typer.Argument(metavar="ID", help=mark("Its name in the list of backups, or the path of its folder."))
    ],
    as_json: Json = False,
) -> int:
    """Make everything as it was then, in one step that can be undone; over a damaged store, in its place."""
    from bpa_desktop.services.trouble import DamagedKeysError, DamagedStoreError, StoreMissingError
    from bpa_desktop.store.folder import data_folder
    from bpa_desktop.store.shelf import backup_named

    session: Session = ctx.obj
    folder = data_folder(session.options.data_dir)
    backup = backup_named(folder, backup_id)
    try:
        changes = _taken_back(session, backup)
    except (DamagedStoreError, DamagedKeysError, StoreMissingError) as error:
        if isinstance(error, DamagedStoreError) and error.path.is_relative_to(backup.folder):
            raise
        return _put_back(session, folder, backup, as_json=as_json)
    return _say_restored(session, backup, changes, as_json=as_json)


def _taken_back(session: Session, backup: Backup) -> tuple[Change, ...]:
    from bpa_desktop.cli.opening import opened_shelf
    from bpa_desktop.services.history import History
    from bpa_desktop.services.restoring import restore_backup

    with opened_shelf(session) as shelf:
        content = _content(session, shelf, backup)
        return restore_backup(History(shelf.store, session.clock, author=""), content)


def _content(session: Session, shelf: Shelf, backup: Backup) -> tuple[Slot, ...]:
    """Return what is in a backup; one of before the recovery code was renewed is opened by the passphrase."""
    from bpa_desktop.cli.passphrase import asked_passphrase, given_passphrase
    from bpa_desktop.services.trouble import EarlierKeyError

    try:
        return shelf.content(backup)
    except EarlierKeyError:
        given = given_passphrase(session)
        typed = asked_passphrase(session.language, folder=backup.folder, anew=False) if given is None else given
        return shelf.content(backup, typed)


def _say_restored(session: Session, backup: Backup, changes: tuple[Change, ...], *, as_json: bool) -> int:
    from bpa_desktop.texts.backup import difference_text, when_text

    language = session.language
    if as_json:
        session.give({"restored": backup.id, "changes": len(changes), "aside": None})
    else:
        when = when_text(language, backup.at, now=session.clock.now())
        session.say(language.text("Everything is as in the backup: {when}.", when=when))
        session.say(difference_text(language, changes))
    return Status.DONE


def _put_back(session: Session, folder: Path, backup: Backup, *, as_json: bool) -> int:
    from bpa_desktop.cli.opening import one_try, secret_of
    from bpa_desktop.store.folder import store_exists
    from bpa_desktop.store.restoring import put_back
    from bpa_desktop.texts.backup import when_text

    language = session.language
    secret = secret_of(session, folder if store_exists(folder) else backup.folder)
    with one_try(session, folder):
        aside = put_back(folder, backup, secret=secret)
    if as_json:
        session.give({"restored": backup.id, "changes": None, "aside": str(aside) if aside is not None else None})
        return Status.DONE
    when = when_text(language, backup.at, now=session.clock.now())
    session.say(language.text("Everything is as in the backup: {when}.", when=when))
    if aside is not None:
        session.say(language.text("What was there is kept in {folder}.", folder=aside))
    return Status.DONE


def _data(backup: Backup) -> dict[str, object]:
    at = backup.at.isoformat(timespec="seconds")
    return {
        "id": backup.id,
        "at": at,
        "bytes": backup.bytes,
        "checked": backup.checked,
        "reason": backup.reason.value,
    }
