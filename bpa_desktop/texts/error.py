"""An error of the user's or of the world's, as a sentence that says what to do. Ours go to the crash dialog."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bpa_desktop.domain.substitute import CoveredError, NotAllowedError, NotAskedError, WithdrawnError
from bpa_desktop.i18n import Language
from bpa_desktop.services import backup, booking, cost, fit, labour, price_list, standby, substitute, trouble
from bpa_desktop.services.absence import OverlapError
from bpa_desktop.services.history import HandedOutError, NothingToUndoError, UnknownRecordError
from bpa_desktop.services.locked import LockedError
from bpa_desktop.services.overdraw import OverdrawnError
from bpa_desktop.services.records import NoArrangementError
from bpa_desktop.services.roster import OtherArrangementError
from bpa_desktop.services.shift import NoSplitError
from bpa_desktop.tariff import errors as tariff
from bpa_desktop.texts.doubt import doubt_text
from bpa_desktop.texts.finding import finding_short
from bpa_desktop.texts.shift import away_text, span_text

# Any: each sentence knows the one error class it is listed under.
_Sentence = Callable[[Language, Any], str]


def error_text(language: Language, error: Exception) -> str | None:
    """Return what went wrong and what to do, or None for an error that is ours."""
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](language, error)
    return None


def _backup_refused(language: Language, error: standby.BackupError) -> str:
    name = error.assistant.name
    if not error.findings:
        return language.text("{name} has this shift. Choose another backup.", name=name)
    rules = tuple(dict.fromkeys(finding_short(language, finding) for finding in error.findings))
    return language.text("{name} cannot be the backup: {rules}.", name=name, rules=language.listed(rules))


def _locked(language: Language, error: trouble.StoreLockedError) -> str:
    if not error.pid:  # it has only just begun
        return language.text("The arrangement is open in another window of the program. Close that one first.")
    return language.text(
        "The arrangement is open in another window of the program (process {pid} on {host}). Close that one first.",
        pid=error.pid,
        host=error.host,
    )


def _outside_need(language: Language, error: fit.OutsideNeedError) -> str:
    needed, within = error.room.needed, error.room.within
    if needed is not None and within is not None:
        return language.text(
            "Somebody is needed {needed}. The shift must cover that, and stay within {within}.",
            needed=span_text(language, needed, zone=error.zone),
            within=span_text(language, within, zone=error.zone),
        )
    when = span_text(language, within, zone=error.zone) if within is not None else ""
    return language.text("Help is needed {within}. The shift must stay within that.", within=when)


def waiting_text(language: Language, until: datetime) -> str:
    """Return what to say while a try waits for its turn, by this computer's clock."""
    return language.text(
        "Several tries were wrong. This one waits until {time}; nothing is locked for good.",
        time=_to_the_second(language, until),
    )


def _to_the_second(language: Language, moment: datetime) -> str:
    local = moment.astimezone()
    return f"{language.clock(local)}:{local.second:02d}"


