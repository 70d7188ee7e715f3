"""What is copied out of the program: never who is absent, nor why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import CODES, Language
from bpa_desktop.texts import word
from bpa_desktop.texts.receiver import language_for
from bpa_desktop.texts.substitute_message import Messages
from tests.ui.desks import HOME, TUESDAY_EVENING, week_49

ROSTER = week_49()
PER = ROSTER.assistants_by_id["per"]
OLAS = replace(ROSTER.shifts_by_id["w49-fri-day"], note="Ola has the flu", tasks=("change the catheter",))
EVENING = ROSTER.shifts_by_id["w49-fri-eve"]
CONTACTS = tuple(FallbackContact(kind, kind, "Turid", "22 00 00 00") for kind in FallbackKind)


def everything_sent(receiver: Assistant, shift: Shift, own: Language) -> str:
    messages = Messages(own, HOME.zone)
    sent = [messages.subject(receiver)]
    for shifts in ((shift,), (shift, EVENING)):
        sent += [
            messages.asking(receiver, shifts, until=TUESDAY_EVENING),
            messages.asking(receiver, shifts, until=None),
            messages.taken(receiver, shifts),
            messages.yours(receiver, shifts),
            messages.reserve(receiver, shifts),
            messages.called_off(receiver, shifts),
            *(messages.last_step(contact, shifts) for contact in CONTACTS),
        ]
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
    text = Messages(Language("nb"), HOME.zone).asking(replace(PER, languages=("en",)), (OLAS,), until=TUESDAY_EVENING)
    assert text == (
        "Hi Per! Can you take a shift Friday 4 December 08:00–15:00? Place: home. "
        "Please answer by Tuesday 24 November 19:00."
    )


def test_a_question_about_several_shifts_has_a_line_for_each() -> None:
    text = Messages(Language("en"), HOME.zone).asking(
        replace(PER, languages=("en",)), (OLAS, replace(EVENING, place="")), until=None
    )
    assert text.split("\n") == [
        "Hi Per! Can you take any of these shifts?",
        "– Friday 4 December 08:00–15:00, home",
        "– Friday 4 December 15:00–23:00",
        "Please answer as soon as you can.",
    ]


def test_how_it_ended_is_told_the_chosen_the_others_and_the_reserve_each_in_their_own_words() -> None:
    messages, per = Messages(Language("nb"), HOME.zone), replace(PER, languages=("en",))
    when = "Friday 4 December 08:00–15:00"
    assert messages.yours(per, (OLAS,)) == f"Hi Per! The shift {when} is yours. Thank you!"
    assert messages.taken(per, (OLAS,)) == f"Hi Per! The shift {when} is taken now. Thank you!"
    assert "May I ask you again" in messages.reserve(per, (OLAS,))
    assert messages.called_off(per, (OLAS,)) == f"Hi Per! I need nobody for the shift {when} any more. Thank you!"


def test_a_relative_is_asked_by_name_and_the_telephone_on_duty_to_send_somebody() -> None:
    messages = Messages(Language("en"), HOME.zone)
    relative, pool, duty = (messages.last_step(contact, (OLAS,)) for contact in CONTACTS)
    assert relative.startswith("Hi Turid!")
    assert "Turid" not in pool + duty
    assert all("send somebody" in one for one in (pool, duty))
    assert all(one.endswith("– Friday 4 December 08:00–15:00, home") for one in (relative, pool, duty))


def test_the_receivers_language_is_spoken_where_the_program_knows_it() -> None:
    amina = ROSTER.assistants_by_id["amina"]
    assert language_for(amina, Language("en")).code == "nb"
    assert language_for(replace(amina, languages=("so", "en", "nb")), Language("nb")).code == "en"
    own = Language("nb")
    assert language_for(replace(amina, languages=("so",)), own) is own
