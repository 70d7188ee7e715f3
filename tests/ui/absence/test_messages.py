"""What is copied out of the program: never who is absent, nor why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import CODES, Language
from bpa_desktop.texts import word
from bpa_desktop.texts.receiver import language_for
from bpa_desktop.ui.absence.messages import Messages
from tests.ui.desks import HOME, TUESDAY_EVENING, week_49

ROSTER = week_49()
PER = ROSTER.assistants_by_id["per"]
OLAS = replace(ROSTER.shifts_by_id["w49-fri-day"], note="Ola has the flu", tasks=("change the catheter",))


def everything_sent(receiver: Assistant, shift: Shift, own: Language) -> str:
    messages = Messages(own, HOME.zone)
    sent = (
        messages.asking(receiver, shift, until=TUESDAY_EVENING),
        messages.asking(receiver, shift, until=None),
        messages.taken(receiver, shift),
        messages.yours(receiver, shift),
    )
    return "\n".join(sent)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", AbsenceKind)
def test_no_message_tells_who_is_absent_or_why(code: str, kind: AbsenceKind) -> None:
    absence = Absence("a", "ola", OLAS.span, kind)
    own = Language(code)
    sent = everything_sent(replace(PER, languages=(code,)), OLAS, own).lower()
    secrets = [part.lower() for part in ROSTER.assistants_by_id[absence.assistant].name.split()]
    secrets += [word(own, kind), word(Language("en"), kind), "absen", "fravær", "syk", "sick", "flu", "catheter"]
    assert [secret for secret in secrets if secret in sent] == []


@settings(max_examples=25)
@given(note=st.text(min_size=3, max_size=20).filter(str.strip), task=st.text(min_size=3, max_size=20))
def test_note_and_tasks_never_reach_a_message(note: str, task: str) -> None:
    plain = everything_sent(PER, replace(OLAS, note="", tasks=()), Language("en"))
    assert everything_sent(PER, replace(OLAS, note=note, tasks=(task,)), Language("en")) == plain


def test_a_question_holds_day_time_place_and_until_when() -> None:
    text = Messages(Language("nb"), HOME.zone).asking(replace(PER, languages=("en",)), OLAS, until=TUESDAY_EVENING)
    assert text == (
        "Hi Per! Can you take a shift Friday 4 December 08:00–15:00? Place: home. "
        "Please answer by Tuesday 24 November 19:00."
    )


def test_the_receivers_language_is_spoken_where_the_program_knows_it() -> None:
    amina = ROSTER.assistants_by_id["amina"]
    assert language_for(amina, Language("en")).code == "nb"
    assert language_for(replace(amina, languages=("so", "en", "nb")), Language("nb")).code == "en"
    own = Language("nb")
    assert language_for(replace(amina, languages=("so",)), own) is own
