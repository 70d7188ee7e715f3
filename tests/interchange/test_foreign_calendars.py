"""Calendars of other programs: shifts of those who are named, events of one's own, and what repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import assume, given
from hypothesis import strategies as st

from bpa_desktop.domain.day_note import LONGEST, DayNote, DayNoteKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.domain.span import Span, midnight
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.arriving.refusal import ForeignFileError, LeftOutError
from bpa_desktop.interchange.arriving.repeats import repeat_of
from bpa_desktop.interchange.shift_files import shift_file
from bpa_desktop.services.arrival import Arrival, Oddity
from bpa_desktop.services.handout import EVERYTHING, Contents
from bpa_desktop.texts.shift_words import ShiftWords
from tests.interchange.foreign_files import CALENDAR, TODAY, brought, place
from tests.interchange.strategies import near_changes
from tests.memory import history_of
from tests.rosters import assistant, at, span

ZONE = ZoneInfo("UTC")
MORNING = ("DTSTART;TZID=Europe/Oslo:20261201T080000", "DTEND;TZID=Europe/Oslo:20261201T150000")
DAY = ("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227")


def calendar(*events: tuple[str, ...]) -> str:
    """Return a calendar of events, each of some lines."""
    inner = "".join("\r\n".join(("BEGIN:VEVENT", *event, "END:VEVENT", "")) for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{inner}END:VCALENDAR\r\n"


def arrivals(*events: tuple[str, ...], into: Roster | None = None) -> tuple[Arrival, ...]:
    """Return what some events bring, none of them left out."""
    found = brought(calendar(*events), into)
    assert not found.left_out
    return found.found


def shift_of(*lines: str, into: Roster | None = None) -> Shift:
    """Return the one shift that an event is."""
    (found,) = arrivals(lines, into=into)
    assert isinstance(found.record, Shift)
    return found.record


def note_of(*lines: str) -> DayNote:
    """Return the one event of one's own that an event is."""
    (found,) = arrivals(lines)
    assert isinstance(found.record, DayNote)
    return found.record


def left_out(*lines: str) -> str:
    """Return why an event is left out."""
    (found,) = brought(calendar(lines)).left_out
    assert found.facts["unit"] == "event"
    return found.code


def days(*lines: str) -> list[date]:
    """Return the first days of all that an event brings."""
    found = [one.record for one in arrivals((*lines, "SUMMARY:Trening"))]
    return [note.first for note in found if isinstance(note, DayNote)]


def test_an_event_that_names_exactly_one_of_the_team_is_their_shift() -> None:
    assert shift_of(*MORNING, "SUMMARY:Vakt: Kari") == Shift("", span("tue 08:00", "15:00"), "kari")
    assert shift_of(*MORNING, "SUMMARY:Vakt", "ATTENDEE;CN=Ola:mailto:x@y.no").assistant == "ola"
    assert shift_of(*MORNING, "SUMMARY:Vakt", 'ORGANIZER;CN="Amina":mailto:x@y.no').assistant == "amina"


def test_somebody_is_found_by_their_e_mail_address_and_not_when_they_declined() -> None:
    kari = replace(assistant("Kari"), email="Kari@B.no")
    into = replace(place(), assistants=(kari,))
    assert shift_of(*MORNING, "SUMMARY:Vakt", "ATTENDEE:MAILTO:kari@b.no", into=into).assistant == "kari"
    (found,) = arrivals((*MORNING, "SUMMARY:Vakt", "ATTENDEE;PARTSTAT=DECLINED:mailto:kari@b.no"), into=into)
    assert isinstance(found.record, DayNote)


@pytest.mark.parametrize("title", ["Kari og Ola", "Tannlege", "Karin", "Kino"])
def test_an_event_that_names_nobody_or_two_is_the_users_own(title: str) -> None:
    note = note_of(*MORNING, f"SUMMARY:{title}", "DESCRIPTION:MIGRENE", "COMMENT:x", "LOCATION:Sykehuset")
    assert note == DayNote("", date(2026, 12, 1), date(2026, 12, 1), title, DayNoteKind.EVENT)


