"""Backups in words: when, why, what bringing one back would change, and why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, tzinfo
from decimal import Decimal

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language, mark
from bpa_desktop.services import trouble
from bpa_desktop.services.backup import Backup, Count, Reason, SecondPlace, Shelved, counted, wants_elsewhere
from bpa_desktop.services.records import Records
from bpa_desktop.services.step import Change, Slot

_REASONS = {
    Reason.ROUTINE: mark("made while you worked"),
    Reason.BY_HAND: mark("made when you asked"),
    Reason.MIGRATION: mark("before a new version of the program"),
    Reason.IMPORT: mark("before a roster file came in"),
    Reason.RESTORE: mark("before a backup was brought back"),
    Reason.BULK: mark("before a large change"),
    Reason.ASIDE: mark("set aside, not checked"),
}
_MEGABYTE = 1_000_000
BETWEEN = "\N{NO-BREAK SPACE}· "
"""What stands between the parts of a line about a backup."""


def when_text(language: Language, at: datetime, *, now: datetime, zone: tzinfo | None = None) -> str:
    """Return a moment of the past as a day and a time; a zone of None is the computer's own."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    clock = language.clock(local)
    if local.date() == today:
        return language.text("today {time}", time=clock)
    if local.date() == today - timedelta(days=1):
        return language.text("yesterday {time}", time=clock)
    style = "short" if local.year == today.year else "date"
    return f"{language.date(local.date(), style)} {clock}"


def reason_text(language: Language, backup: Backup) -> str:
    """Return why a backup was made; of one that was not checked, that."""
    is_told = backup.checked or backup.reason is Reason.ASIDE
    return language.text(_REASONS[backup.reason]) if is_told else language.text("not checked")


def size_text(language: Language, size: int) -> str:
    """Return a size in megabytes, never less than a tenth."""
    return f"{language.number(max(Decimal(size) / _MEGABYTE, Decimal('0.1')), 1)}\N{NO-BREAK SPACE}MB"


def backup_text(language: Language, backup: Backup, *, now: datetime, zone: tzinfo | None = None) -> str:
    """Return a backup on one line: when, why, how large."""
    when = when_text(language, backup.at, now=now, zone=zone)
    return BETWEEN.join((when, reason_text(language, backup), size_text(language, backup.bytes)))


def content_text(language: Language, slots: Iterable[Slot]) -> str:
    """Return what is in a backup, in one sentence: whose it is, how many people, and from when to when."""
    records = Records.of(slots)
    if not records.all(Arrangement):
        return language.text("There is no arrangement in it: nothing was written yet.")
    roster = records.roster
    counts = language.listed(
        (
            language.plural("{n} assistant", "{n} assistants", n=len(roster.assistants)),
            language.plural("{n} shift", "{n} shifts", n=len(roster.shifts)),
        )
    )
    name, days = roster.arrangement.name, roster.days
    if days is None:
        return language.text("In it: {name}, with {counts}.", name=name, counts=counts)
    first, last = (language.date(day, "date") for day in days)
    return language.text(
        "In it: {name}, with {counts}, from {first} to {last}.", name=name, counts=counts, first=first, last=last
    )


def status_text(language: Language, shelved: Shelved, *, now: datetime, zone: tzinfo | None = None) -> str:
    """Return how old the last checked backup is, and a sign where the second place has had none for long."""
    said = language.text("Backup: {when}", when=_age(language, shelved, now=now, zone=zone))
    if wants_elsewhere(shelved.second, now):
        return " · △\N{NO-BREAK SPACE}".join((said, language.text("second place")))
    return said


def spoken_status(language: Language, shelved: Shelved, *, now: datetime, zone: tzinfo | None = None) -> str:
    """Return the same for a screen reader: what the sign means in words."""
    said = language.text("Backup: {when}", when=_age(language, shelved, now=now, zone=zone))
    if wants_elsewhere(shelved.second, now):
        return ", ".join((said, language.text("no copy in the second place for too long")))
    return said


