"""The errors that bills are known to have, each as a month counted anew with that one error in it.

Source: the errors found in real lists and bills, knowledge of the tariffs 1.5.6 and 1.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.cost import NoAwardError, granted_hours
from bpa_desktop.services.invoice_reason import SAME, ReasonCode
from bpa_desktop.services.invoice_trial import ZERO, Trial
from bpa_desktop.tariff.cancelled import Cancellation, CancelledBecause, is_charged
from bpa_desktop.tariff.price import Metered, Price
from bpa_desktop.tariff.price_list import InBpa, Status
from bpa_desktop.tariff.provenance import Facts

ONE = Decimal(1)
QUARTER = Decimal("0.25")
"""The finest part of an hour that is looked for."""
BEYOND_ALL_CEILINGS = Decimal(700)
"""Hours a month, near all there are: what they cost is what a ceiling lets through."""
RECENT_CHANGES = 2
"""So many changes of G from the right one is an easy slip; more is a rare one."""

Errors = Iterator[tuple[ReasonCode, Facts, Trial]]


def errors_of(roster: Roster, right: Trial, *, billed: Decimal) -> Errors:
    """Yield every error with its facts, and the month with it."""
    yield from _lists(right)
    yield from _base_amounts(right)
    yield from _household(roster, right)
    yield from _bands(right)
    yield from _ceilings(right)
    yield from _services(right)
    yield from _hours(roster, right, billed=billed)


def _lists(right: Trial) -> Errors:
    """Try the municipality's other lists, by its name: numbers of municipalities change."""
    for other in right.prices.tariffs:
        if other.municipality == right.tariff.municipality and other.id != right.tariff.id:
            gone = other.status in (Status.WITHDRAWN, Status.SUPERSEDED) or other.id in right.tariff.replaces
            code = ReasonCode.REPLACED_LIST if gone else ReasonCode.OTHER_LIST
            yield code, {"title": other.title, "from": other.valid_from}, right.by_list(other)


def _base_amounts(right: Trial) -> Errors:
    """Try every other base amount, the nearest in time first."""
    entries, g, day = right.prices.base_amounts.entries, right.g, right.questions[0].day
    own = max((place for place, entry in enumerate(entries) if entry.from_day <= day), default=0)

    def distance(place: int) -> int:
        return abs(place - own)

    for place in sorted(range(len(entries)), key=distance):
        entry = entries[place]
        code = ReasonCode.OTHER_G if distance(place) <= RECENT_CHANGES else ReasonCode.OLD_G
        yield code, {"g": entry.amount, "from": entry.from_day, "right": g}, right.in_g(entry.amount)


def _household(roster: Roster, right: Trial) -> Errors:
    """Try the incomes of all members and of some, with what they get besides and without."""
    members = roster.household.members if roster.household is not None else ()
    for count in range(len(members), 0, -1):
        for some in combinations(members, count):
            taxed = sum((member.taxable_net for member in some), ZERO)
            added = sum((member.added for member in some), ZERO)
            for income in (taxed + added, taxed):
                yield ReasonCode.HOUSEHOLD, {}, right.with_income(income)


def _bands(right: Trial) -> Errors:
    """Try every other band of practical assistance, by an income just inside it."""
    if right.practical is None:
        return
    service, _ = right.practical
    g, here = right.g, right.band
    for place, band in enumerate(service.bands):
        facts: Facts = {"from_g": band.from_g, "to_g": band.to_g, "higher": int(place > here)}
        code = ReasonCode.NEIGHBOUR_BAND if abs(place - here) == 1 else ReasonCode.OTHER_BAND
        yield code, facts, right.with_income(band.just_inside(g))


def _ceilings(right: Trial) -> Errors:
    """Try the month without each ceiling, and with a charge where BPA is free."""
    yield ReasonCode.NATIONAL_MAXIMUM, {}, replace(right, national=None)
    yield ReasonCode.SHARED_CEILING, {}, replace(right, tariff=replace(right.tariff, cap_groups=()))
    unpaid = tuple(replace(one, paid_this_year=ZERO) for one in right.questions)
    yield ReasonCode.YEAR_CEILING, {}, replace(right, questions=unpaid)
    yield ReasonCode.NO_CEILING, {}, right.repriced(_without_ceiling)
    if right.practical is not None:
        service, _ = right.practical
        if service.is_free_in_bpa:
            yield ReasonCode.FREE_IN_BPA, {}, right.with_service(replace(service, bpa=InBpa.YES))
        yield ReasonCode.NOT_ROUNDED, {}, right.with_service(replace(service, step=None))


def _without_ceiling(price: Price) -> Price:
    return replace(price, max_units=None, cap=None) if isinstance(price, Metered) else price


def _services(right: Trial) -> Errors:
    """Try without some of the services, and with one more of the list, once."""
    for count in range(1, len(right.questions)):
        for some in combinations(right.questions, count):
            left = tuple(one for one in right.questions if one not in some)
            names = ", ".join(right.tariff.service(one.service).label for one in some)
            yield ReasonCode.SERVICE_LEFT_OUT, {"services": names}, replace(right, questions=left)
    used = {one.service for one in right.questions}
    for service in right.tariff.services:
        if service.id not in used:
            more = replace(right.questions[0], service=service.id, units=ONE, paid_this_year=ZERO)
            facts: Facts = {"services": service.label}
            yield ReasonCode.SERVICE_NOT_USED, facts, replace(right, questions=(*right.questions, more))


def _hours(roster: Roster, right: Trial, *, billed: Decimal) -> Errors:
    """Try all granted hours, as many as the ceiling lets through, and the number that the bill itself points at."""
    if right.practical is None:
        return
    _, question = right.practical
    facts: Facts = {"practical": question.units}
    try:
        whole = granted_hours(roster, question.day, counted=lambda hours: hours.total)
    except NoAwardError:
        whole = question.units
    yield ReasonCode.ALL_HOURS, {**facts, "hours": whole}, right.with_hours(whole)
    full = right.with_hours(BEYOND_ALL_CEILINGS)
    if full.total() == right.with_hours(BEYOND_ALL_CEILINGS + ONE).total():
        yield ReasonCode.FULL_CEILING, facts, full
    yield from _other_hours(right, billed=billed)


def _other_hours(right: Trial, *, billed: Decimal) -> Errors:
    """Try the number of hours that makes what was billed, to the krone."""
    if right.practical is None:
        return
    _, question = right.practical
    hours = _pointed_at(right, billed=billed)
    if hours is None:
        return
    trial = right.with_hours(hours)
    total = trial.total()
    if total is not None and abs(total - billed) <= SAME:
        facts: Facts = {"practical": question.units, "hours": hours, "undelivered": _undelivered(right)}
        yield ReasonCode.OTHER_HOURS, facts, trial


def _undelivered(right: Trial) -> int | None:
    """Tell whether the list charges help that never came; None where it is silent."""
    charged = is_charged(right.tariff.absence, Cancellation(ZERO, CancelledBecause.NOT_DELIVERED))
    return None if charged is None else int(charged)


def _pointed_at(right: Trial, *, billed: Decimal) -> Decimal | None:
    """Return the hours that make what was billed at the household's rate, in whole quarters of an hour."""
    rate, others = right.rate, right.with_hours(ZERO).total()
    if not rate or others is None or billed < others:
        return None
    return ((billed - others) / rate / QUARTER).quantize(ONE, ROUND_HALF_UP) * QUARTER
