"""Hypothesis strategies for price lists: sound ones of every kind of price, and whatever a file can hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from bpa_desktop.tariff.g_policy import FOLLOWS_TABLE, GPolicy, GPolicyKind
from bpa_desktop.tariff.household import Member
from bpa_desktop.tariff.price import Cheapest, Flat, Free, Metered, Period, Price, Switch, Tier, Tiers
from bpa_desktop.tariff.price_list import (
    AbsenceRules,
    Band,
    CapGroup,
    Chargeable,
    InBpa,
    IncomeBasis,
    Service,
    Status,
    Tariff,
    Unit,
)
from bpa_desktop.tariff.provenance import Mark, Source, SourceKind

Value = TypeVar("Value")

IDS = st.from_regex(r"[A-Za-z0-9_.-]{1,12}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
MANY_NAMES = st.lists(TEXTS, max_size=3).map(tuple)
DAYS = st.dates(min_value=date(2014, 5, 1), max_value=date(2027, 4, 30))
KRONER = st.decimals(min_value=0, max_value=100_000, places=2)
COUNTS = st.decimals(min_value=0, max_value=200, places=2)
PERIODS = st.sampled_from(Period)
CEILING_PERIODS = st.sampled_from((Period.MONTH, Period.YEAR))


def optional(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value | None]:
    """Return values, and nothing."""
    return st.none() | values


@st.composite
def metered(draw: st.DrawFn) -> Metered:
    """Return a price by the unit, with any of its ceilings."""
    most, cap = draw(optional(COUNTS)), draw(optional(KRONER))
    most_period = draw(CEILING_PERIODS) if most is not None else None
    return Metered(draw(KRONER), most, most_period, cap, draw(CEILING_PERIODS) if cap is not None else Period.MONTH)


@st.composite
def tiers(draw: st.DrawFn) -> Tiers:
    """Return steps that do not overlap, with gaps between some of them."""
    edges = sorted(draw(st.sets(COUNTS, min_size=2, max_size=8)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return Tiers(tuple(Tier(low, high, draw(KRONER)) for low, high in pairs), draw(PERIODS))


PRICES: st.SearchStrategy[Price] = st.one_of(
    st.just(Free()),
    st.builds(Flat, KRONER, PERIODS),
    metered(),
    st.builds(Switch, KRONER, COUNTS, KRONER, PERIODS, optional(COUNTS)),
    st.builds(Cheapest, KRONER, KRONER, PERIODS, KRONER),
    tiers(),
)


@st.composite
def bands(draw: st.DrawFn) -> tuple[Band, ...]:
    """Return bands from 0 without gap, the last without end."""
    inner = draw(st.sets(st.decimals(min_value=Decimal("0.1"), max_value=9, places=1), max_size=5))
    edges = [Decimal(0), *sorted(inner)]
    return tuple(
        Band(
            low,
            high,
            draw(PRICES),
            draw(optional(st.booleans())),
            draw(TEXTS),
            draw(MANY_NAMES),
            (draw(optional(KRONER)), draw(optional(KRONER))),
        )
        for low, high in zip(edges, [*edges[1:], None], strict=True)
    )


@st.composite
def services(draw: st.DrawFn, name: str) -> Service:
    """Return a service of any unit."""
    return Service(
        id=name,
        label=draw(NAMES),
        unit=draw(st.sampled_from(Unit)),
        bands=draw(bands()),
        bpa=draw(st.sampled_from(InBpa)),
        chargeable=draw(optional(st.sampled_from(Chargeable))),
        step=draw(optional(st.sampled_from([Decimal("0.25"), Decimal("0.5"), Decimal(1)]))),
        assumed=draw(MANY_NAMES),
        source_lines=draw(TEXTS),
        duplicate_lines=draw(TEXTS),
        national_group=draw(TEXTS),
    )


@st.composite
def cap_groups(draw: st.DrawFn, name: str, known: tuple[str, ...]) -> CapGroup:
    """Return a ceiling that some of the known services share."""
    sharing = draw(st.sets(st.sampled_from(known), min_size=1))
    to_g = draw(optional(st.decimals(min_value=0, max_value=9, places=1)))
    return CapGroup(name, to_g, draw(KRONER), draw(CEILING_PERIODS), tuple(sorted(sharing)))


@st.composite
def policies(draw: st.DrawFn) -> GPolicy:
    """Return a policy; a fixed or an average one has an amount above 0."""
    kind = draw(st.sampled_from(GPolicyKind))
    amounts = st.integers(min_value=50_000, max_value=200_000).map(Decimal)
    return GPolicy(kind, None if kind in FOLLOWS_TABLE else draw(amounts), draw(optional(DAYS)))


INCOMES = st.builds(
    IncomeBasis, NAMES, st.lists(st.sampled_from(Member), max_size=3).map(tuple), MANY_NAMES, TEXTS, MANY_NAMES
)
ABSENCES = st.builds(
    AbsenceRules,
    optional(st.integers(min_value=0, max_value=10_000)),
    optional(st.booleans()),
    optional(st.booleans()),
    optional(st.booleans()),
)


@st.composite
def tariffs(draw: st.DrawFn) -> Tariff:
    """Return a price list with everything a file can hold."""
    ids = tuple(draw(st.lists(IDS, min_size=1, max_size=3, unique=True)))
    groups = draw(st.lists(IDS, max_size=2, unique=True))
    sources = draw(st.lists(IDS, max_size=2, unique=True))
    read = st.builds(Source, st.just(""), st.sampled_from(SourceKind), NAMES, TEXTS, optional(DAYS), TEXTS)
    return Tariff(
        id="mine",
        municipality_no=draw(st.from_regex(r"[0-9]{4}", fullmatch=True)),
        municipality=draw(NAMES),
        title=draw(TEXTS),
        services=tuple(draw(services(name)) for name in ids),
        sources=tuple(Source(name, *_after_id(draw(read))) for name in sources),
        income=draw(INCOMES),
        g=draw(policies()),
        district=draw(TEXTS),
        undated=draw(st.booleans()),
        valid_from=draw(optional(DAYS)),
        valid_to=draw(optional(DAYS)),
        adopted_on=draw(optional(DAYS)),
        adopted_ref=draw(TEXTS),
        status=draw(st.sampled_from(Status)),
        replaces=tuple(draw(st.lists(IDS.filter(lambda name: name != "mine"), max_size=2))),
        retroactive_from=draw(optional(DAYS)),
        mark=draw(st.sampled_from(Mark)),
        assumed=draw(MANY_NAMES),
        checked_by=draw(TEXTS),
        absence=draw(optional(ABSENCES)),
        cap_groups=tuple(draw(cap_groups(name, ids)) for name in groups),
    )


def _after_id(source: Source) -> tuple[SourceKind, str, str, date | None, str]:
    return source.kind, source.ref, source.lines, source.retrieved, source.quote
