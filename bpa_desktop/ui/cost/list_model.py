"""Price lists as they are shown: which are known and in what state, and what a typed one comes to. No Qt, no texts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.cost import NoAwardError, PriceBook, practical_hours
from bpa_desktop.services.household import counted_income
from bpa_desktop.tariff.charge import Question
from bpa_desktop.tariff.doubt import Doubt
from bpa_desktop.tariff.doubts import is_usable
from bpa_desktop.tariff.errors import TariffError
from bpa_desktop.tariff.g_policy import g_in_use
from bpa_desktop.tariff.price_list import Band, Service, Status, Tariff, Unit
from bpa_desktop.ui.cost.list_draft import ListDraft
from bpa_desktop.ui.cost.list_reading import Fault, Reading, read_draft
from bpa_desktop.ui.cost.view_model import Ladder, Rung, amounts_by_band

ZERO = Decimal(0)
_HOURS_WITHOUT_AWARD = Decimal(20)
"""Hours a month the picture is drawn for while no award says how many."""


class ListState(StrEnum):
    """How a list stands to a day."""

    IN_FORCE = "in_force"
    UNDATED = "undated"
    TO_COME = "to_come"
    OUT_OF_DATE = "out_of_date"
    NOT_IN_FORCE = "not_in_force"  # proposed, withdrawn or superseded


@dataclass(frozen=True)
class KnownList:
    """A list that can be looked at, and what looks odd in it: the user's own or not, of their municipality or not."""

    tariff: Tariff
    state: ListState
    doubts: tuple[Doubt, ...]
    is_own: bool
    is_near: bool
    in_use: bool

    @property
    def usable(self) -> bool:
        """Whether it can be chosen."""
        return is_usable(self.doubts)


@dataclass(frozen=True)
class DraftModel:
    """A draft and what it comes to; `ladder` and `doubts` are empty while a field can't be read."""

    draft: ListDraft
    reading: Reading
    doubts: tuple[Doubt, ...] = ()
    ladder: Ladder | None = None
    units: Decimal = ZERO

    @property
    def usable(self) -> bool:
        """Whether the arrangement can be charged by it."""
        return self.reading.tariff is not None and is_usable(self.doubts)

    @property
    def faults(self) -> dict[str, Fault]:
        """What cannot be read, by the place of its field."""
        return dict(self.reading.faults)


def known_lists(
    prices: PriceBook, own: Collection[str], *, arrangement: Arrangement, today: date
) -> tuple[KnownList, ...]:
    """Return every list: the user's own, those of the arrangement's municipality, the others; the newest first."""
    near = names_near(prices, arrangement)
    known = [
        KnownList(
            tariff,
            list_state(tariff, today),
            prices.doubts(tariff),
            is_own=tariff.id in own,
            is_near=tariff.municipality in near,
            in_use=tariff.id == arrangement.tariff,
        )
        for tariff in prices.tariffs
    ]

    def place(one: KnownList) -> tuple[bool, bool, str, int]:
        start = one.tariff.valid_from
        newest_first = -start.toordinal() if start is not None else -date.max.toordinal()
        return not one.is_own, not one.is_near, one.tariff.municipality, newest_first

    return tuple(sorted(known, key=place))


def names_near(prices: PriceBook, arrangement: Arrangement) -> set[str]:
    """Return what the arrangement's municipality is called, by any number it has had."""
    numbers = prices.municipalities.of_the_same(arrangement.municipality_no)
    return {
        tariff.municipality
        for tariff in prices.tariffs
        if tariff.municipality_no in numbers or tariff.id == arrangement.tariff
    }


def list_state(tariff: Tariff, today: date) -> ListState:
    """Return how a list stands to a day."""
    if tariff.status is not Status.IN_FORCE:
        return ListState.NOT_IN_FORCE
    if tariff.undated:
        return ListState.UNDATED
    if tariff.is_valid_on(today):
        return ListState.IN_FORCE
    begun = tariff.valid_from is None or tariff.valid_from <= today
    return ListState.OUT_OF_DATE if begun else ListState.TO_COME


def build_draft(draft: ListDraft, roster: Roster, *, prices: PriceBook, today: date) -> DraftModel:
    """Return a draft with its faults, or with its doubts and the steps it makes for the household."""
    taken = {tariff.id for tariff in prices.tariffs}
    reading = read_draft(draft, taken=taken, today=today)
    if reading.tariff is None:
        return DraftModel(draft, reading)
    found = prices.doubts(reading.tariff)
    service = laddered(reading.tariff)
    if service is None:
        return DraftModel(draft, reading, found)
    asked = _question(roster, reading.tariff, service=service, today=today)
    return DraftModel(draft, reading, found, _ladder(reading.tariff, asked, prices=prices), asked.units)


def laddered(tariff: Tariff) -> Service | None:
    """Return the service the picture is of: practical assistance, or the first one in a list without."""
    return tariff.practical_assistance or next(iter(tariff.services), None)


def _question(roster: Roster, tariff: Tariff, *, service: Service, today: date) -> Question:
    """Return what the picture answers: the month's granted hours, or one of another unit, for the household's income.

    It is asked for the day the list begins when that is to come. An income that is not given is 0.
    """
    day = max(today, tariff.valid_from) if tariff.valid_from is not None else today
    units = Decimal(1)
    if service.unit is Unit.HOUR:
        try:
            units = practical_hours(roster, today.replace(day=1))
        except NoAwardError:
            units = _HOURS_WITHOUT_AWARD
    return Question(service.id, units, counted_income(roster, tariff.income) or ZERO, day)


def _ladder(tariff: Tariff, asked: Question, *, prices: PriceBook) -> Ladder | None:
    """Return the steps of a service; the household stands on none of them while its income is not given."""
    try:
        g = g_in_use(tariff.g, asked.day, base_amounts=prices.base_amounts).amount
    except TariffError:
        return None
    at = asked.income / g
    rungs = tuple(
        Rung(band.from_g, band.to_g, amount, _holds(band, at))
        for band, amount in amounts_by_band(tariff, asked, g=g, prices=prices)
    )
    return Ladder(rungs, at, asked.income)


def _holds(band: Band, at: Decimal) -> bool:
    return bool(at) and band.from_g < at and (band.to_g is None or at <= band.to_g)
