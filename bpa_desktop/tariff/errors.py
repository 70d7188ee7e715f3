"""What can be wrong with a question put to a price list; each error carries the facts a message needs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal


class TariffError(Exception):
    """A question that has no answer in kroner."""


class BeforeFirstBaseAmountError(TariffError):
    """The day is before the first base amount known."""

    def __init__(self, day: date, first: date) -> None:
        super().__init__(f"{day} is before the first base amount, {first}")
        self.day = day
        self.first = first


class UnknownServiceError(TariffError):
    """The price list has no service of that id; `known` are those it has."""

    def __init__(self, service: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no service {service!r} among {', '.join(known)}")
        self.service = service
        self.known = known


class NotInListError(TariffError):
    """The list names no price for so many units at that income: something else than 0 kroner."""

    def __init__(self, service: str, *, units: Decimal, income: Decimal) -> None:
        super().__init__(f"the list has no price for {units} units of {service!r} at {income} kr")
        self.service = service
        self.units = units
        self.income = income


class AbsurdAmountError(TariffError):
    """A number below zero, not finite, or beyond all reason; `name` is what it was given for."""

    def __init__(self, name: str, value: Decimal, *, most: Decimal) -> None:
        super().__init__(f"{name} must be from 0 to {most}, not {value}")
        self.name = name
        self.value = value
        self.most = most


class IncomeCountedTwiceError(TariffError):
    """A household with two members of a kind of which there is one."""

    def __init__(self, member: str) -> None:
        super().__init__(f"more than one {member} in the household")
        self.member = member
