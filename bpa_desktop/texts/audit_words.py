"""What the kinds of record and their parts are called in the change log, and which parts are not told."""

from __future__ import annotations

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.household import Household
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.domain.publication import Publication
from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.domain.team import Assistant, Availability
from bpa_desktop.i18n import mark

KIND_WORDS: dict[type[Record], str] = {
    Shift: mark("Shift"),
    Absence: mark("Absence"),
    Assistant: mark("Assistant"),
    Availability: mark("Availability"),
    SubstituteRequest: mark("Search for a substitute"),
    Need: mark("Coverage need"),
    Rotation: mark("Rotation"),
    Publication: mark("Published plan"),
    ShiftLock: mark("Lock of a shift"),
    DayNote: mark("Note on a day"),
    KeptFinding: mark("Problem kept as it is"),
    Arrangement: mark("Arrangement"),
    Award: mark("Award"),
    Household: mark("Household"),
    Invoice: mark("Invoice"),
    OwnPriceList: mark("Own price list"),
    OwnPayAgreement: mark("Own pay agreement"),
    ExpectedBaseAmount: mark("Expected G"),
    FallbackContact: mark("Whom to call if nobody can"),
}
FIELD_WORDS: dict[str, str] = {
    "span": mark("time"),
    "assistant": mark("assistant"),
    "kind": mark("kind"),
    "state": mark("state"),
    "place": mark("place"),
    "skills": mark("skills"),
    "tasks": mark("tasks"),
    "note": mark("note"),
    "notes": mark("notes"),
    "backup": mark("backup"),
    "actual": mark("time as worked"),
    "break_minutes": mark("break in minutes"),
    "active_minutes": mark("active minutes"),
    "published_at": mark("published"),
    "name": mark("name"),
    "phone": mark("telephone"),
    "email": mark("e-mail"),
    "address": mark("address"),
    "birth_date": mark("date of birth"),
    "languages": mark("languages"),
    "travel_minutes": mark("travel in minutes"),
    "grade": mark("how much"),
    "reported_at": mark("reported"),
    "reported_how": mark("reported how"),
    "open_ended": mark("until further notice"),
    "chosen": mark("substitute"),
    "deadline": mark("answer by"),
    "outcome": mark("outcome"),
    "weekday": mark("weekday"),
    "start": mark("from"),
    "end": mark("to"),
    "people": mark("how many people"),
    "days": mark("days"),
    "first": mark("first day"),
    "last": mark("last day"),
    "text": mark("text"),
    "reason": mark("grounds"),
    "reference": mark("reference"),
    "amount": mark("amount"),
    "month": mark("month"),
    "weeks": mark("weeks"),
    "from_day": mark("from day"),
    "author": mark("by whom"),
    "at": mark("when"),
    "municipality_no": mark("municipality number"),
    "district": mark("district"),
    "time_zone": mark("time zone"),
    "regime": mark("employer"),
    "agreement": mark("agreement on working time"),
    "level": mark("agreed"),
    "averaging_weeks": mark("averaged over weeks"),
    "sunday_averaging": mark("Sundays averaged"),
    "reduced_rest": mark("shorter rest agreed"),
    "collective": mark("collective agreement"),
    "weekly_norm": mark("full time in hours a week"),
    "tariff": mark("price list"),
    "pay_agreement": mark("pay agreement"),
    "household_income": mark("the household's income"),
    "services": mark("other services"),
    "service": mark("service"),
    "units": mark("how many"),
    "advice": mark("advice"),
    "self_certification": mark("self-certification"),
    "weekly_hours": mark("hours a week"),
    "personal": mark("personal assistance"),
    "practical": mark("practical help"),
    "other": mark("other hours"),
    "account_period": mark("to be used within"),
    "carry_over": mark("hours that were not used"),
    "overnight_factor": mark("drawn of an hour of a resting night"),
    "also_drawn": mark("drawn besides"),
    "overdraw": mark("more than is granted"),
    "employments": mark("employments"),
    "percent": mark("percent of full time"),
    "hourly_wage": mark("wage an hour"),
    "seniority_from": mark("seniority from"),
    "employee_no": mark("employee number"),
    "never_with": mark("never at work together with"),
    "child_days": mark("days a year with a sick child"),
    "lines": mark("shifts of the pattern"),
    "week": mark("week"),
    "shift": mark("shift"),
    "shifts": mark("shifts"),
    "asks": mark("asked"),
    "channel": mark("how"),
    "way": mark("how"),
    "answer": mark("answer"),
    "answered_at": mark("answered"),
    "answer_by": mark("answer by"),
    "part": mark("which part"),
    "told_at": mark("told how it ended"),
    "members": mark("members"),
    "role": mark("who"),
    "taxable_net": mark("taxable net income"),
    "added": mark("help benefits"),
    "rule": mark("rule"),
    "measured": mark("measured"),
    "receipts": mark("sent to"),
    "confirmed_at": mark("confirmed"),
}
"""The parts whose values are told, and the parts of these."""
_A_FILE = "a whole file: it is read where it is written, and no line of a log"
SILENT: dict[tuple[type, str], str] = {
    **{(kind, "id"): "an internal id" for kind in KIND_WORDS},
    (Shift, "rotation"): "an internal id of the pattern it came from",
    (Assistant, "user_preference"): "seen by nobody else, and a log may be handed on",
    (Publication, "hash"): "a sum over the parts that are told",
    (OwnPriceList, "text"): _A_FILE,
    (OwnPayAgreement, "text"): _A_FILE,
}
"""The parts of which it is told only that they changed, and why."""


def part_word(kind: type, name: str) -> str | None:
    """Return what a part of a record is called, for translation; None where its value is not told."""
    return None if (kind, name) in SILENT else FIELD_WORDS.get(name)
