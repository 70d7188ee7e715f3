"""A municipality's price list: services with bands by household income in G, from a day, with their source."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .errors import UnknownServiceError
from .g_policy import GPolicy
from .household import Member
from .price import ORE, Period, Price
from .provenance import Mark, Source


class Unit(StrEnum):
    """What a service is counted in."""

    HOUR = "hour"
    MONTH = "month"
    DAYS_PER_WEEK = "days_per_week"
    DAY = "day"
    PORTION = "portion"
    TRIP = "trip"
    ONCE = "once"


class Status(StrEnum):
    """Where a list stands with the municipal council."""

    IN_FORCE = "in_force"
    PROPOSED = "proposed"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class InBpa(StrEnum):
    """Whether the service is charged when it is part of BPA: printed, or assumed because the list is silent."""

    YES = "yes"
    NO = "no"
    ASSUMED_YES = "assumed_yes"
    ASSUMED_NO = "assumed_no"


class Chargeable(StrEnum):
    """Which hours of practical assistance are charged."""

    PRACTICAL_ONLY = "practical_only"
    ALL = "all"


@dataclass(frozen=True)
class Band:
    """A price for incomes above `from_g` and up to `to_g` times G; None is without end.

    An income exactly on an edge belongs to the lower band in every list, whatever is printed; `to_inclusive` and
    `edge` say what the list prints. `printed_kr` are its limits in kroner as printed, for cross-checking only.
    """

    from_g: Decimal
    to_g: Decimal | None
    price: Price
    to_inclusive: bool | None = None
    edge: str = ""
    assumed: tuple[str, ...] = ()
    printed_kr: tuple[Decimal | None, Decimal | None] = (None, None)

    def just_inside(self, g: Decimal) -> Decimal:
        """Return the lowest income of the band, in kroner a year by a G in kroner: an øre above its lower edge.

        In the lowest band that is 0.
        """
        return self.from_g * g + (ORE if self.from_g else 0)


@dataclass(frozen=True)
class Service:
    """Something the municipality charges for. `step` is what units are rounded to: to the nearest, a tie up.

    `chargeable` is None for what is no practical assistance. `national_group` names what shares the state's
    maximum. `duplicate_lines` says where the source prints the same table again.
    """

    id: str
    label: str
    unit: Unit
    bands: tuple[Band, ...]
    bpa: InBpa = InBpa.ASSUMED_YES
    chargeable: Chargeable | None = None
    step: Decimal | None = None
    assumed: tuple[str, ...] = ()
    source_lines: str = ""
    duplicate_lines: str = ""
    national_group: str = ""

    @property
    def is_practical_assistance(self) -> bool:
        """Whether the state's maximum for practical assistance holds for it."""
        return self.chargeable is not None or bool(self.national_group)

    @property
    def is_free_in_bpa(self) -> bool:
        """Whether the hours cost nothing because they are given as BPA."""
        return self.chargeable is not None and self.bpa in (InBpa.NO, InBpa.ASSUMED_NO)


@dataclass(frozen=True)
class IncomeBasis:
    """Which income of whom counts, and from which year's assessment."""

    basis: str
    members: tuple[Member, ...] = (Member.SPOUSE, Member.COHABITANT)
    add: tuple[str, ...] = ()
    year: str = ""
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True)
class AbsenceRules:
    """What is charged for help that was cancelled; None where the list is silent."""

    notice_hours: int | None = None
    charge_when_late: bool | None = None
    free_when_hospitalised: bool | None = None
    free_when_not_delivered: bool | None = None


@dataclass(frozen=True)
class CapGroup:
    """A ceiling in kroner that services share, for incomes up to `to_g` times G; None is for all incomes."""

    id: str
    to_g: Decimal | None
    amount: Decimal
    per: Period
    services: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """A worked example as the list prints it, in kroner: only the checker reads it.

    `below` tells that it speaks of incomes below so much, which a limit of the table should then be.
    """

    service: str
    income: Decimal
    units: Decimal
    amount: Decimal
    below: bool = False
    quote: str = ""


@dataclass(frozen=True)
class Tariff:
    """A price list. One that is `undated` is used for any day; another from `valid_from` to `valid_to`, both included.

    `replaces` are ids of lists it takes the place of, from `retroactive_from` when bills are made anew.
    `assumed` names what was filled in by judgement.
    """

    id: str
    municipality_no: str
    municipality: str
    title: str
    services: tuple[Service, ...]
    sources: tuple[Source, ...]
    income: IncomeBasis
    g: GPolicy = field(default_factory=GPolicy)
    district: str = ""
    undated: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    adopted_on: date | None = None
    adopted_ref: str = ""
    status: Status = Status.IN_FORCE
    replaces: tuple[str, ...] = ()
    retroactive_from: date | None = None
    mark: Mark = Mark.DOUBTFUL
    assumed: tuple[str, ...] = ()
    checked_by: str = ""
    absence: AbsenceRules | None = None
    cap_groups: tuple[CapGroup, ...] = ()
    examples: tuple[Example, ...] = ()

    def service(self, service_id: str) -> Service:
        """Return the service of that id. Raises UnknownServiceError."""
        for service in self.services:
            if service.id == service_id:
                return service
        raise UnknownServiceError(service_id, tuple(service.id for service in self.services))

    @property
    def practical_assistance(self) -> Service | None:
        """The service BPA hours are charged as, or None in a list without one."""
        return next((service for service in self.services if service.chargeable is not None), None)

    @property
    def applies_from(self) -> date | None:
        """The first day it is used for: before `valid_from` where it replaces a list back in time."""
        if self.valid_from is not None and self.replaces and self.retroactive_from is not None:
            return min(self.valid_from, self.retroactive_from)
        return self.valid_from

    def is_valid_on(self, day: date) -> bool:
        """Tell whether the list says of itself that it holds on a day; an undated one does."""
        start = self.applies_from
        return (start is None or start <= day) and (self.valid_to is None or day <= self.valid_to)

    def is_in_force_on(self, day: date) -> bool:
        """Tell whether the list is adopted and holds on a day."""
        return self.status is Status.IN_FORCE and self.is_valid_on(day)

    def is_rebilled_on(self, day: date) -> bool:
        """Tell whether a day was billed by a list this one replaces, before this one was adopted or began to hold."""
        known_from = max((known for known in (self.valid_from, self.adopted_on) if known is not None), default=None)
        if not self.replaces or self.retroactive_from is None or known_from is None:
            return False
        return self.retroactive_from <= day < known_from
