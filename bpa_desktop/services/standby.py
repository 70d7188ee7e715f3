"""Verbs about planned standby: a backup is chosen beforehand, and called with one key."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import Answer, Ask, Channel, CoveredError
from bpa_desktop.domain.team import Assistant
from bpa_desktop.ranking.trial import tried
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.rule import Finding
from bpa_desktop.services.booking import refuse_over
from bpa_desktop.services.history import History, Recorder
from bpa_desktop.services.substitute import book, look_for


class BackupError(Exception):
    """The assistant cannot be the backup: what coming would break; without findings they have the shift themselves."""

    def __init__(self, assistant: Assistant, shift: Shift, *, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(assistant.id)
        self.assistant = assistant
        self.shift = shift
        self.findings = findings


class NoBackupError(Exception):
    """No backup was chosen for the shift."""


def choose_backup(history: History, shift_ids: Collection[str], *, assistant: str | None, limits: Limits) -> None:
    """Choose who comes where the holder of shifts cannot, or nobody; each shift is tried by itself.

    Raises UnknownRecordError, PastShiftError, BackupError.
    """
    now = history.clock.now()
    with history.step("choose_backup") as record:
        for shift_id in shift_ids:
            shift = record.get(Shift, shift_id)
            refuse_over(record.roster, shift, now=now)
            if assistant is not None:
                _refuse_unfit(record, shift, assistant=record.get(Assistant, assistant), limits=limits)
            record.put(replace(shift, backup=assistant))


def _refuse_unfit(record: Recorder, shift: Shift, *, assistant: Assistant, limits: Limits) -> None:
    roster = record.roster
    if assistant.id == roster.expected(shift):
        raise BackupError(assistant, shift)
    breaches = tried(roster, shift, assistant=assistant, limits=limits).breaches
    if breaches:
        raise BackupError(assistant, shift, findings=breaches)


def call_backup(history: History, shift_id: str) -> tuple[str, ...]:
    """Book the backup as the substitute, asked and answered by telephone now; return who else has to be told.

    Raises UnknownRecordError, NoBackupError, CoveredError where somebody comes to the shift, and as
    `confirm_substitute`; PastShiftError.
    """
    now = history.clock.now()
    with history.step("call_backup") as record:
        shift = record.get(Shift, shift_id)
        refuse_over(record.roster, shift, now=now)
        if shift.backup is None:
            raise NoBackupError(shift_id)
        if record.roster.holder(shift) is not None:
            raise CoveredError(shift_id)
        request = look_for(record, shift, at=now)
        asked = request.ask_of(shift.backup)
        if asked is None or not asked.is_waiting:
            request = request.asked(Ask(shift.backup, now, Channel.PHONE))
        return book(record, request.answered(shift.backup, Answer.YES, at=now), assistant=shift.backup)
