"""A finding is mended as one step, or kept with a reason where no law forbids it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.substitute import RequestState
from bpa_desktop.rules.repair import Repair
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.services.finding import (
    Grounds,
    LawError,
    NoReasonError,
    OutdatedRepairError,
    keep_finding,
    mend_finding,
    release_finding,
)
from bpa_desktop.services.shift import Place, place_shifts
from bpa_desktop.services.substitute import confirm_substitute, open_requests
from tests.memory import history_of
from tests.rosters import assistant, roster, shift, span

DAY = shift("mon 08:00", "15:00", "kari")
PLAN = roster(DAY, team=(assistant("Kari"), assistant("Ola"), assistant("Per")))
LATE = Finding("notice", Weight.SHOULD, "kari", (DAY.id,), DAY.span, Decimal(48), Decimal(336))


def test_mending_is_one_step_and_undone_as_one() -> None:
    history, store = history_of(PLAN)
    after = replace(DAY, span=span("mon 09:00", "15:00"))
    mend_finding(history, Repair(DAY, after))
    assert history.roster.shifts_by_id[DAY.id] == after
    assert len(store.kept) == 1
    history.undo()
    assert history.roster.shifts_by_id[DAY.id] == DAY


def test_a_shift_given_to_another_lets_the_chosen_substitute_go() -> None:
    history, _ = history_of(PLAN)
    confirm_substitute(history, open_requests(history, (DAY.id,))[0].id, assistant="ola")
    mend_finding(history, Repair(DAY, replace(DAY, assistant="per")))
    assert history.roster.holder(history.roster.shifts_by_id[DAY.id]) == "per"
    assert history.roster.requests[0].state is RequestState.WITHDRAWN


def test_a_repair_of_a_shift_that_has_changed_since_is_refused() -> None:
    history, store = history_of(PLAN)
    place_shifts(history, (Place(DAY.id, span("tue 08:00", "15:00"), DAY.assistant),))
    with pytest.raises(OutdatedRepairError):
        mend_finding(history, Repair(DAY, replace(DAY, assistant="ola")))
    assert len(store.kept) == 1


def test_keeping_notes_who_why_and_when() -> None:
    history, _ = history_of(PLAN)
    kept = keep_finding(history, LATE, grounds=Grounds(" avtalt på telefon ", agreement=" avtale 3 "))
    assert history.records.all(KeptFinding) == (kept,)
    assert (kept.rule, kept.assistant, kept.shifts) == ("notice", "kari", (DAY.id,))
    assert kept.measured == 48
    assert (kept.author, kept.reason, kept.agreement) == (history.author, "avtalt på telefon", "avtale 3")
    assert kept.at == history.clock.now()
    release_finding(history, kept)
    assert history.records.all(KeptFinding) == ()
    history.undo()
    assert history.records.all(KeptFinding) == (kept,)


def test_who_decided_is_noted_by_the_name_they_gave() -> None:
    history, _ = history_of(PLAN)
    assert keep_finding(history, LATE, grounds=Grounds("agreed", author=" Åse ")).author == "Åse"


def test_without_a_reason_nothing_is_kept() -> None:
    history, store = history_of(PLAN)
    with pytest.raises(NoReasonError):
        keep_finding(history, LATE, grounds=Grounds("  "))
    assert not store.kept


@pytest.mark.parametrize("rule", ["daily_rest", "overtime_week", "under_18", "double_booking", "absent"])
def test_what_the_law_forbids_cannot_be_kept(rule: str) -> None:
    history, store = history_of(PLAN)
    with pytest.raises(LawError):
        keep_finding(history, replace(LATE, rule=rule, weight=Weight.MUST), grounds=Grounds("we agree"))
    assert not store.kept