_SENTENCES: dict[type, _Sentence] = {
    trouble.StoreMissingError: lambda t, e: t.text("There is no arrangement in {folder}.", folder=e.folder),
    trouble.NotAFileError: lambda t, e: t.text("{path} is a pipe or a device. Choose a file.", path=e.filename),
    trouble.NoFolderError: lambda t, e: t.text("{path} cannot be a folder. Choose another.", path=e.filename),
    trouble.StoresOwnFileError: lambda t, e: t.text(
        "{path} belongs to the arrangement itself. Choose another name.", path=e.filename
    ),
    trouble.StoreExistsError: lambda t, e: t.text(
        "There is an arrangement in {folder} already. It was left alone.", folder=e.folder
    ),
    trouble.StoreLockedError: _locked,
    trouble.UnsafePlaceError: lambda t, e: t.text(
        "{folder} is on a network share or in a synchronised folder, where changes can be lost without a word. "
        "Choose a folder on this computer.",
        folder=e.folder,
    ),
    trouble.WrongKeyError: lambda t, e: t.text("That passphrase does not open the arrangement. Nothing was changed."),
    trouble.EarlierKeyError: lambda t, e: t.text(
        "This backup is from before the recovery code was renewed. Type the passphrase of then."
    ),
    trouble.OtherStoreError: lambda t, e: t.text("This backup is of another arrangement. Nothing was changed."),
    trouble.TooManyTriesError: lambda t, e: t.text(
        "Several tries were wrong. Try again from {time} on; nothing is locked for good.",
        time=_to_the_second(t, e.until),
    ),
    trouble.MistypedCodeError: lambda t, e: t.text(
        "The recovery code has a typing mistake: its check letters do not fit. Look at each group again."
    ),
    trouble.EmptyPassphraseError: lambda t, e: t.text("The passphrase is empty. Type at least one word."),
    trouble.DamagedKeysError: lambda t, e: t.text(
        "The file with the keys ({path}) is damaged. The recovery code opens the arrangement without it.", path=e.path
    ),
    trouble.HiddenKeysError: lambda t, e: t.text(
        "The file with the keys ({path}) may not be read. Give yourself the right to read it.", path=e.path
    ),
    trouble.DamagedStoreError: lambda t, e: t.text(
        "The file {path} is damaged. It was left as it is; bring back a backup.", path=e.path
    ),
    trouble.ReadingOnlyError: lambda t, e: t.text(
        "Safe mode is for reading only. Start the program as usual to change something."
    ),
    trouble.RescuedOnlyError: lambda t, e: t.text(
        "This is what could be read of a damaged file, for reading only. Start again, and bring back a backup."
    ),
    trouble.NothingRescuedError: lambda t, e: t.text("Nothing can be read of the file any more. Bring back a backup."),
    backup.UnknownBackupError: lambda t, e: t.text("There is no backup {name} here.", name=e.args[0]),
    trouble.NewerStoreError: lambda t, e: t.text(
        "The arrangement was kept by a newer version of the program (format {version}; this one knows {known}). "
        "It was left untouched. Use the newer version.",
        version=e.version,
        known=e.known,
    ),
    trouble.OldSqliteError: lambda t, e: t.text(
        "The SQLite in this installation ({version}) can lose data. Install the program again with its own.",
        version=e.version,
    ),
    trouble.DiskFullError: lambda t, e: t.text(
        "The disk is full. The latest change was not kept; everything before it is. Make room and try again."
    ),
    trouble.NoRoomToReadError: lambda t, e: t.text(
        "Safe mode reads a copy of the file, and the disk has no room for one. Nothing was changed. Make room and try "
        "again."
    ),
    trouble.DiskFailedError: lambda t, e: t.text(
        "The disk could not be read or written at {path}. The latest change was not kept.", path=e.path
    ),
    trouble.ReadOnlyStoreError: lambda t, e: t.text(
        "{path} may not be read or written. Give yourself the right to that, or choose another folder.", path=e.path
    ),
    trouble.BusyError: lambda t, e: t.text(
        "Another program was writing to the file for too long. The latest change was not kept. Try again."
    ),
    trouble.KeyStoreUnavailableError: lambda t, e: t.text(
        "This computer's key store did not answer. The passphrase opens the arrangement all the same."
    ),
    trouble.ErasedError: lambda t, e: t.text("That step was erased and can no longer be undone."),
    booking.TakenError: lambda t, e: t.text(
        "That assistant holds another shift at that time, or is absent. Choose another."
    ),
    booking.PastShiftError: lambda t, e: t.text(
        "The shift {when} is over. Nobody can be asked about it.", when=span_text(t, e.shift.span, zone=e.zone)
    ),
    booking.NotEmployedError: lambda t, e: t.text(
        "{name} is not employed on {day}. Choose another.", name=e.assistant.name, day=t.date(e.day, "day")
    ),
    substitute.OutsideShiftError: lambda t, e: t.text("Write times within the shift."),
    substitute.DeadlineError: lambda t, e: t.text("Write a time from now on, before the shift is over."),
    standby.BackupError: _backup_refused,
    standby.NoBackupError: lambda t, e: t.text("No backup is chosen for this shift."),
    fit.OutsideNeedError: _outside_need,
    OverlapError: lambda t, e: t.text(
        "{name} is absent already: {when}. Change that instead.",
        name=e.name,
        when=away_text(t, e.other, zone=e.zone),
    ),
    NoSplitError: lambda t, e: t.text("Write a time within the shift that leaves 15 minutes on each side."),
    LockedError: lambda t, e: t.text(
        "The shift {when} is locked. Unlock it first.", when=span_text(t, e.shift.span, zone=e.zone)
    ),
    OverdrawnError: lambda t, e: t.text(
        "That would take {hours} more than the award grants until {last}, and the award says that no plan may. "
        "Make another shift shorter first, or change the award.",
        hours=t.hours(-e.account.left),
        last=t.date(e.account.period.last, "date"),
    ),
    WithdrawnError: lambda t, e: t.text("This search was stopped. Look for somebody again first."),
    CoveredError: lambda t, e: t.text("Somebody takes the shift already. Say first that they cannot after all."),
    NotAskedError: lambda t, e: t.text("Log first that somebody is asked."),
    NotAllowedError: lambda t, e: t.text("That cannot be done with the request as it stands."),
    HandedOutError: lambda t, e: t.text(
        "{name} has got the plan, so publishing it is not undone. Change the plan and publish again.", name=e.args[0]
    ),
    NothingToUndoError: lambda t, e: t.text("There is nothing to take back."),
    NoArrangementError: lambda t, e: t.text("Nothing is kept yet. Begin an arrangement, or bring in a roster file."),
    UnknownRecordError: lambda t, e: t.text("There is nothing with the id {id}.", id=e.args[0]),
    OtherArrangementError: lambda t, e: t.text(
        "The store holds another arrangement ({id}). It is replaced only when you ask for it.", id=e.args[0]
    ),
    cost.NoTariffError: lambda t, e: t.text("No price list is chosen that this program knows."),
    cost.NoIncomeError: lambda t, e: t.text("The household's income is not given."),
    cost.NoAwardError: lambda t, e: t.text("No award (vedtak) is in force in that month."),
    labour.NoPayAgreementError: lambda t, e: t.text(
        "There is no pay agreement {id}. There are {known}.", id=e.id, known=t.listed(e.known)
    ),
    price_list.BrokenListError: lambda t, e: t.text(
        "The price list {id} cannot be used before this is mended: {doubts}",
        id=e.list_id,
        doubts="; ".join(doubt_text(t, doubt) for doubt in e.doubts),
    ),
    tariff.IncomeCountedTwiceError: lambda t, e: t.text(
        "Only one spouse or cohabitant can be in the household, and you yourself once."
    ),
    tariff.BeforeFirstBaseAmountError: lambda t, e: t.text(
        "G is known from {first} on; {day} is before that.",
        first=t.date(e.first, "date"),
        day=t.date(e.day, "date"),
    ),
    tariff.UnknownServiceError: lambda t, e: t.text(
        "The list has no service {service}. It has {known}.", service=e.service, known=t.listed(e.known)
    ),
    tariff.NotInListError: lambda t, e: t.text(
        "The list has no price for {units} units of {service} at that income. Ask the municipality.",
        units=t.number(e.units),
        service=e.service,
    ),
    tariff.AbsurdAmountError: lambda t, e: t.text(
        "{name} must be from 0 to {most}, not {value}.", name=e.name, value=e.value, most=t.number(e.most)
    ),
}