def test_a_first_name_that_two_have_names_nobody_but_the_whole_name_does() -> None:
    team = (replace(assistant("Kari"), name="Kari Lunde"), replace(assistant("Kari"), id="k2", name="Kari Berg"))
    into = replace(place(), assistants=team)
    (found,) = arrivals((*MORNING, "SUMMARY:Kari"), into=into)
    assert isinstance(found.record, DayNote)
    assert shift_of(*MORNING, "SUMMARY:vakt kari berg", into=into).assistant == "k2"


def test_a_name_within_a_longer_one_names_only_whoever_has_the_longer() -> None:
    into = replace(place(), assistants=(assistant("Kari"), replace(assistant("Kari"), id="k2", name="Kari Berg")))
    assert shift_of(*MORNING, "SUMMARY:Kari Berg", into=into).assistant == "k2"
    assert shift_of(*MORNING, "SUMMARY:Kari", into=into).assistant == "kari"


def test_times_are_read_with_zones_in_utc_floating_and_with_a_length() -> None:
    expected = span("tue 08:00", "15:00")
    for lines in (
        ("DTSTART:20261201T070000Z", "DTEND:20261201T140000Z"),
        ("DTSTART:20261201T080000", "DTEND:20261201T150000"),
        ("DTSTART:20261201T080000", "DURATION:PT7H"),
        ("DTSTART;TZID=America/New_York:20261201T020000", "DURATION:P0DT6H60M"),
        ("DTSTART;TZID=W. Europe Standard Time:20261201T080000", "DURATION:PT7H"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Oslo:20261201T080000", "DURATION:PT7H"),
    ):
        assert shift_of(*lines, "SUMMARY:Kari").span == expected


@pytest.mark.parametrize("zone", ["Moon/Base", "../../etc/passwd", "/etc/localtime", "Europe", "x" * 5000])
def test_a_zone_that_is_not_known_leaves_the_event_out(zone: str) -> None:
    assert left_out(f"DTSTART;TZID={zone[:3000]}:20261201T080000", "SUMMARY:Kari") == "unknown_zone"


def test_whole_days_are_never_shifts_and_the_end_is_not_part_of_them() -> None:
    note = note_of(*DAY, "SUMMARY:Kari")
    assert (note.first, note.last) == (date(2026, 12, 24), date(2026, 12, 26))
    assert note_of(DAY[0], "SUMMARY:x").last == date(2026, 12, 24)


def test_a_title_that_is_too_long_is_cut_and_an_event_without_one_is_left_out() -> None:
    (found,) = arrivals((*DAY, f"SUMMARY:{'x' * (LONGEST + 1)}"))
    assert isinstance(found.record, DayNote)
    assert (len(found.record.text), found.oddities) == (LONGEST, (Oddity.CUT,))
    assert left_out(*DAY) == "no_title"


def test_what_is_cancelled_ends_before_it_begins_or_has_no_day_is_left_out() -> None:
    assert left_out(*MORNING, "SUMMARY:Kari", "STATUS:CANCELLED") == "cancelled"
    assert left_out("DTSTART:20261201T080000", "DTEND:20261201T070000", "SUMMARY:x") == "not_after_start"
    assert left_out("DTSTART:20261201T080000", "DURATION:-PT1H", "SUMMARY:x") == "not_after_start"
    assert left_out("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20290101", "SUMMARY:x") == "too_long"
    assert left_out("SUMMARY:x") == "day_missing"
    assert left_out("DTSTART:99991231", "SUMMARY:x") == "no_day"
    assert left_out("DTSTART:20261301", "SUMMARY:x") == "no_day"


def test_an_alarm_within_an_event_and_a_zone_beside_it_are_not_read() -> None:
    alarm = ("BEGIN:VALARM", "SUMMARY:Kari", "DTSTART:20200101T000000", "END:VALARM")
    assert note_of(*alarm, *MORNING, "SUMMARY:Kino").text == "Kino"


def test_a_series_is_unfolded_within_the_year_to_come() -> None:
    half_yearly = days("DTSTART:20200106T080000", "RRULE:FREQ=WEEKLY;INTERVAL=26")
    assert half_yearly == [date(2026, 12, 28), date(2027, 6, 28)]
    assert len(days("DTSTART;VALUE=DATE:20200106", "RRULE:FREQ=DAILY")) == 366
    assert days("DTSTART:20261130T080000", "RRULE:FREQ=DAILY;UNTIL=20261202T065959Z") == [
        date(2026, 11, 30),
        date(2026, 12, 1),
    ]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", [1, 6, 15, 20]),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", [1, 13, 15, 27]),
        ("FREQ=MONTHLY;COUNT=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1", [1, 31]),
    ],
)
def test_where_the_week_begins_and_which_of_several_days_counts(rule: str, found: list[int]) -> None:
    assert days("DTSTART;VALUE=DATE:20261201", f"RRULE:{rule}") == [date(2026, 12, day) for day in found]


