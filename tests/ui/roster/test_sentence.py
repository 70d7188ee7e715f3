"""What typed sentences mean, in Norwegian and English, and what they lack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, Week, local_instant
from bpa_desktop.domain.team import Assistant
from bpa_desktop.ui.roster.sentence import understood
from bpa_desktop.ui.roster.sentence_parts import Scene
from bpa_desktop.ui.roster.sentence_shift import meant
from bpa_desktop.ui.roster.sentence_wish import (
    BeAway,
    GiveShift,
    GoTo,
    Lack,
    MoveShift,
    NewShift,
    Problem,
    Reach,
    RemoveShift,
    Which,
    Who,
    Wish,
)
from bpa_desktop.ui.roster.sentence_words import Deed, folded
from bpa_desktop.ui.roster.week_entry import typed_day
from bpa_desktop.ui.widgets.time_entry import TimeEntry, times_of
from tests.ui.desks import HOME, week_49

WEEK = Week(2026, 49)
TODAY = date(2026, 11, 24)
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK.days
NOBODY, KARI, OLA, PER = Who(None), Who("kari"), Who("ola"), Who("per")
MORNING, EVENING = TimeEntry(time(8), time(15)), TimeEntry(time(15), time(22))


def read(typed: str, *more: Assistant) -> Wish | Problem | None:
    roster = week_49()
    return understood(typed, Scene(replace(roster, assistants=(*roster.assistants, *more)), WEEK, TODAY))


def lack(typed: str, *more: Assistant) -> Lack:
    found = read(typed, *more)
    assert isinstance(found, Problem)
    return found.lack


MEANINGS: dict[str, Wish] = {
    "ny vakt fre 15-22": NewShift(FRI, EVENING, NOBODY),
    "new shift fri 15-22": NewShift(FRI, EVENING, NOBODY),
    "ny vakt Kari fre 15-22": NewShift(FRI, EVENING, KARI),
    "new shift fri 15-22 Kari": NewShift(FRI, EVENING, KARI),
    "new vakt for Kari fredag 15-22": NewShift(FRI, EVENING, KARI),
    "NY VAKT FRE 15.00 – 22.00 TIL KARI": NewShift(FRI, EVENING, KARI),
    "ny ledig vakt lør 22-8": NewShift(SAT, TimeEntry(time(22), time(8), 1), NOBODY),
    "ny vakt fre fra kl. 15 til 22": NewShift(FRI, EVENING, NOBODY),
    "legg til vakt 4.12 15-22": NewShift(FRI, EVENING, NOBODY),
    "add a shift on 4/12 from 15 to 22": NewShift(FRI, EVENING, NOBODY),
    "ny vakt i morgen 8-15": NewShift(date(2026, 11, 25), MORNING, NOBODY),
    "new shift today 8-15": NewShift(TODAY, MORNING, NOBODY),
    "ny vakt lør 9-9 +2": NewShift(SAT, TimeEntry(time(9), time(9), 2), NOBODY),
    "flytt Kari ons 08-15 til Ola": MoveShift(Which(WED, KARI, MORNING), OLA),
    "move Kari wed 08-15 to Ola": MoveShift(Which(WED, KARI, MORNING), OLA),
    "flytt Kari wed 08-15 to Ola": MoveShift(Which(WED, KARI, MORNING), OLA),
    "flytt Kari ons til tor": MoveShift(Which(WED, KARI), day=THU),
    "move Kari wed to thu": MoveShift(Which(WED, KARI), day=THU),
    "move Kari wed -> thu": MoveShift(Which(WED, KARI), day=THU),
    "flytt Kari ons 08-15 til tor 10-17": MoveShift(
        Which(WED, KARI, MORNING), None, THU, TimeEntry(time(10), time(17))
    ),
    "flytt Kari ons 8-15 til Ola lørdag": MoveShift(Which(WED, KARI, MORNING), OLA, SAT),
    "flytt Kari ons til 10-17": MoveShift(Which(WED, KARI), times=TimeEntry(time(10), time(17))),
    "flytt Karis vakt ons til Ola": MoveShift(Which(WED, KARI), OLA),
    "move Kari's shift wed to Ola": MoveShift(Which(WED, KARI), OLA),
    "flytt vakta til Kari ons til Ola": MoveShift(Which(WED, KARI), OLA),
    "flytt ledig vakt fre til søn": MoveShift(Which(FRI, NOBODY), day=SUN),
    "move the open shift fri to sun": MoveShift(Which(FRI, NOBODY), day=SUN),
    "flytt Kari ons til ledig": MoveShift(Which(WED, KARI), NOBODY),
    "flytt fre 15-22 til 5.12.": MoveShift(Which(FRI, None, EVENING), day=SAT),
    "flytt per odegard ons til ola berg": MoveShift(Which(WED, PER), OLA),
    "gi Kari fre 15-22": GiveShift(Which(FRI, None, EVENING), KARI),
    "give Kari fri 15-22": GiveShift(Which(FRI, None, EVENING), KARI),
    "give fri 15-22 to Kari": GiveShift(Which(FRI, None, EVENING), KARI),
    "gi fre 15-22 til Kari": GiveShift(Which(FRI, None, EVENING), KARI),
    "gi Ola fre til Kari": GiveShift(Which(FRI, OLA), KARI),
    "slett Kari ons 08-15": RemoveShift(Which(WED, KARI, MORNING)),
    "delete Kari wed 08-15": RemoveShift(Which(WED, KARI, MORNING)),
    "slett vakta til Kari ons": RemoveShift(Which(WED, KARI)),
    "Kari syk torsdag": BeAway("kari", AbsenceKind.SELF_CERTIFIED, THU, THU),
    "Kari sick thursday": BeAway("kari", AbsenceKind.SELF_CERTIFIED, THU, THU),
    "Kari er syk torsdag": BeAway("kari", AbsenceKind.SELF_CERTIFIED, THU, THU),
    "syk Kari torsdag": BeAway("kari", AbsenceKind.SELF_CERTIFIED, THU, THU),
    "Kari syk tor-fre": BeAway("kari", AbsenceKind.SELF_CERTIFIED, THU, FRI),
    "Kari syk tor – fre": BeAway("kari", AbsenceKind.SELF_CERTIFIED, THU, FRI),
    "Kari syk tor til fre": BeAway("kari", AbsenceKind.SELF_CERTIFIED, THU, FRI),
    "Kari syk fre-man": BeAway("kari", AbsenceKind.SELF_CERTIFIED, FRI, date(2026, 12, 7)),
    "Kari syk fre 8-12": BeAway("kari", AbsenceKind.SELF_CERTIFIED, FRI, FRI, TimeEntry(time(8), time(12))),
    "Kari sykt barn fre": BeAway("kari", AbsenceKind.CHILD_SICK, FRI, FRI),
    "ny vakt hjå Kari laurdag frå 15 til 22": NewShift(SAT, EVENING, KARI),
    "legg til ei vakt sundag 15-22": NewShift(SUN, EVENING, NOBODY),
    "ny open vakt i morgon 8-15": NewShift(date(2026, 11, 25), MORNING, NOBODY),
    "flytt vakta til Kari ons til måndag": MoveShift(Which(WED, KARI), day=MON),
    "gje Ola tys til Kari": GiveShift(Which(TUE, OLA), KARI),
    "slett vaktene hjå Kari ons 08-15": RemoveShift(Which(WED, KARI, MORNING)),
    "Kari har eit sjukt barn lau": BeAway("kari", AbsenceKind.CHILD_SICK, SAT, SAT),
    "Kari er sjuk tysdag": BeAway("kari", AbsenceKind.SELF_CERTIFIED, TUE, TUE),
    "Kari sick child fri": BeAway("kari", AbsenceKind.CHILD_SICK, FRI, FRI),
    "Kari ferie 20.12-27.12": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 20), date(2026, 12, 27)),
    "Kari ferie 20.-27.12": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 20), date(2026, 12, 27)),
    "Kari holiday 10.12 to 12.12": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 10), date(2026, 12, 12)),
    "Kari ferie 10.12-12.12": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 10), date(2026, 12, 12)),
    "Kari har ferie uke 51": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 14), date(2026, 12, 20)),
    "Kari ferie uke 51-52": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 14), date(2026, 12, 27)),
    "Kari ferie 28.12-3.1": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 28), date(2027, 1, 3)),
    "Kari permisjon fre": BeAway("kari", AbsenceKind.LEAVE, FRI, FRI),
    "Kari leave fri": BeAway("kari", AbsenceKind.LEAVE, FRI, FRI),
    "gå til uke 31": GoTo(date(2026, 7, 27), Reach.WEEK),
    "ga til uke 31": GoTo(date(2026, 7, 27), Reach.WEEK),
    "uke 31": GoTo(date(2026, 7, 27), Reach.WEEK),
    "go to week 31": GoTo(date(2026, 7, 27), Reach.WEEK),
    "week 31": GoTo(date(2026, 7, 27), Reach.WEEK),
    "gå til 31/2026": GoTo(date(2026, 7, 27), Reach.WEEK),
    "gå til +2": GoTo(date(2026, 12, 14), Reach.WEEK),
    "gå til 4.12": GoTo(FRI),
    "go to friday": GoTo(FRI),
    "gå til i dag": GoTo(TODAY),
    "flytt Kari 4. des 08-15 til Ola": MoveShift(Which(FRI, KARI, MORNING), OLA),
    "flytt Kari 4 desember 08-15 til Ola": MoveShift(Which(FRI, KARI, MORNING), OLA),
    "flytt Kari ons til 4. des. 2026": MoveShift(Which(WED, KARI), day=FRI),
    "new shift 4 December 15-22": NewShift(FRI, EVENING, NOBODY),
    "new shift 4th of December 15-22": NewShift(FRI, EVENING, NOBODY),
    "new shift Dec 4 15-22": NewShift(FRI, EVENING, NOBODY),
    "new shift 4 Dec 2027 15-22 Kari": NewShift(date(2027, 12, 4), EVENING, KARI),
    "ny vakt 1. JANUAR 15-22": NewShift(date(2027, 1, 1), EVENING, NOBODY),
    "ny vakt 5. mai 15 til 22": NewShift(date(2027, 5, 5), EVENING, NOBODY),
    "slett 4. des": RemoveShift(Which(FRI)),
    "Kari ferie 20.-27. desember": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 20), date(2026, 12, 27)),
    "Kari ferie 20. til 27. desember": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 20), date(2026, 12, 27)),
    "Kari ferie 28. des til 3. jan": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 28), date(2027, 1, 3)),
    "Kari holiday 28 Dec - 3 Jan 2027": BeAway("kari", AbsenceKind.HOLIDAY, date(2026, 12, 28), date(2027, 1, 3)),
    "gå til januar": GoTo(date(2027, 1, 1), Reach.MONTH),
    "gå til sept.": GoTo(date(2026, 9, 1), Reach.MONTH),
    "go to March 2027": GoTo(date(2027, 3, 1), Reach.MONTH),
    "go to 4 December": GoTo(FRI),
}


@pytest.mark.parametrize("typed", MEANINGS)
def test_a_sentence_means_the_same_in_both_languages_and_mixed(typed: str) -> None:
    assert read(typed) == MEANINGS[typed]


LACKS = {
    "ny vakt": Lack.NO_DAY,
    "ny vakt fre": Lack.NO_TIMES,
    "ny vakt onds 15-22": Lack.NO_SUCH_DAY,
    "ny vakt fre 15-25": Lack.NO_SUCH_NUMBER,
    "ny vakt fre lør 15-22": Lack.TOO_MUCH,
    "ny vakt fre 8-15 15-22": Lack.TOO_MUCH,
    "ny vakt Kari Ola fre 8-15": Lack.TOO_MUCH,
    "ny vakt 31.12.9999 8-15": Lack.NO_SUCH_NUMBER,
    "flytt Kari": Lack.NO_DAY,
    "flytt Kari onds 08-15 til Ola": Lack.NO_SUCH_DAY,
    "flytt Kari 32.12 til Ola": Lack.NO_SUCH_NUMBER,
    "flytt Kri ons 08-15 til Ola": Lack.NO_SUCH_NAME,
    "flytt Kari ons til Olaf": Lack.NO_SUCH_NAME,
    "flytt Kari ons": Lack.NO_TARGET,
    "flytt Kari ons til": Lack.NO_TARGET,
    "flytt vakta til Kari ons": Lack.NO_TARGET,
    "gi Kari": Lack.NO_DAY,
    "gi fre 15-22": Lack.NO_PERSON,
    "gi fre til Kari lør": Lack.TOO_MUCH,
    "slett": Lack.NO_DAY,
    "slett Kari": Lack.NO_DAY,
    "slett Kari tor-fre": Lack.TOO_MUCH,
    "Kari": Lack.NO_KIND,
    "Kari syk": Lack.NO_DAY,
    "syk torsdag": Lack.NO_PERSON,
    "Kari influensa torsdag": Lack.NO_KIND,
    "Kari syk influensa torsdag": Lack.NO_KIND,
    "Kari ferie 27.12-20.12": Lack.ENDS_BEFORE,
    "Kari syk tor-fre 8-12": Lack.TOO_MUCH,
    "gå til": Lack.NO_SUCH_WEEK,
    "gå til uke 99": Lack.NO_SUCH_WEEK,
    "gå til 32. des": Lack.NO_SUCH_WEEK,
    "gå til januar 0000": Lack.NO_SUCH_WEEK,
    "ny vakt 32. des 8-15": Lack.NO_SUCH_NUMBER,
    "ny vakt 4. dez 8-15": Lack.NO_SUCH_NUMBER,
    "ny vakt desember 8-15": Lack.NO_SUCH_DAY,
    "slett Kari 3.-4. des": Lack.TOO_MUCH,
    "gå til 9999-52": Lack.NO_SUCH_WEEK,
}


@pytest.mark.parametrize("typed", LACKS)
def test_what_is_not_understood_is_named(typed: str) -> None:
    assert lack(typed) is LACKS[typed]


def test_the_word_that_is_not_understood_is_given_back_as_it_was_typed() -> None:
    assert read("flytt Kari Ønsdg til Ola") == Problem(Lack.NO_SUCH_DAY, Deed.MOVE, "Ønsdg")


@pytest.mark.parametrize("typed", ["", " ", "xyz", "theme", "hei Kari syk torsdag", "15-22 fre", "ny " * 30])
def test_what_is_no_sentence_is_left_to_the_commands(typed: str) -> None:
    assert read(typed) is None


@pytest.mark.parametrize(
    "begun",
    [
        "flytt Kari o",
        "flytt Kari on",
        "flytt Kari 2",
        "flytt Kari 2.",
        "flytt Kari ",
        "Kari syk tor-f",
        "Kari syk 20.12-2",
        "flytt Kari 4. d",
        "flytt Kari 4 de",
        "Kari syk 20.-27. j",
    ],
)
def test_a_day_that_is_still_being_typed_is_asked_for_and_not_called_wrong(begun: str) -> None:
    assert lack(begun) is Lack.NO_DAY


@pytest.mark.parametrize(
    "begun", ["flytt Kari ons 08-15 t", "flytt Kari ons 08-15 ", "flytt Kari ons 08", "flytt Kari ons 08-"]
)
def test_times_and_a_target_that_are_still_being_typed_are_not_called_wrong(begun: str) -> None:
    assert lack(begun) is Lack.NO_TARGET


@pytest.mark.parametrize(
    "begun", ["flytt Kari ons til Ola f", "flytt Kari ons til tor 10", "slett Kari ons 08-", "Kari syk tor til"]
)
def test_nothing_is_done_while_the_last_word_is_not_finished(begun: str) -> None:
    assert lack(begun) is Lack.UNFINISHED


def test_a_word_that_is_done_is_called_wrong() -> None:
    assert lack("flytt Kari o ") is Lack.NO_SUCH_DAY


def test_two_of_a_first_name_are_both_named_and_a_letter_more_is_enough() -> None:
    other = Assistant("moe", "Kari Moe")
    assert read("slett Kari ons", other) == Problem(Lack.SEVERAL_NAMES, Deed.REMOVE, "Kari", ("kari", "moe"))
    assert read("slett Kari M ons", other) == RemoveShift(Which(WED, Who("moe")))
    assert read("slett kari lunde ons", other) == RemoveShift(Which(WED, KARI))


def test_a_whole_name_goes_before_a_first_name() -> None:
    assert read("slett Ola ons", Assistant("o", "Ola")) == RemoveShift(Which(WED, Who("o")))


def test_a_first_name_goes_before_one_that_begins_so() -> None:
    assert read("slett Kari ons", Assistant("karianne", "Karianne Vik")) == RemoveShift(Which(WED, KARI))


def test_the_beginning_of_a_name_is_enough_where_it_is_one_person_s() -> None:
    assert read("slett jon ons") == RemoveShift(Which(WED, Who("jonas")))


def test_a_double_name_is_found_with_and_without_its_hyphen() -> None:
    anne = Assistant("anne", "Anne-Karin Å. Lie")
    for typed in ("slett Anne-Karin ons", "slett anne karin ons", "slett anne ons"):
        assert read(typed, anne) == RemoveShift(Which(WED, Who("anne")))


def test_tor_is_a_name_or_a_day_by_what_the_sentence_needs() -> None:
    tor = Assistant("tor", "Tor Dahl")
    assert read("ny vakt tor 8-15", tor) == NewShift(THU, MORNING, NOBODY)
    assert read("ny vakt Tor tor 8-15", tor) == NewShift(THU, MORNING, Who("tor"))
    assert read("ny vakt Tor ons 8-15", tor) == NewShift(WED, MORNING, Who("tor"))
    assert lack("flytt Kari ons til tor", tor) is Lack.TWO_MEANINGS
    assert read("flytt Kari ons til torsdag", tor) == MoveShift(Which(WED, KARI), day=THU)
    assert lack("flytt Tor Dahl onds til Ola", tor) is Lack.NO_SUCH_DAY  # and not Thursday of somebody called Dahl
    assert read("flytt Kari ons til Tor Dahl", tor) == MoveShift(Which(WED, KARI), Who("tor"))


def test_may_is_a_month_or_a_name_by_what_the_sentence_needs() -> None:
    may = Assistant("may", "May Vik")
    assert read("new shift 4 May 8-15", may) == NewShift(date(2027, 5, 4), MORNING, NOBODY)
    assert read("new shift 4 May 8-15 May", may) == NewShift(date(2027, 5, 4), MORNING, Who("may"))
    assert read("new shift fri 8-15 May", may) == NewShift(FRI, MORNING, Who("may"))
    assert read("new shift 4.12. May 8-15", may) == NewShift(FRI, MORNING, Who("may"))
    assert read("slett May 4. mai", may) == RemoveShift(Which(date(2027, 5, 4), Who("may")))


def test_a_weekday_is_not_the_beginning_of_a_name() -> None:
    assert read("flytt Kari ons til tor", Assistant("torunn", "Torunn Vik")) == MoveShift(Which(WED, KARI), day=THU)


def test_a_weekday_is_the_one_of_the_shown_week() -> None:
    shown = Week(2027, 3)
    found = understood("slett Kari ons", Scene(week_49(), shown, TODAY))
    assert found == RemoveShift(Which(shown.days[2], KARI))


VOCABULARY = """ny vakt flytt move gi slett delete til to Kari Ola Tor tor ons fredag 8-15 15 - + +2 2.12 31.12.9999
1.1.1 20.12-27.12 uke 31 u99 syk barn ferie gå go i dag 2026-12-04 24-24 25-3 9-9 ' . {} ½ ² İ kl. 29.2 man-søn ledig
4. des mai May desember 2027 20.-27. januar 0000 jan. th"""
WORDS = st.sampled_from(VOCABULARY.split())
TYPED = st.one_of(st.text(max_size=20), st.lists(WORDS, max_size=9).map(" ".join))


@given(TYPED)
def test_any_text_is_a_wish_a_problem_or_no_sentence(typed: str) -> None:
    found = read(typed, Assistant("tor", "Tor"))
    assert found is None or isinstance(found, Wish | Problem)


def test_a_text_in_which_every_word_is_two_things_is_read_all_the_same() -> None:
    assert lack("flytt " + "tor " * 20, Assistant("tor", "Tor")) in (Lack.TOO_MUCH, Lack.NO_DAY)


@st.composite
def shifts(draw: st.DrawFn) -> Shift:
    """A shift of anybody's or nobody's, to the minute, in a year in which the clocks change twice."""
    who = draw(st.sampled_from([None, *(one.id for one in week_49().assistants)]))
    day, minute = draw(st.dates(date(2026, 1, 1), date(2027, 12, 31))), draw(st.integers(0, 24 * 60 - 1))
    start = local_instant(day, time(minute // 60, minute % 60), zone=HOME.zone)
    return Shift("it", Span(start, start + timedelta(minutes=draw(st.integers(1, 4 * 24 * 60)))), who)


@given(
    shifts(),
    st.sampled_from(["slett", "delete"]),
    st.sampled_from([str, str.upper, folded]),
    st.dates(date(2025, 1, 1)),
)
def test_the_sentence_made_from_a_shift_is_read_as_that_shift(
    shift: Shift, verb: str, spelling: type[str], shown: date
) -> None:
    roster = replace(week_49(), absences=())
    roster = replace(roster, shifts=(*roster.shifts, shift))
    holder = roster.assistants_by_id[shift.assistant].name if shift.assistant is not None else "ledig"
    typed = f"{verb} {spelling(holder)} {typed_day(shift.span.first_day(HOME.zone))} {times_of(shift.span, HOME.zone)}"
    near = min(max(shown, date(2020, 1, 1)), date(2034, 1, 1))
    found = understood(typed, Scene(roster, Week.of(near), TODAY))
    assert isinstance(found, RemoveShift)
    same = [one.id for one in roster.shifts if (one.span, one.assistant) == (shift.span, shift.assistant)]
    which = meant(found.which, roster, deed=Deed.REMOVE)
    assert which == shift if len(same) == 1 else isinstance(which, Problem)


def found_in(roster: Roster, which: Which, receiver: Who | None = None) -> str | Problem:
    shift = meant(which, roster, deed=Deed.GIVE, receiver=receiver)
    return shift.id if isinstance(shift, Shift) else shift


def test_a_shift_is_theirs_who_will_be_there_or_were_planned() -> None:
    roster = week_49()
    assert found_in(roster, Which(FRI, OLA)) == "w49-fri-day"  # Ola is absent on Friday
    assert found_in(roster, Which(MON, OLA)) == "w49-mon-eve"


def test_several_shifts_of_a_day_are_told_apart_by_their_times() -> None:
    assert found_in(week_49(), Which(MON)) == Problem(
        Lack.SEVERAL_SHIFTS, Deed.GIVE, known=("w49-mon-day", "w49-mon-eve"), which=Which(MON)
    )
    assert found_in(week_49(), Which(MON, None, EVENING)) == "w49-mon-eve"


def test_an_open_shift_is_given_before_one_that_somebody_has() -> None:
    roster = replace(week_49(), absences=())
    assert found_in(roster, Which(FRI), KARI) == "w49-fri-eve"
    assert found_in(roster, Which(MON), KARI) == "w49-mon-eve"  # the other one is Kari's
    assert found_in(roster, Which(FRI), NOBODY) == "w49-fri-day"


def test_shifts_that_are_told_apart_by_nothing_are_not_guessed_between() -> None:
    roster = week_49()
    twin = replace(roster.shifts_by_id["w49-fri-eve"], id="twin")
    which = Which(FRI, NOBODY, TimeEntry(time(15), time(23)))
    found = found_in(replace(roster, shifts=(*roster.shifts, twin)), which)
    assert isinstance(found, Problem)
    assert found.lack is Lack.SAME_SHIFTS


def test_a_shift_that_is_not_there_is_told_with_those_that_are() -> None:
    which = Which(MON, KARI, EVENING)
    assert found_in(week_49(), which) == Problem(Lack.NO_SUCH_SHIFT, Deed.GIVE, known=("w49-mon-day",), which=which)