def _age(language: Language, shelved: Shelved, *, now: datetime, zone: tzinfo | None) -> str:
    newest = shelved.newest
    return when_text(language, newest.at, now=now, zone=zone) if newest is not None else language.text("none yet")


def second_place_text(
    language: Language, second: SecondPlace | None, *, now: datetime, zone: tzinfo | None = None
) -> str:
    """Return where copies go besides, when the latest got there, and what to do where that is long ago."""
    if second is None:
        return language.text(
            "There is no second place. A stick or a share keeps a copy should this computer be lost or broken."
        )
    if second.at is None:
        return language.text("Second place: {folder}. No copy has got there yet.", folder=second.folder)
    when = when_text(language, second.at, now=now, zone=zone)
    said = language.text("Second place: {folder}. Latest copy: {when}.", folder=second.folder, when=when)
    if wants_elsewhere(second, now):
        return " ".join((said, language.text("Connect it, and make a backup.")))
    return said


def whole_text(language: Language, shelved: Shelved, *, now: datetime, zone: tzinfo | None = None) -> str:
    """Return when the whole file was last looked at; nothing where it never was."""
    if shelved.whole is None:
        return ""
    when = when_text(language, shelved.whole, now=now, zone=zone)
    return language.text("Your whole file was last checked: {when}.", when=when)


def difference_text(language: Language, changes: Iterable[Change]) -> str:
    """Return what bringing a backup back changes, in one sentence."""
    counts = counted(changes)
    parts: list[str] = []
    for kind, words in _COUNTED.items():
        count = counts.pop(kind, Count())
        numbers = (count.change, count.come, count.go)
        parts += [said(language, n) for said, n in zip(words, numbers, strict=True) if n]
    others = sum(count.come + count.change + count.go for count in counts.values())
    if others:
        parts.append(language.plural("{n} other entry differs", "{n} other entries differ", n=others))
    if not parts:
        return language.text("Nothing changes: everything is as it was then.")
    return language.text("{parts}.", parts=language.listed(tuple(parts)))


def no_backup_text(language: Language, error: BaseException) -> str | None:
    """Return why there is no backup, in a few words, or None for an error that is ours."""
    for kind in type(error).__mro__:
        if kind in _WHY_NONE:
            return language.text(_WHY_NONE[kind])
    return None


_Said = Callable[[Language, int], str]
_COUNTED: dict[type[Record], tuple[_Said, _Said, _Said]] = {  # what changes, comes back, goes
    Shift: (
        lambda t, n: t.plural("{n} shift changes", "{n} shifts change", n=n),
        lambda t, n: t.plural("{n} shift comes back", "{n} shifts come back", n=n),
        lambda t, n: t.plural("{n} shift goes", "{n} shifts go", n=n),
    ),
    Assistant: (
        lambda t, n: t.plural("{n} assistant changes", "{n} assistants change", n=n),
        lambda t, n: t.plural("{n} assistant comes back", "{n} assistants come back", n=n),
        lambda t, n: t.plural("{n} assistant goes", "{n} assistants go", n=n),
    ),
    Absence: (
        lambda t, n: t.plural("{n} absence changes", "{n} absences change", n=n),
        lambda t, n: t.plural("{n} absence comes back", "{n} absences come back", n=n),
        lambda t, n: t.plural("{n} absence goes", "{n} absences go", n=n),
    ),
}
_WHY_NONE: dict[type, str] = {
    trouble.DiskFullError: mark("No backup: the disk is full. Make room; your work is kept."),
    trouble.DiskFailedError: mark("No backup: the disk does not answer. Your work is kept."),
    trouble.ReadOnlyStoreError: mark("No backup: the folder may not be written. Your work is kept."),
    trouble.BusyError: mark("No backup: another program holds the file. Your work is kept."),
    trouble.DamagedStoreError: mark("No backup: the copy was damaged. Start again to check your file."),
    trouble.StoreError: mark("No backup could be made. Your work is kept."),
    OSError: mark("No backup: the place could not be reached. Your work is kept."),
}