def test_times_of_a_series_keep_the_clock_when_the_clocks_change() -> None:
    begins = "DTSTART;TZID=Europe/Oslo:20270327T080000"
    found = arrivals((begins, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2", "SUMMARY:Ola"))
    starts = [one.record.span.start for one in found if isinstance(one.record, Shift)]
    assert starts == [at("2027-03-27 08:00"), at("2027-03-28 08:00")]


def test_what_was_taken_out_of_a_series_or_moved_is_not_there_twice() -> None:
    series = ("UID:a", "DTSTART:20261130T080000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4", "SUMMARY:Kari")
    moved = ("UID:a", "RECURRENCE-ID:20261202T080000", "DTSTART:20261202T120000", "DURATION:PT1H", "SUMMARY:Ola")
    found = arrivals((*series, "EXDATE:20261201T080000", "RDATE:20261210T080000"), moved)
    shifts = [(one.place, one.record) for one in found if isinstance(one.record, Shift)]
    assert [(number, one.assistant, one.span.start) for number, one in shifts] == [
        (1, "kari", at("mon 08:00")),
        (1, "kari", at("thu 08:00")),
        (1, "kari", at("2026-12-10 08:00")),
        (2, "ola", at("wed 12:00")),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=1", "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;BYDAY=20MO", "COUNT=1", "x"),
        *(
            "FREQ=WEEKLY;BYDAY=1MO",
            "FREQ=DAILY;BYMONTH=13",
            "FREQ=DAILY;COUNT=99999999999999999999",
            "FREQ=DAILY;WKST=X",
        ),
    ],
)
def test_a_rule_that_is_not_understood_leaves_the_series_out(rule: str) -> None:
    assert left_out(*MORNING, f"RRULE:{rule}", "SUMMARY:x") == "unknown_repeat"


def test_a_rule_that_none_fits_and_one_that_is_over_are_left_out_at_once() -> None:
    assert left_out("DTSTART:20200101T080000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "SUMMARY:x") == "no_repeat"
    assert left_out("DTSTART:20200101T080000", "RRULE:FREQ=DAILY;COUNT=5", "SUMMARY:x") == "no_repeat"


def test_series_that_would_take_too_long_are_left_out() -> None:
    found = brought(calendar(*[("DTSTART:19000101T080000", "RRULE:FREQ=YEARLY;COUNT=200", "SUMMARY:x")] * 20))
    assert {one.code for one in found.left_out} == {"repeats_too_often"}
    assert found.found


def test_more_lines_or_events_than_are_read_refuse_the_file() -> None:
    with pytest.raises(ForeignFileError, match="too_many"):
        brought(calendar(("UID:x",) * 2_001))
    with pytest.raises(ForeignFileError, match="too_many"):
        brought(calendar(("X:y",) * 600_000))
    with pytest.raises(ForeignFileError, match="too_many"):
        brought(calendar(*[()] * 10_001))
    with pytest.raises(ForeignFileError, match="too_many"):
        brought(calendar(*[("DTSTART;VALUE=DATE:20200106", "RRULE:FREQ=DAILY", "SUMMARY:x")] * 28))


def test_components_within_components_without_end_refuse_the_file() -> None:
    with pytest.raises(ForeignFileError, match="broken"):
        brought("BEGIN:VCALENDAR\n" * 100_000)
    with pytest.raises(ForeignFileError, match="broken"):
        brought("BEGIN:VCALENDAR\n" * 20 + calendar((*DAY, "SUMMARY:x")) + "END:VCALENDAR\n" * 20)
    with pytest.raises(ForeignFileError, match="broken"):
        brought(CALENDAR.removesuffix("END:VCALENDAR\r\n"))
    with pytest.raises(ForeignFileError, match="broken"):
        brought(CALENDAR.replace("END:VEVENT", "END:VTODO"))


RULES = st.builds(
    lambda parts, every: ";".join((f"FREQ={every}", *parts)),
    st.lists(
        st.sampled_from(
            [
                *("INTERVAL=2", "INTERVAL=3", "COUNT=5", "COUNT=40", "BYMONTH=2,5", "BYMONTH=12", "WKST=SU"),
                *("BYMONTHDAY=1,31", "BYMONTHDAY=-1", "BYDAY=MO,TH", "BYDAY=SU", "BYDAY=1MO,-1FR", "BYDAY=5TU"),
                *("BYSETPOS=1", "BYSETPOS=-1,2"),
            ]
        ),
        max_size=4,
        unique_by=lambda part: part.split("=")[0],
    ),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
)


@given(RULES, st.dates(date(2023, 1, 1), date(2027, 3, 1)))
def test_days_of_a_series_are_those_that_another_library_finds(rule: str, start: date) -> None:
    first, last = TODAY, TODAY + timedelta(days=365)
    try:
        found = list(repeat_of(rule, start).days(first, last))
    except LeftOutError:
        assume(False)
    other = rrulestr(rule, dtstart=midnight(start, ZONE))
    assert found == [one.date() for one in other.between(midnight(first, ZONE), midnight(last, ZONE), inc=True)]


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@given(
    starts=st.lists(near_changes, min_size=1, max_size=4, unique=True),
    minutes=st.integers(1, 3000),
    kind=st.sampled_from(ShiftKind),
    whole=st.booleans(),
)
def test_a_calendar_that_was_handed_out_comes_back(
    code: str, starts: list[datetime], minutes: int, kind: ShiftKind, whole: bool
) -> None:
    made = [
        Shift(str(number), Span(start, start + timedelta(minutes=minutes)), who, kind, state=ShiftState.PUBLISHED)
        for number, start in enumerate(starts)
        for who in (("kari", "ola", "amina")[number % 3],)
    ]
    before = place(*made)
    words = ShiftWords(Language(code), before, Contents(whole_names=whole))
    content = shift_file("ics", history_of(before)[0], words=words, extent=EVERYTHING)
    found = [one.record for one in brought(content).found]
    made.sort(key=lambda one: (one.span, one.id))
    assert found == [replace(one, id="", state=ShiftState.DRAFT) for one in made]
    assert all(one.oddities == (Oddity.KNOWN,) for one in brought(content, before).found)


def test_an_own_event_whose_person_is_no_longer_known_comes_open_unless_the_shift_is_still_here() -> None:
    before = place(Shift("s1", span("tue 08:00", "15:00"), "kari"))
    own = ("UID:s1@bpa-desktop", *MORNING, "SUMMARY:Vakt, Nils")
    (found,) = arrivals(own)
    assert isinstance(found.record, Shift)
    assert (found.record.assistant, found.oddities) == (None, (Oddity.UNKNOWN_PERSON,))
    (known,) = arrivals(own, into=before)
    assert known.oddities == (Oddity.KNOWN,)
