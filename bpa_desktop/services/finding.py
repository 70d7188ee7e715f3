"""Verbs about findings: mend one, or keep it as it is with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.shift import Shift
from bpa_desktop.rules.keeping import is_law
from bpa_desktop.rules.repair import Repair
from bpa_desktop.rules.rule import Finding
from bpa_desktop.services.history import History
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.overdraw import within_awards
from bpa_desktop.services.shift import forget_substitute, put_changed


class OutdatedRepairError(Exception):
    """The shift is no longer as it was when the repair was worked out."""


class LawError(Exception):
    """What the law forbids cannot be kept as it is, whatever the reason."""


class NoReasonError(Exception):
    """A finding is kept for a reason, or not at all."""


def mend_finding(history: History, repair: Repair) -> None:
    """Change the shift of a repair. Raises UnknownRecordError, OutdatedRepairError, OverdrawnError."""
    with history.step("mend_finding") as record, within_awards(history, record):
        if record.get(Shift, repair.before.id) != repair.before:
            raise OutdatedRepairError
        if repair.after.assistant != repair.before.assistant:
            forget_substitute(record, repair.before.id)
        put_changed(history, record, before=repair.before, after=repair.after)


@dataclass(frozen=True)
class Grounds:
    """Why a finding is left as it is, who decided that, and by which agreement, where one says so."""

    reason: str
    author: str = ""
    agreement: str = ""


def keep_finding(history: History, finding: Finding, *, grounds: Grounds) -> KeptFinding:
    """Note that a finding is left as it is, on what grounds. Raises LawError, NoReasonError."""
    if is_law(finding):
        raise LawError
    if not grounds.reason.strip():
        raise NoReasonError
    now = history.clock.now()
    kept = KeptFinding(
        new_id(now),
        finding.rule,
        finding.assistant,
        finding.shifts,
        finding.decimal,
        grounds.author.strip() or history.author,
        grounds.reason.strip(),
        grounds.agreement.strip(),
        now,
    )
    with history.step("keep_finding") as record:
        record.put(kept)
    return kept


def release_finding(history: History, kept: KeptFinding) -> None:
    """Take back that a finding is left as it is. Raises UnknownRecordError."""
    with history.step("release_finding") as record:
        record.remove(record.get(KeptFinding, kept.id))
