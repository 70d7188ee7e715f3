"""Tables of other programs: what their headings, days and times say, and that what was handed out comes back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.arriving.limits import LONGEST_TEXT, MOST
from bpa_desktop.interchange.arriving.oddities import with_oddities
from bpa_desktop.interchange.arriving.refusal import ForeignFileError
from bpa_desktop.interchange.plain_cells import bare, plain
from bpa_desktop.interchange.shift_files import shift_file
from bpa_desktop.services.arrival import Arrival, LeftOut, Oddity
from bpa_desktop.services.handout import EVERYTHING, Contents
from bpa_desktop.texts.shift_words import ShiftWords
from tests.interchange.foreign_files import brought, place
from tests.interchange.strategies import near_changes
from tests.memory import history_of
from tests.rosters import absence, at, shift, span

EVERY_LANGUAGE = pytest.mark.parametrize("code", ["nb", "nn", "en"])
ALL = Contents(whole_names=True, places=True, tasks=True)
DRAWN = st.tuples(st.integers(0, 20), st.integers(1, 9), st.booleans())
"""When a shift begins and how long it is, in hours, and whether it is here already."""
HEAD = "Dato;Start;Slutt;Assistent\n"


def shifts_of(content: str | bytes, into: Roster | None = None) -> list[Shift]:
    """Return the shifts of a file that leaves nothing out."""
    found = brought(content, into)
    assert not found.left_out
    return [one.record for one in found.found if isinstance(one.record, Shift)]


def person_of(content: str | bytes) -> Assistant:
    """Return the one person of a file."""
    (arrival,) = brought(content).found
    assert isinstance(arrival.record, Assistant)
    return arrival.record


def left_out(content: str | bytes) -> LeftOut:
    """Return the one thing that a file leaves out."""
    (one,) = brought(content).left_out
    return one


def refusal(content: str | bytes) -> ForeignFileError:
    """Return why a file is not read."""
    with pytest.raises(ForeignFileError) as caught:
        brought(content)
    return caught.value


@pytest.mark.parametrize("day", ["2026-12-01", "01.12.2026", "1.12.26", "1/12/2026", "tir. 1.12.2026", "20261201"])
def test_days_are_read_as_people_write_them(day: str) -> None:
    (found,) = shifts_of(f"{HEAD}{day};08:00;15:00;Kari\n")
    assert (found.span, found.assistant) == (span("tue 08:00", "15:00"), "kari")


@pytest.mark.parametrize("clock", ["8", "08:00", "08.00", "0800", "800", "8:00:00", "kl. 8", "8 am"])
def test_times_are_read_as_people_write_them(clock: str) -> None:
    (found,) = shifts_of(f"{HEAD}1.12.2026;{clock};15:00;Kari\n")
    assert found.span == span("tue 08:00", "15:00")


@pytest.mark.parametrize("clock", ["25:00", "08:60", "eight", "8:0", "13 pm", "-8", "24:01"])
def test_what_is_no_time_leaves_the_row_out_and_says_so(clock: str) -> None:
    assert left_out(f"{HEAD}1.12.2026;{clock};15:00;Kari\n") == LeftOut(2, "no_time", {"unit": "row", "found": clock})


@pytest.mark.parametrize("day", ["30.2.2026", "12/31/2026", "Sum", "1.1.0001", "31.12.9999"])
def test_what_is_no_day_leaves_the_row_out_and_says_so(day: str) -> None:
    assert left_out(f"{HEAD}{day};8;15;Kari\n") == LeftOut(2, "no_day", {"unit": "row", "found": day})


def test_an_end_at_or_before_the_start_is_the_next_day_and_24_is_midnight() -> None:
    found = shifts_of(f"{HEAD}1.12.2026;22;8;Kari\n2.12.2026;8;8;Ola\n4.12.2026;16:00;24:00;Amina\n")
    assert [one.span for one in found] == [
        span("tue 22:00", "08:00"),
        span("wed 08:00", "2026-12-03 08:00"),
        span("fri 16:00", "sat 00:00"),
    ]


def test_days_within_the_times_and_a_day_of_the_end_are_read() -> None:
    head = "Start;End;Assistant\n"
    (one,) = shifts_of(f"{head}2026-12-01 22:00;2026-12-02T08:00;Kari\n")
    (other,) = shifts_of(f"{head}2026-12-01T21:00:00Z;2026-12-02T08:00:00+01:00;Kari\n")
    (third,) = shifts_of("Dato;Start;Sluttdato;Slutt\n1.12.2026;22;2.12.2026;8\n")
    (fourth,) = shifts_of("Dato,Tid,Hvem\n1.12.2026,22:00–08:00,Kari\n")
    assert {shift.span for shift in (one, other, third, fourth)} == {span("tue 22:00", "08:00")}


def test_an_end_before_the_start_and_a_shift_of_weeks_are_left_out() -> None:
    head = "Dato;Start;Sluttdato;Slutt\n"
    assert left_out(f"{head}2.12.2026;8;1.12.2026;9\n").code == "not_after_start"
    assert left_out(f"{head}2.12.2026;8;12.12.2026;9\n").code == "too_long"


def test_times_of_the_nights_when_clocks_change_are_those_of_the_arrangement() -> None:
    spring, autumn = shifts_of(f"{HEAD}28.3.2026;22;8;Kari\n24.10.2026;22;8;Kari\n")
    assert (spring.span.length, autumn.span.length) == (timedelta(hours=9), timedelta(hours=11))


def test_the_hours_tell_which_of_two_times_of_the_october_night_is_meant() -> None:
    head = "Dato;Start;Slutt;Timer\n"
    (first,) = shifts_of(f"{head}24.10.2026;22:00;02:30;4,5\n")
    (second,) = shifts_of(f"{head}24.10.2026;22:00;02:30;5,5\n")
    assert first.span.end == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert second.span.end == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_encoding_and_delimiter_is_known(encoding: str, delimiter: str) -> None:
    text = "Navn;Mobil;Adresse;Poststed\nÅse Ødegård;900 00 000;Storgata 1;Bø\n".replace(";", delimiter)
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    found = person_of(mark + text.encode(encoding))
    assert (found.name, found.phone, found.address) == ("Åse Ødegård", "900 00 000", "Storgata 1, Bø")


def test_people_are_read_with_all_that_is_asked_for_and_nothing_else() -> None:
    found = person_of(
        'First name,Last name,E-mail,Date of birth,Languages,Notes\nKari,Lunde,k@b.no,12.4.80,"norsk, arabisk",x\n'
    )
    assert found == Assistant("", "Kari Lunde", date(1980, 4, 12), email="k@b.no", languages=("norsk", "arabisk"))


def test_headings_in_nynorsk_are_those_in_bokmal() -> None:
    shifts, people = "1.12.2026;8;15;7;Kari;Heime;dusj\n", "Kari;Lunde;12.4.1980;Bø\n"
    assert shifts_of(f"Frå dato;Byrjar;Sluttar;Timar;Kven;Stad;Oppgåver\n{shifts}") == shifts_of(
        f"Fra dato;Begynner;Slutter;Timer;Hvem;Sted;Oppgaver\n{shifts}"
    )
    assert person_of(f"Fornamn;Etternamn;Fødd;Poststad\n{people}") == person_of(
        f"Fornavn;Etternavn;Født;Poststed\n{people}"
    )
    assert person_of("Namn;Mobil\nKari;900 00 000\n") == person_of("Navn;Mobil\nKari;900 00 000\n")


def test_somebody_without_a_name_or_born_tomorrow_is_left_out() -> None:
    assert left_out("Navn;Mobil\n;900 00 000\n").code == "no_name"
    assert left_out("Navn;Født\nKari;25.11.2026\n") == LeftOut(2, "no_day", {"unit": "row", "found": "25.11.2026"})


def test_headings_are_found_below_a_title_and_rows_keep_their_numbers() -> None:
    found = brought("Vaktliste uke 49\n\nDato (dd.mm);Start;Slutt;Assistent\n\n1.12.2026;8;15;Kari\n")
    assert [one.place for one in found.found] == [5]


def test_a_table_whose_headings_are_not_known_is_refused_with_those_it_has() -> None:
    error = refusal("Farge;Antall\nrød;2\n")
    assert (error.code, error.facts) == ("no_columns", {"found": "Farge, Antall"})
    assert refusal("Dato;Assistent\n1.12.2026;Kari\n").code == "no_columns"


def test_whom_a_shift_names_is_found_by_whole_or_first_name_and_else_it_is_open() -> None:
    found = brought(f"{HEAD}1.12.2026;8;15;KARI\n2.12.2026;8;15;Nils\n3.12.2026;8;15;Ledig\n4.12.2026;8;15;\n").found
    assert [one.record.assistant for one in found if isinstance(one.record, Shift)] == ["kari", None, None, None]
    assert [one.oddities for one in found] == [(), (Oddity.UNKNOWN_PERSON,), (), ()]


def test_a_kind_that_is_not_known_comes_as_active_work_and_is_told() -> None:
    known, other = brought("Dato;Start;Slutt;Type\n1.12.2026;8;9;hvilende natt\n2.12.2026;8;9;D1\n").found
    assert isinstance(known.record, Shift)
    assert isinstance(other.record, Shift)
    assert (known.record.kind, known.oddities) == (ShiftKind.RESTING_NIGHT, ())
    assert (other.record.kind, other.oddities) == (ShiftKind.ACTIVE, (Oddity.UNKNOWN_KIND,))


def test_what_is_here_already_and_what_overlaps_is_told() -> None:
    here = place(shift("tue 08:00", "15:00"), shift("wed 08:00", "15:00"))
    rows = "1.12.2026;8;15;Kari\n2.12.2026;14;16;Kari\n3.12.2026;8;15;Kari\n3.12.2026;14;16;Kari\n3.12.2026;8;15;Kari\n"
    found = brought(HEAD + rows, here).found
    overlaps = (Oddity.OVERLAPS,)
    assert [one.oddities for one in found] == [(Oddity.KNOWN,), overlaps, overlaps, overlaps, (Oddity.KNOWN,)]


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9), st.booleans()), max_size=7, unique_by=lambda one: one[:2])
)
def test_exactly_those_overlap_that_share_time_with_another_of_their_holder(drawn: list[tuple[int, int, bool]]) -> None:
    begins = at("tue 00:00")
    spans = [
        Span(begins + timedelta(hours=start), begins + timedelta(hours=start + length)) for start, length, _ in drawn
    ]
    here = [Shift(str(number), span, "kari") for number, span in enumerate(spans) if drawn[number][2]]
    coming = [Arrival(1, Shift("", span, "kari")) for number, span in enumerate(spans) if not drawn[number][2]]
    for one in with_oddities(coming, place(*here)):
        assert isinstance(one.record, Shift)
        shares = sum(one.record.span.overlaps(span) for span in spans) > 1  # with itself it always does
        assert one.oddities == ((Oddity.OVERLAPS,) if shares else ())


@pytest.mark.parametrize("row", ["KARI;;", "Nn;+47 900 00 001;", "Nn;;k@EXAMPLE.org"])
def test_somebody_is_known_again_by_name_telephone_or_e_mail(row: str) -> None:
    kari = Assistant("1", "Kari", phone="90000001", email="K@example.org")
    (found,) = brought(f"Navn;Mobil;E-post\n{row}\n", Roster(place().arrangement, assistants=(kari,))).found
    assert found.oddities == (Oddity.KNOWN,)


def test_a_text_that_is_too_long_is_cut_and_its_control_signs_are_taken_out() -> None:
    (found,) = brought(f"Navn;Adresse\nPe\x07r\u202e;{'x' * (LONGEST_TEXT + 1)}\n").found
    assert isinstance(found.record, Assistant)
    assert (found.record.name, len(found.record.address)) == ("Per", LONGEST_TEXT)
    assert found.oddities == (Oddity.CUT,)


@given(st.text() | st.sampled_from(["=1", "'=1", "''=1", "'", "+47 900", "'x"]))
def test_the_apostrophe_is_taken_off_where_this_program_put_it_and_nowhere_else(text: str) -> None:
    assert bare(plain(text)) == text or plain(text) == text
    assert bare(text) == text or plain(bare(text)) == text


def test_a_telephone_number_comes_back_without_the_apostrophe() -> None:
    assert person_of("Navn;Mobil\nKari;'+47 900 00 000\n").phone == "+47 900 00 000"
    assert person_of("Navn;Mobil\n'Kari;1\n").name == "'Kari"


def test_a_quotation_mark_that_is_never_closed_does_not_take_in_the_file() -> None:
    assert refusal('Navn;Mobil\n"Kari;1\n' + "x;1\n" * 300_000).code == "broken"
    assert refusal('Navn,Mobil\n"x\n' + '","x\n' * 300_000).code == "broken"


def test_a_line_of_ten_megabytes_and_a_million_empty_ones_are_refused() -> None:
    assert refusal(f"Navn;Mobil\n{'x;' * 5_000_000}").code == "broken"
    assert refusal("Navn;Mobil\n" + "\n" * 1_000_000).code == "too_many"


def test_columns_far_to_the_right_are_not_looked_at() -> None:
    assert refusal(f"{';' * 200}Navn\nKari\n").code == "no_columns"


def test_more_rows_than_are_read_refuse_the_file_whole() -> None:
    rows = "".join(f"Navn {number}\n" for number in range(MOST + 1))
    assert refusal(f"Navn\n{rows}").facts == {"most": str(MOST)}
    assert refusal("Dato;Start;Slutt\n" + "x;y;z\n" * (MOST + 1)).code == "too_many"
    assert len(brought(f"Navn\n{rows.removesuffix(f'Navn {MOST}' + chr(10))}").found) == MOST


@EVERY_LANGUAGE
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@given(
    starts=st.lists(near_changes, min_size=1, max_size=5, unique=True),
    minutes=st.integers(1, 3000),
    who=st.sampled_from(["kari", "ola", None]),
    kind=st.sampled_from(ShiftKind),
)
def test_what_was_handed_out_comes_back(
    code: str, ending: str, starts: list[datetime], minutes: int, who: str | None, kind: ShiftKind
) -> None:
    made = [
        Shift(str(number), Span(start, start + timedelta(minutes=minutes)), who, kind, place="=home", tasks=("a", "b"))
        for number, start in enumerate(starts)
    ]
    before = place(*made)
    words = ShiftWords(Language(code), before, ALL)
    found = shifts_of(shift_file(ending, history_of(before)[0], words=words, extent=EVERYTHING), place())
    assert len(found) == len(made)
    for one, again in zip(sorted(made, key=lambda shift: (shift.span, shift.id)), found, strict=True):
        assert (again.assistant, again.kind, again.place, again.tasks) == (
            one.assistant,
            one.kind,
            one.place,
            one.tasks,
        )
        assert clocks(again) == clocks(one)
        assert again.span == one.span or (is_twice(one.span.start) and is_twice(one.span.end))


def clocks(one: Shift) -> tuple[datetime, ...]:
    """Return the times of a shift by the clock of the arrangement."""
    zone = place().arrangement.zone
    return tuple(at.astimezone(zone).replace(tzinfo=None) for at in (one.span.start, one.span.end))


def is_twice(at: datetime) -> bool:
    """Tell whether the clock shows the time of an instant twice; where both do, the hours do not tell them apart."""
    local = at.astimezone(place().arrangement.zone)
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def test_a_shift_of_somebody_absent_comes_back_open() -> None:
    away = Roster(
        **{**vars(place(shift("tue 08:00", "15:00"))), "absences": (absence("kari", "tue 00:00", "wed 00:00"),)}
    )
    content = shift_file("csv", history_of(away)[0], words=ShiftWords(Language("nb"), away, ALL), extent=EVERYTHING)
    (found,) = brought(content, away).found
    assert isinstance(found.record, Shift)
    assert found.record.assistant is None
    assert found.oddities == (Oddity.KNOWN,)
