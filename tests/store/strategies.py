"""Records of every kind, for Hypothesis: any that the domain allows, and one written-out sample of each."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Agreement, AgreementLevel, Arrangement, Regime, SelfCertification, ServiceUse
from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver, Overdraw, WeeklyHours
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.day_note import LONGEST, DayNote, DayNoteKind
from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.domain.household import Household, HouseholdMember, Role
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.domain.publication import Publication, Receipt, ToldShift
from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.substitute import Answer, Ask, Channel, Outcome, RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant, Availability, Employment, EmploymentKind, Grade

IDS = st.text(min_size=1, max_size=12)
TEXTS = st.text(max_size=20)
WORDS = st.lists(TEXTS, max_size=3).map(tuple)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2) | st.decimals(-(10**6), 10**6)
INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC) | st.timezones())  # noqa: DTZ001
CLOCKS = st.times()
DAYS = st.none() | st.dates()
SPANS = st.builds(
    lambda start, length: Span(start, start.astimezone(UTC) + length),
    INSTANTS,
    st.timedeltas(timedelta(microseconds=1), timedelta(days=400)),
)
DAY_RANGES = st.tuples(DAYS, DAYS).map(
    lambda pair: DayRange(*sorted(pair, key=str)) if None not in pair else DayRange(*pair)
)
POSTS = st.builds(
    Employment,
    DAY_RANGES,
    st.sampled_from(EmploymentKind),
    NUMBERS,
    hourly_wage=st.none() | NUMBERS,
    seniority_from=DAYS,
    employee_no=TEXTS,
)
LINES = st.builds(
    RotationLine,
    st.integers(1, 52),
    st.integers(1, 7),
    CLOCKS,
    CLOCKS,
    assistant=st.none() | IDS,
    kind=st.sampled_from(ShiftKind),
)
ASKS = st.builds(
    Ask,
    IDS,
    INSTANTS,
    st.sampled_from(Channel),
    st.sampled_from(Answer),
    answered_at=st.none() | INSTANTS,
    answer_by=st.none() | INSTANTS,
    part=st.none() | SPANS,
    told_at=st.none() | INSTANTS,
)
AGREEMENTS = st.builds(
    Agreement,
    st.sampled_from(AgreementLevel),
    st.none() | st.integers(1, 52),
    st.booleans(),
    st.booleans(),
    TEXTS,
    days=DAY_RANGES,
    collective=TEXTS,
)
TOLD_SHIFTS = st.builds(ToldShift, IDS, IDS, SPANS, st.sampled_from(ShiftKind), TEXTS, WORDS)
MEMBERS = st.builds(HouseholdMember, st.sampled_from(Role), NUMBERS, added=NUMBERS)

ANY: dict[type[Record], st.SearchStrategy[Record]] = {
    Arrangement: st.builds(
        Arrangement,
        IDS,
        TEXTS,
        TEXTS,
        district=TEXTS,
        time_zone=TEXTS,
        regime=st.sampled_from(Regime),
        agreement=AGREEMENTS,
        weekly_norm=NUMBERS,
        tariff=st.none() | TEXTS,
        pay_agreement=st.none() | TEXTS,
        household_income=st.none() | NUMBERS,
        services=st.lists(st.builds(ServiceUse, TEXTS, NUMBERS), max_size=3).map(tuple),
        advice=st.booleans(),
        self_certification=st.sampled_from(SelfCertification),
    ),
    Award: st.builds(
        Award,
        IDS,
        DAY_RANGES,
        st.builds(WeeklyHours, NUMBERS, NUMBERS, NUMBERS),
        st.sampled_from(AccountPeriod),
        st.sampled_from(CarryOver) | NUMBERS,
        NUMBERS,
        TEXTS,
        also_drawn=st.lists(st.sampled_from(ShiftKind), max_size=2).map(tuple),
        overdraw=st.sampled_from(Overdraw),
    ),
    Assistant: st.builds(
        Assistant,
        IDS,
        TEXTS,
        birth_date=DAYS,
        phone=TEXTS,
        email=TEXTS,
        address=TEXTS,
        languages=WORDS,
        skills=WORDS,
        notes=TEXTS,
        user_preference=st.integers(1, 5),
        employments=st.lists(POSTS, max_size=2).map(tuple),
        travel_minutes=st.none() | st.integers(0, 600),
        never_with=WORDS,
        child_days=st.none() | st.integers(0, 30),
    ),
    Availability: st.builds(Availability, IDS, IDS, SPANS, st.sampled_from(Grade), TEXTS),
    Need: st.builds(
        Need,
        IDS,
        st.integers(1, 7),
        CLOCKS,
        CLOCKS,
        people=st.integers(1, 3),
        kind=st.sampled_from(ShiftKind),
        skills=WORDS,
        days=DAY_RANGES,
    ),
    Rotation: st.builds(Rotation, IDS, TEXTS, st.integers(1, 52), DAY_RANGES, st.lists(LINES, max_size=3).map(tuple)),
    Shift: st.builds(
        Shift,
        IDS,
        SPANS,
        assistant=st.none() | IDS,
        kind=st.sampled_from(ShiftKind),
        active_minutes=st.none() | st.integers(0, 2000),
        break_minutes=st.integers(0, 90),
        state=st.sampled_from(ShiftState),
        published_at=st.none() | INSTANTS,
        backup=st.none() | IDS,
        place=TEXTS,
        skills=WORDS,
        tasks=WORDS,
        note=TEXTS,
        rotation=st.none() | IDS,
        actual=st.none() | SPANS,
    ),
    Absence: st.builds(
        Absence,
        IDS,
        IDS,
        SPANS,
        st.sampled_from(AbsenceKind),
        grade=NUMBERS,
        reported_at=st.none() | INSTANTS,
        reported_how=st.none() | st.sampled_from(Channel),
        open_ended=st.booleans(),
    ),
    SubstituteRequest: st.builds(
        SubstituteRequest,
        IDS,
        IDS,
        state=st.sampled_from(RequestState),
        deadline=st.none() | INSTANTS,
        asks=st.lists(ASKS, max_size=3).map(tuple),
        chosen=st.none() | IDS,
        outcome=st.sampled_from(Outcome),
    ),
    Household: st.builds(Household, IDS, st.lists(MEMBERS, max_size=2).map(tuple)),
    OwnPriceList: st.builds(OwnPriceList, IDS, TEXTS),
    OwnPayAgreement: st.builds(OwnPayAgreement, IDS, TEXTS),
    ExpectedBaseAmount: st.builds(ExpectedBaseAmount, IDS, st.dates(), NUMBERS),
    Invoice: st.builds(Invoice, IDS, st.dates(), NUMBERS),
    Publication: st.builds(
        Publication,
        IDS,
        SPANS,
        INSTANTS,
        TEXTS,
        st.lists(TOLD_SHIFTS, max_size=3).map(tuple),
        TEXTS,
        st.lists(st.builds(Receipt, IDS, INSTANTS, st.sampled_from(Channel), st.none() | INSTANTS), max_size=3).map(
            tuple
        ),
    ),
    KeptFinding: st.builds(
        KeptFinding,
        IDS,
        TEXTS,
        st.none() | IDS,
        WORDS,
        st.none() | NUMBERS,
        author=TEXTS,
        reason=TEXTS,
        agreement=TEXTS,
        at=INSTANTS,
    ),
    DayNote: st.builds(
        lambda record_id, days, text, kind: DayNote(record_id, min(days), max(days), text, kind),
        IDS,
        st.lists(st.dates(), min_size=1, max_size=2),
        st.text(min_size=1, max_size=LONGEST).filter(lambda text: bool(text.strip())),
        st.sampled_from(DayNoteKind),
    ),
    ShiftLock: st.builds(ShiftLock, IDS),
    FallbackContact: st.builds(FallbackContact, IDS, st.sampled_from(FallbackKind), TEXTS, TEXTS),
}


def hours(first: int, last: int, *, day: int = 4) -> Span:
    """Return a stretch of a day in December 2026, in UTC."""
    return Span(datetime(2026, 12, day, first, tzinfo=UTC), datetime(2026, 12, day, last, tzinfo=UTC))


NOON = datetime(2026, 12, 4, 12, 0, 0, 250, tzinfo=UTC)
LONG_AGO = DayRange(date(2020, 2, 29))
SAMPLES: tuple[Record, ...] = (
    Arrangement(
        "home",
        "Hjemme hos Åse",
        "3203",
        agreement=Agreement(
            AgreementLevel.UNION,
            26,
            reduced_rest=True,
            reference="avtale 1",
            days=DayRange(date(2026, 1, 1), date(2027, 12, 31)),
            collective="virke-bpa",
        ),
        weekly_norm=Decimal("35.50"),
        household_income=Decimal("480000"),
        services=(ServiceUse("alarm", Decimal("1.0")),),
        advice=True,
        self_certification=SelfCertification.EXTENDED,
    ),
    Award(
        "award",
        LONG_AGO,
        WeeklyHours(Decimal("37.50"), Decimal("5"), Decimal("0.25")),
        carry_over=Decimal("10.50"),
        overnight_factor=Decimal("0.333"),
        also_drawn=(ShiftKind.MEETING,),
        overdraw=Overdraw.BLOCK,
    ),
    Assistant(
        "kari",
        "Kari Nordmann",
        birth_date=date(1990, 5, 17),
        phone="+47 900 00 000",
        languages=("nb", "se"),
        skills=("lift",),
        employments=(Employment(LONG_AGO, EmploymentKind.PERMANENT, Decimal("50.0"), hourly_wage=Decimal("230.10")),),
        travel_minutes=25,
        never_with=("ola",),
        child_days=15,
    ),
    Availability("said", "kari", hours(7, 15), Grade.ASK_FIRST, note="helst ikke"),
    Need("mornings", 5, time(7), time(9, 30), people=2, skills=("lift",), days=LONG_AGO),
    Rotation("base", "Grunnturnus", 2, LONG_AGO, (RotationLine(1, 5, time(22), time(7), "kari", ShiftKind.ACTIVE),)),
    Shift("day", hours(7, 14), "kari", state=ShiftState.PUBLISHED, published_at=NOON, tasks=("dusj",), note="nøkkel"),
    Shift("evening", hours(14, 22), actual=hours(14, 23), kind=ShiftKind.STANDBY_HOME, active_minutes=30),
    Absence(
        "away",
        "kari",
        hours(0, 23),
        AbsenceKind.CHILD_SICK,
        grade=Decimal("100"),
        reported_at=NOON,
        reported_how=Channel.PHONE,
        open_ended=True,
    ),
    SubstituteRequest(
        "search",
        "day",
        RequestState.ASKING,
        deadline=NOON,
        asks=(
            Ask("kari", NOON, Channel.SMS, Answer.MAYBE, answered_at=NOON, told_at=NOON),
            Ask("ola", NOON, Channel.PHONE, Answer.PART, answered_at=NOON, answer_by=NOON, part=hours(7, 10)),
        ),
    ),
    SubstituteRequest("given-up", "evening", RequestState.UNFILLED, outcome=Outcome.RELATIVE),
    Household(
        "household",
        (
            HouseholdMember(Role.SELF, Decimal("310000.50"), added=Decimal("15000")),
            HouseholdMember(Role.COHABITANT, Decimal("170000")),
        ),
    ),
    OwnPriceList("asker-2027", 'schema = "bpa-tariff/1"\n'),
    OwnPayAgreement("ours", 'schema = "bpa-pay-agreement/1"\n'),
    ExpectedBaseAmount("2027-05-01", date(2027, 5, 1), Decimal("141000")),
    Invoice("2026-11", date(2026, 11, 1), Decimal("1305.00")),
    KeptFinding("kept", "notice", "kari", ("day",), Decimal("48.00"), "Åse", "avtalt på telefon", "avtale 1", NOON),
    Publication(
        "week",
        hours(0, 23),
        NOON,
        "Åse",
        (ToldShift("day", "kari", hours(7, 14), place="hjemme", tasks=("dusj", "tur\n")),),
        "ab12",
        (Receipt("kari", NOON, Channel.SMS, confirmed_at=NOON), Receipt("ola", NOON, Channel.IN_PERSON)),
    ),
    DayNote("tour", date(2026, 12, 4), date(2026, 12, 6), "Hyttetur med søsteren min", DayNoteKind.EVENT),
    ShiftLock("night"),
    FallbackContact("duty", FallbackKind.DUTY, "Vakttelefonen", "+47 900 00 001"),
)
